"""The elementary files of the JPKI application: what they hold and who may read them.

File identifiers and access conditions: OpenSC card-jpki.c and pkcs15-jpki.c, myna-card. The files
know nothing about commands.
"""

import random
from dataclasses import dataclass, field
from enum import Enum, auto

from jpki_desktop.emulator.passwords import PasswordKind
from jpki_desktop.emulator.quirks import Quirk

SIGN_CERTIFICATE = 0x0001
SIGN_CA_CERTIFICATE = 0x0002
TOKEN_INFO = 0x0006
AVAILABILITY = 0x0008
PROTECTED = 0x0009  # myna-card: exists, and neither password opens it
AUTH_CERTIFICATE = 0x000A
AUTH_CA_CERTIFICATE = 0x000B
TERMINAL_KEY = 0x0016
AUTH_KEY = 0x0017
AUTH_PASSWORD = 0x0018
SIGN_KEY = 0x001A
SIGN_PASSWORD = 0x001B

_PRESENT, _ABSENT = 0x8F, 0x00  # myna-card; the value of "absent" is its assumption


class FileKind(Enum):
    """What can be done with a file."""

    TRANSPARENT = auto()
    PASSWORD = auto()
    KEY = auto()


class Access(Enum):
    """Who may read a transparent file."""

    FREE = auto()
    AUTH = auto()
    SIGN = auto()
    NEVER = auto()


@dataclass(frozen=True, slots=True)
class ElementaryFile:
    """One file; `owner` says which password guards a key or is the file itself."""

    kind: FileKind
    content: bytes = field(default=b"", repr=False)
    access: Access = Access.FREE
    owner: PasswordKind | None = None


@dataclass(frozen=True, slots=True)
class FileContents:
    """What a persona puts on the card; None where a certificate was never issued."""

    token_label: str
    token_serial: str
    sign_certificate: bytes | None
    sign_ca_certificate: bytes | None
    auth_certificate: bytes | None
    auth_ca_certificate: bytes | None
    auth_side: bool = True
    auth_certificate_access: Access = Access.FREE


def build_files(contents: FileContents, quirks: frozenset[Quirk]) -> dict[int, ElementaryFile]:
    """Lay the files out as they stand on a card."""
    files = {
        TOKEN_INFO: ElementaryFile(FileKind.TRANSPARENT, _token_info(contents)),
        PROTECTED: ElementaryFile(FileKind.TRANSPARENT, b"\xff" * 16, Access.NEVER),
        TERMINAL_KEY: ElementaryFile(FileKind.KEY),
        SIGN_KEY: ElementaryFile(FileKind.KEY, owner=PasswordKind.SIGN),
        SIGN_PASSWORD: ElementaryFile(FileKind.PASSWORD, owner=PasswordKind.SIGN),
    }
    if Quirk.NO_AVAILABILITY not in quirks:
        files[AVAILABILITY] = ElementaryFile(FileKind.TRANSPARENT, _availability(contents))
    _add(files, SIGN_CERTIFICATE, contents.sign_certificate, Access.SIGN, quirks)
    _add(files, SIGN_CA_CERTIFICATE, contents.sign_ca_certificate, Access.FREE, quirks)
    if contents.auth_side:
        files[AUTH_KEY] = ElementaryFile(FileKind.KEY, owner=PasswordKind.AUTH)
        files[AUTH_PASSWORD] = ElementaryFile(FileKind.PASSWORD, owner=PasswordKind.AUTH)
        access = contents.auth_certificate_access
        _add(files, AUTH_CERTIFICATE, contents.auth_certificate, access, quirks)
        _add(files, AUTH_CA_CERTIFICATE, contents.auth_ca_certificate, Access.FREE, quirks)
    return files


def _add(
    files: dict[int, ElementaryFile],
    identifier: int,
    certificate: bytes | None,
    access: Access,
    quirks: frozenset[Quirk],
) -> None:
    content = _padded(certificate) if certificate is not None else _absent(quirks)
    if content is not None:
        files[identifier] = ElementaryFile(FileKind.TRANSPARENT, content, access)


def _padded(certificate: bytes) -> bytes:
    """Fill with FF to a size with room to spare; the real sizes have not been published."""
    size = max(2048, -(-(len(certificate) + 1) // 512) * 512)
    return certificate.ljust(size, b"\xff")


def _absent(quirks: frozenset[Quirk]) -> bytes | None:
    if Quirk.ABSENT_NOT_FOUND in quirks:
        return None
    if Quirk.ABSENT_EMPTY in quirks:
        return b""
    if Quirk.ABSENT_GARBAGE in quirks:
        # The seed keeps a failing test repeatable; 0x31 is a SET, so no certificate begins so.
        return b"\x31" + random.Random(0).randbytes(2047)  # noqa: S311
    return b"\xff" * 2048


def _availability(contents: FileContents) -> bytes:
    certificates = (contents.sign_certificate, contents.auth_certificate)
    return bytes(_ABSENT if item is None else _PRESENT for item in certificates) + b"\x00"


def _token_info(contents: FileContents) -> bytes:
    """CK_TOKEN_INFO of PKCS#11 in big-endian order: 160 bytes (myna-card)."""
    flags = 0x0000040D  # RNG, LOGIN_REQUIRED, USER_PIN_INITIALIZED, TOKEN_INITIALIZED
    numbers = (flags, 1, 0, 1, 0, 16, 6, *[0xFFFFFFFF] * 4)
    return b"".join(
        (
            contents.token_label.encode("ascii").ljust(32),
            b"1".rjust(32, b"0"),
            b"E16R01NJ".ljust(16),
            contents.token_serial.encode("ascii").rjust(16, b"0"),
            *(number.to_bytes(4, "big") for number in numbers),
            b"03",
            b"01",
            b"9" * 16,
        )
    )
