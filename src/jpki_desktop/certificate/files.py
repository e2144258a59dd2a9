"""Opens a file of certificates, whatever its name: what is in it decides what it is.

DER and PEM, one object or many; PKCS#7; PKCS#12 with its password; revocation lists and requests,
which are described. What a file may be (regular, how large) is `read_file`'s to say. Nothing is
verified here, and nothing but a `JpkiError` leaves.
"""

import io
import os
from collections.abc import Callable, Iterator

from jpki_desktop.certificate import ber, pem
from jpki_desktop.certificate.ber import BerError
from jpki_desktop.certificate.classify import Structure, classify
from jpki_desktop.certificate.entries import (
    CertificateEntry,
    Entry,
    FileForm,
    OpenedFile,
    Unreadable,
    UnreadableEntry,
)
from jpki_desktop.certificate.pkcs7 import signed_objects
from jpki_desktop.certificate.pkcs12 import OnStart, open_pkcs12
from jpki_desktop.certificate.read_file import LARGEST_FILE, display_path, open_regular, read_up_to
from jpki_desktop.certificate.request import read_request
from jpki_desktop.certificate.revocation_list import HEAD_BYTES, read_revocation_list
from jpki_desktop.certificate.summary import read_summary, usual_summary
from jpki_desktop.errors import (
    CertificateError,
    FilePasswordNeededError,
    FileTooLargeError,
    NoCertificateFileError,
)

MOST_ENTRIES = 10_000

# The largest certificates known have some 20 KB; one of a megabyte is an attack on the reader.
LARGEST_CERTIFICATE = 1024 * 1024

_REASONS = {reason.value: reason for reason in Unreadable}
_OTHER_CHOICES = {0xA0, 0xA1, 0xA2, 0xA3}


def open_certificate_file(
    path: str, password: bytearray | None = None, *, on_start: OnStart | None = None
) -> OpenedFile:
    """Open a file; `password` is that of a PKCS#12 file and stays its owner's to wipe.

    Raises:
        FilePasswordNeededError: a PKCS#12 file, and no password was given.
        CertificateFileError: in its leaf classes.
    """
    shown = display_path(path)
    descriptor, size = open_regular(path)
    try:
        if size > LARGEST_FILE:
            return _open_huge(shown, descriptor, size)
        # What a file grows by while it is read is not part of it.
        data = read_up_to(shown, descriptor, size)
    finally:
        os.close(descriptor)
    return open_bytes(shown, data, password, on_start=on_start)


def open_bytes(
    path: str,
    data: bytes,
    password: bytearray | None = None,
    *,
    on_start: OnStart | None = None,
) -> OpenedFile:
    """Open what has been read from `path` already; see `open_certificate_file`."""
    if not data:
        raise NoCertificateFileError(path, "empty")
    if data[0] == ber.SEQUENCE:
        usual = usual_summary(data) if len(data) <= LARGEST_CERTIFICATE else None
        if usual is not None:
            return OpenedFile(path, FileForm.DER, (CertificateEntry(data, usual),))
        return _open_binary(path, data, password, on_start)
    text = pem.without_byte_order_mark(data)
    if pem.has_blocks(text):
        return OpenedFile(path, FileForm.PEM, _limited(_pem_entries(text)))
    bare = pem.bare_base64(text) if len(text) <= LARGEST_CERTIFICATE else None
    if bare is not None and bare[:1] == b"0":
        return _open_binary(path, bare, password, on_start)
    raise NoCertificateFileError(path, "unknown")


def _open_huge(path: str, descriptor: int, size: int) -> OpenedFile:
    """Only a revocation list may be larger than the limit, since it is never held as a whole."""
    try:
        if classify(read_up_to(path, descriptor, HEAD_BYTES)) is Structure.REVOCATION_LIST:
            with open(descriptor, "rb", buffering=0, closefd=False) as file:
                file.seek(0)
                return OpenedFile(path, FileForm.DER, (read_revocation_list(file),))
    except (BerError, OSError):
        pass  # not a list that can be read, and too large for anything else
    raise FileTooLargeError(path, size, LARGEST_FILE)


