"""See and change the settings: what holds, who decided it, and whether a value may be kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from jpki_desktop.certificate.files import open_certificate_file
from jpki_desktop.environment import Environment
from jpki_desktop.errors import (
    CertificateError,
    CertificateFileError,
    NoManualProxyError,
    SettingManagedError,
    SettingValueError,
)
from jpki_desktop.network import ProxyMode
from jpki_desktop.settings import NAMES, Origin, SettingValue
from jpki_desktop.settings.rules import FILES, PROXY_WORDS, validate


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting as it holds; `place` is where an administrator has decided it."""

    name: str
    value: SettingValue
    origin: Origin
    place: str


def settings_in_force(world: Environment) -> tuple[SettingRow, ...]:
    """Return every setting in the order of the screen."""
    store = world.settings
    return tuple(
        SettingRow(name, getattr(store.settings, name), store.origin(name), store.place(name))
        for name in NAMES
    )


def change_settings(world: Environment, texts: Mapping[str, str]) -> None:
    """Check all values, then use and keep them; nothing is changed when one does not fit.

    Without a "yes" to the renewal notice nothing is left of what was remembered for it.

    Raises:
        SettingError: in its leaf classes.
        SettingsFileError: they hold for this run but could not be written.
        LedgerFileError: what was remembered could not be deleted.
    """
    values = checked(world, texts)
    try:
        world.settings.change(**values)
    finally:
        if values.get("update_notice", "yes") != "yes":
            world.ledger.delete_all()


def checked(world: Environment, texts: Mapping[str, str]) -> dict[str, SettingValue]:
    """Return the values that the texts stand for.

    Raises:
        SettingError: in its leaf classes.
    """
    values = {name: _checked(world, name, text) for name, text in texts.items()}
    settings = world.settings.settings
    reader = values.get("reader", settings.reader)
    hidden = values.get("hidden_readers", settings.hidden_readers)
    for name in ("reader", "hidden_readers"):
        # Hiding what is chosen would look like a fault of the program.
        if name in values and reader and reader in hidden:
            raise SettingValueError(name, "hidden")
    return values


def _checked(world: Environment, name: str, text: str) -> SettingValue:
    value = validate(name, text)
    if name in world.settings.managed:
        raise SettingManagedError(name)
    if name in FILES and isinstance(value, str) and value:
        try:
            found = [it.certificate() for it in open_certificate_file(value).certificates]
        except (CertificateFileError, CertificateError):
            found = []
        if not found:
            raise SettingValueError(name, "certificates")
    return value


def manual_proxy(world: Environment) -> tuple[str, str]:
    """Return address and user of the proxy that was set, to which a password can belong.

    Raises:
        NoManualProxyError: one of them is not set.
    """
    settings = world.settings.settings
    if settings.proxy in ("", *PROXY_WORDS) or not settings.proxy_user:
        raise NoManualProxyError
    return settings.proxy, settings.proxy_user


def uses_manual_proxy(choice: str) -> bool:
    """Whether a choice of the proxy is an address."""
    return choice not in ("", ProxyMode.NONE, ProxyMode.SYSTEM)
