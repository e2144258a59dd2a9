"""Login start on Linux: an entry in the user's autostart folder.

Desktop Application Autostart Specification 0.5: an entry of the user takes the place of the one of
the same name in $XDG_CONFIG_DIRS, and `Hidden=true` means that there is none.
"""

import os
import re
from pathlib import Path

from jpki_desktop.errors import LoginStartError
from jpki_desktop.login_start.command import start_command
from jpki_desktop.login_start.model import LoginState

_FILE = Path("autostart") / "jpki-desktop.desktop"
_GROUP = "Desktop Entry"
# GNOME's own way to switch an entry off, which its tools use instead of Hidden.
_GNOME_KEY = "X-GNOME-Autostart-enabled"


class Autostart:
    """The entry of this user; the folders are those of the environment unless given."""

    def __init__(
        self, config: Path | None = None, everybody: tuple[Path, ...] | None = None
    ) -> None:
        self._own = (_config_home() if config is None else config) / _FILE
        folders = _config_dirs() if everybody is None else everybody
        self._everybody = tuple(folder / _FILE for folder in folders)

    def state(self) -> LoginState:
        """See `LoginStart.state`."""
        own = _starts(self._own)
        if own is not None:
            return LoginState.ON if own else LoginState.OFF
        return LoginState.FOR_ALL if self._started_for_all() else LoginState.OFF

    def enable(self) -> None:
        """See `LoginStart.enable`."""
        command = start_command()
        self._write(
            f"[{_GROUP}]\nType=Application\nName=JPKI Desktop\n"
            "Comment=Reminds of the end of My Number card certificates\n"
            "Comment[ja]=マイナンバーカードの電子証明書の有効期限をお知らせします\n"
            f"Exec={_exec(command)}\nIcon=jpki-desktop\nTerminal=false\n"
            "StartupNotify=false\n"
        )

    def disable(self) -> None:
        """See `LoginStart.disable`."""
        if self._started_for_all():
            self._write(f"[{_GROUP}]\nType=Application\nName=JPKI Desktop\nHidden=true\n")
            return
        try:
            self._own.unlink(missing_ok=True)
        except OSError as problem:
            raise LoginStartError(str(self._own), problem.strerror or "") from None

    def _started_for_all(self) -> bool:
        """Whether an administrator's entry starts it: the first folder that has one decides."""
        answers = (_starts(path) for path in self._everybody)
        return next((answer for answer in answers if answer is not None), False)

    def _write(self, content: str) -> None:
        """Write the whole entry or nothing; a session reads it at any moment."""
        beside = self._own.with_name(f".{self._own.name}.{os.getpid()}")
        try:
            self._own.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                beside.write_text(content, encoding="utf-8")
                beside.replace(self._own)
            finally:
                beside.unlink(missing_ok=True)
        except OSError as problem:
            raise LoginStartError(str(self._own), problem.strerror or "") from None


def _config_home() -> Path:
    # XDG Base Directory Specification: a path that is not absolute is to be ignored.
    chosen = os.environ.get("XDG_CONFIG_HOME", "")
    return Path(chosen) if chosen.startswith("/") else Path.home() / ".config"


def _config_dirs() -> tuple[Path, ...]:
    chosen = os.environ.get("XDG_CONFIG_DIRS", "") or "/etc/xdg"
    return tuple(Path(folder) for folder in chosen.split(":") if folder.startswith("/"))


def _starts(path: Path) -> bool | None:
    """Whether this entry starts the program; None where there is no entry that says anything."""
    import configparser

    parser = configparser.RawConfigParser(
        delimiters=("=",), comment_prefixes=("#",), strict=False, default_section=""
    )
    # Keys keep their case.
    parser.optionxform = str  # type: ignore[method-assign,assignment]
    try:
        parser.read_string(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, configparser.Error):
        return None
    if not parser.has_section(_GROUP):
        return None
    entry = parser[_GROUP]
    hidden = entry.get("Hidden", "false").strip() == "true"
    return not hidden and entry.get(_GNOME_KEY, "true").strip() != "false" and "Exec" in entry


def _exec(command: tuple[str, ...]) -> str:
    """Return the value of Exec: Desktop Entry Specification 1.5, "The Exec key"."""
    return " ".join(_quoted(word) for word in command)


def _quoted(word: str) -> str:
    word = word.replace("%", "%%")
    if re.fullmatch(r"[\w@%+=:,./-]+", word, re.ASCII):
        return word
    escaped = re.sub(r'(["`$\\])', r"\\\1", word)
    # The general rule for values of type string comes on top, so a backslash is doubled again.
    return '"' + escaped.replace("\\", "\\\\") + '"'
