"""パスワード変更: place the card, look, choose, ask, change, say; offer a check where in doubt."""

from functools import partial

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import MY_NUMBER_CARD, PasswordKind
from jpki_desktop.errors import (
    CardKindError,
    ChangeResultUnknownError,
    JpkiError,
    NewPasswordRefusedError,
)
from jpki_desktop.gui.dialogs.change_password import ChangePasswordDialog
from jpki_desktop.gui.dialogs.password_question import PasswordQuestion
from jpki_desktop.gui.flows.password_flow import PasswordFlow
from jpki_desktop.gui.flows.verify_password import VerifyPassword
from jpki_desktop.gui.widgets.done_box import offer, show_done
from jpki_desktop.operations.change_password import (
    ChangeResult,
    change_password,
    check_changeable,
    known_birth_days,
)
from jpki_desktop.operations.look_at_passwords import PasswordsLook
from jpki_desktop.wording.change_password import (
    changed_detail,
    changed_title,
    check_offer,
    not_confirmed_detail,
)
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.language import translate


class ChangePassword(PasswordFlow):
    """One run from the menu to the result."""

    def _choice_words(self) -> tuple[str, str]:
        return (
            translate("change_password", "Change password"),
            translate("change_password", "Which password do you want to change?"),
        )

    def _refusal(self, look: PasswordsLook) -> JpkiError | None:
        try:
            check_changeable(look)
        except CardKindError as refusal:
            return refusal
        return None

    def _ask_password(self, look: PasswordsLook, kind: PasswordKind) -> None:
        current = self._watcher.view.current
        summary = current.summary if current is not None else None
        dialog = ChangePasswordDialog(
            self._window,
            MY_NUMBER_CARD.passwords[kind],
            look.password(kind),
            known_birth_days(summary.certificate if summary is not None else None),
        )
        dialog.submitted.connect(self._submitted)
        self._ask(dialog)

    def _submitted(self, old: Password, new: Password, last_try: bool) -> None:
        shown = self._shown()

        def wipe() -> None:
            old.wipe()
            new.wipe()

        if shown is None:
            wipe()
            return

        def change(cancel: CancelToken) -> ChangeResult:
            return change_password(
                self._world.cards, shown, old, new, cancel, last_try_confirmed=last_try
            )

        self._run(change, then=partial(self._changed, new.kind), finally_=wipe)

    # --- what came of it --------------------------------------------------------------------

    def _changed(self, kind: PasswordKind, result: ChangeResult) -> None:
        self._close_question()
        title = changed_title(kind.value)
        if result is ChangeResult.CHANGED:
            show_done(self._window, title, changed_detail(), "change-password")
            self._end(read_again=True)
        else:
            self._offer_check(kind, title, f"{not_confirmed_detail()}\n\n{check_offer()}")

    def _fail(self, error: JpkiError) -> None:
        if isinstance(error, ChangeResultUnknownError):
            self._close_question()
            text = describe_error(error)
            code = translate("widgets", "Code: {code}").format(code=text.code)
            detail = f"{text.detail}\n\n{text.next_step}\n\n{code}"
            self._offer_check(PasswordKind(error.password), text.title, detail)
            return
        super()._fail(error)

    def _keeps_open(self, question: PasswordQuestion, error: JpkiError) -> bool:
        if isinstance(error, NewPasswordRefusedError):
            text = describe_error(error)
            question.show_problem(text.title, f"{text.detail}\n{text.next_step}")
            self._read_again()
            return True
        return super()._keeps_open(question, error)

    def _offer_check(self, kind: PasswordKind, title: str, detail: str) -> None:
        """Say what is known, and check the new password only when the user wants to."""
        self._read_again()
        offer(
            self._window,
            title,
            detail,
            translate("change_password", "Check the new password…"),
            accepted=partial(self._check, kind),
            declined=self._end,
        )

    def _check(self, kind: PasswordKind) -> None:
        check = VerifyPassword(self._window, self._world, self._background, self._watcher, kind)
        check.ended.connect(self._end)
        check.start()
