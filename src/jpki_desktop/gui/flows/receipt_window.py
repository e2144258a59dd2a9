"""Opens the receipt of a request, and the check of its certificate from there."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.environment import Environment
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.dialogs.request_revocation.receipt import ReceiptDialog
from jpki_desktop.gui.flows.certificate_window import CertificateWindow
from jpki_desktop.operations.reading_source import ReadingSource
from jpki_desktop.revocation_request.model import Receipt


class ReceiptWindow(QObject):
    """One receipt; the certificate and its authority are at hand, so no card is needed any more."""

    def __init__(
        self,
        window: QWidget,
        world: Environment,
        background: Background,
        receipt: Receipt,
        source: ReadingSource,
        *,
        beside: tuple[Certificate, ...],
    ) -> None:
        dialog = ReceiptDialog(window, receipt)
        # Lives as long as its window.
        super().__init__(dialog)
        self._window = window
        self._world = world
        self._background = background
        self._certificate = receipt.certificate
        self._source = source
        self._beside = beside
        dialog.check_wanted.connect(self._check)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _check(self) -> None:
        shown = CertificateWindow(
            self._window,
            self._world,
            self._background,
            self._certificate,
            self._source,
            beside=self._beside,
        )
        shown.check()
