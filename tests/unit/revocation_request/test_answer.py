"""The matrix of answers: right ones, and every way in which one proves nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID

from jpki_desktop.emulator.der import pack
from jpki_desktop.revocation_request.answer import FAILURES, Answer, judge_answer
from jpki_desktop.revocation_request.der_form import is_der
from jpki_desktop.revocation_request.model import RequestState, Unproven
from support import cmp, pki
from support.cmp import Plan, make_answer, make_request, make_server
from support.pki import DAY, NOW, YEAR, Authority

CA = pki.make_authority()
HOLDER = pki.make_holder(CA)
SERVER = make_server(CA)
REQUEST = make_request(HOLDER, pki.rsa_key("holder"), CA.x509)
RIGHT = Plan()
ACCEPTED = Answer(RequestState.ACCEPTED)
PINNED = make_request(HOLDER, pki.rsa_key("holder"), SERVER.x509)


def judge(plan: Plan = RIGHT, signer: Authority = SERVER) -> Answer:
    return judge_answer(make_answer(REQUEST, signer, plan), REQUEST, NOW)


def unknown(cause: Unproven) -> Answer:
    return Answer(RequestState.UNKNOWN, cause)


# --- what counts --------------------------------------------------------------------------------


def test_accepted() -> None:
    assert judge() == ACCEPTED


@pytest.mark.parametrize(
    ("number", "state"),
    [
        (0, RequestState.ACCEPTED),
        (1, RequestState.ACCEPTED),
        (2, RequestState.REFUSED),
        (3, RequestState.PENDING),
        (4, RequestState.UNKNOWN),
        (5, RequestState.UNKNOWN),
        (6, RequestState.UNKNOWN),
        (7, RequestState.UNKNOWN),
        (-1, RequestState.UNKNOWN),
        (256, RequestState.UNKNOWN),
    ],
)
def test_only_two_states_are_success(number: int, state: RequestState) -> None:
    assert judge(replace(RIGHT, body=cmp.response(cmp.status(number)))).state is state


@pytest.mark.parametrize(("bit", "name"), list(enumerate(FAILURES)))
@pytest.mark.parametrize("make", [cmp.response, cmp.error])
def test_refusals(bit: int, name: str, make: type) -> None:
    found = judge(replace(RIGHT, body=make(cmp.status(2, bit, "why", "not"))))
    assert found == Answer(RequestState.REFUSED, name, "why not")


def test_that_it_was_revoked_before_is_the_reason_that_counts() -> None:
    bits = pack(cmp.BITS, bytes((5, 0b10000000, 0b00100000)))  # badAlg and certRevoked
    info = pack(cmp.SEQUENCE, cmp.integer(2) + bits)
    assert judge(replace(RIGHT, body=cmp.response(info))).cause == "certRevoked"


def test_a_refusal_without_a_reason() -> None:
    assert judge(replace(RIGHT, body=cmp.error(cmp.status(2)))) == Answer(RequestState.REFUSED)


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("bit", [10, len(FAILURES), 40])
def test_success_with_a_reason_against_it_is_neither(number: int, bit: int) -> None:
    assert judge(replace(RIGHT, body=cmp.response(cmp.status(number, bit)))) == unknown(
        Unproven.NOT_READABLE
    )


def test_a_reason_that_has_no_name_goes_by_its_number() -> None:
    found = judge(replace(RIGHT, body=cmp.response(cmp.status(2, len(FAILURES)))))
    assert found == Answer(RequestState.REFUSED, str(len(FAILURES)))


def test_an_error_is_never_success() -> None:
    assert judge(replace(RIGHT, body=cmp.error(cmp.status(0)))).state is RequestState.UNKNOWN


def test_a_pinned_server() -> None:
    assert judge_answer(make_answer(PINNED, SERVER, RIGHT), PINNED, NOW) == ACCEPTED


def test_a_pinned_server_that_sends_no_certificate() -> None:
    der = make_answer(PINNED, SERVER, replace(RIGHT, along=()))
    assert judge_answer(der, PINNED, NOW) == ACCEPTED


def test_the_authority_itself() -> None:
    assert judge(signer=CA) == ACCEPTED


def test_a_server_of_the_authority_below() -> None:
    below = pki.make_authority(pki.directory("Below"), key=pki.rsa_key("below"), issuer=CA)
    server = make_server(below)
    assert judge(replace(RIGHT, along=(server.x509, below.x509)), server) == ACCEPTED


@pytest.mark.parametrize("algorithm", [cmp.RSA_SHA256, cmp.RSA_SHA256_BARE])
def test_rsa_with_and_without_parameters(algorithm: bytes) -> None:
    assert judge(replace(RIGHT, algorithm=algorithm)) == ACCEPTED


def test_a_server_with_ecdsa() -> None:
    server = make_server(CA, key=pki.ec_key("server"))
    assert judge(replace(RIGHT, algorithm=cmp.ECDSA_SHA256), server) == ACCEPTED


def test_purpose_of_an_authority() -> None:
    assert judge(signer=make_server(CA, (cmp.CMC_CA,))) == ACCEPTED


@pytest.mark.parametrize("pvno", [2, 3])
def test_versions(pvno: int) -> None:
    assert judge(replace(RIGHT, pvno=pvno)) == ACCEPTED


def test_our_certificate_is_named() -> None:
    about = cmp.certificate_id(CA.x509.subject, HOLDER.serial_number)
    assert judge(replace(RIGHT, body=cmp.response(cmp.status(0), about=about))) == ACCEPTED


def test_certificates_along_that_nobody_can_read() -> None:
    strange = pki.make_authority(key=pki.ec_key("strange", curve=ec.SECP521R1))
    assert judge(replace(RIGHT, along=(strange.x509, SERVER.x509))) == ACCEPTED


# --- what proves nothing ------------------------------------------------------------------------


def test_unprotected() -> None:
    for body in (RIGHT.body, cmp.error(cmp.status(2, 2))):
        found = judge(replace(RIGHT, body=body, protected=False))
        assert found == unknown(Unproven.UNPROTECTED)


def test_replayed() -> None:
    """A right answer to another request of the same person for the same certificate."""
    again = make_request(HOLDER, pki.rsa_key("holder"), CA.x509)
    der = make_answer(again, SERVER, RIGHT)
    assert judge_answer(der, again, NOW) == ACCEPTED
    assert judge_answer(der, REQUEST, NOW) == unknown(Unproven.OTHER_TRANSACTION)


@pytest.mark.parametrize(
    "plan",
    [
        Plan(transaction_id=b"x" * 16),
        Plan(recipient_nonce=b"x" * 16),
        Plan(transaction_id=b""),
        Plan(sender_nonce=b""),
    ],
)
def test_other_transaction(plan: Plan) -> None:
    assert judge(plan) == unknown(Unproven.OTHER_TRANSACTION)


@pytest.mark.parametrize(
    ("issuer", "serial"),
    [
        (CA.x509.subject, HOLDER.serial_number + 1),
        (pki.directory("Other"), HOLDER.serial_number),
    ],
)
def test_other_certificate(issuer: x509.Name, serial: int) -> None:
    about = cmp.certificate_id(issuer, serial)
    found = judge(replace(RIGHT, body=cmp.response(cmp.status(0), about=about)))
    assert found == unknown(Unproven.OTHER_CERTIFICATE)


def test_altered() -> None:
    der = make_answer(REQUEST, SERVER, replace(RIGHT, body=cmp.response(cmp.status(2))))
    status = b"\x30\x03\x02\x01\x02"
    assert der.count(status) == 1
    altered = der.replace(status, b"\x30\x03\x02\x01\x00")
    assert judge_answer(altered, REQUEST, NOW) == unknown(Unproven.WRONG_PROTECTION)


@pytest.mark.parametrize(
    ("signer", "cause"),
    [
        # Another holder, and the holder of this very certificate: no purpose, no answer.
        (Authority(pki.rsa_key("holder"), HOLDER), Unproven.NOT_AUTHORISED),
        (make_server(CA, ()), Unproven.NOT_AUTHORISED),
        (make_server(CA, (ExtendedKeyUsageOID.CLIENT_AUTH,)), Unproven.NOT_AUTHORISED),
        (make_server(CA, names=("key_encipherment",)), Unproven.NOT_AUTHORISED),
        (make_server(CA, start=NOW - YEAR, end=NOW - DAY), Unproven.NOT_AUTHORISED),
        (make_server(CA, start=NOW + DAY), Unproven.NOT_AUTHORISED),
        (make_server(pki.make_authority(key=pki.rsa_key("other"))), Unproven.NOT_AUTHORISED),
        (Authority(pki.rsa_key("wrong"), SERVER.x509), Unproven.WRONG_PROTECTION),
    ],
)
def test_wrong_signer(signer: Authority, cause: Unproven) -> None:
    assert judge(signer=signer) == unknown(cause)


def test_another_server_than_the_pinned_one() -> None:
    other = make_server(CA, key=pki.rsa_key("another server"))
    found = judge_answer(make_answer(PINNED, other, RIGHT), PINNED, NOW)
    assert found.state is RequestState.UNKNOWN


def test_a_pinned_server_past_its_time() -> None:
    der = make_answer(PINNED, SERVER, RIGHT)
    assert judge_answer(der, PINNED, NOW + 60 * DAY) == unknown(Unproven.NOT_AUTHORISED)


def test_sender_is_not_the_signer() -> None:
    plan = replace(RIGHT, sender=pki.directory("Somebody"))
    assert judge(plan) == unknown(Unproven.NOT_AUTHORISED)


def test_sender_names_another_key() -> None:
    below = pki.make_authority(pki.directory("Below"), key=pki.rsa_key("below"), issuer=CA)
    plan = replace(RIGHT, sender_key=b"x" * 20)
    pinned = make_request(HOLDER, pki.rsa_key("holder"), below.x509)
    assert judge_answer(make_answer(pinned, below, RIGHT), pinned, NOW) == ACCEPTED
    found = judge_answer(make_answer(pinned, below, plan), pinned, NOW)
    assert found == unknown(Unproven.NOT_AUTHORISED)


def test_sha1() -> None:
    assert judge(replace(RIGHT, algorithm=cmp.RSA_SHA1)) == unknown(Unproven.WRONG_PROTECTION)


@pytest.mark.parametrize(
    "plan",
    [
        Plan(pvno=1),
        Plan(pvno=4),
        Plan(body=cmp.response()),
        Plan(body=cmp.response(cmp.status(0), cmp.status(0))),
        Plan(body=pack(0xB3, b"\x05\0")),  # pkiConf, which has no place here
        Plan(unused_bits=1),
    ],
)
def test_not_readable(plan: Plan) -> None:
    assert judge(plan) == unknown(Unproven.NOT_READABLE)


@pytest.mark.parametrize("der", [b"", b"\x30", b"garbage", b"\x30\x80\0\0", b"\x30\x00"])
def test_garbage(der: bytes) -> None:
    assert judge_answer(der, REQUEST, NOW) == unknown(Unproven.NOT_READABLE)


def test_nothing_behind_it_and_not_too_much() -> None:
    der = make_answer(REQUEST, SERVER, RIGHT)
    assert judge_answer(der + b"\0", REQUEST, NOW) == unknown(Unproven.NOT_READABLE)
    large = make_answer(REQUEST, SERVER, replace(RIGHT, along=(SERVER.x509,) * 80))
    assert len(large) > 64 * 1024
    assert judge_answer(large, REQUEST, NOW) == unknown(Unproven.NOT_READABLE)


def test_a_right_answer_in_another_encoding() -> None:
    """The protection is over header and body, which are the same here."""
    der = make_answer(REQUEST, SERVER, RIGHT)
    assert der[:2] == b"\x30\x82"
    assert judge_answer(b"\x30\x83\0" + der[2:], REQUEST, NOW) == unknown(Unproven.NOT_READABLE)
    endless = b"\x30\x80" + der[4:] + b"\0\0"
    assert judge_answer(endless, REQUEST, NOW) == unknown(Unproven.NOT_READABLE)


def test_only_shortest_lengths_and_numbers() -> None:
    assert is_der(bytes.fromhex("3003020105"))
    assert not is_der(bytes.fromhex("308103020105"))
    assert not is_der(bytes.fromhex("300402020005"))
    assert not is_der(bytes.fromhex("3080020105 0000".replace(" ", "")))
    assert not is_der(bytes.fromhex("3002 0200".replace(" ", "")))


def test_the_servers_words_are_harmless() -> None:
    words = "be\u202eware\n\x1b[31mred\u2028next " + "x" * 1000
    found = judge(replace(RIGHT, body=cmp.response(cmp.status(2, 10, words))))
    assert found.text.startswith("be ware [31mred next xxx")
    assert len(found.text) <= 500
    assert found.text.isprintable()


# --- every bit ----------------------------------------------------------------------------------


def flipped(der: bytes, bits: range) -> list[int]:
    """The bits whose change is taken for an answer."""
    taken = []
    for bit in bits:
        changed = bytearray(der)
        changed[bit // 8] ^= 1 << bit % 8
        if judge_answer(bytes(changed), REQUEST, NOW).state is not RequestState.UNKNOWN:
            taken.append(bit)
    return taken


FUZZED = make_answer(REQUEST, SERVER, replace(RIGHT, along=(SERVER.x509,)))


def test_no_flipped_bit_counts_in_a_sample() -> None:
    assert judge_answer(FUZZED, REQUEST, NOW) == ACCEPTED
    assert flipped(FUZZED, range(0, len(FUZZED) * 8, 41)) == []


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_no_flipped_bit_counts() -> None:
    assert judge_answer(FUZZED, REQUEST, NOW + timedelta(seconds=1)) == ACCEPTED
    assert flipped(FUZZED, range(len(FUZZED) * 8)) == []
