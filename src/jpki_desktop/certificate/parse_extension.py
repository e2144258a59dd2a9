"""Extensions and names read from DER, each on its own.

An extension that cannot be read keeps its raw value and loses only its facts, so that one odd
extension never hides the rest of a certificate. The certificate around it is `parse`'s work.
"""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from asn1crypto import core, x509

from jpki_desktop.certificate import oid_names
from jpki_desktop.certificate.extension import (
    AccessLocation,
    AuthorityAccess,
    AuthorityKeyIdentifier,
    BasicConstraints,
    CertificatePolicies,
    CrlDistributionPoints,
    ExtendedKeyUsage,
    Extension,
    ExtensionFacts,
    GeneralName,
    GeneralNameKind,
    IssuerAlternativeNames,
    KeyUsage,
    Name,
    NameAttribute,
    Policy,
    SubjectAlternativeNames,
    SubjectKeyIdentifier,
)

# The bits of keyUsage in their order (RFC 5280 4.2.1.3), by the name that asn1crypto gives them.
_KEY_USAGE_BITS = {
    "digital_signature": "digitalSignature",
    "non_repudiation": "nonRepudiation",
    "key_encipherment": "keyEncipherment",
    "data_encipherment": "dataEncipherment",
    "key_agreement": "keyAgreement",
    "key_cert_sign": "keyCertSign",
    "crl_sign": "cRLSign",
    "encipher_only": "encipherOnly",
    "decipher_only": "decipherOnly",
}

_TEXT_NAMES = {
    "rfc822_name": GeneralNameKind.EMAIL,
    "dns_name": GeneralNameKind.DNS,
    "uniform_resource_identifier": GeneralNameKind.URI,
}

# No authority in use has anywhere near this many below it; a larger number is an attack on str().
_LARGEST_PATH_LENGTH = 2**31


class _PlainExtension(core.Sequence):  # type: ignore[misc]
    """Extension (RFC 5280 4.1) with a value that nobody has tried to understand yet.

    The library's own class parses the value as soon as it is touched and fails as a whole.
    """

    _fields: ClassVar[list[Any]] = [
        ("extn_id", core.ObjectIdentifier),
        ("critical", core.Boolean, {"default": False}),
        ("extn_value", core.OctetString),
    ]


def read_extension(raw: x509.Extension) -> Extension:
    """One extension with its facts, or without them when it is unknown or malformed."""
    plain = _PlainExtension.load(raw.dump(), strict=True)
    oid, value = str(plain["extn_id"].dotted), bytes(plain["extn_value"])
    return Extension(oid, bool(plain["critical"].native), value, read_facts(oid, value))


def read_facts(oid: str, value: bytes) -> ExtensionFacts | None:
    """What the value of an extension says, or None when it is unknown or malformed."""
    if oid not in _READERS:
        return None
    spec, reader = _READERS[oid]
    try:
        return reader(spec.load(value, strict=True))
    except Exception:  # noqa: BLE001 - what asn1crypto raises for malformed input is not specified
        return None


def read_name(name: x509.Name) -> Name:
    """A distinguished name in the order of the certificate."""
    return _attributes(part for relative in name.chosen for part in relative)


def _attributes(parts: Iterable[Any]) -> Name:
    return tuple(
        NameAttribute(oid_names.attribute_name(str(part["type"].dotted)), _text(part["value"]))
        for part in parts
    )


def _text(value: Any) -> str:
    """The text of a string type, or upper-case hexadecimal DER of anything else."""
    native = value.native
    return native if isinstance(native, str) else value.dump().hex().upper()


def read_general_name(name: x509.GeneralName) -> GeneralName:
    """One GeneralName; text stands as in the certificate, without decoding of URIs or IDNs."""
    chosen = name.chosen
    if name.name in _TEXT_NAMES:
        return GeneralName(_TEXT_NAMES[name.name], chosen.contents.decode("ascii"))
    if name.name == "directory_name":
        return GeneralName(GeneralNameKind.DIRECTORY, name=read_name(chosen))
    if name.name == "other_name":
        oid = str(chosen["type_id"].dotted)
        return GeneralName(GeneralNameKind.OTHER, _text(chosen["value"].parsed), type_oid=oid)
    if name.name == "ip_address":
        return GeneralName(GeneralNameKind.IP, str(chosen.native))
    if name.name == "registered_id":
        return GeneralName(GeneralNameKind.REGISTERED_ID, str(chosen.dotted))
    return GeneralName(GeneralNameKind.UNKNOWN, name.dump().hex().upper())


