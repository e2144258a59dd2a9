"""`jpki` as a program of its own, over the private service, with the virtual card on its reader."""

import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from cli.conftest import JPKI, PATIENCE, Outcome, Program
from jpki_desktop.emulator import make_card
from support.private_pcscd import FIRST_PORT, READERS, PrivatePcscd
from support.virtual_reader import VirtualReader, wait_for_card

pytestmark = pytest.mark.pcsc

SIGN = b"ABC123\n"
PASSWORDS = {"auth": b"", "sign": SIGN, "auth-ca": b"", "sign-ca": b""}
VERIFY = "00200080"

# Holds the card as a program does in the middle of its work, until its standard input ends.
_HOLDER = """
import sys
from smartcard import scard
_, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
result, card, _ = scard.SCardConnect(context, sys.argv[1], scard.SCARD_SHARE_SHARED, 3)
assert result == 0 and scard.SCardBeginTransaction(card) == 0
print("held", flush=True)
sys.stdin.read()
scard.SCardEndTransaction(card, scard.SCARD_LEAVE_CARD)
"""


@pytest.fixture(scope="module")
def reader(
    pcscd: PrivatePcscd, emulator_keys: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[VirtualReader]:
    """One reader for all tests here, because an insertion takes up to 400 ms."""
    directory = tmp_path_factory.mktemp("jpki")
    shutil.copytree(emulator_keys, directory / "state-0")
    reader = VirtualReader(pcscd, directory)
    yield reader
    reader.stop()
    wait_for_card(reader.name, present=False)


@pytest.fixture
def card(reader: VirtualReader) -> VirtualReader:
    """The plain card in place, with all its tries."""
    exchange(reader, "mynumber")
    reader.tries("auth", 3)
    reader.tries("sign", 5)
    return reader


_PERSONA: dict[int, str] = {}


def exchange(reader: VirtualReader, persona: str) -> None:
    """Lay another card onto the reader; the service sees it go and come."""
    if _PERSONA.get(id(reader)) == persona:
        return
    if id(reader) in _PERSONA:
        reader.remove()
    reader.persona(persona)
    reader.insert()
    _PERSONA[id(reader)] = persona


def contents(reader: VirtualReader, which: str) -> bytes:
    certificates = make_card(state_dir=reader.state_dir).contents
    der: bytes = getattr(certificates, f"{which.replace('-', '_')}_certificate")
    return der


def passwords_sent(reader: VirtualReader) -> int:
    return sum(line["header"] == VERIFY and line["sent"] > 5 for line in reader.trace())


def tries_left(program: Program) -> dict[str, int]:
    left: dict[str, int] = json.loads(program("card", "--json").out)["tries_left"]
    return left


def code_of(outcome: Outcome) -> str:
    code: str = json.loads(outcome.err)["error"]["code"]
    return code


def openssl(data: bytes, *words: str) -> bytes:
    return subprocess.run(
        ["openssl", "x509", *words], input=data, capture_output=True, check=True
    ).stdout


# --- what is read -------------------------------------------------------------------------------


def test_readers(card: VirtualReader, program: Program) -> None:
    listed = json.loads(program("readers", "--json").out)["readers"]
    assert [(it["name"], it["card"]) for it in listed] == [
        (READERS[0], "present"),
        (READERS[1], "absent"),
    ]
    assert program("--lang", "en", "readers").text.splitlines() == [
        f"{READERS[0]}  card in place",
        f"{READERS[1]}  no card",
    ]


def test_card(card: VirtualReader, program: Program) -> None:
    assert json.loads(program("card", "--json").out) == {
        "reader": READERS[0],
        "kind": "mynumber",
        "certificates": {"auth": True, "sign": True},
        "tries_left": {"auth": 3, "sign": 5},
        "locked": {"auth": False, "sign": False},
    }


@pytest.mark.parametrize("which", sorted(PASSWORDS))
def test_der_is_what_the_card_holds(card: VirtualReader, program: Program, which: str) -> None:
    words = ("--password-stdin",) if PASSWORDS[which] else ()
    outcome = program("show", which, "--der", *words, typed=PASSWORDS[which])
    assert outcome.code == 0, outcome.err
    assert outcome.out == contents(card, which)


@pytest.mark.peer
def test_pem_is_read_by_openssl(card: VirtualReader, program: Program) -> None:
    pem = program("show", "auth", "--pem").out
    assert max(len(line) for line in pem.splitlines()) == 64
    assert openssl(pem, "-outform", "DER") == contents(card, "auth")


@pytest.mark.peer
@pytest.mark.parametrize("which", sorted(PASSWORDS))
def test_json_agrees_with_openssl(card: VirtualReader, program: Program, which: str) -> None:
    words = ("--password-stdin",) if PASSWORDS[which] else ()
    outcome = program("show", which, "--json", *words, typed=PASSWORDS[which])
    shown = json.loads(outcome.out)
    der = contents(card, which)
    facts = dict(
        line.partition("=")[::2]
        for line in openssl(
            der, "-inform", "DER", "-noout", "-serial", "-startdate", "-enddate", "-subject",
            "-issuer", "-nameopt", "sep_multiline,utf8,-esc_msb,sname",
        ).decode().splitlines()
    )  # fmt: skip
    assert int(shown["serial"]["hex"], 16) == int(facts["serial"], 16)
    assert moment(shown["not_before"]) == openssl_moment(facts["notBefore"])
    assert moment(shown["not_after"]) == openssl_moment(facts["notAfter"])
    for name in ("sha256", "sha1"):
        line = openssl(der, "-inform", "DER", "-noout", "-fingerprint", f"-{name}").decode()
        assert shown["fingerprint"][name] == line.strip().partition("=")[2].replace(":", "")
    for name in ("subject", "issuer"):
        assert shown[name] == name_by_openssl(der, name)
    text = openssl(der, "-inform", "DER", "-noout", "-text").decode()
    assert f"({shown['key']['bits']} bit)" in text
    assert f"Signature Algorithm: {shown['signature_algorithm']}" in text
    assert shown["version"] == "V3"
    assert "Version: 3 (0x2)" in text
    for policy in shown["policies"]:
        assert f"Policy: {policy}" in text
    for url in shown["ocsp_urls"]:
        assert f"OCSP - URI:{url}" in text
    assert ("TLS Web Client Authentication" in text) is (
        "clientAuth" in shown["extended_key_usage"]
    )
    usages = {
        "digitalSignature": "Digital Signature",
        "nonRepudiation": "Non Repudiation",
        "keyCertSign": "Certificate Sign",
        "cRLSign": "CRL Sign",
    }
    assert set(shown["key_usage"]) == {name for name, words in usages.items() if words in text}


def moment(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


def openssl_moment(text: str) -> float:
    return datetime.strptime(text.replace("GMT", "+0000"), "%b %d %H:%M:%S %Y %z").timestamp()


def name_by_openssl(der: bytes, which: str) -> list[list[str]]:
    """Its own form, one attribute a line, in the order of the certificate."""
    form = "sep_multiline,utf8,-esc_msb,sname"
    text = openssl(der, "-inform", "DER", "-noout", f"-{which}", "-nameopt", form).decode()
    return [line.strip().split("=", 1) for line in text.splitlines()[1:]]


# --- what goes wrong ----------------------------------------------------------------------------


def test_wrong_password(card: VirtualReader, program: Program) -> None:
    before = passwords_sent(card)
    outcome = program("--json", "show", "sign", "--password-stdin", typed=b"ZZZ999\n")
    assert (outcome.code, outcome.out, code_of(outcome)) == (4, b"", "JD-1203")
    assert passwords_sent(card) == before + 1
    assert tries_left(program) == {"auth": 3, "sign": 4}


def test_locked_password(card: VirtualReader, program: Program) -> None:
    card.tries("sign", 0)
    before = passwords_sent(card)
    outcome = program("--json", "show", "sign", "--password-stdin", typed=SIGN)
    assert (outcome.code, code_of(outcome)) == (5, "JD-1204")
    assert passwords_sent(card) == before
    summary = program("--json", "card")
    assert (summary.code, json.loads(summary.out)["locked"]["sign"]) == (0, True)


def test_one_try_left(card: VirtualReader, program: Program) -> None:
    card.tries("sign", 1)
    before = passwords_sent(card)
    outcome = program("--json", "show", "sign", "--password-stdin", typed=SIGN)
    assert (outcome.code, code_of(outcome)) == (8, "JD-1207")
    assert (passwords_sent(card), tries_left(program)["sign"]) == (before, 1)


def test_malformed_password(card: VirtualReader, program: Program) -> None:
    before = passwords_sent(card)
    outcome = program("--json", "show", "sign", "--password-stdin", typed=b"123456\n")
    assert (outcome.code, code_of(outcome)) == (2, "JD-1202")
    assert (passwords_sent(card), tries_left(program)["sign"]) == (before, 5)


def test_no_service(program: Program, tmp_path: Path) -> None:
    nowhere = str(tmp_path / "no-service")
    for words in (("readers",), ("card",), ("show", "auth")):
        outcome = program("--json", *words, PCSCLITE_CSOCK_NAME=nowhere)
        assert (outcome.code, outcome.out, code_of(outcome)) == (3, b"", "JD-1001")


def test_unknown_reader_and_reader_without_card(card: VirtualReader, program: Program) -> None:
    unknown = program("--json", "--reader", "Absent", "card")
    assert (unknown.code, code_of(unknown)) == (3, "JD-1003")
    ambiguous = program("--json", "--reader", "Virtual", "card")
    assert (ambiguous.code, code_of(ambiguous)) == (3, "JD-1003")
    empty = program("--json", "--reader", READERS[1], "card")
    assert (empty.code, code_of(empty)) == (3, "JD-1101")
    assert program("--reader", "00 00", "card").code == 0


def test_no_card(reader: VirtualReader, program: Program) -> None:
    if _PERSONA.pop(id(reader), None):
        reader.remove()
    outcome = program("--json", "card")
    assert (outcome.code, code_of(outcome)) == (3, "JD-1101")


def test_driving_licence(reader: VirtualReader, program: Program) -> None:
    exchange(reader, "licence")
    for words in (("card",), ("show", "auth"), ("show", "sign", "--password-stdin")):
        outcome = program("--json", *words, typed=SIGN)
        assert (outcome.code, code_of(outcome)) == (3, "JD-1105")


def test_resident_card(reader: VirtualReader, program: Program) -> None:
    exchange(reader, "juki")
    summary = program("card", "--json")
    assert (summary.code, json.loads(summary.out)["kind"]) == (0, "juki")
    before = passwords_sent(reader)
    for words in (("show", "auth"), ("show", "sign", "--password-stdin"), ("show", "auth-ca")):
        outcome = program("--json", *words, typed=SIGN)
        assert (outcome.code, code_of(outcome)) == (3, "JD-1106")
    assert passwords_sent(reader) == before


def test_android(reader: VirtualReader, program: Program) -> None:
    exchange(reader, "android")
    assert json.loads(program("card", "--json").out)["kind"] == "android"
    closed = program("--json", "show", "auth")
    assert (closed.code, code_of(closed)) == (3, "JD-1201")
    opened = program("show", "auth", "--password-stdin", "--json", typed=b"1234\n")
    assert (opened.code, json.loads(opened.out)["kind"]) == (0, "auth")


def test_missing_certificate(reader: VirtualReader, program: Program) -> None:
    exchange(reader, "sign-missing")
    outcome = program("--json", "show", "sign", "--password-stdin", typed=SIGN)
    assert (outcome.code, code_of(outcome)) == (3, "JD-1109")


def test_card_that_leaves_while_it_is_read(card: VirtualReader, program: Program) -> None:
    card.fault("gone 4")
    outcome = program("--json", "show", "auth")
    _PERSONA.pop(id(card))
    wait_for_card(card.name, present=False)
    assert (outcome.code, outcome.out, code_of(outcome)) == (3, b"", "JD-1102")


def test_card_that_leaves_after_the_password(card: VirtualReader, program: Program) -> None:
    card.fault("gone-after verify 1")
    before = passwords_sent(card)
    outcome = program("--json", "show", "sign", "--password-stdin", typed=SIGN)
    sent = passwords_sent(card) - before
    _PERSONA.pop(id(card))
    assert (sent, outcome.code, code_of(outcome)) == (1, 6, "JD-1205")


@contextmanager
def held(reader: VirtualReader) -> Iterator[None]:
    """Another program in the middle of its work with the card."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, reader.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == b"held\n"
        yield
        holder.stdin.close()


def test_ctrl_c_while_another_program_holds_the_card(card: VirtualReader) -> None:
    with held(card), waiting_jpki("--json", "card") as process:
        assert process.poll() is None, "the card was read although it is held"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out) == (8, b"")
    assert json.loads(err)["error"]["code"] == "JD-1901"


def test_read_goes_on_when_the_other_program_is_done(card: VirtualReader) -> None:
    with held(card), waiting_jpki("--json", "card") as process:
        assert process.poll() is None
    with process:
        out, _ = process.communicate(timeout=PATIENCE)
    assert (process.returncode, json.loads(out)["kind"]) == (0, "mynumber")


@contextmanager
def waiting_jpki(*words: str) -> Iterator["subprocess.Popen[bytes]"]:
    """`jpki`, at a moment when its card thread has had the time to reach the card."""
    process = subprocess.Popen([JPKI, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        tasks = Path(f"/proc/{process.pid}/task")
        deadline = time.monotonic() + PATIENCE
        while len(list(tasks.iterdir())) < 2:
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.02)
        time.sleep(0.4)
        yield process
    except BaseException:
        process.kill()
        process.wait()
        raise


def test_virtual_card_command(pcscd: PrivatePcscd, program: Program) -> None:
    words = ("virtual-card", "--lang", "en", "--port", str(FIRST_PORT + 1), "--persona", "ios")
    command = pcscd.command(JPKI, *words)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        line = process.stdout.readline().decode()
        assert line == f"Virtual card ios inserted at 127.0.0.1:{FIRST_PORT + 1}\n"
        wait_for_card(READERS[1], present=True)
        assert json.loads(program("--reader", READERS[1], "card", "--json").out)["kind"] == "ios"
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
        assert process.stderr.read() == b""
    wait_for_card(READERS[1], present=False)


@pytest.mark.parametrize("which", ["auth", "sign"])
def test_two_cards_are_not_mixed_up(
    card: VirtualReader, pcscd: PrivatePcscd, program: Program, which: str
) -> None:
    """Without --reader a password goes to nobody; what needs none is read from the first."""
    before = passwords_sent(card)
    command = pcscd.command(JPKI, "virtual-card", "--port", str(FIRST_PORT + 1))
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        wait_for_card(READERS[1], present=True)
        outcome = program("--json", "show", which, "--password-stdin", typed=SIGN)
        process.send_signal(signal.SIGTERM)
    wait_for_card(READERS[1], present=False)
    if which == "auth":
        assert outcome.code == 0
    else:
        assert (outcome.code, code_of(outcome)) == (3, "JD-1007")
    assert passwords_sent(card) == before
