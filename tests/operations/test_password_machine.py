"""Random users, random mishaps: tries lost are exactly the wrong passwords that a user confirmed.

The model is told nothing by the client. It looks into the virtual card for which text is right at
the moment when the user confirms it, and counts for itself.
"""

from typing import Any, ClassVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.emulator.passwords import PasswordKind as CardKind
from jpki_desktop.emulator.store import MemoryStore
from jpki_desktop.errors import (
    ChangeResultUnknownError,
    JpkiError,
    LastTryError,
    NewPasswordRefusedError,
    PasswordLockedError,
    PasswordResultUnknownError,
    TriesChangedError,
    WrongPasswordError,
)
from jpki_desktop.operations.change_password import ChangeResult, change_password
from jpki_desktop.operations.look_at_passwords import PasswordsLook, look_at_passwords
from jpki_desktop.operations.verify_password import verify_password
from support.card_recipes import FULL, secret
from support.in_process_cards import InProcessCards, InProcessReader, TappedCards, secrets_sent

TEXTS = {
    PasswordKind.AUTH: ("1234", "5678", "9999"),
    PasswordKind.SIGN: ("ABC123", "NEWPASS1", "ZZZ999"),
}
KINDS = st.sampled_from(list(PasswordKind))
PLACES = st.sampled_from(range(3))
FAULTS = st.builds(
    "{}{} {}".format,
    st.sampled_from(["gone", "empty", "garbage", "6f00"]),
    st.sampled_from(["", "-after"]),
    st.sampled_from(["verify", "change", "tries", "select", "1", "4", "6", "7", "9"]),
)


