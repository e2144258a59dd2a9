"""The process of the program cannot be looked into; shown from inside a child of this test."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")

# PR_GET_DUMPABLE is 3 (linux/prctl.h); 1 is what every program starts with.
_LOOK = """
import ctypes, resource, sys
{act}
dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)
print("seen:", dumpable, resource.getrlimit(resource.RLIMIT_CORE)[0])
"""
_RUN = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.argv[1:] = ["--version"]
from {module} import run
try:
    run()
except SystemExit:
    pass
"""

# The window stands before anything that could hold a secret; it is protected before that is made.
_RUN_WINDOW = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.argv[1:] = ["--demo"]
from jpki_desktop.gui import app, running
def look(self):
    raise RuntimeError("made no world")
running.Running._world = look
try:
    app.run()
except SystemExit as end:
    assert end.code == 1
"""


def seen(act: str) -> str:
    # A limit above zero shows that it was this program that brought it down.
    limited = f"resource.setrlimit(resource.RLIMIT_CORE, (4096, 4096))\n{act}"
    done = subprocess.run(
        [sys.executable, "-c", _LOOK.format(act=limited)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.splitlines()[-1]


def test_without_protection_it_would_be_seen() -> None:
    assert seen("") == "seen: 1 4096"


def test_protected() -> None:
    act = "from jpki_desktop.process_protection import protect_process; protect_process()"
    assert seen(act) == "seen: 0 0"


@pytest.mark.parametrize("act", [_RUN.format(module="jpki_desktop.cli.main"), _RUN_WINDOW])
def test_both_programs_protect_themselves_first(act: str) -> None:
    assert seen(act) == "seen: 0 0"


def test_a_system_that_refuses_is_no_reason_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    import ctypes
    import resource

    from jpki_desktop.process_protection import protect_process

    def refuse(*_: object, **__: object) -> None:
        raise OSError(1, "not permitted")

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    monkeypatch.setattr(resource, "setrlimit", refuse)
    protect_process()
