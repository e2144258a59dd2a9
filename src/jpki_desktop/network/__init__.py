"""The only door for outgoing connections: http and https through a proxy, and LDAP look-ups.

Every call has a total deadline, a limit on what it accepts, and a token by which it is given up.
What the bytes mean, and whether to believe them, is decided by who asked.
"""

from jpki_desktop.network.door import NetworkDoor
from jpki_desktop.network.model import (
    Leaving,
    Network,
    NeverStops,
    Progress,
    Proxy,
    ProxyMode,
    StopToken,
    Times,
    unheard,
)

__all__ = [
    "Leaving",
    "Network",
    "NetworkDoor",
    "NeverStops",
    "Progress",
    "Proxy",
    "ProxyMode",
    "StopToken",
    "Times",
    "unheard",
]
