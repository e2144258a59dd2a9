"""Files are judged by their content, and nothing in them stops the rest."""

import base64
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from cryptography import x509
from hypothesis import given
from hypothesis import strategies as st

from jpki_desktop.certificate import files
from jpki_desktop.certificate.entries import (
    CertificateEntry,
    Entry,
    FileForm,
    OpenedFile,
    RequestEntry,
    RevocationListEntry,
    Unreadable,
    UnreadableEntry,
)
from jpki_desktop.certificate.files import open_bytes, open_certificate_file
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.errors import (
    FileTooLargeError,
    FileUnreadableError,
    JpkiError,
    NoCertificateFileError,
    NotAFileError,
)
from support import certificate_files as made
from unit.certificate import samples


def opened(data: bytes) -> OpenedFile:
    return open_bytes("x", data)


def ders(found: OpenedFile) -> list[bytes]:
    return [entry.der for entry in found.certificates]


def reasons(found: OpenedFile) -> list[Unreadable]:
    return [entry.reason for entry in found.entries if isinstance(entry, UnreadableEntry)]


def test_the_name_says_nothing(tmp_path: Path) -> None:
    for name in ("a.cer", "a.p12", "a.txt", "証明書", "a"):
        file = tmp_path / name
        file.write_bytes(samples.auth())
        found = open_certificate_file(str(file))
        assert (found.form, len(found.entries)) == (FileForm.DER, 1)
        assert found.path == str(file)


def test_the_whole_certificate_is_there_when_it_is_asked_for() -> None:
    (entry,) = opened(made.trio()[1]).entries
    assert isinstance(entry, CertificateEntry)
    assert entry.certificate() == parse_certificate(made.trio()[1])


@pytest.mark.parametrize(
    ("before", "between", "after"),
    [
        (b"", b"", b""),
        (b"Bag Attributes\n  friendlyName: x\n", b"\r\n\r\nsubject=C = JP\n", b"the end"),
        ("証明書です\n".encode(), b"\xff\xfe\x00", b"\0"),
        (b"\xef\xbb\xbf", b"", b""),
    ],
)
def test_pem_with_anything_around(before: bytes, between: bytes, after: bytes) -> None:
    blocks = between.join(made.pem(der) for der in made.trio())
    found = opened(before + blocks + after)
    assert found.form is FileForm.PEM
    assert ders(found) == list(made.trio())


