"""Which structure a piece of BER is, judged by its first elements.

Reading the structure is the work of the module that knows it.
"""

from enum import Enum, auto

from jpki_desktop.certificate import ber
from jpki_desktop.certificate.ber import BerError, Element

# ContentInfo types (RFC 5652 4 and 5.1), as DER.
_PKCS7 = bytes.fromhex("2a864886f70d0107")
_SIGNED_DATA = _PKCS7 + b"\x02"

_TIMES = frozenset({ber.UTC_TIME, ber.GENERALIZED_TIME})
_ATTRIBUTES = ber.EXPLICIT_0


class Structure(Enum):
    """What can be told apart."""

    CERTIFICATE = auto()
    REVOCATION_LIST = auto()
    REQUEST = auto()
    SIGNED_DATA = auto()
    OTHER_PKCS7 = auto()
    PKCS12 = auto()
    PRIVATE_KEY = auto()
    UNKNOWN = auto()


def classify(data: bytes) -> Structure:
    """Say what the first element of `data` is; `data` may be the head of something longer.

    Raises:
        BerError: it begins with no element at all.
    """
    outer = _opened(data, 0, len(data))
    if outer.tag != ber.SEQUENCE:
        return Structure.UNKNOWN
    parts = _parts(data, outer)
    tags = [part.tag for part in parts]
    if tags == [ber.SEQUENCE, ber.OCTET_STRING]:
        # EncryptedPrivateKeyInfo (RFC 5958 3).
        return Structure.PRIVATE_KEY
    if tags[:1] == [ber.OBJECT_IDENTIFIER]:
        return _typed(ber.contents(data, parts[0]))
    if tags[:1] == [ber.INTEGER]:
        return _numbered(data, parts, tags)
    return _signed(data, parts[0]) if tags[:1] == [ber.SEQUENCE] else Structure.UNKNOWN


def _typed(oid: bytes) -> Structure:
    """A ContentInfo, by its type."""
    if oid == _SIGNED_DATA:
        return Structure.SIGNED_DATA
    return Structure.OTHER_PKCS7 if oid.startswith(_PKCS7) else Structure.UNKNOWN


def _numbered(data: bytes, parts: list[Element], tags: list[int]) -> Structure:
    """Structures that begin with their version number."""
    version = ber.contents(data, parts[0])
    if tags[1:2] == [ber.SEQUENCE]:
        if version == b"\x03":  # PFX (RFC 7292 4)
            return Structure.PKCS12
        # PrivateKeyInfo (RFC 5958 2)
        key = tags[2:3] == [ber.OCTET_STRING]
        return Structure.PRIVATE_KEY if key else Structure.UNKNOWN
    # RSAPrivateKey (RFC 8017 A.1.2), ECPrivateKey (RFC 5915 3)
    rsa = len(tags) >= 9 and set(tags) <= {ber.INTEGER, ber.SEQUENCE}
    ec = tags[1:2] == [ber.OCTET_STRING] and version == b"\x01"
    return Structure.PRIVATE_KEY if rsa or ec else Structure.UNKNOWN


def _signed(data: bytes, body: Element) -> Structure:
    """A certificate, a revocation list or a request, by the order of what they begin with."""
    tags = [part.tag for part in _parts(data, body)]
    if tags[:1] == [ber.EXPLICIT_0]:
        return Structure.CERTIFICATE
    numbered = tags[:1] == [ber.INTEGER]
    rest = tags[1:] if numbered else tags
    if rest[:2] != [ber.SEQUENCE, ber.SEQUENCE]:
        return Structure.UNKNOWN
    if rest[2:3] and rest[2] in _TIMES:
        return Structure.REVOCATION_LIST
    if numbered and rest[2:3] == [ber.SEQUENCE]:
        return Structure.CERTIFICATE
    if numbered and rest[2:3] in ([], [_ATTRIBUTES]):
        return Structure.REQUEST
    return Structure.UNKNOWN


def _opened(data: bytes, at: int, limit: int) -> Element:
    """An element that may reach behind the end of the data."""
    tag, start, length = ber.header_at(data, at, limit)
    stop = limit if length < 0 else min(limit, start + length)
    return Element(tag, at, start, stop, stop)


def _parts(data: bytes, outer: Element) -> list[Element]:
    """The first elements inside; the last of them may be cut off."""
    parts: list[Element] = []
    at = outer.start
    while at < outer.stop and len(parts) < 10:
        try:
            part = _opened(data, at, outer.stop)
        except BerError:
            break
        parts.append(part)
        _, start, length = ber.header_at(data, at, outer.stop)
        if length < 0:
            try:
                at = ber.element_at(data, at, outer.stop).end
            except BerError:
                break
        else:
            at = start + length
    return parts
