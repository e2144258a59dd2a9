"""認証局の証明書: place the card, read both, show them. No password is asked for."""

from functools import partial

from PySide6.QtWidgets import QWidget

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.environment import Environment
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.dialogs.show_authorities import ShowAuthoritiesDialog
from jpki_desktop.gui.flows.card_flow import CardFlow
from jpki_desktop.gui.flows.certificate_window import CertificateWindow
from jpki_desktop.operations.reading_source import ReadingSource
from jpki_desktop.operations.show_ca_certificates import CardAuthority, show_ca_certificates


class ShowAuthorities(CardFlow):
    """One run from the menu to the window."""

    def start(self) -> None:
        """Read the card, or ask for it first."""
        self._with_card(self._read)

    def _read(self) -> None:
        self._run(partial(_read, self._world, self._reader), then=self._show)

    def _show(self, found: tuple[CardAuthority, ...]) -> None:
        dialog = ShowAuthoritiesDialog(self._window, found, self._world.clock)
        dialog.opened.connect(
            partial(_show_one, self._window, self._world, self._background, self._reader)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
        self._end()


def _read(world: Environment, reader: str, cancel: CancelToken) -> tuple[CardAuthority, ...]:
    return show_ca_certificates(world.cards, reader, world.authorities, cancel)


def _show_one(
    window: QWidget,
    world: Environment,
    background: Background,
    reader: str,
    certificate: Certificate,
) -> None:
    source = ReadingSource(from_card=True, name=reader, read_at=world.clock())
    CertificateWindow(window, world, background, certificate, source)
