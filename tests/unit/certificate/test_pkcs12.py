"""PKCS#12 files of openssl, old and new, and hostile ones."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jpki_desktop.certificate import ber, pkcs12
from jpki_desktop.certificate.ber import BerError
from jpki_desktop.certificate.entries import FileForm
from jpki_desktop.certificate.files import open_bytes
from jpki_desktop.certificate.pkcs12_cost import MOST_ITERATIONS, CostError, check_cost
from jpki_desktop.errors import (
    FileDamagedError,
    FilePasswordError,
    FilePasswordNeededError,
    FileTooCostlyError,
)
from support import certificate_files as made

pytestmark = pytest.mark.peer

FORMS = {
    "new": (),
    "old": ("-legacy",),
    "triple DES": ("-legacy", "-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES"),
    "AES-128": ("-keypbe", "AES-128-CBC", "-certpbe", "AES-128-CBC", "-macalg", "sha384"),
    "open certificates": ("-certpbe", "NONE"),
    "many iterations": ("-iter", "100000"),
    "no key": ("-nokeys",),
}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return made.pkcs12(tmp_path_factory.mktemp("p12"))


def password(text: str = made.PASSWORD) -> bytearray:
    return bytearray(text, "utf-8")


@pytest.mark.parametrize("form", FORMS)
def test_certificates_come_out_and_the_key_does_not(tmp_path: Path, form: str) -> None:
    data = made.pkcs12(tmp_path, *FORMS[form])
    given_password = password()
    found = open_bytes("x", data, given_password)
    assert found.form is FileForm.PKCS12
    assert {entry.der for entry in found.certificates} == set(made.trio())
    assert len(found.entries) == 3
    assert given_password == password()


def test_own_certificate_stands_first(file: bytes) -> None:
    assert open_bytes("x", file, password()).certificates[0].der == made.trio()[1]


def test_password_is_asked_for_first(file: bytes) -> None:
    with pytest.raises(FilePasswordNeededError):
        open_bytes("x", file)


@pytest.mark.parametrize("text", ["", "wrong", made.PASSWORD + " "])
@pytest.mark.parametrize("form", ["new", "old"])
def test_wrong_password_is_an_error_of_its_own(tmp_path: Path, form: str, text: str) -> None:
    with pytest.raises(FilePasswordError):
        open_bytes("x", made.pkcs12(tmp_path, *FORMS[form]), password(text))


@pytest.mark.parametrize("cut", [100, 1000, -1])
def test_cut_file_is_damaged(file: bytes, cut: int) -> None:
    with pytest.raises(FileDamagedError):
        open_bytes("x", file[:cut], password())


def mac_with(iterations: bytes) -> bytes:
    """A PFX whose MAC asks for this many iterations; there is nothing in it."""
    content = made.tlv(0x30, oid("2a864886f70d010701"), made.tlv(0xA0, made.tlv(4, b"\x30\x00")))
    algorithm = made.tlv(0x30, oid("2b0e03021a"), made.tlv(5))
    digest = made.tlv(0x30, algorithm, made.tlv(4, bytes(20)))
    mac = made.tlv(0x30, digest, made.tlv(4, bytes(8)), made.tlv(2, iterations))
    return made.tlv(0x30, made.tlv(2, b"\x03"), content, mac)


def oid(contents: str) -> bytes:
    return made.tlv(6, bytes.fromhex(contents))


def shrouded(algorithm: bytes) -> bytes:
    """A PFX with one shrouded key under this algorithm, and no MAC."""
    key = made.tlv(0x30, algorithm, made.tlv(4, bytes(32)))
    bag = made.tlv(0x30, oid("2a864886f70d010c0a0102"), made.tlv(0xA0, key))
    inner = made.tlv(4, made.tlv(0x30, bag))
    info = made.tlv(0x30, oid("2a864886f70d010701"), made.tlv(0xA0, inner))
    safe = made.tlv(4, made.tlv(0x30, info))
    content = made.tlv(0x30, oid("2a864886f70d010701"), made.tlv(0xA0, safe))
    return made.tlv(0x30, made.tlv(2, b"\x03"), content)


def pbes2(function: bytes) -> bytes:
    cipher = made.tlv(0x30, oid("60864801650304012a"), made.tlv(4, bytes(16)))
    return made.tlv(0x30, oid("2a864886f70d01050d"), made.tlv(0x30, function, cipher))


def number(value: int) -> bytes:
    return made.tlv(2, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def pbkdf2(count: int) -> bytes:
    return made.tlv(
        0x30, oid("2a864886f70d01050c"), made.tlv(0x30, made.tlv(4, bytes(8)), number(count))
    )


def scrypt(cost: int, block: int, lanes: int) -> bytes:
    parameters = made.tlv(0x30, made.tlv(4, bytes(8)), number(cost), number(block), number(lanes))
    return made.tlv(0x30, oid("2b06010401da47040b"), parameters)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "MAC": (lambda: mac_with(b"\x7f\xff\xff\xff"), "iterations"),
    "MAC beyond 64 bits": (lambda: mac_with(b"\x7f" + b"\xff" * 20), "iterations"),
    "PBKDF2": (lambda: shrouded(pbes2(pbkdf2(2**31 - 1))), "iterations"),
    "PBE": (
        lambda: shrouded(
            made.tlv(
                0x30,
                oid("2a864886f70d010c0103"),
                made.tlv(0x30, made.tlv(4, bytes(8)), number(2**31 - 1)),
            )
        ),
        "iterations",
    ),
    "scrypt with memory": (lambda: shrouded(pbes2(scrypt(2**24, 8, 1))), "memory"),
    "scrypt with time": (lambda: shrouded(pbes2(scrypt(2**14, 8, 30))), "iterations"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_costs_are_refused_before_anything_is_computed(name: str) -> None:
    data, what = HOSTILE[name][0](), HOSTILE[name][1]
    start = time.process_time()
    with pytest.raises(FileTooCostlyError) as caught:
        open_bytes("x", data, password())
    assert time.process_time() - start < 1
    assert caught.value.what == what


def test_costs_are_added_up() -> None:
    half = MOST_ITERATIONS // 2 + 1
    check_cost(shrouded(pbes2(pbkdf2(half))))
    key = made.tlv(0x30, pbes2(pbkdf2(half)), made.tlv(4, bytes(32)))
    bag = made.tlv(0x30, oid("2a864886f70d010c0a0102"), made.tlv(0xA0, key))
    info = made.tlv(
        0x30, oid("2a864886f70d010701"), made.tlv(0xA0, made.tlv(4, made.tlv(0x30, bag, bag)))
    )
    content = made.tlv(
        0x30, oid("2a864886f70d010701"), made.tlv(0xA0, made.tlv(4, made.tlv(0x30, info)))
    )
    with pytest.raises(CostError):
        check_cost(made.tlv(0x30, made.tlv(2, b"\x03"), content))


@pytest.mark.parametrize(
    "data",
    [
        b"\x30\x00",
        mac_with(b"\x00"),
        mac_with(b"\xff"),
        shrouded(made.tlv(0x30, oid("2a0304"), made.tlv(0x30))),
        shrouded(pbes2(made.tlv(0x30, oid("2a0304"), made.tlv(0x30)))),
        shrouded(pbes2(scrypt(0, 8, 1))),
    ],
)
def test_unknown_forms_are_damage(data: bytes) -> None:
    with pytest.raises(BerError):
        check_cost(data)


def test_pieces_of_ber_hide_nothing() -> None:
    """Java writes octets in pieces; the counts inside are found all the same."""
    whole = shrouded(pbes2(pbkdf2(2**31 - 1)))
    outer = ber.element_at(whole, 0, len(whole))
    version, content = ber.children(whole, outer)
    kind, explicit = ber.children(whole, content)
    safe = ber.octets(whole, next(ber.children(whole, explicit)))
    pieces = [made.tlv(4, safe[at : at + 7]) for at in range(0, len(safe), 7)]
    data = made.indefinite(
        0x30,
        ber.raw(whole, version),
        made.indefinite(
            0x30,
            ber.raw(whole, kind),
            made.indefinite(0xA0, made.indefinite(0x24, *pieces)),
        ),
    )
    with pytest.raises(CostError):
        check_cost(data)


def test_a_process_that_takes_too_long_is_ended(
    file: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pkcs12, "_COMMAND", ("sleep", "60"))
    monkeypatch.setattr(pkcs12, "MOST_SECONDS", 0.3)
    start = time.monotonic()
    with pytest.raises(FileTooCostlyError) as caught:
        open_bytes("x", file, password())
    assert caught.value.what == "seconds"
    assert time.monotonic() - start < 10


def test_giving_up_ends_the_process(file: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pkcs12, "_COMMAND", ("sleep", "60"))
    start = time.monotonic()

    def give_up(end: Callable[[], None]) -> None:
        threading.Timer(0.2, end).start()

    with pytest.raises(FileDamagedError):
        open_bytes("x", file, password(), on_start=give_up)
    assert time.monotonic() - start < 10


def test_a_missing_program_is_an_error_in_words(
    file: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pkcs12, "_COMMAND", ("/nonexistent/python",))
    with pytest.raises(FileDamagedError):
        open_bytes("x", file, password())


def test_a_program_whose_places_python_does_not_know_opens_one_too(
    file: bytes, tmp_path: Path
) -> None:
    """As when installed: nothing but the start script says where the modules are."""
    (tmp_path / "x.p12").write_bytes(file)
    program = f"""
