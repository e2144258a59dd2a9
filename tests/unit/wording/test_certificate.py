"""A certificate in words. English stands in the source; dates know both languages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from cryptography import x509
from hypothesis import given
from hypothesis import strategies as st

from jpki_desktop.certificate.fields import Field, basic_fields, detail_fields
from jpki_desktop.certificate.jpki_profile import birth_date_of
from jpki_desktop.certificate.model import Certificate, CertificateKind, NameAttribute, Origin
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.wording import certificate as words
from jpki_desktop.wording import dates, names
from jpki_desktop.wording.language import language, set_language
from unit.certificate import samples

AUTH = parse_certificate(samples.auth())
SIGN = parse_certificate(samples.sign())
AUTHORITY = parse_certificate(samples.authority())
PLAIN = parse_certificate(samples.build(key=samples.p384_key()))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = language()
    set_language("en")
    yield
    set_language(before)


@pytest.fixture
def japanese(english: None) -> None:
    set_language("ja")


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2016, 3, 16), "平成28年3月16日"),
        (date(2019, 4, 30), "平成31年4月30日"),
        (date(2019, 5, 1), "令和元年5月1日"),
        (date(2024, 7, 6), "令和6年7月6日"),
        (date(1926, 12, 25), "昭和元年12月25日"),
        (date(1868, 1, 24), "1868年1月24日"),
    ],
)
@pytest.mark.usefixtures("japanese")
def test_days_in_japanese(day: date, text: str) -> None:
    assert dates.day(day) == text


def test_dates_of_both_tabs_in_english() -> None:
    assert words.basic_value(Field.NOT_BEFORE, AUTH) == "16 March 2016"
    assert words.basic_value(Field.NOT_AFTER, AUTH) == "26 March 2020"
    assert words.detail_value(Field.NOT_AFTER, AUTH) == "26 March 2020, 23:59:59 JST"


@pytest.mark.usefixtures("japanese")
def test_dates_of_both_tabs_in_japanese() -> None:
    assert words.basic_value(Field.NOT_BEFORE, AUTH) == "平成28年3月16日"
    assert words.basic_value(Field.NOT_AFTER, AUTH) == "令和2年3月26日"
    assert words.detail_value(Field.NOT_BEFORE, AUTH) == "2016年3月16日10時28分05秒"
    assert words.detail_value(Field.NOT_AFTER, AUTH) == "2020年3月26日23時59分59秒"
    assert words.detail_value(Field.REQUEST_TIME, SIGN) == "2016年3月16日10時27分59秒"


@pytest.mark.parametrize(
    ("raw", "ja", "en"),
    [
        ("319800217", "昭和55年2月17日", "17 February 1980"),
        ("520190501", "令和元年5月1日", "1 May 2019"),
        ("019800217", "1980年2月17日", "17 February 1980"),
        ("519800217", "1980年2月17日", "17 February 1980"),
        ("319800200", "昭和55年2月", "February 1980"),
        ("319800000", "昭和55年", "1980"),
        ("319800017", "319800017", "319800017"),
        ("300000217", "300000217", "300000217"),
        ("S55", "S55", "S55"),
    ],
)
def test_birth_dates(raw: str, ja: str, en: str) -> None:
    assert en in dates.birth_date(birth_date_of(raw))
    set_language("ja")
    assert ja in dates.birth_date(birth_date_of(raw))


@pytest.mark.parametrize("raw", ["", "000000000"])
def test_no_birth_date_is_unknown(raw: str) -> None:
    assert dates.birth_date(birth_date_of(raw)) == "Unknown"


def test_partial_birth_dates_say_what_is_unknown() -> None:
    assert dates.birth_date(birth_date_of("319800000")) == "1980 (month and day unknown)"
    assert dates.birth_date(birth_date_of("319800200")) == "February 1980 (day unknown)"


def test_names_stand_one_part_a_line_most_specific_first() -> None:
    assert words.basic_value(Field.ISSUER, AUTH) == (
        f"OU={samples.JLIS}\nOU={samples.AUTH_UNIT}\nO=JPKI\nC=JP"
    )
    assert words.detail_summary(Field.ISSUER, AUTH) == (
        f"{samples.JLIS}, {samples.AUTH_UNIT}, JPKI, JP"
    )


def test_basic_values_of_a_sign_certificate() -> None:
    shown = {field: words.basic_value(field, SIGN) for field in basic_fields(SIGN)}
    assert shown[Field.NAME] == samples.NAME
    assert shown[Field.ADDRESS] == samples.ADDRESS
    assert shown[Field.SEX] == "Female"
    assert shown[Field.BIRTH_DATE] == "17 February 1980"


def test_unknown_codes_of_sex_are_shown_as_they_are() -> None:
    odd = parse_certificate(samples.sign(names=samples.holder_names(sex="3")))
    assert words.basic_value(Field.SEX, odd) == "Unknown (3)"


@pytest.mark.parametrize(
    ("field", "certificate", "text"),
    [
        (Field.VERSION, AUTH, "V3"),
        (Field.SERIAL_HEX, AUTH, "678A9E"),
        (Field.SERIAL_DECIMAL, AUTH, "6785694"),
        (Field.SIGNATURE_ALGORITHM, AUTH, "Sha-256WithRSAEncryption"),
        (Field.SIGNATURE_ALGORITHM, PLAIN, "ecdsa-with-SHA256"),
        (Field.RANDOM_STRING, AUTH, "409934E03FBEE0"),
        (Field.TERMINAL, SIGN, "99201001A"),
        (Field.SEQUENCE, SIGN, "00123"),
        (Field.KEY_USAGE, AUTH, "Digital signature (digitalSignature)"),
        (Field.EXTENDED_KEY_USAGE, AUTH, "Client authentication (clientAuth)"),
        (Field.AUTHORITY_ACCESS, AUTH, "OCSP: http://ocsp.test.invalid"),
        pytest.param(Field.SHA256, AUTH, AUTH.sha256, id="sha256"),
        (Field.UNKNOWN_EXTENSIONS, AUTH, ""),
        (Field.NAME, AUTH, ""),
    ],
)
def test_detail_values(field: Field, certificate: Certificate, text: str) -> None:
    assert words.detail_value(field, certificate) == text


def test_extension_values() -> None:
    policies = words.detail_value(Field.POLICIES, AUTH)
    assert (
        policies
        == f"{samples.AUTH_POLICY} (JPKI user authentication)\nCPS: http://cps.test.invalid"
    )
    constraints = words.detail_value(Field.BASIC_CONSTRAINTS, AUTHORITY)
    assert constraints.splitlines()[1] == "Levels of authorities below it: at most 0"
    identifier = words.detail_value(Field.AUTHORITY_KEY_ID, AUTH).splitlines()
    assert identifier[0] == words.detail_value(Field.SUBJECT_KEY_ID, AUTH)
    assert identifier[-1] == "Serial number of the authority: 0132C4AB"
    alternative = words.detail_value(Field.SUBJECT_ALTERNATIVE_NAMES, SIGN).splitlines()
    assert alternative[0] == f"Name: {samples.NAME}"
    assert alternative[4] == f"Substituted characters of the name: {samples.NAME_MAP}"


def test_unknown_extensions_are_shown_raw() -> None:
    odd = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4"), b"\x05\x00")
    certificate = parse_certificate(samples.build([(odd, True)]))
    assert Field.UNKNOWN_EXTENSIONS in detail_fields(certificate)
    shown = words.detail_value(Field.UNKNOWN_EXTENSIONS, certificate)
    assert shown == "1.2.3.4 (critical): 0500"


def test_public_keys() -> None:
    assert words.detail_summary(Field.PUBLIC_KEY, AUTH) == "RSA (2048 bit)"
    assert words.detail_summary(Field.PUBLIC_KEY, PLAIN) == "EC (384 bit, P-384)"
    dump = words.detail_value(Field.PUBLIC_KEY, AUTH).splitlines()[1]
    assert bytes.fromhex(dump) == AUTH.key.der
    assert dump == dump.upper()


@pytest.mark.parametrize("certificate", [AUTH, SIGN, AUTHORITY, PLAIN])
@pytest.mark.parametrize("field", list(Field))
def test_every_row_can_be_asked_of_every_certificate(
    field: Field, certificate: Certificate
) -> None:
    assert words.field_label(field)
    summary = words.detail_summary(field, certificate)
    assert "\n" not in summary
    shown = field in detail_fields(certificate)
    assert bool(summary) or not shown
    assert bool(words.basic_value(field, certificate)) or field not in basic_fields(certificate)


@pytest.mark.parametrize("certificate", [AUTH, SIGN, AUTHORITY, PLAIN])
def test_letters_of_the_first_tab_are_different(certificate: Certificate) -> None:
    rows = [field for field in basic_fields(certificate) if field is not Field.SHA256]
    letters = [words.field_mnemonic(field) for field in rows]
    assert None not in letters
    assert len(set(letters)) == len(letters)
    assert words.field_mnemonic(Field.SHA256) is None


def test_headings_name_the_service_only_where_the_names_claim_it() -> None:
    assert words.heading(AUTH) == "JPKI user authentication certificate"
    assert words.heading(SIGN) == "JPKI digital signature certificate"
    assert "authority" in words.heading(AUTHORITY)
    assert words.heading(PLAIN) == "Certificate"
    assert words.heading(replace(AUTH, origin=Origin.OTHER)) == "Certificate"
    demo = words.heading(replace(SIGN, origin=Origin.DEMO))
    assert demo == "Demonstration: Digital signature certificate"
    assert all(words.kind_name(kind) for kind in CertificateKind)


def test_banners_tell_test_cards_from_the_demonstration() -> None:
    banners = {words.banner(replace(AUTH, origin=origin)) for origin in Origin}
    assert len(banners) == 3
    assert words.banner(AUTH) is words.banner(PLAIN) is None


def test_an_authority_of_the_demonstration_is_no_invented_one() -> None:
    of_holder = words.banner(replace(AUTH, origin=Origin.DEMO))
    of_authority = words.banner(replace(AUTH, origin=Origin.DEMO, is_ca=True))
    assert "an invented certificate" in str(of_holder)
    assert "authority" in str(of_authority)
    assert "invented" not in str(of_authority)


@pytest.mark.parametrize(
    ("before_the_end", "text"),
    [
        (timedelta(days=123), "123 days left"),
        (timedelta(days=1), "1 day left"),
        (timedelta(0), "Ends today"),
        (timedelta(seconds=-1), "Ended yesterday"),
        (timedelta(days=-9, seconds=-1), "Ended 10 days ago"),
        (timedelta(days=3000), "Begins on 16 March 2016"),
    ],
)
def test_days_left(before_the_end: timedelta, text: str) -> None:
    assert words.days_left_text(AUTH.period, samples.END - before_the_end) == text


def test_a_certificate_that_ended_this_morning() -> None:
    early = replace(AUTH, not_after=datetime(2020, 3, 26, 0, 0, tzinfo=UTC))
    assert words.days_left_text(early.period, samples.END) == "Ended today"


def test_direction_marks_and_line_breaks_are_never_raw() -> None:
    assert names.escape_controls("a\u202eb\nc\u200b") == "a⟨U+202E⟩b⟨U+000A⟩c⟨U+200B⟩"
    assert names.escape_controls("見本　花子\U000e0100") == "見本　花子\U000e0100"
    odd = replace(AUTH, subject=(NameAttribute("CN", "x\nO=JPKI"),))
    assert words.detail_value(Field.SUBJECT, odd) == "CN=x⟨U+000A⟩O=JPKI"


@given(st.text(max_size=40))
def test_names_of_the_holder_stay_on_one_line(text: str) -> None:
    assert SIGN.holder is not None
    name = replace(SIGN.holder.name, text=text)
    odd = replace(SIGN, holder=replace(SIGN.holder, name=name))
    assert len(words.basic_value(Field.NAME, odd).splitlines()) <= 1
