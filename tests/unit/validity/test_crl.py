"""The matrix of revocation lists, and the scan against a reader that parses everything."""

import io
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from asn1crypto import crl as asn1_crl
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.validity import crl_scan
from jpki_desktop.validity.crl import Sought, judge_list
from jpki_desktop.validity.result import Cause, Evidence, RevocationState, Source, SourceKind
from support import pki
from support.pki import (
    DAY,
    HOUR,
    NOW,
    OTHER_PARTITION,
    PARTITION,
    Authority,
    Entry,
    make_list,
    partition_scope,
)

OLD, CA = pki.make_authority(key=pki.rsa_key("old")), pki.make_authority()
HOLDER = pki.make_holder(CA)
SERIAL = HOLDER.serial_number
SOURCE = Source(SourceKind.CRL, "list")
MINUTE = timedelta(minutes=1)
OTHERS = [Entry(SERIAL + offset) for offset in (-2, -1, 1, 2)]
HOLD, GOOD = RevocationState.ON_HOLD, RevocationState.GOOD
REVOKED, UNCHECKED = RevocationState.REVOKED, RevocationState.UNCHECKED
ODD = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4"), b"\x05\x00")
FLAGS = x509.ReasonFlags


def judge(der: bytes, holder: x509.Certificate = HOLDER, issuer: Authority = CA) -> Evidence:
    sought = Sought(pki.parsed(holder), issuer.certificate)
    return judge_list(io.BytesIO(der), sought, SOURCE, NOW)


def listed(reason: x509.ReasonFlags | None = None, **more: object) -> list[Entry]:
    return [*OTHERS, Entry(SERIAL, reason=reason, **more)]  # type: ignore[arg-type]


def odd_entry(serial: int, *, critical: bool = True) -> Entry:
    return Entry(serial, extensions=[(ODD, critical)])


def scoped(*names: x509.Name, entries: list[Entry] | None = None, **flags: object) -> bytes:
    scope = partition_scope(*names, **flags)  # type: ignore[arg-type]
    return make_list(CA, entries or OTHERS, extensions=[scope])


def without_usage() -> bytes:
    return make_list(UNFIT, OTHERS)


UNFIT = pki.make_authority(extensions=[(pki.usage("key_cert_sign"), True), pki.CA_EXTENSIONS[1]])
CURVE_CA = pki.make_authority(key=pki.ec_key("ca", ec.SECP384R1))


def rebuilt(der: bytes, change: Callable[[asn1_crl.TbsCertList], None]) -> bytes:
    """Change the signed part of a list and sign it again."""
    whole = asn1_crl.CertificateList.load(der)
    change(whole["tbs_cert_list"])
    body = whole["tbs_cert_list"].dump(force=True)
    whole["signature"] = pki.sign(CA.key, body, hashes.SHA256())
    return bytes(whole.dump(force=True))


def without_next_update(body: asn1_crl.TbsCertList) -> None:
    del body["next_update"]


def with_sha1(der: bytes) -> bytes:
    whole = asn1_crl.CertificateList.load(der)
    weak = pki.sha1_algorithm()
    whole["tbs_cert_list"]["signature"] = weak
    whole["signature_algorithm"] = weak
    body = whole["tbs_cert_list"].dump(force=True)
    whole["signature"] = pki.sign(CA.key, body, hashes.SHA1())  # noqa: S303
    return bytes(whole.dump(force=True))


def tampered() -> bytes:
    der = make_list(CA, listed())
    number = SERIAL.to_bytes(4, "big")
    return der.replace(number, b"\x07\x05\xd9\x9f", 1)


@dataclass(frozen=True)
class Case:
    make: Callable[[], bytes]
    state: RevocationState
    cause: Cause | None = None


