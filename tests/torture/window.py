"""The real window under torture: it says what is wrong, and goes on by itself, without a press."""

import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from support.foreign_client import foreign_client, let_go
from support.in_process_cards import secrets_sent
from support.waiting import until
from support.watched_window import WatchedWindow
from torture.judge import Judge
from torture.ledger import Row
from torture.screen import screen
from torture.stack import Stack

CARD = "残り3回"
PLACE = "セットしてください"
NO_SERVICE = "サービスが動いていません"
NO_READER = "カードリーダーを接続"
BUSY = "ほかのソフト"
SILENT = "応答しません"
LONGEST_END_SECONDS = 5.0
# Time to notice that nothing is noticed.
_A_MOMENT = 1.0


@dataclass
class Scene:
    """One window on the stack; a mishap ends with what the world has when it is whole again."""

    stack: Stack
    window: WatchedWindow
    row: Row
    env: dict[str, str] = field(default_factory=dict)

    def whole_again(self, case: str) -> None:
        """The card must be read again without a press."""
        self.row.add(case, over_pcscd=True)
        try:
            self.row.came_back(self.window.expect(CARD))
        except AssertionError as unseen:
            self.row.complain(case, str(unseen))
        if self.window.process.poll() is not None:
            self.row.crashes += 1
            self.row.complain(case, f"it ended with {self.window.process.returncode}")


def _killed(scene: Scene) -> None:
    scene.stack.pcscd.kill()
    scene.window.expect(NO_SERVICE)
    scene.stack.pcscd.start()


def _stopped(scene: Scene) -> None:
    scene.stack.pcscd.stop()
    scene.window.expect(NO_SERVICE)
    scene.stack.pcscd.start()


def _restarted(scene: Scene) -> None:
    scene.stack.pcscd.kill()
    scene.stack.pcscd.start()
    scene.window.expect(NO_SERVICE)


def _hung_and_restarted(scene: Scene) -> None:
    scene.stack.pcscd.freeze()
    time.sleep(_A_MOMENT)
    scene.stack.pcscd.kill()
    scene.window.expect(NO_SERVICE)
    scene.stack.pcscd.start()


def _hung_for_a_moment(scene: Scene) -> None:
    scene.stack.card.remove()
    scene.window.expect(PLACE)
    scene.stack.pcscd.freeze()
    scene.stack.card.insert(wait=False)
    time.sleep(_A_MOMENT)
    scene.stack.pcscd.thaw()


def _unplugged(scene: Scene) -> None:
    slots = range(scene.stack.pcscd.slots)
    for slot in slots:
        scene.stack.pcscd.unplug(slot)
    scene.window.expect(NO_READER)
    for slot in slots:
        scene.stack.pcscd.plug_in(slot)


def _unplugged_with_card(scene: Scene) -> None:
    scene.stack.pcscd.unplug(0)
    scene.stack.card.remove(wait=False)
    scene.window.expect(PLACE)
    scene.stack.pcscd.plug_in(0)
    scene.stack.card.insert(wait=False)


def _pulled(scene: Scene) -> None:
    scene.stack.card.remove()
    scene.window.expect(PLACE)
    scene.stack.card.insert(wait=False)


def _held_by_another(scene: Scene) -> None:
    scene.stack.card.remove()
    scene.window.expect(PLACE)
    scene.stack.card.insert()
    scene.window.expect(CARD)
    with foreign_client(scene.stack.name, "exclusive") as other:
        scene.stack.pcscd.unplug(1)
        time.sleep(_A_MOMENT)
        scene.stack.pcscd.plug_in(1)
        let_go(other)


def _asleep(scene: Scene) -> None:
    """The computer sleeps: the window stands still, and nothing is as it was when it goes on."""
    process = scene.window.process
    process.send_signal(signal.SIGSTOP)
    scene.stack.pcscd.kill()
    scene.stack.card.remove(wait=False)
    scene.stack.pcscd.start()
    time.sleep(_A_MOMENT)
    process.send_signal(signal.SIGCONT)
    scene.window.expect(PLACE)
    scene.stack.card.insert(wait=False)


MISHAPS: dict[str, Callable[[Scene], None]] = {
    "service killed": _killed,
    "service stopped": _stopped,
    "service restarted": _restarted,
    "service hangs and is restarted": _hung_and_restarted,
    "service hangs for a moment": _hung_for_a_moment,
    "all readers unplugged": _unplugged,
    "reader unplugged with its card": _unplugged_with_card,
    "card pulled": _pulled,
    "held by another program": _held_by_another,
    "asleep, service restarted, card lost": _asleep,
}


