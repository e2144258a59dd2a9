"""What a window needs before it can be opened: a screen and fonts; says in words what is missing.

The toolkit itself would end the process without a sentence that people understand, or draw boxes.
"""

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from jpki_desktop.wording.language import language, set_language

# The words of errors are loaded where there is one: a window needs none of them to open.
if TYPE_CHECKING:
    from jpki_desktop.errors import JpkiError, NoFontsError

# As `jpki` ends when it cannot do what was asked.
NO_DISPLAY = 6
# Names that stand for a kind of font and are listed even where there is none.
_GENERIC = {"Sans Serif", "Serif", "Monospace"}


def open_application(name: str) -> QApplication:
    """Connect to the screen; ends the process with a sentence and a code where there is none."""
    said: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        said.append(message.strip())
        if kind is QtMsgType.QtFatalMsg:
            from jpki_desktop.errors import NoDisplayError

            tell(NoDisplayError(said[0]))
            # Qt would abort here, which looks like a crash and leaves a report of one.
            os._exit(NO_DISPLAY)

    before = qInstallMessageHandler(hear)
    try:
        # One look on every system: what the others draw is not made for our style sheet.
        application = QApplication([name, "-style", "fusion"])
    finally:
        qInstallMessageHandler(before)
    for message in said:
        _print(message)
    return application


def missing_fonts() -> "NoFontsError | None":
    """Return what is missing to show Japanese texts, or any; other systems come with fonts."""
    if sys.platform != "linux" or QFontDatabase.families(QFontDatabase.WritingSystem.Japanese):
        return None
    from jpki_desktop.errors import NoFontsError

    return NoFontsError(any_font=not set(QFontDatabase.families()) <= _GENERIC)


def tell(error: "JpkiError") -> None:
    """Say an error in the terminal, in English where it has no Japanese characters."""
    from jpki_desktop.wording.errors import describe_error

    text = describe_error(error)
    try:
        text.title.encode(getattr(sys.stderr, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        before = language()
        set_language("en")
        text = describe_error(error)
        set_language(before)
    _print(f"jpki-desktop: {text.title} ({text.code})\n{text.detail}\n{text.next_step}")


def _print(text: str) -> None:
    # A program without a terminal may have no stream at all (Windows).
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
