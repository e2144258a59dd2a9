"""The step that asks a revocation server, and only one that was set or agreed to before."""

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.errors import CertificateFileError
from jpki_desktop.operations.check_validity import CheckChoice, check_validity
from jpki_desktop.operations.diagnosis.findings import Finding, Outcome, Step
from jpki_desktop.operations.diagnosis.scene import Known, Scene
from jpki_desktop.validity.check import Subject
from jpki_desktop.validity.result import Cause, PathState, RevocationState, Verdict

_NOT_SOUGHT = (Cause.NO_SOURCE, Cause.NOT_ALLOWED, Cause.HOST_NOT_ALLOWED)
_REVOKED = (RevocationState.REVOKED, RevocationState.ON_HOLD)
_GOOD = (RevocationState.GOOD, RevocationState.REQUESTED)


def server(scene: Scene, known: Known, cancel: CancelToken) -> tuple[Outcome, Known]:
    """Ask about the user authentication certificate, as 有効性確認 does."""
    step = Step.SERVER
    settings = scene.world.settings.settings
    official = settings.official_servers == "allowed"
    if not (settings.ocsp_url or settings.ldap_server or official or scene.world.demo):
        return Outcome(step, Finding.SERVER_NOT_SET), known
    if known.certificate is None:
        return Outcome(step, Finding.SERVER_NOTHING_TO_ASK), known
    seen = () if known.authority is None else (known.authority,)
    choice = CheckChoice(official_allowed=official)
    try:
        verdict = check_validity(scene.world, Subject(known.certificate), seen, choice, cancel)
    except CertificateFileError as error:
        return Outcome(step, Finding.SERVER_USELESS, error=error), known
    return _judged(verdict), known


def _judged(verdict: Verdict) -> Outcome:
    step = Step.SERVER
    if verdict.path.state is not PathState.OK:
        return Outcome(step, Finding.SERVER_NOT_ASKED, detail=verdict.path.state.value)
    found = verdict.decisive
    if verdict.revocation in _REVOKED:
        return Outcome(step, Finding.SERVER_SAYS_REVOKED, detail=verdict.revocation.value)
    if found is None or found.cause in _NOT_SOUGHT:
        return Outcome(step, Finding.SERVER_NOT_SET)
    if found.cause is Cause.NETWORK:
        return Outcome(step, Finding.SERVER_UNREACHED, detail=found.detail.partition(" ")[0])
    if found.cause is not None or verdict.revocation not in _GOOD:
        word = found.cause.value if found.cause is not None else verdict.revocation.value
        return Outcome(step, Finding.SERVER_USELESS, detail=word)
    return Outcome(step, Finding.SERVER_ANSWERS)
