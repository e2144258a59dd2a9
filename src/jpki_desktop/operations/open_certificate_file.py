"""Open a file of certificates: look, ask for the password of a PKCS#12 file (elsewhere), open.

A password that does not fit costs nothing: no one counts these tries.
"""

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.password import wipe
from jpki_desktop.certificate import files
from jpki_desktop.certificate.entries import OpenedFile


def open_certificate_file(path: str, cancel: CancelToken) -> OpenedFile:
    """Return what the file holds.

    Raises:
        FilePasswordNeededError: it is a PKCS#12 file; ask, and open it with its password.
        CertificateFileError: in its leaf classes.
        CancelledError: given up.
    """
    cancel.check()
    opened = files.open_certificate_file(path)
    cancel.check()
    return opened


def open_with_password(path: str, password: bytearray, cancel: CancelToken) -> OpenedFile:
    """Return the certificates of a PKCS#12 file; `password` (UTF-8) is wiped in any case.

    Giving up ends the process that opens the file at once.

    Raises:
        FilePasswordError: the password does not open it.
        CertificateFileError: in its other leaf classes.
        CancelledError: given up.
    """
    cancel.on_cancel(lambda: wipe(password))
    try:
        cancel.check()
        opened = files.open_certificate_file(path, password, on_start=cancel.on_cancel)
    except Exception:
        # Whatever a killed process looks like, the reason is that somebody gave up.
        cancel.check()
        raise
    finally:
        wipe(password)
    cancel.check()
    return opened
