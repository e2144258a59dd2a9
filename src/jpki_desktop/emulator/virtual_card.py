"""A whole card: power, classes, choice of application, quirks and faults around the JPKI applet.

It speaks bytes only and can be used in process; `vpcd` puts it onto a virtual reader.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from jpki_desktop.emulator.apdu import Command, Response, Status, parse
from jpki_desktop.emulator.faults import ArmedFault, Fault, FaultKind, garbage, overlong
from jpki_desktop.emulator.file_system import FileContents, build_files
from jpki_desktop.emulator.jpki_applet import (
    CHANGE_REFERENCE_DATA,
    READ_BINARY,
    SELECT,
    VERIFY,
    AppletParts,
    JpkiApplet,
)
from jpki_desktop.emulator.passwords import PasswordKind
from jpki_desktop.emulator.quirks import Quirk, with_quirk
from jpki_desktop.errors import VirtualCardError

# The issuer security domain (GlobalPlatform Card Specification 2.3) and the card's other
# applications (myna, myna-card). Only their presence matters here: selecting one logs out.
ISSUER_DOMAIN_AID = bytes.fromhex("A0000001510000")
OTHER_AIDS = (
    ISSUER_DOMAIN_AID,
    bytes.fromhex("D3921000310001010402"),
    bytes.fromhex("D3921000310001010408"),
    bytes.fromhex("D3921000310001010401"),
    bytes.fromhex("D3921000310001010100"),
)

GET_RESPONSE = 0xC0
SLOW_SECONDS = 0.2

# Reasons of VirtualCardError that an in-process caller meets.
GONE, MUTE, UNPOWERED = "gone", "mute", "unpowered"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One command with its answer, for an observer; the answer is empty when none came."""

    command: bytes = field(repr=False)
    answer: bytes = field(repr=False)
    first: bool  # since the card was powered


@dataclass(frozen=True, slots=True)
class CardBody:
    """What a card is made of; a card of another kind has no contents and no parts."""

    atr: bytes
    aids: tuple[bytes, ...] = OTHER_AIDS
    contents: FileContents | None = None
    parts: AppletParts | None = None


