"""A certificate in words: headings, banners and the values of the rows.

Nothing here says whether a certificate is valid; days left are arithmetic, not a verdict.
"""

import re
from collections.abc import Callable
from datetime import datetime

from jpki_desktop.certificate.fields import EXTENSION_FIELDS, Field
from jpki_desktop.certificate.holder import Holder
from jpki_desktop.certificate.jpki_profile import SubjectParts, subject_parts
from jpki_desktop.certificate.model import Certificate, CertificateKind, Origin, PublicKeyFacts
from jpki_desktop.certificate.period import Period
from jpki_desktop.wording import dates
from jpki_desktop.wording.certificate_extensions import extension_value, unknown_extensions
from jpki_desktop.wording.certificate_labels import (
    field_label,
    field_mnemonic,
    kind_name,
    sex_name,
)
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.names import escape_controls, name_lines, name_summary

__all__ = [
    "banner",
    "basic_value",
    "days_left_text",
    "days_to_end_text",
    "detail_summary",
    "detail_value",
    "escape_controls",
    "field_label",
    "field_mnemonic",
    "heading",
    "kind_name",
    "public_key_words",
    "substitution_legend",
]

# How people call the curves (FIPS 186-4 D.1.2).
_CURVE_NAMES = {"secp256r1": "P-256", "secp384r1": "P-384", "secp521r1": "P-521"}


def heading(certificate: Certificate) -> str:
    """The line above the tabs; the service is named only where the issuer's name claims it."""
    if certificate.kind is CertificateKind.OTHER or certificate.origin is Origin.OTHER:
        return kind_name(CertificateKind.OTHER)
    if certificate.origin is Origin.DEMO:
        text = translate("certificate", "Demonstration: {kind}")
        return text.format(kind=kind_name(certificate.kind))
    return {
        CertificateKind.AUTH: translate("certificate", "JPKI user authentication certificate"),
        CertificateKind.SIGN: translate("certificate", "JPKI digital signature certificate"),
        CertificateKind.AUTH_CA: translate(
            "certificate", "JPKI certificate of the user authentication authority"
        ),
        CertificateKind.SIGN_CA: translate(
            "certificate", "JPKI certificate of the digital signature authority"
        ),
    }[certificate.kind]


def banner(certificate: Certificate) -> str | None:
    """What must stand above a certificate that only looks like an official one."""
    if certificate.origin is Origin.JPKI_TEST:
        return translate(
            "certificate",
            "For tests: this certificate comes from the test authority of JPKI. "
            "It is no proof of any person.",
        )
    if certificate.origin is Origin.DEMO and certificate.is_ca:
        return translate(
            "certificate",
            "For tests (demonstration): this is the program's own test authority. "
            "It is not official.",
        )
    if certificate.origin is Origin.DEMO:
        return translate(
            "certificate",
            "For tests (demonstration): an invented certificate of this program's own test "
            "authority. It is not official.",
        )
    return None


def substitution_legend() -> str:
    """What the mark on substituted characters means."""
    return translate(
        "certificate",
        "Marked characters stand for others that cannot be recorded in the certificate.",
    )


def days_left_text(period: Period, now: datetime) -> str:
    """How long the certificate runs, in days of Japan's calendar."""
    if period.is_not_yet_valid(now):
        start = dates.day_in_japan(period.not_before)
        return translate("certificate", "Begins on {date}").format(date=start)
    return days_to_end_text(period.days_left(now), ended=period.is_expired(now))


def days_to_end_text(days: int, *, ended: bool) -> str:
    """How many days there are until the end, or since."""
    if days < 0:
        return _days_ago(-days)
    if ended:
        return translate("certificate", "Ended today")
    return _days_to_go(days)


def _days_ago(days: int) -> str:
    if days == 1:
        return translate("certificate", "Ended yesterday")
    return translate("certificate", "Ended {days} days ago").format(days=days)


def _days_to_go(days: int) -> str:
    if days == 0:
        return translate("certificate", "Ends today")
    if days == 1:
        return translate("certificate", "1 day left")
    return translate("certificate", "{days} days left").format(days=days)


def basic_value(field: Field, certificate: Certificate) -> str:
    """The value of a row on the first tab: dates are days, in the Japanese calendar in Japanese."""
    if field is Field.NOT_BEFORE:
        return dates.day_in_japan(certificate.not_before)
    if field is Field.NOT_AFTER:
        return dates.day_in_japan(certificate.not_after)
    return detail_value(field, certificate)


