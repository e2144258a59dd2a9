"""Change a password: look (elsewhere), ask (elsewhere), then VERIFY old, CHANGE, VERIFY new.

Each of the three is sent once or not at all. What is certain and what is in doubt after each step
is told to the token, so that it holds whoever ends the operation.
"""

import logging
from enum import StrEnum

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardSource
from jpki_desktop.card.jpki_session import JpkiSession
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import TokenKind
from jpki_desktop.card.weak_password import BirthDay
from jpki_desktop.certificate.japanese_calendar import jst_date, to_era
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.errors import (
    CancelledError,
    CardKindError,
    ChangeResultUnknownError,
    JpkiError,
    NewPasswordRefusedError,
    PasswordLockedError,
    WrongPasswordError,
)
from jpki_desktop.operations.card_session import verified
from jpki_desktop.operations.look_at_passwords import PasswordsLook

_LOG = logging.getLogger(__name__)
_PHONES = (TokenKind.ANDROID, TokenKind.IOS)


class ChangeResult(StrEnum):
    """What came of it; both mean that the new password holds."""

    CHANGED = "changed"
    NOT_CONFIRMED = "changed-not-confirmed"


def check_changeable(look: PasswordsLook) -> None:
    """Refuse what has its passwords changed elsewhere.

    Raises:
        CardKindError: a phone; no source shows that its token takes this command.
    """
    if look.kind in _PHONES:
        raise CardKindError(look.kind.value)


def change_password(
    cards: CardSource,
    look: PasswordsLook,
    old: Password,
    new: Password,
    cancel: CancelToken,
    *,
    last_try_confirmed: bool,
) -> ChangeResult:
    """Change the password; both buffers are wiped in any case.

    Raises:
        WrongPasswordError, PasswordLockedError: the old one is not right; nothing else was sent.
        NewPasswordRefusedError: the old password still holds.
        ChangeResultUnknownError: the new one was sent; either may hold.
        PasswordError: in its other leaf classes; nothing was changed.
        CardChangedError, CardKindError: nothing was sent.
        NoCardAccessError: in its leaf classes; nothing was changed.
    """
    cancel.on_cancel(new.wipe)
    with new, old:
        check_changeable(look)
        with verified(
            cards,
            look.reader,
            old,
            identity=look.identity,
            tries_shown=look.password(old.kind).tries_left,
            last_try_confirmed=last_try_confirmed,
            cancel=cancel,
        ) as session:
            return _change(session, new, cancel)


def _change(session: JpkiSession, new: Password, cancel: CancelToken) -> ChangeResult:
    """Send CHANGE and VERIFY under one hold: nobody can give up between them unnoticed."""
    with cancel.commit(new.kind.value, ChangeResultUnknownError):
        _send_change(session, new)
        cancel.settle(ChangeResult.NOT_CONFIRMED)
        result = _confirm(session, new)
        cancel.settle(result)
    return result


def _send_change(session: JpkiSession, new: Password) -> None:
    try:
        session.change_password(new)
    except (NewPasswordRefusedError, CancelledError):
        raise
    except Exception as lost:  # noqa: BLE001 - whatever it was, the card may have acted
        _note(lost)
    else:
        return
    # Raised outside, so that no driver's words about its command hang on it.
    raise ChangeResultUnknownError(new.kind.value)


def _confirm(session: JpkiSession, new: Password) -> ChangeResult:
    """Ask the card for the new password, which it has just said to have taken."""
    try:
        session.verify(new)
    except (WrongPasswordError, PasswordLockedError):
        # It contradicts itself, so nothing is certain.
        raise ChangeResultUnknownError(new.kind.value) from None
    except Exception as lost:  # noqa: BLE001 - the change is certain, whatever happened after it
        _note(lost)
        return ChangeResult.NOT_CONFIRMED
    return ChangeResult.CHANGED


def _note(lost: Exception) -> None:
    if not isinstance(lost, JpkiError):
        _LOG.error("a password change was interrupted by a defect: %s", type(lost).__name__)


def known_birth_days(certificate: Certificate | None) -> tuple[BirthDay, ...]:
    """Return what a certificate tells of its holder's birth date.

    Certificates end on a birthday of their holder, so even one without a name shows its day.
    """
    if certificate is None:
        return ()
    last_day = jst_date(certificate.not_after)
    days = [BirthDay(last_day.month, last_day.day)]
    birth = certificate.holder.birth_date.date if certificate.holder is not None else None
    if birth is not None:
        era = to_era(birth)
        letter, era_year = (era.era.name[0], era.year) if era is not None else ("", 0)
        days.append(BirthDay(birth.month, birth.day, birth.year, letter, era_year))
    return tuple(days)
