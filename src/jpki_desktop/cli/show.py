"""`jpki show`: one certificate of the card, as text, JSON, DER or PEM."""

import argparse
import base64
import sys
from datetime import datetime
from functools import partial

from jpki_desktop.card.profile import CertificateFile, PasswordKind
from jpki_desktop.certificate.fields import detail_fields
from jpki_desktop.certificate.japanese_calendar import JST
from jpki_desktop.certificate.model import Certificate, Holder
from jpki_desktop.cli.expiring import remember
from jpki_desktop.cli.output import print_json, print_rows
from jpki_desktop.cli.passwords import add_password_options, can_ask, obtain_password
from jpki_desktop.cli.session import CardSession
from jpki_desktop.errors import PasswordNeededError, UsageError
from jpki_desktop.operations.show_certificate import (
    is_open,
    look_at_certificate,
    read_open_certificate,
    read_protected_certificate,
)
from jpki_desktop.wording.certificate import banner, detail_value, field_label, heading
from jpki_desktop.wording.language import translate


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare which certificate and in which form."""
    parser.add_argument(
        "certificate",
        choices=[kind.value for kind in CertificateFile],
        help=translate("cli", "which certificate of the card"),
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--der", action="store_true", help=translate("cli", "write it as DER"))
    form.add_argument("--pem", action="store_true", help=translate("cli", "write it as PEM"))
    add_password_options(parser)


def run(arguments: argparse.Namespace, session: CardSession) -> int:
    """Read the certificate and print it."""
    which = CertificateFile(arguments.certificate)
    certificate = read_certificate(arguments, session, which)
    remember(session.world, certificate)
    if arguments.der:
        sys.stdout.buffer.write(certificate.der)
        sys.stdout.buffer.flush()
    elif arguments.pem:
        print(to_pem(certificate.der), end="")
    elif arguments.json:
        print_json(as_json(certificate, session.world.clock()))
    else:
        _print_text(certificate)
        return 0
    _warn_of_test(certificate)
    return 0


def read_certificate(
    arguments: argparse.Namespace, session: CardSession, which: CertificateFile
) -> Certificate:
    """Read without a password where the card allows it, and ask for one only where it does not."""
    cards = session.world.cards
    reader = session.reader(exact=not is_open(which))
    if is_open(which):
        try:
            return session.run(partial(read_open_certificate, cards, reader, which))
        except PasswordNeededError:
            # A phone guards this certificate too; it is told what is needed below.
            reader = session.reader(exact=True)
            if not can_ask(arguments):
                raise
    look = session.run(partial(look_at_certificate, cards, reader, which))
    if not can_ask(arguments):
        raise UsageError("no-password-source")
    password, last_try = obtain_password(arguments, PasswordKind(which.value), look.password)
    with password:
        return session.run(
            partial(read_protected_certificate, cards, look, password, last_try_confirmed=last_try)
        )


def to_pem(der: bytes) -> str:
    """Return a certificate in PEM (RFC 7468)."""
    text = base64.b64encode(der).decode("ascii")
    lines = [text[start : start + 64] for start in range(0, len(text), 64)]
    return "\n".join(["-----BEGIN CERTIFICATE-----", *lines, "-----END CERTIFICATE-----", ""])


def _print_text(certificate: Certificate) -> None:
    print(heading(certificate))
    test = banner(certificate)
    if test:
        print(test)
    print()
    print_rows(
        [
            (field_label(field), detail_value(field, certificate))
            for field in detail_fields(certificate)
        ]
    )
    print()
    print(translate("validity", "The validity of this certificate has not been checked."))


def _warn_of_test(certificate: Certificate) -> None:
    """Mark a test certificate beside an export whose form has no room for it."""
    test = banner(certificate)
    if test:
        print(test, file=sys.stderr)


def as_json(certificate: Certificate, now: datetime) -> dict[str, object]:
    """Return the documented shape of `jpki show --json`."""
    return {
        "kind": certificate.kind.value,
        "origin": certificate.origin.value,
        "version": f"V{certificate.version}",
        "serial": {"hex": certificate.serial_hex, "decimal": certificate.serial_decimal},
        "signature_algorithm": certificate.signature_algorithm,
        "issuer": [[part.type, part.value] for part in certificate.issuer],
        "subject": [[part.type, part.value] for part in certificate.subject],
        "not_before": certificate.not_before.astimezone(JST).isoformat(),
        "not_after": certificate.not_after.astimezone(JST).isoformat(),
        "days_left": certificate.days_left(now),
        "key": {"algorithm": certificate.key.algorithm, "bits": certificate.key.bits},
        "key_usage": list(certificate.key_usage),
        "extended_key_usage": list(certificate.extended_key_usage),
        "policies": list(certificate.policies),
        "ocsp_urls": list(certificate.ocsp_urls),
        "fingerprint": {"sha256": certificate.sha256, "sha1": certificate.sha1},
        "holder": _holder(certificate.holder),
    }


def _holder(holder: Holder | None) -> dict[str, object] | None:
    """Return the four facts and the two maps that mark substituted characters."""
    if holder is None:
        return None
    birth, sex = holder.birth_date, holder.sex
    return {
        "name": holder.name.text,
        "birth_date": birth.date.isoformat() if birth.date else birth.raw,
        "sex": sex.meaning.name.lower() if sex.meaning else sex.code,
        "address": holder.address.text,
        "name_substitutions": holder.name.substitution_map,
        "address_substitutions": holder.address.substitution_map,
    }
