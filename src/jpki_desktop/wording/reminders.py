"""Reminders of the end of a certificate in words: titles, texts, rows, and the questions.

Nothing here names a person or a number: a notification is read by whoever looks at the screen.
What is said of renewing and of what lapses comes from JPKI's own explanations for its users.
"""

from datetime import datetime

from jpki_desktop.certificate.model import CertificateKind
from jpki_desktop.expiry.model import LedgerEntry, LedgerKind, Notice, Replaces
from jpki_desktop.expiry.reminders import ENDED, days_left, reached
from jpki_desktop.wording.certificate import days_to_end_text
from jpki_desktop.wording.certificate_labels import kind_name
from jpki_desktop.wording.dates import day_with_year
from jpki_desktop.wording.language import translate


def certificate_text(entry: LedgerEntry) -> str:
    """The name of the certificate; one of a test authority is marked as such."""
    name = kind_name(CertificateKind(entry.kind.value))
    return (
        translate("reminders", "[For tests] {name}").format(name=name) if entry.for_tests else name
    )


def notice_title(notice: Notice) -> str:
    """One line: which certificate, and how long it runs."""
    name = certificate_text(notice.entry)
    if notice.threshold == ENDED:
        return translate("reminders", "{certificate} has ended").format(certificate=name)
    if notice.days_left == 0:
        return translate("reminders", "{certificate} ends today").format(certificate=name)
    if notice.days_left == 1:
        return translate("reminders", "{certificate} ends tomorrow").format(certificate=name)
    return translate("reminders", "{certificate} ends in {days} days").format(
        certificate=name, days=notice.days_left
    )


def notice_summary(notice: Notice) -> str:
    """Three lines for a notification: the day, what to do, and what lapses.

    The last comes last: some desktops show no more than the first lines.
    """
    lapses = what_lapses(notice.entry.kind, ended=notice.threshold == ENDED)
    return "\n".join((_end(notice), _advice(notice), lapses))


def notice_text(notice: Notice) -> str:
    """All that is to be said, one paragraph a line: the day, what lapses, what to do, the card."""
    ended = notice.threshold == ENDED
    lapses = what_lapses(notice.entry.kind, ended=ended)
    return "\n".join((_end(notice), lapses, _advice(notice), card_end_hint()))


def what_lapses(kind: LedgerKind, *, ended: bool) -> str:
    """What can no longer be done without this certificate."""
    if kind is LedgerKind.AUTH:
        if ended:
            return translate(
                "reminders",
                "This card can no longer tell online services, such as Mynaportal or certificates "
                "from convenience stores, that it is you.",
            )
        return translate(
            "reminders",
            "After the last day, this card can no longer tell online services, such as Mynaportal "
            "or certificates from convenience stores, that it is you.",
        )
    if ended:
        return translate(
            "reminders",
            "Online applications, such as e-Tax, can no longer be signed with this card.",
        )
    return translate(
        "reminders",
        "After the last day, online applications, such as e-Tax, can no longer be signed with "
        "this card.",
    )


def _advice(notice: Notice) -> str:
    """Where a certificate is renewed, or issued anew."""
    if notice.entry.for_tests:
        return translate("reminders", "This certificate is for tests. No counter can renew it.")
    if notice.threshold == ENDED:
        return translate(
            "reminders",
            "The counter of your city, ward, town or village issues a new one; bring the card.",
        )
    return translate(
        "reminders",
        "It can be renewed now at the counter of your city, ward, town or village; bring the card.",
    )


def card_end_hint() -> str:
    """That the card is something else than its certificates."""
    return translate(
        "reminders",
        "The My Number card has a last day of its own, which may be earlier. Look at both.",
    )


def tray_text(notices: tuple[Notice, ...]) -> str:
    """One line for a tool tip or a menu."""
    if not notices:
        return translate("reminders", "No certificate ends soon")
    first = notice_title(notices[0])
    if len(notices) == 1:
        return first
    return translate("reminders", "{first} (and {count} more)").format(
        first=first, count=len(notices) - 1
    )


def end_text(entry: LedgerEntry) -> str:
    """The last day in both calendars."""
    return day_with_year(entry.ends_at)


def left_text(entry: LedgerEntry, now: datetime) -> str:
    """How long the certificate runs, in days."""
    ended = reached(entry.ends_at, now) == ENDED
    return days_to_end_text(days_left(entry.ends_at, now), ended=ended)


def state_text(entry: LedgerEntry, now: datetime) -> str:
    """Whether and when something is told about this certificate."""
    if entry.silenced:
        return translate("reminders", "No reminders")
    threshold = reached(entry.ends_at, now)
    if threshold is None:
        return translate("reminders", "Reminders from three months before the end")
    if threshold == ENDED:
        return translate("reminders", "Ended")
    if entry.for_tests:
        return translate("reminders", "For tests: cannot be renewed")
    return translate("reminders", "Can be renewed now")


def keep_question() -> str:
    """The question that is asked once."""
    return translate("reminders", "Shall this program remind you before a certificate ends?")


def keep_explanation() -> str:
    """What a yes means, and what a no means."""
    return translate(
        "reminders",
        "To do so it keeps, on this computer alone, which certificate it is, its last day, and a "
        "mark by which it is recognised: no name and no serial number. You can look at this and "
        "delete it at any time. If you say no, nothing is kept.",
    )


def replace_question(seen: Replaces) -> str:
    """The question when a newer certificate of the same kind was seen."""
    return translate(
        "reminders",
        "{certificate}: one that ends on {new} was found. Does it replace the one that ends on "
        "{old}?",
    ).format(
        certificate=certificate_text(seen.new),
        new=day_with_year(seen.new.ends_at),
        old=day_with_year(seen.old.ends_at),
    )


def replace_explanation(seen: Replaces) -> str:
    """What the two answers do, and what has to be done for the other certificate."""
    answers = translate(
        "reminders",
        "If the certificate was renewed, the old reminder is deleted. If the two are on the cards "
        "of two people, both reminders stay.",
    )
    if seen.new.kind is LedgerKind.SIGN:
        return answers
    # Both are mostly renewed together, and the old reminders of the other one would go on.
    other = translate(
        "reminders",
        "If the digital signature certificate was renewed too, open it once: then its reminder is "
        "asked about as well.",
    )
    return f"{answers}\n{other}"


def sign_hint() -> str:
    """Why there may be no reminder of the signature certificate."""
    return translate(
        "reminders",
        "The card shows the last day of the digital signature certificate only with its password. "
        "It is known here after you have opened that certificate once.",
    )


def none_kept_text() -> str:
    """What stands where there are no entries."""
    return translate("reminders", "No certificate has been remembered yet.")


def clock_text() -> str:
    """Why nothing is told for now."""
    return translate(
        "reminders",
        "The date of this computer has jumped. Please check it. Reminders go on tomorrow.",
    )


def set_aside_text(path: str) -> str:
    """What is said when the file of the reminders was broken."""
    return translate(
        "reminders",
        "The reminders could not be read and begin anew; the damaged file is kept as {path}. Read "
        "your cards once more.",
    ).format(path=path)


def tomorrow_label() -> str:
    """The button that puts a reminder off."""
    return translate("reminders", "Again tomorrow")


def never_again_label() -> str:
    """The button that ends the reminders of one certificate."""
    return translate("reminders", "No more about this certificate")


def _end(notice: Notice) -> str:
    day = day_with_year(notice.ends_at)
    if notice.threshold == ENDED:
        return translate("reminders", "The last day of validity was {date}.").format(date=day)
    return translate("reminders", "The last day of validity is {date}.").format(date=day)
