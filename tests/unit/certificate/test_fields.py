"""Rows and their order."""

from jpki_desktop.certificate.fields import Field, basic_fields, detail_fields
from jpki_desktop.certificate.parse import parse_certificate
from unit.certificate import samples


def values(fields: tuple[Field, ...]) -> str:
    return " ".join(fields)


def test_basic_rows() -> None:
    plain = "subject not-before not-after issuer"
    assert values(basic_fields(parse_certificate(samples.auth()))) == plain
    assert values(basic_fields(parse_certificate(samples.build()))) == plain
    assert values(basic_fields(parse_certificate(samples.authority()))) == f"{plain} sha256"
    sign = "name birth-date sex address not-before not-after issuer"
    assert values(basic_fields(parse_certificate(samples.sign()))) == sign


def test_detail_rows_of_an_auth_certificate() -> None:
    assert values(detail_fields(parse_certificate(samples.auth()))) == (
        "version serial-hex serial-decimal signature-algorithm issuer not-before not-after subject "
        "random-string terminal public-key authority-key-id subject-key-id key-usage "
        "extended-key-usage policies issuer-alternative-names crl-distribution-points "
        "authority-access sha256 sha1"
    )


def test_detail_rows_of_a_sign_certificate() -> None:
    assert values(detail_fields(parse_certificate(samples.sign()))) == (
        "version serial-hex serial-decimal signature-algorithm issuer not-before not-after subject "
        "request-time terminal sequence public-key authority-key-id subject-key-id key-usage "
        "policies subject-alternative-names issuer-alternative-names crl-distribution-points "
        "authority-access sha256 sha1"
    )


def test_detail_rows_of_an_authority_and_of_a_plain_certificate() -> None:
    head = (
        "version serial-hex serial-decimal signature-algorithm issuer not-before not-after subject "
        "public-key"
    )
    authority = parse_certificate(samples.authority())
    assert values(detail_fields(authority)) == f"{head} key-usage basic-constraints sha256 sha1"
    assert values(detail_fields(parse_certificate(samples.build()))) == f"{head} sha256 sha1"