def test_pem_with_windows_line_ends_and_encodings() -> None:
    text = made.pem(*made.trio()).replace(b"\n", b"\r\n")
    assert ders(opened(text)) == list(made.trio())
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        mark = {"utf-16": "", "utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}[encoding]
        assert ders(opened((mark + text.decode()).encode(encoding))) == list(made.trio())


def test_base64_without_armour() -> None:
    assert ders(opened(base64.encodebytes(made.trio()[1]))) == [made.trio()[1]]


def test_several_der_certificates_one_behind_the_other() -> None:
    assert ders(opened(b"".join(made.trio()))) == list(made.trio())


@pytest.mark.parametrize("behind", [b"\0" * 10, b"\r\n", b"\x30\x82\xff", b"text"])
def test_something_behind_a_certificate_is_said(behind: bytes) -> None:
    found = opened(made.trio()[0] + behind)
    assert ders(found) == [made.trio()[0]]
    assert reasons(found) == [Unreadable.TRAILING]


def test_an_unfinished_block_does_not_swallow_the_next_one() -> None:
    one, two, three = (made.pem(der) for der in made.trio())
    cut = two[: len(two) // 2]
    found = opened(one + cut + three)
    assert ders(found) == [made.trio()[0], made.trio()[2]]
    assert reasons(found) == [Unreadable.DAMAGED]
    assert reasons(opened(one + cut)) == [Unreadable.DAMAGED]


def test_blocks_of_other_kinds() -> None:
    text = b"".join(
        (
            made.private_key(),
            made.pem(made.trio()[0]),
            pem_block("X509 CRL", made.revocation_list()),
            pem_block("NEW CERTIFICATE REQUEST", made.request()),
            pem_block("PKCS7", made.pkcs7_der()),
            pem_block("TRUSTED CERTIFICATE", made.trio()[1] + b"\x30\x00"),
            pem_block("X509 CERTIFICATE", made.trio()[2]),
            pem_block("SOMETHING", b"\x30\x03\x02\x01\x05"),
        )
    )
    names = [type(entry).__name__.removesuffix("Entry") for entry in opened(text).entries]
    assert names == [
        "Unreadable", "Certificate", "RevocationList", "Request",
        "Certificate", "Certificate", "Certificate", "Certificate", "Certificate", "Unreadable",
    ]  # fmt: skip
    assert reasons(opened(text)) == [Unreadable.PRIVATE_KEY, Unreadable.UNKNOWN]


def pem_block(label: str, der: bytes) -> bytes:
    body = base64.encodebytes(der)
    return f"-----BEGIN {label}-----\n".encode() + body + f"-----END {label}-----\n".encode()


def test_private_keys_are_recognised_and_not_read() -> None:
    body = made.private_key().split(b"-----")[2]
    assert reasons(opened(base64.b64decode(body))) == [Unreadable.PRIVATE_KEY]


# --- PKCS#7 -------------------------------------------------------------------------------------


def test_pkcs7_in_der_and_pem() -> None:
    found = opened(made.pkcs7_der())
    assert found.form is FileForm.PKCS7
    assert sorted(ders(found)) == sorted(made.trio())
    assert ders(opened(pem_block("PKCS7", made.pkcs7_der()))) == ders(found)


@pytest.mark.peer
def test_pkcs7_of_openssl_with_a_list(tmp_path: Path) -> None:
    (tmp_path / "all.pem").write_bytes(made.pem(*made.trio()))
    (tmp_path / "crl.pem").write_bytes(pem_block("X509 CRL", made.revocation_list()))
    data = made.openssl(
        "crl2pkcs7", "-in", tmp_path / "crl.pem", "-certfile", tmp_path / "all.pem",
        "-outform", "DER",
    )  # fmt: skip
    found = opened(data)
    assert sorted(ders(found)) == sorted(made.trio())
    assert [type(entry) for entry in found.entries][3:] == [RevocationListEntry]


def ber_pkcs7(*certificates: bytes) -> bytes:
    """The same in BER, as Java and Windows write it."""
    data = made.tlv(0x06, bytes.fromhex("2a864886f70d010701"))
    body = made.indefinite(
        0x30,
        made.tlv(0x02, b"\x01"),
        made.tlv(0x31),
        made.indefinite(0x30, data),
        made.indefinite(0xA0, *certificates),
        made.tlv(0x31),
    )
    signed = made.tlv(0x06, bytes.fromhex("2a864886f70d010702"))
    return made.indefinite(0x30, signed, made.indefinite(0xA0, body))


def test_pkcs7_with_indefinite_lengths() -> None:
    found = opened(ber_pkcs7(*made.trio()))
    assert found.form is FileForm.PKCS7
    assert ders(found) == list(made.trio())


def test_pkcs7_with_one_bad_certificate_keeps_the_others() -> None:
    attribute = made.tlv(0xA2, b"\x30\x00")
    found = opened(ber_pkcs7(made.trio()[0], b"\x30\x03\x02\x01\x05", attribute, made.trio()[2]))
    assert ders(found) == [made.trio()[0], made.trio()[2]]
    assert reasons(found) == [Unreadable.UNKNOWN, Unreadable.ATTRIBUTE_CERTIFICATE]


def test_pkcs7_without_certificates() -> None:
    with pytest.raises(NoCertificateFileError, match="x"):
        opened(ber_pkcs7())


def test_ten_thousand_certificates_and_no_more() -> None:
    found = opened(ber_pkcs7(*[made.trio()[1]] * (files.MOST_ENTRIES + 5)))
    assert len(found.certificates) == files.MOST_ENTRIES
    assert reasons(found) == [Unreadable.TOO_MANY]


def test_deep_nesting_ends() -> None:
    deep = b"\x30\x80" * 100_000
    with pytest.raises(JpkiError):
        opened(deep)
    found = opened(ber_pkcs7(made.trio()[0], b"\x30\x80" * 1000))
    assert reasons(found)


# --- what is no certificate -----------------------------------------------------------------------


def only(data: bytes) -> Entry:
    (entry,) = opened(data).entries
    return entry


def test_revocation_list() -> None:
    entry = only(made.revocation_list(300))
    assert isinstance(entry, RevocationListEntry)
    assert (entry.revoked, entry.counted_all) == (300, True)
    assert entry.this_update == samples.START
    assert entry.next_update is not None
    assert [part.value for part in entry.issuer][:2] == ["JP", "JPKI"]


def test_empty_revocation_list() -> None:
    entry = only(made.revocation_list(0))
    assert isinstance(entry, RevocationListEntry)
    assert (entry.revoked, entry.counted_all) == (0, True)


def test_cut_revocation_list_still_shows_its_head() -> None:
    entry = only(made.revocation_list(300)[:4000])
    assert isinstance(entry, RevocationListEntry)
    assert not entry.counted_all
    assert 50 < entry.revoked < 300


def test_entry_of_an_impossible_length_ends_the_count() -> None:
    """Found by the fuzzer: a length of a hundred octets cannot be stepped over."""
    head = made.huge_list_head(1000, bytes(30))
    good = made.tlv(0x30, bytes(28))
    entry = only(head + good * 3 + b"\x30\xe4" + b"\xff" * 200)
    assert isinstance(entry, RevocationListEntry)
    assert (entry.revoked, entry.counted_all) == (3, False)


def test_request() -> None:
    entry = only(made.request())
    assert isinstance(entry, RequestEntry)
    assert (entry.key.algorithm, entry.key.curve, entry.key.bits) == ("EC", "secp384r1", 384)
    assert [part.value for part in entry.subject] == ["JP", "Sample"]


def test_four_gigabytes_are_answered_at_once(tmp_path: Path) -> None:
    entry = made.tlv(0x30, made.tlv(0x02, b"\x01" * 20), made.tlv(0x17, b"160316012805Z"))
    count = 4 * 1024**3 // len(entry)
    file = tmp_path / "huge.crl"
    with file.open("wb") as out:
        out.write(made.huge_list_head(count, entry))
        out.write(entry * (2 * 1024**2))
        out.truncate(4 * 1024**3)
    start = time.process_time()
    found = open_certificate_file(str(file))
    assert time.process_time() - start < 5
    (one,) = found.entries
    assert isinstance(one, RevocationListEntry)
    assert not one.counted_all
    assert one.revoked > 1_000_000


def test_four_gigabytes_of_anything_else_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "huge.cer"
    with file.open("wb") as out:
        out.write(samples.auth())
        out.truncate(4 * 1024**3)
    with pytest.raises(FileTooLargeError) as caught:
        open_certificate_file(str(file))
    assert caught.value.size == 4 * 1024**3


# --- what is no file ------------------------------------------------------------------------------


def test_special_files_are_refused_without_waiting(tmp_path: Path) -> None:
    fifo, listening = tmp_path / "fifo", tmp_path / "socket"
    os.mkfifo(fifo)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(listening))
        for path, kind in (
            (tmp_path, "folder"),
            (fifo, "pipe"),
            (listening, "socket"),
            ("/dev/null", "device"),
            ("/dev/zero", "device"),
        ):
            with pytest.raises(NotAFileError) as caught:
                open_certificate_file(str(path))
            assert caught.value.reason == kind


@pytest.mark.parametrize("name", ["missing", "a\0b", "x" * 5000])
def test_names_that_lead_nowhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileUnreadableError):
        open_certificate_file(f"{tmp_path}/{name}")


