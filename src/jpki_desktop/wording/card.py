"""The card on the reader in words: what it is, what is on it, how many tries are left."""

from datetime import datetime

from jpki_desktop.card.jpki_session import PasswordState
from jpki_desktop.card.profile import MY_NUMBER_CARD, CertificateFile, PasswordKind, TokenKind
from jpki_desktop.certificate.period import Period
from jpki_desktop.expiry.reminders import reached
from jpki_desktop.operations.read_card import CardSummary
from jpki_desktop.wording.language import labelled, translate
from jpki_desktop.wording.passwords import (
    as_heading,
    certificate_name,
    password_name,
    token_name,
    where_to_unlock,
)


def tries_text(state: PasswordState, kind: PasswordKind) -> str:
    """Return the tries left of one password in words; only what the card itself said."""
    if not state.present:
        return translate("card", "not on this card")
    if state.locked:
        return translate("card", "locked")
    if state.tries_left is None:
        return translate("card", "already verified")
    most = MY_NUMBER_CARD.passwords[kind].max_tries
    return translate("card", "{left} of {most} tries left").format(left=state.tries_left, most=most)


def end_text(summary: CardSummary, now: datetime) -> str:
    """Return the end of the user authentication certificate and the days until then."""
    certificate = summary.certificate
    if certificate is None:
        return missing_text(summary)
    return period_text(certificate.period, now)


def period_text(period: Period, now: datetime) -> str:
    """Return the last day in both calendars, the days until then, and what can be done now."""
    from jpki_desktop.wording.certificate import days_left_text
    from jpki_desktop.wording.dates import day_with_year

    text = f"{day_with_year(period.not_after)}  {days_left_text(period, now)}"
    if not ends_soon(period, now):
        return text
    return f"{text}  " + translate("reminders", "Can be renewed now")


def ends_soon(period: Period, now: datetime) -> bool:
    """Whether the time has come in which it can be renewed, and is not over."""
    return not period.is_expired(now) and reached(period.not_after, now) is not None


def missing_text(summary: CardSummary) -> str:
    """Return why the user authentication certificate is not shown."""
    if summary.kind is TokenKind.JUKI:
        return translate("card", "not on this card")
    if not summary.has_auth:
        return translate("card", "not on this card")
    if summary.kind in (TokenKind.ANDROID, TokenKind.IOS):
        return translate("card", "shown after the password")
    return translate("card", "cannot be read")


def sign_end_text(
    summary: CardSummary, opened: Period | None = None, now: datetime | None = None
) -> str:
    """Return the end of the signature certificate, once it has been opened with its password."""
    if opened is not None and now is not None:
        return period_text(opened, now)
    if not summary.has_sign or summary.kind is TokenKind.JUKI:
        return translate("card", "not on this card")
    return translate("card", "shown after the password")


def locked_text(summary: CardSummary) -> str:
    """Return where to go for each locked password, or an empty text."""
    return "\n".join(
        labelled(as_heading(password_name(kind)), where_to_unlock(kind.value))
        for kind in PasswordKind
        if summary.password(kind).locked
    )


def locked_picture() -> str:
    """Return the picture beside it, for people who do not see it."""
    return translate("settings_dialog", "Picture: a lock.")


def spoken_summary(summary: CardSummary, now: datetime) -> str:
    """Return what is said aloud when a card has been read: kind, end, tries left."""
    lines = [
        kind_text(summary),
        labelled(as_heading(certificate_name(CertificateFile.AUTH)), end_text(summary, now)),
        *(
            labelled(as_heading(password_name(kind)), tries_text(summary.password(kind), kind))
            for kind in PasswordKind
        ),
    ]
    return "\n".join(lines)


def kind_text(summary: CardSummary) -> str:
    """Return the kind of card, with what is to be known about it."""
    name = token_name(summary.kind.value)
    if summary.kind is TokenKind.JUKI:
        return translate("card", "{name} – its certificates have all ended").format(name=name)
    return name


def summary_rows(summary: CardSummary, now: datetime) -> list[tuple[str, str]]:
    """Return the summary as labels and values, for a terminal."""
    rows = [
        (translate("card", "Card reader"), summary.reader),
        (translate("card", "Card"), kind_text(summary)),
        (as_heading(certificate_name(CertificateFile.AUTH)), end_text(summary, now)),
    ]
    certificate = summary.certificate
    if certificate is not None:
        rows += [
            (translate("card", "  Serial number (hexadecimal)"), certificate.serial_hex),
            (translate("card", "  Serial number (decimal)"), certificate.serial_decimal),
        ]
        from jpki_desktop.wording.certificate import banner

        test = banner(certificate)
        if test:
            rows.append((translate("card", "  Note"), test))
    rows.append((as_heading(certificate_name(CertificateFile.SIGN)), sign_end_text(summary)))
    rows += [
        (as_heading(password_name(kind)), tries_text(summary.password(kind), kind))
        for kind in PasswordKind
    ]
    return rows
