#!/bin/sh
# Sets up everything that `make` needs: system packages by name, then .venv from the locked list.
# Usage: scripts/setup.sh [run|test|bench|installer|windows]
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-test}

say() { printf '%s\n' "setup: $*"; }

# --- a Python that is new enough --------------------------------------------------------------
python=
for candidate in python3 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null 2>&1 &&
        "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    say "Python 3.11 or newer is needed; none was found."
    exit 1
fi

# --- system packages --------------------------------------------------------------------------
missing=
want() { # want PACKAGE: it is needed, if dpkg does not have it
    dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null | grep -q '^ii' || missing="$missing $1"
}
if command -v apt-get >/dev/null 2>&1; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    "$python" -c 'import ensurepip' 2>/dev/null || want "python$version-venv"
    "$python" - <<'PYTHON' || want "python$version-dev"
import pathlib, sys, sysconfig
sys.exit(not (pathlib.Path(sysconfig.get_path("include")) / "Python.h").exists())
PYTHON
    # pyscard is built here: it has no Linux wheel.
    command -v cc >/dev/null 2>&1 || want gcc
    want libc6-dev
    want libpcsclite-dev
    want pcscd
    # What Qt opens at run time. GLib's package has another name in Debian 13.
    ldconfig -p 2>/dev/null | grep -q 'libglib-2\.0\.so\.0' || want libglib2.0-0
    for package in libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 \
        libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 \
        libdbus-1-3 libfontconfig1 fonts-noto-cjk; do
        want "$package"
    done
    if [ "$purpose" != run ]; then
        # The other ends of the tests: reader driver, card client, screen, certificate reader.
        for package in vsmartcard-vpcd opensc opensc-pkcs11 xvfb xauth openssl poppler-utils \
            iproute2 util-linux faketime slapd dex desktop-file-utils libglib2.0-bin \
            tinyproxy-bin gnome-keyring dbus-daemon dbus-bin at-spi2-core \
            dunst trayer xfce4-panel xfconf x11-utils libbcpkix-java; do
            want "$package"
        done
        # A CMP server of others is compiled by its test; the version's number is Debian's affair.
        command -v javac >/dev/null 2>&1 || want default-jdk-headless
    fi
    if [ "$purpose" = bench ]; then
        # Programs of the same kind, to be measured beside; scdaemon keeps kleopatra's window plain.
        for package in xca kleopatra scdaemon libxdamage1; do
            want "$package"
        done
    fi
    if [ "$purpose" = installer ]; then
        # The Debian package: what builds it, what judges it, and clean systems to install it in.
        for package in debhelper dpkg-dev fakeroot lintian desktop-file-utils appstream shellcheck \
            debootstrap; do
            want "$package"
        done
    fi
    if [ "$purpose" = windows ]; then
        # Making the Windows packages: compiler, installer makers, icons, wine, signatures.
        for package in gcc-mingw-w64-x86-64 binutils-mingw-w64-x86-64 nsis wixl msitools icoutils \
            librsvg2-bin wine wine64 osslsigncode; do
            want "$package"
        done
        # Trying them out: a screen, keys pressed on it, pictures of it; a Debian 13 with wine 10.
        for package in xvfb xauth xdotool imagemagick openssl debootstrap util-linux iproute2; do
            want "$package"
        done
    fi
else
    say "No apt-get here: PC/SC headers, a C compiler and Qt's libraries must be there already."
fi
if [ -n "$missing" ]; then
    say "these system packages are missing:$missing"
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1; then
        as_root=sudo
    else
        say "there is no sudo: install them as administrator and call make again."
        exit 1
    fi
    say "installing them with apt-get"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086 # the names are separate words on purpose
    $as_root apt-get update -qq
    # Another installation may be under way, such as the system's own updates.
    # shellcheck disable=SC2086
    $as_root apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 \
        $missing >/dev/null
fi

# --- Python packages --------------------------------------------------------------------------
lock=requirements/dev.lock
stamp=.venv/.installed
if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c '' 2>/dev/null; then
    say "making .venv with $python"
    rm -rf .venv
    "$python" -m venv .venv
fi
if [ ! -f "$stamp" ] || [ "$lock" -nt "$stamp" ] || [ pyproject.toml -nt "$stamp" ]; then
    say "installing the locked Python packages"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
        --no-build-isolation --editable .
    touch "$stamp"
fi
release=requirements/release.lock
if { [ "$purpose" = installer ] || [ "$purpose" = windows ]; } && { [ ! -f "$stamp-release" ] || [ "$release" -nt "$stamp-release" ] ||
    [ "$stamp" -nt "$stamp-release" ]; }; then
    say "installing the locked Python packages of the release"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$release"
    touch "$stamp-release"
fi