def _mute(scene: Scene) -> None:
    """The watchdog's own patience of 20 s passes; the other reader can be used meanwhile."""
    scene.stack.card.remove()
    scene.window.expect(PLACE)
    scene.stack.card.quirk("mute")
    scene.stack.card.insert(wait=False)
    scene.window.expect(SILENT, seconds=60)
    scene.stack.card.remove(wait=False)
    scene.stack.card.quirk("mute", on=False)
    scene.stack.card.insert(wait=False)


def _silent_service(scene: Scene) -> None:
    """The service hangs while a card is being read; when it goes on, nobody need press anything."""
    scene.stack.card.remove()
    scene.window.expect(PLACE)
    scene.stack.card.quirk("slow")
    scene.stack.card.insert()
    time.sleep(_A_MOMENT / 2)
    scene.stack.pcscd.freeze()
    scene.window.expect(SILENT, seconds=60)
    scene.stack.card.quirk("slow", on=False)
    scene.stack.pcscd.thaw()


SLOW_MISHAPS: dict[str, Callable[[Scene], None]] = {
    "mute card": _mute,
    "service hangs under a read": _silent_service,
}


def _one(scene: Scene, name: str, happen: Callable[[Scene], None]) -> None:
    try:
        happen(scene)
    except AssertionError as unseen:
        scene.row.complain(name, str(unseen))
    scene.whole_again(name)


def _password_in_flight(scene: Scene) -> None:
    scene.stack.card.quirk("slow")
    scene.window.order("check 1234")
    until(lambda: secrets_sent(scene.stack.trace())["verify"] == 1, seconds=20)


def _password_under_way(scene: Scene) -> None:
    """Between two commands before the password."""
    scene.stack.card.quirk("slow")
    before = len(scene.stack.trace())
    scene.window.order("check 1234")
    until(lambda: len(scene.stack.trace()) > before + 2, seconds=20)


def _service_hangs(scene: Scene) -> None:
    scene.stack.pcscd.freeze()


def _password_in_a_hanging_service(scene: Scene) -> None:
    _password_in_flight(scene)
    scene.stack.pcscd.freeze()


ENDS: dict[str, Callable[[Scene], None]] = {
    "SIGTERM, before the password": _password_under_way,
    "SIGTERM, password in flight": _password_in_flight,
    "SIGTERM, service hangs": _service_hangs,
    "SIGTERM, password in a hanging service": _password_in_a_hanging_service,
}


def torture(
    row: Row,
    stack: Stack,
    folder: Path,
    judge: Judge,
    *,
    mishaps: Sequence[str] = tuple(MISHAPS),
    ends: Sequence[str] = tuple(ENDS),
) -> None:
    """Let things happen to one window, which is never touched; then end windows in some moments."""
    with _on_a_screen(folder) as env:
        scene = Scene(stack, _new_window(env), row, env)
        try:
            scene.window.expect(CARD)
            for name in mishaps:
                _one(scene, name, (MISHAPS | SLOW_MISHAPS)[name])
            stack.begin_case()
            _end(scene, "SIGTERM, idle", judge)
        finally:
            scene.window.kill()
        for name in ends:
            scene.window = _new_window(env)
            try:
                scene.window.expect(CARD)
                stack.begin_case()
                ENDS[name](scene)
                _end(scene, name, judge)
            finally:
                scene.window.kill()


def _end(scene: Scene, name: str, judge: Judge) -> None:
    """End the window; the next start finds the card as it should be."""
    row, stack = scene.row, scene.stack
    row.add(name, over_pcscd=True)
    code, took = scene.window.end(signal.SIGTERM, LONGEST_END_SECONDS * 4)
    if code != 0:
        row.crashes += 1
        row.complain(name, f"it ended with {code}")
    if took > LONGEST_END_SECONDS:
        row.complain(name, f"it took {took:.1f} s to end")
    if secrets_sent(stack.trace())["verify"] > 1:
        row.complain(name, "a password was sent twice")
    stack.pcscd.thaw()
    stack.card.quirk("slow", on=False)
    since = time.monotonic()
    judge.case = name
    judge.recover(True, since)


def _new_window(env: dict[str, str]) -> WatchedWindow:
    return WatchedWindow("--lang", "ja", env=env)


@contextmanager
def _on_a_screen(folder: Path) -> Iterator[dict[str, str]]:
    homes = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    folder.chmod(0o700)
    with screen() as name:
        own = {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": str(folder)}
        yield os.environ | homes | own
