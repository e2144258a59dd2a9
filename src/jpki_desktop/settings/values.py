"""The settings themselves. What they look like in the file is in `settings.store`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; an empty text means "not chosen".

    `proxy` is `none`, `system` or `host:port`. The last three are an organisation's own responder,
    directory of revocation lists, and authorities (a file of certificates).
    """

    reader: str = ""
    language: str = ""
    proxy: str = ""
    ocsp_url: str = ""
    ldap_server: str = ""
    ca_file: str = ""
