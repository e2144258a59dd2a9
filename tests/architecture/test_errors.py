"""Every error has a code of its own, and words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from jpki_desktop.errors import JpkiError
from jpki_desktop.wording.errors import has_words

Kinds = Iterable[type[JpkiError]]


def _is_ours(kind: type) -> bool:
    """Not one that a test has planted."""
    return kind.__module__.startswith("jpki_desktop.errors")


def leaves(kind: type[JpkiError]) -> Iterator[type[JpkiError]]:
    children = [child for child in kind.__subclasses__() if _is_ours(child)]
    if not children:
        yield kind
    for child in children:
        yield from leaves(child)


LEAVES = sorted(set(leaves(JpkiError)), key=lambda kind: kind.__name__)


def without_own_code(kinds: Kinds) -> list[str]:
    return [kind.__name__ for kind in kinds if "code" not in vars(kind)]


def shared_codes(kinds: Kinds) -> list[str]:
    counted = Counter(kind.code for kind in kinds)
    return [code for code, count in counted.items() if count > 1]


def test_every_error_has_a_code_of_its_own() -> None:
    assert len(LEAVES) > 25
    assert not without_own_code(LEAVES)
    assert not shared_codes(LEAVES)
    assert all(re.fullmatch(r"JD-[12]\d{3}", kind.code) for kind in LEAVES)


def test_every_error_has_words() -> None:
    assert not [kind.__name__ for kind in LEAVES if not has_words(kind)]


def test_a_forgetful_error_would_be_noticed() -> None:
    class CodelessError(JpkiError):
        pass

    class TwinError(JpkiError):
        code = LEAVES[0].code

    planted = [*LEAVES, CodelessError, TwinError]
    assert without_own_code(planted) == ["CodelessError"]
    assert LEAVES[0].code in shared_codes(planted)
    assert not has_words(CodelessError)
