"""The door to the keyring, against gnome-keyring: unlocked, locked, absent; and broken ones."""

import logging
import threading
import time
import traceback
from typing import NoReturn

import pytest

from jpki_desktop.errors import KeyringError
from jpki_desktop.settings import ProxyPassword
from jpki_desktop.settings.secrets import Secrets, system_keyring
from support.leak_search import find_leaks
from support.secret_service import SessionBus

# keyring leaves connections open when the keyring is locked.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

SECRET = "Zq8mVw2kLr5xTn7b"
ADDRESS = "proxy.example.jp:8080"


def buffer() -> bytearray:
    return bytearray(SECRET, "utf-8")


@pytest.mark.peer
def test_unlocked(bus: SessionBus) -> None:
    bus.start_keyring(unlocked=True)
    secrets = Secrets()
    assert secrets.available()
    assert secrets.get("a") is None
    secrets.keep("a", buffer())
    secrets.keep("b", bytearray("日本語 ü", "utf-8"))
    assert secrets.get("a") == bytearray(SECRET.encode())
    assert secrets.get("b") == bytearray("日本語 ü".encode())
    secrets.keep("a", bytearray(b"another"))
    assert secrets.get("a") == bytearray(b"another")
    secrets.remove("a")
    secrets.remove("a")
    assert secrets.get("a") is None
    assert secrets.get("b") is not None


@pytest.mark.peer
def test_what_is_kept_is_there_after_a_new_start_and_not_in_plain_text(bus: SessionBus) -> None:
    bus.start_keyring(unlocked=True)
    Secrets().keep("a", buffer())
    bus.stop_keyring()
    assert bus.files
    assert not find_leaks(SECRET, {path.name: path.read_bytes() for path in bus.files})
    bus.start_keyring(unlocked=True)
    assert Secrets().get("a") == bytearray(SECRET.encode())


@pytest.mark.peer
def test_locked(bus: SessionBus) -> None:
    bus.start_keyring(unlocked=True)
    Secrets().keep("a", buffer())
    bus.stop_keyring()
    bus.start_keyring(unlocked=False)
    secrets = Secrets()
    assert secrets.available()
    with pytest.raises(KeyringError, match="locked"):
        secrets.get("a")
    with pytest.raises(KeyringError, match="locked"):
        secrets.keep("a", bytearray(b"x"))
    with pytest.raises(KeyringError, match="locked"):
        secrets.remove("a")
    bus.stop_keyring()
    bus.start_keyring(unlocked=True)
    assert Secrets().get("a") == bytearray(SECRET.encode())


@pytest.mark.peer
def test_absent(bus: SessionBus) -> None:
    del bus
    secrets = Secrets()
    assert not secrets.available()
    with pytest.raises(KeyringError) as caught:
        secrets.keep("a", buffer())
    assert caught.value.reason == "absent"


def test_no_bus_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    assert not Secrets().available()
    with pytest.raises(KeyringError) as caught:
        Secrets().get("a")
    assert caught.value.reason in ("absent", "failed")


