"""パスワードを確かめる: place the card, look, choose, ask, VERIFY once, say."""

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import MY_NUMBER_CARD, PasswordKind
from jpki_desktop.gui.dialogs.enter_password import EnterPasswordDialog
from jpki_desktop.gui.flows.password_flow import PasswordFlow
from jpki_desktop.gui.style import MANUAL_PAGE
from jpki_desktop.gui.widgets.done_box import show_done
from jpki_desktop.operations.look_at_passwords import PasswordsLook
from jpki_desktop.operations.verify_password import verify_password
from jpki_desktop.wording.change_password import (
    check_notice,
    check_offer,
    right_detail,
    right_title,
)
from jpki_desktop.wording.language import translate


class VerifyPassword(PasswordFlow):
    """One run from the menu to the answer."""

    def _choice_words(self) -> tuple[str, str]:
        return (
            translate("change_password", "Check a password"),
            translate("change_password", "Which password do you want to check?"),
        )

    def _ask_password(self, look: PasswordsLook, kind: PasswordKind) -> None:
        dialog = EnterPasswordDialog(
            self._window,
            MY_NUMBER_CARD.passwords[kind],
            look.password(kind),
            can_skip=False,
            purpose=check_offer() if self._after_change else check_notice(kind.value),
        )
        dialog.setWindowTitle(self._choice_words()[0])
        dialog.setProperty(MANUAL_PAGE, "verify-password")
        dialog.submitted.connect(self._submitted)
        self._ask(dialog)

    def _submitted(self, password: Password, last_try: bool) -> None:
        shown = self._shown()
        if shown is None:
            password.wipe()
            return

        def check(cancel: CancelToken) -> PasswordKind:
            verify_password(self._world.cards, shown, password, cancel, last_try_confirmed=last_try)
            return password.kind

        self._run(check, then=self._right, finally_=password.wipe)

    def _right(self, kind: PasswordKind) -> None:
        self._close_question()
        most = MY_NUMBER_CARD.passwords[kind].max_tries
        show_done(self._window, right_title(kind.value), right_detail(most), "verify-password")
        self._end(read_again=True)
