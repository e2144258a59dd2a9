"""The background start is light: CPU to idle, wake-ups, and what is not loaded.

Real parts: see `support.desktop_session` for their names and packages.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.desktop_session import DesktopSession
from support.waiting import until

MOST_CPU_SECONDS = 1.0
# The monitor of the readers once a minute, the calendar every five minutes.
MOST_WAKE_UPS_A_MINUTE = 2
LONG = 30


def cpu_seconds(process: subprocess.Popen[bytes]) -> float:
    fields = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wake_ups(process: subprocess.Popen[bytes]) -> int:
    """How often threads of the process have gone to sleep of their own will."""
    return sum(
        int(line.split()[1])
        for task in Path(f"/proc/{process.pid}/task").iterdir()
        for line in (task / "status").read_text().splitlines()
        if line.startswith("voluntary_ctxt_switches")
    )


def idle_program(session: DesktopSession) -> subprocess.Popen[bytes]:
    """The program with a tray, after what it does at the start."""
    session.start_bus()
    session.start_panel()
    program = session.start_program("--background")
    until(lambda: bool(session.items()), LONG)
    time.sleep(5)
    return program


def test_little_cpu_and_then_silence(session: DesktopSession) -> None:
    program = idle_program(session)
    assert cpu_seconds(program) <= MOST_CPU_SECONDS
    before = wake_ups(program)
    time.sleep(5)
    # Without the service the monitor looks again after 4, 8, 16 seconds and so on.
    assert wake_ups(program) - before <= 4
    program.send_signal(signal.SIGTERM)
    assert program.wait(10) == 0


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_wake_ups_in_minutes(session: DesktopSession) -> None:
    program = idle_program(session)
    # Until the steps of the monitor without a service have grown to a minute.
    time.sleep(70)
    before = wake_ups(program)
    time.sleep(180)
    assert wake_ups(program) - before <= 3 * MOST_WAKE_UPS_A_MINUTE


def test_the_main_window_is_not_even_loaded() -> None:
    program = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from jpki_desktop import environment\n"
        "from jpki_desktop.gui.program import Program\n"
        "from jpki_desktop.gui.resident import Resident\n"
        "application = QApplication([])\n"
        "program = Program(environment.demo())\n"
        "resident = Resident(program, application, in_background=True)\n"
        "program.start_in_background()\n"
        "resident.start()\n"
        "QTimer.singleShot(1000, application.quit)\n"
        "application.exec()\n"
        "print(*sorted(sys.modules))\n"
        "{late}"
        "resident.close()\n"
        "program.stop()\n"
    )

    def loaded(late: str = "") -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", program.format(late=late)],
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return set(done.stdout.split())

    heavy = {"jpki_desktop.gui.main_window", "jeepney", "tomlkit", "http.client"}
    assert not loaded() & heavy
    # The guard would notice: the window is there as soon as somebody wants it.
    shown = "program.window\nprint(*sorted(sys.modules))\n"
    assert "jpki_desktop.gui.main_window" in loaded(shown)