def _open_binary(
    path: str, data: bytes, password: bytearray | None, on_start: OnStart | None
) -> OpenedFile:
    structure = _structure(data)
    if structure is Structure.PKCS12:
        if password is None:
            raise FilePasswordNeededError(path)
        found = open_pkcs12(path, data, password, on_start=on_start)
        entries = _limited(_certificate(der) for der in found)
        if not entries:
            raise NoCertificateFileError(path, "no-certificate")
        return OpenedFile(path, FileForm.PKCS12, entries)
    if structure is Structure.SIGNED_DATA:
        entries = _limited(_pkcs7_entries(data))
        if not entries:
            raise NoCertificateFileError(path, "no-certificate")
        return OpenedFile(path, FileForm.PKCS7, entries)
    if structure in (Structure.UNKNOWN, Structure.OTHER_PKCS7):
        raise NoCertificateFileError(path, "unknown")
    return OpenedFile(path, FileForm.DER, _limited(_der_entries(data)))


def _structure(data: bytes) -> Structure:
    try:
        return classify(data)
    except BerError:
        return Structure.UNKNOWN


def _limited(entries: Iterator[Entry]) -> tuple[Entry, ...]:
    """The entries up to the limit, and one that says so."""
    kept: list[Entry] = []
    for entry in entries:
        if len(kept) == MOST_ENTRIES:
            kept.append(UnreadableEntry(Unreadable.TOO_MANY))
            break
        kept.append(entry)
    return tuple(kept)


def _der_entries(data: bytes) -> Iterator[Entry]:
    """One object, or several of them one behind the other."""
    at = 0
    while at < len(data):
        try:
            element = ber.element_at(data, at, len(data))
        except BerError as problem:
            yield _rest(data, at, problem)
            return
        if at and element.tag != ber.SEQUENCE:
            yield UnreadableEntry(Unreadable.TRAILING)
            return
        yield _entry(ber.raw(data, element) if element.end - at < len(data) else data)
        at = element.end


def _rest(data: bytes, at: int, problem: BerError) -> Entry:
    """What cannot be cut out: a list may still show its head, and zeros behind are no object."""
    if at == 0:
        entry = _entry(data)
        return entry if not isinstance(entry, UnreadableEntry) else _unreadable(problem)
    return UnreadableEntry(Unreadable.TRAILING)


def _pem_entries(text: bytes) -> Iterator[Entry]:
    for block in pem.blocks(text):
        if "PRIVATE KEY" in block.label:
            yield UnreadableEntry(Unreadable.PRIVATE_KEY)
        elif block.der is None:
            yield UnreadableEntry(Unreadable.DAMAGED, "base64")
        elif _structure(block.der) is Structure.SIGNED_DATA:
            yield from _pkcs7_entries(block.der)
        else:
            yield _entry(_without_trust(block))


def _without_trust(block: pem.PemBlock) -> bytes:
    """A block of openssl's own kind carries settings behind the certificate."""
    der = block.der or b""
    if block.label != "TRUSTED CERTIFICATE":
        return der
    try:
        return ber.raw(der, ber.element_at(der, 0, len(der)))
    except BerError:
        return der


def _pkcs7_entries(data: bytes) -> Iterator[Entry]:
    try:
        for der in signed_objects(data):
            other = der[0] in _OTHER_CHOICES
            yield UnreadableEntry(Unreadable.ATTRIBUTE_CERTIFICATE) if other else _entry(der)
    except BerError as problem:
        yield _unreadable(problem)


def _entry(der: bytes) -> Entry:
    """Whatever one object is."""
    try:
        structure = classify(der)
        reader = _READERS.get(structure)
        if reader is not None:
            return reader(der)
    except BerError as problem:
        return _unreadable(problem)
    return UnreadableEntry(_NOT_SHOWN.get(structure, Unreadable.UNKNOWN))


def _certificate(der: bytes) -> Entry:
    if len(der) > LARGEST_CERTIFICATE:
        return UnreadableEntry(Unreadable.TOO_LARGE)
    try:
        return CertificateEntry(der, read_summary(der))
    except CertificateError as error:
        return UnreadableEntry(Unreadable.DAMAGED, error.reason)


def _unreadable(problem: BerError) -> UnreadableEntry:
    """The reason as an entry; the technical ones are all kinds of damage."""
    known = _REASONS.get(problem.reason)
    return UnreadableEntry(known or Unreadable.DAMAGED, "" if known else problem.reason)


_READERS: dict[Structure, Callable[[bytes], Entry]] = {
    Structure.CERTIFICATE: _certificate,
    Structure.REVOCATION_LIST: lambda der: read_revocation_list(io.BytesIO(der)),
    Structure.REQUEST: read_request,
}
_NOT_SHOWN = {
    Structure.PRIVATE_KEY: Unreadable.PRIVATE_KEY,
    Structure.PKCS12: Unreadable.PKCS12,
}
