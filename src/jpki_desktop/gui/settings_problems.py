"""Says what was found wrong with the files of settings when they were read."""

from pathlib import Path

from PySide6.QtWidgets import QMainWindow

from jpki_desktop.errors import JpkiError
from jpki_desktop.gui.widgets.error_box import show_error
from jpki_desktop.wording.errors import describe_error


def tell_of_settings(
    window: QMainWindow, own_file: Path | None, problems: tuple[JpkiError, ...]
) -> None:
    """Say one after the other what is wrong.

    What stands in an administrator's file the user cannot mend, so it is said without a box.
    """
    own = [it for it in problems if it.facts.get("path") == str(own_file)]
    for problem in problems:
        if problem not in own:
            window.statusBar().showMessage(describe_error(problem).detail)
    if own:
        box = show_error(window, own[0])
        box.finished.connect(lambda _result: tell_of_settings(window, own_file, tuple(own[1:])))
