"""The rows of the decision table: what the card answers to each command."""

import hashlib

import pytest
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed

from jpki_desktop.emulator import PasswordKind, VirtualCard, make_card

SELECT_AP = "00A4040C0AD392F000260100000001"
LOG_OUT = "00A4040C07A0000001510000"
OTHER_AP = "00A4040C0AD3921000310001010408"
AUTH, SIGN = "0020009804" + b"1234".hex(), "0020009B06" + b"ABC123".hex()
WRONG_AUTH, WRONG_SIGN = "0020009804" + b"9999".hex(), "0020009B06" + b"ZZZ999".hex()
DIGEST_INFO = "3031300d060960864801650304020105000420" + "5a" * 32
SIGN_AUTH = f"802A009733{DIGEST_INFO}00"
SIGN_SIGN = f"802A009A33{DIGEST_INFO}00"


def send(card: VirtualCard, *commands: str) -> str:
    """Send commands; return the last answer in capitals without blanks."""
    return [card.transmit(bytes.fromhex(command)) for command in commands][-1].hex().upper()


@pytest.fixture
def bare() -> VirtualCard:
    card = make_card()
    card.power_on()
    return card


@pytest.fixture
def card(bare: VirtualCard) -> VirtualCard:
    assert send(bare, SELECT_AP) == "9000"
    return bare


def ef(identifier: str) -> str:
    return f"00A4020C02{identifier}"


