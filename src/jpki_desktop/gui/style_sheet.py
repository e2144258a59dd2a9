"""The style sheet: flat controls, panels, and the colours of meanings; sizes are in `gui/style.py`.

Nothing here may need a picture in the two plain appearances: one would be loaded before the first
window is on the screen.
"""

from jpki_desktop.gui.colours import Colours
from jpki_desktop.resources import resource

# Before the words of a button that starts a job; an em of Qt is a line, and so the icon's width.
_ICON_ROOM = "2em"


def style_sheet(chosen: Colours) -> str:
    """Return the sheet of one appearance."""
    if chosen.arrow:
        return _meanings(chosen) + _strong_frames(chosen)
    return _meanings(chosen) + _controls(chosen) + _marks(chosen) + _areas(chosen)


def _meanings(chosen: Colours) -> str:
    return f"""
    QLabel[tone="good"] {{ color: {chosen.good}; }}
    QLabel[tone="warning"] {{ color: {chosen.warning}; }}
    QLabel[tone="bad"] {{ color: {chosen.bad}; }}
    QLabel[tone="quiet"] {{ color: {chosen.quiet}; }}
    QLabel#banner {{
        background: {chosen.banner}; color: {chosen.banner_text};
        padding: 6px 12px; border-radius: 6px;
    }}
    QLabel[titled="true"] {{ font-weight: bold; }}
    QFrame#panel {{
        background: {chosen.panel}; border: {chosen.border} solid {chosen.line};
        border-radius: 8px;
    }}
    QStatusBar::item {{ border: none; }}
    QPushButton {{ padding: 5px 14px; }}
    QPushButton#job {{ padding-left: {_ICON_ROOM}; }}
    QPushButton#menu {{ text-align: left; padding: 8px 10px 8px {_ICON_ROOM}; }}
    QPushButton#copy {{ padding: 3px 10px; }}
    """


def _controls(chosen: Colours) -> str:
    """What is pressed or written into. The focus takes its pixel from inside: nothing moves."""
    return f"""
    QPushButton {{
        background: {chosen.button}; border: 1px solid {chosen.edge}; border-radius: 6px;
    }}
    QPushButton:hover {{ background: {chosen.hover}; }}
    QPushButton:pressed, QPushButton:checked {{ background: {chosen.pressed}; }}
    QPushButton:default {{
        background: {chosen.accent}; border-color: {chosen.accent}; color: {chosen.accent_text};
    }}
    QPushButton:focus {{ border: 2px solid {chosen.accent}; padding: 4px 13px; }}
    QPushButton:default:focus {{ border-color: palette(button-text); }}
    QPushButton:disabled {{
        background: transparent; border-color: {chosen.line}; color: {chosen.disabled};
    }}
    QPushButton#job:focus {{ padding-left: {_ICON_ROOM}; }}
    QPushButton#menu {{
        background: transparent; border: 2px solid transparent;
        padding: 7px 9px 7px {_ICON_ROOM};
    }}
    QPushButton#menu:hover {{ background: {chosen.hover}; }}
    QPushButton#menu:pressed {{ background: {chosen.pressed}; }}
    QPushButton#menu:focus {{ border-color: {chosen.accent}; }}
    QPushButton#copy:focus {{ padding: 2px 9px; }}
    QPushButton::menu-indicator {{
        subcontrol-origin: padding; subcontrol-position: right center; right: 8px;
    }}
    QLineEdit, QComboBox {{
        background: palette(base); border: 1px solid {chosen.rim}; border-radius: 6px;
        padding: 4px 7px;
    }}
    QLineEdit:read-only {{ background: palette(window); border-color: {chosen.line}; }}
    QLineEdit:focus, QComboBox:focus {{ border: 2px solid {chosen.accent}; padding: 3px 6px; }}
    QLineEdit:disabled, QComboBox:disabled {{
        background: transparent; border-color: {chosen.line}; color: {chosen.disabled};
    }}
    QComboBox:hover {{ background: {chosen.hover}; }}
    QComboBox::drop-down {{ border: none; width: 24px; }}
    QComboBox::down-arrow {{ width: 0.55em; height: 0.33em; background: {_arrow(chosen.quiet)}; }}
    """