class Users(RuleBasedStateMachine):
    """One card, one user after another, and what goes wrong between them."""

    store: ClassVar[MemoryStore]
    looks: Bundle[PasswordsLook] = Bundle("looks")

    @initialize()
    def lay_a_card(self) -> None:
        self.reader = InProcessReader(self.store)
        self.tapped = TappedCards(InProcessCards(self.reader), self._before)
        self.token: CancelToken | None = None
        self.give_up_at = 0
        # The fewest and the most tries that each password can have left.
        self.least = dict(FULL)
        self.most = dict(FULL)
        self.armed = False

    # --- mishaps ----------------------------------------------------------------------------

    @rule(fault=FAULTS)
    def arm(self, fault: str) -> None:
        self.reader.fault(fault)
        self.armed = True

    @precondition(lambda self: not self.reader.card.present)
    @rule()
    def lay_it_on_again(self) -> None:
        self.reader.insert()

    @rule(kind=KINDS)
    def another_program_spends_a_try(self, kind: PasswordKind) -> None:
        if self.truth(kind) > 0:
            self.reader.tries(kind.value, self.truth(kind) - 1)
            self.least[kind] = self.most[kind] = self.truth(kind)

    @rule(kind=KINDS)
    def the_city_office_unlocks(self, kind: PasswordKind) -> None:
        self.reader.tries(kind.value, FULL[kind])
        self.least[kind] = self.most[kind] = FULL[kind]

    @rule(command=st.integers(1, 10))
    def the_next_user_gives_up(self, command: int) -> None:
        self.give_up_at = command

    # --- users ------------------------------------------------------------------------------

    @rule(target=looks)
    def look(self) -> PasswordsLook | MultipleResults[PasswordsLook]:
        try:
            return look_at_passwords(self.tapped, self.reader.name, CancelToken())
        except JpkiError:
            return multiple()

    @rule(look=looks, kind=KINDS, old=PLACES, new=PLACES, confirmed=st.booleans())
    def change(
        self, look: PasswordsLook, kind: PasswordKind, old: int, new: int, confirmed: bool
    ) -> None:
        given, wanted = TEXTS[kind][old], TEXTS[kind][new]
        right = self.is_right(kind, given)
        before = self.sent()
        old_password, new_password = secret(kind, given), secret(kind, wanted)
        outcome = self.ends(
            lambda cancel: change_password(
                self.tapped, look, old_password, new_password, cancel, last_try_confirmed=confirmed
            )
        )
        assert old_password.wiped
        assert new_password.wiped
        verifies, changes = (now - then for now, then in zip(self.sent(), before, strict=True))
        assert verifies <= 2
        assert changes <= 1
        assert right or (verifies, changes) in ((0, 0), (1, 0))
        self.account(kind, outcome, right=right, sent=verifies > 0)
        if isinstance(outcome, ChangeResult):
            assert self.is_right(kind, wanted)
        elif not isinstance(outcome, ChangeResultUnknownError):
            assert self.is_right(kind, given) == right

    @rule(look=looks, kind=KINDS, place=PLACES, confirmed=st.booleans())
    def check(self, look: PasswordsLook, kind: PasswordKind, place: int, confirmed: bool) -> None:
        given = TEXTS[kind][place]
        right = self.is_right(kind, given)
        before = self.sent()
        password = secret(kind, given)
        outcome = self.ends(
            lambda cancel: verify_password(
                self.tapped, look, password, cancel, last_try_confirmed=confirmed
            )
        )
        assert password.wiped
        verifies, changes = (now - then for now, then in zip(self.sent(), before, strict=True))
        assert (verifies, changes) in ((0, 0), (1, 0))
        self.account(kind, outcome, right=right, sent=verifies > 0)

    # --- the model --------------------------------------------------------------------------

    def ends(self, work: Any) -> object:
        """Run an operation, perhaps given up at one of its commands."""
        self.token, self.tapped.count = CancelToken(), 0
        try:
            return work(self.token)
        except JpkiError as error:
            return error
        finally:
            self.token, self.give_up_at = None, 0

    def _before(self, count: int, _command: bytes) -> None:
        if self.token is not None and count == self.give_up_at:
            self.token.cancel()

    def account(self, kind: PasswordKind, outcome: object, *, right: bool, sent: bool) -> None:
        """Note what the confirmed password has cost, or filled up again."""
        if isinstance(outcome, WrongPasswordError):
            assert not right
            self.lose(kind)
            assert outcome.tries_left == self.truth(kind)
        elif isinstance(outcome, PasswordLockedError):
            if sent:
                assert not right
                self.lose(kind)
            assert self.truth(kind) == 0
        elif isinstance(
            outcome, ChangeResult | None | ChangeResultUnknownError | NewPasswordRefusedError
        ):
            assert right
            self.least[kind] = self.most[kind] = FULL[kind]
        elif isinstance(outcome, LastTryError | TriesChangedError):
            assert not sent
        elif sent and right:
            # Whether the card got to see the right password is known to nobody.
            self.most[kind] = FULL[kind]
        elif sent:
            assert isinstance(outcome, PasswordResultUnknownError | JpkiError)
            self.least[kind] -= 1
        self.settle(kind)

    def lose(self, kind: PasswordKind) -> None:
        self.least[kind] -= 1
        self.most[kind] -= 1

    def settle(self, kind: PasswordKind) -> None:
        """Where a mishap leaves two possibilities, the card decides; a third one is a defect."""
        assert self.least[kind] <= self.truth(kind) <= self.most[kind]
        self.least[kind] = self.most[kind] = self.truth(kind)

    def truth(self, kind: PasswordKind) -> int:
        tries: int = self.reader.card.tries(CardKind(kind.value))
        return tries

    def is_right(self, kind: PasswordKind, text: str) -> bool:
        password = self.reader.card._parts.passwords[CardKind(kind.value)]
        return password._matches(text.encode())

    def sent(self) -> tuple[int, int]:
        counted = secrets_sent(self.reader.trace())
        return counted["verify"], counted["change"]

    @invariant()
    def tries_lost_are_wrong_passwords_confirmed(self) -> None:
        if hasattr(self, "reader"):
            for kind in PasswordKind:
                assert self.least[kind] <= self.truth(kind) <= self.most[kind], kind


def test_tries_lost_are_wrong_passwords_confirmed(card_store: MemoryStore) -> None:
    Users.store = card_store
    run_state_machine_as_test(
        Users,
        settings=settings(
            max_examples=150,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
