"""The one visual language: spacing, fonts, and who follows the system.

The colours are in `gui/colours.py`, the style sheet is in `gui/style_sheet.py`.
"""

from enum import Enum

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from jpki_desktop.gui import colours
from jpki_desktop.gui.colours import Appearance
from jpki_desktop.gui.style_sheet import style_sheet

# Name of the property by which a window says which page of the manual is about it.
MANUAL_PAGE = "manual_page"
SPACE = 8
WIDE_SPACE = 16

# Fonts that show Japanese with Japanese shapes, for systems whose default has none or Chinese ones.
_JAPANESE_FONTS = ("Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic UI", "Meiryo", "Hiragino Sans")


class Tone(Enum):
    """What a text means, besides its words."""

    PLAIN = "plain"
    QUIET = "quiet"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


def apply_style(application: QApplication, appearance: Appearance = Appearance.SYSTEM) -> "Look":
    """Set fonts and colours; the result changes the appearance later."""
    font = application.font()
    font.setFamilies([*font.families(), *_JAPANESE_FONTS])
    application.setFont(font)
    return Look(application, appearance)


class Look(QObject):
    """The appearance of the program, which follows the user's choice, live.

    `follow` makes it follow the system too. That is done after the first picture: naming an enum
    of `Qt` loads all of them, which takes longer than building the window.
    """

    def __init__(self, application: QApplication, appearance: Appearance) -> None:
        super().__init__(application)
        self._application = application
        self._appearance = appearance
        self._applying = False
        if appearance is Appearance.SYSTEM:
            application.setPalette(colours.plain(dark=colours.is_dark(application.palette())))
            application.setStyleSheet(style_sheet(colours.of(application.palette())))
        else:
            self.apply()

    def follow(self) -> None:
        """Follow the system when it changes between light, dark and high contrast."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.apply)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self.apply)
            if _system_wants_contrast():
                self.apply()

    def choose(self, appearance: Appearance) -> None:
        """Change the appearance of every window at once."""
        self._appearance = appearance
        self.apply()

    def apply(self) -> None:
        """Draw all windows anew after what is chosen now."""
        if self._applying:
            return
        self._applying = True
        try:
            self._application.setPalette(self._palette())
            self._application.setStyleSheet(style_sheet(colours.of(self._application.palette())))
        finally:
            self._applying = False

    def _palette(self) -> QPalette:
        """Return the palette to draw with."""
        from PySide6.QtCore import Qt

        scheme = {
            Appearance.LIGHT: Qt.ColorScheme.Light,
            Appearance.DARK: Qt.ColorScheme.Dark,
        }.get(self._appearance, Qt.ColorScheme.Unknown)
        # Desktops whose theme Qt knows draw the frames of windows after it too.
        QGuiApplication.styleHints().setColorScheme(scheme)
        dark = self._appearance is Appearance.DARK
        if scheme is Qt.ColorScheme.Unknown:
            # An empty palette is the system's own.
            self._application.setPalette(QPalette())
            dark = colours.is_dark(self._application.palette())
        if self._appearance is Appearance.CONTRAST or _system_wants_contrast():
            return colours.high_contrast(dark=dark)
        return colours.plain(dark=dark)


def _system_wants_contrast() -> bool:
    """Whether the system asks for high contrast; Qt tells it from 6.10 on."""
    from PySide6.QtCore import Qt

    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    preference = hints.accessibility().contrastPreference()
    return preference is Qt.ContrastPreference.HighContrast


def apply_appearance(application: QApplication, choice: str) -> None:
    """Change the appearance to what the settings say, at once."""
    look = application.findChild(Look) or Look(application, Appearance.SYSTEM)
    look.choose(Appearance(choice))


def set_tone(label: QLabel, tone: Tone) -> None:
    """Colour a label after its meaning; its words must say the same."""
    if label.property("tone") == tone.value:
        return
    from PySide6.QtCore import Qt

    label.setProperty("tone", tone.value)
    if label.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        # Polishing anew applies the style sheet, but forgets the label's own font.
        font = label.font()
        label.style().unpolish(label)
        label.style().polish(label)
        label.setFont(font)


def see_through(area: QScrollArea) -> None:
    """Let what is behind a part that scrolls show through it; to be called with its contents in."""
    for ground in (area.viewport(), area.widget()):
        if ground is not None:
            ground.setAutoFillBackground(False)


def lines(widget: QWidget, count: int) -> int:
    """Return the height of `count` lines of text in pixels: the unit of all sizes."""
    return widget.fontMetrics().height() * count


def fitting(widget: QWidget, wide: int, high: int) -> QSize:
    """Return a size in lines of text, no larger than the screen."""
    screen = widget.screen().availableGeometry().size()
    # A window's frame and title need some of the screen too.
    return QSize(lines(widget, wide), lines(widget, high)).boundedTo(screen - QSize(16, 48))


def heading_font(widget: QWidget, scale: float = 1.35) -> QFont:
    """Return the widget's font, larger and bold, whatever size the user has chosen."""
    font = QFont(widget.font())
    font.setBold(True)
    _scale(font, scale)
    return font


def number_font(widget: QWidget, scale: float = 1.0) -> QFont:
    """Return a font in which digits and hexadecimal letters cannot be mixed up."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    if widget.font().pointSizeF() > 0:
        font.setPointSizeF(widget.font().pointSizeF())
    _scale(font, scale)
    return font


def _scale(font: QFont, scale: float) -> None:
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * scale)
    else:
        font.setPixelSize(round(font.pixelSize() * scale))
