#!/bin/sh
# Builds dist/jpki-desktop_VERSION_ARCH.deb. Two builds of one state of the tree give the same bytes.
set -eu
cd "$(dirname "$0")/../.."
project=$PWD
work=$project/build/deb
python=$project/.venv/bin/python
# Reproducible: nothing of the clock, the zone, the language or the user's mask gets in.
LC_ALL=C.UTF-8 TZ=UTC
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(dpkg-parsechangelog -l installer/debian/changelog -S Timestamp)}
export LC_ALL TZ SOURCE_DATE_EPOCH
umask 022
mkdir -p "$work" dist

# --- the libraries, from the locked list; the others come from the distribution ---------------
"$python" - >"$work/wheels.lock" <<'PYTHON'
import pathlib, re
text = pathlib.Path("requirements/run.lock").read_text("utf-8").replace("\\\n", " ")
for line in text.splitlines():
    # What else is needed, Debian has: see Depends in control.
    if re.match(r"(asn1crypto|cryptography|platformdirs|pyside6-essentials|shiboken6|tomlkit)==", line):
        print(line)
PYTHON
if ! cmp -s "$work/wheels.lock" "$work/wheels/.lock"; then
    rm -rf "$work/wheels"
    "$python" -m pip install --quiet --disable-pip-version-check --no-compile --no-deps \
        --require-hashes --only-binary :all: --target "$work/wheels" -r "$work/wheels.lock"
    cp "$work/wheels.lock" "$work/wheels/.lock"
fi

# --- the tree, and debhelper over it -----------------------------------------------------------
rm -rf "$work/source"
mkdir -p "$work/source"
cp -R installer/debian "$work/source/debian"
rm -f "$work/source/debian/build.sh" "$work/source/debian/stage.py"
"$python" installer/debian/stage.py "$work/wheels" "$work/source/root"
log=$work/build.log
if ! (cd "$work/source" && dpkg-buildpackage --build=binary --unsigned-changes --no-check-builddeps) >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
fi
rm -f dist/jpki-desktop_*.deb
mv "$work"/jpki-desktop_*.deb dist/
ls -l dist/jpki-desktop_*.deb
