#!/bin/sh
# The installed Windows program reads a virtual card: wine 10 hands its winscard calls to pcscd.
# Debian 12's wine cannot do that, so a Debian 13 is unpacked below build/ (1.4 GB, a minute) and
# entered. Needs root. Usage: test_wine10.sh
set -eu
cd "$(dirname "$0")/../.."
base=$PWD/build/windows/wine10
path=/usr/sbin:/usr/bin:/sbin:/bin

say() { printf '%s\n' "wine10: $*"; }

[ "$(id -u)" -eq 0 ] || { say "only root can enter another Debian"; exit 1; }

make_base() {
    say "unpacking Debian 13 with wine 10"
    rm -rf "$base"
    mirror=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(SITE)' 'Origin: Debian' |
        grep '/debian/*$' | head -n 1)}
    debootstrap --variant=minbase trixie "$base" "$mirror" >"$base.log" 2>&1
    # Packages come from where this machine gets them.
    apt-config dump Acquire | grep -i proxy >"$base/etc/apt/apt.conf.d/90-this-machine" || true
    cp /etc/resolv.conf /etc/hosts "$base/etc/"
    mkdir -p "$base/etc/ssl/certs"
    cp /etc/ssl/certs/ca-certificates.crt "$base/etc/ssl/certs/"
    printf '#!/bin/sh\nexit 101\n' >"$base/usr/sbin/policy-rc.d"
    chmod 755 "$base/usr/sbin/policy-rc.d"
    unshare --mount sh -ec 'mount -t proc proc "$1/proc"; chroot "$1" env PATH="$2" \
        DEBIAN_FRONTEND=noninteractive sh -ec "apt-get -qq update
        apt-get -qq -y --no-install-recommends install wine wine64 pcscd libpcsclite1 \
            vsmartcard-vpcd xvfb"' sh "$base" "$path" >>"$base.log" 2>&1
    touch "$base/.made"
}

[ -f "$base/.made" ] || make_base
packages=build/windows/packages
COMPRESSION=zlib PACKAGES=$packages installer/windows/build.sh setup
rm -rf "$base/srv/trial"
mkdir -p "$base/srv/trial"
cp "$packages"/jpki-desktop-*-setup.exe "$base/srv/trial/setup.exe"
# wine 10 lacks these two only.
for name in icuuc mscms; do
    x86_64-w64-mingw32-gcc -Wall -Werror -O1 -s -shared -o "$base/srv/trial/$name.dll" \
        "tests/installer/windows/stand_ins/$name.c"
done
cp installer/windows/wine10_inside.sh "$base/srv/trial/"

# Files, processes and network of its own: nothing outside is touched, and all of it ends with it.
unshare --mount --net --pid --fork --kill-child sh -euc '
    ip link set lo up
    mount -t proc proc "$1/proc"
    mount -t tmpfs tmpfs "$1/run"
    mount -t tmpfs tmpfs "$1/tmp"
    mount --bind /dev "$1/dev"
    .venv/bin/jpki virtual-card >/dev/null 2>&1 &
    exec chroot "$1" env -i PATH="$2" HOME=/root USER=root LC_ALL=C.UTF-8 sh /srv/trial/wine10_inside.sh
' sh "$base" "$path"
