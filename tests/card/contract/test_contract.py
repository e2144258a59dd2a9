"""What the card layer promises, once in process and once over a real pcscd.

Everything is asked through the operations' own two recipes, so nothing here knows a transport.
"""

from dataclasses import replace
from functools import partial

import pytest

from jpki_desktop.card.jpki_session import CertificatePresence, JpkiSession, PasswordState
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import CertificateFile, PasswordKind, TokenKind
from jpki_desktop.errors import (
    CardChangedError,
    CardKindError,
    CertificateMissingError,
    LastTryError,
    NewPasswordRefusedError,
    NoCardError,
    NotMyNumberCardError,
    PasswordLockedError,
    PasswordNeededError,
    ReaderNotFoundError,
    SigningError,
    TriesChangedError,
    WrongPasswordError,
)
from support.card_recipes import (
    DIGEST_INFO,
    FULL,
    OTHER,
    RIGHT,
    WRONG,
    Bench,
    check_signature,
    secret,
)
from support.in_process_cards import secrets_sent

AUTH, SIGN = PasswordKind.AUTH, PasswordKind.SIGN
KINDS = [pytest.param(kind, id=kind.value) for kind in PasswordKind]
# Quirks that no user may notice; `6f00-first` holds after power-on only and has its own test.
HARMLESS = [
    "short-reads",
    "6cxx",
    "61xx",
    "6700-on-case1",
    "6282-at-end",
    "verified-9000",
    "no-0008",
    "no-sfi",
]


def nothing_was_sent(bench: Bench) -> None:
    assert secrets_sent(bench.reader.trace()) == {"verify": 0, "change": 0}


def sent_once(bench: Bench) -> None:
    assert secrets_sent(bench.reader.trace())["verify"] == 1


def change_to(session: JpkiSession, new: Password) -> None:
    session.change_password(new)


def nothing(_session: JpkiSession) -> None:
    """Use the verified session for nothing."""


def is_logged_out(bench: Bench, kind: PasswordKind) -> None:
    with pytest.raises(PasswordNeededError):
        bench.read(lambda session: session.sign_digest(kind, DIGEST_INFO))


# --- what lies open -----------------------------------------------------------------------------


def test_token_kind(bench: Bench) -> None:
    for persona, kind in (
        ("mynumber", TokenKind.MYNUMBER),
        ("juki", TokenKind.JUKI),
        ("android", TokenKind.ANDROID),
        ("ios", TokenKind.IOS),
    ):
        bench.reader.persona(persona)
        assert bench.read(lambda session: session.token_kind()) is kind


def test_licence_is_no_my_number_card(bench: Bench) -> None:
    bench.reader.persona("licence")
    with pytest.raises(NotMyNumberCardError):
        bench.read(lambda session: session)


def test_empty_reader_and_unknown_reader(bench: Bench) -> None:
    bench.reader.remove()
    with pytest.raises(NoCardError):
        bench.read(lambda session: session)
    bench.reader.name, name = "No Such Reader", bench.reader.name
    try:
        with pytest.raises(ReaderNotFoundError):
            bench.read(lambda session: session)
    finally:
        bench.reader.name = name


def test_presence(bench: Bench) -> None:
    for persona, auth, sign in (
        ("mynumber", True, True),
        ("sign-missing", True, False),
        ("auth-missing", False, True),
        ("both-missing", False, False),
    ):
        bench.reader.persona(persona)
        assert bench.read(lambda session: session.presence()) == CertificatePresence(auth, sign)


def test_card_without_presence_file_does_not_say(bench: Bench) -> None:
    bench.reader.quirk("no-0008")
    assert bench.read(lambda session: session.presence()) == CertificatePresence(None, None)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("quirk", ["", "6700-on-case1", "blocked-63c0", "blocked-6983"])
def test_counter_is_read_and_never_spent(bench: Bench, kind: PasswordKind, quirk: str) -> None:
    if quirk:
        bench.reader.quirk(quirk)
    for tries in (FULL[kind], 1, 0):
        bench.reader.tries(kind.value, tries)
        expected = PasswordState(present=True, tries_left=tries, locked=tries == 0)
        for _ in range(FULL[kind] + 1):
            assert bench.read(lambda session: session.password_state(kind)) == expected
    nothing_was_sent(bench)


