"""Native notifications with buttons: the desktop's own service on the session bus (Linux).

Desktop Notifications Specification 1.2. Qt's QtDBus cannot send the unsigned number that `Notify`
wants from Python, so jeepney speaks to the bus (`docs/decisions/0015-tray-and-notices.md`). Nothing
here blocks: answers come through Qt's loop. The connection ends with the last notification.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from jpki_desktop.gui.desktop.session_bus import session_bus_address
from jpki_desktop.resources import resource

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

_LOG = logging.getLogger(__name__)

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
# What the service calls a click on the notification itself.
DEFAULT = "default"
_URGENCY_NORMAL = b"\1"
# It stays until the user does something: it comes once, and at login nobody looks.
_NEVER_EXPIRES = 0
# A service that has just been started by the bus needs some seconds.
_PATIENCE_MS = 10_000


@dataclass(frozen=True, slots=True)
class Note:
    """One notification: plain texts, and buttons as (name, label).

    It takes the place of one that is still open about the same thing, so that old words do not
    pile up before somebody who is away.
    """

    title: str
    text: str
    actions: tuple[tuple[str, str], ...] = ()
    about: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class _Shown:
    """A notification on its way to the screen or there, and whom to tell."""

    note: Note
    acted: Callable[[str], None]
    shown: Callable[[], None]
    failed: Callable[[], None]


class Notifications(QObject):
    """Shows notifications and hears which button was pressed."""

    # Emitted when nothing is open any more; tests wait for it.
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus: DBusConnection | None = None
        self._listening: QSocketNotifier | None = None
        self._capabilities: frozenset[str] | None = None
        self._waiting: list[_Shown] = []
        # Sent, and not answered yet.
        self._sent: list[_Shown] = []
        self._asked: dict[int, Callable[[Message], None]] = {}
        self._open: dict[int, _Shown] = {}
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)

    def show(
        self,
        note: Note,
        *,
        acted: Callable[[str], None],
        shown: Callable[[], None],
        failed: Callable[[], None],
    ) -> None:
        """Show a notification; later calls `shown` or `failed`, then `acted` with a name."""
        one = _Shown(note, acted, shown, failed)
        self._waiting.append(one)
        if not self._connect():
            QTimer.singleShot(0, self._give_up)
            return
        self._patience.start()
        if self._capabilities is None:
            if len(self._waiting) == 1:
                self._ask("GetCapabilities", "", (), self._learn)
        else:
            self._send_waiting()

    def close(self) -> None:
        """Let go of the bus; what is on the screen stays and does nothing any more."""
        self._patience.stop()
        if self._listening is not None:
            self._listening.setEnabled(False)
            self._listening.deleteLater()
            self._listening = None
        if self._bus is not None:
            self._bus.close()
            self._bus = None
        self._capabilities = None
        self._asked.clear()
        self._open.clear()

    # --- the bus --------------------------------------------------------------------------------

    def _connect(self) -> bool:
        if self._bus is not None:
            return True
        address = session_bus_address()
        if not address:
            return False
        from jeepney import MatchRule, message_bus
        from jeepney.io.blocking import open_dbus_connection

        try:
            self._bus = open_dbus_connection(address)
            for signal in ("ActionInvoked", "NotificationClosed"):
                rule = MatchRule(type="signal", sender=_NAME, interface=_NAME, member=signal)
                self._bus.send(message_bus.AddMatch(rule))
        except (OSError, RuntimeError, ValueError) as problem:
            _LOG.info("no session bus: %s", type(problem).__name__)
            self.close()
            return False
        self._listening = QSocketNotifier(self._bus.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._listening.activated.connect(self._read)
        return True

    def _ask(
        self,
        method: str,
        signature: str,
        body: tuple[object, ...],
        then: "Callable[[Message], None]",
    ) -> None:
        serial = self._send_call(method, signature, body)
        if serial:
            self._asked[serial] = then
        else:
            # Also where the one before it has found the bus gone.
            self._give_up()

    def _send_call(self, method: str, signature: str, body: tuple[object, ...]) -> int:
        """Send a call and return its number, 0 when there is nobody any more to send it to."""
        from jeepney import DBusAddress, new_method_call

        if self._bus is None:
            return 0
        address = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
        serial: int = next(self._bus.outgoing_serial)
        try:
            self._bus.send(new_method_call(address, method, signature, body), serial=serial)
        except OSError:
            self._give_up()
            return 0
        return serial

    def _read(self) -> None:
        while self._bus is not None:
            try:
                message = self._bus.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, ValueError) as problem:
                _LOG.info("the session bus went away: %s", type(problem).__name__)
                self._give_up()
                return
            self._take(message)

    def _take(self, message: "Message") -> None:
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        kind = message.header.message_type
        if kind in (MessageType.method_return, MessageType.error):
            then = self._asked.pop(fields.get(HeaderFields.reply_serial, 0), None)
            if then is not None and kind is MessageType.error:
                _LOG.info("notifications: %s", fields.get(HeaderFields.error_name))
                self._give_up()
            elif then is not None:
                then(message)
        elif kind is MessageType.signal and fields.get(HeaderFields.interface) == _NAME:
            self._hear(str(fields.get(HeaderFields.member)), message.body)

    def _hear(self, signal: str, body: tuple[object, ...]) -> None:
        number = body[0] if body else None
        if not isinstance(number, int) or number not in self._open:
            return
        one = self._open[number]
        if signal == "ActionInvoked":
            # Not every service takes it away by itself once it was answered.
            self._send_call("CloseNotification", "u", (number,))
            # What the user said counts also where the bus has just gone away.
            one.acted(str(body[1]))
        elif signal == "NotificationClosed":
            del self._open[number]
            self._rest()

    # --- notifications --------------------------------------------------------------------------

    def _learn(self, message: "Message") -> None:
        self._capabilities = frozenset(map(str, message.body[0]))
        self._send_waiting()

    def _send_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            self._send(one)

    def _send(self, one: _Shown) -> None:
        from html import escape

        known = self._capabilities or frozenset()
        note = one.note
        text = escape(note.text, quote=False) if "body-markup" in known else note.text
        actions = [part for action in note.actions for part in action] if "actions" in known else []
        hints = {
            "urgency": ("y", _URGENCY_NORMAL[0]),
            "desktop-entry": ("s", "jpki-desktop"),
        }
        icon = str(resource("pictures", "tray-reminder.svg"))
        place = self._number_about(note)
        texts = (icon, note.title, text)
        body = ("JPKI Desktop", place, *texts, actions, hints, _NEVER_EXPIRES)
        self._sent.append(one)
        self._ask("Notify", "susssasa{sv}i", body, partial(self._note_shown, one))

    def _number_about(self, note: Note) -> int:
        """Return the number of what is open about the same thing, 0 where nothing is."""
        same = (number for number, one in self._open.items() if one.note.about == note.about)
        return next(same, 0) if note.about else 0

    def _note_shown(self, one: _Shown, answer: "Message") -> None:
        if one in self._sent:
            self._sent.remove(one)
            # A service that was started anew may give another number than the one to replace.
            self._open.pop(self._number_about(one.note), None)
            self._open[int(answer.body[0])] = one
            one.shown()
        if not self._waiting and not self._sent:
            self._patience.stop()

    def _give_up(self) -> None:
        """No answer, no service, no bus: whoever waits is told, once."""
        waiting = [*self._sent, *self._waiting]
        self._sent, self._waiting = [], []
        self.close()
        for one in waiting:
            one.failed()
        self.idle.emit()

    def _rest(self) -> None:
        if not self._open and not self._waiting and not self._sent:
            self.close()
            self.idle.emit()
