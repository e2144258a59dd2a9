"""The program's real window in a process of its own, as its user sees it.

Every change of its texts is written to standard output as one line of JSON. It is touched by
nobody, unless a line on standard input asks to have a password checked (`check PASSWORD`), which is
then done by keyboard.
"""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from unittest.mock import patch

from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

_LOOK_EVERY_MS = 20
_PATIENCE = 30.0


class WatchedWindow:
    """The process, as a test holds it; `env` decides about screen and home.

    `under` is the beginning of a command line that starts it, such as that of a namespace.
    """

    def __init__(self, *words: str, env: dict[str, str], under: Sequence[str] = ()) -> None:
        self.process = subprocess.Popen(
            [*under, sys.executable, __file__, *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=env | {"PYTHONPATH": os.pathsep.join(sys.path)},
        )
        self.texts = ""
        self._news = threading.Condition()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if not line.endswith(b"\n"):
                # It was ended in the middle of a word.
                return
            with self._news:
                self.texts = json.loads(line)
                self._news.notify_all()

    def expect(self, *words: str, seconds: float = _PATIENCE) -> float:
        """Wait until all words can be read in the window; return how long that took."""
        start = time.monotonic()
        with self._news:
            seen = self._news.wait_for(lambda: all(word in self.texts for word in words), seconds)
        assert seen, f"not seen: {words}; the window says {self.texts!r}"
        return time.monotonic() - start

    def order(self, line: str) -> None:
        """Have something done by keyboard."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()

    def end(self, number: int, seconds: float) -> tuple[int, float]:
        """Send a signal; return the exit code and how long the end took."""
        start = time.monotonic()
        self.process.send_signal(number)
        code = self.process.wait(seconds)
        return code, time.monotonic() - start

    def kill(self) -> None:
        """End it for good, if it has not ended."""
        self.process.kill()
        self.process.wait()
        self._listener.join()
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            with suppress(BrokenPipeError):
                stream.close()


def _all_texts() -> str:
    return "\n".join(
        f"{window.windowTitle()}\n"
        + "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
        for window in QApplication.topLevelWidgets()
        if window.isVisible()
    )


class _Eyes:
    """Looks at the windows and goes on with what was ordered as soon as its window is there."""

    def __init__(self) -> None:
        self._said = ""
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_EVERY_MS)
        self._orders = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self._orders.activated.connect(self._read)

    def _look(self) -> None:
        texts = _all_texts()
        if texts != self._said:
            self._said = texts
            print(json.dumps(texts), flush=True)
        next(self._steps, None)

    def _read(self) -> None:
        line = os.read(0, 4096).decode()
        if not line:
            self._orders.setEnabled(False)
        elif line.startswith("check "):
            self._steps = _check(line.split()[1])


def _check(password: str) -> Iterator[None]:
    """Go from the main window to the answer of the card, by keyboard."""
    from jpki_desktop.gui.dialogs.enter_password import EnterPasswordDialog
    from jpki_desktop.gui.dialogs.select_password import SelectPasswordDialog
    from jpki_desktop.gui.main_window import MainWindow

    yield from _until(lambda: _open(MainWindow))
    main = _open(MainWindow)
    assert isinstance(main, MainWindow)
    main.verify_password.click()
    yield from _until(lambda: _open(SelectPasswordDialog))
    QTest.keyClick(_focus(_open(SelectPasswordDialog)), Qt.Key.Key_Return)
    yield from _until(lambda: _open(EnterPasswordDialog))
    QTest.keyClicks(_focus(_open(EnterPasswordDialog)), password)
    QTest.keyClick(_focus(_open(EnterPasswordDialog)), Qt.Key.Key_Return)


def _until(condition: Callable[[], object]) -> Iterator[None]:
    while not condition():
        yield


def _open(kind: type[QWidget]) -> QWidget | None:
    windows = QApplication.topLevelWidgets()
    return next((it for it in windows if isinstance(it, kind) and it.isVisible()), None)


def _focus(window: QWidget | None) -> QWidget:
    assert isinstance(window, QDialog)
    focused: QWidget | None = window.focusWidget()
    return window if focused is None else focused


def _main() -> int:
    from jpki_desktop.gui import app
    from jpki_desktop.gui.screen import open_application

    eyes: list[_Eyes] = []

    def watched(name: str) -> QApplication:
        application = open_application(name)
        eyes.append(_Eyes())
        return application

    with patch.object(app, "open_application", watched):
        return app.main(["jpki-desktop", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(_main())