@pytest.mark.parametrize(
    ("commands", "answer"),
    [
        # Classes and instructions
        (["01B0000004"], "6881"),
        (["82A4040C0AD392F000260100000001"], "6881"),
        (["04B0000004"], "6882"),
        (["08B0000004"], "6882"),
        (["0CB0000004"], "6882"),
        (["A0A40000023F00"], "6E00"),
        (["FFB0000004"], "6E00"),
        (["80B0000004"], "6E00"),
        (["002A009733" + DIGEST_INFO + "00"], "6E00"),
        (["00DD0000"], "6D00"),
        (["80FC0000"], "6700"),
        # Lengths that contradict each other
        (["00A402"], "6700"),
        (["00A4020C0300"], "6700"),
        (["00A4020C02001800FF"], "6700"),
        # SELECT
        ([SELECT_AP], "9000"),
        (["00A4040C05D392F00026"], "9000"),
        (["00A404000AD392F00026010000000100"], "6F0C840AD392F0002601000000019000"),
        (["00A4040C0BD392F00026010000000100"], "6A82"),
        (["00A4040C05F000000001"], "6A82"),
        (["00A4040C"], "6700"),
        (["00A404020AD392F000260100000001"], "6A86"),
        (["00A40000"], "9000"),
        (["00A4000C023F00"], "6A82"),
        ([ef("0001")], "9000"),
        ([ef("7777")], "6A82"),
        (["00A4020C0100"], "6700"),
        (["00A4020002000A"], "6A86"),
        (["00A4010C02000A"], "6A86"),
        # READ BINARY
        (["00B0000004"], "6986"),
        ([ef("0008"), "00B0000003"], "8F8F009000"),
        ([ef("0008"), "00B0000000"], "8F8F009000"),
        ([ef("0008"), "00B0000101"], "8F9000"),
        ([ef("0008"), "00B0000301"], "6B00"),
        ([ef("0008"), "00B00000000003"], "8F8F009000"),
        ([ef("0008"), "00B00000"], "6700"),
        (["00B0880003"], "8F8F009000"),
        (["00B0880003", "00B0000201"], "009000"),
        (["00B0880003", "00B0000301"], "6B00"),
        (["00B0870003"], "6A82"),
        (["00B0C80003"], "6A86"),
        (["00B0880003", "00B0870003", "00B0000001"], "8F9000"),
        ([ef("0001"), "00B0000004"], "6982"),
        ([ef("0009"), "00B0000004"], "6982"),
        ([AUTH, SIGN, ef("0009"), "00B0000004"], "6982"),
        *(([ef(key), "00B0000004"], "6981") for key in ("0016", "0017", "0018", "001A", "001B")),
        # VERIFY
        (["00200080"], "6986"),
        ([ef("0001"), "00200080"], "6981"),
        ([ef("0017"), "00200080"], "6981"),
        ([ef("0018"), "00200080"], "63C3"),
        ([ef("0018"), "0020008000"], "63C3"),
        ([ef("001B"), "00200080"], "63C5"),
        (["00200098"], "63C3"),
        (["0020009B"], "63C5"),
        (["00200098", "00200080"], "63C3"),
        (["00200097"], "6A88"),
        (["00200099"], "6A88"),
        (["00200018"], "6A86"),
        (["00200198"], "6A86"),
        ([AUTH], "9000"),
        ([SIGN], "9000"),
        ([AUTH, "00200098"], "63C3"),
        ([WRONG_AUTH], "63C2"),
        (["0020009805" + b"12345".hex()], "63C2"),
        (["0020009B06" + b"abc123".hex()], "63C4"),
        ([*[WRONG_AUTH] * 3], "63C0"),
        ([*[WRONG_AUTH] * 3, "00200098"], "6984"),
        ([*[WRONG_AUTH] * 3, AUTH], "6984"),
        ([*[WRONG_AUTH] * 4], "6984"),
        ([*[WRONG_AUTH] * 3, "0020009B"], "63C5"),
        ([*[WRONG_SIGN] * 5], "63C0"),
        ([*[WRONG_SIGN] * 5, SIGN], "6984"),
        ([WRONG_AUTH, AUTH, "00200098"], "63C3"),
        # CHANGE REFERENCE DATA
        (["0024019804" + b"5678".hex()], "6982"),
        ([SIGN, "0024019804" + b"5678".hex()], "6982"),
        ([AUTH, "0024019804" + b"5678".hex()], "9000"),
        ([AUTH, ef("0018"), "0024018004" + b"5678".hex()], "9000"),
        ([AUTH, "0024009804" + b"5678".hex()], "6A86"),
        ([AUTH, "0024019805" + b"56789".hex()], "6700"),
        ([AUTH, "0024019803" + b"567".hex()], "6700"),
        ([AUTH, "0024019804" + b"567A".hex()], "6A80"),
        ([SIGN, "0024019B06" + b"NEW123".hex()], "9000"),
        ([SIGN, "0024019B10" + b"ABCDEFGH12345678".hex()], "9000"),
        ([SIGN, "0024019B05" + b"NEW12".hex()], "6700"),
        ([SIGN, "0024019B11" + b"ABCDEFGH123456789".hex()], "6700"),
        ([SIGN, "0024019B06" + b"new123".hex()], "6A80"),
        ([SIGN, "0024019B06" + b"ABCDEF".hex()], "6A80"),
        ([SIGN, "0024019B06" + b"123456".hex()], "6A80"),
        ([ef("0017"), "0024018004" + b"5678".hex()], "6981"),
        ([*[WRONG_AUTH] * 3, "0024019804" + b"5678".hex()], "6984"),
        # PSO: COMPUTE DIGITAL SIGNATURE
        ([SIGN_AUTH], "6982"),
        ([SIGN, SIGN_AUTH], "6982"),
        ([AUTH, SIGN_SIGN], "6982"),
        ([AUTH, "802A009833" + DIGEST_INFO + "00"], "6A88"),
        ([AUTH, "802A009F33" + DIGEST_INFO + "00"], "6A88"),
        ([AUTH, ef("0018"), "802A008033" + DIGEST_INFO + "00"], "6981"),
        ([AUTH, ef("0016"), "802A008033" + DIGEST_INFO + "00"], "6981"),
        ([AUTH, "802A069733" + DIGEST_INFO + "00"], "6A86"),
        ([AUTH, "802A001733" + DIGEST_INFO + "00"], "6A86"),
        ([AUTH, "802A0097F6" + "00" * 246 + "00"], "6985"),
        ([AUTH, "802A02971F" + "00" * 31 + "00"], "6985"),
        ([AUTH, "802A049721" + "00" * 33 + "00"], "6985"),
        ([AUTH, "802A009733" + DIGEST_INFO], "6700"),
        # GET CHALLENGE and GET RESPONSE
        (["0084000100"], "6A86"),
        (["00840000"], "6700"),
        (["00840000000010"], "6985"),
        (["00C0000000"], "6985"),
    ],
)
def test_row(card: VirtualCard, commands: list[str], answer: str) -> None:
    assert send(card, *commands) == answer


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        (ef("000A"), "6986"),
        ("00B0000004", "6986"),
        ("00200098", "6986"),
        ("0024019804" + b"5678".hex(), "6986"),
        ("00A40000", "6A86"),
        ("00A4000C023F00", "6A82"),
        ("802A009733" + DIGEST_INFO + "00", "6D00"),
    ],
)
def test_row_without_application(bare: VirtualCard, command: str, answer: str) -> None:
    assert send(bare, command) == answer


