"""The settings themselves. What they look like in the file is in `settings.store`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; an empty text means "not chosen".

    `proxy` is `none`, `system` or `host:port`. `ocsp_url`, `ldap_server` and `ca_file` are an
    organisation's own responder, directory of revocation lists, and authorities (a file of
    certificates). `official_servers` is `allowed` when the user has agreed that JPKI's own servers
    may be asked. `cmp_url` is an organisation's server for revocation requests, and `cmp_trust` a
    file with the certificate that signs its answers, or with that of its authority.
    """

    reader: str = ""
    language: str = ""
    proxy: str = ""
    ocsp_url: str = ""
    ldap_server: str = ""
    ca_file: str = ""
    official_servers: str = ""
    cmp_url: str = ""
    cmp_trust: str = ""