CASES = {
    "full list, others on it": Case(lambda: make_list(CA, OTHERS), GOOD),
    "full list, empty": Case(lambda: make_list(CA), GOOD),
    "listed without reason": Case(lambda: make_list(CA, listed()), REVOKED),
    "listed, superseded": Case(lambda: make_list(CA, listed(FLAGS.superseded)), REVOKED),
    "listed, key compromise": Case(lambda: make_list(CA, listed(FLAGS.key_compromise)), REVOKED),
    "listed first": Case(lambda: make_list(CA, [Entry(SERIAL), *OTHERS]), REVOKED),
    "listed in the future": Case(lambda: make_list(CA, listed(at=NOW + DAY)), REVOKED),
    "on hold": Case(lambda: make_list(CA, listed(FLAGS.certificate_hold)), HOLD),
    "with an invalidity date": Case(
        lambda: make_list(
            CA, listed(extensions=[(x509.InvalidityDate((NOW - DAY).replace(tzinfo=None)), False)])
        ),
        REVOKED,
    ),
    "own partition": Case(lambda: scoped(PARTITION), GOOD),
    "own partition, listed": Case(lambda: scoped(PARTITION, entries=listed()), REVOKED),
    "own partition, user certificates": Case(
        lambda: scoped(PARTITION, only_contains_user_certs=True), GOOD
    ),
    "own partition among two": Case(lambda: scoped(OTHER_PARTITION, PARTITION), GOOD),
    "scope that is not critical": Case(lambda: scoped(PARTITION, critical=False), GOOD),
    "user certificates of all partitions": Case(
        lambda: scoped(only_contains_user_certs=True), GOOD
    ),
    "other partition": Case(lambda: scoped(OTHER_PARTITION), UNCHECKED, Cause.PARTITION),
    "other partition, listed": Case(
        lambda: scoped(OTHER_PARTITION, entries=listed()), UNCHECKED, Cause.PARTITION
    ),
    "other partition, not critical": Case(
        lambda: scoped(OTHER_PARTITION, critical=False), UNCHECKED, Cause.PARTITION
    ),
    "authorities only": Case(
        lambda: scoped(PARTITION, only_contains_ca_certs=True), UNCHECKED, Cause.PARTITION
    ),
    "attribute certificates only": Case(
        lambda: scoped(PARTITION, only_contains_attribute_certs=True), UNCHECKED, Cause.PARTITION
    ),
    "some reasons only": Case(
        lambda: scoped(PARTITION, only_some_reasons=frozenset({FLAGS.key_compromise})),
        UNCHECKED,
        Cause.UNSUPPORTED,
    ),
    "indirect": Case(lambda: scoped(PARTITION, indirect_crl=True), UNCHECKED, Cause.UNSUPPORTED),
    "relative name": Case(
        lambda: scoped(
            relative_name=x509.RelativeDistinguishedName(
                [x509.NameAttribute(x509.NameOID.COMMON_NAME, "x")]
            )
        ),
        UNCHECKED,
        Cause.UNSUPPORTED,
    ),
    "entry of another issuer": Case(
        lambda: make_list(
            CA,
            listed(extensions=[(x509.CertificateIssuer([x509.DirectoryName(PARTITION)]), True)]),
        ),
        UNCHECKED,
        Cause.UNSUPPORTED,
    ),
    "delta": Case(
        lambda: make_list(CA, OTHERS, extensions=[(x509.DeltaCRLIndicator(3), True)]),
        UNCHECKED,
        Cause.UNSUPPORTED,
    ),
    "delta, not critical": Case(
        lambda: make_list(CA, OTHERS, extensions=[(x509.DeltaCRLIndicator(3), False)]),
        UNCHECKED,
        Cause.UNSUPPORTED,
    ),
    "removed from a full list": Case(
        lambda: make_list(CA, listed(FLAGS.remove_from_crl)), UNCHECKED, Cause.UNSUPPORTED
    ),
    "says where a delta is": Case(
        lambda: make_list(
            CA,
            OTHERS,
            extensions=[
                (
                    x509.FreshestCRL(
                        [
                            x509.DistributionPoint(
                                [x509.UniformResourceIdentifier("http://x.invalid/")],
                                None,
                                None,
                                None,
                            )
                        ]
                    ),
                    False,
                )
            ],
        ),
        GOOD,
    ),
    "ended": Case(
        lambda: make_list(CA, OTHERS, this_update=NOW - DAY, next_update=NOW - HOUR),
        UNCHECKED,
        Cause.STALE,
    ),
    "ended, listed": Case(
        lambda: make_list(CA, listed(), this_update=NOW - DAY, next_update=NOW - HOUR),
        UNCHECKED,
        Cause.STALE,
    ),
    "ended four minutes ago": Case(
        lambda: make_list(CA, OTHERS, this_update=NOW - DAY, next_update=NOW - 4 * MINUTE), GOOD
    ),
    "from the future": Case(
        lambda: make_list(CA, OTHERS, this_update=NOW + 6 * MINUTE), UNCHECKED, Cause.FUTURE
    ),
    "four minutes ahead of us": Case(
        lambda: make_list(CA, OTHERS, this_update=NOW + 4 * MINUTE), GOOD
    ),
    "no nextUpdate": Case(
        lambda: rebuilt(make_list(CA, OTHERS), without_next_update), UNCHECKED, Cause.STALE
    ),
    "unknown critical extension": Case(
        lambda: make_list(CA, OTHERS, extensions=[(ODD, True)]),
        UNCHECKED,
        Cause.CRITICAL_EXTENSION,
    ),
    "unknown other extension": Case(lambda: make_list(CA, OTHERS, extensions=[(ODD, False)]), GOOD),
    "unknown critical extension of our entry": Case(
        lambda: make_list(CA, [*OTHERS, odd_entry(SERIAL)]), UNCHECKED, Cause.CRITICAL_EXTENSION
    ),
    "unknown critical extension of another entry": Case(
        lambda: make_list(CA, [*OTHERS, odd_entry(SERIAL + 9)]),
        UNCHECKED,
        Cause.CRITICAL_EXTENSION,
    ),
    "unknown other extension of our entry": Case(
        lambda: make_list(CA, [*OTHERS, odd_entry(SERIAL, critical=False)]), REVOKED
    ),
    "listed twice, hold first": Case(
        lambda: make_list(CA, [Entry(SERIAL, reason=FLAGS.certificate_hold), Entry(SERIAL)]),
        REVOKED,
    ),
    "listed twice, hold last": Case(
        lambda: make_list(CA, [Entry(SERIAL), Entry(SERIAL, reason=FLAGS.certificate_hold)]),
        REVOKED,
    ),
    "another generation": Case(lambda: make_list(OLD, OTHERS), UNCHECKED, Cause.SIGNATURE),
    "attacker with the authority's name and identifier": Case(
        lambda: make_list(CA, key=pki.rsa_key("attacker")), UNCHECKED, Cause.SIGNATURE
    ),
    "another issuer": Case(
        lambda: make_list(CA, OTHERS, name=pki.directory("Other")), UNCHECKED, Cause.ISSUER
    ),
    "tampered": Case(tampered, UNCHECKED, Cause.SIGNATURE),
    "SHA-1": Case(lambda: with_sha1(make_list(CA, OTHERS)), UNCHECKED, Cause.ALGORITHM),
    "SHA-384": Case(lambda: make_list(CA, OTHERS, digest=hashes.SHA384()), GOOD),
    "trailing octet": Case(lambda: make_list(CA, OTHERS) + b"\0", UNCHECKED, Cause.MALFORMED),
    "cut": Case(lambda: make_list(CA, OTHERS)[:-1], UNCHECKED, Cause.MALFORMED),
    "empty file": Case(lambda: b"", UNCHECKED, Cause.MALFORMED),
    "a page": Case(lambda: b"<html>" * 99, UNCHECKED, Cause.MALFORMED),
}


