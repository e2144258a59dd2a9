"""Finds a password in anything that a program leaves behind, in every form it could take.

A part of it counts as well: any eight characters in a row are more than chance.
"""

import base64
import re
from collections.abc import Callable, Iterator, Mapping

_PART = 8


def forms(secret: str) -> dict[str, re.Pattern[bytes]]:
    """Return a pattern for each form in which `secret` could have been written down."""
    return {
        name: re.compile(b"|".join(_parts(secret, write)), flags)
        for name, (write, flags) in _WRITERS.items()
    }


def find_leaks(secret: str, material: Mapping[str, str | bytes]) -> list[str]:
    """Return where and how `secret` was found; `material` is named text or bytes."""
    patterns = forms(secret)
    return [
        f"{place}: {name}"
        for place, content in material.items()
        for name, pattern in patterns.items()
        if pattern.search(
            content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content
        )
    ]


def _parts(secret: str, write: Callable[[str], Iterator[bytes]]) -> Iterator[bytes]:
    for start in range(len(secret) - _PART + 1):
        yield from write(secret[start : start + _PART])


def _encoded(encoding: str) -> Callable[[str], Iterator[bytes]]:
    def write(text: str) -> Iterator[bytes]:
        yield re.escape(text.encode(encoding))

    return write


def _separated(form: str) -> Callable[[str], Iterator[bytes]]:
    """Write each byte by `form`, with any of the usual separators between two of them."""

    def write(text: str) -> Iterator[bytes]:
        numbers = [re.escape(format(byte, form)).encode() for byte in text.encode()]
        yield rb"(?<![0-9A-Fa-f])" + rb"\s*[,:;\s]\s*".join(numbers) + rb"(?![0-9A-Fa-f])"

    return write


def _hexadecimal(text: str) -> Iterator[bytes]:
    yield text.encode().hex().encode()
    yield text.encode("utf-16-le").hex().encode()


def _prefixed(text: str) -> Iterator[bytes]:
    """Numbers as 0x41, and bytes as Python or C write them: \\x41."""
    numbers = [f"{byte:x}".encode() for byte in text.encode()]
    yield rb"\s*,?\s*".join(rb"0x0?" + number for number in numbers)
    yield b"".join(rb"\\x" + number for number in numbers)


def _base64(text: str) -> Iterator[bytes]:
    """The middle of the text at each of the three places it can have in a group of three bytes."""
    for shift in range(3):
        whole = base64.b64encode(bytes(shift) + text.encode())
        # The first and the last characters also hold bits of their neighbours.
        start, end = -(-shift * 8 // 6), (shift + len(text)) * 8 // 6
        yield re.escape(whole[start:end])


_WRITERS: dict[str, tuple[Callable[[str], Iterator[bytes]], int]] = {
    "UTF-8": (_encoded("utf-8"), 0),
    "UTF-16LE": (_encoded("utf-16-le"), 0),
    "UTF-16BE": (_encoded("utf-16-be"), 0),
    "hexadecimal": (_hexadecimal, re.IGNORECASE),
    "hexadecimal bytes": (_separated("02x"), re.IGNORECASE),
    "base64": (_base64, 0),
    "decimal numbers": (_separated("d"), 0),
    "hexadecimal numbers": (_prefixed, re.IGNORECASE),
}
