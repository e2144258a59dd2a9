"""`jpki change-password` and `jpki verify-password`: what is sent, said and returned."""

import io
import json
import sys
from collections.abc import Callable

import pytest

from cli.conftest import InProcess, Outcome, Program
from conftest import MakeReader
from jpki_desktop.cli import passwords
from jpki_desktop.emulator import CommandClass, Exchange, Fault, FaultKind
from jpki_desktop.environment import DemoCards
from support.foreign_client import foreign_client
from support.in_process_cards import secrets_sent
from support.virtual_reader import wait_for_card

RIGHT = {"auth": "1234", "sign": "ABC123"}
NEW = {"auth": "7394", "sign": "RIVER7X"}
WRONG = {"auth": "9999", "sign": "ZZZ999"}
BOTH = pytest.mark.parametrize("kind", ["auth", "sign"])


@pytest.fixture
def on(jpki: InProcess) -> Callable[..., Outcome]:
    """Run with a demo card: on(command, kind, lines…, persona=…)."""

    def run(command: str, kind: str, *lines: str, persona: str = "mynumber", **on: bool) -> Outcome:
        words = ["--demo", "--demo-card", persona, "--json", command, kind, "--password-stdin"]
        words += ["--use-last-try"] if on.get("last") else []
        return jpki(*words, typed="".join(f"{line}\n" for line in lines).encode())

    return run


On = Callable[..., Outcome]


def sent(exchanges: list[Exchange]) -> tuple[int, int]:
    counted = secrets_sent(
        [
            {"header": exchange.command[:4].hex().upper(), "sent": len(exchange.command)}
            for exchange in exchanges
        ]
    )
    return counted["verify"], counted["change"]


def code_of(outcome: Outcome) -> str:
    assert outcome.out == b""
    code: str = json.loads(outcome.err)["error"]["code"]
    return code


@BOTH
def test_change(on: On, exchanges: list[Exchange], kind: str) -> None:
    outcome = on("change-password", kind, RIGHT[kind], NEW[kind])
    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out) == {"password": kind, "result": "changed"}
    assert sent(exchanges) == (2, 1)
    checked = on("verify-password", kind, NEW[kind])
    assert json.loads(checked.out) == {"password": kind, "result": "right"}
    assert on("verify-password", kind, RIGHT[kind]).code == 4


@BOTH
def test_wrong_old_password(on: On, exchanges: list[Exchange], kind: str) -> None:
    outcome = on("change-password", kind, WRONG[kind], NEW[kind])
    assert (outcome.code, code_of(outcome)) == (4, "JD-1203")
    assert sent(exchanges) == (1, 0)


@pytest.mark.parametrize(
    "lines", [("ABC123", "short1"[:5]), ("ABC123", ""), ("ABC123",), ("", "RIVER7X"), ()]
)
def test_malformed(on: On, exchanges: list[Exchange], lines: tuple[str, ...]) -> None:
    outcome = on("change-password", "sign", *lines)
    assert (outcome.code, code_of(outcome)) == (2, "JD-1202")
    assert sent(exchanges) == (0, 0)


def test_lower_case_and_full_width_are_adapted(on: On) -> None:
    assert on("change-password", "sign", "ａｂｃ１２３", "river7x").code == 0
    assert on("verify-password", "sign", "RIVER7X").code == 0


@BOTH
def test_locked_and_last_try(on: On, exchanges: list[Exchange], kind: str) -> None:
    locked = on("change-password", kind, RIGHT[kind], NEW[kind], persona=f"{kind}-locked")
    assert (locked.code, code_of(locked)) == (5, "JD-1204")
    for command in ("change-password", "verify-password"):
        one = on(command, kind, RIGHT[kind], NEW[kind], persona="one-try")
        assert (one.code, code_of(one)) == (8, "JD-1207")
    assert sent(exchanges) == (0, 0)
    done = on("change-password", kind, RIGHT[kind], NEW[kind], persona="one-try", last=True)
    assert done.code == 0


@pytest.mark.parametrize("persona", ["juki", "licence", "android"])
def test_cards_that_cannot(on: On, exchanges: list[Exchange], persona: str) -> None:
    outcome = on("change-password", "sign", "ABC123", "RIVER7X", persona=persona)
    assert outcome.code == 3
    assert sent(exchanges) == (0, 0)


def test_without_a_terminal_and_without_stdin(jpki: InProcess) -> None:
    for command in ("change-password", "verify-password"):
        assert jpki("--demo", command, "sign").code == 2


@pytest.fixture
def mishap(monkeypatch: pytest.MonkeyPatch, exchanges: list[Exchange]) -> Callable[[Fault], None]:
    """Arm the demo card of the next run."""
    make = DemoCards._make

    def arm(fault: Fault) -> None:
        def made(cards: DemoCards, persona: str) -> object:
            card = make(cards, persona)
            card.arm(fault)
            return card

        monkeypatch.setattr(DemoCards, "_make", made)

    return arm


