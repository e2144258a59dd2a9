"""Sends commands over a connection and hides the transport's habits (61xx, 6Cxx, first 6F00).

A command that carries a password or changes the card goes through `send_once` and is never
repeated, whatever the answer. What the commands mean is in `card.jpki_session`.
"""

import logging
from dataclasses import replace

from jpki_desktop.card.apdu import (
    CommandApdu,
    Ins,
    ResponseApdu,
    Status,
    describe_command,
    describe_response,
)
from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardConnection
from jpki_desktop.card.password import Password, wipe
from jpki_desktop.errors import CancelledError, CardAnswerError
from jpki_desktop.logbook import APDU_LEVEL

_LOG = logging.getLogger(__name__)

# A card that never stops sending "more data" is broken: no answer of JPKI has 32 parts.
_MOST_PARTS = 32
# All commands are short ones, whose answers have 256 bytes and a status word at most.
_LONGEST_ANSWER = 258


class Channel:
    """One conversation, with a token that may end it between any two commands."""

    def __init__(self, connection: CardConnection, cancel: CancelToken) -> None:
        self._connection = connection
        self._cancel = cancel
        self._first = True

    @property
    def reader(self) -> str:
        """Name of the reader."""
        return self._connection.reader

    @property
    def cancel(self) -> CancelToken:
        """The token of the running operation."""
        return self._cancel

    def drop_power(self) -> None:
        """Have the power cut when the connection ends."""
        self._connection.drop_power()

    def send(self, command: CommandApdu) -> ResponseApdu:
        """Send a command that may be repeated, and return its whole answer.

        Raises:
            CancelledError: the operation was given up; nothing was sent.
            CardAnswerError: the answer is no response APDU.
            NoCardAccessError: the card, the reader or the service went away.
        """
        self._cancel.check()
        response = self._exchange(command.encoded(), command.ins)
        if self._first and response.status == Status.NO_DIAGNOSIS:
            # Measured by myna-card: the first command after power-on can be answered like this.
            response = self._exchange(command.encoded(), command.ins)
        self._first = False
        if response.status >> 8 == 0x6C:
            exact = replace(command, le=response.status & 0xFF or 256)
            response = self._exchange(exact.encoded(), command.ins)
        self._cancel.check()
        return self._collect(response, command.ins)

    def send_password(self, header: bytes, password: Password) -> ResponseApdu:
        """Send a password exactly once.

        Raises:
            CancelledError: the operation was given up before; nothing was sent.
            NoCardAccessError: no answer came; the card may or may not have acted.
        """
        with self._cancel.commit(password.kind.value):
            try:
                command = password.command(header)
            except ValueError:
                raise CancelledError from None
            try:
                return self._exchange(command, header[1])
            finally:
                wipe(command)

    def send_raw(self, command: bytes) -> ResponseApdu:
        """Send bytes as they are, once: the four-byte counter query has no shape of its own."""
        self._cancel.check()
        return self._exchange(command, command[1])

    def send_farewell(self, command: CommandApdu) -> ResponseApdu:
        """Send the log-out, also when the operation was given up."""
        return self._exchange(command.encoded(), command.ins)

    def _collect(self, response: ResponseApdu, ins: int) -> ResponseApdu:
        """Fetch the rest of an answer that came in parts (61xx)."""
        data = response.data
        parts = 0
        while response.status >> 8 == 0x61:
            parts += 1
            if parts > _MOST_PARTS:
                raise CardAnswerError(_name(ins), response.status_text)
            rest = CommandApdu(Ins.GET_RESPONSE, 0, 0, le=response.status & 0xFF or 256)
            response = self._exchange(rest.encoded(), ins)
            data += response.data
        return ResponseApdu(data, response.status)

    def _exchange(self, command: bytes | bytearray, ins: int) -> ResponseApdu:
        answer = self._connection.transmit(command)
        self._cancel.exchanged()
        if _LOG.isEnabledFor(APDU_LEVEL):
            _LOG.log(APDU_LEVEL, "%s -> %s", describe_command(command), describe_response(answer))
        if not 2 <= len(answer) <= _LONGEST_ANSWER:
            # Whatever status it ends with, no card sends this: nothing in it is believed.
            raise CardAnswerError(_name(ins), answer[-2:].hex().upper())
        return ResponseApdu(answer[:-2], int.from_bytes(answer[-2:], "big"))


def _name(ins: int) -> str:
    try:
        return Ins(ins).name
    except ValueError:
        return f"{ins:02X}"
