"""Finds what shows tray icons, and notices when it comes later than this program.

On Linux Qt asks once, at the first icon, whether there is a host on the session bus, and believes
the answer for the rest of the process. So no icon is made before a host of either kind is there.
"""

import sys

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from jpki_desktop.gui.desktop.session_bus import session_bus_address
from jpki_desktop.gui.desktop.xembed import xembed_tray_present

# Freedesktop's StatusNotifierItem draft; every host speaks to the watcher of this name.
WATCHER = "org.kde.StatusNotifierWatcher"
# A tray of the older kind does not make itself heard on the bus; most are there by then.
_LOOKS_MS = (1_000, 3_000, 10_000, 30_000, 60_000)


class TrayHost(QObject):
    """`appeared` is emitted once, when there is a place for an icon."""

    appeared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found = False
        self._platform = QGuiApplication.platformName()

    def start(self) -> None:
        """Look now, and listen where there is nothing yet."""
        self.look()
        if self._found or not sys.platform.startswith("linux"):
            return
        if session_bus_address():
            from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

            watcher = QDBusServiceWatcher(
                WATCHER,
                QDBusConnection.sessionBus(),
                QDBusServiceWatcher.WatchModeFlag.WatchForRegistration,
                self,
            )
            watcher.serviceRegistered.connect(self.look)
        if self._platform == "xcb":
            for moment in _LOOKS_MS:
                QTimer.singleShot(moment, self, self.look)

    def look(self) -> None:
        """Look once more; costs nothing after a host was found."""
        if not self._found and self.present():
            self._found = True
            self.appeared.emit()

    def present(self) -> bool:
        """Whether an icon would be seen at this moment."""
        if self._platform in ("windows", "cocoa"):
            from PySide6.QtWidgets import QSystemTrayIcon

            return QSystemTrayIcon.isSystemTrayAvailable()
        if self._platform not in ("xcb", "wayland"):
            return False
        return _host_on_bus() or (self._platform == "xcb" and xembed_tray_present())


def _host_on_bus() -> bool:
    if not session_bus_address():
        return False
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    interface = bus.interface()
    return bool(interface.isServiceRegistered(WATCHER).value())