def test_other_application_holds_none_of_the_files(card: VirtualCard) -> None:
    assert send(card, OTHER_AP, ef("000A")) == "6A82"


@pytest.mark.parametrize("size", [1, 16, 256])
def test_challenge_has_the_length_asked_for(card: VirtualCard, size: int) -> None:
    answer = card.transmit(bytes((0, 0x84, 0, 0, size % 256)))
    assert (len(answer), answer[-2:]) == (size + 2, b"\x90\x00")
    if size > 1:
        assert answer != card.transmit(bytes((0, 0x84, 0, 0, size % 256)))


def test_unknown_application_changes_nothing(card: VirtualCard) -> None:
    send(card, AUTH, ef("0017"), "00A4040C05F000000001")
    assert send(card, f"802A008033{DIGEST_INFO}00").endswith("9000")


def test_token_information(card: VirtualCard) -> None:
    answer = card.transmit(bytes.fromhex("00B0860000"))
    assert len(answer) == 162
    assert answer[:32] == b"JPKIAPICCTOKEN2".ljust(32)
    lengths = [int.from_bytes(answer[at : at + 4], "big") for at in (116, 120)]
    assert lengths == [16, 6]  # longest and shortest password


@pytest.mark.parametrize("step", [0x01, 0x64, 0xE0, 0x100])
def test_certificate_is_read_in_pieces(card: VirtualCard, step: int) -> None:
    content = read_all(card, "000A", step)
    der = card.contents.auth_certificate if card.contents is not None else None
    assert der is not None
    assert content[: len(der)] == der
    assert set(content[len(der) :]) == {0xFF}


def test_extended_length_reads_a_certificate_at_once(card: VirtualCard) -> None:
    send(card, ef("000A"))
    answer = card.transmit(bytes.fromhex("00B00000000000"))
    assert answer[:2048] == read_all(card, "000A", 0x100)


def read_all(card: VirtualCard, identifier: str, step: int) -> bytes:
    assert send(card, ef(identifier)) == "9000"
    content = b""
    while True:
        offset = len(content).to_bytes(2, "big")
        answer = card.transmit(b"\x00\xb0" + offset + bytes((step % 256,)))
        if answer[-2:] != b"\x90\x00":
            assert answer == b"\x6b\x00"
            return content
        content += answer[:-2]


def public_key(card: VirtualCard, kind: str) -> rsa.RSAPublicKey:
    assert card.contents is not None
    der = getattr(card.contents, f"{kind}_certificate")
    key = x509.load_der_x509_certificate(der).public_key()
    assert isinstance(key, rsa.RSAPublicKey)
    return key


def recover(key: rsa.RSAPublicKey, signature: bytes) -> bytes:
    """Undo the RSA operation and take the PKCS#1 padding off."""
    numbers = key.public_numbers()
    block = pow(int.from_bytes(signature, "big"), numbers.e, numbers.n).to_bytes(256, "big")
    padding_bytes, _, content = block[2:].partition(b"\x00")
    assert (block[:2], set(padding_bytes)) == (b"\x00\x01", {0xFF})
    return content


