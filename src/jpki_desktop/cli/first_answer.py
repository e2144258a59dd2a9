"""Notes the answer to an installer's question about reminders: `yes` or `no`.

The installer of Windows runs `python -m jpki_desktop.cli.first_answer yes`: only the program knows
where the settings lie and how the rest of the file is kept.
"""

import sys
from collections.abc import Sequence

from jpki_desktop import environment
from jpki_desktop.cli.exit_codes import ExitCode
from jpki_desktop.errors import SettingsFileError

ANSWERS = ("yes", "no")


def main(words: Sequence[str]) -> int:
    """Keep the answer; nothing is printed, since nobody looks."""
    if len(words) != 1 or words[0] not in ANSWERS:
        return ExitCode.USAGE
    try:
        environment.real().settings.change(update_notice=words[0])
    except SettingsFileError:
        return ExitCode.UNKNOWN
    return ExitCode.DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
