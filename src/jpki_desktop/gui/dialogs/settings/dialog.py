"""The window of 設定: its pages, OK and Cancel. Nothing changes before OK is pressed.

What is checked and kept, and in which order, belongs to `flows.change_settings`.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.environment import Environment
from jpki_desktop.gui.dialogs.settings.general_page import GeneralPage
from jpki_desktop.gui.dialogs.settings.log_page import LogPage
from jpki_desktop.gui.dialogs.settings.network_page import NetworkPage
from jpki_desktop.gui.dialogs.settings.notice_page import NoticePage
from jpki_desktop.gui.dialogs.settings.organisation_page import OrganisationPage
from jpki_desktop.gui.dialogs.settings.page import Page
from jpki_desktop.gui.dialogs.settings.reader_page import ReaderPage
from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, Tone, fitting
from jpki_desktop.gui.widgets.labels import text_label
from jpki_desktop.login_start import LoginStart
from jpki_desktop.wording.language import translate


class SettingsDialog(QDialog):
    """Emits `submitted` when OK is pressed; closes when told so."""

    submitted = Signal()

    def __init__(
        self,
        parent: QWidget,
        world: Environment,
        connected: tuple[str, ...],
        login: LoginStart | None,
        open_reminders: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty(MANUAL_PAGE, "settings")
        self.setWindowTitle(translate("settings_dialog", "Settings"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.general = GeneralPage(world)
        self.notice = NoticePage(world, login, open_reminders)
        self.readers = ReaderPage(world, connected)
        self.network = NetworkPage(world)
        self.organisation = OrganisationPage(world)
        self.log = LogPage(world)
        self.tabs = QTabWidget()
        for page, title in (
            (self.general, translate("settings_dialog", "General")),
            (self.notice, translate("settings_dialog", "Renewal notice")),
            (self.readers, translate("settings_dialog", "Card readers")),
            (self.network, translate("settings_dialog", "Network")),
            (self.organisation, translate("settings_dialog", "Organisation")),
            (self.log, translate("settings_dialog", "Log")),
        ):
            self.tabs.addTab(page, title)
        self._message = text_label("", Tone.BAD)
        self._message.setVisible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self.tabs)
        layout.addWidget(self._message)
        layout.addWidget(self._buttons())
        # Qt forgets the default button when the field with the focus goes out of sight.
        self.tabs.currentChanged.connect(lambda _index: self.ok.setDefault(True))
        self.resize(fitting(self, 46, 42))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.ok = QPushButton(translate("settings_dialog", "OK"))
        self.ok.setDefault(True)
        cancel = QPushButton(translate("settings_dialog", "Cancel"))
        buttons.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.submitted)
        buttons.rejected.connect(self.reject)
        return buttons

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages in their order."""
        return (
            self.general,
            self.notice,
            self.readers,
            self.network,
            self.organisation,
            self.log,
        )

    def texts(self) -> dict[str, str]:
        """Return what the user has changed, by the name of the setting."""
        return {
            name: text
            for page in self.pages
            for name, text in page.texts().items()
            if text != page.saved(name)
        }

    def show_problem(self, text: str, name: str = "") -> None:
        """Stay open, say what was wrong, and go to the field of the setting."""
        self._message.setText(text)
        self._message.setVisible(True)
        for page in self.pages:
            if page.has(name):
                self.tabs.setCurrentWidget(page)
                page.focus_on(name)

    @property
    def problem(self) -> str:
        """What was wrong, or an empty text."""
        return self._message.text()

    def set_waiting(self, *, waiting: bool) -> None:
        """Take no second press while the keyring is asked."""
        self.ok.setEnabled(not waiting)
        self.tabs.setEnabled(not waiting)

    def done(self, result: int) -> None:
        """Close, leaving no password in its field."""
        self.network.password.empty()
        super().done(result)
