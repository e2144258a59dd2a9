"""Which known certificates lead from one certificate up to its authority.

A link counts only when the signature fits: several authorities of JPKI share one name. This is
what the 証明のパス tab shows; it judges neither dates nor trust and never means "valid".
"""

from collections.abc import Iterable

from jpki_desktop.certificate.extension import AuthorityKeyIdentifier, SubjectKeyIdentifier
from jpki_desktop.certificate.model import Certificate

# Longer paths exist only to keep programs busy.
_LONGEST = 10


def known_chain(
    certificate: Certificate, candidates: Iterable[Certificate]
) -> tuple[Certificate, ...]:
    """Return the certificate, its issuer, that one's issuer … as far as they are known."""
    available = list(candidates)
    chain = [certificate]
    while len(chain) < _LONGEST and chain[-1].issuer != chain[-1].subject:
        above = _issuer(chain[-1], available)
        if above is None or above in chain:
            break
        chain.append(above)
    return tuple(chain)


def _issuer(certificate: Certificate, candidates: list[Certificate]) -> Certificate | None:
    return next(
        (
            candidate
            for candidate in candidates
            if candidate.subject == certificate.issuer
            and _keys_agree(certificate, candidate)
            and _signed_by(certificate, candidate)
        ),
        None,
    )


def _keys_agree(certificate: Certificate, issuer: Certificate) -> bool:
    """Compare the key identifiers where both are there: cheaper than a signature."""
    named = certificate.find(AuthorityKeyIdentifier)
    own = issuer.find(SubjectKeyIdentifier)
    if named is None or own is None or named.key_identifier is None:
        return True
    return named.key_identifier == own.identifier


def _signed_by(certificate: Certificate, issuer: Certificate) -> bool:
    # Loaded where there is a signature to look at: most files hold one certificate by itself.
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature

    try:
        below = x509.load_der_x509_certificate(certificate.der)
        below.verify_directly_issued_by(x509.load_der_x509_certificate(issuer.der))
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True
