"""The settings in words: their names and values, and who decided them."""

from jpki_desktop.settings import NAMES, Origin, SettingValue
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.names import escape_controls


def setting_name(name: str) -> str:
    """Return what a setting is called on the screen; an unknown one as it is."""
    return {
        "reader": translate("settings", "Card reader"),
        "language": translate("settings", "Language"),
        "appearance": translate("settings", "Appearance"),
        "hidden_readers": translate("settings", "Hidden card readers"),
        "update_notice": translate("settings", "Renewal notice"),
        "proxy": translate("settings", "Proxy"),
        "proxy_user": translate("settings", "User name for the proxy"),
        "ocsp_url": translate("settings", "OCSP responder"),
        "ldap_server": translate("settings", "LDAP server"),
        "cmp_url": translate("settings", "Server for revocation requests"),
        "cmp_trust": translate("settings", "Certificates of the revocation server"),
        "ca_file": translate("settings", "CA certificates"),
        "official_servers": translate("settings", "Asking the servers of JPKI"),
        "log_level": translate("settings", "Log"),
        "closing": translate("settings", "When the window is closed"),
        "welcome": translate("settings", "Welcome at the first start"),
    }.get(name, escape_controls(name))


def setting_value(name: str, value: SettingValue) -> str:
    """Return a value in words; lists take a line for each."""
    if isinstance(value, tuple):
        shown = "\n".join(escape_controls(part) for part in value)
        return shown or translate("settings", "none")
    words = {
        ("language", "ja"): "日本語",
        ("language", "en"): "English",
        ("language", ""): translate("settings", "as the system"),
        ("appearance", "light"): translate("settings", "light"),
        ("appearance", "dark"): translate("settings", "dark"),
        ("appearance", "contrast"): translate("settings", "high contrast"),
        ("appearance", ""): translate("settings", "as the system"),
        ("update_notice", "yes"): translate("settings", "on"),
        ("update_notice", "no"): translate("settings", "off"),
        ("update_notice", ""): translate("settings", "not asked yet"),
        ("proxy", "none"): translate("settings", "no proxy"),
        ("proxy", "system"): translate("settings", "as the system"),
        ("proxy", ""): translate("settings", "as the system"),
        ("official_servers", "allowed"): translate("settings", "allowed"),
        ("official_servers", ""): translate("settings", "asked each time"),
        ("log_level", "detailed"): translate("settings", "detailed"),
        ("log_level", ""): translate("settings", "normal"),
        ("closing", "stay"): translate("settings", "stays ready to remind"),
        ("closing", "quit"): translate("settings", "quits"),
        ("closing", ""): translate("settings", "asked once"),
        ("welcome", "done"): translate("settings", "shown already"),
        ("welcome", ""): translate("settings", "not shown yet"),
        ("reader", ""): translate("settings", "chosen by itself"),
    }.get((name, value))
    return words or escape_controls(value) or translate("settings", "not set")


def origin_words(origin: Origin) -> str:
    """Return who decided a setting."""
    return {
        Origin.USER: translate("settings", "chosen by you"),
        Origin.MANAGED: translate("settings", "decided by the administrator"),
        Origin.DEFAULT: translate("settings", "default"),
    }[origin]


def misfit_words(reason: str) -> str:
    """Return why a value does not fit."""
    return {
        "choice": translate("settings", "Only some words can be chosen here."),
        "too-long": translate("settings", "The text is too long."),
        "type": translate("settings", "The value is of another kind than is expected here."),
        "secret": translate("settings", "An address with a user name or a password is not taken."),
        "address": translate("settings", "This is not an address."),
        "port": translate("settings", "The port number is missing, as in proxy.example.jp:8080."),
        "proxy-scheme": translate("settings", "Only proxies that are reached by http can be used."),
        "url-scheme": translate("settings", "The address must begin with http:// or https://."),
        "ldap-scheme": translate("settings", "Only the name of an LDAP server can be given."),
        "user": translate("settings", "A user name has neither colons nor control characters."),
        "path": translate("settings", "The full path of a file is needed."),
        "certificates": translate("settings", "The file holds no certificate that can be read."),
        "hidden": translate(
            "settings", "A card reader that is chosen cannot be hidden at the same time."
        ),
    }.get(reason, reason)


def all_names() -> str:
    """Return the names of all settings, as they are typed."""
    return ", ".join(NAMES)


def for_example(value: str) -> str:
    """Return what stands in an empty field; no colour alone tells it from what was typed."""
    return translate("settings", "for example {value}").format(value=value)
