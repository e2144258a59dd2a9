"""A certificate request (PKCS#10) described by its subject and its key.

Its signature is not looked at. Source of the structure: RFC 2986 4.1.
"""

from asn1crypto import keys, x509

from jpki_desktop.certificate import ber
from jpki_desktop.certificate.ber import BerError
from jpki_desktop.certificate.entries import RequestEntry
from jpki_desktop.certificate.parse import read_key
from jpki_desktop.certificate.parse_extension import read_name


def read_request(data: bytes) -> RequestEntry:
    """Describe the request.

    Raises:
        BerError: it is none.
    """
    outer = ber.element_at(data, 0, len(data))
    body = next(ber.children(data, outer), None)
    if body is None:
        raise BerError("not-a-request")
    parts = list(ber.children(data, body))
    if [part.tag for part in parts[:3]] != [ber.INTEGER, ber.SEQUENCE, ber.SEQUENCE]:
        raise BerError("not-a-request")
    subject, key = ber.raw(data, parts[1]), ber.raw(data, parts[2])
    return RequestEntry(
        ber.understood(lambda: read_name(x509.Name.load(subject, strict=True))),
        ber.understood(lambda: read_key(keys.PublicKeyInfo.load(key, strict=True))),
    )