def detail_value(field: Field, certificate: Certificate) -> str:
    """The full value of a row on the second tab; empty when the certificate has no such fact."""
    if field in EXTENSION_FIELDS:
        facts = certificate.find(EXTENSION_FIELDS[field])
        return "" if facts is None else extension_value(facts)
    return _VALUES[field](certificate)


def detail_summary(field: Field, certificate: Certificate) -> str:
    """The value of a row on one line, for the list."""
    if field is Field.ISSUER:
        return name_summary(certificate.issuer)
    if field is Field.SUBJECT:
        return name_summary(certificate.subject)
    if field is Field.PUBLIC_KEY:
        return public_key_words(certificate.key)
    return "; ".join(line for line in detail_value(field, certificate).split("\n") if line)


def _signature_algorithm(name: str) -> str:
    """The name as the official client writes it: Sha-256WithRSAEncryption."""
    return re.sub(r"^sha(?=[0-9]+With)", "Sha-", name)


def public_key_words(key: PublicKeyFacts) -> str:
    """Algorithm, size and curve of a key, without the key itself."""
    curve = "" if key.curve is None else _CURVE_NAMES.get(key.curve, key.curve)
    size = translate("certificate", "{bits} bit").format(bits=key.bits) if key.bits else ""
    notes = ", ".join(note for note in (size, curve) if note)
    return f"{key.algorithm} ({notes})" if notes else key.algorithm


def _hex(octets: bytes | None) -> str:
    return "" if octets is None else octets.hex().upper()


def _name(holder: Holder | None) -> str:
    return "" if holder is None else escape_controls(holder.name.text)


def _address(holder: Holder | None) -> str:
    return "" if holder is None else escape_controls(holder.address.text)


def _birth_date(holder: Holder | None) -> str:
    return "" if holder is None else escape_controls(dates.birth_date(holder.birth_date))


def _sex(holder: Holder | None) -> str:
    if holder is None or not holder.sex.code:
        return ""
    if holder.sex.meaning is not None:
        return sex_name(holder.sex.meaning)
    return translate("certificate", "Unknown ({raw})").format(raw=escape_controls(holder.sex.code))


def _request_time(parts: SubjectParts) -> str:
    if parts.request_moment is None:
        return parts.request_time or ""
    return dates.moment_in_japan(parts.request_moment)


def _parts(certificate: Certificate) -> SubjectParts:
    return subject_parts(certificate.kind, certificate.subject)


_VALUES: dict[Field, Callable[[Certificate], str]] = {
    Field.NAME: lambda it: _name(it.holder),
    Field.BIRTH_DATE: lambda it: _birth_date(it.holder),
    Field.SEX: lambda it: _sex(it.holder),
    Field.ADDRESS: lambda it: _address(it.holder),
    Field.NOT_BEFORE: lambda it: dates.moment_in_japan(it.not_before),
    Field.NOT_AFTER: lambda it: dates.moment_in_japan(it.not_after),
    Field.ISSUER: lambda it: name_lines(it.issuer),
    Field.SUBJECT: lambda it: name_lines(it.subject),
    Field.SHA256: lambda it: it.sha256,
    Field.SHA1: lambda it: it.sha1,
    Field.VERSION: lambda it: f"V{it.version}",
    Field.SERIAL_HEX: lambda it: it.serial_hex,
    Field.SERIAL_DECIMAL: lambda it: it.serial_decimal,
    Field.SIGNATURE_ALGORITHM: lambda it: _signature_algorithm(it.signature_algorithm),
    Field.RANDOM_STRING: lambda it: escape_controls(_parts(it).random_string or ""),
    Field.REQUEST_TIME: lambda it: _request_time(_parts(it)),
    Field.TERMINAL: lambda it: escape_controls(_parts(it).terminal or ""),
    Field.SEQUENCE: lambda it: _parts(it).sequence or "",
    Field.PUBLIC_KEY: lambda it: f"{public_key_words(it.key)}\n{_hex(it.key.der)}",
    Field.ISSUER_UNIQUE_ID: lambda it: _hex(it.issuer_unique_id),
    Field.SUBJECT_UNIQUE_ID: lambda it: _hex(it.subject_unique_id),
    Field.UNKNOWN_EXTENSIONS: lambda it: unknown_extensions(it.extensions),
}