@pytest.mark.parametrize(
    "case",
    [
        (Fault(FaultKind.GONE, 1, CommandClass.VERIFY, after=True), "JD-1205", (1, 0)),
        (Fault(FaultKind.GONE, 1, CommandClass.CHANGE, after=True), "JD-1209", (1, 1)),
        (Fault(FaultKind.FAILURE, 1, CommandClass.CHANGE), "JD-1209", (1, 1)),
        (Fault(FaultKind.GONE, 2, CommandClass.VERIFY, after=True), "", (2, 1)),
    ],
)
def test_card_that_leaves(
    on: On,
    mishap: Callable[[Fault], None],
    exchanges: list[Exchange],
    case: tuple[Fault, str, tuple[int, int]],
) -> None:
    fault, error, counts = case
    mishap(fault)
    outcome = on("change-password", "sign", "ABC123", "RIVER7X")
    assert outcome.code == (6 if error else 0)
    if error:
        assert code_of(outcome) == error
    else:
        assert json.loads(outcome.out)["result"] == "changed-not-confirmed"
    assert sent(exchanges) == counts


def test_refused_by_the_card(on: On, monkeypatch: pytest.MonkeyPatch) -> None:
    """A card may have rules of its own for a new password."""
    from jpki_desktop.emulator import VirtualCard

    original = VirtualCard.transmit
    monkeypatch.setattr(
        VirtualCard,
        "transmit",
        lambda card, command: b"\x6a\x80" if command[1] == 0x24 else original(card, command),
    )
    outcome = on("change-password", "sign", "ABC123", "RIVER7X")
    assert (outcome.code, code_of(outcome)) == (1, "JD-1208")


# --- in a terminal ------------------------------------------------------------------------------


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def typed(monkeypatch: pytest.MonkeyPatch, hidden: list[str], answers: str = "") -> list[str]:
    """Let a person type `hidden` without echo and `answers` with it; returns the questions."""
    questions: list[str] = []

    def getpass(question: str) -> str:
        questions.append(question)
        return hidden.pop(0)

    monkeypatch.setattr(passwords, "getpass", getpass)
    monkeypatch.setattr(sys, "stdin", Terminal(answers))
    return questions


def in_terminal(words: list[str]) -> int:
    from jpki_desktop.cli.main import main

    return int(main(["--lang", "en", "--demo", *words]))


def test_three_prompts_without_echo(
    exchanges: list[Exchange], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = typed(monkeypatch, ["ABC123", "river7x", "RIVER7X"])
    assert in_terminal(["change-password", "sign"]) == 0
    assert len(questions) == 3
    assert "tries left: 5" in questions[0]
    assert "was changed" in capsys.readouterr().out
    assert sent(exchanges) == (2, 1)


def test_two_different_new_passwords(
    exchanges: list[Exchange], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, ["ABC123", "RIVER7X", "RIVER7Y"])
    assert in_terminal(["change-password", "sign"]) == 2
    assert sent(exchanges) == (0, 0)


@pytest.mark.parametrize("end", [("n\n", 8, (0, 0)), ("y\n", 0, (2, 1))])
@pytest.mark.parametrize(
    "weak",
    [("1111", "repeats"), ("4567", "in order"), ("1988", "date"), ("1234", "same as the present")],
)
def test_easy_ones_are_asked_about(
    exchanges: list[Exchange],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    end: tuple[str, int, tuple[int, int]],
    weak: tuple[str, str],
) -> None:
    (answers, code, counts), (new, reason) = end, weak
    typed(monkeypatch, ["1234", new, new], answers)
    assert in_terminal(["change-password", "auth"]) == code
    assert reason in capsys.readouterr().err
    assert sent(exchanges) == counts


# --- as a program of its own, over the private service ------------------------------------------


@pytest.mark.pcsc
def test_over_the_service(make_reader: MakeReader, program: Program) -> None:
    reader = make_reader()
    reader.insert()

    def run(command: str, *lines: str) -> tuple[int, dict[str, str]]:
        typed_lines = "".join(f"{line}\n" for line in lines).encode()
        outcome = program("--json", command, "sign", "--password-stdin", typed=typed_lines)
        text = outcome.out or outcome.err.encode()
        return outcome.code, json.loads(text)

    assert run("change-password", "ABC123", "RIVER7X")[1]["result"] == "changed"
    assert run("verify-password", "RIVER7X")[1]["result"] == "right"
    assert run("change-password", "ABC123", "RIVER7X")[0] == 4
    assert secrets_sent(reader.trace()) == {"verify": 4, "change": 1}
    with foreign_client(reader.name, "exclusive"):
        code, error = run("change-password", "RIVER7X", "ABC123")
        assert code == 3, error
    reader.fault("gone-after change")
    assert run("change-password", "RIVER7X", "STREAM8Y")[0] == 6
    wait_for_card(reader.name, present=False)
    reader.insert()
    assert run("verify-password", "STREAM8Y")[0] == 0
    assert secrets_sent(reader.trace()) == {"verify": 6, "change": 2}
