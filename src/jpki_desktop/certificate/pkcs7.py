"""The certificates of a PKCS#7 file (.p7b, .p7c), in DER or BER.

The signatures of such a file are not looked at. Source of the structure: RFC 5652 5.1 and 10.2.
"""

from collections.abc import Iterator

from jpki_desktop.certificate import ber
from jpki_desktop.certificate.ber import BerError, Element

# CertificateChoices other than a certificate: extendedCertificate, v1 and v2 attribute
# certificates, and other forms.
_CERTIFICATES = ber.EXPLICIT_0
_REVOCATION_LISTS = ber.EXPLICIT_1


def signed_objects(data: bytes) -> Iterator[bytes]:
    """Every certificate and every revocation list of the file, as it stands there.

    Raises:
        BerError: it is no PKCS#7 file with certificates.
    """
    outer = ber.element_at(data, 0, len(data))
    content_type, content = _two(data, outer)
    del content_type
    (body,) = _some(data, content, 1)
    for part in ber.children(data, body):
        if part.tag in (_CERTIFICATES, _REVOCATION_LISTS):
            for child in ber.children(data, part):
                yield ber.raw(data, child)


def _two(data: bytes, parent: Element) -> tuple[Element, Element]:
    first, second = _some(data, parent, 2)
    return first, second


def _some(data: bytes, parent: Element, count: int) -> list[Element]:
    found = [child for _, child in zip(range(count), ber.children(data, parent), strict=False)]
    if len(found) != count or not found[-1].constructed:
        raise BerError("not-pkcs7")
    return found
