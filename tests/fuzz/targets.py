"""The parsers as fuzz targets: each takes bytes and raises nothing but what it documents."""

import io
from collections.abc import Callable
from contextlib import suppress

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


def certificate(data: bytes) -> None:
    """The two readers of a certificate agree, also in refusing it."""
    fast, whole = _tried(read_summary, data), _tried(_whole, data)
    assert fast == whole, (fast, whole)


def _whole(data: bytes) -> CertificateSummary:
    return summary_of(parse_certificate(data))


def _tried(read: Callable[[bytes], CertificateSummary], data: bytes) -> CertificateSummary | None:
    try:
        return read(data)
    except CertificateError:
        return None


def file(data: bytes) -> None:
    """A file opens or is refused in words; what it shows can be read in full."""
    with suppress(JpkiError):
        for entry in open_bytes("x", data).certificates:
            assert entry.certificate().sha256 == entry.summary.sha256


def elements(data: bytes) -> None:
    """Elements lie inside each other."""
    with suppress(BerError):
        classify(data)
        one = ber.element_at(data, 0, len(data))
        assert one.end <= len(data)
        for child in ber.children(data, one):
            assert one.start <= child.begin < child.end <= one.stop
        ber.octets(data, one)


def armour(data: bytes) -> None:
    """Blocks come to an end."""
    for block in blocks(data):
        assert block.der is None or len(block.der) <= len(data)


def message(data: bytes) -> None:
    """A PKCS#7 message gives pieces of itself."""
    with suppress(BerError):
        for piece in signed_objects(data):
            assert piece in data


def cost(data: bytes) -> None:
    """The cost of a PKCS#12 file is known or refused."""
    with suppress(BerError, CostError):
        check_cost(data)


def revocation_list(data: bytes) -> None:
    """A list is described, or it is none."""
    with suppress(BerError):
        entry = read_revocation_list(io.BytesIO(data))
        assert 0 <= entry.revoked <= len(data)


def request(data: bytes) -> None:
    """A request is described, or it is none."""
    with suppress(BerError):
        read_request(data)


def pasted(data: bytes) -> None:
    """Pasted texts are read or refused."""
    text = data.decode("utf-8", "replace")
    with suppress(SerialTextError):
        readings = read_serial(text)
        assert readings.as_hexadecimal or readings.as_decimal
    if _known:
        compare_fingerprint(text, _known[0])


def answer(data: bytes) -> None:
    """An answer to a request that nobody has signed proves nothing."""
    if _asked:
        found = judge_answer(data, _asked[0], _asked[0].made_at)
        assert found.state is RequestState.UNKNOWN
        assert found.text == ""
    assert harmless(data.decode("utf-8", "replace")).isprintable()
    if is_der(data):
        assert items(data)[0].whole == data


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


TARGETS: dict[str, Callable[[bytes], None]] = {
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
