"""What can go wrong between the program and a card over PC/SC, one entry each.

A mishap is armed before the operation or strikes when its n-th command is about to be sent; when
the operation has ended, the world is made whole again.
"""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from support.foreign_client import foreign_client
from torture.in_process import JumpingClock
from torture.stack import Stack

# Shorter than the watchdog's patience here, long enough for everybody to notice.
_HICCUP_SECONDS = 0.3


def _nothing(_stack: Stack) -> None:
    """Nothing is to be done."""


def _unarmed(_stack: Stack, _number: int) -> None:
    """Nothing is to be done before."""


def _no_one(_stack: Stack) -> AbstractContextManager[object]:
    return nullcontext()


@dataclass(frozen=True)
class Mishap:
    """One way to go wrong; `holding` is somebody else who stays for the whole operation.

    `once`: the number of the command means nothing to it; `struck` then tells whether it has
    happened.
    """

    name: str
    strike: Callable[[Stack], None] = _nothing
    arm: Callable[[Stack, int], None] = _unarmed
    holding: Callable[[Stack], AbstractContextManager[object]] = _no_one
    mend: Callable[[Stack], None] = _nothing
    once: bool = False
    struck: Callable[[Stack], bool] = lambda _stack: True


def _restart(stack: Stack) -> None:
    stack.pcscd.kill()
    stack.pcscd.start()


def _hiccup(stack: Stack) -> None:
    stack.pcscd.freeze()
    threading.Timer(_HICCUP_SECONDS, stack.pcscd.thaw).start()


def _start_service(stack: Stack) -> None:
    stack.pcscd.start()


def _kill_frozen(stack: Stack) -> None:
    stack.pcscd.kill()
    stack.pcscd.start()


def _unplug(stack: Stack) -> None:
    stack.pcscd.unplug(0)


def _plug_in(stack: Stack) -> None:
    stack.pcscd.plug_in(0)


def _pull(stack: Stack) -> None:
    stack.card.remove(wait=False)


def _unplug_with_card(stack: Stack) -> None:
    stack.pcscd.unplug(0)
    stack.card.remove(wait=False)


def _plug_in_with_card(stack: Stack) -> None:
    stack.pcscd.plug_in(0)
    stack.card.insert(wait=False)


def _lay_back(stack: Stack) -> None:
    stack.card.insert(wait=False)


def _fall_silent(stack: Stack) -> None:
    stack.card.quirk("mute")


def _speak_again(stack: Stack) -> None:
    # Whoever has a card that does not answer takes it off.
    stack.card.remove(wait=False)
    stack.card.quirk("mute", on=False)
    stack.card.insert(wait=False)


def _fault(kind: str) -> Callable[[Stack, int], None]:
    return lambda stack, number: stack.card.fault(f"{kind} {number}")


def _foreign(how: str) -> Callable[[Stack], AbstractContextManager[object]]:
    return lambda stack: foreign_client(stack.name, how)


def _asleep(stack: Stack) -> None:
    """Everything stands still for a night, and the card is gone when it goes on."""
    CLOCK.jump()
    stack.pcscd.freeze()
    stack.card.remove(wait=False)
    stack.pcscd.thaw()


def cut_wire(after: int) -> Mishap:
    """Return a wire that breaks after so many bytes of the card; the contact is good again then.

    The driver's own fault ends the service where the break is inside a length; like systemd, the
    world starts it again then.
    """

    def arm(stack: Stack, _number: int) -> None:
        stack.wire.cut(after)

    name = f"wire cut after byte {after}"
    return Mishap(name, arm=arm, mend=_revive, once=True, struck=lambda stack: stack.wire.broken)


def _revive(stack: Stack) -> None:
    stack.pcscd.revive()


CLOCK = JumpingClock()

MISHAPS = (
    Mishap("service stopped", strike=lambda stack: stack.pcscd.stop(), mend=_start_service),
    Mishap("service killed", strike=lambda stack: stack.pcscd.kill(), mend=_start_service),
    Mishap("service restarted", strike=_restart),
    Mishap("service hangs for a moment", strike=_hiccup),
    Mishap("service hangs for good", strike=lambda it: it.pcscd.freeze(), mend=_kill_frozen),
    Mishap("reader unplugged", strike=_unplug, mend=_plug_in),
    Mishap("reader unplugged with its card", strike=_unplug_with_card, mend=_plug_in_with_card),
    Mishap("card pulled", strike=_pull, mend=_lay_back),
    Mishap("card gone instead of the answer", arm=_fault("gone"), mend=_lay_back),
    Mishap("card gone after obeying", arm=_fault("gone-after"), mend=_lay_back),
    Mishap("answer of no length", arm=_fault("empty")),
    Mishap("answer of no length after obeying", arm=_fault("empty-after")),
    Mishap("garbage", arm=_fault("garbage")),
    Mishap("garbage after obeying", arm=_fault("garbage-after")),
    Mishap("answer too long", arm=_fault("overlong")),
    Mishap("error word", arm=_fault("6f00")),
    Mishap("mute card", strike=_fall_silent, mend=_speak_again),
    Mishap("asleep, card lost", strike=_asleep, mend=_lay_back),
    Mishap("another program, exclusive", holding=_foreign("exclusive"), once=True),
    Mishap("another program, transaction", holding=_foreign("transaction"), once=True),
)
