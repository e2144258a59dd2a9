"""The Run key, on a registry that is a dictionary: real Windows has not been asked."""

import pytest

from jpki_desktop.errors import LoginStartError
from jpki_desktop.login_start import LoginState, windows
from jpki_desktop.login_start.windows import APPROVED, RUN, VALUE, RunKey


class FakeRegistry:
    def __init__(self) -> None:
        self.user: dict[tuple[str, str], str | bytes] = {}
        self.machine: dict[tuple[str, str], str | bytes] = {}
        self.refuses = False

    def read(self, key: str, name: str, *, machine: bool = False) -> str | bytes | None:
        return (self.machine if machine else self.user).get((key, name))

    def write(self, key: str, name: str, text: str) -> None:
        if self.refuses:
            raise PermissionError(13, "Access is denied")
        self.user[key, name] = text

    def delete(self, key: str, name: str) -> None:
        if self.refuses:
            raise PermissionError(13, "Access is denied")
        self.user.pop((key, name), None)


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> FakeRegistry:
    program = r"C:\Program Files\JPKI Desktop\jpki-desktop.exe"
    monkeypatch.setattr(windows, "start_command", lambda: (program, "--background"))
    return FakeRegistry()


def test_on_and_off_again(registry: FakeRegistry) -> None:
    login = RunKey(registry)
    assert login.state() is LoginState.OFF
    login.enable()
    assert login.state() is LoginState.ON
    assert registry.user == {
        (
            r"Software\Microsoft\Windows\CurrentVersion\Run",
            "JPKI Desktop",
        ): r'"C:\Program Files\JPKI Desktop\jpki-desktop.exe" --background'
    }
    login.disable()
    assert login.state() is LoginState.OFF
    assert not registry.user


def test_a_path_without_a_space_is_quoted_too(
    registry: FakeRegistry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows, "start_command", lambda: (r"C:\JPKI\jpki-desktop.exe", "--b"))
    RunKey(registry).enable()
    assert registry.user[RUN, VALUE] == r'"C:\JPKI\jpki-desktop.exe" --b'


@pytest.mark.parametrize(("first", "state"), [(2, LoginState.ON), (3, LoginState.OFF)])
def test_task_managers_word_counts(registry: FakeRegistry, first: int, state: LoginState) -> None:
    login = RunKey(registry)
    login.enable()
    registry.user[APPROVED, VALUE] = bytes([first]) + bytes(11)
    assert login.state() is state
    login.enable()
    assert login.state() is LoginState.ON


def test_a_machines_key_is_told_and_not_fought(registry: FakeRegistry) -> None:
    registry.machine[RUN, VALUE] = "jpki-desktop.exe --background"
    login = RunKey(registry)
    assert login.state() is LoginState.FOR_ALL
    with pytest.raises(LoginStartError) as caught:
        login.disable()
    assert caught.value.reason == "managed"


def test_refusals_and_long_paths_are_said(
    registry: FakeRegistry, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry.refuses = True
    for change in (RunKey(registry).enable, RunKey(registry).disable):
        with pytest.raises(LoginStartError) as caught:
            change()
        assert caught.value.reason == "Access is denied"
    monkeypatch.setattr(windows, "start_command", lambda: ("C:\\" + "x" * 260, "--background"))
    with pytest.raises(LoginStartError) as caught:
        RunKey(registry).enable()
    assert caught.value.reason == "too-long"
