"""The first minute: what this is, the card as it is placed, and the one question.

Three pages at most; it comes once, and Esc ends it for good.
"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.gui.announce import announce
from jpki_desktop.gui.card_watcher import CardWatcher
from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, Tone, fitting, set_tone
from jpki_desktop.gui.widgets.labels import heading_label, panel, text_label
from jpki_desktop.gui.widgets.picture import Picture
from jpki_desktop.wording import welcome as words
from jpki_desktop.wording.placing import picture_description, placing_advice
from jpki_desktop.wording.reminder_questions import Answer, ask_to_keep

# Long enough to see that the card has been read.
_STAY_MS = 1500


class WelcomeDialog(QDialog):
    """Follows the readers; `answer` takes the yes or no about reminders, None asks nothing."""

    def __init__(self, parent: QWidget, watcher: CardWatcher, answer: Answer | None) -> None:
        super().__init__(parent)
        self.setProperty(MANUAL_PAGE, "start")
        self.setWindowTitle(words.window_title())
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._watcher = watcher
        self._went_on = False
        self._answer = answer
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        self.pages = QStackedWidget()
        for page in (self._about(), self._card(), self._last()):
            self.pages.addWidget(_scrolled(page))
        layout.addWidget(self.pages, stretch=1)
        layout.addLayout(self._buttons())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAY_MS)
        self._timer.timeout.connect(self._card_was_read)
        watcher.changed.connect(self._look)
        self.show_page(0)
        self._look()
        self.resize(fitting(self, 34, 28))

    # --- the pages --------------------------------------------------------------------------

    def _about(self) -> QWidget:
        page, layout = _page()
        sign = Picture("jpki-desktop", words.sign_description(), 6)
        layout.addWidget(sign, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(_centred(heading_label(words.about_heading())))
        layout.addWidget(text_label(words.about_lines()))
        frame, inside = panel()
        inside.addWidget(text_label(words.unofficial_lines()))
        layout.addWidget(frame)
        layout.addStretch(1)
        return page

    def _card(self) -> QWidget:
        page, layout = _page(words.card_heading())
        layout.setSpacing(SPACE)
        layout.addWidget(text_label(words.card_lines()))
        picture = Picture("place-card", picture_description(), 7)
        layout.addWidget(picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._checks = [text_label() for _check in range(3)]
        for label in self._checks:
            layout.addWidget(label)
        self._advice = text_label(placing_advice(), Tone.QUIET)
        layout.addWidget(self._advice)
        layout.addStretch(1)
        return page

    def _last(self) -> QWidget:
        if self._answer is None:
            page, layout = _page()
            sign = Picture("sign-good", words.done_description(), 4)
            layout.addWidget(sign, alignment=Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(_centred(heading_label(words.last_heading())))
            layout.addWidget(text_label(words.last_lines()))
            layout.addStretch(1)
            return page
        page, self._question = _page()
        ask_to_keep(self._put, self._answer)
        return page

    def _put(self, question: str, explanation: str, yes: str, no: str, answer: Answer) -> None:
        """Lay out the question that the main window would ask in its band."""
        self._question.addWidget(heading_label(question))
        self._question.addWidget(text_label(explanation))
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        self.yes, self.no = QPushButton(yes), QPushButton(no)
        for button, said in ((self.yes, True), (self.no, False)):
            button.setAutoDefault(False)
            button.setAccessibleDescription(question)
            button.clicked.connect(lambda _checked, said=said: self._say(answer, said))
            row.addWidget(button)
        row.addStretch(1)
        self._question.addLayout(row)
        self._question.addWidget(text_label(words.last_lines(), Tone.QUIET))
        self._question.addStretch(1)

    def _say(self, answer: Answer, said: bool) -> None:
        answer(said)
        self.accept()

    def _buttons(self) -> QHBoxLayout:
        back, go_on, start, skip = words.labels()
        self.skip, self.back, self.go_on = QPushButton(skip), QPushButton(back), QPushButton(go_on)
        self._go_on_words = (go_on, start)
        self.skip.clicked.connect(self.reject)
        self.back.clicked.connect(lambda: self.show_page(self.page - 1))
        self.go_on.clicked.connect(self._next)
        self.go_on.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        self._place = text_label("", Tone.QUIET)
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self._place)
        row.addSpacing(SPACE)
        row.addWidget(self.back)
        row.addWidget(self.go_on)
        return row

    # --- what happens -----------------------------------------------------------------------

    @property
    def page(self) -> int:
        """Which page is shown, from 0 on."""
        return self.pages.currentIndex()

    def show_page(self, index: int) -> None:
        """Show a page; the last one with a question has its own buttons."""
        self.pages.setCurrentIndex(index)
        self._place.setText(f"{index + 1} / {self.pages.count()}")
        last = index == self.pages.count() - 1
        self.back.setVisible(index > 0)
        self.go_on.setText(self._go_on_words[last])
        asks = last and self._answer is not None
        self.go_on.setVisible(not asks)
        self.skip.setVisible(asks or not last)
        (self.yes if asks else self.go_on).setFocus()
        shown = self.pages.widget(index)
        if shown is not None and self.isVisible():
            # Its heading comes first.
            announce(self, shown.findChildren(QLabel)[0].text())
        self._look()

    def _next(self) -> None:
        if self.page == self.pages.count() - 1:
            self.accept()
        else:
            self.show_page(self.page + 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Let Enter go on from the first moment."""
        super().showEvent(event)
        self.go_on.setFocus()

    def _look(self) -> None:
        """Show what is there; a card that was read goes on by itself, once."""
        found = words.checks(self._watcher.view, started=self._watcher.started)
        for label, (done, text) in zip(self._checks, found, strict=False):
            label.setText(f"{words.check_sign(done=done)} {text}")
            label.setAccessibleName(text)
            set_tone(label, Tone.GOOD if done else Tone.PLAIN)
        for index, label in enumerate(self._checks):
            label.setVisible(index < len(found))
        read = len(found) == len(self._checks) and found[-1][0]
        # How to place a card is of no use to who has done it.
        self._advice.setVisible(not read)
        if self.page == 1 and read and not self._went_on:
            self._went_on = True
            self._timer.start()

    def _card_was_read(self) -> None:
        if self.page == 1:
            self._next()


def _page(heading: str = "") -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(WIDE_SPACE)
    if heading:
        layout.addWidget(heading_label(heading))
    return page, layout


def _centred(label: QLabel) -> QLabel:
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label


def _scrolled(page: QWidget) -> QScrollArea:
    """Large fonts on a small screen need more room than there is."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
