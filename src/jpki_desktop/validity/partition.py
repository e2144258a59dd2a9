"""Which certificates a revocation list is about: its scope, and the certificate's partitions.

JPKI divides its lists by municipality; both sides name the partition by a directory name
(RFC 5280 4.2.1.13 and 5.2.5).
"""

from cryptography import x509

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.validity.responder import NotBelievedError
from jpki_desktop.validity.result import Cause

_DELTA = x509.DeltaCRLIndicator.oid
_SCOPE = x509.IssuingDistributionPoint.oid


def covers(revocations: x509.CertificateRevocationList, certificate: Certificate) -> None:
    """Return when the list is complete for this certificate.

    Raises:
        NotBelievedError: it is another partition's, a delta, an indirect or a partial list.
    """
    for extension in revocations.extensions:
        if extension.oid == _DELTA:
            raise NotBelievedError(Cause.UNSUPPORTED, "delta")
        if extension.critical and extension.oid != _SCOPE:
            raise NotBelievedError(Cause.CRITICAL_EXTENSION, extension.oid.dotted_string)
        if isinstance(extension.value, x509.IssuingDistributionPoint):
            _check_scope(extension.value, certificate)


def _check_scope(scope: x509.IssuingDistributionPoint, certificate: Certificate) -> None:
    if scope.indirect_crl:
        raise NotBelievedError(Cause.UNSUPPORTED, "indirect")
    if scope.only_some_reasons:
        raise NotBelievedError(Cause.UNSUPPORTED, "reasons")
    if scope.relative_name is not None:
        raise NotBelievedError(Cause.UNSUPPORTED, "relative-name")
    others = scope.only_contains_user_certs if certificate.is_ca else scope.only_contains_ca_certs
    if others or scope.only_contains_attribute_certs:
        raise NotBelievedError(Cause.PARTITION, "kind")
    if scope.full_name is not None and not set(scope.full_name) & set(partitions(certificate)):
        raise NotBelievedError(Cause.PARTITION)


def partitions(certificate: Certificate) -> list[x509.GeneralName]:
    """Names of the certificate's complete lists that its own issuer signs."""
    try:
        points = (
            x509.load_der_x509_certificate(certificate.der)
            .extensions.get_extension_for_class(x509.CRLDistributionPoints)
            .value
        )
    except (x509.ExtensionNotFound, ValueError):
        return []
    return [
        name
        for point in points
        if point.full_name and not point.reasons and not point.crl_issuer
        for name in point.full_name
    ]
