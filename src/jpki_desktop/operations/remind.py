"""Remember the ends of certificates where the user allows it, and say what is due.

Whether and how the user is asked or told is up to the face of the program.
"""

from functools import partial

from jpki_desktop.certificate.japanese_calendar import jst_date
from jpki_desktop.certificate.model import Certificate, CertificateKind, Origin
from jpki_desktop.environment import Environment
from jpki_desktop.errors import ReminderNotFoundError
from jpki_desktop.expiry import reminders
from jpki_desktop.expiry.clock import looked, was_set_back
from jpki_desktop.expiry.model import (
    ClockState,
    LedgerEntry,
    LedgerKind,
    Notice,
    NotKept,
    Outcome,
    Replaces,
)

_KINDS = {CertificateKind.AUTH: LedgerKind.AUTH, CertificateKind.SIGN: LedgerKind.SIGN}
_OURS = {Origin.JPKI: False, Origin.JPKI_TEST: True, Origin.DEMO: True}


def may_keep(world: Environment) -> bool:
    """Whether the user, or an administrator, has allowed the ledger."""
    return world.settings.settings.update_notice == "yes"


def is_asked(world: Environment) -> bool:
    """Whether the question has been answered, one way or the other."""
    return world.settings.settings.update_notice in ("yes", "no")


def allow(world: Environment, allowed: bool) -> None:
    """Keep the user's answer; after a no, nothing is left of what was kept.

    Raises:
        SettingsFileError: the answer holds for this run but could not be written.
        LedgerFileError: what was kept could not be deleted.
    """
    try:
        world.settings.change(update_notice="yes" if allowed else "no")
    finally:
        if not may_keep(world):
            world.ledger.delete_all()


def remember_certificate(world: Environment, certificate: Certificate) -> Outcome:
    """Write a certificate of a card down, if that is allowed.

    Raises:
        LedgerFileError, LedgerVersionError, SettingsFileError: it could not be kept.
    """
    now, kind = world.clock(), _KINDS.get(certificate.kind)
    for_tests = _OURS.get(certificate.origin)
    if not may_keep(world) or kind is None or for_tests is None or certificate.is_expired(now):
        return NotKept()
    mark = world.secret.keyed_hash("ledger", certificate.der)
    return world.ledger.remember(
        LedgerEntry(kind, certificate.not_after, mark, now, for_tests=for_tests)
    )


def replace_old(world: Environment, answer: Replaces) -> None:
    """The user says that the new certificate stands for the old one, which is forgotten.

    Raises:
        LedgerFileError, LedgerVersionError: nothing was changed.
    """
    world.ledger.delete(answer.old.mark)
    keep_both(world, answer)


def keep_both(world: Environment, answer: Replaces) -> None:
    """The user says that both certificates are in use; it is not asked again.

    Raises:
        LedgerFileError, LedgerVersionError: nothing was changed.
    """
    world.ledger.update(answer.new.mark, reminders.beside)


def due(world: Environment) -> tuple[Notice, ...]:
    """Return what is to be told now; looks at the clock and keeps what it says.

    Raises:
        LedgerFileError, LedgerVersionError: the ledger cannot be used.
    """
    clock = look_at_clock(world)
    return reminders.due_notices(entries(world), world.clock(), clock)


def look_at_clock(world: Environment) -> ClockState:
    """Keep what the clock says now, and return what is believed of it.

    Raises:
        LedgerFileError, LedgerVersionError: the ledger cannot be used.
    """
    if not may_keep(world):
        return ClockState()
    now, before = world.clock(), world.ledger.clock()
    after = looked(before, jst_date(now))
    if was_set_back(before, after):
        for entry in world.ledger.entries():
            world.ledger.update(entry.mark, partial(reminders.set_back, now=now))
    world.ledger.keep_clock(after)
    return after


def standing(world: Environment) -> tuple[Notice, ...]:
    """Return what holds now of what is kept, whether it was told or not, except what is silenced.

    Raises:
        LedgerFileError, LedgerVersionError: the ledger cannot be used.
    """
    now = world.clock()
    return tuple(
        Notice(it, threshold, reminders.days_left(it.ends_at, now), it.ends_at)
        for it in entries(world)
        if not it.silenced and (threshold := reminders.reached(it.ends_at, now)) is not None
    )


def mark_told(world: Environment, notice: Notice) -> None:
    """Note that the user was told, so that it is not told again."""
    now = world.clock()
    world.ledger.update(notice.entry.mark, lambda entry: reminders.told(entry, notice, now))


def snooze(world: Environment, notice: Notice) -> None:
    """Tell the same again tomorrow."""
    world.ledger.update(notice.entry.mark, partial(reminders.snoozed, now=world.clock()))


def silence(world: Environment, notice: Notice) -> None:
    """Tell nothing about this certificate any more."""
    set_silenced(world, notice.entry.mark, silenced=True)


def set_silenced(world: Environment, mark: str, *, silenced: bool) -> None:
    """Tell nothing about the certificate of this mark any more, or tell again."""
    world.ledger.update(mark, partial(reminders.silenced, on=silenced))


def entries(world: Environment) -> tuple[LedgerEntry, ...]:
    """Return what is kept, the first to end first; where nothing may be, it is deleted.

    Raises:
        LedgerFileError, LedgerVersionError: the ledger cannot be used.
    """
    if may_keep(world):
        return world.ledger.entries()
    if is_asked(world):
        # Somebody switched it off in the file, or an administrator did.
        world.ledger.delete_all()
    return ()


def forget(world: Environment, mark: str) -> None:
    """Delete the entry of this mark.

    Raises:
        LedgerFileError, LedgerVersionError: nothing was changed.
    """
    world.ledger.delete(mark)


def forget_all(world: Environment) -> None:
    """Delete all entries.

    Raises:
        LedgerFileError: they could not be deleted.
    """
    world.ledger.delete_all()


def find_entry(world: Environment, beginning: str) -> LedgerEntry:
    """Return the one entry whose mark begins like this.

    Raises:
        ReminderNotFoundError: there is none, or more than one.
        LedgerFileError, LedgerVersionError: the ledger cannot be used.
    """
    found = [it for it in entries(world) if beginning and it.mark.startswith(beginning.lower())]
    if len(found) != 1:
        raise ReminderNotFoundError(beginning)
    return found[0]
