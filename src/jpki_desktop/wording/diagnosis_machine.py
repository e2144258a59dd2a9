"""Words for what the diagnosis finds on any step, and of the service and the readers."""

from collections.abc import Callable

from jpki_desktop.machine.service import System
from jpki_desktop.operations.diagnosis import Finding, Outcome
from jpki_desktop.wording.language import language, translate
from jpki_desktop.wording.names import escape_controls

Words = tuple[str, str, str]

# Findings whose own words say more than those of the error under them.
EXPLAINS_ERRORS = frozenset(
    {
        Finding.SERVICE_STOPPED,
        Finding.SERVICE_MISSING,
        Finding.SERVICE_REFUSES,
        Finding.SERVICE_OTHER_VERSION,
    }
)


def names(outcome: Outcome) -> str:
    """Return the names of a finding, which come from devices and may hold anything."""
    separator = "、" if language() == "ja" else ", "
    return separator.join(escape_controls(name) for name in outcome.names)


def _skipped(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "Waits for an earlier step"),
        translate("diagnosis", "A step before this one did not succeed."),
        translate("diagnosis", "Mend the first problem above and run the diagnosis again."),
    )


def _silent(_outcome: Outcome, _system: System) -> Words:
    """Of a reader or the service that is silent, the words of the error under it say more."""
    return (
        translate("diagnosis", "No answer"),
        translate("diagnosis", "No answer came in time, so this step was left."),
        _again(),
    )


def _taken(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "Another program is using the card"),
        translate("diagnosis", "It has not let go of the card in time. {names}")
        .format(names=names(outcome))
        .strip(),
        translate(
            "diagnosis",
            "Close the browser page or the program that uses the card, and run the diagnosis "
            "again.",
        ),
    )


def _error(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "This step failed"),
        translate("diagnosis", "The second code tells the error behind it."),
        _again(),
    )


def _again() -> str:
    return translate(
        "diagnosis", "Run the diagnosis again; if it comes back, send a support report."
    )


def _given_up(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "Ended before"),
        translate("diagnosis", "The diagnosis was ended before this step."),
        translate("diagnosis", "Run the diagnosis again."),
    )


def _service_runs(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The smart-card service is running"),
        translate("diagnosis", "It answers this program."),
        "",
    )


def _service_stopped(_outcome: Outcome, system: System) -> Words:
    return (
        translate("diagnosis", "The smart-card service is not running"),
        translate("diagnosis", "It is installed, but it does not answer."),
        {
            System.LINUX: translate(
                "diagnosis", "Start it with this command: sudo systemctl start pcscd.socket"
            ),
            System.WINDOWS: translate(
                "diagnosis",
                "Plug the reader in: Windows then starts the service by itself. If it does not, "
                "open “Services”, choose “Smart Card” and “Start”.",
            ),
            System.MACOS: translate(
                "diagnosis",
                "Unplug the reader and plug it in again. If that does not help, restart the Mac.",
            ),
        }[system],
    )


def _service_missing(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The smart-card service is not installed"),
        translate("diagnosis", "The program pcscd was not found on this computer."),
        translate(
            "diagnosis",
            "Install it; on Debian and Ubuntu with this command: sudo apt install pcscd libccid",
        ),
    )


def _service_refuses(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The smart-card service refuses this user"),
        translate(
            "diagnosis",
            "Something listens, but it hangs up. Usually polkit lets only the person in who sits "
            "at this computer, and nobody over a remote connection.",
        ),
        translate(
            "diagnosis",
            "Log in at the computer itself. For a remote desktop the administrator allows "
            "org.debian.pcsc-lite.access_pcsc and org.debian.pcsc-lite.access_card in "
            "/etc/polkit-1/rules.d.",
        ),
    )


def _service_other_version(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The smart-card service is of another version"),
        translate(
            "diagnosis",
            "The service and the library of this program do not speak the same language. This "
            "happens to programs that come in a box of their own (Flatpak, Snap).",
        ),
        translate(
            "diagnosis",
            "Update the system, or install this program as a package of the system instead.",
        ),
    )


def _readers_found(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "Card readers found: {number}").format(number=outcome.number or 0),
        translate("diagnosis", "Found: {names}.").format(names=names(outcome)),
        "",
    )


def _readers_none(_outcome: Outcome, system: System) -> Words:
    next_step = translate(
        "diagnosis",
        "Plug in an IC card reader that can read My Number cards, directly and not through a hub.",
    )
    if system is System.WINDOWS:
        next_step = translate(
            "diagnosis",
            "Plug the reader in and install its maker's driver. In “Device Manager” it must stand "
            "under “Smart card readers”.",
        )
    return (
        translate("diagnosis", "No card reader is connected"),
        translate("diagnosis", "Neither the service nor the USB list shows one."),
        next_step,
    )


def _readers_unusable(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "This reader cannot be used on this system"),
        translate(
            "diagnosis",
            "{names} is plugged in, but it speaks a language of its own (no PC/SC on Linux). No "
            "setting and no driver of the system changes that.",
        ).format(names=names(outcome)),
        translate(
            "diagnosis",
            "Use a reader that the package libccid supports, for example Sony RC-S300.",
        ),
    )


def _readers_need_driver(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "A reader is plugged in, but its driver is missing"),
        translate("diagnosis", "{names} is on USB, and the service does not list it.").format(
            names=names(outcome)
        ),
        translate(
            "diagnosis",
            "Install the driver (on Debian and Ubuntu: sudo apt install libccid), unplug the "
            "reader and plug it in again.",
        ),
    )


def _readers_one_unusable(outcome: Outcome, system: System) -> Words:
    return (
        translate("diagnosis", "One reader is plugged in that cannot be used"),
        _readers_unusable(outcome, system)[1]
        if outcome.detail == "nothing"
        else translate("diagnosis", "{names} is on USB, and the service does not list it.").format(
            names=names(outcome)
        ),
        translate("diagnosis", "Put the card on another reader."),
    )


def _readers_chosen_missing(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The chosen reader is not connected"),
        translate("diagnosis", "“{names}” was chosen before; another reader is used now.").format(
            names=names(outcome)
        ),
        translate("diagnosis", "Choose the reader that you use now."),
    )


WORDS: dict[Finding, Callable[[Outcome, System], Words]] = {
    Finding.STEP_SKIPPED: _skipped,
    Finding.STEP_SILENT: _silent,
    Finding.STEP_TAKEN: _taken,
    Finding.STEP_ERROR: _error,
    Finding.STEP_GIVEN_UP: _given_up,
    Finding.SERVICE_RUNS: _service_runs,
    Finding.SERVICE_STOPPED: _service_stopped,
    Finding.SERVICE_MISSING: _service_missing,
    Finding.SERVICE_REFUSES: _service_refuses,
    Finding.SERVICE_OTHER_VERSION: _service_other_version,
    Finding.READERS_FOUND: _readers_found,
    Finding.READERS_NONE: _readers_none,
    Finding.READERS_UNUSABLE: _readers_unusable,
    Finding.READERS_NEED_DRIVER: _readers_need_driver,
    Finding.READERS_ONE_UNUSABLE: _readers_one_unusable,
    Finding.READERS_CHOSEN_MISSING: _readers_chosen_missing,
}
