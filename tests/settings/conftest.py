"""A session bus with a keyring, and a proxy that wants a password, both written by others."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.network_namespace import NetworkNamespace, missing_programs
from support.secret_service import SessionBus
from support.secret_service import missing_programs as missing_for_keyring


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SessionBus]:
    """A bus of this test alone, on which there is no keyring yet."""
    missing = missing_for_keyring()
    if missing:
        pytest.fail(f"make setup installs what is missing here: {', '.join(missing)}")
    found = SessionBus(tmp_path / "bus")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", found.address)
    yield found
    # What keyring left open is closed here, and is not found by another test.
    gc.collect()
    found.close()


@pytest.fixture(scope="session")
def namespace() -> Iterator[NetworkNamespace]:
    """One network for the proxy and the servers behind it."""
    missing = missing_programs("openssl", "tinyproxy")
    if missing:
        pytest.fail(f"make setup installs what is missing here: {', '.join(missing)}")
    found = NetworkNamespace()
    yield found
    found.close()
