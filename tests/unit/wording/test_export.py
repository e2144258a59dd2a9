"""What stands in exported files, and that tests are marked in each of them."""

import csv
import io
import re
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.operations.export_certificate import ExportForm
from jpki_desktop.wording.certificate import banner
from jpki_desktop.wording.export import Tab, exported, form_name
from jpki_desktop.wording.language import language, set_language
from jpki_desktop.wording.spreadsheet import cell, table
from unit.certificate import samples

AUTH, SIGN = parse_certificate(samples.auth()), parse_certificate(samples.sign())
TEST = parse_certificate(samples.auth(organization="JPKI-TEST", policy=None))
DEMO = parse_certificate(samples.auth(organization="JPKI Desktop Test Authority", policy=None))
NOW = datetime(2019, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    before = language()
    set_language("en")
    yield
    set_language(before)


def text_of(certificate: Certificate, form: ExportForm, tab: Tab = Tab.DETAIL) -> str:
    return exported(certificate, form, NOW, tab).decode("utf-8")


@pytest.mark.parametrize("certificate", [AUTH, SIGN, TEST])
def test_der_is_as_read(certificate: Certificate) -> None:
    assert exported(certificate, ExportForm.DER, NOW) == certificate.der


@pytest.mark.peer
@pytest.mark.parametrize("certificate", [AUTH, TEST])
def test_openssl_reads_the_pem(certificate: Certificate) -> None:
    done = subprocess.run(
        ["openssl", "x509", "-outform", "DER"],
        input=text_of(certificate, ExportForm.PEM).encode(),
        capture_output=True,
        check=True,
    )
    assert done.stdout == certificate.der


@pytest.mark.parametrize("form", [ExportForm.PEM, ExportForm.TEXT, ExportForm.CSV, ExportForm.ICS])
@pytest.mark.parametrize("certificate", [TEST, DEMO])
def test_tests_are_marked_in_every_form_with_room(
    certificate: Certificate, form: ExportForm
) -> None:
    mark = banner(certificate)
    assert mark is not None
    text = text_of(certificate, form).replace("\r\n ", "").replace("\\,", ",")
    assert mark in text
    assert "For tests" not in text_of(AUTH, form)
    if form is ExportForm.ICS:
        assert text.count("SUMMARY:[Test]") == 2


def test_text_of_the_tabs() -> None:
    basic, detail = text_of(SIGN, ExportForm.TEXT, Tab.BASIC), text_of(SIGN, ExportForm.TEXT)
    assert basic.startswith("JPKI digital signature certificate\r\n")
    assert f"Name: {samples.NAME}\r\n" in basic
    assert "Serial number" not in basic
    assert "Serial number (decimal): 6785694\r\n" in detail
    for text in (basic, detail):
        assert "has not been checked" in text
        assert "Written on 2 January 2019, 12:04:05 JST" in text
        assert not re.search("(?<!\r)\n", text)


def test_table_opens_as_one() -> None:
    text = text_of(AUTH, ExportForm.CSV)
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert all(len(row) == 2 for row in rows)
    assert ["Serial number (decimal)", "6785694"] in rows
    assert rows[0] == ["Item", "Value"]


def test_reminder_names_nobody() -> None:
    text = text_of(SIGN, ExportForm.ICS).replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20191227" in text
    assert "DTSTART;VALUE=DATE:20200326" in text
    for secret in (samples.NAME, samples.ADDRESS, "678A9E", "6785694", SIGN.sha256):
        assert secret not in text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\tx", "\rx"])
def test_formulas_are_texts(text: str) -> None:
    assert cell(text) == f"'{text}"
    assert cell(f"a{text}") == f"a{text}"
    assert table([[text]]).startswith(b"\xef\xbb\xbf")


def test_every_form_has_a_name() -> None:
    assert len({form_name(form) for form in ExportForm}) == len(ExportForm)
