"""Which proxy a request goes through: none, the system's, or the one that was set.

Automatic configuration files (PAC) are programs; they are not run, and that is said.
"""

import sys
import urllib.request
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from urllib.parse import unquote_to_bytes, urlsplit

from jpki_desktop.errors import NetworkError
from jpki_desktop.network.model import Proxy, ProxyMode


@dataclass(frozen=True, slots=True)
class ProxyRoute:
    """Where the proxy listens, and what returns `user:password` for it, if anything does."""

    host: str
    port: int
    account: Callable[[], bytearray | None] | None = field(default=None, repr=False)

    @property
    def place(self) -> str:
        """The address as a person writes it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def proxy_for(scheme: str, host: str, proxy: Proxy) -> ProxyRoute | None:
    """Return the proxy for a request, or None to go there directly.

    Raises:
        NetworkError: `proxy-address` where it makes no sense, `proxy-script` where the system has
            a configuration file (PAC) only.
    """
    if proxy.mode is ProxyMode.NONE:
        return None
    if proxy.mode is ProxyMode.MANUAL:
        return _parsed(proxy.address, proxy)
    if urllib.request.proxy_bypass(host):
        return None
    address = urllib.request.getproxies().get(scheme)
    if address:
        return _parsed(address, proxy)
    if _has_script():
        raise NetworkError("proxy-script")
    return None


def authorization(route: ProxyRoute) -> bytearray:
    """Return the header line for the proxy's account (RFC 7617), or nothing; its taker wipes it."""
    account = None if route.account is None else route.account()
    if account is None:
        return bytearray()
    try:
        return bytearray(b"Proxy-Authorization: Basic ") + b64encode(account) + b"\r\n"
    finally:
        account[:] = bytes(len(account))


def _parsed(address: str, proxy: Proxy) -> ProxyRoute:
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        host, port = parts.hostname, parts.port
    except ValueError:
        raise NetworkError("proxy-address") from None
    if not host or parts.scheme != "http":
        raise NetworkError("proxy-address")
    route = ProxyRoute(host, port or 8080)
    if parts.username is not None and proxy.mode is ProxyMode.SYSTEM:
        # The system's own word for this proxy, as other programs take it.
        return replace(route, account=partial(_account_of, parts.username, parts.password or ""))
    if proxy.account is None:
        return route
    return replace(route, account=partial(proxy.account, route.place))


def _account_of(user: str, password: str) -> bytearray:
    return bytearray(unquote_to_bytes(user)) + b":" + unquote_to_bytes(password)


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
