"""Labels and fixed terms of certificates: rows, kinds, usages and policies.

The values of the rows are `wording.certificate`'s and `wording.certificate_extensions`'s.
"""

from jpki_desktop.certificate import jpki_profile
from jpki_desktop.certificate.fields import Field
from jpki_desktop.certificate.holder import Sex
from jpki_desktop.certificate.model import CertificateKind
from jpki_desktop.wording.language import translate

# The letters of the official client's first tab, for those who know it by heart.
_MNEMONICS = {
    Field.NAME: "N",
    Field.BIRTH_DATE: "T",
    Field.SEX: "S",
    Field.ADDRESS: "A",
    Field.SUBJECT: "S",
    Field.NOT_BEFORE: "Y",
    Field.NOT_AFTER: "E",
    Field.ISSUER: "I",
}


def field_mnemonic(field: Field) -> str | None:
    """The letter that reaches the row from the keyboard, for the rows of the first tab."""
    return _MNEMONICS.get(field)


def kind_name(kind: CertificateKind) -> str:
    """What a kind of certificate is called in a sentence or a menu."""
    return {
        CertificateKind.AUTH: translate("certificate", "User authentication certificate"),
        CertificateKind.SIGN: translate("certificate", "Digital signature certificate"),
        CertificateKind.AUTH_CA: translate(
            "certificate", "Certificate of the user authentication authority"
        ),
        CertificateKind.SIGN_CA: translate(
            "certificate", "Certificate of the digital signature authority"
        ),
        CertificateKind.OTHER: translate("certificate", "Certificate"),
    }[kind]


def field_label(field: Field) -> str:
    """The name of a row."""
    return {
        Field.NAME: translate("certificate", "Name"),
        Field.BIRTH_DATE: translate("certificate", "Date of birth"),
        Field.SEX: translate("certificate", "Sex"),
        Field.ADDRESS: translate("certificate", "Address"),
        Field.NOT_BEFORE: translate("certificate", "Issued on"),
        Field.NOT_AFTER: translate("certificate", "Valid until"),
        Field.ISSUER: translate("certificate", "Issuer"),
        Field.SUBJECT: translate("certificate", "Subject"),
        Field.SHA256: translate("certificate", "Fingerprint (SHA-256)"),
        Field.SHA1: translate("certificate", "Fingerprint (SHA-1)"),
        Field.VERSION: translate("certificate", "Version"),
        Field.SERIAL_HEX: translate("certificate", "Serial number"),
        Field.SERIAL_DECIMAL: translate("certificate", "Serial number (decimal)"),
        Field.SIGNATURE_ALGORITHM: translate("certificate", "Signature algorithm"),
        Field.RANDOM_STRING: translate("certificate", "Random string"),
        Field.REQUEST_TIME: translate("certificate", "Time of the request"),
        Field.TERMINAL: translate("certificate", "Identifier of the window's terminal"),
        Field.SEQUENCE: translate("certificate", "Sequence number"),
        Field.PUBLIC_KEY: translate("certificate", "Subject's public key"),
        Field.ISSUER_UNIQUE_ID: translate("certificate", "Issuer unique identifier"),
        Field.SUBJECT_UNIQUE_ID: translate("certificate", "Subject unique identifier"),
        Field.AUTHORITY_KEY_ID: translate("certificate", "Authority key identifier"),
        Field.SUBJECT_KEY_ID: translate("certificate", "Subject key identifier"),
        Field.KEY_USAGE: translate("certificate", "Key usage"),
        Field.EXTENDED_KEY_USAGE: translate("certificate", "Extended key usage"),
        Field.POLICIES: translate("certificate", "Certificate policies"),
        Field.SUBJECT_ALTERNATIVE_NAMES: translate("certificate", "Subject alternative names"),
        Field.ISSUER_ALTERNATIVE_NAMES: translate("certificate", "Issuer alternative names"),
        Field.BASIC_CONSTRAINTS: translate("certificate", "Basic constraints"),
        Field.CRL_DISTRIBUTION_POINTS: translate("certificate", "CRL distribution points"),
        Field.AUTHORITY_ACCESS: translate("certificate", "Authority information access"),
        Field.UNKNOWN_EXTENSIONS: translate("certificate", "Other extensions"),
    }[field]


def sex_name(sex: Sex) -> str:
    """A code of JIS X 0303 in words."""
    return {
        Sex.NOT_KNOWN: translate("certificate", "Unknown"),
        Sex.MALE: translate("certificate", "Male"),
        Sex.FEMALE: translate("certificate", "Female"),
        Sex.NOT_APPLICABLE: translate("certificate", "Not applicable"),
    }[sex]


def usage_name(name: str) -> str:
    """A key usage or purpose in words with its RFC 5280 name, or the name alone."""
    words = {
        "digitalSignature": translate("certificate", "Digital signature"),
        "nonRepudiation": translate("certificate", "Non-repudiation"),
        "keyEncipherment": translate("certificate", "Key encipherment"),
        "dataEncipherment": translate("certificate", "Data encipherment"),
        "keyAgreement": translate("certificate", "Key agreement"),
        "keyCertSign": translate("certificate", "Signing certificates"),
        "cRLSign": translate("certificate", "Signing revocation lists"),
        "encipherOnly": translate("certificate", "Encipher only"),
        "decipherOnly": translate("certificate", "Decipher only"),
        "anyExtendedKeyUsage": translate("certificate", "Any purpose"),
        "serverAuth": translate("certificate", "Server authentication"),
        "clientAuth": translate("certificate", "Client authentication"),
        "codeSigning": translate("certificate", "Code signing"),
        "emailProtection": translate("certificate", "E-mail protection"),
        "timeStamping": translate("certificate", "Time stamping"),
        "OCSPSigning": translate("certificate", "Signing OCSP answers"),
    }.get(name)
    return name if words is None else f"{words} ({name})"


def policy_name(oid: str) -> str:
    """A policy with its name when that is known; the identifier always stands first."""
    words = {
        jpki_profile.POLICY_AUTH: translate("certificate", "JPKI user authentication"),
        jpki_profile.POLICY_SIGN: translate("certificate", "JPKI digital signature"),
        jpki_profile.POLICY_SIGN_TEST: translate(
            "certificate", "JPKI digital signature, for tests"
        ),
        # anyPolicy: RFC 5280 4.2.1.4.
        "2.5.29.32.0": translate("certificate", "Any policy"),
    }.get(oid)
    return oid if words is None else f"{oid} ({words})"


def holder_entry_label(oid: str) -> str | None:
    """The name of one of the six entries of a signature certificate's alternative names."""
    return {
        jpki_profile.OTHER_NAME: field_label(Field.NAME),
        jpki_profile.OTHER_NAME_SUBSTITUTIONS: translate(
            "certificate", "Substituted characters of the name"
        ),
        jpki_profile.OTHER_SEX: field_label(Field.SEX),
        jpki_profile.OTHER_BIRTH_DATE: field_label(Field.BIRTH_DATE),
        jpki_profile.OTHER_ADDRESS: field_label(Field.ADDRESS),
        jpki_profile.OTHER_ADDRESS_SUBSTITUTIONS: translate(
            "certificate", "Substituted characters of the address"
        ),
    }.get(oid)
