"""The one visual language: spacing, colours for light and dark, the style sheet.

Colours come from the system's palette where Qt has a role for them; the few that carry a meaning
are chosen here for both schemes with enough contrast.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget

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


@dataclass(frozen=True, slots=True)
class _Colours:
    good: str
    warning: str
    bad: str
    quiet: str
    line: str
    panel: str
    banner: str
    banner_text: str


# Contrast of each text colour against its background is at least 4.5 to 1.
_LIGHT = _Colours(
    good="#1b6b3a",
    warning="#8a4b00",
    bad="#a61b1b",
    quiet="#5a6270",
    line="#c9ced6",
    panel="#ffffff",
    banner="#ffe7b3",
    banner_text="#4a3300",
)
_HALF = 128
_DARK = _Colours(
    good="#7fd6a0",
    warning="#f2b866",
    bad="#ff9d9d",
    quiet="#aab2bf",
    line="#4b515c",
    panel="#2b2f36",
    banner="#5a4200",
    banner_text="#ffe9bd",
)


def apply_style(application: QApplication) -> None:
    """Set fonts and colours, and follow the system when it changes between light and dark."""
    font = application.font()
    font.setFamilies([*font.families(), *_JAPANESE_FONTS])
    application.setFont(font)
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: colour_application(application))
    colour_application(application)


def colour_application(application: QApplication) -> None:
    """Choose the colours that carry a meaning for the palette in use."""
    # The palette is what windows are drawn with; some desktops are dark and name no scheme.
    dark = application.palette().window().color().lightness() < _HALF
    application.setStyleSheet(_sheet(_DARK if dark else _LIGHT))


def _sheet(colours: _Colours) -> str:
    return f"""
    QLabel[tone="good"] {{ color: {colours.good}; }}
    QLabel[tone="warning"] {{ color: {colours.warning}; }}
    QLabel[tone="bad"] {{ color: {colours.bad}; }}
    QLabel[tone="quiet"] {{ color: {colours.quiet}; }}
    QLabel#banner {{
        background: {colours.banner}; color: {colours.banner_text};
        padding: 6px 12px; border-radius: 4px;
    }}
    QFrame#panel {{
        background: {colours.panel}; border: 1px solid {colours.line}; border-radius: 8px;
    }}
    QPushButton {{ padding: 5px 14px; }}
    QPushButton#menu {{ text-align: left; padding: 9px 14px; }}
    QPushButton#copy {{ padding: 3px 10px; }}
    """


def set_tone(label: QLabel, tone: Tone) -> None:
    """Colour a label after its meaning; its words must say the same."""
    if label.property("tone") == tone.value:
        return
    label.setProperty("tone", tone.value)
    if label.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        # Polishing anew applies the style sheet, but forgets the label's own font.
        font = label.font()
        label.style().unpolish(label)
        label.style().polish(label)
        label.setFont(font)


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
