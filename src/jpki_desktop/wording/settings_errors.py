"""Words for what goes wrong with settings and the keyring. The table of all errors: `errors`."""

from collections.abc import Callable

from jpki_desktop import errors
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.names import escape_controls
from jpki_desktop.wording.settings import all_names, misfit_words, setting_name

Facts = dict[str, str | int]
Words = tuple[str, str, str]


def _label(facts: Facts) -> str:
    return setting_name(str(facts["name"]))


def _safe(facts: Facts, name: str) -> str:
    return escape_controls(str(facts[name]))


def _unknown(facts: Facts) -> Words:
    return (
        translate("settings_errors", "There is no such setting"),
        translate("settings_errors", "“{name}” is not the name of a setting.").format(
            name=_safe(facts, "name")
        ),
        translate("settings_errors", "Use one of these: {names}.").format(names=all_names()),
    )


def _value(facts: Facts) -> Words:
    return (
        translate("settings_errors", "The value cannot be used"),
        translate("settings_errors", "{setting}: {reason}").format(
            setting=_label(facts), reason=misfit_words(str(facts["reason"]))
        ),
        translate("settings_errors", "Correct it and try again. The old value still holds."),
    )


def _managed(facts: Facts) -> Words:
    return (
        translate("settings_errors", "The administrator has decided this setting"),
        translate("settings_errors", "“{setting}” cannot be changed on this computer.").format(
            setting=_label(facts)
        ),
        translate("settings_errors", "Ask the administrator of this computer."),
    )


def _secret(facts: Facts) -> Words:
    return (
        translate("settings_errors", "A password is not taken here"),
        translate(
            "settings_errors",
            "The address for “{setting}” holds a user name or a password. Settings are kept in a "
            "file that anybody could read.",
        ).format(setting=_label(facts)),
        translate(
            "settings_errors",
            "Give the address alone. The password of a proxy is asked for by the screen “Settings” "
            "or by “jpki settings set-proxy-password”.",
        ),
    )


def _ignored(facts: Facts) -> Words:
    return (
        translate("settings_errors", "A value in the settings file cannot be used"),
        translate(
            "settings_errors", "In {path}: {setting}: {reason} It counts as not chosen."
        ).format(
            setting=_label(facts),
            reason=misfit_words(str(facts["reason"])),
            path=_safe(facts, "path"),
        ),
        translate("settings_errors", "Choose it anew in the screen “Settings”."),
    )


def _set_aside(facts: Facts) -> Words:
    return (
        translate("settings_errors", "The settings file was damaged"),
        translate(
            "settings_errors", "It was kept as {kept}, and the program starts with the defaults."
        ).format(kept=_safe(facts, "kept")),
        translate("settings_errors", "Choose your settings anew in the screen “Settings”."),
    )


def _unreadable(facts: Facts) -> Words:
    return (
        translate("settings_errors", "The settings file cannot be read"),
        translate("settings_errors", "{path} could not be read ({reason}).").format(
            path=_safe(facts, "path"), reason=_safe(facts, "reason")
        ),
        translate(
            "settings_errors", "The defaults hold. Check the rights and the contents of the file."
        ),
    )


def _keyring(facts: Facts) -> Words:
    reason = {
        "absent": translate("settings_errors", "No keyring runs on this computer."),
        "locked": translate("settings_errors", "The keyring is locked."),
        "slow": translate("settings_errors", "The keyring did not answer."),
    }.get(str(facts["reason"]), translate("settings_errors", "The keyring refused."))
    return (
        translate("settings_errors", "The keyring could not be used"),
        reason,
        translate(
            "settings_errors",
            "The password is not kept and will be asked for again. Where it is locked, unlock it.",
        ),
    )


def _no_manual_proxy(facts: Facts) -> Words:
    del facts
    return (
        translate("settings_errors", "The proxy is not set yet"),
        translate(
            "settings_errors", "A password belongs to one user name at one address of a proxy."
        ),
        translate("settings_errors", "Set “proxy” (host:port) and “proxy_user” first."),
    )


WORDS: dict[type[errors.JpkiError], Callable[[Facts], Words]] = {
    errors.SettingUnknownError: _unknown,
    errors.SettingValueError: _value,
    errors.SettingManagedError: _managed,
    errors.SettingSecretError: _secret,
    errors.SettingIgnoredError: _ignored,
    errors.SettingsSetAsideError: _set_aside,
    errors.SettingsUnreadableError: _unreadable,
    errors.KeyringError: _keyring,
    errors.NoManualProxyError: _no_manual_proxy,
}
