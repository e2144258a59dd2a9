"""A short list of conditions, each with a sign and words for whether it is met."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from jpki_desktop.gui.style import Tone, set_tone
from jpki_desktop.gui.widgets.labels import text_label
from jpki_desktop.wording.language import translate


class RuleList(QWidget):
    """Conditions that are ticked one by one."""

    def __init__(self, rules: list[str]) -> None:
        super().__init__()
        self._rules = rules
        self._labels: list[QLabel] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for rule in rules:
            label = text_label(rule)
            self._labels.append(label)
            layout.addWidget(label)
        self.show_met([False] * len(rules))

    def show_met(self, met: list[bool]) -> None:
        """Show which conditions are met, in the order of the rules."""
        for label, rule, done in zip(self._labels, self._rules, met, strict=True):
            label.setText(f"{'✓' if done else '○'}  {rule}")
            state = translate("widgets", "met") if done else translate("widgets", "not yet met")
            label.setAccessibleName(f"{rule}: {state}")
            set_tone(label, Tone.GOOD if done else Tone.QUIET)
