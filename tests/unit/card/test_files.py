"""Lengths and chunks, and a card that means harm: it may only make the program say "could not"."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jpki_desktop.card.apdu import CommandApdu
from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.channel import Channel
from jpki_desktop.card.files import FileReader, der_length
from jpki_desktop.card.jpki_session import JpkiSession
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import MY_NUMBER_CARD, CertificateFile, PasswordKind
from jpki_desktop.errors import CardAnswerError, CertificateError, JpkiError

OK = b"\x90\x00"
# Four certificates in the slowest way that is still believed, with room for parts of answers.
MOST_COMMANDS = 40_000


class ScriptedConnection:
    """Answers with whatever a function says."""

    reader = "Scripted"

    def __init__(self, answer: Callable[[bytes], bytes]) -> None:
        self._answer = answer
        self.commands: list[bytes] = []

    def transmit(self, command: bytes | bytearray) -> bytes:
        self.commands.append(bytes(command))
        assert len(self.commands) <= MOST_COMMANDS, "the card keeps the program for ever"
        return self._answer(bytes(command))

    def drop_power(self) -> None:
        """There is none."""


def reader_of(answer: Callable[[bytes], bytes]) -> tuple[FileReader, ScriptedConnection]:
    connection = ScriptedConnection(answer)
    return FileReader(Channel(connection, CancelToken()), MY_NUMBER_CARD), connection


# --- answers that no card sends ---------------------------------------------------------------


@pytest.mark.parametrize("length", [0, 1, 2, 258, 259, 65_535])
def test_answer_that_is_longer_than_any(length: int) -> None:
    """All commands are short; whatever is longer is not believed, though it ends with 9000."""
    answer = (bytes(length) + OK)[-length:] if length else b""
    channel = Channel(ScriptedConnection(lambda _command: answer), CancelToken())
    command = CommandApdu(0xB0, 0, 0, le=256)
    if 2 <= length <= 258:
        assert channel.send(command).data == bytes(length - 2)
    else:
        with pytest.raises(CardAnswerError) as caught:
            channel.send(command)
        # Its status at most is told, never its contents.
        assert caught.value.status in ("", "00", "9000")


# --- DER lengths --------------------------------------------------------------------------------


@given(st.integers(0, 0xFFFFFF))
def test_length_of_what_was_encoded(size: int) -> None:
    if size < 0x80:
        header = bytes([0x30, size])
    else:
        octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
        header = bytes([0x30, 0x80 | len(octets)]) + octets
    assert der_length(header) == len(header) + size
    assert der_length(header + b"anything") == len(header) + size


@given(st.binary(max_size=8))
def test_any_bytes_have_a_length_or_none(start: bytes) -> None:
    length = der_length(start)
    if length is None:
        return
    assert start[0] == 0x30
    assert 2 <= length <= 5 + 0xFFFFFF


@pytest.mark.parametrize(
    "start", ["", "30", "3080", "3082", "308201", "30840000", "31820100", "FFFF"]
)
def test_no_length(start: str) -> None:
    assert der_length(bytes.fromhex(start)) is None


# --- reading ------------------------------------------------------------------------------------


def a_file(content: bytes, piece: int) -> Callable[[bytes], bytes]:
    """A card with one file that gives at most `piece` bytes at a time."""

    def answer(command: bytes) -> bytes:
        if command[1] != 0xB0:
            return OK
        offset = command[3] if command[2] & 0x80 else command[2] << 8 | command[3]
        wanted = min(command[4] or 256, piece)
        found = content[offset : offset + wanted]
        return found + OK if found else b"\x6b\x00"

    return answer


@settings(max_examples=60)
@given(st.integers(0, 3000), st.integers(40, 256))
def test_every_size_in_every_piece(size: int, piece: int) -> None:
    der = b"\x30\x82" + size.to_bytes(2, "big") + bytes(size)
    reader, _ = reader_of(a_file(der + b"\xff" * 300, piece))
    assert reader.read_der(0x000A).data == der


def test_whole_chunks_cost_one_command_each() -> None:
    der = b"\x30\x82\x05\x00" + bytes(0x500)
    reader, connection = reader_of(a_file(der + b"\xff" * 300, 256))
    assert reader.read_der(0x000A).data == der
    assert len(connection.commands) == -(-len(der) // 256)


def test_card_that_gives_a_byte_at_a_time_is_given_up() -> None:
    der = b"\x30\x82\x7f\xf0" + bytes(0x7FF0)
    first = True

    def answer(command: bytes) -> bytes:
        nonlocal first
        if command[1] == 0xB0 and first:
            first = False
            return der[:256] + OK
        return b"\x00" + OK

    connection = ScriptedConnection(answer)
    session = JpkiSession.open(Channel(connection, CancelToken()))
    with pytest.raises(CertificateError) as caught:
        session.read_certificate(CertificateFile.AUTH)
    assert caught.value.reason == "incomplete"
    assert len(connection.commands) < 200


@pytest.mark.parametrize("content", ["3082010000", "308000", "3010", "30"])
def test_half_a_certificate_is_none(content: str) -> None:
    data = bytes.fromhex(content)
    connection = ScriptedConnection(a_file(data, 256))
    session = JpkiSession.open(Channel(connection, CancelToken()))
    with pytest.raises(CertificateError):
        session.read_certificate(CertificateFile.AUTH)


# --- a card that means harm ---------------------------------------------------------------------

STATUS = st.one_of(
    st.sampled_from(
        [
            "9000", "6282", "6100", "6110", "61FF", "6C00", "6C10", "6300", "63C0", "63C3", "63CF",
            "6700", "6982", "6983", "6984", "6986", "6A82", "6A86", "6B00", "6D00", "6E00", "6F00",
        ]
    ).map(bytes.fromhex),
    st.binary(min_size=2, max_size=2),
)  # fmt: skip
BODY = st.one_of(
    st.just(b""),
    st.binary(max_size=300),
    st.binary(max_size=60).map(lambda rest: b"\x30\x82\x7f\xff" + rest),
    st.binary(max_size=60).map(lambda rest: b"\x30\x83\xff\xff\xff" + rest),
    st.sampled_from([b"JPKIAPICCTOKEN2".ljust(32), b"\xff" * 256, b"\x8f\x8f\x00"]),
)
ANSWER = st.one_of(
    st.tuples(BODY, STATUS).map(b"".join), st.binary(max_size=3), st.just(b"\x30\x82\x10\x00" + OK)
)


def everything(session: JpkiSession, password: Password) -> list[Callable[[], object]]:
    return [
        session.token_kind,
        session.presence,
        session.fingerprint_bytes,
        *(partial(session.password_state, kind) for kind in PasswordKind),
        *(partial(session.read_certificate, which) for which in CertificateFile),
        lambda: session.verify(password),
        lambda: session.change_password(Password(PasswordKind.SIGN, bytearray(b"NEWPASS1"))),
        lambda: session.sign_digest(PasswordKind.SIGN, bytes(51)),
        session.log_out,
    ]


def failure_of(step: Callable[[], object]) -> JpkiError | None:
    try:
        step()
    except JpkiError as error:
        return error
    return None


@settings(max_examples=300, deadline=None)
@given(st.lists(ANSWER, min_size=1, max_size=12), st.booleans())
def test_malicious_card_only_makes_the_program_say_so(answers: list[bytes], opens: bool) -> None:
    turn = 0

    def answer(_command: bytes) -> bytes:
        nonlocal turn
        turn += 1
        # The first answer lets the session open often enough for the rest to be reached.
        return OK if opens and turn == 1 else answers[turn % len(answers)]

    connection = ScriptedConnection(answer)
    try:
        session = JpkiSession.open(Channel(connection, CancelToken()))
    except JpkiError:
        return
    for step in everything(session, Password(PasswordKind.SIGN, bytearray(b"ABC123"))):
        error = failure_of(step)
        assert error is None or not type(error).__subclasses__()
    secrets = [command for command in connection.commands if command[1] in (0x20, 0x24)]
    assert sum(len(command) > 5 for command in secrets) <= 2


def test_endless_more_data_is_broken_off() -> None:
    connection = ScriptedConnection(lambda _command: b"\x00\x61\x10")
    with pytest.raises(JpkiError):
        JpkiSession.open(Channel(connection, CancelToken()))
    assert len(connection.commands) < 50
