"""Ask an authority to revoke a certificate: look and ask (elsewhere), sign once, send once.

The card signs between its one VERIFY and the log-out; the network comes after that. What was sent
is remembered before it leaves, and is never sent again.
"""

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardSource
from jpki_desktop.card.password import Password
from jpki_desktop.environment import Clock, Environment
from jpki_desktop.network import StopToken
from jpki_desktop.operations.look_at_passwords import PasswordsLook
from jpki_desktop.revocation_request.model import (
    Receipt,
    RevocationReason,
    Server,
    SignedRequest,
)


def configured_server(world: Environment) -> Server | None:
    """Return the server of the settings, in the demo the built-in test authority.

    Raises:
        RevocationServerError: its address or its signer in the settings cannot be used.
        CertificateFileError: the file of its signer cannot be opened.
    """
    raise NotImplementedError


def server_from(url: str, trust_file: str) -> Server:
    """Return the server at `url` whose answers the certificates of a file may sign.

    Raises:
        RevocationServerError: the address cannot be used, or no file is named.
        CertificateFileError: the file cannot be opened, or holds no certificate.
    """
    raise NotImplementedError


def prepare_request(  # noqa: PLR0917 - the worker hands over its token as the last one
    cards: CardSource,
    clock: Clock,
    look: PasswordsLook,
    password: Password,
    reason: RevocationReason,
    server: Server,
    cancel: CancelToken,
    *,
    last_try_confirmed: bool,
) -> SignedRequest:
    """Read the certificate that belongs to the password, and sign a request to revoke it.

    One VERIFY and one signature; the buffer is wiped in any case. Nothing is sent to the server.

    Raises:
        PasswordError: in its leaf classes; WrongPasswordError carries the tries left.
        CardChangedError: another card lies there now; nothing was sent.
        NoCardAccessError: in its leaf classes.
        SigningError: the card's key is of a kind that cannot sign, or its signature is wrong.
    """
    raise NotImplementedError


def send_request(world: Environment, signed: SignedRequest, stop: StopToken) -> Receipt:
    """Send a request once and return what is known of it then.

    It is remembered before it leaves. Whatever goes wrong afterwards is part of the receipt.

    Raises:
        RequestNotKeptError: it could not be remembered, so nothing was sent.
        CancelledError: given up before anything was sent.
    """
    raise NotImplementedError
