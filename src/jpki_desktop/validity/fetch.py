"""Asks the sources: sends the OCSP question, opens or fetches revocation lists. Judges nothing.

Lists that were fetched and found good are kept until their nextUpdate, as files without a name
that end with the program. Answers of responders are never kept.
"""

import base64
import binascii
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.read_file import open_regular
from jpki_desktop.errors import CertificateFileError, NetworkError
from jpki_desktop.network import Network, Progress, StopToken
from jpki_desktop.validity import ocsp
from jpki_desktop.validity.crl import LARGEST_LIST, Sought, judge_list
from jpki_desktop.validity.kept_lists import KeptLists
from jpki_desktop.validity.ocsp import OcspPolicy
from jpki_desktop.validity.result import (
    Cause,
    Evidence,
    RevocationState,
    Source,
    SourceKind,
)

_LIST_ATTRIBUTE = "certificateRevocationList;binary"  # RFC 4523 2.4
_PEM_LINES = 48 * 1024

Open = Callable[[BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Asking:
    """What every question of one check shares."""

    network: Network
    clock: Callable[[], datetime]
    stop: StopToken
    progress: Progress
    policy: OcspPolicy
    kept: KeptLists


def ask_responder(
    asking: Asking, url: str, certificate: Certificate, issuer: Certificate
) -> Evidence:
    """Send one question with a fresh nonce and judge the answer."""
    source = Source(SourceKind.OCSP, url)
    question = ocsp.make_question(certificate, issuer, os.urandom(ocsp.NONCE_OCTETS), asking.policy)
    try:
        answer = asking.network.post(
            url,
            question.der,
            content_type=ocsp.QUESTION_TYPE,
            accept=ocsp.ANSWER_TYPE,
            limit=ocsp.LARGEST_ANSWER,
            stop=asking.stop,
        )
    except NetworkError as fault:
        return _unreached(source, fault)
    return ocsp.judge_answer(answer, question, source, asking.clock(), asking.policy)


def look_into_file(asking: Asking, path: str, sought: Sought) -> Evidence:
    """Judge a list in a file, DER or PEM."""
    source = Source(SourceKind.CRL, path)
    try:
        descriptor, _ = open_regular(path)
        with os.fdopen(descriptor, "rb", buffering=0) as stream, _as_der(stream) as der:
            return judge_list(der, sought, source, asking.clock())
    except (CertificateFileError, OSError, ValueError) as fault:
        detail = getattr(fault, "reason", type(fault).__name__)
        return Evidence(source, RevocationState.UNCHECKED, Cause.FILE, str(detail))


def look_into_download(asking: Asking, url: str, sought: Sought) -> Evidence:
    """Fetch a list by http or https, unless a current one is kept, and judge it."""

    def fill(stream: BinaryIO) -> None:
        asking.network.download(
            url, stream, limit=LARGEST_LIST, stop=asking.stop, progress=asking.progress
        )

    return _look_into(asking, Source(SourceKind.CRL, url), sought, fill)


def look_into_directory(asking: Asking, server: str, name: str, sought: Sought) -> Evidence:
    """Fetch a list from an LDAP entry, unless a current one is kept, and judge it."""

    def fill(stream: BinaryIO) -> None:
        stream.write(
            asking.network.directory_value(
                server, name, _LIST_ATTRIBUTE, limit=LARGEST_LIST, stop=asking.stop
            )
        )

    return _look_into(asking, Source(SourceKind.CRL, f"ldap://{server}/{name}"), sought, fill)


def _look_into(asking: Asking, source: Source, sought: Sought, fill: Open) -> Evidence:
    with asking.kept.lock:
        kept = asking.kept.find(source.place, asking.clock())
        if kept is not None:
            return judge_list(kept, sought, source, asking.clock())
    stream: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 - kept below, or closed
    keep = False
    try:
        fill(stream)
        stream.seek(0)
        with _as_der(stream) as der:
            found = judge_list(der, sought, source, asking.clock())
        keep = der is stream and found.cause is None and found.next_update is not None
        if keep and found.next_update is not None:
            with asking.kept.lock:
                asking.kept.keep(source.place, stream, found.next_update)
    except NetworkError as fault:
        return _unreached(source, fault)
    except (OSError, ValueError) as fault:
        return Evidence(source, RevocationState.UNCHECKED, Cause.FILE, type(fault).__name__)
    finally:
        if not keep:
            stream.close()
    return found


def _unreached(source: Source, fault: NetworkError) -> Evidence:
    detail = f"{fault.cause} {fault.detail}".rstrip()
    return Evidence(source, RevocationState.UNCHECKED, Cause.NETWORK, detail)


@contextmanager
def _as_der(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream itself, or a file with what its PEM text stands for (RFC 7468)."""
    head = stream.read(64)
    stream.seek(0)
    if not head.lstrip().startswith(b"-----BEGIN"):
        yield stream
        return
    with tempfile.TemporaryFile() as der:
        _decode(stream, der)
        yield der


def _decode(stream: BinaryIO, der: BinaryIO) -> None:
    """Decode the first block piece by piece."""
    with os.fdopen(os.dup(stream.fileno()), "rb") as text:
        text.seek(0)
        pending, inside = bytearray(), False
        for line in iter(lambda: text.readline(_PEM_LINES), b""):
            if line.startswith(b"-----"):
                if inside:
                    break
                inside = b"X509 CRL" in line
                continue
            if inside:
                pending += line.strip()
                if len(pending) >= _PEM_LINES:
                    whole = len(pending) // 4 * 4
                    der.write(base64.b64decode(pending[:whole], validate=True))
                    del pending[:whole]
        try:
            der.write(base64.b64decode(pending, validate=True))
        except binascii.Error as fault:
            raise ValueError("base64") from fault
    der.flush()
