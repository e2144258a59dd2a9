"""One look-up in an LDAP directory: anonymous, read only, one entry, one attribute (RFC 4511).

Only the messages that this takes are described, with asn1crypto, which is there already;
docs/decisions/0010-network-door.md says why no LDAP library is used.
"""

import io
from typing import Any, ClassVar
from urllib.parse import urlsplit

from asn1crypto import core

from jpki_desktop.errors import NetworkError
from jpki_desktop.network.channel import Channel, Deadline

_PORT = 389
_OVERHEAD = 64 * 1024

# Result codes (RFC 4511 appendix A.1).
_SUCCESS, _NO_SUCH_OBJECT = 0, 32


class _Code(core.Enumerated):  # type: ignore[misc]
    _map: ClassVar = {number: str(number) for number in range(128)}


class _Texts(core.SequenceOf):  # type: ignore[misc]
    _child_spec = core.OctetString


class _Values(core.SetOf):  # type: ignore[misc]
    _child_spec = core.OctetString


class _Attribute(core.Sequence):  # type: ignore[misc]
    _fields: ClassVar = [("type", core.OctetString), ("values", _Values)]


class _Attributes(core.SequenceOf):  # type: ignore[misc]
    _child_spec = _Attribute


class _Search(core.Sequence):  # type: ignore[misc]
    # RFC 4511 4.5.1; of the filters only `present` [7].
    _fields: ClassVar = [
        ("base", core.OctetString),
        ("scope", _Code),
        ("aliases", _Code),
        ("size_limit", core.Integer),
        ("time_limit", core.Integer),
        ("types_only", core.Boolean),
        ("filter", core.OctetString, {"implicit": 7}),
        ("attributes", _Texts),
    ]


class _Entry(core.Sequence):  # type: ignore[misc]
    _fields: ClassVar = [("name", core.OctetString), ("attributes", _Attributes)]


class _Result(core.Sequence):  # type: ignore[misc]
    _fields: ClassVar = [
        ("code", _Code),
        ("matched", core.OctetString),
        ("message", core.OctetString),
        ("referral", core.Any, {"implicit": 3, "optional": True}),
    ]


class _Operation(core.Choice):  # type: ignore[misc]
    _alternatives: ClassVar = [
        ("search", _Search, {"implicit": ("application", 3)}),
        ("entry", _Entry, {"implicit": ("application", 4)}),
        ("done", _Result, {"implicit": ("application", 5)}),
        ("reference", _Texts, {"implicit": ("application", 19)}),
    ]


class _Message(core.Sequence):  # type: ignore[misc]
    _fields: ClassVar = [("id", core.Integer), ("operation", _Operation)]


def value(server: str, name: str, attribute: str, deadline: Deadline, limit: int) -> bytes:
    """Return the one value of `attribute` in the entry `name`.

    Raises:
        NetworkError: with its cause; `not-found` where the entry or its value is not there.
    """
    host, port = _place(server)
    channel = Channel(host, port, deadline, limit + _OVERHEAD)
    try:
        channel.sendall(_question(name, attribute))
        return _answer(channel, attribute, limit)
    finally:
        channel.close()


def _place(server: str) -> tuple[str, int]:
    try:
        parts = urlsplit(server if "://" in server else f"ldap://{server}")
        host, port = parts.hostname, parts.port
    except ValueError:
        raise NetworkError("url") from None
    if parts.scheme != "ldap":
        raise NetworkError("scheme", parts.scheme)
    if not host:
        raise NetworkError("url")
    return host, port or _PORT


def _question(name: str, attribute: str) -> bytes:
    search = {
        "base": name.encode(),
        "scope": "0",  # baseObject
        "aliases": "0",  # neverDerefAliases
        "size_limit": 1,
        "time_limit": 10,
        "types_only": False,
        "filter": b"objectClass",
        "attributes": [attribute.encode()],
    }
    message = _Message({"id": 1, "operation": _Operation("search", _Search(search))})
    return bytes(message.dump())


def _answer(channel: Channel, attribute: str, limit: int) -> bytes:
    """Read messages until the result; the signature of what comes is judged elsewhere."""
    reader = channel.makefile()
    found: list[bytes] = []
    while True:
        try:
            operation = _Message.load(_message(reader, limit), strict=True)["operation"]
            kind, content = operation.name, operation.chosen
            if kind == "entry":
                found += _values(content, attribute)
            elif kind == "done":
                code = int(content["code"].native)
                break
        except (ValueError, TypeError, KeyError) as problem:
            raise NetworkError("protocol", type(problem).__name__) from None
    if code == _NO_SUCH_OBJECT or (code == _SUCCESS and not found):
        raise NetworkError("not-found")
    if code != _SUCCESS:
        raise NetworkError("directory", str(code))
    if len(found) > 1:
        raise NetworkError("protocol", "several values")
    return found[0]


def _values(entry: Any, attribute: str) -> list[bytes]:
    wanted = attribute.split(";", maxsplit=1)[0].lower().encode()
    return [
        bytes(one.native)
        for part in entry["attributes"]
        if bytes(part["type"].native).split(b";")[0].lower() == wanted
        for one in part["values"]
    ]


def _message(reader: io.BufferedReader, limit: int) -> bytes:
    """One BER element with a definite length (RFC 4511 5.1)."""
    head = _exactly(reader, 2)
    octets = head[1] & 0x7F if head[1] & 0x80 else 0
    if head[0] != 0x30 or head[1] == 0x80 or octets > 4:
        raise NetworkError("protocol", "element")
    more = _exactly(reader, octets)
    length = int.from_bytes(more, "big") if octets else head[1]
    if length > limit + _OVERHEAD:
        raise NetworkError("too-large", str(limit))
    return head + more + _exactly(reader, length)


def _exactly(reader: io.BufferedReader, count: int) -> bytes:
    data = reader.read(count)
    if len(data) < count:
        raise NetworkError("closed", "incomplete")
    return data
