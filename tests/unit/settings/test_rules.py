"""What may stand in each setting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpki_desktop.errors import SettingError, SettingSecretError, SettingValueError
from jpki_desktop.errors import SettingUnknownError as Unknown
from jpki_desktop.settings.rules import validate
from jpki_desktop.settings.values import NAMES, SettingValue, not_chosen


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("reader", "ACS ACR39U 00 00", "ACS ACR39U 00 00"),
        ("language", "ja", "ja"),
        ("appearance", "ｄａｒｋ", "dark"),
        ("hidden_readers", "A reader\nB\n\nA reader", ("A reader", "B")),
        ("proxy", "System", "system"),
        ("proxy", "proxy.example.jp:8080", "proxy.example.jp:8080"),
        ("proxy", " ｐｒｏｘｙ：８０８０ ", "proxy:8080"),
        ("proxy", "http://proxy:3128/", "proxy:3128"),
        ("proxy", "[::1]:3128", "[::1]:3128"),
        ("proxy_user", "山田", "山田"),
        ("ocsp_url", "http://ocsp.example.jp/a?b=c", "http://ocsp.example.jp/a?b=c"),
        ("cmp_url", "https://ra.example.jp:8443/cmp", "https://ra.example.jp:8443/cmp"),
        ("ldap_server", "ldap.example.jp", "ldap.example.jp"),
        ("ldap_server", "ldap://ldap.example.jp:389/", "ldap.example.jp:389"),
        ("ca_file", "/etc/ssl/our ca.pem", "/etc/ssl/our ca.pem"),
        ("official_servers", "allowed", "allowed"),
        ("log_level", "detailed", "detailed"),
        ("update_notice", "no", "no"),
    ],
)
def test_what_fits(name: str, text: str, value: SettingValue) -> None:
    assert validate(name, text) == value


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("language", "fr", "choice"),
        ("official_servers", "yes", "choice"),
        ("proxy", "proxy.example.jp", "port"),
        ("proxy", "proxy:0", "address"),
        ("proxy", "proxy:99999", "address"),
        ("proxy", "proxy:abc", "address"),
        ("proxy", "https://proxy:443", "proxy-scheme"),
        ("proxy", "socks5://proxy:1080", "proxy-scheme"),
        ("proxy", "http://proxy:80/proxy.pac", "address"),
        ("proxy", "pro xy:80", "address"),
        ("proxy_user", "a:b", "user"),
        ("proxy_user", "a\r\nX-Header", "user"),
        ("ocsp_url", "ocsp.example.jp", "url-scheme"),
        ("ocsp_url", "file:///etc/passwd", "address"),
        ("ocsp_url", "ftp://x/", "url-scheme"),
        ("cmp_url", "http:///x", "address"),
        ("cmp_url", "http://x/a b", "address"),
        ("ldap_server", "ldaps://x", "ldap-scheme"),
        ("ldap_server", "ldap://x/dc=y", "address"),
        ("ca_file", "ca.pem", "path"),
        ("ca_file", "/a\0b", "path"),
        ("reader", "x" * 3000, "too-long"),
    ],
)
def test_what_does_not(name: str, text: str, reason: str) -> None:
    with pytest.raises(SettingValueError) as caught:
        validate(name, text)
    assert caught.value.reason == reason


@pytest.mark.parametrize("name", ["proxy", "ocsp_url", "cmp_url", "ldap_server"])
@pytest.mark.parametrize("start", ["", "http://", "ldap://"])
@pytest.mark.parametrize("account", ["user:geheimnis@", "user@", "user:geheim@nis@", ":geheimnis@"])
def test_a_password_has_no_place_in_an_address(name: str, start: str, account: str) -> None:
    if not start and name.endswith("url"):
        start = "https://"
    with pytest.raises(SettingSecretError) as caught:
        validate(name, f"{start}{account}server:80")
    assert "geheim" not in repr(caught.value.facts) + str(caught.value)


def test_unknown_name() -> None:
    with pytest.raises(Unknown):
        validate("password", "x")


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_not_chosen(name: str) -> None:
    assert validate(name, "") == not_chosen(name)


@given(name=st.sampled_from(NAMES), text=st.text())
def test_any_text_fits_or_is_refused_and_what_fits_stays(name: str, text: str) -> None:
    try:
        value = validate(name, text)
    except SettingError:
        return
    again = "\n".join(value) if isinstance(value, tuple) else value
    assert validate(name, again) == value
