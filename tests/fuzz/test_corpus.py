"""Every target holds on every seed, also where the fuzzer itself is not installed."""

from collections.abc import Callable

import pytest

from fuzz.card_target import HONEST, LITERAL, card_seeds, converse
from fuzz.corpus_seeds import CORPUS, foreign_seeds, fresh_seeds, own_seeds
from fuzz.targets import TARGETS, answered, ask, know
from jpki_desktop.card.apdu import ResponseApdu
from jpki_desktop.card.channel import Channel
from jpki_desktop.card.password import Password
from jpki_desktop.errors import CardAnswerError, CardGoneError, JpkiError
from support import certificate_files as made
from torture.operations import OPERATIONS

KEPT = sorted(CORPUS.iterdir())


@pytest.fixture(autouse=True)
def known() -> None:
    know(made.trio()[1])
    ask(answered()[0])


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_kept_seeds(target: Callable[[bytes], bool]) -> None:
    assert len(KEPT) >= 10
    for seed in KEPT:
        target(seed.read_bytes())


# An input of each target that it must take: a target that refuses everything would find nothing.
GOOD = {
    "certificate": "certificate-ed25519",
    "file": "certificate-auth",
    "elements": "certificate-sign",
    "armour": "pem",
    "message": "pkcs7",
    "cost": "pkcs12",
    "revocation_list": "crl",
    "request": "request",
    "pasted": "serial",
    "ocsp_answer": "ocsp-answer",
    "signed_list": "signed-list",
    "directory_answer": "directory",
    "answer": "revocation-answer",
}


@pytest.mark.parametrize("name", [name for name in TARGETS if name != "card"])
def test_untouched_input_is_taken(name: str) -> None:
    assert TARGETS[name]((own_seeds() | fresh_seeds())[GOOD[name]])


@pytest.mark.parametrize("number", range(len(OPERATIONS)))
def test_honest_card_is_believed(number: int) -> None:
    operation, value, error = converse(bytes([number]))
    assert operation is OPERATIONS[number]
    assert error is None
    assert value


@pytest.mark.parametrize(
    ("lie", "expected"),
    [
        ("card-gone", CardGoneError),
        ("card-status", CardAnswerError),
        ("card-long", CardAnswerError),
    ],
)
def test_lying_card_is_not(lie: str, expected: type[JpkiError]) -> None:
    assert type(converse(card_seeds()[lie])[2]) is expected


def test_program_that_sends_a_password_twice_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted fault: a retry after an answer that nobody understands."""
    send = Channel.send_password

    def twice(channel: Channel, header: bytes, password: Password) -> ResponseApdu:
        response = send(channel, header, password)
        return send(channel, header, password) if response.status == 0x6F00 else response

    monkeypatch.setattr(Channel, "send_password", twice)
    verify = next(n for n, it in enumerate(OPERATIONS) if it.name == "verify a password")
    lies = bytes([LITERAL, 2]) + b"\x6f\x00"
    found = 0
    for honest in range(20):
        try:
            converse(bytes([verify]) + bytes([HONEST]) * honest + lies)
        except AssertionError:
            found += 1
    assert found == 1


def test_malformed_certificates_of_others() -> None:
    seeds = list(foreign_seeds())
    assert len(seeds) > 1000
    for seed in seeds:
        TARGETS["certificate"](seed)
        TARGETS["file"](seed)
