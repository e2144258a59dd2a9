"""The whole check: path, then the sources in their order, then the verdict.

What several sources say is put together here, and only here: revoked beats everything, unknown is
never upgraded, and one good answer is good only if nothing speaks against it.
"""

from dataclasses import dataclass, replace
from itertools import pairwise
from urllib.parse import urlsplit

from cryptography import x509

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.validity import fetch
from jpki_desktop.validity.crl import Sought
from jpki_desktop.validity.fetch import Asking
from jpki_desktop.validity.partition import partitions
from jpki_desktop.validity.path import check_path
from jpki_desktop.validity.result import (
    Cause,
    Evidence,
    PathFault,
    PathResult,
    PathState,
    RevocationState,
    Source,
    SourceKind,
    Trust,
    Verdict,
    VerdictWord,
)
from jpki_desktop.validity.trust import TrustChoice, trusted_authorities

# The only hosts that a production certificate may send a question to.
_OFFICIAL_DOMAIN = ".jpki.go.jp"

_WEB = ("http://", "https://")
_CONCLUSIVE = frozenset(
    {
        RevocationState.GOOD,
        RevocationState.REVOKED,
        RevocationState.ON_HOLD,
        RevocationState.UNKNOWN,
    }
)


@dataclass(frozen=True, slots=True)
class Sources:
    """Where revocation is looked up.

    `ocsp_url` and `lists` (files and addresses) are asked instead of what the certificate names;
    `directory` is the LDAP server for partitions that are named by a directory name.
    `official_allowed` is the user's word that JPKI's own servers may be asked.
    """

    ocsp_url: str = ""
    lists: tuple[str, ...] = ()
    directory: str = ""
    official_allowed: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What is checked: the certificate, authorities that came with it, and an own request.

    `requested` says that a revocation request of ours may still take effect.
    """

    certificate: Certificate
    between: tuple[Certificate, ...] = ()
    requested: bool = False


def check_validity(
    subject: Subject, trust: TrustChoice, sources: Sources, asking: Asking
) -> Verdict:
    """Return the verdict; every failure is a part of it.

    Raises:
        CancelledError: given up.
    """
    now = asking.clock()
    authorities = trusted_authorities(trust)
    path = check_path(subject.certificate, authorities, now, between=subject.between)
    if path.state is not PathState.OK:
        return Verdict(path, RevocationState.UNCHECKED, (), now)
    evidence = _evidence(path.chain[0], path.chain[1], path, sources, asking)
    verdict = Verdict(path, combined(evidence), evidence, now)
    if len(path.chain) > 2 and verdict.revocation is RevocationState.GOOD:
        verdict = _with_authorities(verdict, sources, asking)
    return _with_request(verdict) if subject.requested else verdict


def _with_request(verdict: Verdict) -> Verdict:
    """An own request that may still take effect says more than a good answer, and than none."""
    if verdict.word in (VerdictWord.VALID, VerdictWord.UNCHECKED):
        return replace(verdict, revocation=RevocationState.REQUESTED)
    return verdict


def combined(evidence: tuple[Evidence, ...]) -> RevocationState:
    """Put together what all sources say (policy: docs/decisions/0011-validity-policy.md)."""
    said = {one.state for one in evidence}
    for state in (RevocationState.REVOKED, RevocationState.ON_HOLD, RevocationState.UNKNOWN):
        if state in said:
            return state
    if any(_is_doubt(one) for one in evidence) or RevocationState.GOOD not in said:
        return RevocationState.UNCHECKED
    return RevocationState.GOOD


def _is_doubt(evidence: Evidence) -> bool:
    """Whether a source that gave no answer speaks against a good one all the same.

    A wrong clock; an outdated list that names the certificate; a list of the issuer's, signed and
    of a kind that is not understood here (a delta may revoke what the full list does not).
    """
    past = evidence.cause is not None and evidence.revocation is not None
    return past or evidence.cause in (Cause.CLOCK, Cause.UNSUPPORTED)


def _with_authorities(verdict: Verdict, sources: Sources, asking: Asking) -> Verdict:
    """Look up the authorities between the certificate and the trusted one as well."""
    chain = verdict.path.chain
    own = replace(sources, ocsp_url="")
    for authority, issuer in pairwise(chain[1:]):
        evidence = _evidence(authority, issuer, verdict.path, own, asking)
        if not any(one.state in _CONCLUSIVE for one in evidence) and sources.lists:
            sought = Sought(authority, issuer)
            evidence += tuple(_named_by_certificate(sought, verdict.path, sources, asking))
        state = combined(evidence)
        if state in (RevocationState.REVOKED, RevocationState.ON_HOLD):
            path = replace(
                verdict.path, state=PathState.UNTRUSTED, fault=PathFault.AUTHORITY_REVOKED
            )
            return replace(verdict, path=path, evidence=verdict.evidence + evidence)
        if state is not RevocationState.GOOD:
            failed = replace(
                evidence[0], state=RevocationState.UNCHECKED, cause=Cause.AUTHORITY_UNCHECKED
            )
            return replace(
                verdict,
                revocation=RevocationState.UNCHECKED,
                evidence=(*verdict.evidence, failed),
            )
    return verdict


def _evidence(
    certificate: Certificate,
    issuer: Certificate,
    path: PathResult,
    sources: Sources,
    asking: Asking,
) -> tuple[Evidence, ...]:
    sought = Sought(certificate, issuer)
    found: list[Evidence] = []
    if sources.ocsp_url:
        found.append(fetch.ask_responder(asking, sources.ocsp_url, certificate, issuer))
    found += [_list(asking, place, sought) for place in sources.lists]
    if not found:
        found = _named_by_certificate(sought, path, sources, asking)
    nothing = Evidence(Source(SourceKind.OCSP), RevocationState.UNCHECKED, Cause.NO_SOURCE)
    return tuple(found) or (nothing,)


def _list(asking: Asking, place: str, sought: Sought) -> Evidence:
    if place.lower().startswith(_WEB):
        return fetch.look_into_download(asking, place, sought)
    return fetch.look_into_file(asking, place, sought)


def _named_by_certificate(
    sought: Sought, path: PathResult, sources: Sources, asking: Asking
) -> list[Evidence]:
    """Ask the responder that the verified certificate names; lists, where that leads nowhere."""
    found: list[Evidence] = []
    for url in sought.certificate.ocsp_urls[:1]:
        cause = _not_allowed(url, path.trust, sources)
        if cause is not None:
            source = Source(SourceKind.OCSP, url)
            found.append(Evidence(source, RevocationState.UNCHECKED, cause))
        else:
            found.append(fetch.ask_responder(asking, url, sought.certificate, sought.issuer))
    if not any(one.state in _CONCLUSIVE for one in found):
        found += _lists_of_certificate(sought, path, sources, asking)
    return found


def _lists_of_certificate(
    sought: Sought, path: PathResult, sources: Sources, asking: Asking
) -> list[Evidence]:
    found = []
    for name in partitions(sought.certificate):
        if isinstance(name, x509.UniformResourceIdentifier) and name.value.startswith(_WEB):
            if _not_allowed(name.value, path.trust, sources) is None:
                found.append(fetch.look_into_download(asking, name.value, sought))
        elif isinstance(name, x509.DirectoryName) and sources.directory:
            entry = name.value.rfc4514_string()
            found.append(fetch.look_into_directory(asking, sources.directory, entry, sought))
        if found and found[-1].state in _CONCLUSIVE:
            break
    return found


def _not_allowed(url: str, trust: Trust | None, sources: Sources) -> Cause | None:
    """Why an address that the certificate names is not asked.

    JPKI's servers serve registered verifiers and learn which certificate is asked about, so the
    user decides; a certificate of JPKI may name no other host.
    """
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        host = ""
    official = f".{host}".endswith(_OFFICIAL_DOMAIN)
    if trust is Trust.JPKI and not official:
        return Cause.HOST_NOT_ALLOWED
    # Whatever the trust rests on: the user's word is about JPKI's servers.
    asks_jpki = official or trust is Trust.JPKI_TEST
    return Cause.NOT_ALLOWED if asks_jpki and not sources.official_allowed else None
