"""Which of the two certificates shall be revoked, with the tries left of its password."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jpki_desktop.card.jpki_session import PasswordState
from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.gui.dialogs.request_revocation.page import Page
from jpki_desktop.gui.dialogs.select_password import PasswordChoice
from jpki_desktop.gui.style import Tone
from jpki_desktop.gui.widgets.choice import Choice
from jpki_desktop.operations.look_at_passwords import PasswordsLook
from jpki_desktop.wording import revocation_request as words
from jpki_desktop.wording.card import tries_text
from jpki_desktop.wording.language import translate


class ChooseCertificateDialog(Page, PasswordChoice):
    """Asks for one of the two; a certificate that is not on the card cannot be chosen."""

    def __init__(self, parent: QWidget, look: PasswordsLook, banners: Sequence[str]) -> None:
        super().__init__(
            parent,
            translate("request_revocation", "Request a revocation"),
            words.choose_certificate(),
            banners,
        )
        self._choice: Choice[PasswordKind] = Choice(self)
        auth = translate("select_certificate", "&User authentication certificate")
        sign = translate("select_certificate", "Digital &signature certificate")
        self._add(PasswordKind.AUTH, auth, look.auth)
        self._add(PasswordKind.SIGN, sign, look.sign)
        self.body.addStretch(1)
        self.add_steps(can_go_back=False)
        self.next.setEnabled(self._choice.possible)
        self._choice.focus()

    def _add(self, kind: PasswordKind, name: str, state: PasswordState) -> None:
        few = state.locked or state.tries_left == 1
        note = translate("request_revocation", "{what}\nPassword: {tries}").format(
            what=words.what_stops(kind.value), tries=tries_text(state, kind)
        )
        tone = Tone.BAD if few else Tone.QUIET
        self._choice.add(self.body, kind, name, note, tone, enabled=state.present)

    def choose(self, kind: PasswordKind) -> None:
        """Select one of the two."""
        self._choice.choose(kind)
        self._choice.focus()

    @property
    def choice(self) -> PasswordKind:
        """The password of the chosen certificate."""
        return self._choice.value