def test_juki_card_has_no_auth_password(bench: Bench) -> None:
    bench.reader.persona("juki")
    state = bench.read(lambda session: session.password_state(AUTH))
    assert state == PasswordState(present=False)


def test_verified_password_is_told_from_a_locked_one(bench: Bench) -> None:
    bench.reader.quirk("verified-9000")
    state, _ = bench.with_password(AUTH, RIGHT[AUTH], lambda session: session.password_state(AUTH))
    assert state == PasswordState(present=True, verified=True)
    assert bench.tries(AUTH) == 3


def all_four(bench: Bench) -> dict[CertificateFile, bytes]:
    certificates, _ = bench.with_password(
        SIGN,
        RIGHT[SIGN],
        lambda session: {which: session.read_certificate(which) for which in CertificateFile},
    )
    return certificates


def expected_four(bench: Bench) -> dict[CertificateFile, bytes | None]:
    contents = bench.reader.contents
    return {
        CertificateFile.AUTH: contents.auth_certificate,
        CertificateFile.SIGN: contents.sign_certificate,
        CertificateFile.AUTH_CA: contents.auth_ca_certificate,
        CertificateFile.SIGN_CA: contents.sign_ca_certificate,
    }


@pytest.mark.parametrize(
    "quirks", [(), *[(quirk,) for quirk in HARMLESS], tuple(HARMLESS)], ids=str
)
def test_certificates_are_read_unchanged_whatever_the_card_does(
    bench: Bench, quirks: tuple[str, ...]
) -> None:
    for quirk in quirks:
        bench.reader.quirk(quirk)
    assert all_four(bench) == expected_four(bench)
    sent_once(bench)
    for quirk in quirks:
        bench.reader.quirk(quirk, on=False)
    is_logged_out(bench, SIGN)


def test_first_command_after_power_on_may_fail(bench: Bench) -> None:
    bench.reader.remove()
    bench.reader.quirk("6f00-first")
    bench.reader.insert()
    assert all_four(bench) == expected_four(bench)
    assert "6F00" in [line["sw"] for line in bench.reader.trace()]


def test_largest_certificate(bench: Bench) -> None:
    bench.reader.persona("long")
    assert all_four(bench) == expected_four(bench)


def test_sign_certificate_needs_its_password(bench: Bench) -> None:
    with pytest.raises(PasswordNeededError):
        bench.read(lambda session: session.read_certificate(CertificateFile.SIGN))


def test_android_guards_both_certificates(bench: Bench) -> None:
    bench.reader.persona("android")
    with pytest.raises(PasswordNeededError):
        bench.read(lambda session: session.read_certificate(CertificateFile.AUTH))
    shown = bench.show(bench.look(AUTH), secret(AUTH))
    assert shown == bench.reader.contents.auth_certificate
    is_logged_out(bench, AUTH)


def test_missing_certificate(bench: Bench) -> None:
    """What such a file holds has not been published, so all four guesses are tried."""
    bench.reader.persona("auth-missing")
    for quirk in ("absent-ff", "absent-empty", "absent-6a82", "absent-garbage"):
        bench.reader.quirk(quirk)
        for without_presence in (True, False):
            bench.reader.quirk("no-0008", on=without_presence)
            with pytest.raises(CertificateMissingError):
                bench.read(lambda session: session.read_certificate(CertificateFile.AUTH))


def test_missing_sign_certificate_behind_a_right_password(bench: Bench) -> None:
    bench.reader.persona("sign-missing")
    with pytest.raises(CertificateMissingError):
        bench.look(SIGN)
    bench.reader.quirk("no-0008")
    look = bench.look(SIGN)
    with pytest.raises(CertificateMissingError):
        bench.show(look, secret(SIGN))
    is_logged_out(bench, SIGN)


