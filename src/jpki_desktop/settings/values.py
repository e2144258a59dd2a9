"""The settings themselves. What they look like in the file is in `settings.store`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; an empty text means "not chosen".

    `proxy` is `none`, `system` or `host:port`. `ocsp_url`, `ldap_server` and `ca_file` are an
    organisation's own responder, directory of revocation lists, and authorities (a file of
    certificates). `official_servers` is `allowed` when the user has agreed that JPKI's own servers
    may be asked. `update_notice` is `yes` or `no`: whether the user wants to be reminded before a
    certificate ends.
    """

    reader: str = ""
    language: str = ""
    update_notice: str = ""
    proxy: str = ""
    ocsp_url: str = ""
    ldap_server: str = ""
    ca_file: str = ""
    official_servers: str = ""
