"""What is easy to guess, and what is not called so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpki_desktop.card.weak_password import BirthDay, Weakness, weaknesses

BORN = BirthDay(5, 20, 1988, "S", 63)
DAY_ONLY = BirthDay(5, 20)


@pytest.mark.parametrize("text", ["0000", "9999", "AAAAA1", "A11111", "A1A1A1", "AAA111"])
def test_repeated(text: str) -> None:
    assert Weakness.REPEATED in weaknesses(text)


@pytest.mark.parametrize(
    "text",
    [
        "1234",
        "0123",
        "6789",
        "8901",
        "4321",
        "3210",
        "1098",
        "ABC123",
        "ABC321",
        "A1B2C3",
        "1ABCDE",
    ],
)
def test_runs_up_and_down(text: str) -> None:
    assert Weakness.RUN in weaknesses(text)


@pytest.mark.parametrize("text", ["1357", "2580", "1243", "ABD123", "AB7K9X", "A9Z3Q7", "ABC7F2"])
def test_others_are_no_runs(text: str) -> None:
    assert not {Weakness.RUN, Weakness.REPEATED} & set(weaknesses(text))


@pytest.mark.parametrize(
    "text",
    [
        *("0520", "2005", "1988", "8805", "6305"),
        *("A880520", "A19880520", "A20051988", "A200588"),
        *("S630520", "A630520", "TARO0520", "HANAKO2005", "TARO1988", "S63TARO"),
    ],
)
def test_every_form_of_a_known_birth_date(text: str) -> None:
    assert Weakness.BIRTH_DATE in weaknesses(text, birth_days=[BORN])


@pytest.mark.parametrize("text", ["0520", "2005", "TARO0520"])
def test_a_day_alone_is_enough(text: str) -> None:
    assert Weakness.BIRTH_DATE in weaknesses(text, birth_days=[DAY_ONLY])
    assert Weakness.BIRTH_DATE not in weaknesses(text, birth_days=[BirthDay(6, 21)])
    assert Weakness.BIRTH_DATE not in weaknesses(text)


def test_a_known_date_is_not_told_twice() -> None:
    assert weaknesses("0520", birth_days=[BORN]) == (Weakness.BIRTH_DATE,)


@pytest.mark.parametrize(
    "text", ["0229", "1231", "1975", "2026", "A19880520", "R880520", "H010203X"]
)
def test_what_could_be_anybodys_date(text: str) -> None:
    assert Weakness.LOOKS_LIKE_DATE in weaknesses(text)


@pytest.mark.parametrize("text", ["1301", "0532", "0230", "4827", "7394", "A88X0520", "K7394Q"])
def test_what_is_no_date(text: str) -> None:
    assert Weakness.LOOKS_LIKE_DATE not in weaknesses(text)


def test_same_as_old() -> None:
    assert weaknesses("7394", old="7394") == (Weakness.SAME_AS_OLD,)
    assert weaknesses("7394", old="7395") == ()
    assert weaknesses("", old="") == ()


@given(st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", max_size=16))
def test_any_text_gets_an_answer_in_the_order_of_the_enum(text: str) -> None:
    found = weaknesses(text, old=text[:4], birth_days=[BORN])
    assert list(found) == [weakness for weakness in Weakness if weakness in found]


def test_a_great_part_of_all_numbers_passes() -> None:
    """A warning that comes nearly always would teach people to ignore it."""
    passed = [text for number in range(10_000) if not weaknesses(text := f"{number:04}")]
    assert len(passed) > 9400
