"""Names of public object identifiers, as RFCs and `openssl` write them.

JPKI's own identifiers live in `jpki_profile`. An identifier without an entry is shown dotted.
"""

# Attribute types: RFC 4519 2, RFC 4514 3, RFC 5280 A.1; the e-mail address and the pseudonym are
# PKCS #9's (RFC 2985 5.2); the jurisdictions are those of the CA/Browser Forum's EV guidelines 9.2.
_ATTRIBUTES = {
    "2.5.4.3": "CN",
    "2.5.4.4": "SN",
    "2.5.4.5": "serialNumber",
    "2.5.4.6": "C",
    "2.5.4.7": "L",
    "2.5.4.8": "ST",
    "2.5.4.9": "street",
    "2.5.4.10": "O",
    "2.5.4.11": "OU",
    "2.5.4.12": "title",
    "2.5.4.13": "description",
    "2.5.4.15": "businessCategory",
    "2.5.4.17": "postalCode",
    "2.5.4.20": "telephoneNumber",
    "2.5.4.41": "name",
    "2.5.4.42": "GN",
    "2.5.4.43": "initials",
    "2.5.4.44": "generationQualifier",
    "2.5.4.45": "x500UniqueIdentifier",
    "2.5.4.46": "dnQualifier",
    "2.5.4.65": "pseudonym",
    "2.5.4.97": "organizationIdentifier",
    "0.9.2342.19200300.100.1.1": "UID",
    "0.9.2342.19200300.100.1.25": "DC",
    "1.2.840.113549.1.9.1": "emailAddress",
    "1.3.6.1.4.1.311.60.2.1.1": "jurisdictionL",
    "1.3.6.1.4.1.311.60.2.1.2": "jurisdictionST",
    "1.3.6.1.4.1.311.60.2.1.3": "jurisdictionC",
}

# RSA: RFC 8017 A.2 and C; ECDSA: RFC 5758 3.2 (SHA-1: RFC 3279 2.2.3); EdDSA: RFC 8410 3.
_SIGNATURES = {
    "1.2.840.113549.1.1.4": "md5WithRSAEncryption",
    "1.2.840.113549.1.1.5": "sha1WithRSAEncryption",
    "1.2.840.113549.1.1.10": "rsassaPss",
    "1.2.840.113549.1.1.11": "sha256WithRSAEncryption",
    "1.2.840.113549.1.1.12": "sha384WithRSAEncryption",
    "1.2.840.113549.1.1.13": "sha512WithRSAEncryption",
    "1.2.840.113549.1.1.14": "sha224WithRSAEncryption",
    "1.2.840.10045.4.1": "ecdsa-with-SHA1",
    "1.2.840.10045.4.3.1": "ecdsa-with-SHA224",
    "1.2.840.10045.4.3.2": "ecdsa-with-SHA256",
    "1.2.840.10045.4.3.3": "ecdsa-with-SHA384",
    "1.2.840.10045.4.3.4": "ecdsa-with-SHA512",
    "1.3.101.112": "ED25519",
    "1.3.101.113": "ED448",
}

# RFC 5280 4.2.1.12; OCSP signing: RFC 6960 4.2.2.2.
_PURPOSES = {
    "2.5.29.37.0": "anyExtendedKeyUsage",
    "1.3.6.1.5.5.7.3.1": "serverAuth",
    "1.3.6.1.5.5.7.3.2": "clientAuth",
    "1.3.6.1.5.5.7.3.3": "codeSigning",
    "1.3.6.1.5.5.7.3.4": "emailProtection",
    "1.3.6.1.5.5.7.3.8": "timeStamping",
    "1.3.6.1.5.5.7.3.9": "OCSPSigning",
}

# RFC 5280 4.2.2.1.
_ACCESS_METHODS = {"1.3.6.1.5.5.7.48.1": "ocsp", "1.3.6.1.5.5.7.48.2": "caIssuers"}

# RSA and DSA: RFC 3279 2.3 (PSS keys: RFC 4055 1.2); EC: RFC 5480 2.1.1; the rest: RFC 8410 3.
_KEYS = {
    "1.2.840.113549.1.1.1": "RSA",
    "1.2.840.10040.4.1": "DSA",
    "1.2.840.113549.1.1.10": "RSA-PSS",
    "1.2.840.10045.2.1": "EC",
    "1.3.101.110": "X25519",
    "1.3.101.111": "X448",
    "1.3.101.112": "Ed25519",
    "1.3.101.113": "Ed448",
}

# Field sizes of the named curves: RFC 5480 2.1.1.1 and SEC 2.
_CURVES = {
    "1.2.840.10045.3.1.7": ("secp256r1", 256),
    "1.3.132.0.10": ("secp256k1", 256),
    "1.3.132.0.34": ("secp384r1", 384),
    "1.3.132.0.35": ("secp521r1", 521),
}


def attribute_name(oid: str) -> str:
    """The short name of an attribute type."""
    return _ATTRIBUTES.get(oid, oid)


def signature_name(oid: str) -> str:
    """The name of a signature algorithm."""
    return _SIGNATURES.get(oid, oid)


def purpose_name(oid: str) -> str:
    """The name of an extended key usage."""
    return _PURPOSES.get(oid, oid)


def access_method_name(oid: str) -> str:
    """The name of an access method of authorityInfoAccess."""
    return _ACCESS_METHODS.get(oid, oid)


def key_name(oid: str) -> str:
    """The name of a public-key algorithm."""
    return _KEYS.get(oid, oid)


def curve(oid: str) -> tuple[str, int]:
    """The name of a named curve and its size in bits, 0 when it is not known."""
    return _CURVES.get(oid, (oid, 0))