import sys
sys.path += {[place for place in sys.path if Path(place).is_absolute()]!r}
from jpki_desktop.certificate.files import open_certificate_file
opened = open_certificate_file({str(tmp_path / "x.p12")!r}, bytearray({bytes(password())!r}))
print(len(opened.entries))
"""
    # Outside of .venv, whose Python would find the modules by itself.
    python = str(Path(sys.executable).resolve())
    done = subprocess.run(
        [python, "-I", "-S", "-c", program], capture_output=True, text=True, check=False
    )
    assert int(done.stdout) > 0, done.stderr


def test_the_password_is_on_no_command_line_and_in_no_environment(
    file: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    secret = "geheim-4711"
    seen = tmp_path / "seen"
    program = (
        f"import os, sys; open({str(seen)!r}, 'w').write(repr((sys.argv, dict(os.environ))));"
        "sys.stdout.buffer.write(b'?')"
    )
    monkeypatch.setattr(pkcs12, "_COMMAND", (sys.executable, "-c", program))
    with pytest.raises(FilePasswordError):
        open_bytes("x", file, password(secret))
    assert secret not in seen.read_text()


@settings(max_examples=300)
@given(data=st.data())
def test_costs_of_mutated_files_are_judged_or_refused(file: bytes, data: st.DataObject) -> None:
    mutated = bytearray(file)
    for _ in range(data.draw(st.integers(1, 5))):
        mutated[data.draw(st.integers(0, 300))] = data.draw(st.integers(0, 255))
    with suppress(BerError, CostError):
        check_cost(bytes(mutated))


def test_the_start_programs_of_windows_are_no_interpreter(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """There sys.executable is jpki.exe, which runs one module; Python lies below it."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "jpki.exe"))
    assert pkcs12._interpreter() == str(tmp_path / "jpki.exe")
    (tmp_path / "runtime").mkdir()
    (tmp_path / "runtime" / "python.exe").touch()
    assert pkcs12._interpreter() == str(tmp_path / "runtime" / "python.exe")
