"""A session with the JPKI applet, in the words of its user.

Recognise the token, read the counters without spending a try, read the four certificates, verify,
change a password, sign, log out. Nothing is read twice in one session. Whoever may retry a
password, decide which card to use or speak to a person lives elsewhere.
"""

from dataclasses import dataclass

from jpki_desktop.card.apdu import CommandApdu, Ins, ResponseApdu, Status
from jpki_desktop.card.channel import Channel
from jpki_desktop.card.files import FileContents, FileReader, der_length
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import (
    MY_NUMBER_CARD,
    CardProfile,
    CertificateFile,
    PasswordKind,
    TokenKind,
)
from jpki_desktop.errors import (
    CancelledError,
    CardAnswerError,
    CertificateError,
    CertificateMissingError,
    NewPasswordRefusedError,
    NoCardAccessError,
    NotMyNumberCardError,
    PasswordLockedError,
    PasswordNeededError,
    PasswordResultUnknownError,
    SigningError,
    WrongPasswordError,
)

# A card without the applet answers 6A82 (measured by myna-card); cards of other kinds refuse the
# class, the instruction or the parameters of this SELECT instead (ISO/IEC 7816-4).
_NO_APPLET = frozenset({0x6700, 0x6881, 0x6882, 0x6985, 0x6986, 0x6999, 0x6B00, 0x6D00, 0x6E00})
_BLOCKED = frozenset({0x63C0, Status.BLOCKED_ISO, Status.BLOCKED_JICSAP})
# Checking errors leave the card as it was; 64 to 66 and 6F00 promise nothing: ISO/IEC 7816-4, 5.6.
_REFUSED_UNDONE = frozenset(range(0x67, 0x6F))
# Byte 0 of EF 0008 speaks of the signature certificate, byte 1 of user authentication: myna-card.
_PRESENT = 0x8F
# EF 0006 is a CK_TOKEN_INFO of exactly 160 bytes; the label comes first: myna-card, measured.
_TOKEN_INFO_LENGTH = 160
_LABEL_LENGTH = 32
_SHA256_LENGTH = 32
_VERIFY_HEADER = bytes([0x00, Ins.VERIFY, 0x00, 0x80])
# P1=01: the data field holds the new password alone (myna-card, jpki/myna).
_CHANGE_HEADER = bytes([0x00, Ins.CHANGE_REFERENCE_DATA, 0x01, 0x80])


@dataclass(frozen=True, slots=True)
class PasswordState:
    """What the card says of one password without being given one.

    `tries_left` is None when the card did not say: no such password, or already verified.
    """

    present: bool
    tries_left: int | None = None
    locked: bool = False
    verified: bool = False


@dataclass(frozen=True, slots=True)
class CertificatePresence:
    """Whether the card holds each certificate; None where it does not say."""

    auth: bool | None
    sign: bool | None

    def of(self, certificate: CertificateFile) -> bool | None:
        """Return the answer for one certificate; None for CA certificates."""
        if certificate is CertificateFile.AUTH:
            return self.auth
        return self.sign if certificate is CertificateFile.SIGN else None


