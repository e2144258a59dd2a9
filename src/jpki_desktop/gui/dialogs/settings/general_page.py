"""全般: the language and the appearance."""

from jpki_desktop.environment import Environment
from jpki_desktop.gui.dialogs.settings.page import Page
from jpki_desktop.settings.rules import CHOICES
from jpki_desktop.wording.language import translate


class GeneralPage(Page):
    """What concerns every window."""

    def __init__(self, world: Environment) -> None:
        super().__init__(world)
        self.language = self.add_choice(
            "language", translate("settings_dialog", "&Language"), CHOICES["language"]
        )
        self.add_note(translate("settings_dialog", "Used from the next start on."))
        self.appearance = self.add_choice(
            "appearance", translate("settings_dialog", "&Appearance"), CHOICES["appearance"]
        )
        self.add_note(translate("settings_dialog", "Changes at once when you press OK."))
        self.rows.addStretch(1)
