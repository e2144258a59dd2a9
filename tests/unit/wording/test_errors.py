"""Every error as a person reads it: a title, an explanation and a next step, in both languages."""

import re
from collections.abc import Iterator

import pytest

from jpki_desktop import errors
from jpki_desktop.wording.error_examples import EXAMPLES
from jpki_desktop.wording.errors import ErrorText, describe_error, has_words
from jpki_desktop.wording.language import language, set_language

JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")


def name(error: errors.JpkiError) -> str:
    return f"{type(error).__name__}-{error}"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = language()
    set_language("en")
    yield
    set_language(before)


def in_both(error: errors.JpkiError) -> tuple[ErrorText, ErrorText]:
    set_language("ja")
    japanese = describe_error(error)
    set_language("en")
    return japanese, describe_error(error)


def parts(text: ErrorText) -> tuple[str, str, str]:
    return text.title, text.detail, text.next_step


def test_no_class_is_left_out() -> None:
    with_words = {
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.JpkiError) and has_words(kind)
    }
    assert {type(error) for error in EXAMPLES} == with_words


@pytest.mark.parametrize("error", EXAMPLES, ids=name)
def test_three_sentences_in_each_language(error: errors.JpkiError) -> None:
    japanese, english = in_both(error)
    assert japanese.code == english.code == error.code
    for ja, en in zip(parts(japanese), parts(english), strict=True):
        assert ja
        assert en
        if not isinstance(error, errors.UsageError):
            assert JAPANESE.search(ja), ja
            assert not JAPANESE.search(en), en
        assert not re.search(r"[{}]", ja + en)
        assert not re.search(r"\b(auth|sign|auth-ca|sign-ca|juki)\b", ja + en)
        assert "  " not in ja + en
    assert not japanese.title.endswith("。")
    assert not english.title.endswith(".")


@pytest.mark.parametrize("error", EXAMPLES, ids=name)
def test_sentences_end_as_sentences_do(error: errors.JpkiError) -> None:
    japanese, english = in_both(error)
    if not isinstance(error, (errors.UsageError, errors.VirtualCardError)):
        assert japanese.detail.endswith("。")
        assert english.detail.endswith((".", "!"))
    assert japanese.next_step.endswith("。")
    assert english.next_step.endswith(".")


# Only these can have cost a try; every other error must not make anybody believe so.
MAY_HAVE_COST = (errors.WrongPasswordError, errors.PasswordResultUnknownError)


@pytest.mark.parametrize("error", EXAMPLES, ids=name)
def test_only_a_wrong_password_is_called_wrong(error: errors.JpkiError) -> None:
    japanese, english = in_both(error)
    blamed = "password is wrong" in english.title, "パスワードが違います" in japanese.title
    assert blamed == ((isinstance(error, errors.WrongPasswordError),) * 2)
    if not isinstance(error, MAY_HAVE_COST):
        assert "may have been spent" not in english.detail


@pytest.mark.parametrize(
    ("error", "facts"),
    [
        (errors.WrongPasswordError("sign", 4), ("署名用パスワード", "4")),
        (errors.WrongPasswordError("auth", 1), ("利用者証明用パスワード", "1")),
        (errors.ReaderNotFoundError("Absent Reader"), ("Absent Reader",)),
        (errors.ReaderSilentError("Reader 7"), ("Reader 7",)),
        (errors.ReaderError(0x8010002F), ("0x8010002F",)),
        (errors.CardAnswerError("VERIFY", "6F00"), ("VERIFY", "6F00")),
        (errors.CertificateMissingError("sign-ca"), ("署名用認証局の電子証明書",)),
        (errors.TriesChangedError("auth", 2), ("利用者証明用パスワード", "2")),
        (errors.NewPasswordRefusedError("sign", "6A80"), ("署名用パスワード", "6A80")),
        (errors.CertificateError("not-der"), ("not-der",)),
        (errors.SettingsFileError("/x/y", "EIO"), ("/x/y", "EIO")),
        (errors.UnexpectedError("KeyError"), ("KeyError",)),
        (errors.CardKindError("android"), ("スマートフォン（Android）",)),
    ],
    ids=lambda it: name(it) if isinstance(it, errors.JpkiError) else "",
)
def test_facts_are_told(error: errors.JpkiError, facts: tuple[str, ...]) -> None:
    japanese, english = in_both(error)
    for fact in facts:
        assert fact in japanese.detail
        if not JAPANESE.search(fact):
            assert fact in english.detail


def test_a_locked_password_names_the_counter_and_the_other_password() -> None:
    japanese, english = in_both(errors.PasswordLockedError("sign"))
    assert "市区町村の窓口" in japanese.next_step
    assert "利用者証明用パスワードが分かるとき" in japanese.next_step
    assert "user authentication password" in english.next_step


def test_resident_card_is_called_by_its_name() -> None:
    japanese, english = in_both(errors.CardKindError("juki"))
    assert "住民基本台帳カード（住基カード）" in japanese.title
    assert "Basic Resident Register card" in english.title


def test_a_class_without_words_takes_those_of_its_parent() -> None:
    class NewLeafError(errors.NoCardError):
        code = "JD-1199"

    text = describe_error(NewLeafError())
    assert (text.code, text.title) == ("JD-1199", "There is no card on the reader")


def test_an_error_of_nobody_is_a_defect() -> None:
    with pytest.raises(TypeError):
        describe_error(errors.JpkiError())