class JpkiSession:
    """The JPKI applet of one card, selected."""

    def __init__(self, channel: Channel, profile: CardProfile = MY_NUMBER_CARD) -> None:
        self._channel = channel
        self._profile = profile
        self._files = FileReader(channel, profile)
        self._contents: dict[int, FileContents] = {}
        self._five_byte_query = False

    @classmethod
    def open(cls, channel: Channel, profile: CardProfile = MY_NUMBER_CARD) -> "JpkiSession":
        """Select the applet.

        Raises:
            NotMyNumberCardError: the card answers, and has no JPKI applet.
            CardAnswerError: the card answers in a way that says neither.
        """
        response = channel.send(CommandApdu(Ins.SELECT, 0x04, 0x0C, profile.applet))
        if response.status in _NO_APPLET or response.status >> 8 == 0x6A:
            raise NotMyNumberCardError
        if not response.ok:
            raise CardAnswerError("SELECT", response.status_text)
        return cls(channel, profile)

    # --- what lies open ---------------------------------------------------------------------

    def token_kind(self) -> TokenKind:
        """Tell a My Number card from a 住基カード and from phones by the label in EF 0006."""
        info = self._start_of(self._profile.token_info, _TOKEN_INFO_LENGTH)
        if info.missing or info.protected or not info.data:
            # The applet alone makes it a JPKI token, and the plastic card is what people hold.
            return TokenKind.MYNUMBER
        label = info.data[:_LABEL_LENGTH].decode("ascii", "replace").strip(" \0\u00ff\ufffd")
        return self._profile.labels.get(label, TokenKind.UNKNOWN)

    def presence(self) -> CertificatePresence:
        """Tell from EF 0008 which certificates there are; the file is optional."""
        found = self._start_of(self._profile.presence, 3)
        if len(found.data) < 2:
            return CertificatePresence(None, None)
        return CertificatePresence(auth=found.data[1] == _PRESENT, sign=found.data[0] == _PRESENT)

    def fingerprint_bytes(self) -> bytes:
        """Return bytes that differ between two people's cards, to notice a swapped card.

        The start of the user authentication certificate holds its serial number; a card that does
        not give it away, or has none, is told by the serial number of its token information.
        """
        file = self._profile.certificates[CertificateFile.AUTH]
        known = self._contents.get(file)
        start = known if known is not None else self._start_of(file, 64)
        # What fills the file of a certificate that was never issued is the same on every card.
        if der_length(start.data) is not None:
            return start.data[:64]
        return self._start_of(self._profile.token_info, _TOKEN_INFO_LENGTH).data

    def password_state(self, kind: PasswordKind) -> PasswordState:
        """Ask for the tries left; costs none (an empty VERIFY is the status query)."""
        if not self._files.select(self._profile.passwords[kind].file):
            return PasswordState(present=False)
        response = self._query()
        if response.status in _BLOCKED:
            return PasswordState(present=True, tries_left=0, locked=True)
        if response.status >> 4 == 0x63C:
            return PasswordState(present=True, tries_left=response.status & 0xF)
        if response.status == Status.OK:
            return PasswordState(present=True, verified=True)
        if response.status in (Status.NOT_FOR_THIS_FILE, Status.NO_CURRENT_FILE, 0x6A88):
            return PasswordState(present=False)
        raise CardAnswerError("VERIFY", response.status_text)

    def _query(self) -> ResponseApdu:
        """Send the empty VERIFY: four bytes, or five for readers that refuse four (6700)."""
        if not self._five_byte_query:
            response = self._channel.send_raw(_VERIFY_HEADER)
            if response.status != Status.WRONG_LENGTH:
                return response
            self._five_byte_query = True
        return self._channel.send_raw(_VERIFY_HEADER + b"\x00")

    def read_certificate(self, certificate: CertificateFile) -> bytes:
        """Return the DER of one certificate, without the filler of its file.

        Raises:
            PasswordNeededError: the card gives it only after the password.
            CertificateMissingError: the card does not hold it.
            CertificateError: the file holds something else, or only a part of a certificate.
        """
        file = self._profile.certificates[certificate]
        if file not in self._contents:
            contents = self._files.read_der(file)
            if contents.protected:
                raise PasswordNeededError(certificate.value)
            self._contents[file] = contents
        return self._checked(certificate, self._contents[file])

    def _checked(self, certificate: CertificateFile, contents: FileContents) -> bytes:
        data = contents.data
        # What the file of a certificate that was never issued holds is not documented anywhere.
        if contents.missing or not data.strip(b"\xff\x00"):
            raise CertificateMissingError(certificate.value)
        if data[0] != 0x30:
            if self.presence().of(certificate) is not True:
                raise CertificateMissingError(certificate.value)
            raise CertificateError("not-der")
        if der_length(data) != len(data):
            raise CertificateError("incomplete")
        return data

    def _start_of(self, file: int, length: int) -> FileContents:
        if file not in self._contents:
            contents = self._files.read_start(file, length)
            if file in self._profile.certificates.values():
                # Only a beginning: a later reader of the whole file must not take it for all.
                return contents
            self._contents[file] = contents
        return self._contents[file]

    # --- what needs a password --------------------------------------------------------------

    def verify(self, password: Password) -> None:
        """Send the password once.

        Raises:
            WrongPasswordError: refused; carries the tries left.
            PasswordLockedError: refused, and no try is left.
            PasswordResultUnknownError: no answer came.
            CancelledError: given up before it was sent.
            CardAnswerError: a technical refusal that says nothing about the password.
        """
        if not self._files.select(self._profile.passwords[password.kind].file):
            raise PasswordNeededError(password.kind.value)
        self._judge_verify(password, self._send_secret(_VERIFY_HEADER, password))

    def _judge_verify(self, password: Password, response: ResponseApdu) -> None:
        kind = password.kind.value
        if response.status == Status.OK:
            return
        if response.status in _BLOCKED:
            raise PasswordLockedError(kind)
        if response.status >> 4 == 0x63C:
            raise WrongPasswordError(kind, response.status & 0xF)
        raise CardAnswerError("VERIFY", response.status_text)

    def change_password(self, new: Password) -> None:
        """Replace the password that has just been verified; sends one command.

        Raises:
            NewPasswordRefusedError: refused; the old password still holds.
            PasswordResultUnknownError: no answer came, or one that does not say which password
                holds now.
            CancelledError: given up before it was sent.
        """
        response = self._send_secret(_CHANGE_HEADER, new)
        if response.status >> 8 in _REFUSED_UNDONE:
            raise NewPasswordRefusedError(new.kind.value, response.status_text)
        if response.status != Status.OK:
            raise PasswordResultUnknownError(new.kind.value)

    def _send_secret(self, header: bytes, password: Password) -> ResponseApdu:
        try:
            return self._channel.send_password(header, password)
        except CancelledError:
            raise
        except NoCardAccessError as lost:
            # No answer, or no answer that can be read: the card may have acted on it.
            raise PasswordResultUnknownError(password.kind.value) from lost

    def sign_digest(self, kind: PasswordKind, digest_info: bytes) -> bytes:
        """Sign a DigestInfo with PKCS#1 v1.5 padding; the password must have been verified.

        Raises:
            PasswordNeededError: the password was not verified.
            CardAnswerError: the card refused for another reason.
        """
        key = self._profile.passwords[kind].key_file
        if not self._files.select(key):
            raise CertificateMissingError(kind.value)
        # P1=00 pads the bytes as they are, so the caller gives the DigestInfo: every known client.
        command = CommandApdu(
            Ins.PERFORM_SECURITY_OPERATION, 0x00, 0x80, digest_info, 256, cla=0x80
        )
        response = self._channel.send(command)
        if response.status == Status.SECURITY_NOT_SATISFIED:
            raise PasswordNeededError(kind.value)
        if not response.ok or not response.data:
            raise CardAnswerError("SIGN", response.status_text)
        return response.data

    def sign_sha256(self, kind: PasswordKind, key: str, digest: bytes) -> bytes:
        """Sign a SHA-256 digest with the key of that sort (`RSA`), as the card wants it.

        Raises:
            SigningError: it is not known how this card signs with such a key.
            PasswordNeededError, CardAnswerError: see `sign_digest`.
        """
        prefix = self._profile.sha256_prefixes.get(key)
        if prefix is None or len(digest) != _SHA256_LENGTH:
            raise SigningError("key")
        return self.sign_digest(kind, prefix + digest)

    def log_out(self) -> None:
        """End the verified state by selecting another application, or else by cutting the power.

        Selecting the same applet again, or a reset, keeps it: measured by myna-card. Never raises:
        it runs where another failure is already on its way.
        """
        try:
            goodbye = CommandApdu(Ins.SELECT, 0x04, 0x0C, self._profile.other_applet)
            done = self._channel.send_farewell(goodbye).ok
        except Exception:  # noqa: BLE001 - a defect must not keep the card open either
            done = False
        if not done:
            self._channel.drop_power()
