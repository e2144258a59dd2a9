"""Light or dark, as the user has chosen it: at once, and on desktops without a scheme as well."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from jpki_desktop.gui.style import colour_application

_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}

_Role = QPalette.ColorRole
# Window, text, field, field's other rows, button, link, selection; for both schemes.
_ROLES = (_Role.Window, _Role.WindowText, _Role.Base, _Role.AlternateBase, _Role.Button)
_LIGHT = ("#f2f3f5", "#16181c", "#ffffff", "#f5f6f8", "#e9ebee")
_DARK = ("#23262b", "#eceef2", "#1a1c20", "#202328", "#32363d")
_HIGHLIGHT = "#2f6fde"


def apply_appearance(application: QApplication, choice: str) -> None:
    """Use `light` or `dark` from now on; an empty text follows the system."""
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(_SCHEMES.get(choice, Qt.ColorScheme.Unknown))
    wanted = _SCHEMES.get(choice)
    # Where no desktop tells Qt of schemes, asking for one changes nothing.
    alone = wanted is not None and hints.colorScheme() is not wanted
    application.setPalette(_palette(choice) if alone else QPalette())
    colour_application(application)


def _palette(choice: str) -> QPalette:
    colours = _DARK if choice == "dark" else _LIGHT
    palette = QPalette(QColor(colours[4]), QColor(colours[0]))
    for role, colour in zip(_ROLES, colours, strict=True):
        palette.setColor(role, QColor(colour))
    text = QColor(colours[1])
    for role in (_Role.Text, _Role.ButtonText, _Role.ToolTipText):
        palette.setColor(role, text)
    palette.setColor(_Role.ToolTipBase, QColor(colours[3]))
    palette.setColor(_Role.Highlight, QColor(_HIGHLIGHT))
    palette.setColor(_Role.HighlightedText, QColor("#ffffff"))
    faint = QColor(text)
    faint.setAlphaF(0.5)
    palette.setColor(_Role.PlaceholderText, faint)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return palette
