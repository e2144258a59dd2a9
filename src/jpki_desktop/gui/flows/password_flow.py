"""The beginning that changing and checking a password share: place the card, look, choose."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from jpki_desktop.card.jpki_session import PasswordState
from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.environment import Environment
from jpki_desktop.errors import CardChangedError, JpkiError
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.card_watcher import CardWatcher
from jpki_desktop.gui.dialogs.select_password import PasswordChoice, SelectPasswordDialog
from jpki_desktop.gui.flows.card_flow import CardFlow
from jpki_desktop.operations.look_at_passwords import PasswordsLook, look_at_passwords


class PasswordFlow(CardFlow):
    """One run about a password; `kind` is chosen by the user unless it has just been changed."""

    def __init__(
        self,
        window: QWidget,
        world: Environment,
        background: Background,
        watcher: CardWatcher,
        kind: PasswordKind | None = None,
    ) -> None:
        super().__init__(window, world, background, watcher)
        self._kind = kind
        self._after_change = kind is not None
        self._look: PasswordsLook | None = None

    def start(self) -> None:
        """Look at both passwords as soon as a card is there."""
        self._with_card(self._begin_look)

    def _begin_look(self) -> None:
        self._run(partial(look_at_passwords, self._world.cards, self._reader), then=self._looked)

    def _looked(self, look: PasswordsLook) -> None:
        self._look = look
        refusal = CardChangedError() if not self._same_card() else self._refusal(look)
        if refusal is not None:
            self._fail(refusal)
        elif self._kind is not None:
            self._ask_password(look, self._kind)
        else:
            dialog = self._choice_dialog(look)
            dialog.accepted.connect(lambda: self._chosen(look, dialog.choice))
            self._ask(dialog)

    def _chosen(self, look: PasswordsLook, kind: PasswordKind) -> None:
        self._close_question()
        self._kind = kind
        self._ask_password(look, kind)

    def _shown(self) -> PasswordsLook | None:
        """Return the look with the counter that the user sees; None when nothing may be sent."""
        question = self._password_question()
        if self._look is None or question is None or self._busy:
            return None
        return with_state(self._look, question.state, self._kind)

    # --- what differs -----------------------------------------------------------------------

    def _refusal(self, look: PasswordsLook) -> JpkiError | None:
        """Return why this card cannot do it at all."""
        del look
        return None

    def _choice_dialog(self, look: PasswordsLook) -> PasswordChoice:
        """Return the window that lets one choose."""
        title, question = self._choice_words()
        return SelectPasswordDialog(self._window, look, title=title, question=question)

    def _choice_words(self) -> tuple[str, str]:
        """Return the title and the question of that window."""
        raise NotImplementedError

    def _ask_password(self, look: PasswordsLook, kind: PasswordKind) -> None:
        """Open the question about the chosen password."""
        raise NotImplementedError


def with_state(
    look: PasswordsLook, state: PasswordState, kind: PasswordKind | None
) -> PasswordsLook:
    """Return `look` with another state of one password."""
    if kind is PasswordKind.AUTH:
        return replace(look, auth=state)
    return replace(look, sign=state)
