#!/bin/sh
# The part of test_wine10.sh that runs inside Debian 13.
set -eu
trial=/srv/trial
export WINEPREFIX=$trial/prefix WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree=;mshtml="
export DISPLAY=:7
wine=/usr/lib/wine/wine64

fail() {
    printf '%s\n' "wine10: $*"
    exit 1
}

# Only pipes work as standard streams of Python here.
windows() { true | timeout 120 "$wine" "$@" 2>&1 | tr -d '\r'; }

Xvfb "$DISPLAY" -screen 0 1024x768x24 -noreset >/dev/null 2>&1 &
mkdir -p /run/pcscd
pcscd --foreground --disable-polkit >"$trial/pcscd.log" 2>&1 &
timeout 180 "$wine" wineboot -i >/dev/null 2>&1
cp "$trial"/*.dll "$WINEPREFIX/drive_c/windows/system32/"
export WINEDLLOVERRIDES="mscoree=;mshtml=;mscms=n"

windows "$trial/setup.exe" /S /NOTICE=no
program="$WINEPREFIX/drive_c/users/root/AppData/Local/Programs/JPKI Desktop/jpki.exe"
[ -f "$program" ] || fail "the setup program installed nothing"

readers=$(windows "$program" --lang en readers)
printf '%s\n' "$readers"
printf '%s' "$readers" | grep -q 'Virtual PCD' || fail "the reader is not seen"
card=$(windows "$program" --lang en card)
printf '%s\n' "$card"
printf '%s' "$card" | grep -q '3 of 3 tries left' || fail "the card was not read"
# A password goes through standard input; a wrong one would cost a try of the virtual card.
verified=$(printf '1234\n' | timeout 120 "$wine" "$program" --lang en verify-password auth \
    --password-stdin 2>&1 | tr -d '\r')
printf '%s\n' "$verified"
printf '%s' "$verified" | grep -q 'authentication password is right' ||
    fail "the password was not sent, or is wrong"
windows "$program" --lang en card | grep -q '3 of 3 tries left' || fail "a try was lost"
printf '%s\n' "wine10: the installed program read the card, and a password was right"
