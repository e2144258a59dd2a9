"""One window for each user: a second start hands its files to the first and ends.

The meeting point is a local socket that only this user can open. A message is a bounded list of
absolute paths, or the request to end, and nothing else; never a secret.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from jpki_desktop.gui.desktop.local_pipe import LocalPipe
    from jpki_desktop.gui.desktop.local_socket import LocalSocket

_LONGEST_MESSAGE = 4 * 1024 * 1024
_MOST_PATHS = 10_000
_END = b'"end"'


class SingleInstance(QObject):
    """Either the first instance, which listens, or a later one, which tells the first.

    `place` comes from `meeting_point.address`.
    """

    received = Signal(list)
    asked_to_end = Signal()

    def __init__(self, place: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = place
        self._door = _door()(place, _LONGEST_MESSAGE, self)
        self._door.said.connect(self._take)

    def hand_over(self, paths: Sequence[Path]) -> bool:
        """Give the paths to a running instance; False when there is none, or they are too many."""
        if not self._address:
            return False
        import json

        names = [str(path.absolute()) for path in paths]
        message = json.dumps(names, ensure_ascii=False).encode("utf-8", "surrogateescape")
        if len(names) > _MOST_PATHS or len(message) > _LONGEST_MESSAGE:
            return False
        return self._door.tell(message)

    def ask_to_end(self) -> bool:
        """Ask a running instance to end, as an installer does; False when there is none."""
        return self._door.tell(_END)

    def is_running(self) -> bool:
        """Whether another instance is there; it is asked for nothing."""
        return self._door.is_heard()

    def listen(self) -> bool:
        """Become the instance that others find; False when that is impossible here."""
        # Another one may be there, to whom nothing could be handed over.
        return bool(self._address) and not self.is_running() and self._door.listen()

    def close(self) -> None:
        """Stop listening."""
        self._door.close()

    def _take(self, message: bytes) -> None:
        if message == _END:
            self.asked_to_end.emit()
            return
        paths = parse_message(message)
        if paths is not None:
            self.received.emit(paths)


def _door() -> "type[LocalPipe | LocalSocket]":
    """Return the kind of meeting point that this system has."""
    if os.name == "nt":
        from jpki_desktop.gui.desktop.local_pipe import LocalPipe

        return LocalPipe
    from jpki_desktop.gui.desktop.local_socket import LocalSocket

    return LocalSocket


def parse_message(message: bytes) -> list[Path] | None:
    """Return the paths of a message, or None for anything that is no such message."""
    if len(message) > _LONGEST_MESSAGE:
        return None
    import json

    try:
        found = json.loads(message.decode("utf-8", "surrogateescape"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, list) or len(found) > _MOST_PATHS:
        return None
    if not all(isinstance(path, str) and Path(path).is_absolute() for path in found):
        return None
    return [Path(path) for path in found]