def _general_names(names: Iterable[x509.GeneralName]) -> tuple[GeneralName, ...]:
    return tuple(read_general_name(name) for name in names)


def _key_usage(value: x509.KeyUsage) -> KeyUsage:
    bits = value.native
    return KeyUsage(tuple(name for bit, name in _KEY_USAGE_BITS.items() if bit in bits))


def _extended_key_usage(value: x509.ExtKeyUsageSyntax) -> ExtendedKeyUsage:
    return ExtendedKeyUsage(tuple(oid_names.purpose_name(str(oid.dotted)) for oid in value))


def _policies(value: x509.CertificatePolicies) -> CertificatePolicies:
    return CertificatePolicies(tuple(_policy(policy) for policy in value))


def _policy(value: x509.PolicyInformation) -> Policy:
    found = [
        (qualifier["policy_qualifier_id"].native, qualifier["qualifier"].native)
        for qualifier in value["policy_qualifiers"]
    ]
    uris = tuple(str(text) for kind, text in found if kind == "certification_practice_statement")
    notices = (notice["explicit_text"] for kind, notice in found if kind == "user_notice")
    oid = str(value["policy_identifier"].dotted)
    return Policy(oid, uris, tuple(str(text) for text in notices if text is not None))


def _basic_constraints(value: x509.BasicConstraints) -> BasicConstraints:
    length = value["path_len_constraint"].native
    if length is not None and not 0 <= length < _LARGEST_PATH_LENGTH:
        raise ValueError(length.bit_length())
    return BasicConstraints(bool(value["ca"].native), length)


def _authority_key_identifier(value: x509.AuthorityKeyIdentifier) -> AuthorityKeyIdentifier:
    issuer = value["authority_cert_issuer"]
    return AuthorityKeyIdentifier(
        key_identifier=value["key_identifier"].native,
        issuer=() if isinstance(issuer, core.Void) else _general_names(issuer),
        serial=value["authority_cert_serial_number"].native,
    )


def _distribution_points(value: x509.CRLDistributionPoints) -> CrlDistributionPoints:
    return CrlDistributionPoints(tuple(_point(point["distribution_point"]) for point in value))


def _point(value: Any) -> tuple[GeneralName, ...]:
    if isinstance(value, core.Void):
        return ()
    if value.name == "full_name":
        return _general_names(value.chosen)
    return (GeneralName(GeneralNameKind.DIRECTORY, name=_attributes(value.chosen)),)


def _authority_access(value: x509.AuthorityInfoAccessSyntax) -> AuthorityAccess:
    return AuthorityAccess(
        tuple(
            AccessLocation(
                oid_names.access_method_name(str(access["access_method"].dotted)),
                read_general_name(access["access_location"]),
            )
            for access in value
        )
    )


# RFC 5280 4.2.1 and 4.2.2.
_READERS: dict[str, tuple[type[Any], Callable[[Any], ExtensionFacts]]] = {
    "2.5.29.14": (core.OctetString, lambda value: SubjectKeyIdentifier(bytes(value))),
    "2.5.29.15": (x509.KeyUsage, _key_usage),
    "2.5.29.17": (
        x509.GeneralNames,
        lambda value: SubjectAlternativeNames(_general_names(value)),
    ),
    "2.5.29.18": (x509.GeneralNames, lambda value: IssuerAlternativeNames(_general_names(value))),
    "2.5.29.19": (x509.BasicConstraints, _basic_constraints),
    "2.5.29.31": (x509.CRLDistributionPoints, _distribution_points),
    "2.5.29.32": (x509.CertificatePolicies, _policies),
    "2.5.29.35": (x509.AuthorityKeyIdentifier, _authority_key_identifier),
    "2.5.29.37": (x509.ExtKeyUsageSyntax, _extended_key_usage),
    "1.3.6.1.5.5.7.1.1": (x509.AuthorityInfoAccessSyntax, _authority_access),
}
