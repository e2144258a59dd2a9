"""The JPKI application of the virtual card: what each command answers, after JICSAP 2.0.

Which application is selected, classes, faults and transport belong to `virtual_card`.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric import rsa

from jpki_desktop.emulator.apdu import Command, Response, Status
from jpki_desktop.emulator.file_system import Access, ElementaryFile, FileKind
from jpki_desktop.emulator.passwords import Password, PasswordKind
from jpki_desktop.emulator.quirks import Quirk
from jpki_desktop.emulator.signing import SCHEMES, sign

# Application identifier: OpenSC card-jpki.c, myna, myna-card.
JPKI_AID = bytes.fromhex("D392F000260100000001")

SELECT, READ_BINARY, VERIFY, CHANGE_REFERENCE_DATA = 0xA4, 0xB0, 0x20, 0x24
PERFORM_SECURITY_OPERATION, GET_CHALLENGE, LAST_COMMAND = 0x2A, 0x84, 0xFC

_SHORT_READ = 100  # an odd part of every block size in use
_SIGNATURE_SIZE = 256


class RefusedError(Exception):
    """Ends a command with this status word; never leaves this module."""

    def __init__(self, status: int) -> None:
        super().__init__(f"{status:04X}")
        self.status = status


@dataclass(frozen=True, slots=True)
class AppletParts:
    """What the application is made of; a missing password means that this side does not exist."""

    passwords: Mapping[PasswordKind, Password]
    keys: Mapping[PasswordKind, Callable[[], rsa.RSAPrivateKey]]
    save: Callable[[], None]
    knows_last_command: bool = False


class JpkiApplet:
    """The selected application: its current file and the verified state of its passwords."""

    aid = JPKI_AID

    def __init__(self, parts: AppletParts, files: Mapping[int, ElementaryFile]) -> None:
        self.files = files
        self.quirks: frozenset[Quirk] = frozenset()
        self._parts = parts
        self._current: int | None = None
        self._commands: dict[tuple[int, int], Callable[[Command], Response]] = {
            (0x00, SELECT): self._select_file,
            (0x00, READ_BINARY): self._read,
            (0x00, VERIFY): self._verify,
            (0x00, CHANGE_REFERENCE_DATA): self._change,
            (0x00, GET_CHALLENGE): self._challenge,
            (0x80, PERFORM_SECURITY_OPERATION): self._sign,
            (0x80, LAST_COMMAND): self._last_command,
        }

    def clear_file(self) -> None:
        """Forget the current file: the application was selected or the card was reset."""
        self._current = None

    def log_out(self) -> None:
        """Forget the verified state: another application was selected or the power is off."""
        for password in self._parts.passwords.values():
            password.verified = False

    def handle(self, command: Command) -> Response:
        """Carry out one command."""
        handler = self._commands.get((command.cla, command.ins))
        if handler is None:
            known = any(ins == command.ins for _, ins in self._commands)
            return Response(Status.UNKNOWN_CLASS if known else Status.UNKNOWN_INSTRUCTION)
        try:
            return handler(command)
        except RefusedError as refused:
            return Response(refused.status)

    def _select_file(self, command: Command) -> Response:
        _require((command.p1, command.p2) == (0x02, 0x0C), Status.WRONG_PARAMETERS)
        _require(len(command.data) == 2, Status.WRONG_LENGTH)
        identifier = int.from_bytes(command.data, "big")
        _require(identifier in self.files, Status.NOT_FOUND)
        self._current = identifier
        return Response(Status.OK)

    # --- READ BINARY --------------------------------------------------------------------------

    def _read(self, command: Command) -> Response:
        expected = command.expected
        if expected is None or command.data:
            return Response(Status.WRONG_LENGTH)
        offset = self._offset(command)
        content = self._readable().content
        _require(offset < len(content), Status.WRONG_OFFSET)
        return self._piece(content[offset : offset + expected], expected)

    def _offset(self, command: Command) -> int:
        if not command.p1 & 0x80:
            return command.p1 << 8 | command.p2
        sfi = command.p1 & 0x1F
        plain = Quirk.NO_SFI not in self.quirks and not command.p1 & 0x60
        _require(plain, Status.WRONG_PARAMETERS)
        _require(sfi in self.files, Status.NOT_FOUND)
        self._current = sfi
        return command.p2

    def _readable(self) -> ElementaryFile:
        file = self._current_file(FileKind.TRANSPARENT)
        _require(self._may_read(file.access), Status.SECURITY_NOT_SATISFIED)
        return file

    def _may_read(self, access: Access) -> bool:
        if access is Access.AUTH:
            return self._verified(PasswordKind.AUTH)
        if access is Access.SIGN:
            return self._verified(PasswordKind.SIGN)
        return access is Access.FREE

    def _piece(self, piece: bytes, expected: int) -> Response:
        if Quirk.SHORT_READS in self.quirks and len(piece) > _SHORT_READ:
            return Response(Status.OK, piece[:_SHORT_READ])
        if len(piece) == expected:
            return Response(Status.OK, piece)
        if Quirk.WRONG_LE in self.quirks and len(piece) < 256:
            return Response(0x6C00 | len(piece))
        at_end = Quirk.END_OF_FILE in self.quirks
        return Response(Status.END_OF_FILE if at_end else Status.OK, piece)

    # --- Passwords ----------------------------------------------------------------------------

    def _verify(self, command: Command) -> Response:
        _require(command.p1 == 0, Status.WRONG_PARAMETERS)
        password = self._password(command.p2)
        if not command.data:
            return self._tries_left(password, command)
        _require(password.tries > 0, self._blocked())
        matched = password.try_password(command.data)
        self._parts.save()
        return Response(Status.OK if matched else Status.NO_TRIES_LEFT | password.tries)

    def _tries_left(self, password: Password, command: Command) -> Response:
        if Quirk.NO_CASE_1 in self.quirks:
            _require(command.expected is not None, Status.WRONG_LENGTH)
        _require(password.tries > 0, self._blocked())
        if Quirk.VERIFIED_9000 in self.quirks and password.verified:
            return Response(Status.OK)
        return Response(Status.NO_TRIES_LEFT | password.tries)

    def _change(self, command: Command) -> Response:
        # P1 = 01: the data field holds the new password only (JICSAP 2.0; myna, myna-card).
        _require(command.p1 == 0x01, Status.WRONG_PARAMETERS)
        password = self._password(command.p2)
        _require(password.tries > 0, self._blocked())
        _require(password.verified, Status.SECURITY_NOT_SATISFIED)
        rule = password.rule
        _require(rule.shortest <= len(command.data) <= rule.longest, Status.WRONG_LENGTH)
        _require(rule.pattern.fullmatch(command.data) is not None, Status.WRONG_DATA)
        password.change(command.data)
        self._parts.save()
        return Response(Status.OK)

    def _password(self, reference: int) -> Password:
        file = self._referenced(reference, FileKind.PASSWORD)
        if file.owner is None:
            raise RefusedError(Status.WRONG_FILE_KIND)
        return self._parts.passwords[file.owner]

    def _blocked(self) -> Status:
        if Quirk.BLOCKED_63C0 in self.quirks:
            return Status.NO_TRIES_LEFT
        blocked = Quirk.BLOCKED_6983 in self.quirks
        return Status.METHOD_BLOCKED if blocked else Status.PASSWORD_BLOCKED

    def _verified(self, kind: PasswordKind) -> bool:
        password = self._parts.passwords.get(kind)
        return password is not None and password.verified

    # --- Signature and the rest ---------------------------------------------------------------

    def _sign(self, command: Command) -> Response:
        scheme = SCHEMES.get(command.p1)
        if scheme is None:
            return Response(Status.WRONG_PARAMETERS)
        owner = self._referenced(command.p2, FileKind.KEY).owner
        if owner is None:  # the terminal key does not sign
            return Response(Status.WRONG_FILE_KIND)
        _require(self._verified(owner), Status.SECURITY_NOT_SATISFIED)
        _require(len(command.data) in scheme.lengths, Status.CONDITIONS_NOT_SATISFIED)
        _require((command.expected or 0) >= _SIGNATURE_SIZE, Status.WRONG_LENGTH)
        return Response(Status.OK, sign(self._parts.keys[owner](), scheme, command.data))

    def _challenge(self, command: Command) -> Response:
        _require((command.p1, command.p2) == (0, 0), Status.WRONG_PARAMETERS)
        if command.expected is None or command.data:
            return Response(Status.WRONG_LENGTH)
        _require(not command.extended, Status.CONDITIONS_NOT_SATISFIED)
        return Response(Status.OK, os.urandom(command.expected))

    def _last_command(self, _command: Command) -> Response:
        # Known to the iPhone's token only; plastic cards answer 6700 (myna-card).
        return Response(Status.OK if self._parts.knows_last_command else Status.WRONG_LENGTH)

    def _referenced(self, reference: int, kind: FileKind) -> ElementaryFile:
        """Resolve P2: 80 is the current file, 80 + SFI names one and makes it current."""
        _require(reference & 0xE0 == 0x80, Status.WRONG_PARAMETERS)
        sfi = reference & 0x1F
        if sfi:
            file = self.files.get(sfi)
            _require(file is not None and file.kind is kind, Status.REFERENCE_NOT_FOUND)
            self._current = sfi
        return self._current_file(kind)

    def _current_file(self, kind: FileKind) -> ElementaryFile:
        file = self.files.get(self._current) if self._current is not None else None
        if file is None:
            raise RefusedError(Status.NO_CURRENT_FILE)
        _require(file.kind is kind, Status.WRONG_FILE_KIND)
        return file


def _require(condition: bool, otherwise: int) -> None:
    if not condition:
        raise RefusedError(otherwise)
