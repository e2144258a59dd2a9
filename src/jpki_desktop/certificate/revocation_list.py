"""A certificate revocation list described by a few facts, read from a stream of any length.

The head tells issuer and dates; the entries are only stepped over, so that a list of gigabytes
takes neither memory nor time. Whether a certificate is on the list is not looked up here.
Source of the structure: RFC 5280 5.1.
"""

import os
from datetime import UTC, datetime
from typing import BinaryIO

from asn1crypto import core, x509

from jpki_desktop.certificate import ber
from jpki_desktop.certificate.ber import BerError
from jpki_desktop.certificate.entries import RevocationListEntry
from jpki_desktop.certificate.extension import Name
from jpki_desktop.certificate.parse_extension import read_name

HEAD_BYTES = 64 * 1024

# About two million entries, counted in a second. Behind that the answer is "more than".
_COUNTED_BYTES = 64 * 1024 * 1024
_CHUNK = 1024 * 1024


def read_revocation_list(stream: BinaryIO, *, counted: int = _COUNTED_BYTES) -> RevocationListEntry:
    """Describe the list that begins where the stream stands.

    Raises:
        BerError: it is no list, or its first 64 KiB do not hold all that comes before the entries.
    """
    begin = stream.tell()
    head = stream.read(HEAD_BYTES)
    at, stop = _tbs_bounds(head)
    parts: list[ber.Element] = []
    # version, signature, issuer, thisUpdate, nextUpdate: the entries come after them.
    while len(parts) < 5 and at < min(stop, len(head)) and _before_entries(head[at], parts):
        part = ber.element_at(head, at, len(head))
        parts.append(part)
        at = part.end
    if parts and parts[0].tag == ber.INTEGER:
        del parts[0]
    if not _is_list_head([part.tag for part in parts]):
        raise BerError("not-a-crl")
    revoked, complete = 0, True
    if at < min(stop, len(head)) and head[at] == ber.SEQUENCE:
        _, start, length = ber.header_at(head, at, len(head))
        stream.seek(begin + start)
        revoked, complete = _count(stream, length, counted)
    return RevocationListEntry(
        issuer=_issuer(ber.raw(head, parts[1])),
        this_update=_moment(ber.raw(head, parts[2])),
        next_update=_moment(ber.raw(head, parts[3])) if len(parts) > 3 else None,
        revoked=revoked,
        counted_all=complete,
    )


def _tbs_bounds(head: bytes) -> tuple[int, int]:
    outer, start, _ = ber.header_at(head, 0, len(head))
    inner, tbs_start, length = ber.header_at(head, start, len(head))
    if outer != ber.SEQUENCE or inner != ber.SEQUENCE:
        raise BerError("not-a-crl")
    # An indefinite length ends where the file does, as far as this head is concerned.
    return tbs_start, tbs_start + length if length >= 0 else len(head)


def _before_entries(tag: int, parts: list[ber.Element]) -> bool:
    """Whether an element with this tag still stands before the entries."""
    seen = [part.tag for part in parts]
    if tag in (ber.UTC_TIME, ber.GENERALIZED_TIME):
        return True
    if tag == ber.INTEGER:
        return not seen
    return tag == ber.SEQUENCE and seen.count(ber.SEQUENCE) < 2


def _is_list_head(tags: list[int]) -> bool:
    times = {ber.UTC_TIME, ber.GENERALIZED_TIME}
    return (
        len(tags) in (3, 4) and tags[:2] == [ber.SEQUENCE, ber.SEQUENCE] and set(tags[2:]) <= times
    )


def _count(stream: BinaryIO, length: int, most: int) -> tuple[int, bool]:
    """How many elements stand in the next `length` bytes, and whether all were counted."""
    count, left = 0, min(length, most)
    while left > 0:
        chunk = stream.read(min(_CHUNK, left))
        found, used = _step_over(chunk)
        if used == 0:
            return count, False
        if used > left:
            # The last one reaches behind the list: it is damaged, or only counted so far.
            return count + found - 1, False
        count += found
        left -= used
        # Over the rest of an entry that reaches behind the chunk, or back to a header cut by it.
        stream.seek(used - len(chunk), os.SEEK_CUR)
    return count, left == 0 and length <= most


def _step_over(chunk: bytes) -> tuple[int, int]:
    """Count the entries that begin in the chunk; returns where the next one would begin."""
    at = count = 0
    size = len(chunk)
    while at + 2 <= size:
        length = chunk[at + 1]
        if chunk[at] != ber.SEQUENCE or length == 0x80:
            return 0, 0
        if length < 0x80:
            at += 2 + length
        else:
            octets = length & 0x7F
            if at + 2 + octets > size:
                break
            at += 2 + octets + int.from_bytes(chunk[at + 2 : at + 2 + octets], "big")
        count += 1
    return count, at


def _issuer(raw: bytes) -> Name:
    return ber.understood(lambda: read_name(x509.Name.load(raw, strict=True)))


def _moment(raw: bytes) -> datetime:
    spec = core.UTCTime if raw[0] == ber.UTC_TIME else core.GeneralizedTime
    native = ber.understood(lambda: spec.load(raw, strict=True).native)
    if not isinstance(native, datetime):
        raise BerError("date")
    return native.astimezone(UTC)
