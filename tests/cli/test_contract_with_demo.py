"""The contract of `jpki`, in process, with every card of the demo."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from cli.conftest import InProcess, Outcome
from jpki_desktop.emulator import PERSONAS, Exchange
from jpki_desktop.emulator.persona import Validity
from support.log_watch import LogWatch

SIGN = "ABC123"
AUTH = "1234"
JUKI_OR_NONE = ("juki", "licence")
PHONES = ("android", "ios")


def as_json(outcome: Outcome) -> Any:
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out)


def error_of(outcome: Outcome) -> dict[str, str]:
    assert outcome.out == b""
    (line,) = outcome.err.splitlines()
    error: dict[str, str] = json.loads(line)["error"]
    assert list(error) == ["code", "title", "detail", "next_step"]
    assert all(error.values())
    assert re.fullmatch(r"JD-\d{4}", error["code"])
    return error


@pytest.fixture
def on(jpki: InProcess) -> Callable[..., Outcome]:
    """Run with a demo card: on(persona, words…)."""

    def run(persona: str, *words: str, typed: str = "") -> Outcome:
        return jpki("--demo", "--demo-card", persona, *words, typed=typed.encode())

    return run


On = Callable[..., Outcome]


# --- card ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("persona", sorted(PERSONAS))
def test_card_tells_kind_certificates_and_counters(on: On, persona: str) -> None:
    outcome = on(persona, "card", "--json")
    if persona == "licence":
        assert outcome.code == 3
        assert error_of(outcome)["code"] == "JD-1105"
        return
    card = PERSONAS[persona]
    juki = persona == "juki"
    auth_tries = None if juki else card.auth_tries
    assert as_json(outcome) == {
        "reader": "Demo Reader 00",
        "kind": persona if persona in ("juki", *PHONES) else "mynumber",
        "certificates": {"auth": card.has_auth_certificate, "sign": card.has_sign_certificate},
        "tries_left": {"auth": auth_tries, "sign": card.sign_tries},
        "locked": {"auth": auth_tries == 0, "sign": card.sign_tries == 0},
    }


@pytest.mark.parametrize("persona", sorted(set(PERSONAS) - {"licence"}))
def test_card_in_words_says_the_tries(on: On, persona: str) -> None:
    outcome = on(persona, "--lang", "en", "card")
    assert (outcome.code, outcome.err) == (0, "")
    card = PERSONAS[persona]
    sign = "locked" if card.sign_tries == 0 else f"{card.sign_tries} of 5 tries left"
    assert outcome.text.splitlines()[-1].endswith(sign)


# --- show ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("persona", sorted(PERSONAS))
def test_user_authentication_needs_no_password_on_plastic(on: On, persona: str) -> None:
    outcome = on(persona, "show", "auth", "--json")
    if persona in JUKI_OR_NONE:
        assert outcome.code == 3
        assert error_of(outcome)["code"] == ("JD-1106" if persona == "juki" else "JD-1105")
    elif persona == "android":
        assert outcome.code == 3
        assert error_of(outcome)["code"] == "JD-1201"
    elif not PERSONAS[persona].has_auth_certificate:
        assert outcome.code == 3
        assert error_of(outcome)["code"] == "JD-1109"
    else:
        shown = as_json(outcome)
        assert shown["kind"] == "auth"
        assert shown["holder"] is None
        assert (shown["days_left"] < 0) is (persona == "expired")


def test_android_shows_user_authentication_after_its_password(on: On) -> None:
    shown = as_json(on("android", "show", "auth", "--json", "--password-stdin", typed=AUTH))
    assert shown["kind"] == "auth"


@pytest.mark.parametrize("persona", sorted(PERSONAS))
def test_signature_certificate_after_its_password(on: On, persona: str) -> None:
    outcome = on(persona, "show", "sign", "--json", "--password-stdin", typed=f"{SIGN}\n")
    card = PERSONAS[persona]
    if persona in JUKI_OR_NONE:
        assert outcome.code == 3
    elif not card.has_sign_certificate:
        assert outcome.code == 3
        assert error_of(outcome)["code"] == "JD-1109"
    elif card.sign_tries == 0:
        assert outcome.code == 5
        assert error_of(outcome)["code"] == "JD-1204"
    elif card.sign_tries == 1:
        assert outcome.code == 8
        assert error_of(outcome)["code"] == "JD-1207"
    else:
        holder = as_json(outcome)["holder"]
        if card.validity is not Validity.CURRENT:
            # The certificate ends on a birthday, so these two holders were born on another day.
            assert holder.pop("birth_date").startswith(f"{card.holder.born.year}-")
            holder["birth_date"] = card.holder.born.isoformat()
        assert holder == {
            "name": card.holder.name,
            "birth_date": card.holder.born.isoformat(),
            "sex": {"1": "male", "2": "female"}[card.holder.sex],
            "address": card.holder.address,
            "name_substitutions": card.holder.name_flags,
            "address_substitutions": card.holder.address_flags,
        }


@pytest.mark.parametrize("which", ["auth-ca", "sign-ca"])
@pytest.mark.parametrize("persona", sorted(PERSONAS))
def test_certificates_of_the_authorities(on: On, persona: str, which: str) -> None:
    outcome = on(persona, "show", which, "--json")
    if persona in JUKI_OR_NONE:
        assert outcome.code == 3
        return
    shown = as_json(outcome)
    assert (shown["kind"], shown["holder"]) == (which, None)
    assert shown["issuer"] == shown["subject"]


def test_shape_of_show(on: On) -> None:
    shown = as_json(on("mynumber", "show", "auth", "--json"))
    wanted = (
        "kind version serial signature_algorithm issuer subject not_before not_after days_left "
        "key key_usage extended_key_usage policies ocsp_urls fingerprint holder"
    )
    assert set(wanted.split()) <= set(shown)
    assert shown["version"] == "V3"
    assert int(shown["serial"]["hex"], 16) == int(shown["serial"]["decimal"])
    assert shown["issuer"][0] == ["C", "JP"]
    assert shown["key"] == {"algorithm": "RSA", "bits": 2048}
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00", shown["not_before"])
    assert shown["not_after"].endswith("T23:59:59+09:00")
    assert re.fullmatch("[0-9A-F]{64}", shown["fingerprint"]["sha256"])
    assert re.fullmatch("[0-9A-F]{40}", shown["fingerprint"]["sha1"])


@pytest.mark.parametrize("form", ["--der", "--pem", "--json"])
@pytest.mark.parametrize("persona", ["mynumber", "jlis-test"])
def test_an_export_of_a_test_card_is_marked_beside_it(on: On, persona: str, form: str) -> None:
    outcome = on(persona, "--lang", "en", "show", "auth", form)
    assert outcome.code == 0
    assert outcome.err.startswith("For tests")


# --- passwords ----------------------------------------------------------------------------------


def passwords_sent(exchanges: list[Exchange]) -> int:
    """The empty VERIFY asks for the counter; any other one spends a try."""
    return sum(it.command[1] == 0x20 and len(it.command) > 5 for it in exchanges)


def tries(on: On, persona: str) -> dict[str, int]:
    left: dict[str, int] = as_json(on(persona, "card", "--json"))["tries_left"]
    return left


def test_wrong_password_costs_one_try_and_the_right_one_gives_it_back(
    on: On, exchanges: list[Exchange]
) -> None:
    outcome = on("mynumber", "--json", "show", "sign", "--password-stdin", typed="ZZZ999")
    assert outcome.code == 4
    error = error_of(outcome)
    assert error["code"] == "JD-1203"
    assert "4" in error["detail"]
    assert passwords_sent(exchanges) == 1
    assert tries(on, "mynumber") == {"auth": 3, "sign": 4}
    assert on("mynumber", "show", "sign", "--password-stdin", typed=SIGN).code == 0
    assert tries(on, "mynumber") == {"auth": 3, "sign": 5}


@pytest.mark.parametrize(
    "typed",
    ["", "\n", "ABC12", "ABCDEF", "123456", "ABC-123", "A1" * 9, "ＡＢＣ！２３", "\xff" * 400],
)
def test_malformed_password_is_not_sent(on: On, exchanges: list[Exchange], typed: str) -> None:
    outcome = on("mynumber", "--json", "show", "sign", "--password-stdin", typed=typed)
    assert outcome.code == 2
    assert error_of(outcome)["code"] == "JD-1202"
    assert (len(exchanges) > 0, passwords_sent(exchanges)) == (True, 0)


@pytest.mark.parametrize("typed", ["ABC123", "abc123\r\n", "ＡＢｃ１２３\n", "ABC123\nmore"])
def test_the_first_line_is_the_password_whatever_its_width_and_case(on: On, typed: str) -> None:
    assert on("mynumber", "show", "sign", "--password-stdin", typed=typed).code == 0


def test_last_try_needs_consent(on: On, exchanges: list[Exchange]) -> None:
    refused = on("one-try", "--json", "show", "sign", "--password-stdin", typed=SIGN)
    assert (refused.code, error_of(refused)["code"]) == (8, "JD-1207")
    assert (tries(on, "one-try")["sign"], passwords_sent(exchanges)) == (1, 0)
    words = ("show", "sign", "--password-stdin", "--use-last-try")
    assert on("one-try", *words, typed=SIGN).code == 0
    assert tries(on, "one-try")["sign"] == 5


def test_last_wrong_try_locks(on: On) -> None:
    words = ("show", "sign", "--password-stdin", "--use-last-try")
    assert on("one-try", *words, typed="ZZZ999").code == 5
    card = as_json(on("one-try", "card", "--json"))
    assert card["locked"] == {"auth": False, "sign": True}
    assert card["tries_left"] == {"auth": 1, "sign": 0}
    assert on("one-try", *words, typed=SIGN).code == 5


def test_consent_is_not_needed_while_there_are_more_tries(on: On) -> None:
    words = ("show", "sign", "--password-stdin", "--use-last-try")
    assert on("mynumber", *words, typed=SIGN).code == 0


def test_without_terminal_and_option_there_is_no_password(
    on: On, exchanges: list[Exchange]
) -> None:
    outcome = on("mynumber", "--json", "show", "sign", typed=SIGN)
    assert outcome.code == 2
    assert "--password-stdin" in error_of(outcome)["detail"]
    assert passwords_sent(exchanges) == 0


# --- the command line ---------------------------------------------------------------------------


def test_readers(on: On) -> None:
    listed = as_json(on("mynumber", "readers", "--json"))
    atr = PERSONAS["mynumber"].atr.hex()
    found = {"name": "Demo Reader 00", "card": "present", "atr": atr, "hidden": False}
    assert listed == {"readers": [found]}
    assert on("mynumber", "--lang", "en", "readers").text == "Demo Reader 00  card in place\n"


def test_a_password_on_the_command_line_is_not_repeated(jpki: InProcess) -> None:
    for words in (("--password", "ABC123"), ("--password=ABC123",), ("ABC123",)):
        outcome = jpki("--demo", "show", "sign", *words)
        assert outcome.code == 2
        assert "ABC123" not in outcome.err


@pytest.mark.parametrize("words", [("--json", "card"), ("card", "--json")])
def test_json_before_and_after_the_command(on: On, words: tuple[str, ...]) -> None:
    assert as_json(on("mynumber", *words))["kind"] == "mynumber"


@pytest.mark.parametrize("words", [("--demo", "card"), ("card", "--demo")])
def test_demo_before_and_after_the_command(jpki: InProcess, words: tuple[str, ...]) -> None:
    assert jpki(*words).code == 0


@pytest.mark.parametrize("words", [("--lang", "{}", "card"), ("card", "--lang", "{}")])
def test_language_before_and_after_the_command(on: On, words: tuple[str, ...]) -> None:
    text = {
        lang: on("mynumber", *(word.format(lang) for word in words)).text for lang in ("ja", "en")
    }
    assert text["ja"].startswith("カードリーダー")
    assert text["en"].startswith("Card reader")


def test_language_after_the_command_wins_nothing_over_one_before_it(on: On) -> None:
    """What stands last holds, as everywhere on a command line."""
    assert on("mynumber", "--lang", "ja", "card", "--lang", "en").text.startswith("Card reader")


@pytest.mark.parametrize(
    ("variable", "begin"), [("ja_JP.UTF-8", "カードリーダー"), ("de_DE.UTF-8", "Card reader")]
)
def test_language_of_the_system(
    on: On, monkeypatch: pytest.MonkeyPatch, variable: str, begin: str
) -> None:
    monkeypatch.setenv("LANG", variable)
    assert on("mynumber", "card").text.startswith(begin)


@pytest.mark.parametrize("name", ["Demo Reader 00", "demo", "READER 00"])
def test_reader_by_its_name_or_a_part_of_it(on: On, name: str) -> None:
    assert on("mynumber", "--reader", name, "card").code == 0
    assert on("mynumber", "card", "--reader", name).code == 0


def test_unknown_reader(on: On) -> None:
    outcome = on("mynumber", "--json", "--reader", "Absent", "card")
    assert outcome.code == 3
    error = error_of(outcome)
    assert error["code"] == "JD-1003"
    assert "Absent" in error["detail"]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ((), "COMMAND"),
        (("show",), "certificate"),
        (("show", "other"), "'other'"),
        (("card", "--password", "1234"), "--password"),
        (("show", "auth", "--der", "--pem"), "--pem"),
        (("card", "--read", "x"), "--read"),
        (("card", "--reader"), "--reader"),
        (("--lang", "fr", "card"), "fr"),
        (("virtual-card", "--port", "x"), "--port"),
    ],
)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_wrong_command_lines(
    jpki: InProcess, words: tuple[str, ...], part: str, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", lang)
    outcome = jpki("--json", *words)
    assert outcome.code == 2
    error = error_of(outcome)
    assert error["code"] == "JD-1902"
    assert part in error["detail"]
    english = re.search(r"argument|required|invalid", error["detail"].replace("--", ""))
    assert (english is None) is (lang == "ja"), error["detail"]


def test_errors_for_people_have_a_code_and_a_next_step(on: On) -> None:
    outcome = on("licence", "--lang", "en", "card")
    title, detail, step = outcome.err.splitlines()
    assert title == "This is not a My Number card [JD-1105]"
    assert "driving licence" in detail
    assert step == "What to do: Put your My Number card on the reader."


def test_a_defect_is_not_a_negative_verdict(
    on: On, monkeypatch: pytest.MonkeyPatch, expected_log: LogWatch
) -> None:
    expected_log.allow("unexpected: LookupError")

    def broken(*_: object) -> None:
        raise LookupError

    monkeypatch.setattr("jpki_desktop.cli.card.summary_rows", broken)
    outcome = on("mynumber", "card")
    assert outcome.code == 6
    assert "JD-1900" in outcome.err
    assert "LookupError" in outcome.err


def test_version(jpki: InProcess) -> None:
    assert re.fullmatch(r"JPKI Desktop \d+\.\d+\.\d+\n", jpki("--version").text)
