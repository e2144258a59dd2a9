"""組織の設定: servers and certificates of an organisation, and the consent for those of JPKI."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QPushButton

from jpki_desktop.environment import Environment
from jpki_desktop.gui.dialogs.settings.page import Page
from jpki_desktop.gui.style import WIDE_SPACE
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.validity import consent_question


class OrganisationPage(Page):
    """Empty fields mean that there is nothing of the kind."""

    def __init__(self, world: Environment) -> None:
        super().__init__(world)
        self.add_note(
            translate(
                "settings_dialog",
                "Only for organisations with servers of their own. Leave empty what the "
                "administrator has not given you.",
            )
        )
        self.ocsp = self.add_line(
            "ocsp_url",
            translate("settings_dialog", "&OCSP responder"),
            "http://ocsp.example.jp/",
        )
        self.ldap = self.add_line(
            "ldap_server",
            translate("settings_dialog", "&LDAP server (revocation lists)"),
            "ldap.example.jp:389",
        )
        self.authorities = self._add_file(
            "ca_file", translate("settings_dialog", "&CA certificates (file)")
        )
        self.cmp = self.add_line(
            "cmp_url",
            translate("settings_dialog", "Server for &revocation requests"),
            "http://ra.example.jp/cmp",
        )
        self.cmp_trust = self._add_file(
            "cmp_trust", translate("settings_dialog", "Certificates of that ser&ver (file)")
        )
        self.rows.addSpacing(WIDE_SPACE)
        self.official = QCheckBox(translate("settings_dialog", "Ask the servers of &JPKI as well"))
        self.official.setChecked(self.saved("official_servers") == "allowed")
        self.official.setAccessibleDescription(consent_question())
        self.rows.addWidget(self.official)
        self.add_note(
            translate(
                "settings_dialog",
                "Without the check mark you are asked before such a server is. The question names "
                "your certificate by its number and travels without encryption.",
            )
        )
        self.manage(
            "official_servers",
            self.official,
            lambda: "allowed" if self.official.isChecked() else "",
        )
        self.rows.addStretch(1)

    def _add_file(self, name: str, label: str) -> QLineEdit:
        browse = QPushButton(translate("settings_dialog", "Browse…"))
        browse.setAutoDefault(False)
        browse.setAccessibleName(
            translate("settings_dialog", "Browse: {what}").format(what=label.replace("&", ""))
        )
        line = self.add_line(name, label, "", (browse,))
        browse.clicked.connect(lambda: self._browse(line))
        return line

    def _browse(self, line: QLineEdit) -> None:
        start = str(Path(line.text()).parent) if line.text() else ""
        title = translate("settings_dialog", "Choose a file of certificates")
        chosen, _ = QFileDialog.getOpenFileName(self, title, start)
        if chosen:
            line.setText(chosen)