@pytest.mark.parametrize("name", CASES)
def test_matrix(name: str) -> None:
    case = CASES[name]
    found = judge(case.make())
    assert (found.state, found.cause) == (case.state, case.cause), found.detail


def test_issuer_that_may_not_sign_lists() -> None:
    found = judge(without_usage(), pki.make_holder(UNFIT), UNFIT)
    assert found.cause is Cause.ISSUER


def test_authority_on_a_curve() -> None:
    holder = pki.make_holder(CURVE_CA)
    assert judge(make_list(CURVE_CA, OTHERS), holder, CURVE_CA).state is GOOD
    assert judge(make_list(CURVE_CA, listed()), holder, CURVE_CA).state is REVOKED


def test_evidence() -> None:
    found = judge(make_list(CA, listed(FLAGS.affiliation_changed)))
    assert found.revocation is not None
    assert (found.revocation.at, found.revocation.reason) == (NOW - 10 * DAY, "affiliationChanged")
    assert (found.this_update, found.next_update) == (NOW - HOUR, NOW + DAY)
    assert found.signer == "issuer"


def test_an_outdated_list_remembers_what_it_said() -> None:
    der = make_list(CA, listed(), this_update=NOW - DAY, next_update=NOW - HOUR)
    found = judge(der)
    assert found.state is UNCHECKED
    assert found.revocation is not None


