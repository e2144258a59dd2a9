"""The pages of the manual: Markdown files by language, in the order of `_ORDER`.

A page is one job or one subject. Nothing here knows how a page is shown.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

START = "start"
# Made at run time from the words of the program; there is no file.
ERROR_CODES = "error-codes"

# The order of the list on the left of the window.
ORDER = (
    START,
    "serial-number",
    "own-certificate",
    "validity",
    "change-password",
    "verify-password",
    "four-passwords",
    "revocation",
    "what-revokes-what",
    "certificate-files",
    "authorities",
    "reminders",
    "settings",
    "diagnose",
    "keyboard",
    "command-line",
    "glossary",
    ERROR_CODES,
    "about",
)
_HEADING = re.compile(r"^# +(.+)$", re.MULTILINE)
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `text` is Markdown whose first heading is the title."""

    name: str
    title: str
    text: str

    def has(self, words: str) -> bool:
        """Return whether every word stands on the page, in any width and case."""
        text = folded(_PICTURE.sub("", self.text))
        return all(word in text for word in folded(words).split())


def folded(text: str) -> str:
    """Return a form in which full and half width, upper and lower case are the same."""
    return unicodedata.normalize("NFKC", text).casefold()


def folder(language: str) -> Path:
    """Return where the pages of a language lie; the made-up language shows the English ones."""
    name = "ja" if language == "ja" else "en"
    return Path(str(resources.files("jpki_desktop.resources") / "manual" / name))


@cache
def written_pages(language: str) -> tuple[Page, ...]:
    """Return the pages that are files, in their order."""
    return tuple(
        page_of(name, (folder(language) / f"{name}.md").read_text(encoding="utf-8"))
        for name in ORDER
        if name != ERROR_CODES
    )


def page_of(name: str, text: str) -> Page:
    """Make a page of Markdown that begins with its heading."""
    heading = _HEADING.search(text)
    return Page(name, heading.group(1) if heading else name, text)


def in_order(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return pages of any origin in the order of the list."""
    return tuple(sorted(pages, key=lambda page: ORDER.index(page.name)))


def search(found: tuple[Page, ...], words: str) -> tuple[Page, ...]:
    """Return the pages with all the words; those with them in the title come first."""
    hits = [page for page in found if page.has(words)]
    return tuple(sorted(hits, key=lambda page: folded(words) not in folded(page.title)))
