"""`jpki check`: its JSON, its exit codes, its words; with the demo and with files."""

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from cli.conftest import InProcess
from jpki_desktop.certificate.japanese_calendar import JST
from support import pki
from support.pki import DAY, NOW, Entry

KEYS = {
    *("verdict", "trust", "path", "revocation", "reason", "revoked_at", "as_of", "source", "cause"),
}
CA = pki.make_authority()
HOLDER = pki.make_holder(CA)
SIGN = ("check", "sign", "--password-stdin")


@pytest.mark.parametrize(
    ("persona", "words", "verdict", "code"),
    [
        ("mynumber", ("check", "auth"), "valid", 0),
        ("mynumber", SIGN, "valid", 0),
        ("moved", ("check", "auth"), "valid", 0),
        ("moved", SIGN, "revoked", 1),
        ("revoked", ("check", "auth"), "revoked", 1),
        ("revoked", SIGN, "revoked", 1),
        ("on-hold", ("check", "auth"), "on_hold", 1),
        ("expired", ("check", "auth"), "expired", 1),
        ("jlis-test", SIGN, "valid", 0),
    ],
)
def test_demo(
    jpki: InProcess, persona: str, words: tuple[str, ...], verdict: str, code: int
) -> None:
    done = jpki("--demo", "--demo-card", persona, *words, "--json", typed=b"ABC123\n")
    found = json.loads(done.text)
    assert set(found) == KEYS | {"serial", "sha256"}
    assert (found["verdict"], found["trust"], done.code) == (verdict, "demo", code)


def test_words_carry_the_banner_of_the_demo(jpki: InProcess) -> None:
    done = jpki("--demo", "check", "auth")
    assert done.code == 0
    assert done.text.startswith("Demonstration: ")
    assert "\nValid\n" in done.text


def test_wrong_password_is_not_a_verdict(jpki: InProcess) -> None:
    assert jpki("--demo", *SIGN, typed=b"ZZZ999\n").code == 4


def files(folder: Path, entries: list[Entry]) -> tuple[str, str, str]:
    paths = [folder / name for name in ("holder.cer", "ca.cer", "list.crl")]
    paths[0].write_bytes(HOLDER.public_bytes(Encoding.DER))
    paths[1].write_bytes(CA.der)
    paths[2].write_bytes(pki.make_list(CA, entries))
    return str(paths[0]), str(paths[1]), str(paths[2])


@pytest.mark.parametrize(
    ("entries", "verdict", "code"),
    [([], "valid", 0), ([Entry(HOLDER.serial_number)], "revoked", 1)],
)
def test_files(
    jpki: InProcess, tmp_path: Path, entries: list[Entry], verdict: str, code: int
) -> None:
    holder, ca, revocations = files(tmp_path, entries)
    done = jpki("check", holder, "--ca", ca, "--crl", revocations, "--json")
    found = json.loads(done.text)
    assert (found["verdict"], found["trust"], done.code) == (verdict, "given", code)
    assert found["source"] == f"crl {revocations}"
    if code:
        assert (found["reason"], found["revoked_at"][:10]) == (
            "unspecified",
            (NOW - 10 * DAY).astimezone(JST).isoformat()[:10],
        )


def test_certificate_of_an_unknown_authority(jpki: InProcess, tmp_path: Path) -> None:
    holder, _, revocations = files(tmp_path, [])
    done = jpki("check", holder, "--crl", revocations, "--json")
    found = json.loads(done.text)
    assert (found["verdict"], found["reason"], done.code) == ("untrusted", "unknown-authority", 1)


def test_file_that_is_no_certificate(jpki: InProcess, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("hello")
    assert jpki("check", str(tmp_path / "text")).code == 7
    assert jpki("check", str(tmp_path / "missing")).code == 7


def test_a_file_of_several_certificates_is_refused_rather_than_half_checked(
    jpki: InProcess, tmp_path: Path
) -> None:
    pems = [
        jpki("--demo", "show", *words, "--pem", typed=b"ABC123\n").text
        for words in (("auth",), ("auth-ca",), ("sign", "--password-stdin"))
    ]
    both = tmp_path / "both.pem"
    both.write_text("".join(pems), encoding="ascii")
    done = jpki("--demo", "check", str(both), "--json")
    assert done.code == 2
    assert not done.text
    one = tmp_path / "one.pem"
    one.write_text(pems[0] + pems[1], encoding="ascii")
    assert json.loads(jpki("--demo", "check", str(one), "--json").text)["verdict"] == "valid"
