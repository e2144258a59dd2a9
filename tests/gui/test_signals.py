"""A signal ends the window in an orderly way, also while a dialog is open."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_the_window_ends_with_code_zero(tmp_path: Path, number: signal.Signals) -> None:
    tmp_path.chmod(0o700)
    environment = os.environ | {
        "XDG_RUNTIME_DIR": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [str(Path(sys.executable).with_name("jpki-desktop")), "--demo"]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
    try:
        end = time.monotonic() + 20
        while not (tmp_path / "jpki-desktop-demo.socket").exists():
            assert time.monotonic() < end
            time.sleep(0.02)
        time.sleep(0.5)
        process.send_signal(number)
        _, errors = process.communicate(timeout=10)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 0
    assert b"Traceback" not in errors
