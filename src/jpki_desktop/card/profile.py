"""Everything that another generation of the card could do differently, in one value.

Identifiers, files, password rules and algorithms of the present My Number card. Code elsewhere
asks the profile and never assumes a number.
"""

from dataclasses import dataclass
from enum import StrEnum


class PasswordKind(StrEnum):
    """The two passwords of the JPKI applet."""

    AUTH = "auth"
    SIGN = "sign"


class CertificateFile(StrEnum):
    """The four certificates on the card."""

    AUTH = "auth"
    SIGN = "sign"
    AUTH_CA = "auth-ca"
    SIGN_CA = "sign-ca"


class TokenKind(StrEnum):
    """What carries the JPKI applet."""

    MYNUMBER = "mynumber"
    JUKI = "juki"
    ANDROID = "android"
    IOS = "ios"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PasswordRules:
    """The form of one password and where the card keeps it."""

    kind: PasswordKind
    file: int
    key_file: int
    min_length: int
    max_length: int
    max_tries: int
    letters: bool

    @property
    def certificate(self) -> CertificateFile:
        """The certificate that this password belongs to."""
        return CertificateFile(self.kind.value)


@dataclass(frozen=True, slots=True)
class CardProfile:
    """One generation of cards."""

    applet: bytes
    other_applet: bytes
    token_info: int
    presence: int
    certificates: dict[CertificateFile, int]
    passwords: dict[PasswordKind, PasswordRules]
    labels: dict[str, TokenKind]
    first_short_id: int
    last_short_id: int
    # What stands before a SHA-256 digest that the card signs, by kind of key (`RSA`); how a card
    # with another kind of key signs is not published.
    sha256_prefixes: dict[str, bytes]

    def short_id(self, file: int) -> int | None:
        """Return the short file identifier of `file`, if it has one."""
        return file if self.first_short_id <= file <= self.last_short_id else None

    def password_for(self, certificate: CertificateFile) -> PasswordRules | None:
        """Return the password that may guard `certificate`; CA certificates have none."""
        return next(
            (rules for rules in self.passwords.values() if rules.certificate is certificate), None
        )


# File ids, password lengths and tries: OpenSC jpki.h and card-jpki.c, jpki/myna, myna-card agree.
# Token labels: myna-card (measured for the My Number card), jpki/myna. Short file identifiers are
# the low five bits of the file id: myna-card, measured.
MY_NUMBER_CARD = CardProfile(
    applet=bytes.fromhex("D392F000260100000001"),
    # Selecting the issuer security domain ends the verified state without a power cut: myna-sign.
    other_applet=bytes.fromhex("A0000001510000"),
    token_info=0x0006,
    presence=0x0008,
    certificates={
        CertificateFile.AUTH: 0x000A,
        CertificateFile.SIGN: 0x0001,
        CertificateFile.AUTH_CA: 0x000B,
        CertificateFile.SIGN_CA: 0x0002,
    },
    passwords={
        PasswordKind.AUTH: PasswordRules(
            PasswordKind.AUTH,
            file=0x0018,
            key_file=0x0017,
            min_length=4,
            max_length=4,
            max_tries=3,
            letters=False,
        ),
        PasswordKind.SIGN: PasswordRules(
            PasswordKind.SIGN,
            file=0x001B,
            key_file=0x001A,
            min_length=6,
            max_length=16,
            max_tries=5,
            letters=True,
        ),
    },
    labels={
        "JPKIAPICCTOKEN2": TokenKind.MYNUMBER,
        "JPKIAPICCTOKEN": TokenKind.JUKI,
        "JPKIAPGPSETOKEN": TokenKind.ANDROID,
        "JPKIAPIOSTOKEN": TokenKind.IOS,
    },
    first_short_id=0x01,
    last_short_id=0x1E,
    # DigestInfo of SHA-256 up to the digest: RFC 8017 9.2, note 1.
    sha256_prefixes={"RSA": bytes.fromhex("3031300d060960864801650304020105000420")},
)
