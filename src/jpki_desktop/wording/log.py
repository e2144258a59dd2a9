"""Words about the log itself."""

from jpki_desktop.wording.language import translate


def log_failed(reason: str) -> str:
    """Return the one sentence for a log that cannot be written."""
    return translate(
        "log", "The log cannot be written ({reason}). The program goes on without it."
    ).format(reason=reason)


def detailed_banner() -> str:
    """Return what stands in every window while APDUs are logged."""
    return translate(
        "log",
        "The detailed log is on: it holds every command to the card, without passwords and "
        "contents.",
    )