DER = make_list(CA, OTHERS, extensions=[partition_scope(PARTITION)])


@pytest.mark.parametrize("part", range(8))
def test_no_flipped_bit_is_good(part: int) -> None:
    assert judge(DER).state is GOOD
    for where in range(part, len(DER), 8):
        for bit in range(8):
            flipped = bytearray(DER)
            flipped[where] ^= 1 << bit
            assert judge(bytes(flipped)).state is UNCHECKED, (where, bit)


@pytest.mark.parametrize("size", [32, 37, 64, 129])
def test_scan_agrees_with_a_full_reader_whatever_the_chunks(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbers that lie across the border of two chunks, begin with it or end with it."""
    monkeypatch.setattr(crl_scan, "_CHUNK", size)
    monkeypatch.setattr(crl_scan, "_read", unlimited_read)
    generator = random.Random(size)  # noqa: S311
    for turn in range(25):
        serials = [generator.randrange(1, 1 << generator.choice((8, 31, 64))) for _ in range(60)]
        entries = [Entry(serial) for serial in serials]
        if turn % 2:
            entries[7] = Entry(serials[7], reason=FLAGS.superseded)
        der = make_list(CA, entries)
        parsed = x509.load_der_x509_crl(der)
        for serial in [*serials[:6], serials[0] + 1, generator.randrange(1, 1 << 31)]:
            holder = pki.parsed(HOLDER)
            sought = Sought(replaced_serial(holder, serial), CA.certificate)
            found = judge_list(io.BytesIO(der), sought, SOURCE, NOW)
            wanted = parsed.get_revoked_certificate_by_serial_number(serial)
            assert found.state is (GOOD if wanted is None else REVOKED), found


def unlimited_read(stream: io.BytesIO, count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise crl_scan.ScanError("truncated")
    return data


def replaced_serial(holder: Certificate, serial: int) -> Certificate:
    return replace(holder, serial=serial)


class ChangingFile(io.BytesIO):
    """A file whose content is another one from the second reading of its entries on."""

    def __init__(self, first: bytes, then: bytes) -> None:
        super().__init__(first)
        self._then, self._seeks = then, 0

    def seek(self, offset: int, whence: int = 0) -> int:
        self._seeks += 1
        if self._seeks == 4:  # its size, its head, the first pass, the second pass
            self.getbuffer()[:] = self._then
        return super().seek(offset, whence)


def test_a_list_that_changes_while_it_is_read_is_refused() -> None:
    first = make_list(CA, listed())
    number = SERIAL.to_bytes(4, "big")
    changing = ChangingFile(first, first.replace(number, b"\x07\x05\xd9\x9f"))
    sought = Sought(pki.parsed(HOLDER), CA.certificate)
    found = judge_list(changing, sought, SOURCE, NOW)
    assert (found.state, found.detail) == (UNCHECKED, "changed")


def test_the_same_file_unchanged_is_believed() -> None:
    first = make_list(CA, listed())
    sought = Sought(pki.parsed(HOLDER), CA.certificate)
    assert judge_list(ChangingFile(first, first), sought, SOURCE, NOW).state is REVOKED


def test_short_numbers_that_occur_everywhere() -> None:
    holder = pki.make_holder(CA, serial=1)
    entries = [Entry(serial) for serial in range(2, 3000)]
    assert judge(make_list(CA, entries), holder).state is GOOD
    assert judge(make_list(CA, [*entries, Entry(1)]), holder).state is REVOKED
