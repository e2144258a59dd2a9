"""`jpki inspect`, `jpki serial` and `jpki export`, in process with the demo."""

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from cryptography import x509
from cryptography.x509.oid import NameOID

from cli.conftest import Outcome
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.cli import export, inspect, serial
from jpki_desktop.cli.parser import Parser
from jpki_desktop.cli.session import CardSession, make_environment
from jpki_desktop.errors import JpkiError, OutputExistsError, OutputFolderError
from jpki_desktop.wording.language import language, set_language
from support import certificate_files as made
from unit.certificate import samples

Run = Callable[..., Outcome]
COMMANDS: dict[str, ModuleType] = {"inspect": inspect, "serial": serial, "export": export}


@pytest.fixture
def run(
    demo_state: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """One command by its own module: run(name, words…, typed=…)."""
    assert demo_state.exists()

    def run_one(name: str, *words: object, typed: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
        before = language()
        set_language("en")
        try:
            parser = Parser(prog="jpki")
            parser.add_argument("--json", action="store_true")
            COMMANDS[name].configure(parser)
            arguments = parser.parse_args([str(word) for word in words])
            arguments.demo, arguments.demo_card = True, "mynumber"
            session = CardSession(make_environment(arguments), "")
            code = COMMANDS[name].run(arguments, session)
        finally:
            set_language(before)
        sys.stdout.flush()
        out, err = capsysbinary.readouterr()
        return Outcome(int(code), out, err.decode())

    return run_one


# --- inspect ------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "見本.pem").write_bytes(made.pem(*made.trio()))
    (folder / "list.crl").write_bytes(made.revocation_list())
    (folder / "request.csr").write_bytes(made.request())
    return folder


def table(outcome: Outcome) -> list[list[str]]:
    assert outcome.out.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(outcome.text.removeprefix("\ufeff"), newline="")))


def test_inspect_as_a_table(run: Run, folder: Path) -> None:
    outcome = run("inspect", folder, "--csv")
    assert (outcome.code, outcome.err) == (0, "")
    head, *rows = table(outcome)
    assert head[3:5] == ["Serial number (hexadecimal)", "Serial number (decimal)"]
    assert all(len(row) == len(head) for row in rows)
    assert [row[1] for row in rows] == [
        "Revocation list",
        "Certificate request",
        "Certificate of the user authentication authority",
        "User authentication certificate",
        "Digital signature certificate",
    ]
    ours = parse_certificate(made.trio()[1])
    assert rows[3][3:6] == [ours.serial_hex, ours.serial_decimal, "2020-03-26"]
    assert rows[3][8] == ours.sha256
    assert rows[0][9] == "Revoked certificates: 3"


def test_unreadable_files_end_with_7_after_all_were_tried(run: Run, folder: Path) -> None:
    (folder / "a").write_bytes(b"nothing")
    for words in (("--csv",), ("--json",), ()):
        outcome = run("inspect", folder, folder / "missing", *words)
        assert outcome.code == 7
        assert outcome.err == ""
        assert parse_certificate(made.trio()[2]).sha256 in outcome.text
    rows = table(run("inspect", folder, folder / "missing", "--csv"))
    assert [row[9][:40] for row in rows if "[JD-" in row[9]] == [
        "There is no certificate in this file [JD",
        "The file cannot be opened [JD-1302]: " + str(folder)[:3],
    ]


def test_inspect_as_json(run: Run, folder: Path) -> None:
    found = json.loads(run("inspect", folder, "--json").out)
    assert [one["kind"] for one in found] == ["crl", "request", "auth-ca", "auth", "sign"]
    assert found[0]["revoked"] == {"count": 3, "all": True}
    assert found[3]["serial"] == {"hex": "678A9E", "decimal": "6785694"}
    assert found[3]["not_after"] == "2020-03-26T23:59:59+09:00"
    (bad,) = json.loads(run("inspect", folder / "missing", "--json").out)
    assert (bad["kind"], bad["error"]["code"]) == ("unreadable", "JD-1302")
    (folder / "none").mkdir()
    assert json.loads(run("inspect", folder / "none", "--json").out) == []


