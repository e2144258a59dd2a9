"""The support report as text, and what each of its extras adds."""

from PySide6.QtCore import qVersion

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.errors import UnexpectedError
from jpki_desktop.machine.service import System
from jpki_desktop.operations.support_report import (
    SET,
    DefectReport,
    Extra,
    StepLine,
    SupportReport,
)
from jpki_desktop.wording.dates import day_in_japan, moment_in_japan
from jpki_desktop.wording.diagnosis import describe_outcome, result_word, step_name
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.names import escape_controls


def extra_name(extra: Extra) -> str:
    """Return what an extra adds, for its check box."""
    return {
        Extra.READERS: translate(
            "support_report", "Full names of the readers, with their serial numbers"
        ),
        Extra.CERTIFICATE: translate(
            "support_report",
            "Serial number and dates of the user authentication certificate (no name)",
        ),
        Extra.SETTINGS: translate(
            "support_report", "Settings as they are, with addresses of servers, proxy and files"
        ),
        Extra.COMPUTER: translate("support_report", "Name of this computer"),
        Extra.LOG: translate("support_report", "The last lines of the log"),
    }[extra]


def report_text(report: SupportReport, system: System) -> str:
    """Return the whole report; what is not known is left out."""
    blocks = [
        [translate("support_report", "Support report of JPKI Desktop (unofficial)")],
        _program(report),
        [_heading(translate("support_report", "Diagnosis")), *_steps(report, system)],
        [
            _heading(translate("support_report", "Errors shown lately")),
            " ".join(report.recent_codes) or translate("support_report", "none"),
        ],
        [
            _heading(translate("support_report", "Settings")),
            *(f"{name}: {_setting(value)}" for name, value in report.settings),
        ],
    ]
    if report.certificate is not None:
        blocks.append(_certificate(report.certificate))
    if report.log:
        blocks.append([_heading(translate("support_report", "Log")), *map(_line, report.log)])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _program(report: SupportReport) -> list[str]:
    system = report.about.system
    rows = [
        (translate("support_report", "Made"), moment_in_japan(report.made_at)),
        (translate("support_report", "Version"), f"{report.version} ({report.install_kind})"),
        (translate("support_report", "System"), f"{system.system}, {system.kernel}"),
        (translate("support_report", "Machine"), system.machine),
        (translate("support_report", "Desktop"), f"{system.desktop} {system.session}".strip()),
        (translate("support_report", "Remote session"), _yes_or_no(yes=system.remote)),
        ("Python", system.python),
        ("Qt", qVersion()),
        *system.packages,
        ("pcscd", report.about.pcscd),
        (translate("support_report", "Computer"), report.computer),
    ]
    if report.demo:
        rows.insert(0, (translate("support_report", "Demonstration"), _yes_or_no(yes=True)))
    return [f"{label}: {_line(value)}" for label, value in rows if value]


def _yes_or_no(*, yes: bool) -> str:
    return translate("support_report", "yes") if yes else translate("support_report", "no")


def _steps(report: SupportReport, system: System) -> list[str]:
    return [_step(line, system) for line in report.steps]


def _step(line: StepLine, system: System) -> str:
    """Give the code and what is counted; sentences could carry a name."""
    outcome = line.outcome
    codes = describe_outcome(outcome, system).codes
    number = "" if outcome.number is None else str(outcome.number)
    facts = [outcome.detail, number, line.error_detail, ", ".join(line.names)]
    text = "; ".join(_line(fact) for fact in facts if fact)
    head = f"{codes} {result_word(outcome.result)}: {step_name(outcome.step)}"
    return f"{head} ({text})" if text else head


def _setting(value: str) -> str:
    if value == SET:
        return translate("support_report", "set")
    return _line(value) or translate("support_report", "not set")


def _certificate(certificate: Certificate) -> list[str]:
    period = certificate.period
    return [
        _heading(translate("support_report", "User authentication certificate")),
        translate("support_report", "Serial number: {hex} ({decimal})").format(
            hex=certificate.serial_hex, decimal=certificate.serial_decimal
        ),
        translate("support_report", "Valid from {start} to {end}").format(
            start=day_in_japan(period.not_before), end=day_in_japan(period.not_after)
        ),
    ]


def _heading(text: str) -> str:
    return f"== {text} =="


def _line(text: str) -> str:
    """Keep a name from outside on its line."""
    return escape_controls(text)


def defect_text(report: DefectReport) -> str:
    """Return the report about an unexpected error."""
    system = report.system
    packages = ", ".join(f"{name} {version}" for name, version in system.packages if version)
    lines = [
        translate("support_report", "Fault report of JPKI Desktop (unofficial)"),
        f"{report.kind} [{UnexpectedError.code}]",
        *(f"  {_line(place)}" for place in report.places),
        f"{report.version} ({report.install_kind}), Python {system.python}, Qt {qVersion()}",
        f"{packages}; {system.system}, {system.kernel}, {system.machine}",
    ]
    return "\n".join(lines) + "\n"


def report_name() -> str:
    """Return the proposed name of the file."""
    return "jpki-desktop-support.txt"
