"""OpenSC, written by others, takes the virtual card for a My Number card.

What passes here is witnessed by a program that knows real cards; tests/README.md lists the rest.
"""

import hashlib
import re
import subprocess
from pathlib import Path

import pytest

from jpki_desktop.emulator import make_card
from support.virtual_reader import VirtualReader

pytestmark = [
    pytest.mark.pcsc,
    pytest.mark.peer,
]

MODULE = "/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so"


@pytest.fixture
def opensc(
    virtual_reader: VirtualReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> VirtualReader:
    """The inserted card, with OpenSC kept from reading old answers out of its cache."""
    configuration = tmp_path / "opensc.conf"
    configuration.write_text("app default { framework pkcs15 { use_file_caching = no; } }\n")
    monkeypatch.setenv("OPENSC_CONF", str(configuration))
    virtual_reader.insert()
    return virtual_reader


def run(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    text = done.stdout + done.stderr
    assert done.returncode == 0, text
    return text


def refused(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode != 0, done.stdout
    return done.stderr


def verify(identifier: str, password: str) -> tuple[str, ...]:
    return ("pkcs15-tool", "--verify-pin", "--auth-id", identifier, "--pin", password)


def pem_to_der(path: Path) -> bytes:
    command = ("openssl", "x509", "-in", str(path), "-outform", "DER")
    return subprocess.run(command, capture_output=True, check=True).stdout


def tries_left() -> dict[str, int]:
    text = run("pkcs15-tool", "--list-pins")
    names = re.findall(r"PIN \[(.+)\]", text)
    counts = [int(count) for count in re.findall(r"Tries left\s*: (\d+)", text)]
    return dict(zip(names, counts, strict=True))


def test_card_is_recognised(opensc: VirtualReader) -> None:
    assert "jpki" in run("opensc-tool", "--name")


@pytest.mark.parametrize(
    ("identifier", "attribute", "password"),
    [
        ("1", "auth_certificate", None),
        ("2", "sign_certificate", "ABC123"),
        ("3", "auth_ca_certificate", None),
        ("4", "sign_ca_certificate", None),
    ],
)
def test_certificates_are_read_unchanged(
    opensc: VirtualReader, tmp_path: Path, identifier: str, attribute: str, password: str | None
) -> None:
    file = tmp_path / "certificate.pem"
    words = ["pkcs15-tool", "--read-certificate", identifier, "--output", str(file)]
    if password is not None:
        words += ["--verify-pin", "--auth-id", "2", "--pin", password]
    run(*words)
    contents = make_card(state_dir=opensc.state_dir).contents
    assert pem_to_der(file) == getattr(contents, attribute)


def test_sign_certificate_needs_its_password(opensc: VirtualReader, tmp_path: Path) -> None:
    file = tmp_path / "certificate.pem"
    refused("pkcs15-tool", "--read-certificate", "2", "--output", str(file))
    assert not file.exists() or not file.read_bytes()


def test_tries_left_are_listed(opensc: VirtualReader) -> None:
    assert sorted(tries_left().values()) == [3, 5]


@pytest.mark.parametrize(
    ("identifier", "wrong", "right", "full"),
    [("1", "9999", "1234", 3), ("2", "ZZZ999", "ABC123", 5)],
)
def test_wrong_password_costs_a_try_and_the_right_one_restores_it(
    opensc: VirtualReader, identifier: str, wrong: str, right: str, full: int
) -> None:
    assert "PIN code or key incorrect" in refused(*verify(identifier, wrong))
    other = 8 - full
    assert sorted(tries_left().values()) == sorted((full - 1, other))
    run(*verify(identifier, right))
    assert sorted(tries_left().values()) == sorted((full, other))


def test_password_is_locked_after_the_last_try(opensc: VirtualReader) -> None:
    # OpenSC opens a card with a locked password only when the counter query answers 63C0.
    opensc.quirk("blocked-63c0")
    for _ in range(3):
        refused(*verify("1", "9999"))
    refused(*verify("1", "1234"))
    assert sorted(tries_left().values()) == [0, 5]


@pytest.mark.parametrize(
    ("identifier", "login", "password", "attribute"),
    [
        ("01", "User Authentication PIN", "1234", "auth_certificate"),
        ("02", "Digital Signature PIN", "ABC123", "sign_certificate"),
    ],
)
def test_signature_by_pkcs11_is_verified_by_openssl(
    opensc: VirtualReader,
    tmp_path: Path,
    *,
    identifier: str,
    login: str,
    password: str,
    attribute: str,
) -> None:
    message, signature = tmp_path / "message", tmp_path / "signature"
    message.write_bytes(b"to be signed")
    slot = token_index(login)
    run(
        *("pkcs11-tool", "--module", MODULE, "--slot-index", slot, "--login", "--pin", password),
        *("--sign", "--mechanism", "SHA256-RSA-PKCS", "--id", identifier),
        *("--input-file", str(message), "--output-file", str(signature)),
    )
    check_with_openssl(opensc, tmp_path, attribute)


@pytest.mark.parametrize(
    ("identifier", "password", "attribute"),
    [("1", "1234", "auth_certificate"), ("2", "ABC123", "sign_certificate")],
)
def test_signature_by_pkcs15_is_verified_by_openssl(
    opensc: VirtualReader, tmp_path: Path, identifier: str, password: str, attribute: str
) -> None:
    message, digest = tmp_path / "message", tmp_path / "digest"
    message.write_bytes(b"to be signed")
    digest.write_bytes(hashlib.sha256(message.read_bytes()).digest())
    run(
        *("pkcs15-crypt", "--sign", "--key", identifier, "--pin", password, "--pkcs1", "--sha-256"),
        *("--raw", "--input", str(digest), "--output", str(tmp_path / "signature")),
    )
    check_with_openssl(opensc, tmp_path, attribute)


def test_signature_over_another_message_fails(opensc: VirtualReader, tmp_path: Path) -> None:
    test_signature_by_pkcs15_is_verified_by_openssl(
        opensc, tmp_path, "1", "1234", "auth_certificate"
    )
    (tmp_path / "message").write_bytes(b"something else")
    with pytest.raises(AssertionError):
        check_with_openssl(opensc, tmp_path, "auth_certificate")


def token_index(label: str) -> str:
    text = run("pkcs11-tool", "--module", MODULE, "--list-token-slots")
    labels = re.findall(r"token label\s*: (.+)", text)
    return str(next(index for index, found in enumerate(labels) if label in found))


def check_with_openssl(reader: VirtualReader, directory: Path, attribute: str) -> None:
    der, pem = directory / "signer.der", directory / "signer.pem"
    der.write_bytes(getattr(make_card(state_dir=reader.state_dir).contents, attribute))
    key = run("openssl", "x509", "-inform", "DER", "-in", str(der), "-pubkey", "-noout")
    pem.write_text(key)
    run(
        *("openssl", "dgst", "-sha256", "-verify", str(pem)),
        *("-signature", str(directory / "signature"), str(directory / "message")),
    )
