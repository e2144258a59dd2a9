"""ヘルプ: makes the window of the manual at the first look, with all its pages."""

from jpki_desktop import __version__
from jpki_desktop.gui.manual.pages import ERROR_CODES, Page, in_order, page_of, written_pages
from jpki_desktop.gui.manual.window import ManualWindow
from jpki_desktop.installation import how_installed
from jpki_desktop.wording.error_codes import error_codes_page
from jpki_desktop.wording.installation import installation_name
from jpki_desktop.wording.language import language

# What a page may say of this very installation, as it is written in the file.
_VERSION, _INSTALLED = "{version}", "{installed}"


class Manual:
    """One window for all who ask; it is kept, so that it opens where it was."""

    def __init__(self) -> None:
        self._window: ManualWindow | None = None

    @property
    def window(self) -> ManualWindow:
        """The window, shown or not."""
        if self._window is None:
            self._window = ManualWindow(all_pages())
        return self._window

    def open(self, page: str = "") -> None:
        """Show a page; without a name the first one."""
        self.window.open_page(page)


def all_pages() -> tuple[Page, ...]:
    """Return the whole manual in the language of the program."""
    written = (_of_this_installation(page) for page in written_pages(language()))
    return in_order((*written, page_of(ERROR_CODES, error_codes_page())))


def _of_this_installation(page: Page) -> Page:
    text = page.text.replace(_VERSION, __version__)
    return Page(page.name, page.title, text.replace(_INSTALLED, installation_name(how_installed())))
