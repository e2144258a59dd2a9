#!/bin/bash
# UNTESTED: a recipe for a person at a Mac. Nothing of it could be run where the program is made.
# Makes dist/JPKI Desktop.app and a disk image: a Python framework, the locked wheels, the program.
#   PYTHON_FRAMEWORK  path of a relocatable Python.framework 3.12 (from python.org's installer)
#   SIGN_IDENTITY     "Developer ID Application: …"; without it nothing is signed
#   NOTARY_PROFILE    name of the credentials that `xcrun notarytool store-credentials` has kept
set -euo pipefail
cd "$(dirname "$0")/../.."
[[ $(uname) == Darwin ]] || { echo "build.sh: this needs a Mac" >&2; exit 1; }
: "${PYTHON_FRAMEWORK:?set it to a relocatable Python.framework}"
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
app="dist/JPKI Desktop.app"
contents=$app/Contents
rm -rf "$app"
mkdir -p "$contents"/{MacOS,Frameworks,Resources/app,Resources/lib}

# --- runtime, libraries, program ------------------------------------------------------------------
cp -R "$PYTHON_FRAMEWORK" "$contents/Frameworks/"
python=$contents/Frameworks/Python.framework/Versions/Current/bin/python3
"$python" -m pip install --no-deps --require-hashes --only-binary :all: \
    --target "$contents/Resources/lib" -r requirements/run.lock
cp -R src/jpki_desktop "$contents/Resources/app/"
echo app >"$contents/Resources/app/installed-by"
sed "s/@VERSION@/$version/" installer/macos/Info.plist >"$contents/Info.plist"

# --- start ----------------------------------------------------------------------------------------
cat >"$contents/MacOS/jpki-desktop" <<'START'
#!/bin/bash
here=$(cd "$(dirname "$0")/.." && pwd)
export PYTHONDONTWRITEBYTECODE=1
exec "$here/Frameworks/Python.framework/Versions/Current/bin/python3" -P -s -c "
import sys
sys.path += ['$here/Resources/app', '$here/Resources/lib']
from jpki_desktop.gui.app import run
run()" "$@"
START
chmod 755 "$contents/MacOS/jpki-desktop"

# --- icon -----------------------------------------------------------------------------------------
icons=$(mktemp -d)/jpki-desktop.iconset
mkdir "$icons"
for size in 16 32 128 256 512; do
    sips -s format png -z $size $size resources/icons/jpki-desktop.svg --out "$icons/icon_${size}x$size.png"
done
iconutil -c icns "$icons" -o "$contents/Resources/jpki-desktop.icns"

# --- signature: from the inside to the outside, never --deep ----------------------------------------
if [[ -n ${SIGN_IDENTITY:-} ]]; then
    sign=(codesign --force --timestamp --options runtime
        --entitlements installer/macos/entitlements.plist --sign "$SIGN_IDENTITY")
    find "$contents" \( -name '*.dylib' -o -name '*.so' \) -print0 | xargs -0 "${sign[@]}"
    find "$contents/Resources/lib" "$contents/Frameworks" -name '*.framework' -print0 |
        xargs -0 "${sign[@]}"
    "${sign[@]}" "$python" "$app"
    codesign --verify --strict --verbose=2 "$app"
fi
image="dist/JPKI-Desktop-$version.dmg"
hdiutil create -volname "JPKI Desktop" -srcfolder "$app" -format UDZO -ov "$image"
if [[ -n ${SIGN_IDENTITY:-} && -n ${NOTARY_PROFILE:-} ]]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
    spctl --assess --type open --context context:primary-signature --verbose "$image"
fi
