"""ログ: how much is written down, and where all files are."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton

from jpki_desktop.environment import Environment
from jpki_desktop.gui.dialogs.settings.page import Page
from jpki_desktop.gui.style import SPACE, WIDE_SPACE
from jpki_desktop.gui.widgets.labels import heading_label, value_label
from jpki_desktop.operations.file_places import Place, PlaceKind, file_places
from jpki_desktop.settings.rules import CHOICES
from jpki_desktop.wording.language import translate


class LogPage(Page):
    """The level, and a button for each folder."""

    def __init__(self, world: Environment) -> None:
        super().__init__(world)
        self.level = self.add_choice(
            "log_level", translate("settings_dialog", "Log &level"), CHOICES["log_level"]
        )
        self.add_note(
            translate(
                "settings_dialog",
                "Passwords and the contents of certificates are never written. Choose “detailed” "
                "only while a problem is being looked for.",
            )
        )
        self.rows.addSpacing(WIDE_SPACE)
        self.rows.addWidget(heading_label(translate("settings_dialog", "Where files are"), 1.1))
        self.buttons: list[QPushButton] = []
        grid = QGridLayout()
        grid.setSpacing(SPACE)
        grid.setColumnStretch(1, 1)
        places = file_places(world)
        for row, place in enumerate(places):
            self._add_place(grid, row, place)
        self.rows.addLayout(grid)
        if not places:
            self.add_note(translate("settings_dialog", "The demo keeps no files."))
        self.rows.addStretch(1)

    def _add_place(self, grid: QGridLayout, row: int, place: Place) -> None:
        name = {
            PlaceKind.SETTINGS: translate("settings_dialog", "Settings"),
            PlaceKind.DATA: translate("settings_dialog", "Data"),
            PlaceKind.LOG: translate("settings_dialog", "Log"),
        }[place.kind]
        path = value_label(str(place.path))
        path.setAccessibleName(name)
        button = QPushButton(translate("settings_dialog", "Open the folder"))
        button.setAutoDefault(False)
        button.setAccessibleName(
            translate("settings_dialog", "Open the folder: {what}").format(what=name)
        )
        # A folder of which nothing has been written yet is not there.
        button.setEnabled(place.path.is_dir())
        button.clicked.connect(partial(_open, place.path))
        self.buttons.append(button)
        for column, widget in enumerate((QLabel(name), path, button)):
            grid.addWidget(widget, row, column)


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
