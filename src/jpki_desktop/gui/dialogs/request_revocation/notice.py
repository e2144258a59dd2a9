"""What people must know before a request, and where to go when this program cannot send one.

Needs neither a card nor a reader: whoever has lost the card has none.
"""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from jpki_desktop.gui.dialogs.request_revocation.page import Page, rows_grid
from jpki_desktop.gui.style import Tone
from jpki_desktop.gui.widgets.labels import heading_label, panel, text_label, value_label
from jpki_desktop.revocation_request.model import Server
from jpki_desktop.wording import revocation_request as words
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.print_sheet import SheetRow


class NoticeDialog(Page):
    """The first page; without a server it is the only one, and `next` is missing.

    `problem` says why the server of the settings cannot be used.
    """

    def __init__(self, parent: QWidget, server: Server | None, problem: str = "") -> None:
        demo = server is not None and server.demo
        banner = words.trial_banner(demo=demo, test=False)
        super().__init__(
            parent,
            translate("request_revocation", "Request a revocation"),
            words.before_title(),
            [banner] if banner else [],
        )
        if server is None:
            self.body.addWidget(_no_server(problem))
        self.body.addWidget(_lost())
        self.body.addStretch(1)
        if server is not None:
            self.add_steps(can_go_back=False)
            return
        portal = self.add_button(translate("request_revocation", "Open the &portal of JPKI"))
        portal.clicked.connect(_open_portal)
        close = self.add_button(
            translate("widgets", "Close"), QDialogButtonBox.ButtonRole.RejectRole, default=True
        )
        close.clicked.connect(self.reject)


def _lost() -> QWidget:
    """When the counter is the right place, whom to ring up, and what becomes of it."""
    frame, layout = panel()
    layout.addWidget(
        heading_label(translate("request_revocation", "Lost, stolen, broken or misused"), 1.05)
    )
    layout.addWidget(text_label(words.counter_notice(), Tone.BAD))
    layout.addWidget(
        text_label(
            translate(
                "request_revocation",
                "If you cannot go there at once, have the card stopped for the time being by "
                "telephone:",
            )
        )
    )
    first = translate("request_revocation", "Call centre of the My Number card")
    second = translate("request_revocation", "If that does not connect")
    numbers = (
        SheetRow(first, words.STOP_PHONE, is_number=True),
        SheetRow(second, words.STOP_PHONE_ELSEWHERE, is_number=True),
    )
    layout.addLayout(rows_grid(numbers, copied=(first, second)))
    layout.addWidget(text_label(words.hold_notice()))
    return frame


def _no_server(problem: str) -> QWidget:
    """Why nothing can be sent from here, and which ways there are."""
    frame, layout = panel()
    title = words.no_server_title()
    if problem:
        title = translate("request_revocation", "The server of the settings cannot be used")
    layout.addWidget(heading_label(title, 1.05))
    if problem:
        layout.addWidget(text_label(problem, Tone.WARNING))
    why, counter, _phone, _portal = words.no_server_points()
    layout.addWidget(text_label(why))
    layout.addWidget(heading_label(translate("request_revocation", "What you can do"), 1.0))
    layout.addWidget(text_label(counter))
    _add_portal(layout)
    return frame


def _add_portal(layout: QVBoxLayout) -> None:
    *_, portal = words.no_server_points()
    shown = value_label(portal)
    shown.setAlignment(Qt.AlignmentFlag.AlignTop)
    layout.addWidget(shown)


def _open_portal() -> None:
    """Let the system's browser open the page; this program itself fetches nothing."""
    QDesktopServices.openUrl(QUrl(words.PORTAL))
