"""DER items, written and read: as much as the test authority needs (X.690 8.1, 10.1)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One element: its identifier octet, its contents, and all of it."""

    tag: int
    content: bytes
    whole: bytes


def pack(tag: int, content: bytes) -> bytes:
    """Write one element."""
    size = len(content)
    if size < 0x80:
        return bytes((tag, size)) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(length))) + length + content


def items(data: bytes) -> list[Item]:
    """Read elements that follow one another.

    Raises:
        ValueError: the data ends within one.
    """
    found, at = [], 0
    while at < len(data):
        start = at + 2
        size = data[at + 1] if start <= len(data) else len(data)
        if size > 0x80:
            start += size & 0x7F
            size = int.from_bytes(data[at + 2 : start], "big")
        end = start + size
        if end > len(data):
            raise ValueError("truncated")
        found.append(Item(data[at], data[start:end], data[at:end]))
        at = end
    return found


def unpack(data: bytes, tag: int) -> bytes:
    """Return the contents of the one element of this tag.

    Raises:
        ValueError: there is another one, or more.
    """
    match items(data):
        case [item] if item.tag == tag:
            return item.content
    raise ValueError(f"{tag:02X} expected")
