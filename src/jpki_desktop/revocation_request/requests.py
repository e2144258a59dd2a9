"""Remembers the requests that were sent, so that nobody sends one twice or takes it for undone.

A file that only the user can read. Of the certificate it holds a keyed hash: neither its serial
number nor a name. What a remembered request means for a verdict is decided here too.
"""

import json
import logging
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.errors import RequestNotKeptError, SettingsFileError
from jpki_desktop.revocation_request.model import RequestState, SignedRequest
from jpki_desktop.settings import InstallationSecret
from jpki_desktop.settings.one_writer import one_writer
from jpki_desktop.settings.reading import put_aside
from jpki_desktop.settings.whole_file import replace_file

Change = Callable[[tuple["RememberedRequest", ...]], tuple["RememberedRequest", ...]]

_LOG = logging.getLogger(__name__)
_PURPOSE = "revocation-request"

# Two certificates and a few attempts; a file that grew is not read to its end.
_MOST_REQUESTS = 100
_LARGEST = 256 * 1024

# How long a request without a proven answer is held against a good one of the authority: lists
# and responders are brought up to date within a day or so, also over holidays.
_DOUBT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class RememberedRequest:
    """One request; `certificate` is a keyed hash, `answered_at` is empty without an answer."""

    transaction_id: str
    certificate: str
    server: str
    state: RequestState
    sent_at: datetime
    answered_at: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether the certificate may be about to be revoked because of it."""
        if self.state in (RequestState.ACCEPTED, RequestState.PENDING):
            return True
        return self.state is RequestState.UNKNOWN and now < self.sent_at + _DOUBT


class RequestStore:
    """The requests in a file; without a path they live in memory alone."""

    def __init__(self, path: Path | None, secret: InstallationSecret) -> None:
        self._path = path
        self._secret = secret
        self._lock = threading.Lock()
        self._memory: tuple[RememberedRequest, ...] = ()

    def remember(self, signed: SignedRequest, sent_at: datetime) -> None:
        """Keep a request that is about to be sent; its state is unknown until it is told.

        Raises:
            RequestNotKeptError: it is not on the disk.
        """
        request = RememberedRequest(
            transaction_id=signed.transaction_id.hex().upper(),
            certificate=self._hash(signed.certificate),
            server=signed.server.url,
            state=RequestState.UNKNOWN,
            sent_at=sent_at,
        )
        self._change(lambda known: (*known, request)[-_MOST_REQUESTS:])

    def answered(self, transaction_id: str, state: RequestState, at: datetime | None) -> None:
        """Keep what is known of a request now.

        Raises:
            RequestNotKeptError: what was known before is still on the disk.
        """
        self._change(
            lambda known: tuple(
                replace(one, state=state, answered_at=at)
                if one.transaction_id == transaction_id
                else one
                for one in known
            )
        )

    def forget(self, transaction_id: str) -> None:
        """Drop a request that can have no effect.

        Raises:
            RequestNotKeptError: it is still on the disk.
        """
        self._change(
            lambda known: tuple(one for one in known if one.transaction_id != transaction_id)
        )

    def forget_all(self, certificate: Certificate) -> None:
        """Drop every request for a certificate that the authority shows as revoked."""
        if not self.requests():
            return
        with suppress(RequestNotKeptError):
            name = self._hash(certificate)
            if any(one.certificate == name for one in self.requests()):
                self._change(lambda known: tuple(one for one in known if one.certificate != name))

    def is_open(self, certificate: Certificate, now: datetime) -> bool:
        """Whether a request for this certificate may still take effect."""
        found = [one for one in self.requests() if one.is_open(now)]
        if not found:
            # Without any there is no need of a secret either.
            return False
        try:
            name = self._hash(certificate)
        except RequestNotKeptError:
            return False
        return any(one.certificate == name for one in found)

    def requests(self) -> tuple[RememberedRequest, ...]:
        """Every request that is remembered, the newest last."""
        return self._memory if self._path is None else _read(self._path)

    def _hash(self, certificate: Certificate) -> str:
        try:
            return self._secret.keyed_hash(_PURPOSE, certificate.der)
        except SettingsFileError as problem:
            raise RequestNotKeptError(problem.path, problem.reason) from None

    def _change(self, change: Change) -> None:
        with self._lock:
            path = self._path
            if path is None:
                self._memory = change(self._memory)
                return
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                # A window and a terminal may send at once; neither may forget the other's request.
                with one_writer(path.parent):
                    _write(path, change(_read(path)))
            except OSError as problem:
                raise RequestNotKeptError(str(path), problem.strerror or "") from None


def _read(path: Path) -> tuple[RememberedRequest, ...]:
    """Read the file; what cannot be read is left out, and set aside when it is next written."""
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(_LARGEST))
        return tuple(_request(entry) for entry in found)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as problem:
        _LOG.warning("the requests could not be read: %s", type(problem).__name__)
        return ()


def _request(entry: dict[str, str | None]) -> RememberedRequest:
    answered = entry["answered_at"]
    return RememberedRequest(
        transaction_id=str(entry["transaction_id"]),
        certificate=str(entry["certificate"]),
        server=str(entry["server"]),
        state=RequestState(str(entry["state"])),
        sent_at=_moment(str(entry["sent_at"])),
        answered_at=None if answered is None else _moment(answered),
    )


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        # It could not be compared with the clock.
        raise ValueError
    return moment


def _write(path: Path, requests: tuple[RememberedRequest, ...]) -> None:
    """Write the file whole, and return when the disk has it."""
    entries = [
        asdict(one)
        | {
            "sent_at": one.sent_at.isoformat(),
            "answered_at": None if one.answered_at is None else one.answered_at.isoformat(),
        }
        for one in requests
    ]
    if not requests and not path.exists():
        return
    _keep_broken(path)
    replace_file(path, json.dumps(entries, indent=1).encode())
    if os.name == "posix":
        # The name of a new file is on the disk only when its folder is.
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _keep_broken(path: Path) -> None:
    """Put a file that is not ours to understand under another name, so that nothing is lost."""
    if path.exists() and not _read(path) and path.stat().st_size > len("[]"):
        put_aside(path)
