"""Everything that a file can hold, and everything that can go wrong with it, has words."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from jpki_desktop import errors
from jpki_desktop.certificate.entries import FileForm, Unreadable, UnreadableEntry
from jpki_desktop.certificate.files import open_bytes
from jpki_desktop.certificate.fingerprint_text import FingerprintComparison, Likeness
from jpki_desktop.certificate.published_authorities import (
    PUBLISHED,
    AuthorityMatch,
    MatchedAuthority,
)
from jpki_desktop.certificate.serial_text import read_serial
from jpki_desktop.operations.inspect_certificates import InspectedRow
from jpki_desktop.wording import certificate_files as words
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.inspection import columns, values
from jpki_desktop.wording.language import language, set_language
from jpki_desktop.wording.serial import reading_rows
from support import certificate_files as made

TODAY = datetime(2020, 3, 20, tzinfo=UTC).toordinal()


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    before = language()
    set_language("en")
    yield
    set_language(before)


def test_every_value_has_words() -> None:
    assert len({words.form_name(form) for form in FileForm}) == len(FileForm)
    reasons = {words.unreadable_words(UnreadableEntry(reason)) for reason in Unreadable}
    assert len(reasons) == len(Unreadable)
    results = {
        words.comparison_words(FingerprintComparison(likeness, 12, 7)) for likeness in Likeness
    }
    assert len(results) == len(Likeness)
    assert not any("{" in text for text in reasons | results)


def test_authorities_are_named_with_generation_and_years() -> None:
    found = MatchedAuthority(AuthorityMatch.PUBLISHED, PUBLISHED[4])
    assert words.authority_words(found) == (
        "Matches the published one: Certificate of the user authentication authority, "
        "generation 2 (2019–2029)"
    )
    assert "test" in words.authority_words(MatchedAuthority(AuthorityMatch.TEST))
    assert "Unknown" in words.authority_words(MatchedAuthority(AuthorityMatch.UNKNOWN))


def test_rows_of_lists_and_requests() -> None:
    (crl,), (request,) = (
        open_bytes("x", data).entries for data in (made.revocation_list(), made.request())
    )
    rows = dict(words.entry_rows(crl))  # type: ignore[arg-type]
    assert rows["Revoked certificates"] == "3"
    assert rows["Next one by"] == "15 April 2016, 10:28:05 JST"
    assert dict(words.entry_rows(request))["Public key"] == "EC (384 bit, P-384)"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "data",
    [made.trio()[1], made.revocation_list(), made.request(), made.trio()[1][:100]],
)
def test_rows_of_a_list_fill_their_columns(data: bytes) -> None:
    (entry,) = open_bytes("x", data).entries
    assert len(values(InspectedRow("x", entry), TODAY)) == len(columns()) == 10


def test_a_certificate_as_a_row() -> None:
    (entry,) = open_bytes("x", made.trio()[1]).entries
    row = values(InspectedRow("a\u202eb", entry), TODAY)
    assert row[0] == "a⟨U+202E⟩b"
    assert row[3:7] == ("678A9E", "6785694", "2020-03-26", "6")


def test_file_names_cannot_turn_a_sentence() -> None:
    text = describe_error(errors.FileUnreadableError("a\u202egpj.exe\n", "x"))
    assert "\u202e" not in text.detail
    assert "\n" not in text.detail


@pytest.mark.parametrize("kind", ["folder", "pipe", "socket", "device"])
def test_what_is_no_file_is_named(kind: str) -> None:
    assert kind in describe_error(errors.NotAFileError("x", kind)).detail


def test_readings_of_a_serial() -> None:
    assert [value for _, value in reading_rows(read_serial("123"))] == ["291", "7B"]
    assert [value for _, value in reading_rows(read_serial("0x123"))] == ["291"]
