"""The ASN.1 of CMP that a revocation needs, for asn1crypto. Nothing is judged here.

Sources: RFC 4210 5.1 to 5.3 (tags EXPLICIT), RFC 4211 5 for CertTemplate (tags IMPLICIT, except
where the type is a CHOICE), as RFC 9480 leaves them.
"""

from typing import Any, ClassVar

from asn1crypto import core, x509

from jpki_desktop.certificate.parse import PlainAlgorithm

OPTIONAL = {"optional": True}


class FreeText(core.SequenceOf):  # type: ignore[misc]
    """PKIFreeText."""

    _child_spec = core.UTF8String


class PlainList(core.SequenceOf):  # type: ignore[misc]
    """A list whose members are kept as they came."""

    _child_spec = core.Any


class Header(core.Sequence):  # type: ignore[misc]
    """PKIHeader."""

    _fields: ClassVar[list[Any]] = [
        ("pvno", core.Integer),
        ("sender", x509.GeneralName),
        ("recipient", x509.GeneralName),
        ("message_time", core.GeneralizedTime, {"explicit": 0, **OPTIONAL}),
        ("protection_algorithm", PlainAlgorithm, {"explicit": 1, **OPTIONAL}),
        ("sender_key", core.OctetString, {"explicit": 2, **OPTIONAL}),
        ("recipient_key", core.OctetString, {"explicit": 3, **OPTIONAL}),
        ("transaction_id", core.OctetString, {"explicit": 4, **OPTIONAL}),
        ("sender_nonce", core.OctetString, {"explicit": 5, **OPTIONAL}),
        ("recipient_nonce", core.OctetString, {"explicit": 6, **OPTIONAL}),
        ("free_text", FreeText, {"explicit": 7, **OPTIONAL}),
        ("general_info", PlainList, {"explicit": 8, **OPTIONAL}),
    ]


class CertificateTemplate(core.Sequence):  # type: ignore[misc]
    """CertTemplate, as far as it names a certificate."""

    _fields: ClassVar[list[Any]] = [
        ("serial", core.Integer, {"implicit": 1, **OPTIONAL}),
        ("issuer", x509.Name, {"explicit": 3, **OPTIONAL}),
    ]


class RevocationDetails(core.Sequence):  # type: ignore[misc]
    """RevDetails."""

    _fields: ClassVar[list[Any]] = [
        ("certificate", CertificateTemplate),
        ("entry_extensions", x509.Extensions, OPTIONAL),
    ]


class RevocationRequests(core.SequenceOf):  # type: ignore[misc]
    """RevReqContent."""

    _child_spec = RevocationDetails


class StatusInfo(core.Sequence):  # type: ignore[misc]
    """PKIStatusInfo."""

    _fields: ClassVar[list[Any]] = [
        ("status", core.Integer),
        ("text", FreeText, OPTIONAL),
        ("failures", core.BitString, OPTIONAL),
    ]


class StatusInfos(core.SequenceOf):  # type: ignore[misc]
    """The results, one for each certificate that was named."""

    _child_spec = StatusInfo


class CertificateId(core.Sequence):  # type: ignore[misc]
    """CertId (RFC 4211 6.4)."""

    _fields: ClassVar[list[Any]] = [("issuer", x509.GeneralName), ("serial", core.Integer)]


class CertificateIds(core.SequenceOf):  # type: ignore[misc]
    """The certificates that an answer is about."""

    _child_spec = CertificateId


class RevocationResponse(core.Sequence):  # type: ignore[misc]
    """RevRepContent."""

    _fields: ClassVar[list[Any]] = [
        ("results", StatusInfos),
        ("certificates", CertificateIds, {"explicit": 0, **OPTIONAL}),
        ("lists", PlainList, {"explicit": 1, **OPTIONAL}),
    ]


class ErrorMessage(core.Sequence):  # type: ignore[misc]
    """ErrorMsgContent."""

    _fields: ClassVar[list[Any]] = [
        ("result", StatusInfo),
        ("code", core.Integer, OPTIONAL),
        ("details", FreeText, OPTIONAL),
    ]


class Body(core.Choice):  # type: ignore[misc]
    """PKIBody: the kinds that occur around a revocation; all others cannot be read."""

    _alternatives: ClassVar[list[Any]] = [
        ("request", RevocationRequests, {"explicit": 11}),
        ("response", RevocationResponse, {"explicit": 12}),
        ("error", ErrorMessage, {"explicit": 23}),
    ]


class ProtectedPart(core.Sequence):  # type: ignore[misc]
    """What the protection is over (RFC 4210 5.1.3)."""

    _fields: ClassVar[list[Any]] = [("header", Header), ("body", Body)]


class Message(core.Sequence):  # type: ignore[misc]
    """PKIMessage."""

    _fields: ClassVar[list[Any]] = [
        ("header", Header),
        ("body", Body),
        ("protection", core.BitString, {"explicit": 0, **OPTIONAL}),
        ("certificates", PlainList, {"explicit": 1, **OPTIONAL}),
    ]


def is_there(value: Any) -> bool:
    """Whether an optional part came with the message."""
    return not isinstance(value, core.Void)
