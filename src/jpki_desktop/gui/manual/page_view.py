"""Shows one page of the manual: its pictures fit the width, searched words are marked."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QImageReader,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextImageFormat,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from jpki_desktop.gui.manual.pages import Page, folded
from jpki_desktop.gui.style import WIDE_SPACE


class PageView(QTextBrowser):
    """Takes its pictures from `folder`; whoever owns it decides what a link does."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.page = ""
        self._folder = folder
        self._widths: dict[str, int] = {}
        self.setOpenLinks(False)
        self.document().setDocumentMargin(WIDE_SPACE)
        self.setSearchPaths([str(folder)])

    def show_page(self, page: Page) -> None:
        """Show a page from its beginning."""
        self.page = page.name
        self.setMarkdown(page.text)
        self._fit_pictures()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the pictures follow the width of the window."""
        super().resizeEvent(event)
        self._fit_pictures()

    def _fit_pictures(self) -> None:
        room = self.viewport().width() - 2 * self.document().documentMargin()
        for fragment in self._fragments():
            image = fragment.charFormat().toImageFormat()
            natural = self._natural_width(image)
            width = min(natural, room)
            if natural <= 0 or image.width() == width:
                continue
            image.setWidth(width)
            self._draw(image.name(), round(width))
            cursor = QTextCursor(self.document())
            cursor.setPosition(fragment.position())
            cursor.setPosition(fragment.position() + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(image)

    def _draw(self, name: str, width: int) -> None:
        """Give the page a picture of this width: what it shrinks by itself cannot be read."""
        pixels = round(width * self.devicePixelRatio())
        picture = QImage(str(self._folder / name))
        if 0 < pixels < picture.width():
            smooth = Qt.TransformationMode.SmoothTransformation
            picture = picture.scaledToWidth(pixels, smooth)
            picture.setDevicePixelRatio(pixels / width)
        kind = QTextDocument.ResourceType.ImageResource.value
        self.document().addResource(kind, QUrl(name), picture)

    def _fragments(self) -> list[QTextFragment]:
        found = []
        block = self.document().begin()
        while block.isValid():
            inside = block.begin()
            while not inside.atEnd():
                fragment = inside.fragment()
                if fragment.charFormat().isImageFormat():
                    found.append(fragment)
                inside += 1
            block = block.next()
        return found

    def _natural_width(self, image: QTextImageFormat) -> int:
        name = image.name()
        if name not in self._widths:
            self._widths[name] = QImageReader(str(self._folder / name)).size().width()
        return self._widths[name]

    def mark(self, words: str) -> None:
        """Mark the words wherever they stand, in any width and case, and show the first."""
        text = self.toPlainText()
        wanted = folded(words).split()
        # One folded character may be several; `places` leads back to the one it came from.
        pieces = [folded(one) for one in text]
        places = [at for at, piece in enumerate(pieces) for _one in piece]
        whole = "".join(pieces)
        marks = []
        for word in wanted:
            start = whole.find(word)
            while start >= 0:
                marks.append(self._marked(places[start], places[start + len(word) - 1] + 1))
                start = whole.find(word, start + len(word))
        self.setExtraSelections(marks)
        if marks:
            first = min((mark.cursor for mark in marks), key=QTextCursor.position)
            first = QTextCursor(first)
            first.clearSelection()
            self.setTextCursor(first)
            self.ensureCursorVisible()

    def _marked(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(self.palette().brush(QPalette.ColorRole.Highlight))
        look.setForeground(self.palette().brush(QPalette.ColorRole.HighlightedText))
        look.setProperty(QTextFormat.Property.FullWidthSelection, False)
        mark.cursor = cursor
        mark.format = look
        return mark
