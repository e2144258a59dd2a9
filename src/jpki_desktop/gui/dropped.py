"""What was let fall onto a window."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


def dropped_files(data: "QMimeData") -> list[Path]:
    """Return the files of a drag; addresses of other machines are left out."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
