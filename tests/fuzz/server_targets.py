"""What servers send: OCSP answers, revocation lists and directories that the fuzzer invents."""

import io
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import cast

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.errors import NetworkError
from jpki_desktop.network import directory
from jpki_desktop.network.channel import Channel
from jpki_desktop.validity.crl import Sought, judge_list
from jpki_desktop.validity.ocsp import OcspPolicy, Question, judge_answer, make_question
from jpki_desktop.validity.result import Evidence, RevocationState, Source, SourceKind
from support import pki

_ATTRIBUTE = "certificateRevocationList"
_LIMIT = 1 << 16


@dataclass(frozen=True)
class World:
    """A holder, the authority, and what its servers honestly say."""

    holder: Certificate
    issuer: Certificate
    question: Question
    answer: bytes
    revocations: bytes


@cache
def world() -> World:
    """Make the keys once."""
    authority = pki.make_authority()
    holder = pki.make_holder(authority)
    nonce = bytes(range(32))
    question = make_question(pki.parsed(holder), authority.certificate, nonce, OcspPolicy())
    plan = pki.AnswerPlan(nonce=nonce)
    return World(
        pki.parsed(holder),
        authority.certificate,
        question,
        pki.make_answer(holder, authority, authority, plan),
        pki.make_list(authority, [pki.Entry(serial=0x0705D991, at=pki.NOW - pki.HOUR)]),
    )


def _honest(found: Evidence) -> bool:
    """Nothing but what was signed may be believed, and that says "good"."""
    assert found.state in (RevocationState.UNCHECKED, RevocationState.GOOD), found
    return found.state is RevocationState.GOOD


def ocsp_answer(data: bytes) -> bool:
    """An answer is judged, or it is none."""
    source = Source(SourceKind.OCSP, "http://ocsp.test.invalid/")
    return _honest(judge_answer(data, world().question, source, pki.NOW, OcspPolicy()))


def signed_list(data: bytes) -> bool:
    """A list is judged, or it is none."""
    source = Source(SourceKind.CRL, "http://crl.test.invalid/")
    sought = Sought(world().holder, world().issuer)
    return _honest(judge_list(io.BytesIO(data), sought, source, pki.NOW))


class _Line:
    """A connection on which everything has arrived already."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def makefile(self) -> io.BufferedReader:
        """Return a reader of it."""
        return io.BufferedReader(cast("io.RawIOBase", io.BytesIO(self._data)))


def directory_answer(data: bytes) -> bool:
    """A directory gives one value, or a cause."""
    with suppress(NetworkError):
        value = directory._answer(cast("Channel", _Line(data)), _ATTRIBUTE, _LIMIT)
        assert value in data
        return True
    return False


def directory_reply() -> bytes:
    """One entry with one value, and the result (RFC 4511 4.5.2)."""
    values = directory._Values([b"list"])
    part = directory._Attribute({"type": _ATTRIBUTE.encode(), "values": values})
    entry = directory._Entry({"name": b"cn=x", "attributes": directory._Attributes([part])})
    done = directory._Result({"code": 0, "matched": b"", "message": b""})
    return b"".join(
        bytes(directory._Message({"id": 1, "operation": directory._Operation(*it)}).dump())
        for it in (("entry", entry), ("done", done))
    )


def server_seeds() -> dict[str, bytes]:
    """What honest servers say; made anew for each run, since it is signed with keys of the run."""
    return {
        "ocsp-answer": world().answer,
        "signed-list": world().revocations,
        "directory": directory_reply(),
    }
