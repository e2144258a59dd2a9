"""The values of the rows that show one extension each.

Their labels are in `wording.certificate_labels`.
"""

from collections.abc import Callable, Iterable
from typing import Any

from jpki_desktop.certificate.extension import (
    AccessLocation,
    AuthorityAccess,
    AuthorityKeyIdentifier,
    BasicConstraints,
    CertificatePolicies,
    CrlDistributionPoints,
    ExtendedKeyUsage,
    Extension,
    ExtensionFacts,
    GeneralName,
    IssuerAlternativeNames,
    KeyUsage,
    Policy,
    SubjectAlternativeNames,
    SubjectKeyIdentifier,
)
from jpki_desktop.certificate.model import hexadecimal
from jpki_desktop.wording.certificate_labels import holder_entry_label, policy_name, usage_name
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.names import escape_controls, general_name


def extension_value(facts: ExtensionFacts) -> str:
    """The full value, one fact a line."""
    return _WRITERS[type(facts)](facts)


def unknown_extensions(extensions: Iterable[Extension]) -> str:
    """Every extension without a row of its own: identifier, criticality and raw value."""
    return "\n".join(_unknown(extension) for extension in extensions if extension.facts is None)


def _unknown(extension: Extension) -> str:
    value = extension.value.hex().upper()
    if not extension.critical:
        return f"{extension.oid}: {value}"
    return translate("certificate", "{oid} (critical): {value}").format(
        oid=extension.oid, value=value
    )


def _key_usage(facts: KeyUsage) -> str:
    return "\n".join(usage_name(name) for name in facts.names)


def _extended_key_usage(facts: ExtendedKeyUsage) -> str:
    return "\n".join(usage_name(purpose) for purpose in facts.purposes)


def _policies(facts: CertificatePolicies) -> str:
    return "\n".join(line for policy in facts.policies for line in _policy(policy))


def _policy(policy: Policy) -> Iterable[str]:
    yield policy_name(policy.oid)
    yield from (f"CPS: {escape_controls(uri)}" for uri in policy.cps_uris)
    yield from (escape_controls(notice) for notice in policy.notices)


def _names(names: Iterable[GeneralName]) -> str:
    return "\n".join(_name(name) for name in names)


def _name(name: GeneralName) -> str:
    label = holder_entry_label(name.type_oid)
    return general_name(name) if label is None else f"{label}: {escape_controls(name.text)}"


def _basic_constraints(facts: BasicConstraints) -> str:
    if not facts.is_ca:
        return translate("certificate", "Not a certification authority")
    words = translate("certificate", "Certification authority")
    if facts.path_length is None:
        return words
    limit = translate("certificate", "Levels of authorities below it: at most {count}")
    return f"{words}\n{limit.format(count=facts.path_length)}"


def _authority_key_identifier(facts: AuthorityKeyIdentifier) -> str:
    lines = []
    if facts.key_identifier is not None:
        lines.append(facts.key_identifier.hex().upper())
    lines.extend(general_name(name) for name in facts.issuer)
    if facts.serial is not None:
        text = translate("certificate", "Serial number of the authority: {serial}")
        lines.append(text.format(serial=hexadecimal(facts.serial)))
    return "\n".join(lines)


def _crl_distribution_points(facts: CrlDistributionPoints) -> str:
    return "\n\n".join(_names(point) for point in facts.points)


def _authority_access(facts: AuthorityAccess) -> str:
    return "\n".join(_access(location) for location in facts.locations)


def _access(location: AccessLocation) -> str:
    words = {
        "ocsp": "OCSP",
        "caIssuers": translate("certificate", "Certificate of the authority"),
    }.get(location.method, location.method)
    return f"{words}: {general_name(location.location)}"


_WRITERS: dict[type[ExtensionFacts], Callable[[Any], str]] = {
    KeyUsage: _key_usage,
    ExtendedKeyUsage: _extended_key_usage,
    CertificatePolicies: _policies,
    SubjectAlternativeNames: lambda facts: _names(facts.names),
    IssuerAlternativeNames: lambda facts: _names(facts.names),
    BasicConstraints: _basic_constraints,
    AuthorityKeyIdentifier: _authority_key_identifier,
    SubjectKeyIdentifier: lambda facts: facts.identifier.hex().upper(),
    CrlDistributionPoints: _crl_distribution_points,
    AuthorityAccess: _authority_access,
}