def test_inspect_for_people(run: Run, folder: Path) -> None:
    text = run("inspect", folder / "見本.pem").text
    assert text.count("Serial number (decimal)") == 3
    assert "6785694" in text


def test_inspect_with_the_password_of_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.p12").write_bytes(made.pkcs12(tmp_path))
    without = run("inspect", tmp_path / "a.p12", "--csv")
    assert (without.code, len(table(without))) == (7, 2)
    right = made.PASSWORD.encode() + b"\r\n"
    found = run("inspect", tmp_path / "a.p12", "--csv", "--password-stdin", typed=right)
    assert (found.code, len(table(found))) == (0, 4)
    wrong = run("inspect", tmp_path / "a.p12", "--csv", "--password-stdin", typed=b"x\n")
    assert wrong.code == 7
    assert "JD-1307" in wrong.text


def test_names_that_begin_like_formulas(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.cer").write_bytes(samples.build(subject=formula_name()))
    _, row = table(run("inspect", tmp_path / "a.cer", "--csv"))
    assert row[2].startswith("'=HYPERLINK")


def formula_name() -> x509.Name:
    return samples.name((NameOID.COMMON_NAME, '=HYPERLINK("http://x.invalid")'))


# --- serial -------------------------------------------------------------------------------------


def test_serial(run: Run) -> None:
    assert run("serial", "67:8A:9E").text.split()[-1] == "6785694"
    outcome = run("serial", "６７８", "５６９４")
    assert [line.split()[-1] for line in outcome.text.splitlines()] == [str(0x6785694), "678A9E"]
    assert json.loads(run("serial", "123", "--json").out) == {
        "ambiguous": True,
        "read_as_hexadecimal": {"hex": "0123", "decimal": "291"},
        "read_as_decimal": {"hex": "7B", "decimal": "123"},
    }


def test_unreadable_serial_ends_with_7(run: Run) -> None:
    outcome = run("serial", "xyz")
    assert (outcome.code, outcome.out) == (7, b"")
    assert "JD-1310" in outcome.err


# --- export -------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["auth", "auth-ca", "sign-ca"])
def test_export_to_standard_output(run: Run, which: str) -> None:
    outcome = run("export", which)
    assert outcome.code == 0
    assert parse_certificate(outcome.out).kind.value == which
    assert outcome.err.startswith("For tests")


@pytest.mark.parametrize(
    ("form", "begin"),
    [
        ("pem", b"# For tests"),
        ("text", b"Demonstration: "),
        ("csv", b"\xef\xbb\xbf"),
        ("ics", b"BEGIN:VCALENDAR\r\n"),
    ],
)
def test_export_in_every_form(run: Run, form: str, begin: bytes) -> None:
    assert run("export", "auth", "--form", form).out.startswith(begin)


def test_export_of_the_signature_certificate_warns(run: Run) -> None:
    outcome = run("export", "sign", "--password-stdin", typed=b"ABC123\n")
    assert parse_certificate(outcome.out).kind.value == "sign"
    assert "name, date of birth, sex and address" in outcome.err


def test_export_into_a_file_and_a_folder(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "a.cer"
    outcome = run("export", "auth", "--output", target)
    assert outcome.out == b""
    first = target.read_bytes()
    with pytest.raises(OutputExistsError):
        run("export", "auth-ca", "--output", target)
    assert target.read_bytes() == first
    run("export", "auth-ca", "--output", target, "--overwrite")
    assert parse_certificate(target.read_bytes()).kind.value == "auth-ca"
    target.unlink()
    run("export", "auth", "--output", tmp_path)
    (named,) = tmp_path.glob("*.cer")
    assert named.name.startswith("CertUserAuth20")


def test_export_into_nowhere(run: Run, tmp_path: Path) -> None:
    with pytest.raises(OutputFolderError) as caught:
        run("export", "auth", "--output", tmp_path / "missing" / "a.cer")
    assert isinstance(caught.value, JpkiError)
