"""The parsers as fuzz targets: each takes bytes and raises nothing but what it documents.

Each tells whether it has taken the input, so that a test can hold that a good one is.
"""

import io
from collections.abc import Callable
from contextlib import suppress

from fuzz.card_target import card
from fuzz.server_targets import directory_answer, ocsp_answer, signed_list
from jpki_desktop.certificate import ber
from jpki_desktop.certificate.ber import BerError
from jpki_desktop.certificate.classify import classify
from jpki_desktop.certificate.files import open_bytes
from jpki_desktop.certificate.fingerprint_text import compare_fingerprint
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.certificate.pem import blocks
from jpki_desktop.certificate.pkcs7 import signed_objects
from jpki_desktop.certificate.pkcs12_cost import CostError, check_cost
from jpki_desktop.certificate.request import read_request
from jpki_desktop.certificate.revocation_list import read_revocation_list
from jpki_desktop.certificate.serial_text import read_serial
from jpki_desktop.certificate.summary import CertificateSummary, read_summary, summary_of
from jpki_desktop.emulator.der import items
from jpki_desktop.errors import CertificateError, JpkiError, SerialTextError
from jpki_desktop.revocation_request.answer import harmless, judge_answer
from jpki_desktop.revocation_request.der_form import is_der
from jpki_desktop.revocation_request.model import RequestState, SignedRequest
from support import pki
from support.cmp import Plan, make_answer, make_request, make_server


def certificate(data: bytes) -> bool:
    """The two readers of a certificate agree, also in refusing it."""
    fast, whole = _tried(read_summary, data), _tried(_whole, data)
    assert fast == whole, (fast, whole)
    return fast is not None


def _whole(data: bytes) -> CertificateSummary:
    return summary_of(parse_certificate(data))


def _tried(read: Callable[[bytes], CertificateSummary], data: bytes) -> CertificateSummary | None:
    try:
        return read(data)
    except CertificateError:
        return None


def file(data: bytes) -> bool:
    """A file opens or is refused in words; what it shows can be read in full."""
    with suppress(JpkiError):
        for entry in open_bytes("x", data).certificates:
            assert entry.certificate().sha256 == entry.summary.sha256
        return True
    return False


def elements(data: bytes) -> bool:
    """Elements lie inside each other."""
    with suppress(BerError):
        classify(data)
        one = ber.element_at(data, 0, len(data))
        assert one.end <= len(data)
        for child in ber.children(data, one):
            assert one.start <= child.begin < child.end <= one.stop
        ber.octets(data, one)
        return True
    return False


def armour(data: bytes) -> bool:
    """Blocks come to an end."""
    found = list(blocks(data))
    assert all(block.der is None or len(block.der) <= len(data) for block in found)
    return any(block.der is not None for block in found)


def message(data: bytes) -> bool:
    """A PKCS#7 message gives pieces of itself."""
    with suppress(BerError):
        for piece in signed_objects(data):
            assert piece in data
        return True
    return False


def cost(data: bytes) -> bool:
    """The cost of a PKCS#12 file is known or refused."""
    with suppress(BerError, CostError):
        check_cost(data)
        return True
    return False


def revocation_list(data: bytes) -> bool:
    """A list is described, or it is none."""
    with suppress(BerError):
        entry = read_revocation_list(io.BytesIO(data))
        assert 0 <= entry.revoked <= len(data)
        return True
    return False


def request(data: bytes) -> bool:
    """A request is described, or it is none."""
    with suppress(BerError):
        read_request(data)
        return True
    return False


def pasted(data: bytes) -> bool:
    """Pasted texts are read or refused."""
    text = data.decode("utf-8", "replace")
    if _known:
        compare_fingerprint(text, _known[0])
    with suppress(SerialTextError):
        readings = read_serial(text)
        assert readings.as_hexadecimal or readings.as_decimal
        return True
    return False


def answer(data: bytes) -> bool:
    """An answer to a request that nobody has signed proves nothing."""
    if _asked:
        found = judge_answer(data, _asked[0], _asked[0].made_at)
        assert found.state is RequestState.UNKNOWN
        assert found.text == ""
    assert harmless(data.decode("utf-8", "replace")).isprintable()
    if is_der(data):
        assert items(data)[0].whole == data
        return True
    return False


_asked: list[SignedRequest] = []


def ask(request: SignedRequest) -> None:
    """Judge answers as if to this request."""
    _asked[:] = [request]


def answered() -> tuple[SignedRequest, bytes]:
    """A request, and an answer to another one of the same holder."""
    authority = pki.make_authority()
    holder = pki.make_holder(authority)
    request, other = (make_request(holder, pki.rsa_key("holder"), authority.x509) for _ in range(2))
    return request, make_answer(other, make_server(authority), Plan())


_known: list[Certificate] = []


def know(der: bytes) -> None:
    """Compare pasted fingerprints with this certificate."""
    _known[:] = [parse_certificate(der)]


TARGETS: dict[str, Callable[[bytes], bool]] = {
    "card": card,
    "ocsp_answer": ocsp_answer,
    "signed_list": signed_list,
    "directory_answer": directory_answer,
    "certificate": certificate,
    "file": file,
    "elements": elements,
    "armour": armour,
    "message": message,
    "cost": cost,
    "revocation_list": revocation_list,
    "request": request,
    "pasted": pasted,
    "answer": answer,
}
