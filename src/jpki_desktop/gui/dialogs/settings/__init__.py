"""設定: one window with a page for each subject."""

from jpki_desktop.gui.dialogs.settings.dialog import SettingsDialog

__all__ = ["SettingsDialog"]
