"""What opening a PKCS#12 file would cost, read from its ASN.1 before any key is derived.

A file names its own iteration counts, and a hostile one names billions. Only costs are judged
here; the file is opened by `pkcs12`. What lies inside an encrypted part cannot be seen beforehand
and is held by the time limit there.
Sources: RFC 7292 4 and appendix C, RFC 8018 A, RFC 7914 7, RFC 9579 4.
"""

from collections.abc import Iterator

from jpki_desktop.certificate import ber
from jpki_desktop.certificate.ber import BerError, Element

# OpenSSL writes 2048 and OWASP advises 600,000; five million take some seconds.
MOST_ITERATIONS = 5_000_000
MOST_MEMORY = 64 * 1024 * 1024

_PKCS12_PBE = bytes.fromhex("2a864886f70d010c01")
_PKCS5 = bytes.fromhex("2a864886f70d0105")
_PBKDF2 = _PKCS5 + b"\x0c"
_PBES2 = _PKCS5 + b"\x0d"
_PBMAC1 = _PKCS5 + b"\x0e"
_SCRYPT = bytes.fromhex("2b06010401da47040b")

_PKCS7 = bytes.fromhex("2a864886f70d0107")
_DATA = _PKCS7 + b"\x01"
_ENCRYPTED_DATA = _PKCS7 + b"\x06"
_BAG_TYPES = bytes.fromhex("2a864886f70d010c0a01")
_SHROUDED_KEY_BAG = _BAG_TYPES + b"\x02"
_SAFE_CONTENTS_BAG = _BAG_TYPES + b"\x06"
_MOST_NESTED_BAGS = 8


class CostError(Exception):
    """The file asks for more than is allowed of `what` (`iterations` or `memory`)."""

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(what)
        self.what = what
        self.limit = limit


def check_cost(data: bytes) -> None:
    """Let pass a file whose visible key derivations are affordable, all of them together.

    Raises:
        CostError: they are not.
        BerError: the file is no PKCS#12 file, or one that uses something unknown.
    """
    total = 0
    for iterations in _derivations(data):
        if iterations <= 0:
            raise BerError("iterations")
        total += iterations
        if total > MOST_ITERATIONS:
            raise CostError("iterations", MOST_ITERATIONS)


def _derivations(data: bytes) -> Iterator[int]:
    outer = ber.element_at(data, 0, len(data))
    parts = _parts(data, outer)
    if len(parts) < 2:
        raise BerError("not-pkcs12")
    if len(parts) > 2:
        yield from _mac(data, parts[2])
    kind, content = _content_info(data, parts[1])
    if kind != _DATA:
        # Signed with a certificate instead of a password: nobody in use writes it.
        raise BerError("public-key-integrity")
    safe = ber.octets(data, content)
    for info in _parts(safe, ber.element_at(safe, 0, len(safe))):
        yield from _safe(safe, info)


def _mac(data: bytes, mac: Element) -> Iterator[int]:
    """MacData; with PBMAC1 the iterations that count are in its parameters."""
    parts = _parts(data, mac)
    digest_info = _parts(data, _at(parts, 0))
    algorithm = _parts(data, _at(digest_info, 0))
    if ber.contents(data, _at(algorithm, 0)) == _PBMAC1:
        yield from _key_derivation(data, _at(_parts(data, _at(algorithm, 1)), 0))
    else:
        yield ber.integer(data, parts[2]) if len(parts) > 2 else 1


def _safe(data: bytes, info: Element) -> Iterator[int]:
    kind, content = _content_info(data, info)
    if kind == _DATA:
        inner = ber.octets(data, content)
        yield from _bags(inner, ber.element_at(inner, 0, len(inner)), 0)
    elif kind == _ENCRYPTED_DATA:
        encrypted = _parts(data, _at(_parts(data, content), 1))
        yield from _algorithm(data, _at(encrypted, 1))
    else:
        raise BerError("public-key-privacy")


def _bags(data: bytes, contents: Element, level: int) -> Iterator[int]:
    if level > _MOST_NESTED_BAGS:
        raise BerError("too-deep")
    for bag in ber.children(data, contents):
        parts = _parts(data, bag)
        kind = ber.contents(data, _at(parts, 0))
        if kind in (_SHROUDED_KEY_BAG, _SAFE_CONTENTS_BAG):
            value = _at(_parts(data, _at(parts, 1)), 0)
            if kind == _SAFE_CONTENTS_BAG:
                yield from _bags(data, value, level + 1)
            else:
                yield from _algorithm(data, _at(_parts(data, value), 0))


def _content_info(data: bytes, info: Element) -> tuple[bytes, Element]:
    parts = _parts(data, info)
    return ber.contents(data, _at(parts, 0)), _at(_parts(data, _at(parts, 1)), 0)


def _algorithm(data: bytes, algorithm: Element) -> Iterator[int]:
    """The algorithm of something encrypted with a password."""
    parts = _parts(data, algorithm)
    oid = ber.contents(data, _at(parts, 0))
    parameters = _parts(data, _at(parts, 1))
    if oid == _PBES2:
        yield from _key_derivation(data, _at(parameters, 0))
    elif oid[:-1] in (_PKCS12_PBE, _PKCS5):
        yield ber.integer(data, _at(parameters, 1))
    else:
        raise BerError("algorithm")


def _key_derivation(data: bytes, function: Element) -> Iterator[int]:
    parts = _parts(data, function)
    oid = ber.contents(data, _at(parts, 0))
    parameters = _parts(data, _at(parts, 1))
    if oid == _PBKDF2:
        yield ber.integer(data, _at(parameters, 1))
    elif oid == _SCRYPT:
        cost, block, lanes = (ber.integer(data, _at(parameters, number)) for number in (1, 2, 3))
        if cost <= 0 or block <= 0 or lanes <= 0:
            raise BerError("scrypt")
        if 128 * block * (cost + lanes) > MOST_MEMORY:
            raise CostError("memory", MOST_MEMORY)
        # One block of scrypt takes about as long as four rounds of PBKDF2.
        yield 4 * cost * block * lanes
    else:
        raise BerError("key-derivation")


def _parts(data: bytes, parent: Element) -> list[Element]:
    if not parent.constructed:
        raise BerError("not-pkcs12")
    return list(ber.children(data, parent))


def _at(parts: list[Element], number: int) -> Element:
    if number >= len(parts):
        raise BerError("not-pkcs12")
    return parts[number]
