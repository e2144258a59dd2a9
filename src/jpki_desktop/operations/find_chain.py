"""Find the authorities above a certificate among the remembered ones and those beside it."""

from collections.abc import Iterable

from jpki_desktop.certificate.chain import known_chain
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.errors import CertificateError
from jpki_desktop.settings import AuthorityStore


def find_chain(
    certificate: Certificate, authorities: AuthorityStore, beside: Iterable[Certificate] = ()
) -> tuple[Certificate, ...]:
    """Return the path from the certificate upwards, as far as it is known."""
    return known_chain(certificate, [*beside, *_remembered(authorities)])


def _remembered(authorities: AuthorityStore) -> Iterable[Certificate]:
    for der in authorities.certificates():
        try:
            yield parse_certificate(der)
        except CertificateError:
            continue