@pytest.mark.parametrize(
    ("verify", "reference", "kind"), [(AUTH, 0x97, "auth"), (SIGN, 0x9A, "sign")]
)
@pytest.mark.parametrize("scheme", [0, 1, 2, 3])
def test_pkcs1_schemes(
    card: VirtualCard, verify: str, reference: int, kind: str, scheme: int
) -> None:
    given = b"\x5a" * 32
    prefix = bytes.fromhex("3031300d060960864801650304020105000420")
    hashed = hashlib.sha256(given).digest()
    expected = {0: given, 1: hashed, 2: prefix + given, 3: prefix + hashed}[scheme]
    command = bytes((0x80, 0x2A, scheme, reference, 32)) + given + b"\x00"
    send(card, verify)
    signature, status = (answer := card.transmit(command))[:-2], answer[-2:]
    assert (status, len(signature)) == (b"\x90\x00", 256)
    assert recover(public_key(card, kind), signature) == expected


@pytest.mark.parametrize("scheme", [4, 5])
def test_pss_schemes(card: VirtualCard, scheme: int) -> None:
    given = b"\x5a" * 32
    digest = given if scheme == 4 else hashlib.sha256(given).digest()
    send(card, AUTH)
    signature = card.transmit(bytes((0x80, 0x2A, scheme, 0x97, 32)) + given + b"\x00")[:-2]
    pss = padding.PSS(padding.MGF1(hashes.SHA256()), 32)
    key = public_key(card, "auth")
    key.verify(signature, digest, pss, Prehashed(hashes.SHA256()))
    with pytest.raises(InvalidSignature):
        key.verify(signature, b"\x00" * 32, pss, Prehashed(hashes.SHA256()))


def test_signature_is_the_same_with_and_without_select(card: VirtualCard) -> None:
    send(card, AUTH)
    first = send(card, SIGN_AUTH)
    assert first == send(card, ef("0017"), f"802A008033{DIGEST_INFO}00")


# --- Life cycle of the verified state ---------------------------------------------------------


def may_sign(card: VirtualCard) -> bool:
    return send(card, SIGN_AUTH).endswith("9000")


def test_verified_state_survives_selecting_the_same_application(card: VirtualCard) -> None:
    send(card, AUTH, SELECT_AP)
    assert may_sign(card)


def test_verified_state_survives_a_warm_reset(card: VirtualCard) -> None:
    send(card, AUTH)
    card.reset()
    assert send(card, ef("0017")) == "6986"
    send(card, SELECT_AP)
    assert may_sign(card)


@pytest.mark.parametrize("other", [LOG_OUT, OTHER_AP])
def test_another_application_ends_the_verified_state(card: VirtualCard, other: str) -> None:
    assert send(card, AUTH, other) == "9000"
    send(card, SELECT_AP)
    assert not may_sign(card)


def test_another_application_after_a_reset_ends_it_too(card: VirtualCard) -> None:
    send(card, AUTH)
    card.reset()
    send(card, LOG_OUT, SELECT_AP)
    assert not may_sign(card)


@pytest.mark.parametrize("cut", ["power", "removal"])
def test_power_loss_ends_the_verified_state(card: VirtualCard, cut: str) -> None:
    send(card, AUTH)
    card.power_off() if cut == "power" else card.remove()
    card.insert()
    card.power_on()
    send(card, SELECT_AP)
    assert not may_sign(card)


def test_wrong_password_ends_the_verified_state(card: VirtualCard) -> None:
    send(card, AUTH, WRONG_AUTH)
    assert not may_sign(card)


def test_passwords_are_independent(card: VirtualCard) -> None:
    send(card, AUTH, SIGN, WRONG_AUTH)
    assert send(card, SIGN_SIGN).endswith("9000")
    assert not may_sign(card)


def test_refused_change_leaves_the_old_password(card: VirtualCard) -> None:
    send(card, AUTH, "0024019804" + b"567A".hex(), LOG_OUT, SELECT_AP)
    assert send(card, AUTH) == "9000"


def test_changed_password_replaces_the_old_one(card: VirtualCard) -> None:
    send(card, AUTH, "0024019804" + b"5678".hex(), LOG_OUT, SELECT_AP)
    assert send(card, AUTH) == "63C2"
    assert send(card, "0020009804" + b"5678".hex()) == "9000"
    assert card.tries(PasswordKind.AUTH) == 3
