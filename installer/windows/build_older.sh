#!/bin/sh
# Makes a setup program of an older version, with one file more, for the test of a replacement.
# installer/windows/build.sh has laid out the folder before.
set -eu
cd "$(dirname "$0")/../.."
work=build/windows/older
rm -rf "$work"
mkdir -p "$work"
cp -al build/windows/stage "$work/stage"
echo '"""Nobody needs this any more."""' >"$work/stage/app/jpki_desktop/only_in_the_older.py"
cp build/windows/jpki-desktop.ico build/windows/side.bmp build/windows/terms-*.txt "$work"
.venv/bin/python installer/windows/file_list.py "$work/stage" "$work/install.nsh" "$work/delete.nsh"
dll=$(basename "$(ls build/windows/stage/runtime/python3??.dll)")
makensis -V2 -INPUTCHARSET UTF8 -DWORK="$PWD/$work" \
    -DOUTPUT="$PWD/build/windows/older-setup.exe" -DVERSION=0.0.9 -DNUMBERS=0.0.9.0 \
    -DCOMPRESSION=zlib -DSIGN="$PWD/installer/windows/sign.sh" -DPYTHON_DLL="$dll" \
    installer/windows/setup.nsi
