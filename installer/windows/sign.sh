#!/bin/sh
# Signs Windows programs and packages where a certificate is given; without one it does nothing.
# Usage: installer/windows/sign.sh FILE…
#
# SIGN_CERTIFICATE    the certificate and those above it (PEM)
# SIGN_KEY            its private key (PEM), or a pkcs11: address with SIGN_PKCS11_MODULE
# SIGN_PASSWORD_FILE  a file with the password of the key; a password is never an argument here
# SIGN_TIMESTAMP      address of a time-stamp server; without it the signature ends with the certificate
set -eu
[ -n "${SIGN_CERTIFICATE:-}" ] || exit 0
: "${SIGN_KEY:?is needed together with SIGN_CERTIFICATE}"

for file in "$@"; do
    set -- sign -h sha256 -certs "$SIGN_CERTIFICATE" -key "$SIGN_KEY" -n "JPKI Desktop"
    [ -z "${SIGN_PKCS11_MODULE:-}" ] || set -- "$@" -pkcs11module "$SIGN_PKCS11_MODULE"
    [ -z "${SIGN_PASSWORD_FILE:-}" ] || set -- "$@" -readpass "$SIGN_PASSWORD_FILE"
    [ -z "${SIGN_TIMESTAMP:-}" ] || set -- "$@" -ts "$SIGN_TIMESTAMP"
    osslsigncode "$@" -in "$file" -out "$file.signed" >/dev/null
    mv "$file.signed" "$file"
    printf '%s\n' "signed: $(basename "$file")"
done
