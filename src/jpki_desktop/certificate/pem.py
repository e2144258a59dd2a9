"""PEM: the blocks of a text that may hold anything else around them.

What is inside a block is decided by its content, not by its label. Source: RFC 7468.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass

_BEGIN = b"-----BEGIN "
_END = b"-----END "
_LINE_END = b"-----"
_LONGEST_LABEL = 64

# Such a text takes three times its size in memory; an editor's file is never larger.
_LARGEST_WIDE_TEXT = 16 * 1024 * 1024

# Base64 without any armour, as some systems write it; a DER SEQUENCE always begins with these.
_BARE = re.compile(rb"\s*M[A-P][A-Za-z0-9+/\s]*=?\s*=?\s*")


@dataclass(frozen=True, slots=True)
class PemBlock:
    """One block; `der` is None when its text is no base64 or has no end."""

    label: str
    der: bytes | None


def has_blocks(data: bytes) -> bool:
    """Whether there is anything that begins like a block."""
    return _BEGIN in data


def blocks(data: bytes) -> Iterator[PemBlock]:
    """Every block in its order, in time that grows with the length alone."""
    begin = data.find(_BEGIN)
    while begin >= 0:
        end = data.find(_END, begin)
        if end < 0:
            yield PemBlock(_label(data, begin), None)
            return
        # A block without its end must not swallow the next one.
        following = data.find(_BEGIN, begin + 1, end)
        if following >= 0:
            yield PemBlock(_label(data, begin), None)
            begin = following
            continue
        yield PemBlock(_label(data, begin), _body(data, begin, end))
        begin = data.find(_BEGIN, end)


def _label(data: bytes, begin: int) -> str:
    at = begin + len(_BEGIN)
    end = data.find(_LINE_END, at, at + _LONGEST_LABEL + len(_LINE_END))
    return data[at:end].decode("ascii", "replace") if end >= 0 else ""


def _body(data: bytes, begin: int, end: int) -> bytes | None:
    at = begin + len(_BEGIN)
    start = data.find(_LINE_END, at, end)
    if start < 0:
        return None
    start += len(_LINE_END)
    # Headers as in "Proc-Type: 4,ENCRYPTED" end with an empty line (RFC 1421 4.6).
    colon = data.find(b":", start, min(end, start + 1024))
    if colon >= 0:
        lines = [data.find(blank, colon, end) for blank in (b"\n\n", b"\r\n\r\n")]
        start = min((line for line in lines if line >= 0), default=start)
    try:
        return binascii.a2b_base64(memoryview(data)[start:end]) or None
    except ValueError:
        return None


def bare_base64(data: bytes) -> bytes | None:
    """The content of a text that is nothing but base64, or None."""
    if not _BARE.fullmatch(data):
        return None
    try:
        return binascii.a2b_base64(data)
    except ValueError:
        return None


def without_byte_order_mark(data: bytes) -> bytes:
    """A text of Windows in UTF-16 as the ASCII that PEM is; everything else unchanged."""
    if len(data) > _LARGEST_WIDE_TEXT:
        return data
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[2:].decode(encoding, "replace").encode("ascii", "replace")
    return data


def to_pem(der: bytes) -> str:
    """A certificate in PEM."""
    text = base64.b64encode(der).decode("ascii")
    lines = [text[start : start + 64] for start in range(0, len(text), 64)]
    return "\n".join(["-----BEGIN CERTIFICATE-----", *lines, "-----END CERTIFICATE-----", ""])
