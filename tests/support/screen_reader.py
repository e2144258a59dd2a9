"""A screen reader without a voice: the AT-SPI bus of a private session, walked as Orca does.

Real parts: dbus-daemon, at-spi2-core's launcher and registry, Xvfb, and the program with Qt's own
accessibility bridge. Packages: dbus-daemon, at-spi2-core, xvfb.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from jeepney import DBusAddress, MatchRule, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_SECONDS = 20.0
# Bits of AtspiStateType.
_FOCUSABLE, _SHOWING = 11, 25


@dataclass(frozen=True)
class Node:
    """One object as the bus tells it."""

    bus: str
    path: str
    role: str
    name: str
    description: str
    states: int
    labelled: bool
    actions: int

    @property
    def showing(self) -> bool:
        return bool(self.states >> _SHOWING & 1)

    @property
    def focusable(self) -> bool:
        return bool(self.states >> _FOCUSABLE & 1)


class ScreenReader:
    """A session with an accessibility bus and a screen; programs are started into it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()
        self.heard: list[str] = []

    def __enter__(self) -> Self:
        if shutil.which("dbus-daemon") is None or not any(map(os.path.exists, _LAUNCHERS)):
            raise RuntimeError("dbus-daemon and at-spi2-core are needed")
        self._environment = dict(os.environ) | {
            "HOME": str(self._folder),
            "XDG_RUNTIME_DIR": str(self._folder),
            "XDG_CACHE_HOME": str(self._folder / "cache"),
            "XDG_CONFIG_HOME": str(self._folder / "config"),
            "XDG_DATA_HOME": str(self._folder / "data"),
            "XDG_STATE_HOME": str(self._folder / "state"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        self._folder.chmod(0o700)
        display = self._start(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
        )
        self._environment["DISPLAY"] = f":{display}"
        address = self._start(["dbus-daemon", "--session", "--print-address", "--nofork"])
        self._environment["DBUS_SESSION_BUS_ADDRESS"] = address
        launcher = next(one for one in _LAUNCHERS if os.path.exists(one))  # noqa: PTH110
        self._process([launcher, "--launch-immediately"])
        session = open_dbus_connection(address)
        self._stack.callback(session.close)
        (bus,) = self._eventually(
            lambda: _call(session, ("org.a11y.Bus", "/org/a11y/bus"), "org.a11y.Bus", "GetAddress")
        )
        self._bus = open_dbus_connection(bus)
        self._stack.callback(self._bus.close)
        self._ears = open_dbus_connection(bus)
        self._stack.callback(self._ears.close)
        self._listen()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def _process(self, command: list[str]) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            command,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

        def end() -> None:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout is not None:
                process.stdout.close()

        self._stack.callback(end)
        return process

    def _start(self, command: list[str]) -> str:
        """Start a server and return the first line it prints."""
        output = self._process(command).stdout
        assert output is not None
        return output.readline().strip()

    def start(self, command: list[str]) -> "subprocess.Popen[str]":
        """Start a program that is to be read."""
        return self._process(command)

    def _listen(self) -> None:
        """Ask for what programs announce, as a screen reader registers for events."""
        rule = MatchRule(
            type="signal", interface="org.a11y.atspi.Event.Object", member="Announcement"
        )
        self._ears.send_and_get_reply(message_bus.AddMatch(rule))
        _call(
            self._bus,
            ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry"),
            "org.a11y.atspi.Registry",
            "RegisterEvent",
            "s",
            ("object:announcement",),
        )

    def hear(self, words: str) -> None:
        """Wait until something with these words has been announced."""
        end = time.monotonic() + _SECONDS
        while not any(words in said for said in self.heard):
            if time.monotonic() > end:
                raise AssertionError(f"{words!r} was not announced; heard: {self.heard}")
            try:
                message = self._ears.receive(timeout=0.5)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.signal and len(message.body) > 3:
                value = message.body[3][1]
                if isinstance(value, str):
                    self.heard.append(value)

    def _eventually(self, ask: Callable[[], Any]) -> Any:
        end = time.monotonic() + _SECONDS
        while True:
            try:
                return ask()
            except RuntimeError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)

    # --- reading ----------------------------------------------------------------------------

    def walk(self) -> Iterator[Node]:
        """Yield everything that is shown, from the top of each window."""
        yield from self._below(_ROOT)

    def _below(self, place: tuple[str, str]) -> Iterator[Node]:
        (children,) = _call(self._bus, place, _ACCESSIBLE, "GetChildren")
        for child in children:
            try:
                node = self._node(child)
            except RuntimeError:
                continue  # gone since its parent was asked
            if node.showing or node.role == "application":
                yield node
                yield from self._below(child)

    def _node(self, place: tuple[str, str]) -> Node:
        (role,) = _call(self._bus, place, _ACCESSIBLE, "GetRoleName")
        (low, high) = _call(self._bus, place, _ACCESSIBLE, "GetState")[0]
        (relations,) = _call(self._bus, place, _ACCESSIBLE, "GetRelationSet")
        # 2 is ATSPI_RELATION_LABELLED_BY.
        labelled = any(kind == 2 and targets for kind, targets in relations)
        (interfaces,) = _call(self._bus, place, _ACCESSIBLE, "GetInterfaces")
        actions = 0
        if "org.a11y.atspi.Action" in interfaces:
            actions = self._property(place, "org.a11y.atspi.Action", "NActions")
        return Node(
            *place,
            role=role,
            name=self._property(place, _ACCESSIBLE, "Name"),
            description=self._property(place, _ACCESSIBLE, "Description"),
            states=low | high << 32,
            labelled=labelled,
            actions=actions,
        )

    def _property(self, place: tuple[str, str], interface: str, name: str) -> Any:
        body = _call(
            self._bus, place, "org.freedesktop.DBus.Properties", "Get", "ss", (interface, name)
        )
        return body[0][1]

    def find(self, role: str, words: str) -> Node:
        """Wait until an object of this role whose name has these words is shown."""

        def look() -> Node:
            shown = list(self.walk())
            for node in shown:
                if node.role == role and words in node.name:
                    return node
            there = [(node.role, node.name[:20]) for node in shown if node.name]
            raise RuntimeError(f"no {role} {words!r} in {there}")

        found: Node = self._eventually(look)
        return found

    def text(self, node: Node) -> str:
        """Return the words of a text field."""
        place = (node.bus, node.path)
        length = self._property(place, "org.a11y.atspi.Text", "CharacterCount")
        (words,) = _call(self._bus, place, "org.a11y.atspi.Text", "GetText", "ii", (0, int(length)))
        return str(words)

    # --- acting -----------------------------------------------------------------------------

    def press(self, node: Node) -> None:
        """Do what the object does, without keyboard or mouse."""
        _call(self._bus, (node.bus, node.path), "org.a11y.atspi.Action", "DoAction", "i", (0,))

    def type_into(self, node: Node, words: str) -> None:
        """Fill a text field."""
        _call(
            self._bus,
            (node.bus, node.path),
            "org.a11y.atspi.EditableText",
            "SetTextContents",
            "s",
            (words,),
        )


def unnamed(nodes: Iterator[Node]) -> list[Node]:
    """Return what a person can act on and a screen reader has no words for."""
    acting = {"push button", "check box", "radio button", "toggle button", "text", "password text"}
    acting |= {"combo box", "list", "table", "page tab", "menu item", "spin button", "tree"}
    return [
        node
        for node in nodes
        if node.role in acting and node.focusable and not node.name.strip() and not node.labelled
    ]


def _call(  # noqa: PLR0917 - the parts of one message
    bus: DBusConnection,
    place: tuple[str, str],
    interface: str,
    method: str,
    signature: str | None = None,
    body: tuple[Any, ...] = (),
) -> Any:
    """Call a method and return its answer.

    Raises:
        RuntimeError: it answered with an error, or not at all.
    """
    name, path = place
    address = DBusAddress(path, bus_name=name, interface=interface)
    try:
        reply = bus.send_and_get_reply(
            new_method_call(address, method, signature, body), timeout=_SECONDS
        )
    except (OSError, TimeoutError) as problem:
        raise RuntimeError(str(problem)) from None
    if reply.header.message_type is MessageType.error:
        raise RuntimeError(str(reply.body))
    return reply.body
