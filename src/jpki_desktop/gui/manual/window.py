"""The window of the manual: the list of pages, a search over all of them, the page itself."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.gui.manual.page_view import PageView
from jpki_desktop.gui.manual.pages import START, Page, folder, search
from jpki_desktop.gui.style import SPACE, WIDE_SPACE, fitting, lines
from jpki_desktop.gui.widgets.labels import text_label
from jpki_desktop.wording.language import language, translate

_NAME = Qt.ItemDataRole.UserRole


class ManualWindow(QWidget):
    """Opens beside the other windows, and stays usable while one of them asks something."""

    def __init__(self, pages: tuple[Page, ...]) -> None:
        super().__init__()
        self._pages = pages
        self.setWindowTitle(translate("manual", "Help – JPKI Desktop (unofficial)"))
        columns = QHBoxLayout(self)
        columns.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        columns.setSpacing(WIDE_SPACE)
        columns.addLayout(self._left())
        columns.addLayout(self._right(), stretch=1)
        self._fill(self._pages)
        self.resize(fitting(self, 58, 40))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.field.setFocus)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)

    # --- layout -----------------------------------------------------------------------------

    def _left(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(SPACE)
        self.field = QLineEdit()
        self.field.setAccessibleName(translate("manual", "Search the manual"))
        self.field.textChanged.connect(self._searched)
        self.field.returnPressed.connect(self._open_first)
        label = QLabel(translate("manual", "&Search the manual"))
        label.setBuddy(self.field)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("manual", "Pages"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.currentItemChanged.connect(self._chosen)
        self._none = text_label(translate("manual", "No page has these words."))
        self._none.hide()
        width = min(lines(self, 14), self.screen().availableGeometry().width() // 3)
        for widget in (self.field, self._none, self.list):
            widget.setFixedWidth(width)
        for widget in (label, self.field, self._none, self.list):
            rows.addWidget(widget)
        return rows

    def _right(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(SPACE)
        self.view = PageView(folder(language()))
        self.view.setAccessibleName(translate("manual", "Page"))
        self.view.anchorClicked.connect(self._follow)
        row = QHBoxLayout()
        self._address = text_label("")
        self._copy = QPushButton(translate("manual", "Copy the &address"))
        self._copy.clicked.connect(self._copy_address)
        self._copy.hide()
        close = QPushButton(translate("manual", "&Close"))
        close.clicked.connect(self.close)
        row.addWidget(self._address, stretch=1)
        row.addWidget(self._copy)
        row.addWidget(close)
        rows.addWidget(self.view)
        rows.addLayout(row)
        return rows

    # --- what it shows ----------------------------------------------------------------------

    def _fill(self, shown: tuple[Page, ...]) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for page in shown:
            item = QListWidgetItem(page.title)
            item.setData(_NAME, page.name)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._none.setVisible(not shown)

    def open_page(self, name: str) -> None:
        """Show a page, or the first one where there is none of this name, and come to the front."""
        self.field.clear()
        names = [page.name for page in self._pages]
        self.list.setCurrentRow(names.index(name if name in names else START))
        self.show()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.view.setFocus()

    @property
    def page(self) -> str:
        """Name of the page that is shown."""
        return self.view.page

    @property
    def titles(self) -> list[str]:
        """What stands in the list at present."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def _chosen(self) -> None:
        chosen = {item.data(_NAME) for item in self.list.selectedItems()}
        for page in self._pages:
            if page.name in chosen:
                self.view.show_page(page)
                self.view.mark(self.field.text())

    def _searched(self, words: str) -> None:
        """Keep to the page that is open where it has the words, else show the first that does."""
        found = search(self._pages, words)
        self._fill(found)
        names = [page.name for page in found]
        if names:
            self.list.setCurrentRow(names.index(self.page) if self.page in names else 0)
        self.view.mark(words)

    def _open_first(self) -> None:
        """Go from the searched words into the page that has them."""
        if self.list.count():
            self.view.setFocus()

    # --- links ------------------------------------------------------------------------------

    def _follow(self, address: QUrl) -> None:
        """Open a page of the manual here; an address outside goes to the browser, and is shown."""
        if address.isRelative():
            self.open_page(address.path().removesuffix(".md"))
            return
        self._address.setText(address.toString())
        self._copy.show()
        if address.scheme() == "https":
            QDesktopServices.openUrl(address)

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(self._address.text())
