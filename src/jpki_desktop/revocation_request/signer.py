"""Who signed an answer, and whether that one may.

Either exactly a certificate that was given for the server, or one below it that its authority has
made for this: without that purpose, every holder of a certificate could answer.
"""

from datetime import datetime
from typing import Any

from jpki_desktop.certificate.extension import SubjectKeyIdentifier
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.errors import CertificateError
from jpki_desktop.revocation_request.model import Unproven
from jpki_desktop.revocation_request.structures import ProtectedPart, is_there
from jpki_desktop.validity.path import check_path, form_fault, key_fault
from jpki_desktop.validity.result import PathState, Trust
from jpki_desktop.validity.signed import Signed, digest_of, fits, octets, parts_of
from jpki_desktop.validity.trust import Purpose, TrustedAuthority

# id-kp-cmcCA and id-kp-cmcRA (RFC 6402 2.10; RFC 9483 3.2 wants one of them).
_MAY_ANSWER = frozenset({"1.3.6.1.5.5.7.3.27", "1.3.6.1.5.5.7.3.28"})

# AlgorithmIdentifier of RSA without parameters, up to its last octet, which names the hash.
_BARE_RSA = bytes.fromhex("300b06092a864886f70d0101")

_MOST_CERTIFICATES = 10


class NotProvenError(Exception):
    """The answer proves nothing; never leaves `revocation_request`."""

    def __init__(self, cause: Unproven) -> None:
        super().__init__(cause)
        self.cause = cause


def check_signer(message: Any, signers: tuple[Certificate, ...], now: datetime) -> None:
    """Return if somebody who may has signed these very bytes.

    Raises:
        NotProvenError: nobody has, or somebody who may not.
        ValueError, TypeError: it cannot be read.
    """
    header = message["header"]
    algorithm = header["protection_algorithm"]
    if not is_there(message["protection"]) or not is_there(algorithm):
        raise NotProvenError(Unproven.UNPROTECTED)
    signed = Signed(
        _protected(message),
        _with_parameters(bytes(algorithm.untag().dump())),
        octets(message["protection"]),
    )
    if digest_of(signed.algorithm) is None:
        raise NotProvenError(Unproven.WRONG_PROTECTION)
    along = _certificates(message)
    named = [one for one in (*signers, *along) if _is_named(header, one)]
    if not named:
        raise NotProvenError(Unproven.NOT_AUTHORISED)
    fitting = [one for one in named if fits(signed, one.key.der)]
    if not fitting:
        raise NotProvenError(Unproven.WRONG_PROTECTION)
    if not any(_may_answer(one, signers, along, now) for one in fitting):
        raise NotProvenError(Unproven.NOT_AUTHORISED)


def _protected(message: Any) -> bytes:
    """Header and body as they were received, under one SEQUENCE (RFC 4210 5.1.3)."""
    content = bytes(message["header"].dump()) + bytes(message["body"].dump())
    return bytes(ProtectedPart(contents=content).dump())


def _with_parameters(algorithm: bytes) -> bytes:
    """OpenSSL leaves the NULL of RSA out, which RFC 4055 5 lets a reader accept."""
    bare = len(algorithm) == len(_BARE_RSA) + 1 and algorithm.startswith(_BARE_RSA)
    return b"\x30\x0d" + algorithm[2:] + b"\x05\0" if bare else algorithm


def _certificates(message: Any) -> tuple[Certificate, ...]:
    """The certificates that came along; servers add such as nobody here can read."""
    found = []
    sent = message["certificates"]
    for one in list(sent)[:_MOST_CERTIFICATES] if is_there(sent) else []:
        try:
            certificate = parse_certificate(bytes(one.dump()))
            parts_of(certificate.der)
        except (CertificateError, ValueError, TypeError):
            continue
        found.append(certificate)
    return tuple(found)


def _is_named(header: Any, candidate: Certificate) -> bool:
    sender = header["sender"]
    if sender.name != "directory_name":
        return False
    if bytes(sender.chosen.untag().dump()) != parts_of(candidate.der).subject:
        return False
    named, own = header["sender_key"].native, candidate.find(SubjectKeyIdentifier)
    return named is None or own is None or bool(named == own.identifier)


def _may_answer(
    candidate: Certificate,
    signers: tuple[Certificate, ...],
    along: tuple[Certificate, ...],
    now: datetime,
) -> bool:
    if form_fault(candidate) is not None or key_fault(candidate.key) is not None:
        return False
    if candidate.is_expired(now) or candidate.is_not_yet_valid(now):
        return False
    if any(candidate.der == signer.der for signer in signers):
        return True
    if not _MAY_ANSWER & set(candidate.extended_key_usage):
        return False
    if candidate.key_usage and "digitalSignature" not in candidate.key_usage:
        return False
    authorities = tuple(TrustedAuthority(one, Trust.GIVEN, Purpose.ANY) for one in signers)
    return check_path(candidate, authorities, now, between=along).state is PathState.OK
