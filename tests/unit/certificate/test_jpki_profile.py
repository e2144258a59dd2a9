"""The holder's facts and the parts of the subject."""

from datetime import date, datetime

import pytest
from cryptography import x509

from jpki_desktop.certificate.extension import NameAttribute
from jpki_desktop.certificate.holder import BirthDate, Holder, MarkedText, Sex, SexEntry
from jpki_desktop.certificate.japanese_calendar import JST, Era
from jpki_desktop.certificate.jpki_profile import birth_date_of, subject_parts
from jpki_desktop.certificate.model import CertificateKind
from jpki_desktop.certificate.parse import parse_certificate
from unit.certificate import samples


def holder(names: x509.SubjectAlternativeName) -> Holder:
    found = parse_certificate(samples.sign(names=names)).holder
    assert found is not None
    return found


@pytest.mark.parametrize("order", ["143526", "123456", "654321"])
def test_the_four_facts_in_any_order(order: str) -> None:
    found = holder(samples.holder_names(order=order))
    assert found.name == MarkedText(samples.NAME, samples.NAME_MAP)
    assert found.address == MarkedText(samples.ADDRESS, samples.ADDRESS_MAP)
    assert found.sex.meaning is Sex.FEMALE
    assert found.birth_date.date == date(1980, 2, 17)
    assert found.birth_date.era_year == 55


def test_missing_facts_are_empty() -> None:
    found = holder(samples.holder_names(order="1"))
    assert found.name.text == samples.NAME
    assert found.address.text == found.sex.code == found.birth_date.raw == ""


def test_the_first_of_two_names_counts() -> None:
    names = [samples.other_name(1, "一人目"), samples.other_name(1, "二人目")]
    assert holder(x509.SubjectAlternativeName(names)).name.text == "一人目"


@pytest.mark.parametrize(
    ("code", "meaning"), [("1", Sex.MALE), ("9", Sex.NOT_APPLICABLE), ("3", None), ("", None)]
)
def test_sex_keeps_unknown_codes(code: str, meaning: Sex | None) -> None:
    assert SexEntry(code).meaning is meaning


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("319800217", (Era.SHOWA, 1980, 2, 17)),
        ("520190501", (Era.REIWA, 2019, 5, 1)),
        ("319800000", (Era.SHOWA, 1980, None, None)),
        ("319800200", (Era.SHOWA, 1980, 2, None)),
        ("019800217", (None, 1980, 2, 17)),
        ("000000000", (None, None, None, None)),
        ("319801399", (Era.SHOWA, 1980, None, None)),
        ("919800217", (None, 1980, 2, 17)),
    ],
)
def test_birth_dates(
    raw: str, expected: tuple[Era | None, int | None, int | None, int | None]
) -> None:
    found = birth_date_of(raw)
    assert (found.era, found.year, found.month, found.day) == expected
    assert found.raw == raw


@pytest.mark.parametrize(
    "raw", ["", "3", "31980021", "3198002177", "三一九八〇〇二一七", "319800217\n", "S5502-17"]
)
def test_malformed_birth_dates_stay_raw(raw: str) -> None:
    assert birth_date_of(raw) == BirthDate(raw)


def test_an_era_that_contradicts_the_year_gives_no_era_year() -> None:
    assert birth_date_of("519800217").era_year is None
    assert birth_date_of("320000217").era_year is None
    assert birth_date_of("319890107").era_year == 64


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert birth_date_of("319800230").date is None


def test_parts_of_a_sign_subject() -> None:
    certificate = parse_certificate(samples.sign())
    parts = subject_parts(certificate.kind, certificate.subject)
    assert parts.request_time == "20160316102759"
    assert parts.request_moment == datetime(2016, 3, 16, 10, 27, 59, tzinfo=JST)
    assert (parts.sequence, parts.terminal) == ("00123", "99201001A")
    assert parts.random_string is None


def test_parts_of_an_auth_subject() -> None:
    certificate = parse_certificate(samples.auth())
    parts = subject_parts(certificate.kind, certificate.subject)
    assert (parts.random_string, parts.terminal) == ("409934E03FBEE0", "99201001A")
    assert parts.request_moment is None


def test_common_names_of_other_forms() -> None:
    short = (NameAttribute("CN", "ABC"),)
    assert subject_parts(CertificateKind.AUTH, short).random_string == "ABC"
    assert subject_parts(CertificateKind.SIGN, short).request_time is None
    assert subject_parts(CertificateKind.OTHER, short).random_string is None
    assert subject_parts(CertificateKind.AUTH, ()).random_string is None
    odd = (NameAttribute("CN", "20161399999999" + "00001" + "X"),)
    parts = subject_parts(CertificateKind.SIGN, odd)
    assert parts.request_time == "20161399999999"
    assert parts.request_moment is None