def test_juki_card_is_explained(bench: Bench) -> None:
    bench.reader.persona("juki")
    with pytest.raises(CardKindError) as caught:
        bench.look(SIGN)
    assert caught.value.kind == "juki"


# --- what needs a password ----------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_right_password_restores_the_counter_and_is_wiped(bench: Bench, kind: PasswordKind) -> None:
    bench.reader.tries(kind.value, 2)
    _, password = bench.with_password(kind, RIGHT[kind], nothing)
    assert password.wiped
    assert bench.tries(kind) == FULL[kind]
    sent_once(bench)
    is_logged_out(bench, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_wrong_password_costs_one_try(bench: Bench, kind: PasswordKind) -> None:
    password = secret(kind, WRONG[kind])
    with pytest.raises(WrongPasswordError) as caught:
        bench.show(bench.look(kind), password)
    assert caught.value.tries_left == FULL[kind] - 1
    assert password.wiped
    assert bench.tries(kind) == FULL[kind] - 1
    sent_once(bench)
    is_logged_out(bench, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_last_wrong_password_locks(bench: Bench, kind: PasswordKind) -> None:
    bench.reader.tries(kind.value, 1)
    with pytest.raises(PasswordLockedError):
        bench.show(bench.look(kind), secret(kind, WRONG[kind]), last_try_confirmed=True)
    assert bench.read(lambda session: session.password_state(kind)).locked
    sent_once(bench)


@pytest.mark.parametrize("quirk", ["", "blocked-63c0", "blocked-6983"])
def test_locked_password_is_not_sent(bench: Bench, quirk: str) -> None:
    if quirk:
        bench.reader.quirk(quirk)
    bench.reader.tries("sign", 0)
    look = bench.look(SIGN)
    assert look.password.locked
    password = secret(SIGN)
    with pytest.raises(PasswordLockedError):
        bench.show(look, password)
    assert password.wiped
    nothing_was_sent(bench)


@pytest.mark.parametrize("quirk", ["", "blocked-63c0", "blocked-6983"])
def test_verify_of_a_locked_password_says_locked(bench: Bench, quirk: str) -> None:
    """The session alone, without the check before it: another program was quicker."""
    if quirk:
        bench.reader.quirk(quirk)
    bench.reader.tries("auth", 0)
    with pytest.raises(PasswordLockedError):
        bench.read(lambda session: session.verify(secret(AUTH)))
    sent_once(bench)


@pytest.mark.parametrize("kind", KINDS)
def test_password_is_changed_and_changed_back(bench: Bench, kind: PasswordKind) -> None:
    for old, new in ((RIGHT[kind], OTHER[kind]), (OTHER[kind], RIGHT[kind])):
        bench.with_password(kind, old, partial(change_to, new=secret(kind, new)))
        is_logged_out(bench, kind)
        bench.with_password(kind, new, nothing)
    assert secrets_sent(bench.reader.trace()) == {"verify": 4, "change": 2}


@pytest.mark.parametrize(("kind", "short"), [(AUTH, b"12"), (SIGN, b"A1")])
def test_refused_new_password_leaves_the_old_one(
    bench: Bench, kind: PasswordKind, short: bytes
) -> None:
    new = Password(kind, bytearray(short))
    with pytest.raises(NewPasswordRefusedError) as caught:
        bench.with_password(kind, RIGHT[kind], partial(change_to, new=new))
    assert caught.value.status == "6700"
    is_logged_out(bench, kind)
    bench.with_password(kind, RIGHT[kind], nothing)


def test_change_without_verify_is_refused(bench: Bench) -> None:
    def change(session: JpkiSession) -> None:
        session.password_state(AUTH)
        session.change_password(secret(AUTH, OTHER[AUTH]))

    with pytest.raises(NewPasswordRefusedError) as caught:
        bench.read(change)
    assert caught.value.status == "6982"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("quirk", ["", "61xx"])
def test_signature_is_genuine(bench: Bench, kind: PasswordKind, quirk: str) -> None:
    if quirk:
        bench.reader.quirk(quirk)
    signature, _ = bench.with_password(
        kind, RIGHT[kind], lambda session: session.sign_digest(kind, DIGEST_INFO)
    )
    contents = bench.reader.contents
    certificate = contents.auth_certificate if kind is AUTH else contents.sign_certificate
    check_signature(certificate, signature)
    is_logged_out(bench, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_digest_is_signed_with_the_cards_kind_of_key(bench: Bench, kind: PasswordKind) -> None:
    digest = DIGEST_INFO[-32:]
    signature, _ = bench.with_password(
        kind, RIGHT[kind], lambda session: session.sign_sha256(kind, "RSA", digest)
    )
    contents = bench.reader.contents
    certificate = contents.auth_certificate if kind is AUTH else contents.sign_certificate
    check_signature(certificate, signature)
    is_logged_out(bench, kind)


@pytest.mark.parametrize(("key", "octets"), [("EC", 32), ("RSA", 20), ("RSA", 48)])
def test_what_the_card_is_not_known_to_sign(bench: Bench, key: str, octets: int) -> None:
    with pytest.raises(SigningError):
        bench.with_password(
            AUTH, RIGHT[AUTH], lambda session: session.sign_sha256(AUTH, key, bytes(octets))
        )
    is_logged_out(bench, AUTH)


def test_one_password_does_not_open_the_other_key(bench: Bench) -> None:
    with pytest.raises(PasswordNeededError):
        bench.with_password(
            AUTH, RIGHT[AUTH], lambda session: session.sign_digest(SIGN, DIGEST_INFO)
        )
    is_logged_out(bench, AUTH)


def test_failure_inside_a_verified_session_logs_out(bench: Bench) -> None:
    class DefectError(Exception):
        pass

    def fail(_session: object) -> None:
        raise DefectError

    with pytest.raises(DefectError):
        bench.with_password(SIGN, RIGHT[SIGN], fail)
    is_logged_out(bench, SIGN)


def test_refused_log_out_cuts_the_power(bench: Bench) -> None:
    # The log-out is the only SELECT after this point.
    def fail_next_select(_session: object) -> None:
        bench.reader.fault("6f00 select")

    bench.with_password(SIGN, RIGHT[SIGN], fail_next_select)
    is_logged_out(bench, SIGN)


# --- between the look and the password ----------------------------------------------------------


@pytest.mark.parametrize("persona", ["long", "both-missing", "licence"])
def test_swapped_card_gets_no_password(bench: Bench, persona: str) -> None:
    look = bench.look(SIGN)
    bench.reader.persona(persona)
    password = secret(SIGN)
    with pytest.raises((CardChangedError, NotMyNumberCardError)):
        bench.show(look, password)
    assert password.wiped
    nothing_was_sent(bench)


def test_lowered_counter_stops_the_password(bench: Bench) -> None:
    look = bench.look(SIGN)
    bench.reader.tries("sign", 3)
    with pytest.raises(TriesChangedError) as caught:
        bench.show(look, secret(SIGN))
    assert caught.value.tries_left == 3
    nothing_was_sent(bench)


def test_raised_counter_does_not(bench: Bench) -> None:
    bench.reader.tries("sign", 3)
    look = bench.look(SIGN)
    bench.reader.tries("sign", 5)
    assert bench.show(look, secret(SIGN)) == bench.reader.contents.sign_certificate


@pytest.mark.parametrize("kind", KINDS)
def test_last_try_needs_words(bench: Bench, kind: PasswordKind) -> None:
    bench.reader.tries(kind.value, 1)
    look = bench.look(kind)
    with pytest.raises(LastTryError):
        bench.show(look, secret(kind))
    nothing_was_sent(bench)
    bench.show(look, secret(kind), last_try_confirmed=True)
    assert bench.tries(kind) == FULL[kind]


def test_last_try_confirmed_for_a_higher_counter_than_was_shown(bench: Bench) -> None:
    look = bench.look(SIGN)
    unknown = replace(look, password=PasswordState(present=True))
    bench.reader.tries("sign", 1)
    with pytest.raises(LastTryError):
        bench.show(unknown, secret(SIGN))
    nothing_was_sent(bench)
