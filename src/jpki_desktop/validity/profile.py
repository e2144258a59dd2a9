"""What certificates must say to be used: extensions that may be critical, usage, policy.

Source for JPKI's own: 公的個人認証サービス プロファイル仕様書, as seen on public test cards; for
all others RFC 5280 4.2.
"""

from jpki_desktop.certificate.extension import KeyUsage
from jpki_desktop.certificate.jpki_profile import POLICY_AUTH, POLICY_SIGN, POLICY_SIGN_TEST
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.validity.result import PathFault, Trust
from jpki_desktop.validity.trust import Purpose

# RFC 5280 4.2.1
SUBJECT_KEY, KEY_USAGE, SUBJECT_NAMES, ISSUER_NAMES = (f"2.5.29.{n}" for n in (14, 15, 17, 18))
BASIC_CONSTRAINTS, DISTRIBUTION_POINTS = "2.5.29.19", "2.5.29.31"
POLICIES, AUTHORITY_KEY, EXTENDED_USAGE = "2.5.29.32", "2.5.29.35", "2.5.29.37"
ACCESS = "1.3.6.1.5.5.7.1.1"

UNDERSTOOD = frozenset(
    {
        SUBJECT_KEY,
        KEY_USAGE,
        SUBJECT_NAMES,
        ISSUER_NAMES,
        BASIC_CONSTRAINTS,
        DISTRIBUTION_POINTS,
        POLICIES,
        AUTHORITY_KEY,
        EXTENDED_USAGE,
    }
)

# Name constraints, policy mappings, policy constraints, inhibitAnyPolicy.
_RULES = frozenset({"2.5.29.30", "2.5.29.33", "2.5.29.36", "2.5.29.54"})

_AUTHORITY_USAGE = frozenset({"keyCertSign", "cRLSign"})
_USAGE = {
    Purpose.AUTH: frozenset({"digitalSignature"}),
    Purpose.SIGN: frozenset({"digitalSignature", "nonRepudiation"}),
}
_ANY_PURPOSE = "anyExtendedKeyUsage"
_PURPOSES = {
    Purpose.AUTH: frozenset({"clientAuth", _ANY_PURPOSE}),
    Purpose.SIGN: frozenset({_ANY_PURPOSE}),
}


def unreadable(certificate: Certificate) -> PathFault | None:
    """Whether an extension that is relied on cannot be read."""
    broken = any(
        extension.facts is None and (extension.oid in UNDERSTOOD or extension.oid == ACCESS)
        for extension in certificate.extensions
    )
    return PathFault.FORM if broken else None


def critical_fault(certificate: Certificate) -> PathFault | None:
    """Whether there is a critical extension that is not understood here."""
    found = any(
        extension.critical and extension.oid not in UNDERSTOOD
        for extension in certificate.extensions
    )
    return PathFault.CRITICAL_EXTENSION if found else None


def has_unsupported_rule(certificate: Certificate) -> bool:
    """Whether an authority restricts what is below it in a way that is not implemented."""
    return any(extension.oid in _RULES for extension in certificate.extensions)


def is_authority(certificate: Certificate) -> bool:
    """Whether this is the certificate of an authority, or claims the rights of one."""
    return certificate.is_ca or bool(_AUTHORITY_USAGE & set(certificate.key_usage))


def may_issue(certificate: Certificate) -> bool:
    """Whether an authority may sign certificates (RFC 5280 6.1.4 k and n)."""
    return certificate.is_ca and _may(certificate, "keyCertSign")


def may_sign_lists(certificate: Certificate) -> bool:
    """Whether an authority may sign revocation lists (RFC 5280 6.3.3 f)."""
    return _may(certificate, "cRLSign")


def _may(certificate: Certificate, usage: str) -> bool:
    """Without the extension a key may be used for everything (RFC 5280 4.2.1.3)."""
    found = certificate.find(KeyUsage)
    return found is None or usage in found.names


def purpose_fault(certificate: Certificate, purpose: Purpose, trust: Trust) -> PathFault | None:
    """Whether the certificate is what this authority issues; ANY asks nothing of it."""
    if purpose is Purpose.ANY:
        return None
    if not _policies(purpose, trust) & set(certificate.policies):
        return PathFault.POLICY
    if not set(certificate.key_usage) >= _USAGE[purpose]:
        return PathFault.KEY_USAGE
    purposes = set(certificate.extended_key_usage)
    return PathFault.PURPOSE if purposes and not purposes & _PURPOSES[purpose] else None


def _policies(purpose: Purpose, trust: Trust) -> frozenset[str]:
    if purpose is Purpose.AUTH:
        return frozenset({POLICY_AUTH})
    official = frozenset({POLICY_SIGN})
    return official if trust is Trust.JPKI else official | {POLICY_SIGN_TEST}
