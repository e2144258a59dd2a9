"""`jpki diagnose`: every step, the exit code, JSON, and the report in a file."""

import json
import stat
from pathlib import Path

import pytest

from cli.conftest import InProcess, Program
from jpki_desktop.operations.diagnosis import Step

DEMO = ("--demo", "--demo-card")


@pytest.mark.parametrize(
    ("persona", "code", "result", "failed"),
    [
        ("mynumber", 0, "ok", []),
        ("one-try", 0, "attention", []),
        ("licence", 1, "failed", ["applet"]),
        ("sign-locked", 1, "failed", ["sign-password"]),
        ("expired", 1, "failed", ["auth-certificate"]),
        ("revoked", 1, "failed", ["server"]),
    ],
)
def test_exit_code_and_json(
    jpki: InProcess, persona: str, code: int, result: str, failed: list[str]
) -> None:
    outcome = jpki(*DEMO, persona, "diagnose", "--json")
    assert outcome.code == code
    said = json.loads(outcome.text)
    assert (said["result"], said["failed"], said["demo"]) == (result, failed, True)
    assert [step["step"] for step in said["steps"]] == [step.value for step in Step]
    assert "sign-certificate" in said["not_checked"]
    assert all(step["code"].startswith("JD-2") for step in said["steps"])
    assert all(step["title"] and step["detail"] for step in said["steps"])
    # What was not tried is not told as if it had been.
    assert all(bool(step["tried"]) is (step["code"] != "JD-2001") for step in said["steps"])


def test_it_never_says_more_than_it_looked_at(jpki: InProcess) -> None:
    text = jpki("--lang", "en", "--demo", "diagnose").text
    assert "What was checked works." in text
    assert "Not checked: Digital signature certificate." in text


def test_a_report_is_written_once_and_never_over_a_file(jpki: InProcess, tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    assert jpki("--lang", "en", "--demo", "diagnose", "--report", str(target)).code == 0
    text = target.read_text("utf-8")
    assert "JD-2010" in text
    assert "Serial number" not in text
    again = jpki("--demo", "diagnose", "--report", str(target))
    assert again.code == 2
    assert "JD-1402" in again.err
    assert target.read_text("utf-8") == text


def test_extras_are_named_one_by_one(jpki: InProcess, tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    words = ("diagnose", "--include", "certificate", "--report", str(target))
    assert jpki("--lang", "en", "--demo", *words).code == 0
    assert "Serial number" in target.read_text("utf-8")
    refused = jpki("--demo", "diagnose", "--include", "everything")
    assert refused.code == 2


def test_the_log_of_a_real_run_is_private_and_holds_the_code(
    program: Program, own_folders: Path, tmp_path: Path
) -> None:
    """No service runs at this socket, which is the error that is shown and logged."""
    nowhere = str(tmp_path / "no-service")
    done = program("--lang", "en", "readers", PCSCLITE_CSOCK_NAME=nowhere)
    assert done.code == 3
    (log,) = own_folders.rglob("terminal.log")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert "shown: JD-1001" in log.read_text("utf-8")
    report = tmp_path / "report.txt"
    program("diagnose", "--report", str(report), PCSCLITE_CSOCK_NAME=nowhere)
    assert (
        "JD-1001" in report.read_text("utf-8").partition("JD-2111")[2]
        or "JD-1001" in (report.read_text("utf-8").partition("JD-2110")[2])
    )


def test_a_log_that_cannot_be_written_is_said_and_stops_nothing(
    program: Program, own_folders: Path, tmp_path: Path
) -> None:
    (own_folders / "XDG_STATE_HOME").touch()
    nowhere = str(tmp_path / "no-service")
    done = program("--lang", "en", "diagnose", PCSCLITE_CSOCK_NAME=nowhere)
    assert done.code == 1
    assert done.text.count("The log cannot be written") == 1
    assert done.err == ""
