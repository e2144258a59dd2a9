"""What is remembered of requests: on the disk, without serial numbers, and how long it counts."""

import json
import stat
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from jpki_desktop.errors import RequestNotKeptError
from jpki_desktop.revocation_request.model import RequestState
from jpki_desktop.revocation_request.requests import RequestStore
from jpki_desktop.settings import InstallationSecret
from support import pki
from support.cmp import make_request
from support.pki import DAY, NOW

CA = pki.make_authority()
HOLDER = pki.make_holder(CA)
REQUEST = make_request(HOLDER, pki.rsa_key("holder"), CA.x509)
CERTIFICATE = REQUEST.certificate
NAME = REQUEST.transaction_id.hex().upper()
OTHER = pki.parsed(pki.make_holder(CA, serial=0x0705D991))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "revocation-requests.json"


@pytest.fixture
def secret(tmp_path: Path) -> InstallationSecret:
    return InstallationSecret(tmp_path / "secret")


@pytest.fixture
def store(path: Path, secret: InstallationSecret) -> RequestStore:
    return RequestStore(path, secret)


def test_survives_the_program(store: RequestStore, path: Path, tmp_path: Path) -> None:
    store.remember(REQUEST, NOW)
    again = RequestStore(path, InstallationSecret(tmp_path / "secret"))
    assert again.is_open(CERTIFICATE, NOW)
    assert not again.is_open(OTHER, NOW)
    (found,) = again.requests()
    assert (found.transaction_id, found.server) == (NAME, REQUEST.server.url)
    assert (found.state, found.sent_at) == (RequestState.UNKNOWN, NOW)


def test_the_file_tells_nothing_of_the_certificate(store: RequestStore, path: Path) -> None:
    store.remember(REQUEST, NOW)
    text = path.read_text()
    for telling in (CERTIFICATE.serial_hex, CERTIFICATE.serial_decimal, CERTIFICATE.sha256):
        assert telling.lower() not in text.lower()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert set(json.loads(text)[0]) == {
        *("transaction_id", "certificate", "server", "state", "sent_at", "answered_at"),
    }


@pytest.mark.parametrize(
    ("state", "after", "counts"),
    [
        (RequestState.ACCEPTED, 400 * DAY, True),
        (RequestState.PENDING, 400 * DAY, True),
        (RequestState.UNKNOWN, 6 * DAY, True),
        (RequestState.UNKNOWN, 8 * DAY, False),
        (RequestState.REFUSED, timedelta(), False),
    ],
)
def test_what_counts(
    store: RequestStore, state: RequestState, after: timedelta, counts: bool
) -> None:
    store.remember(REQUEST, NOW)
    store.answered(NAME, state, NOW)
    assert store.is_open(CERTIFICATE, NOW + after) is counts
    assert store.requests()[0].answered_at == NOW


def test_forgetting(store: RequestStore) -> None:
    other = make_request(HOLDER, pki.rsa_key("holder"), CA.x509)
    for one in (REQUEST, other):
        store.remember(one, NOW)
    store.forget(NAME)
    assert store.is_open(CERTIFICATE, NOW)
    store.forget_all(OTHER)
    assert store.is_open(CERTIFICATE, NOW)
    store.forget_all(CERTIFICATE)
    assert store.requests() == ()


def test_only_so_many(store: RequestStore) -> None:
    for _ in range(103):
        store.remember(REQUEST, NOW)
    assert len(store.requests()) == 100


def test_looking_makes_neither_file_nor_secret(store: RequestStore, tmp_path: Path) -> None:
    assert not store.is_open(CERTIFICATE, NOW)
    store.forget_all(CERTIFICATE)
    assert list(tmp_path.iterdir()) == []


WITHOUT_ZONE = (
    b'[{"transaction_id": "A", "certificate": "b", "server": "s", "state": "unknown", '
    b'"sent_at": "2026-01-01T00:00:00", "answered_at": null}]'
)


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"[7]", b'[{"state": "odd"}]', b"\xff\xfe", b"{}"),
        *(b"[" * 100_000, WITHOUT_ZONE),
    ],
)
def test_a_damaged_file_is_set_aside(
    store: RequestStore, path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert not store.is_open(CERTIFICATE, NOW)
    store.remember(REQUEST, NOW)
    assert store.is_open(CERTIFICATE, NOW)
    if len(content) > 2:
        assert path.with_suffix(".broken").read_bytes() == content
    caplog.clear()


def test_a_folder_that_cannot_be_written(tmp_path: Path, secret: InstallationSecret) -> None:
    (tmp_path / "data").write_text("no folder")
    store = RequestStore(tmp_path / "data" / "revocation-requests.json", secret)
    with pytest.raises(RequestNotKeptError):
        store.remember(REQUEST, NOW)


def test_a_secret_that_cannot_be_kept(tmp_path: Path, path: Path) -> None:
    (tmp_path / "secret").mkdir()
    store = RequestStore(path, InstallationSecret(tmp_path / "secret"))
    with pytest.raises(RequestNotKeptError):
        store.remember(REQUEST, NOW)
    assert not path.exists()


def test_no_damaged_file_is_ever_overwritten(
    store: RequestStore, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.mkdir()
    for number in range(2):
        path.write_text(f"broken {number}")
        store.remember(REQUEST, NOW)
    kept = [path.with_suffix(end).read_text() for end in (".broken", ".broken-2")]
    assert kept == ["broken 0", "broken 1"]
    caplog.clear()


def test_two_programs_at_once_lose_no_request(path: Path, secret: InstallationSecret) -> None:
    stores = [RequestStore(path, secret) for _ in range(12)]
    begin = threading.Barrier(len(stores))

    def send(store: RequestStore) -> None:
        begin.wait()
        store.remember(REQUEST, NOW)

    threads = [threading.Thread(target=send, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(stores[0].requests()) == len(stores)
