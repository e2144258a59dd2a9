"""What may stand in each setting: one pure function for the window, the terminal and the files.

Nothing is looked up here: that a file of certificates holds some is asked elsewhere.
"""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from jpki_desktop.errors import SettingSecretError, SettingUnknownError, SettingValueError
from jpki_desktop.settings.values import LISTS, NAMES, SettingValue

CHOICES: dict[str, tuple[str, ...]] = {
    "language": ("ja", "en"),
    "closing": ("stay", "quit"),
    "appearance": ("light", "dark", "contrast"),
    "update_notice": ("yes", "no"),
    "official_servers": ("allowed",),
    "log_level": ("detailed",),
    "welcome": ("done",),
}
FILES = frozenset({"ca_file", "cmp_trust"})
PROXY_WORDS = ("none", "system")

# Longer than any address, path or name that is meant.
_LONGEST = 2048
# RFC 1123 2.1, and the underscore that names within an organisation have.
_HOST = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?\.?|[0-9A-Fa-f:.]+")


def validate(name: str, text: str) -> SettingValue:
    """Return the value that `text` stands for; several names stand on lines of their own.

    Raises:
        SettingUnknownError: there is no such setting.
        SettingSecretError: the text holds a password.
        SettingValueError: it does not fit.
    """
    if name not in NAMES:
        raise SettingUnknownError(name)
    if len(text) > _LONGEST:
        raise SettingValueError(name, "too-long")
    if name in LISTS:
        return tuple(dict.fromkeys(line for line in text.splitlines() if line.strip()))
    if name in CHOICES:
        return _choice(name, _plain(text))
    rule = _RULES.get(name)
    if rule is None:
        return text
    return rule(name, text) if text.strip() else ""


def _plain(text: str) -> str:
    """Full-width letters, digits and signs as the narrow ones that are meant."""
    return unicodedata.normalize("NFKC", text).strip()


def _choice(name: str, text: str) -> str:
    if text and text not in CHOICES[name]:
        raise SettingValueError(name, "choice")
    return text


def _proxy(name: str, text: str) -> str:
    plain = _plain(text)
    if plain.lower() in PROXY_WORDS:
        return plain.lower()
    parts = _split(name, plain if "://" in plain else f"http://{plain}")
    if parts.scheme != "http":
        raise SettingValueError(name, "proxy-scheme")
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise SettingValueError(name, "address")
    if parts.port is None:
        raise SettingValueError(name, "port")
    return _place(parts)


def _url(name: str, text: str) -> str:
    plain = _plain(text)
    if "://" not in plain and "@" not in plain:
        raise SettingValueError(name, "url-scheme")
    parts = _split(name, plain if "://" in plain else f"http://{plain}")
    if parts.scheme not in ("http", "https"):
        raise SettingValueError(name, "url-scheme")
    if parts.fragment or re.search(r"\s", plain):
        raise SettingValueError(name, "address")
    return plain


def _server(name: str, text: str) -> str:
    plain = _plain(text)
    parts = _split(name, plain if "://" in plain else f"ldap://{plain}")
    if parts.scheme != "ldap":
        raise SettingValueError(name, "ldap-scheme")
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise SettingValueError(name, "address")
    return _place(parts)


def _split(name: str, text: str) -> SplitResult:
    """Take an address apart; one with a password is refused before anything is said about it."""
    try:
        parts = urlsplit(text)
        userinfo = parts.username is not None or "@" in parts.netloc
        if userinfo or re.match(r"[^/]*//[^/]*@", text):
            raise SettingSecretError(name)
        fits = bool(parts.hostname and _HOST.fullmatch(parts.hostname)) and parts.port != 0
    except ValueError:
        raise SettingValueError(name, "address") from None
    if not fits:
        raise SettingValueError(name, "address")
    return parts


def _place(parts: SplitResult) -> str:
    host = parts.hostname or ""
    shown = f"[{host}]" if ":" in host else host
    return shown if parts.port is None else f"{shown}:{parts.port}"


def _user(name: str, text: str) -> str:
    # RFC 7617 2: a colon would end the name, and control characters have no place in it.
    user = text.strip()
    if ":" in user or not user.isprintable():
        raise SettingValueError(name, "user")
    return user


def _file(name: str, text: str) -> str:
    path = text.strip()
    if not path.isprintable() or not Path(path).is_absolute():
        raise SettingValueError(name, "path")
    return path


_RULES: dict[str, Callable[[str, str], str]] = {
    "proxy": _proxy,
    "proxy_user": _user,
    "ocsp_url": _url,
    "cmp_url": _url,
    "ldap_server": _server,
    "ca_file": _file,
    "cmp_trust": _file,
}
