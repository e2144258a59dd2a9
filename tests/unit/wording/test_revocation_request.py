"""Requests to revoke in words: every state, cause and reason in both languages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from jpki_desktop.revocation_request.model import (
    Receipt,
    RequestState,
    RevocationReason,
    Server,
    Unproven,
)
from jpki_desktop.wording.dates import moment_in_japan
from jpki_desktop.wording.language import set_language
from jpki_desktop.wording.revocation_causes import request_cause_text
from jpki_desktop.wording.revocation_request import (
    before_points,
    cannot_be_undone,
    confirm_question,
    in_clear,
    no_server_points,
    reason_warning,
    receipt_explanation,
    receipt_next_step,
    receipt_rows,
    receipt_title,
    revocation_reason_name,
    trial_banner,
    what_stops,
)
from support import pki

JAPANESE = re.compile(r"[ぁ-んァ-ン一-龥]")

# RFC 4210 5.2.3, the names of PKIFailureInfo in the order of their bits.
FAILURES = (
    *("badAlg", "badMessageCheck", "badRequest", "badTime", "badCertId", "badDataFormat"),
    *("wrongAuthority", "incorrectData", "missingTimeStamp", "badPOP", "certRevoked"),
    *("certConfirmed", "wrongIntegrity", "badRecipientNonce", "timeNotAvailable"),
    *("unacceptedPolicy", "unacceptedExtension", "addInfoNotAvailable", "badSenderNonce"),
    *("badCertTemplate", "signerNotTrusted", "transactionIdInUse", "unsupportedVersion"),
    *("notAuthorized", "systemUnavail", "systemFailure", "duplicateCertReq"),
)

RECEIPT = Receipt(
    RequestState.ACCEPTED,
    cause="",
    text="",
    transaction_id="00112233445566778899AABBCCDDEEFF",
    sent_at=datetime(2026, 11, 20, 3, 0, tzinfo=UTC),
    answered_at=datetime(2026, 11, 20, 3, 0, 2, tzinfo=UTC),
    server="https://revoke.example.jp/",
    certificate=pki.parsed(pki.make_holder(pki.make_authority())),
    reason=RevocationReason.SUPERSEDED,
)


@pytest.fixture(params=["ja", "en"], autouse=True)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    set_language(request.param)
    yield request.param
    set_language("en")


def check(text: str, language: str) -> None:
    assert text
    assert bool(JAPANESE.search(text)) == (language == "ja"), text
    assert not re.search(r"[{}]", text), text


@pytest.mark.parametrize("cause", [*FAILURES, *(one.value for one in Unproven)])
def test_every_cause_has_words_of_its_own(language: str, cause: str) -> None:
    text = request_cause_text(cause)
    check(text, language)
    assert cause not in text


def test_an_unknown_cause_is_shown_harmlessly(language: str) -> None:
    assert "⟨U+202E⟩" in request_cause_text("odd\u202e")
    check(request_cause_text(""), language)


@pytest.mark.parametrize("state", RequestState)
@pytest.mark.parametrize("cause", ["", "certRevoked", "badAlg", "not-reached", "no-answer"])
def test_every_receipt(language: str, state: RequestState, cause: str) -> None:
    receipt = replace(RECEIPT, state=state, cause=cause)
    for text in (receipt_title(receipt), receipt_explanation(receipt), receipt_next_step(receipt)):
        check(text, language)


def test_only_accepted_says_accepted() -> None:
    titles = {state: receipt_title(replace(RECEIPT, state=state)) for state in RequestState}
    assert len(set(titles.values())) == len(RequestState)


def test_the_rows_of_a_receipt(language: str) -> None:
    rows = dict(receipt_rows(replace(RECEIPT, text="as you wish", answered_at=None)))
    for label in rows:
        check(label, language) if "SHA-256" not in label else None
    values = "\n".join(rows.values())
    for part in (
        RECEIPT.transaction_id,
        RECEIPT.certificate.serial_hex,
        RECEIPT.certificate.serial_decimal,
        RECEIPT.certificate.sha256,
        RECEIPT.server,
        "as you wish",
    ):
        assert part in values


def test_a_request_that_did_not_leave_has_no_time_at_which_it_was_sent(language: str) -> None:
    sent = moment_in_japan(RECEIPT.sent_at)
    assert sent in dict(receipt_rows(RECEIPT)).values()
    nothing = replace(RECEIPT, state=RequestState.UNKNOWN, cause="not-reached", answered_at=None)
    values = list(dict(receipt_rows(nothing)).values())
    assert sent not in values
    check(values[2], language)


def test_who_can_read_along_is_said_where_there_is_something_to_read(language: str) -> None:
    plain = Server("HTTP://revoke.example.jp/", ())
    check(in_clear("sign", plain), language)
    assert not in_clear("auth", plain)
    assert not in_clear("sign", Server("https://revoke.example.jp/", ()))
    assert not in_clear("sign", replace(plain, demo=True))


def test_what_people_must_know(language: str) -> None:
    points = before_points()
    assert "0570-783-578" in points[1]
    assert "050-3818-1250" in points[1]
    for text in (*points, *no_server_points(), cannot_be_undone()):
        check(text, language)


@pytest.mark.parametrize("kind", ["auth", "sign"])
def test_what_stops(language: str, kind: str) -> None:
    check(what_stops(kind), language)
    check(confirm_question(kind), language)


def test_reasons(language: str) -> None:
    names = {revocation_reason_name(reason) for reason in RevocationReason}
    assert len(names) == len(RevocationReason)
    for name in names:
        check(name, language)
    assert reason_warning(RevocationReason.KEY_COMPROMISE)
    assert not reason_warning(RevocationReason.SUPERSEDED)


def test_banner_of_what_is_not_real(language: str) -> None:
    check(trial_banner(demo=True, test=False), language)
    check(trial_banner(demo=False, test=True), language)
    assert not trial_banner(demo=False, test=False)