def _arrow(colour: str) -> str:
    """Return a triangle that points down: the part of a gradient around its tip."""
    nothing = f"#00{colour[1:]}"
    stops = ((0, nothing), (0.17, nothing), (0.18, colour), (0.32, colour), (0.33, nothing))
    named = ", ".join(f"stop:{at} {shade}" for at, shade in (*stops, (1, nothing)))
    return f"qconicalgradient(cx:0.5, cy:1, angle:0, {named})"


def _marks(chosen: Colours) -> str:
    """What is ticked. Its picture is loaded with the first window that has such a box."""
    check = resource("pictures", chosen.check).as_posix()
    dot = f"stop:0 {chosen.accent_text}, stop:0.4 {chosen.accent_text}, stop:0.45 {chosen.accent}"
    middle = "cx:0.5, cy:0.5, fx:0.5, fy:0.5, radius:0.5"
    boxes = "QCheckBox::indicator{0}, QListView::indicator{0}"
    return f"""
    QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {{
        width: 0.8em; height: 0.8em; background: palette(base); border: 1px solid {chosen.rim};
    }}
    QCheckBox::indicator, QListView::indicator {{ border-radius: 3px; }}
    QRadioButton::indicator {{ border-radius: 0.45em; }}
    {boxes.format(":checked")}, QRadioButton::indicator:checked {{
        background: {chosen.accent}; border-color: {chosen.accent};
    }}
    {boxes.format(":checked")} {{ image: url("{check}"); }}
    QRadioButton::indicator:checked {{
        background: qradialgradient({middle}, {dot}, stop:1 {chosen.accent});
    }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{
        background: transparent; border-color: {chosen.disabled};
    }}
    QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled {{
        background: {chosen.disabled};
    }}
    QCheckBox, QRadioButton {{ border: 2px solid transparent; border-radius: 4px; padding: 1px; }}
    QCheckBox:focus, QRadioButton:focus {{ border-color: {chosen.accent}; }}
    """


def _areas(chosen: Colours) -> str:
    """What is read and scrolled: lists, long texts, tabs."""
    return f"""
    QAbstractItemView, QPlainTextEdit, QTextEdit {{
        background: palette(base); border: 1px solid {chosen.line}; border-radius: 6px;
    }}
    QAbstractItemView:focus {{ border-color: {chosen.accent}; }}
    QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {chosen.accent}; }}
    QHeaderView {{ border: none; border-radius: 0; }}
    QHeaderView::section {{
        background: palette(alternate-base); border: none; padding: 5px 6px;
        border-right: 1px solid {chosen.line}; border-bottom: 1px solid {chosen.line};
    }}
    QTabWidget::pane {{
        background: {chosen.panel}; border: 1px solid {chosen.line}; border-radius: 8px;
        top: -1px;
    }}
    QTabBar::tab {{
        padding: 7px 14px; border: none; border-bottom: 3px solid transparent; margin-right: 2px;
    }}
    QTabBar::tab:hover {{ background: {chosen.hover}; }}
    QTabBar::tab:selected {{ border-bottom-color: {chosen.accent}; color: {chosen.accent}; }}
    QTabBar::tab:focus {{ background: {chosen.pressed}; }}
    QScrollBar:vertical {{ background: transparent; border: none; width: 14px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; border: none; height: 14px; margin: 0; }}
    QScrollBar::handle {{ background: {chosen.rim}; border-radius: 4px; margin: 3px; }}
    QScrollBar::handle:vertical {{ min-height: 28px; }}
    QScrollBar::handle:horizontal {{ min-width: 28px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QSplitter::handle {{ background: transparent; }}
    """


def _strong_frames(chosen: Colours) -> str:
    """Draw every control with a full line around it, and the focus with a thicker one."""
    arrow = resource("pictures", chosen.arrow).as_posix()
    return f"""
    QPushButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractItemView {{
        border: {chosen.border} solid {chosen.line}; border-radius: 4px;
    }}
    QPushButton:default {{ border-width: 4px; }}
    QPushButton:focus, QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus,
    QAbstractItemView:focus {{ border: 4px solid {chosen.focus}; }}
    QPushButton:disabled, QLineEdit:disabled, QComboBox:disabled {{ border-style: dashed; }}
    QHeaderView {{ border: none; }}
    QComboBox {{ padding: 4px 8px; }}
    QLineEdit {{ padding: 3px 6px; }}
    QComboBox::drop-down {{ border: none; width: 24px; }}
    QComboBox::down-arrow {{ image: url("{arrow}"); width: 12px; height: 12px; }}
    """
