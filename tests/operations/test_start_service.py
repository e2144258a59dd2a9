"""Starting the service: asked of the system once, and every answer has its word."""

import threading
import time
from pathlib import Path

import pytest

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.errors import CancelledError, ServiceStartError
from jpki_desktop.machine.service import System
from jpki_desktop.operations.start_service import can_start_service, start_service
from support.machines import lay_file, lay_service


def helper(tmp_path: Path, script: str) -> str:
    text = f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\n{script}\n'
    return str(lay_file(tmp_path, "pkexec", text, executable=True))


def asked(tmp_path: Path) -> str:
    return (tmp_path / "asked").read_text()


def test_the_system_is_asked_once_and_for_this_alone(tmp_path: Path) -> None:
    start_service(CancelToken(), helper=helper(tmp_path, "exit 0"))
    assert asked(tmp_path) == "systemctl start pcscd.socket\n"


@pytest.mark.parametrize(("code", "reason"), [(126, "refused"), (127, "refused"), (1, "failed")])
def test_refusals_are_told(tmp_path: Path, code: int, reason: str) -> None:
    with pytest.raises(ServiceStartError) as caught:
        start_service(CancelToken(), helper=helper(tmp_path, f"exit {code}"))
    assert caught.value.reason == reason


def test_a_machine_without_the_helper(tmp_path: Path) -> None:
    with pytest.raises(ServiceStartError) as caught:
        start_service(CancelToken(), helper=str(tmp_path / "nothing"))
    assert caught.value.reason == "missing"


def test_giving_up_takes_the_question_away(tmp_path: Path) -> None:
    cancel = CancelToken()
    threading.Timer(0.2, cancel.cancel).start()
    begun = time.monotonic()
    with pytest.raises(CancelledError):
        start_service(cancel, helper=helper(tmp_path, "exec sleep 20"))
    assert time.monotonic() - begun < 10


def test_a_button_stands_only_where_it_can_work(tmp_path: Path) -> None:
    assert not can_start_service(tmp_path, System.LINUX)
    lay_service(tmp_path, startable=True)
    assert can_start_service(tmp_path, System.LINUX)
    assert not can_start_service(tmp_path, System.WINDOWS)