class VirtualCard:
    """A card on the table: insert it, power it, send commands."""

    def __init__(
        self,
        body: CardBody,
        quirks: frozenset[Quirk] = frozenset(),
        observer: Callable[[Exchange], None] | None = None,
    ) -> None:
        self.atr = body.atr
        self.present = True
        self.observer = observer
        self._body = body
        self._applet = JpkiApplet(body.parts, {}) if body.parts is not None else None
        self._fault: ArmedFault | None = None
        self._lock = threading.Lock()
        self._powered = self._fresh = False
        self._selected: bytes | None = None
        self._pending = b""
        self.quirks = quirks
        self._apply_quirks()

    # --- What a person does with the card ------------------------------------------------------

    def insert(self) -> None:
        """Lay the card onto the reader."""
        self.present = True

    def remove(self) -> None:
        """Take the card away, which also takes its power."""
        self.power_off()
        self.present = False

    def set_quirk(self, quirk: Quirk, *, on: bool) -> None:
        """Switch one quirk; it holds from the next command on."""
        with self._lock:
            self.quirks = with_quirk(self.quirks, quirk, on=on)
            self._apply_quirks()

    def arm(self, fault: Fault) -> None:
        """Plan a fault; it replaces an older one that has not struck."""
        with self._lock:
            self._fault = ArmedFault(fault)

    def tries(self, kind: PasswordKind) -> int:
        """Return the counter of a password without asking the card."""
        return self._parts.passwords[kind].tries

    def set_tries(self, kind: PasswordKind, tries: int) -> None:
        """Set the counter of a password."""
        with self._lock:
            self._parts.passwords[kind].tries = tries
            self._parts.save()

    @property
    def contents(self) -> FileContents | None:
        """What the files hold, for comparisons in tests."""
        return self._body.contents

    # --- What a reader does with the card ------------------------------------------------------

    def power_on(self) -> None:
        """Give power; a card that had none begins from nothing."""
        if not self.present:
            raise VirtualCardError(GONE)
        if not self._powered:
            self._powered = self._fresh = True

    def power_off(self) -> None:
        """Take power: everything volatile is lost."""
        self._powered = False
        self._forget_selection()
        if self._applet is not None:
            self._applet.log_out()

    def reset(self) -> None:
        """Warm reset: the selection is lost, verified passwords are not (measured: myna-card)."""
        self.power_on()
        self._forget_selection()

    def transmit(self, command: bytes) -> bytes:
        """Answer one command; VirtualCardError `gone` or `mute` when no answer comes."""
        answer, first = b"", self._fresh
        try:
            with self._lock:
                answer = self._answer(command)
        finally:
            if self.observer is not None:
                self.observer(Exchange(command, answer, first))
        return answer

    # --- Inside --------------------------------------------------------------------------------

    def _answer(self, raw: bytes) -> bytes:
        self._check_alive()
        fresh, self._fresh = self._fresh, False
        command = parse(raw)
        fault = self._fault.strikes(command) if self._fault is not None else None
        if fault is not None and not fault.after:
            return self._struck(fault)
        if Quirk.SLOW in self.quirks:
            time.sleep(SLOW_SECONDS)
        response = self._execute(command, fresh=fresh)
        return response.encode() if fault is None else self._struck(fault)

    def _check_alive(self) -> None:
        if not self.present:
            raise VirtualCardError(GONE)
        if not self._powered:
            raise VirtualCardError(UNPOWERED)
        if Quirk.MUTE in self.quirks:
            raise VirtualCardError(MUTE)

    def _struck(self, fault: Fault) -> bytes:
        if fault.kind is FaultKind.GONE:
            self.remove()
            raise VirtualCardError(GONE)
        if fault.kind is FaultKind.EMPTY:
            return b""
        if fault.kind is FaultKind.OVERLONG:
            return overlong()
        failure = Response(Status.FAILURE).encode()
        return garbage() if fault.kind is FaultKind.GARBAGE else failure

    def _execute(self, command: Command | None, *, fresh: bool) -> Response:
        if fresh and Quirk.FIRST_FAILS in self.quirks:
            return Response(Status.FAILURE)
        if command is None:
            return Response(Status.WRONG_LENGTH)
        refusal = _refused_class(command.cla)
        if refusal is not None:
            return Response(refusal)
        return self._with_get_response(command)

    def _with_get_response(self, command: Command) -> Response:
        """Hold answers back for GET RESPONSE where the quirk asks for it."""
        pending, self._pending = self._pending, b""
        if command.ins == GET_RESPONSE and command.cla == 0:
            return self._release(pending, command.expected)
        response = self._dispatch(command)
        if Quirk.GET_RESPONSE not in self.quirks or not response.data:
            return response
        self._pending = response.data
        return Response(0x6100 | min(len(response.data), 256) & 0xFF)

    def _release(self, pending: bytes, expected: int | None) -> Response:
        if not pending:
            return Response(Status.CONDITIONS_NOT_SATISFIED)
        data, self._pending = pending[: expected or 256], pending[expected or 256 :]
        left = len(self._pending)
        return Response(0x6100 | min(left, 256) & 0xFF if left else Status.OK, data)

    def _dispatch(self, command: Command) -> Response:
        if command.ins == SELECT and command.cla == 0 and command.p1 in (0x00, 0x04):
            return self._select(command)
        if self._applet is not None and self._selected == self._applet.aid:
            return self._applet.handle(command)
        if command.ins == SELECT:
            selected = self._selected is not None
            return Response(Status.NOT_FOUND if selected else Status.NO_CURRENT_FILE)
        known = command.ins in (READ_BINARY, VERIFY, CHANGE_REFERENCE_DATA)
        return Response(Status.NO_CURRENT_FILE if known else Status.UNKNOWN_INSTRUCTION)

    def _select(self, command: Command) -> Response:
        if command.p1 == 0x00:
            return Response(self._select_master_file(command))
        if command.p2 not in (0x00, 0x0C):
            return Response(Status.WRONG_PARAMETERS)
        if not 1 <= len(command.data) <= 16:  # JICSAP 2.0, 4.2
            return Response(Status.WRONG_LENGTH)
        found = (aid for aid in self._aids() if aid.startswith(command.data))
        aid = next(found, None)
        if aid is None:
            return Response(Status.NOT_FOUND)
        self._enter(aid)
        return Response(Status.OK, _fci(aid) if command.p2 == 0x00 else b"")

    def _select_master_file(self, command: Command) -> Status:
        # There is no master file (measured: myna-card).
        if command.data:
            return Status.NOT_FOUND
        return Status.WRONG_PARAMETERS if self._selected is None else Status.OK

    def _enter(self, aid: bytes) -> None:
        self._selected = aid
        if self._applet is None:
            return
        self._applet.clear_file()
        # Selecting the same application again keeps the verified state (JICSAP 2.0, 5.1.3).
        if aid != self._applet.aid:
            self._applet.log_out()

    def _aids(self) -> tuple[bytes, ...]:
        own = () if self._applet is None else (self._applet.aid,)
        return own + self._body.aids

    def _forget_selection(self) -> None:
        self._selected, self._pending = None, b""
        if self._applet is not None:
            self._applet.clear_file()

    def _apply_quirks(self) -> None:
        if self._applet is not None and self._body.contents is not None:
            self._applet.quirks = self.quirks
            self._applet.files = build_files(self._body.contents, self.quirks)

    @property
    def _parts(self) -> AppletParts:
        if self._body.parts is None:
            raise VirtualCardError("this card has no passwords")
        return self._body.parts


def _refused_class(cla: int) -> Status | None:
    if cla & 0xF0 not in (0x00, 0x80):
        return Status.UNKNOWN_CLASS
    if cla & 0x03:
        return Status.NO_CHANNEL
    return Status.NO_SECURE_MESSAGING if cla & 0x0C else None


def _fci(aid: bytes) -> bytes:
    """File control information that names the application (ISO/IEC 7816-4, 7.4.3)."""
    name = b"\x84" + bytes((len(aid),)) + aid
    return b"\x6f" + bytes((len(name),)) + name
