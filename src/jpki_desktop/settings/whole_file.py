"""Writes a file of this package whole or not at all. What stands in it is its caller's."""

import os
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Write beside the file and move the result over it in one step.

    Where a link stands for the file, what it points to is replaced, and the link stays.

    Raises:
        OSError: nothing was changed.
    """
    # Loads random and hashlib; the start of the program writes nothing.
    import tempfile

    path = Path(os.path.realpath(path))
    beside = tempfile.NamedTemporaryFile(  # noqa: SIM115 - closed before it is moved
        dir=path.parent, prefix=path.name, delete=False
    )
    try:
        with beside:
            beside.write(content)
            beside.flush()
            os.fsync(beside.fileno())
        Path(beside.name).replace(path)
    except BaseException:
        Path(beside.name).unlink(missing_ok=True)
        raise
