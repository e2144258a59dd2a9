"""The steps about this computer: the service, the readers, the clock, pieces of a browser."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import jpki_desktop
from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.errors import NoCardAccessError, NoServiceError
from jpki_desktop.machine.pieces import pieces
from jpki_desktop.machine.service import Door, ServiceLook, System, look_at_service
from jpki_desktop.machine.usb import Needs, UsbReader, unlisted, usb_readers
from jpki_desktop.operations.diagnosis.findings import Finding, Outcome, Step
from jpki_desktop.operations.diagnosis.scene import Known, Scene

# SCARD_E_SERVICE_STOPPED is what libpcsclite returns when pcscd speaks another protocol version.
_OTHER_PROTOCOL = 0x8010001E
# A certificate or a file may come from a machine whose clock is a little ahead.
_TOLERANCE = timedelta(hours=26)
# Nobody runs a program this old: the clock is ahead, or it is time for a new one.
_LONGEST_USE = timedelta(days=15 * 366)
_JUMP_SECONDS = 5.0


def service(scene: Scene, known: Known, cancel: CancelToken) -> tuple[Outcome, Known]:
    """Ask the service for its readers; where it does not answer, look why."""
    del cancel
    try:
        seen = scene.world.cards.readers()
    except NoServiceError as error:
        look = look_at_service(scene.root, scene.system)
        return Outcome(Step.SERVICE, _why_no_service(look, error), error=error), known
    except NoCardAccessError as error:
        return Outcome(Step.SERVICE, Finding.STEP_ERROR, error=error), known
    return Outcome(Step.SERVICE, Finding.SERVICE_RUNS), replace(known, seen=seen)


def _why_no_service(look: ServiceLook, error: NoServiceError) -> Finding:
    if look.door is Door.REFUSED:
        return Finding.SERVICE_REFUSES
    if look.door is Door.OPEN:
        # Something listens and hangs up: polkit does not let this user in, or the versions differ.
        other = error.result == _OTHER_PROTOCOL or look.sandboxed
        return Finding.SERVICE_OTHER_VERSION if other else Finding.SERVICE_REFUSES
    return Finding.SERVICE_STOPPED if look.installed else Finding.SERVICE_MISSING


def readers(scene: Scene, known: Known, cancel: CancelToken) -> tuple[Outcome, Known]:
    """List the readers, and those on USB that the service does not list."""
    del cancel
    names = tuple(reader.name for reader in known.seen.readers) if known.seen else ()
    missing: tuple[UsbReader, ...] = ()
    if scene.world.demo is None and scene.system is System.LINUX:
        missing = unlisted(usb_readers(scene.root), names)
    if names:
        return _some_readers(scene, names, missing), known
    if not missing:
        return Outcome(Step.READERS, Finding.READERS_NONE), known
    finding = Finding.READERS_UNUSABLE
    if any(device.needs is Needs.CCID for device in missing):
        finding = Finding.READERS_NEED_DRIVER
        missing = tuple(device for device in missing if device.needs is Needs.CCID)
    return Outcome(Step.READERS, finding, names=_devices(missing)), known


def _some_readers(scene: Scene, names: tuple[str, ...], missing: tuple[UsbReader, ...]) -> Outcome:
    if missing:
        hopeless = all(device.needs is Needs.NOTHING_HELPS for device in missing)
        detail = Needs.NOTHING_HELPS.value if hopeless else Needs.CCID.value
        found = Finding.READERS_ONE_UNUSABLE
        return Outcome(Step.READERS, found, names=_devices(missing), detail=detail)
    chosen = scene.world.settings.settings.reader
    if chosen and chosen not in names:
        return Outcome(Step.READERS, Finding.READERS_CHOSEN_MISSING, names=(chosen,))
    return Outcome(Step.READERS, Finding.READERS_FOUND, names=names, number=len(names))


def _devices(found: tuple[UsbReader, ...]) -> tuple[str, ...]:
    return tuple(f"{device.name} [{device.id}]" for device in found)


def clock(scene: Scene, known: Known, cancel: CancelToken) -> tuple[Outcome, Known]:
    """Compare the clock with what must lie before now, and with the ticks since the beginning."""
    del cancel
    now = scene.world.clock()
    drift = (now - scene.begun).total_seconds() - (time.monotonic() - scene.begun_ticks)
    made = _made_at()
    issued = [one.period.not_before for one in (known.certificate, known.authority) if one]
    if any(now < moment - _TOLERANCE for moment in (made, *issued)):
        finding = Finding.CLOCK_BEHIND
    elif now > made + _LONGEST_USE:
        finding = Finding.CLOCK_AHEAD
    elif abs(drift) > _JUMP_SECONDS:
        finding = Finding.CLOCK_JUMPED
    else:
        finding = Finding.CLOCK_PLAUSIBLE
    return Outcome(Step.CLOCK, finding, number=round(drift)), known


def _made_at() -> datetime:
    """When the files of this program were made, as far as they say."""
    try:
        seconds = Path(jpki_desktop.__file__).stat().st_mtime
    except OSError:
        seconds = 0.0
    return datetime.fromtimestamp(seconds, UTC)


def browser_pieces(scene: Scene, known: Known, cancel: CancelToken) -> tuple[Outcome, Known]:
    """List what a browser would use; that is all that can be said of it."""
    del cancel
    names = tuple(piece.name for piece in pieces(scene.root))
    finding = Finding.PIECES_FOUND if names else Finding.PIECES_NONE
    return Outcome(Step.PIECES, finding, names=names, number=len(names)), known
