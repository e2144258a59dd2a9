"""The personas: which card lies on the table, as data.

All holders and places are invented. What a persona's certificates look like is decided in
`end_entity`, what its files look like in `file_system`.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum, auto


class Validity(Enum):
    """How the certificates stand today."""

    CURRENT = auto()
    EXPIRING = auto()
    EXPIRED = auto()


class Standing(Enum):
    """What the authority's responder says of a certificate; reasons as RFC 5280 5.3.1 has them."""

    GOOD = auto()
    MOVED = auto()  # affiliationChanged: the holder's name or address is another one now
    RETURNED = auto()  # cessationOfOperation: the card was given back
    ON_HOLD = auto()


class AuthorityKind(StrEnum):
    """Whose names the issuer bears; the keys are always our own."""

    DEMO = "demo"
    JLIS_TEST = "jlis-test"


class Token(StrEnum):
    """Label of the token (myna, myna-card); it tells the kind of card."""

    RESIDENT_CARD = "JPKIAPICCTOKEN"
    MY_NUMBER_CARD = "JPKIAPICCTOKEN2"
    ANDROID = "JPKIAPGPSETOKEN"
    IPHONE = "JPKIAPIOSTOKEN"


@dataclass(frozen=True, slots=True)
class Holder:
    """The invented holder; the flags mark characters that stand for others, one each."""

    name: str
    name_flags: str
    sex: str
    born: date
    address: str
    address_flags: str
    prefecture: str = "Mihon-ken"
    city: str = "Kakuu-shi"


# Answers to reset: the list of pcsc-tools (contactless cards, as their readers report them) and
# OpenSC issue 3021 (contact).
CONTACT_ATR = bytes.fromhex("3BDA13FF8131FB46801239 2F31C173C601C03B")
CONTACTLESS_ATR = bytes.fromhex("3B888001000005E0B381A1007F")
RESIDENT_CARD_ATR = bytes.fromhex("3B888001000014E0B38191005E")

_NAME = "見本　青葉"
_ADDRESS = "見本県架空市試験町１丁目２番３号"
HOLDER = Holder(
    name=_NAME,
    name_flags="0" * len(_NAME),
    sex="2",
    born=date(1988, 5, 20),
    address=_ADDRESS,
    address_flags="0" * len(_ADDRESS),
)

# 200 characters is the longest address that a certificate can carry.
_LONG_NAME = "髙橋［旧氏　渡邉］　美都里アレクサンドラ（通称　架空　みどり）"
_LONG_ADDRESS = (
    "見本県架空市大字試験台字葛飾"
    + "東西南北上中下" * 24
    + "１２３４番地５６７"
    + "試験館１０１号室"
)[:200].ljust(200, "室")
LONG_HOLDER = Holder(
    name=_LONG_NAME,
    name_flags="".join("1" if character in "髙邉" else "0" for character in _LONG_NAME),
    sex="1",
    born=date(1947, 11, 3),
    address=_LONG_ADDRESS,
    address_flags="".join("1" if character == "葛" else "0" for character in _LONG_ADDRESS),
)


@dataclass(frozen=True, slots=True)
class Persona:
    """One card; `token` is None for a card without the JPKI application."""

    name: str
    token: Token | None = Token.MY_NUMBER_CARD
    atr: bytes = CONTACT_ATR
    holder: Holder = HOLDER
    has_sign_certificate: bool = True
    has_auth_certificate: bool = True
    sign_tries: int = 5
    auth_tries: int = 3
    validity: Validity = Validity.CURRENT
    authority: AuthorityKind = AuthorityKind.DEMO
    sign_standing: Standing = Standing.GOOD
    auth_standing: Standing = Standing.GOOD
    # Published defaults of a demonstration card, so nothing that needs hiding.
    auth_password: bytes = field(default=b"1234", repr=False)
    sign_password: bytes = field(default=b"ABC123", repr=False)

    @property
    def has_auth_side(self) -> bool:
        """The resident card has a signature side only (myna-card)."""
        return self.token is not Token.RESIDENT_CARD


_ALL = (
    Persona("mynumber"),
    Persona(
        "juki",
        Token.RESIDENT_CARD,
        RESIDENT_CARD_ATR,
        has_auth_certificate=False,
        validity=Validity.EXPIRED,
    ),
    Persona("android", Token.ANDROID, CONTACTLESS_ATR),
    Persona("ios", Token.IPHONE, CONTACTLESS_ATR),
    Persona("sign-missing", has_sign_certificate=False),
    Persona("auth-missing", has_auth_certificate=False),
    Persona("both-missing", has_sign_certificate=False, has_auth_certificate=False),
    Persona("sign-locked", sign_tries=0),
    Persona("auth-locked", auth_tries=0),
    Persona("one-try", sign_tries=1, auth_tries=1),
    Persona("expired", validity=Validity.EXPIRED),
    Persona("expiring", validity=Validity.EXPIRING),
    Persona("moved", sign_standing=Standing.MOVED),
    Persona("revoked", sign_standing=Standing.RETURNED, auth_standing=Standing.RETURNED),
    Persona("on-hold", sign_standing=Standing.ON_HOLD, auth_standing=Standing.ON_HOLD),
    Persona("licence", None, CONTACTLESS_ATR),
    Persona("long", holder=LONG_HOLDER),
    Persona("jlis-test", authority=AuthorityKind.JLIS_TEST),
)

PERSONAS: dict[str, Persona] = {persona.name: persona for persona in _ALL}
DEFAULT_PERSONA = "mynumber"
