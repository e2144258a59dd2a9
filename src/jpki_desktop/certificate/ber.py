"""BER elements by position: where each begins, where it ends, and nothing of what it means.

Bounded in depth and in number, so that no input makes it recurse or run without end. The values
are read by the modules around it; whole certificates are `parse`'s and `summary`'s work.
Source of the encoding: X.690 8.1.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

INTEGER = 0x02
BIT_STRING = 0x03
OCTET_STRING = 0x04
OBJECT_IDENTIFIER = 0x06
UTC_TIME = 0x17
GENERALIZED_TIME = 0x18
SEQUENCE = 0x30
SET = 0x31
EXPLICIT_0 = 0xA0
EXPLICIT_1 = 0xA1

_CONSTRUCTED = 0x20
_INDEFINITE = -1

# Certificate messages nest some 15 levels deep and a list of 10,000 certificates has as many
# elements; whatever goes far beyond is an attack.
MOST_LEVELS = 64
MOST_ELEMENTS = 500_000


class BerError(Exception):
    """The bytes are not BER, or not within the limits; `reason` is a short technical cause.

    It never leaves this package: whoever reads a file turns it into an entry or a `JpkiError`.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Element:
    """One element: identifier octet, first octet, and the bounds of its contents.

    `stop` is where the contents end and `end` where the element does; they differ by the two
    end-of-contents octets of an indefinite length.
    """

    tag: int
    begin: int
    start: int
    stop: int
    end: int

    @property
    def constructed(self) -> bool:
        """Whether the contents are elements again."""
        return bool(self.tag & _CONSTRUCTED)


def understood(read: Callable[[], T]) -> T:
    """What the library makes of an element.

    Raises:
        BerError: nothing; what it raises for malformed input is not specified.
    """
    try:
        return read()
    except BerError:
        raise
    except Exception as fault:  # noqa: BLE001 - its messages may quote the content
        raise BerError(type(fault).__name__) from None


def element_at(data: bytes, at: int, limit: int) -> Element:
    """The element that begins at `at` and must end at `limit` or before.

    Raises:
        BerError: there is none.
    """
    tag, start, length = header_at(data, at, limit)
    if length == _INDEFINITE:
        stop = _end_of_contents(data, start, limit)
        return Element(tag, at, start, stop, stop + 2)
    stop = start + length
    if stop > limit:
        raise BerError("truncated")
    return Element(tag, at, start, stop, stop)


def header_at(data: bytes, at: int, limit: int) -> tuple[int, int, int]:
    """Tag, first octet of the contents, and their length (-1 where it is indefinite).

    Raises:
        BerError: there is no whole header.
    """
    if at + 2 > limit:
        raise BerError("truncated")
    tag, length = data[at], data[at + 1]
    if tag & 0x1F == 0x1F:
        # No structure that is read here has a tag of more than one octet.
        raise BerError("tag")
    if length < 0x80:
        return tag, at + 2, length
    if length == 0x80:
        if not tag & _CONSTRUCTED:
            raise BerError("length")
        return tag, at + 2, _INDEFINITE
    start = at + 2 + (length & 0x7F)
    if start > limit:
        raise BerError("truncated")
    if start > at + 10:
        raise BerError("length")
    return tag, start, int.from_bytes(data[at + 2 : start], "big")


def _end_of_contents(data: bytes, at: int, limit: int) -> int:
    """Where the end-of-contents octets of an indefinite length stand."""
    levels = 1
    for _ in range(MOST_ELEMENTS):
        if data[at : at + 2] == b"\0\0" and at + 2 <= limit:
            levels -= 1
            if levels == 0:
                return at
            at += 2
            continue
        _, start, length = header_at(data, at, limit)
        if length == _INDEFINITE:
            levels += 1
            if levels > MOST_LEVELS:
                raise BerError("too-deep")
            at = start
        else:
            at = start + length
            if at > limit:
                raise BerError("truncated")
    raise BerError("too-complex")


def children(data: bytes, parent: Element) -> Iterator[Element]:
    """The elements inside `parent`, one after the other.

    Raises:
        BerError: the contents are not elements, or there are too many of them.
    """
    at = parent.start
    for _ in range(MOST_ELEMENTS):
        if at >= parent.stop:
            return
        child = element_at(data, at, parent.stop)
        yield child
        at = child.end
    raise BerError("too-complex")


def raw(data: bytes, element: Element) -> bytes:
    """The whole element."""
    return data[element.begin : element.end]


def contents(data: bytes, element: Element) -> bytes:
    """The contents of the element."""
    return data[element.start : element.stop]


def octets(data: bytes, element: Element) -> bytes:
    """The value of an OCTET STRING, which BER may cut into pieces (X.690 8.7.3).

    Raises:
        BerError: the pieces are no octets, or lie too deep.
    """
    if not element.constructed:
        return contents(data, element)
    pieces: list[bytes] = []
    waiting = [(element, 0)]
    while waiting:
        one, level = waiting.pop()
        if not one.constructed:
            pieces.append(contents(data, one))
        elif level > MOST_LEVELS:
            raise BerError("too-deep")
        else:
            inner = [(child, level + 1) for child in children(data, one)]
            waiting += reversed(inner)
    return b"".join(pieces)


def integer(data: bytes, element: Element) -> int:
    """The value of an INTEGER of moderate size.

    Raises:
        BerError: it is none.
    """
    value = contents(data, element)
    if element.tag != INTEGER or not 0 < len(value) <= 128:
        raise BerError("integer")
    return int.from_bytes(value, "big", signed=True)
