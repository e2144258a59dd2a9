"""Opens the certificate window, and starts what is asked from it: 有効性確認."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.environment import Environment
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog, ShownCertificate
from jpki_desktop.operations.find_chain import find_chain
from jpki_desktop.operations.reading_source import ReadingSource

if TYPE_CHECKING:
    from jpki_desktop.gui.flows.check_validity import CheckValidity


class CertificateWindow(QObject):
    """One window with its certificate, and the checks that are made from it."""

    def __init__(
        self,
        window: QWidget,
        world: Environment,
        background: Background,
        certificate: Certificate,
        source: ReadingSource,
        *,
        beside: tuple[Certificate, ...] = (),
    ) -> None:
        chain = find_chain(certificate, world.authorities, beside)
        shown = ShownCertificate(certificate, source, chain)
        dialog = ShowCertificateDialog(window, shown, world.clock)
        # Lives as long as its window.
        super().__init__(dialog)
        self._dialog = dialog
        self._world = world
        self._background = background
        self._certificate = certificate
        self._source = source
        self._beside = beside
        self._dialog.check_wanted.connect(self.check)
        self._dialog.path_wanted.connect(self._complete_path)
        self._dialog.finished.connect(self._dialog.deleteLater)
        self._dialog.show()

    @cached_property
    def _check(self) -> "CheckValidity":
        """What checks the certificate: it is loaded when a check is asked for."""
        from jpki_desktop.gui.flows.check_validity import CheckValidity

        return CheckValidity(
            self._dialog,
            self._world,
            self._background,
            self._certificate,
            self._source,
            beside=self._beside,
        )

    def check(self) -> None:
        """Check the validity; what 有効性確認 does."""
        self._check.start()

    def _complete_path(self) -> None:
        """Look for what is above the certificate where it came from."""
        if self._source.from_card:
            self._check.complete_path()
