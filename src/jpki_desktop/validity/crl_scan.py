"""Goes through a revocation list of any length in constant memory: one pass, rarely two.

The first pass hashes what is signed and searches it for the serial number's octets: a signed list
that does not contain them cannot contain the number. Only where they occur, or where an entry may
carry a critical extension, a second pass goes from entry to entry. Nothing is judged here.
Source of the structure: RFC 5280 5.1, as DER.
"""

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

HEAD = 64 * 1024
_CHUNK = 256 * 1024

# Entries that may be of interest; a list full of them is not searched for ever.
_MOST_FOUND = 100_000

_SEQUENCE, _INTEGER, _BIT_STRING = 0x30, 0x02, 0x03
_TIMES = (0x17, 0x18)  # UTCTime, GeneralizedTime
_EXTENSIONS = 0xA0

# critical TRUE followed by the value's tag (RFC 5280 4.1): the mark of a critical extension.
_CRITICAL = b"\x01\x01\xff\x04"


class ScanError(ValueError):
    """The bytes are no revocation list in DER, or changed while they were read."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Where the parts of a list begin and end, and the small ones themselves.

    `entries` and `entries_end` are equal where there are none. `prefix` is the signed part up to
    its first entry; `opening` is the same without headers that count what follows.
    """

    entries: int
    entries_end: int
    body_end: int
    end: int
    prefix: bytes
    opening: bytes
    algorithm: bytes
    issuer: bytes
    has_next_update: bool


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan found: the digest, the parts behind the entries, and the entries of interest."""

    outline: Outline
    digest: bytes
    extensions: bytes
    algorithm: bytes
    signature: bytes
    entries: tuple[bytes, ...]


def scan(stream: BinaryIO, serial: int, digest_name: str, outline: Outline) -> Scanned:
    """Read the list; `stream` can be read twice and stands anywhere.

    Raises:
        ScanError: it is not the list that the outline was made of.
    """
    number = serial.to_bytes((serial.bit_length() + 7) // 8 or 1, "big")
    digest: Hash = hashlib.new(digest_name)
    hit = _first_pass(stream, outline, (number, _CRITICAL), digest)
    entries_digest = digest.copy().digest()
    tail = _read(stream, outline.end - outline.entries_end)
    if stream.read(1):
        raise ScanError("trailing")
    digest.update(tail[: outline.body_end - outline.entries_end])
    extensions, algorithm, signature = _tail(tail, outline)
    found: list[bytes] = []
    if hit:
        again: Hash = hashlib.new(digest_name)
        found = _second_pass(stream, outline, (number, _CRITICAL), again)
        if again.digest() != entries_digest:
            raise ScanError("changed")
    return Scanned(outline, digest.digest(), extensions, algorithm, signature, tuple(found))


def _first_pass(
    stream: BinaryIO, outline: Outline, patterns: tuple[bytes, ...], digest: "Hash"
) -> bool:
    """Hash everything up to the end of the entries; whether a pattern occurs among them."""
    stream.seek(outline.entries)
    digest.update(outline.prefix)
    left = outline.entries_end - outline.entries
    keep = max(map(len, patterns)) - 1
    # The end of one chunk stands before the next, so that no pattern falls between them.
    buffer = bytearray(keep + _CHUNK)
    view = memoryview(buffer)
    before, hit = 0, False
    while left:
        count = _fill(stream, view[before : before + min(_CHUNK, left)])
        end = before + count
        digest.update(view[before:end])
        # Backwards, which CPython does in a third of the time; where it is does not matter.
        hit = hit or any(buffer.rfind(pattern, 0, end) >= 0 for pattern in patterns)
        left -= count
        before = min(keep, end)
        buffer[:before] = buffer[end - before : end]
    return hit


def _second_pass(
    stream: BinaryIO, outline: Outline, patterns: tuple[bytes, ...], digest: "Hash"
) -> list[bytes]:
    """Step from entry to entry and return those that contain a pattern."""
    stream.seek(outline.entries)
    digest.update(outline.prefix)
    left = outline.entries_end - outline.entries
    found: list[bytes] = []
    rest = b""
    while left:
        chunk = _read(stream, min(_CHUNK, left))
        digest.update(chunk)
        left -= len(chunk)
        buffer = rest + chunk
        rest = buffer[_step(buffer, patterns, found) :]
        if len(rest) > HEAD or len(found) > _MOST_FOUND:
            raise ScanError("entry")
    if rest:
        raise ScanError("entries")
    return found


def _step(buffer: bytes, patterns: tuple[bytes, ...], found: list[bytes]) -> int:
    """Step over the whole entries of the buffer; returns where the last one ends."""
    at, size = 0, len(buffer)
    hit = _next(buffer, patterns, 0)
    while at + 2 <= size:
        length = buffer[at + 1]
        if buffer[at] != _SEQUENCE:
            raise ScanError("entry")
        if length < 0x80:
            end = at + 2 + length
        else:
            octets = length & 0x7F
            if at + 2 + octets > size:
                break
            end = at + 2 + octets + _long(buffer[at + 2 : at + 2 + octets])
        if end > size:
            break
        if hit < end:
            found.append(buffer[at:end])
            hit = _next(buffer, patterns, end)
        at = end
    return at


def _next(buffer: bytes, patterns: tuple[bytes, ...], start: int) -> int:
    """Where the next pattern begins, or behind everything."""
    places = [buffer.find(pattern, start) for pattern in patterns]
    return min((place for place in places if place >= 0), default=len(buffer) + 1)


def outline_of(stream: BinaryIO, size: int) -> Outline:
    """Find the parts of the list that fills the stream.

    Raises:
        ScanError: it is none, or its first 64 KiB do not hold all that comes before the entries.
    """
    stream.seek(0)
    head = stream.read(HEAD)
    _, start, end = _header(head, 0, _SEQUENCE)
    _, inside, body_end = _header(head, start, _SEQUENCE)
    if end != size or body_end > end:
        raise ScanError("length")
    at = _element(head, inside, _INTEGER)
    if head[inside:at] != b"\x02\x01\x01":  # v2, which extensions need (RFC 5280 5.1.2.1)
        raise ScanError("version")
    algorithm = _element(head, at, _SEQUENCE)
    issuer = _element(head, algorithm, _SEQUENCE)
    this_update = _element(head, issuer, *_TIMES)
    follows = _tag(head, this_update) if this_update < body_end else 0
    next_update = _element(head, this_update, *_TIMES) if follows in _TIMES else this_update
    entries, entries_end = next_update, next_update
    if next_update < body_end and _tag(head, next_update) == _SEQUENCE:
        _, entries, entries_end = _header(head, next_update, _SEQUENCE)
    if entries_end > body_end:
        raise ScanError("length")
    return Outline(
        entries=entries,
        entries_end=entries_end,
        body_end=body_end,
        end=end,
        prefix=head[start:entries],
        opening=head[inside:next_update],
        algorithm=head[at:algorithm],
        issuer=head[algorithm:issuer],
        has_next_update=next_update > this_update,
    )


def _tail(tail: bytes, outline: Outline) -> tuple[bytes, bytes, bytes]:
    """Cut what follows the entries into extensions, algorithm and signature."""
    behind = outline.body_end - outline.entries_end
    extensions = tail[:behind]
    if extensions and _element(tail, 0, _EXTENSIONS) != behind:
        raise ScanError("extensions")
    algorithm = _element(tail, behind, _SEQUENCE)
    if _element(tail, algorithm, _BIT_STRING) != len(tail):
        raise ScanError("signature")
    _, start, _ = _header(tail, algorithm, _BIT_STRING)
    if tail[start] != 0:  # unused bits
        raise ScanError("signature")
    return extensions, tail[behind:algorithm], tail[start + 1 :]


def _header(data: bytes, at: int, *tags: int) -> tuple[int, int, int]:
    """Tag, first octet of the contents and the octet behind them; DER lengths only."""
    tag = _tag(data, at)
    if tag not in tags or at + 2 > len(data):
        raise ScanError("tag")
    length = data[at + 1]
    start = at + 2
    if length >= 0x80:
        start += length & 0x7F
        length = _long(data[at + 2 : start])
    return tag, start, start + length


def _long(octets: bytes) -> int:
    """A length of more than one octet, in its shortest form (X.690 10.1)."""
    value = int.from_bytes(octets, "big")
    if not 1 <= len(octets) <= 8 or octets[0] == 0 or value < 0x80:
        raise ScanError("length")
    return value


def _element(data: bytes, at: int, *tags: int) -> int:
    """Where the element that begins at `at` ends, which is inside the data."""
    _, _, end = _header(data, at, *tags)
    if end > len(data):
        raise ScanError("length")
    return end


def _tag(data: bytes, at: int) -> int:
    if at >= len(data):
        raise ScanError("truncated")
    return data[at]


def _read(stream: BinaryIO, count: int) -> bytes:
    if count > _CHUNK:
        raise ScanError("length")
    buffer = bytearray(count)
    _fill(stream, memoryview(buffer))
    return bytes(buffer)


def _fill(stream: BinaryIO, view: memoryview) -> int:
    """Fill the whole view; a file may give less at a time than it has."""
    done = 0
    while done < len(view):
        count = stream.readinto(view[done:])  # type: ignore[attr-defined]
        if not count:
            raise ScanError("truncated")
        done += count
    return done