def test_link_loop(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")
    with pytest.raises(FileUnreadableError):
        open_certificate_file(str(tmp_path / "a"))


@pytest.mark.parametrize(
    "data",
    [b"", b"\0", b"hello", b"\x30", b"\x30\x00", b"\x30\x03\x02\x01\x05", b"MII", b"-----BEGIN",
     b"PK\x03\x04" + b"\0" * 100, bytes(1000)],
)  # fmt: skip
def test_what_is_nothing(data: bytes) -> None:
    with pytest.raises(NoCertificateFileError):
        opened(data)


@pytest.mark.parametrize("cut", [50, 200, 700, -1])
def test_truncated_certificate_is_said(cut: int) -> None:
    found = opened(made.trio()[1][:cut])
    assert reasons(found) == [Unreadable.TRUNCATED]


def test_oversized_certificate_is_not_read() -> None:
    big = made.trio()[1][8:]
    data = made.tlv(0x30, made.tlv(0x30, b"\xa0\x03\x02\x01\x02", bytes([4, 0])), big * 1000)
    assert reasons(opened(data)) == [Unreadable.TOO_LARGE]


def test_duplicate_extensions_are_an_entry() -> None:
    first, second = (
        x509.UnrecognizedExtension(x509.ObjectIdentifier(f"2.5.29.{number}"), b"\x05\x00")
        for number in (98, 99)
    )
    der = samples.build([(first, False), (second, False)])
    assert len(opened(der).certificates) == 1
    doubled = der.replace(bytes.fromhex("0603551d63"), bytes.fromhex("0603551d62"))
    (entry,) = opened(doubled).entries
    assert entry == UnreadableEntry(Unreadable.DAMAGED, "duplicate-extension")


MEGABYTE = 1024 * 1024
LARGE: dict[str, Callable[[], bytes]] = {
    "PEM": lambda: made.pem(made.trio()[1]) * 28_000,
    "DER": lambda: made.trio()[1] * 40_000,
    "UTF-16": lambda: "-----BEGIN X-----\n".encode("utf-16") * 1_600_000,
    "nested": lambda: b"\x30\x80" * (30 * MEGABYTE),
    "one block": lambda: pem_block("X509 CRL", made.revocation_list() * 50_000),
}
_CHILD = """
import sys, time
from jpki_desktop.certificate.files import open_certificate_file
from jpki_desktop.errors import JpkiError
try:
    open_certificate_file(sys.argv[1])
except JpkiError:
    pass
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
print(time.process_time())
"""


@pytest.mark.parametrize("name", LARGE)
def test_no_file_takes_200_megabytes_or_long(tmp_path: Path, name: str) -> None:
    file = tmp_path / "large"
    file.write_bytes(LARGE[name]())
    assert 10 * MEGABYTE < file.stat().st_size < 64 * MEGABYTE
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(file)], capture_output=True, text=True, check=True
    )
    kilobytes, seconds = done.stdout.split()
    assert int(kilobytes) < 200_000
    assert float(seconds) < 10


# --- anything at all ------------------------------------------------------------------------------


@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda it: b"\x30" + it))
def test_any_bytes_open_or_are_refused_in_words(data: bytes) -> None:
    with suppress(JpkiError):
        assert opened(data).entries


@given(data=st.data())
def test_mutated_files_open_or_are_refused_in_words(data: st.DataObject) -> None:
    bases = (
        made.pkcs7_der(), made.revocation_list(), made.request(), made.pem(*made.trio()),
        ber_pkcs7(*made.trio()), made.trio()[2],
    )  # fmt: skip
    mutated = bytearray(data.draw(st.sampled_from(bases)))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, 150) | st.integers(0, 2**16)) % len(mutated)
        kind = data.draw(st.integers(0, 2))
        if kind == 0:
            mutated[at] = data.draw(st.integers(0, 255))
        elif kind == 1:
            del mutated[at : at + data.draw(st.integers(1, 40))]
        else:
            mutated[at:at] = data.draw(st.binary(min_size=1, max_size=20))
        if not mutated:
            return
    try:
        found = open_bytes("x", bytes(mutated))
    except JpkiError:
        return
    for entry in found.certificates:
        assert entry.certificate().sha256 == entry.summary.sha256
