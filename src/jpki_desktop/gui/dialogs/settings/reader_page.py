"""カードリーダー: which one is used where several have a card, and which are not shown."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem

from jpki_desktop.environment import Environment
from jpki_desktop.gui.dialogs.settings.page import Page
from jpki_desktop.gui.style import lines
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.names import escape_controls

_NAME = Qt.ItemDataRole.UserRole


class ReaderPage(Page):
    """Knows the connected readers, and those that the settings name."""

    def __init__(self, world: Environment, connected: tuple[str, ...]) -> None:
        super().__init__(world)
        settings = world.settings.settings
        named = (settings.reader, *settings.hidden_readers)
        self._connected = connected
        self._names = tuple(dict.fromkeys((*connected, *(name for name in named if name))))
        self.reader = QComboBox()
        self.reader.addItem(translate("settings_dialog", "chosen by itself"), "")
        for name in self._names:
            self.reader.addItem(self._line(name), name)
        self.reader.setCurrentIndex(max(self.reader.findData(settings.reader), 0))
        self.add_labelled(translate("settings_dialog", "Card &reader to use"), self.reader)
        self.manage("reader", self.reader, lambda: str(self.reader.currentData()))
        self.shown = QListWidget()
        self.shown.setMinimumHeight(lines(self, 5))
        for name in self._names:
            item = QListWidgetItem(self._line(name))
            item.setData(_NAME, name)
            hidden = name in settings.hidden_readers
            item.setCheckState(Qt.CheckState.Unchecked if hidden else Qt.CheckState.Checked)
            self.shown.addItem(item)
        self.add_labelled(translate("settings_dialog", "Card readers that are &shown"), self.shown)
        self.manage("hidden_readers", self.shown, self._hidden)
        self.add_note(
            translate(
                "settings_dialog",
                "Unchecked readers are left out of every choice. The reader to use is always "
                "shown.",
            )
        )
        self.rows.addStretch(1)
        self.reader.currentIndexChanged.connect(lambda _index: self._show_chosen())
        self._show_chosen()

    def _line(self, name: str) -> str:
        shown = escape_controls(name)
        if name in self._connected:
            return shown
        return translate("settings_dialog", "{reader} (not connected)").format(reader=shown)

    def _show_chosen(self) -> None:
        """The reader to use cannot be hidden."""
        chosen = str(self.reader.currentData())
        changeable = Qt.ItemFlag.ItemIsUserCheckable
        for item in self._items():
            if item.data(_NAME) == chosen:
                item.setCheckState(Qt.CheckState.Checked)
                item.setFlags(item.flags() & ~changeable)
            else:
                item.setFlags(item.flags() | changeable)

    def _items(self) -> list[QListWidgetItem]:
        return [self.shown.item(row) for row in range(self.shown.count())]

    def _hidden(self) -> str:
        return "\n".join(
            str(item.data(_NAME))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Unchecked
        )
