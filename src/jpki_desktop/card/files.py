"""Reads elementary files with as few commands as the card allows.

Knows SELECT EF and READ BINARY; what a file holds is known to `card.jpki_session`.
"""

from dataclasses import dataclass

from jpki_desktop.card.apdu import CommandApdu, Ins, ResponseApdu, Status
from jpki_desktop.card.channel import Channel
from jpki_desktop.card.profile import CardProfile
from jpki_desktop.errors import CardAnswerError

_CHUNK = 256
# READ BINARY has a 15-bit offset: ISO/IEC 7816-4.
_LARGEST_FILE = 0x7FFF
# A certificate of 4 KB in pieces of 32 bytes; a card that needs more would keep its user for ever.
_MOST_CHUNKS = 128
# Refusals of a read by short file identifier after which the file is selected in the long way.
_NO_SHORT_ID = frozenset({0x6700, 0x6981, 0x6985, 0x6986, 0x6A81, 0x6A82, 0x6A86, 0x6B00, 0x6D00})


@dataclass(frozen=True, slots=True)
class FileContents:
    """What a file gave: its bytes, or the reason why there are none."""

    data: bytes = b""
    missing: bool = False
    protected: bool = False


class FileReader:
    """Reads files of the selected applet over one channel."""

    def __init__(self, channel: Channel, profile: CardProfile) -> None:
        self._channel = channel
        self._profile = profile
        self._short_ids_work = True

    def select(self, file: int) -> bool:
        """Make `file` the current one; False when the card has no such file."""
        response = self._channel.send(
            CommandApdu(Ins.SELECT, 0x02, 0x0C, file.to_bytes(2, "big")),
        )
        if response.status in (Status.FILE_NOT_FOUND, Status.WRONG_PARAMETERS):
            return False
        if not response.ok:
            raise CardAnswerError("SELECT", response.status_text)
        return True

    def read_start(self, file: int, length: int) -> FileContents:
        """Read the first `length` bytes of a file, at most 256."""
        response = self._first(file, length)
        if response is None:
            return FileContents(missing=True)
        return self._judged(response)

    def read_der(self, file: int) -> FileContents:
        """Read one DER structure and leave the filler behind it.

        A file whose start is no DER header is returned as the bytes of its first chunk.
        """
        start = self.read_start(file, _CHUNK)
        total = der_length(start.data)
        if start.missing or start.protected or total is None:
            return start
        data = bytearray(start.data)
        for _ in range(_MOST_CHUNKS):
            if len(data) >= min(total, _LARGEST_FILE):
                break
            chunk = self._chunk(file, len(data), min(_CHUNK, total - len(data)))
            if not chunk:
                break
            data += chunk
        return FileContents(bytes(data[:total]))

    def _chunk(self, file: int, offset: int, length: int) -> bytes:
        command = CommandApdu(Ins.READ_BINARY, offset >> 8, offset & 0xFF, le=length)
        response = self._channel.send(command)
        if response.status == Status.NO_CURRENT_FILE and self.select(file):
            # A card that read by short identifier without making the file current.
            self._short_ids_work = False
            response = self._channel.send(command)
        if response.status == Status.OFFSET_OUTSIDE:
            return b""
        if not response.ok:
            raise CardAnswerError("READ_BINARY", response.status_text)
        return response.data

    def _first(self, file: int, length: int) -> ResponseApdu | None:
        short_id = self._profile.short_id(file)
        if short_id is not None and self._short_ids_work:
            response = self._channel.send(
                CommandApdu(Ins.READ_BINARY, 0x80 | short_id, 0x00, le=length)
            )
            if response.status not in _NO_SHORT_ID:
                return response
        if not self.select(file):
            return None
        response = self._channel.send(CommandApdu(Ins.READ_BINARY, 0, 0, le=length))
        if response.ok:
            # The file is there, so it was the short identifier that the card did not like.
            self._short_ids_work = False
        return response

    def _judged(self, response: ResponseApdu) -> FileContents:
        if response.status == Status.SECURITY_NOT_SATISFIED:
            return FileContents(protected=True)
        if response.status in (Status.FILE_NOT_FOUND, Status.NO_CURRENT_FILE):
            return FileContents(missing=True)
        if response.status == Status.OFFSET_OUTSIDE:
            return FileContents()
        if not response.ok:
            raise CardAnswerError("READ_BINARY", response.status_text)
        return FileContents(response.data)


def der_length(start: bytes) -> int | None:
    """Return the whole length of the DER SEQUENCE that starts here, or None if none does."""
    if len(start) < 2 or start[0] != 0x30:
        return None
    if start[1] < 0x80:
        return 2 + start[1]
    count = start[1] & 0x7F
    if not 1 <= count <= 3 or len(start) < 2 + count:
        return None
    return 2 + count + int.from_bytes(start[2 : 2 + count], "big")
