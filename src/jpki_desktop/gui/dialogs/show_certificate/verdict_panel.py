"""The result of 有効性確認: words, colour and icon together, with the details folded away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.gui.announce import announce
from jpki_desktop.gui.style import MANUAL_PAGE, Tone, lines, set_tone
from jpki_desktop.gui.widgets.labels import banner_label, heading_label, panel, text_label
from jpki_desktop.validity.result import Verdict
from jpki_desktop.wording import validity
from jpki_desktop.wording.language import labelled, translate

# The sign before the words; the words alone say the same.
_SIGNS = {
    validity.Tone.GOOD: ("✓", Tone.GOOD),
    validity.Tone.BAD: ("✕", Tone.BAD),
    validity.Tone.WARNING: ("！", Tone.WARNING),
    validity.Tone.UNKNOWN: ("？", Tone.WARNING),
}


class VerdictPanel:
    """Hidden until there is a result."""

    def __init__(self) -> None:
        self.frame, layout = panel()
        self.frame.setProperty(MANUAL_PAGE, "validity")
        self._banner = banner_label("")
        self._title = heading_label("", 1.2)
        self._explanation = text_label()
        self._next = text_label()
        self.fold = QPushButton(translate("validity", "&Details"))
        self.fold.setCheckable(True)
        self.fold.setAutoDefault(False)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(translate("validity", "Details of the validity check"))
        self.details.hide()
        self.fold.toggled.connect(self.details.setVisible)
        head = QHBoxLayout()
        head.addWidget(self._title, stretch=1)
        head.addWidget(self.fold, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._banner)
        layout.addLayout(head)
        for widget in (self._explanation, self._next, self.details):
            layout.addWidget(widget)
        self.details.setFixedHeight(lines(self.details, 8))
        self.frame.hide()

    def show_verdict(self, verdict: Verdict, certificate: Certificate) -> None:
        """Show a result in the place of an older one."""
        text = validity.describe_verdict(verdict, certificate)
        banner = validity.trust_banner(verdict)
        self._banner.setText(banner)
        self._banner.setVisible(bool(banner))
        sign, tone = _SIGNS[text.tone]
        self._title.setText(f"{sign} {text.title}")
        self._title.setAccessibleName(text.title)
        set_tone(self._title, tone)
        self._explanation.setText(text.explanation)
        self._next.setText(text.next_step)
        self._next.setVisible(bool(text.next_step))
        rows = validity.verdict_rows(verdict)
        self.details.setPlainText("\n".join(labelled(label, value) for label, value in rows))
        self.frame.show()
        announce(self.frame, f"{text.title} {text.explanation} {text.next_step}".strip())


def set_status(label: QLabel, verdict: Verdict, certificate: Certificate) -> None:
    """Let the status line carry the result in one line."""
    _, tone = _SIGNS[validity.describe_verdict(verdict, certificate).tone]
    label.setText(validity.status_line(verdict))
    set_tone(label, tone)
