"""The settings themselves. What they look like in the file is in `settings.store`."""

from dataclasses import dataclass, fields

SettingValue = str | tuple[str, ...]

DETAILED = "detailed"
"""The value of `log_level` with which APDUs are logged."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; an empty text means "not chosen". What may stand in each is in `rules`.

    `appearance` is `light`, `dark` or `contrast`; `update_notice` is `yes` or `no`. `proxy` is
    `none`, `system` or `host:port`; its user is `proxy_user`, and its password is never here.
    `ocsp_url`, `ldap_server`, `cmp_url` and `ca_file` are an organisation's own responder,
    directory of revocation lists, place for revocation requests, and authorities (a file of
    certificates); `cmp_trust` is the file of those whose answers to such a request are believed.
    `official_servers` is `allowed` when the user has agreed that JPKI's own servers may be asked.
    `log_level` is `detailed` or nothing. `closing` is `stay` or `quit`: what
    becomes of the program when its window is closed and it could go on reminding. `welcome` is
    `done` once the first minute is over.
    """

    reader: str = ""
    language: str = ""
    appearance: str = ""
    hidden_readers: tuple[str, ...] = ()
    update_notice: str = ""
    proxy: str = ""
    proxy_user: str = ""
    ocsp_url: str = ""
    ldap_server: str = ""
    cmp_url: str = ""
    cmp_trust: str = ""
    ca_file: str = ""
    official_servers: str = ""
    log_level: str = ""
    closing: str = ""
    welcome: str = ""

    def hides(self, reader: str) -> bool:
        """Whether this reader is left out of every choice; the chosen one never is."""
        return reader in self.hidden_readers and reader != self.reader


NAMES = tuple(field.name for field in fields(Settings))
LISTS = frozenset({"hidden_readers"})


def not_chosen(name: str) -> SettingValue:
    """Return the value that means "not chosen"."""
    return () if name in LISTS else ""