@pytest.mark.peer
@pytest.mark.parametrize(
    "named", ["keyring.backends.null.Keyring", "keyrings.alt.file.PlaintextKeyring"]
)
def test_no_configuration_puts_another_keyring_in_its_place(
    bus: SessionBus, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    """Elsewhere these words choose what throws passwords away, or writes them into a file."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", named)
    assert not Secrets().available()
    bus.start_keyring(unlocked=True)
    assert type(system_keyring()).__module__ == "keyring.backends.SecretService"
    Secrets().keep("a", buffer())
    assert Secrets().get("a") == bytearray(SECRET.encode())


class Raising:
    """A keyring that fails and says too much."""

    def get_password(self, _service: str, username: str) -> NoReturn:
        raise OSError(SECRET + username)

    def set_password(self, _service: str, username: str, password: str) -> NoReturn:
        message = f"could not store {password} of {username}"
        raise ValueError(message)

    delete_password = get_password


def test_what_a_keyring_says_of_a_secret_is_told_to_nobody(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    secrets = Secrets(Raising)
    with pytest.raises(KeyringError) as caught:
        secrets.keep("a", buffer())
    said = "".join(traceback.format_exception(caught.value))
    assert caught.value.reason == "failed"
    assert caplog.text
    assert not find_leaks(SECRET, {"traceback": said, "log": caplog.text})
    # The search finds it where it is.
    with pytest.raises(ValueError, match="could not") as planted:
        Raising().set_password("", "", SECRET)
    assert find_leaks(SECRET, {"x": "".join(traceback.format_exception(planted.value))})


def test_a_keyring_that_hangs_holds_nobody() -> None:
    released = threading.Event()

    class Hanging(Raising):
        def get_password(self, _service: str, username: str) -> NoReturn:
            released.wait(30)
            raise OSError(username)

    with pytest.raises(KeyringError) as caught:
        Secrets(Hanging, patience=0.1).get("a")
    assert caught.value.reason == "slow"
    released.set()


# --- the password of the proxy ------------------------------------------------------------------


class InMemory:
    """A keyring that keeps, and counts how often it was asked."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.asked = 0

    def get_password(self, _service: str, username: str) -> str | None:
        self.asked += 1
        return self.kept.get(username)

    def set_password(self, _service: str, username: str, password: str) -> None:
        self.kept[username] = password

    def delete_password(self, _service: str, username: str) -> None:
        del self.kept[username]


def test_a_password_belongs_to_one_user_at_one_proxy() -> None:
    keyring = InMemory()
    user = ["taro"]
    password = ProxyPassword(lambda: user[0], Secrets(lambda: keyring))
    password.give(ADDRESS, "taro", buffer(), keep=True)
    assert password.account(ADDRESS) == bytearray(f"taro:{SECRET}".encode())
    assert password.account("other.example.jp:8080") is None
    again = ProxyPassword(lambda: user[0], Secrets(lambda: keyring))
    assert again.account(ADDRESS) == bytearray(f"taro:{SECRET}".encode())
    user[0] = "hanako"
    assert again.account(ADDRESS) is None
    user[0] = ""
    assert again.account(ADDRESS) is None


def test_the_keyring_is_asked_once() -> None:
    keyring = InMemory()
    password = ProxyPassword(lambda: "taro", Secrets(lambda: keyring))
    for _ in range(3):
        assert password.account(ADDRESS) is None
    assert keyring.asked == 1


def test_without_keeping_nothing_is_kept() -> None:
    keyring = InMemory()
    password = ProxyPassword(lambda: "taro", Secrets(lambda: keyring))
    password.give(ADDRESS, "taro", buffer(), keep=False)
    assert password.account(ADDRESS) is not None
    assert not keyring.kept


def test_a_password_that_cannot_be_kept_holds_for_this_run() -> None:
    password = ProxyPassword(lambda: "taro", Secrets(Raising))
    with pytest.raises(KeyringError):
        password.give(ADDRESS, "taro", buffer(), keep=True)
    assert password.account(ADDRESS) == bytearray(f"taro:{SECRET}".encode())


def test_forgetting() -> None:
    keyring = InMemory()
    password = ProxyPassword(lambda: "taro", Secrets(lambda: keyring))
    held = buffer()
    password.give(ADDRESS, "taro", held, keep=True)
    password.forget(ADDRESS, "taro")
    assert not keyring.kept
    assert not any(held)
    assert password.account(ADDRESS) is None


def test_the_end_wipes() -> None:
    password = ProxyPassword(lambda: "taro")
    held, replaced = buffer(), buffer()
    password.give(ADDRESS, "taro", replaced, keep=False)
    password.give(ADDRESS, "taro", held, keep=False)
    assert not any(replaced)
    password.close()
    assert not any(held)


def test_a_locked_keyring_is_remembered_for_the_question() -> None:
    password = ProxyPassword(lambda: "taro", Secrets(Raising))
    assert password.account(ADDRESS) is None
    assert password.problem is not None
    assert password.problem.reason == "failed"


def test_a_keyring_that_hangs_does_not_hold_up_the_end() -> None:
    begun, released = threading.Event(), threading.Event()

    class Hanging(InMemory):
        def get_password(self, _service: str, username: str) -> str:
            begun.set()
            released.wait(30)
            return f"late answer for {username}"

    password = ProxyPassword(lambda: "taro", Secrets(Hanging))
    held = buffer()
    password.give("other:1", "taro", held, keep=False)
    answers: list[bytearray | None] = []
    asking = threading.Thread(target=lambda: answers.append(password.account(ADDRESS)))
    asking.start()
    assert begun.wait(5)
    begin = time.monotonic()
    password.close()
    assert time.monotonic() - begin < 10
    assert not any(held)
    released.set()
    asking.join(5)
    # What comes after the end is not kept in memory.
    assert answers == [None]


def test_what_is_typed_while_the_keyring_is_asked_is_used() -> None:
    begun, released = threading.Event(), threading.Event()

    class Slow(InMemory):
        def get_password(self, _service: str, _username: str) -> str:
            begun.set()
            released.wait(30)
            return "from the keyring"

    password = ProxyPassword(lambda: "taro", Secrets(Slow))
    asking = threading.Thread(target=lambda: password.account(ADDRESS))
    asking.start()
    assert begun.wait(5)
    password.give(ADDRESS, "taro", buffer(), keep=False)
    released.set()
    asking.join(5)
    assert password.account(ADDRESS) == bytearray(b"taro:") + buffer()


def test_a_slow_keyring_keeps_the_password_and_not_what_it_was_wiped_with() -> None:
    begun, released, kept = threading.Event(), threading.Event(), threading.Event()
    keyring = InMemory()

    def slow() -> InMemory:
        begun.set()
        released.wait(30)
        return keyring

    class Told(InMemory):
        def set_password(self, service: str, username: str, password: str) -> None:
            super().set_password(service, username, password)
            kept.set()

    keyring = Told()
    held = buffer()
    with pytest.raises(KeyringError):
        Secrets(slow, patience=0.1).keep("a", held)
    held[:] = bytes(len(held))
    released.set()
    assert kept.wait(5)
    assert keyring.kept == {"a": buffer().decode()}
