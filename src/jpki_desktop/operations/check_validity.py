"""Check the validity of one certificate: gather what trust rests on, then ask and judge.

Without the user's word no server of JPKI is asked. The card is read elsewhere; nothing here waits
for a person.
"""

from dataclasses import dataclass, replace

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardSource
from jpki_desktop.card.profile import CertificateFile
from jpki_desktop.certificate.files import open_certificate_file
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.environment import Environment
from jpki_desktop.errors import CertificateError, JpkiError, NoCertificateFileError, UsageError
from jpki_desktop.network import Progress, StopToken
from jpki_desktop.operations.show_certificate import read_open_certificate
from jpki_desktop.validity import check
from jpki_desktop.validity.check import Sources, Subject
from jpki_desktop.validity.fetch import Asking
from jpki_desktop.validity.ocsp import OcspPolicy
from jpki_desktop.validity.result import Verdict, VerdictWord
from jpki_desktop.validity.trust import TrustChoice

# The authority's certificate that belongs to each of the holder's.
_AUTHORITIES = {
    CertificateFile.AUTH: CertificateFile.AUTH_CA,
    CertificateFile.SIGN: CertificateFile.SIGN_CA,
}


@dataclass(frozen=True, slots=True)
class CheckChoice:
    """What was chosen for this check; empty texts take what the settings say.

    `given` is a file whose authorities are then the whole trust. `official_allowed` is the user's
    word that JPKI's own servers may be asked.
    """

    given: str = ""
    ocsp_url: str = ""
    lists: tuple[str, ...] = ()
    official_allowed: bool = False
    test_cards: bool = False


def no_progress(done: int, total: int | None) -> None:
    """Show nothing."""
    del done, total


def check_validity(
    world: Environment,
    subject: Subject,
    seen: tuple[Certificate, ...],
    choice: CheckChoice,
    stop: StopToken,
    *,
    progress: Progress = no_progress,
) -> Verdict:
    """Return the verdict on a certificate; `seen` are authorities that came along with it.

    Raises:
        CertificateFileError: a file of authorities cannot be opened.
        CancelledError: given up.
    """
    for one in seen:
        # Kept only where it is one of the published certificates.
        world.authorities.remember(one.der)
    settings = world.settings.settings
    trust = TrustChoice(
        seen=seen + _remembered(world),
        organisation=_authorities(settings.ca_file),
        given=_authorities(choice.given),
        demo_keys=frozenset() if world.demo is None else world.demo.authority_keys(),
        test_cards=choice.test_cards,
    )
    sources = Sources(
        ocsp_url=choice.ocsp_url or ("" if choice.lists else settings.ocsp_url),
        lists=choice.lists,
        directory=settings.ldap_server,
        official_allowed=choice.official_allowed,
    )
    asking = Asking(world.network, world.clock, stop, progress, OcspPolicy(), world.lists)
    requested = world.requests.is_open(subject.certificate, world.clock())
    subject = replace(subject, requested=subject.requested or requested)
    verdict = check.check_validity(subject, trust, sources, asking)
    if verdict.word is VerdictWord.REVOKED:
        # The authority says more than the request does.
        world.requests.forget_all(subject.certificate)
    return verdict


def read_issuer(
    cards: CardSource, reader: str, which: CertificateFile, cancel: CancelToken
) -> tuple[Certificate, ...]:
    """Return the authority's certificate that stands on the card beside `which`, if it is there.

    Raises:
        CancelledError: given up.
    """
    try:
        return (read_open_certificate(cards, reader, _AUTHORITIES[which], cancel),)
    except JpkiError:
        # Without it the check says that the authority has not been seen.
        cancel.check()
        return ()


def subject_of_file(path: str) -> tuple[Subject, tuple[Certificate, ...]]:
    """Return the one certificate of a file that is no authority's, and the authorities in it.

    Raises:
        UsageError: there is none, or there are several and a verdict on one would be taken for
            all of them.
        CertificateFileError: in its leaf classes.
        CertificateError: there is a certificate that cannot be read.
    """
    found = [entry.certificate() for entry in open_certificate_file(path).certificates]
    if not found:
        raise NoCertificateFileError(path, "no-certificate")
    authorities = tuple(one for one in found if one.is_ca)
    subjects = {one.der: one for one in found if not one.is_ca}
    if len(subjects) > 1:
        raise UsageError("several-certificates")
    if not subjects:
        # An authority's certificate is judged as a part of the path of what it issued.
        raise UsageError("only-authorities")
    return Subject(next(iter(subjects.values())), authorities), authorities


def _authorities(path: str) -> tuple[Certificate, ...]:
    """Return every certificate of a file; nothing without a path.

    Raises:
        CertificateFileError: it cannot be opened, or holds none.
    """
    if not path:
        return ()
    found = tuple(entry.certificate() for entry in open_certificate_file(path).certificates)
    if not found:
        raise NoCertificateFileError(path, "no-certificate")
    return found


def _remembered(world: Environment) -> tuple[Certificate, ...]:
    found = []
    for der in world.authorities.certificates():
        try:
            found.append(parse_certificate(der))
        except CertificateError:
            continue
    return tuple(found)
