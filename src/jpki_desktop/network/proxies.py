"""Which proxy a request goes through: none, the system's, or the one that was set.

Automatic configuration files (PAC) are programs; they are not run, and that is said.
"""

import sys
import urllib.request
from base64 import b64encode
from dataclasses import dataclass
from urllib.parse import urlsplit

from jpki_desktop.errors import NetworkError
from jpki_desktop.network.model import Proxy, ProxyMode


@dataclass(frozen=True, slots=True)
class ProxyAddress:
    """Where the proxy listens."""

    host: str
    port: int


def proxy_for(scheme: str, host: str, proxy: Proxy) -> ProxyAddress | None:
    """Return the proxy for a request, or None to go there directly.

    Raises:
        NetworkError: `proxy-address` where it makes no sense, `proxy-script` where the system has
            a configuration file (PAC) only.
    """
    if proxy.mode is ProxyMode.NONE:
        return None
    if proxy.mode is ProxyMode.MANUAL:
        return _parsed(proxy.address)
    if urllib.request.proxy_bypass(host):
        return None
    address = urllib.request.getproxies().get(scheme)
    if address:
        return _parsed(address)
    if _has_script():
        raise NetworkError("proxy-script")
    return None


def authorization(proxy: Proxy) -> bytes:
    """Return the header line for the proxy's account (RFC 7617), or nothing."""
    account = None if proxy.account is None else proxy.account()
    if account is None:
        return b""
    try:
        return b"Proxy-Authorization: Basic " + b64encode(account) + b"\r\n"
    finally:
        account[:] = bytes(len(account))


def _parsed(address: str) -> ProxyAddress:
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        host, port = parts.hostname, parts.port
    except ValueError:
        raise NetworkError("proxy-address") from None
    if not host or parts.scheme != "http":
        raise NetworkError("proxy-address")
    return ProxyAddress(host, port or 8080)


def _has_script() -> bool:
    """Whether Windows is told to run a configuration file; elsewhere this cannot be known."""
    if sys.platform == "win32":
        import winreg

        path = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings"
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                return bool(winreg.QueryValueEx(key, "AutoConfigURL")[0])
        except OSError:
            return False
    return False
