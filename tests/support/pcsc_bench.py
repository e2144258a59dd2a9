"""The virtual reader of `pcscd` as a bench that many tests share: each one finds it as new.

Starting a card process and waiting for the service costs more than most tests, so it lives as long
as a module and is put back into its first state after each test.
"""

import shutil
from pathlib import Path
from typing import Any

from jpki_desktop.emulator import make_card
from jpki_desktop.emulator.file_system import FileContents
from support.private_pcscd import PrivatePcscd
from support.virtual_reader import VirtualReader, wait_for_card

_DEFAULT = "mynumber"


class SharedReader:
    """A `VirtualReader` that knows what was changed and can undo it."""

    def __init__(self, pcscd: PrivatePcscd, keys: Path, directory: Path, slot: int = 0) -> None:
        self.directory = directory
        shutil.copytree(keys, directory / f"state-{slot}")
        self._reader = VirtualReader(pcscd, directory, slot=slot)
        self.name = self._reader.name
        self._persona = _DEFAULT
        self._quirks: set[str] = set()
        self._inserted = self._faulty = False
        self._start = 0
        self.insert()

    @property
    def contents(self) -> FileContents:
        """What the files of the card hold."""
        contents = make_card(self._persona, state_dir=self._reader.state_dir).contents
        assert contents is not None
        return contents

    def insert(self) -> None:
        """Lay the card onto the reader."""
        self._reader.insert()
        self._inserted = True

    def remove(self) -> None:
        """Take the card away."""
        self._reader.remove()
        self._inserted = False

    def comes_back(self, *, gone: bool) -> None:
        """Wait until the service has seen the card leave and come back after a fault."""
        wait_for_card(self.name, present=False)
        if gone:
            self.insert()
        wait_for_card(self.name, present=True)

    def persona(self, name: str) -> None:
        """Swap the card; the service sees the old one leave and the other one come."""
        if name == self._persona:
            return
        inserted = self._inserted
        if inserted:
            self.remove()
        self._reader.persona(name)
        self._persona = name
        if inserted:
            self.insert()

    def fault(self, words: str) -> None:
        """Arm a fault."""
        self._reader.fault(words)
        self._faulty = True

    def quirk(self, name: str, *, on: bool = True) -> None:
        """Switch a quirk."""
        self._reader.quirk(name, on=on)
        (self._quirks.add if on else self._quirks.discard)(name)

    def tries(self, password: str, number: int) -> None:
        """Set the counter of `auth` or `sign`."""
        self._reader.tries(password, number)

    def trace(self) -> list[dict[str, Any]]:
        """Return the commands since the test began."""
        return self._reader.trace()[self._start :]

    def restore(self) -> None:
        """Undo what the last test did."""
        for name in list(self._quirks):
            self.quirk(name, on=False)
        if self._persona != _DEFAULT:
            self.persona(_DEFAULT)
        if self._faulty:
            # It replaces a fault that has not struck, and never strikes itself.
            self._reader.fault("empty 1000000")
            self._faulty = False
        if not self._inserted:
            self.insert()
        self.tries("auth", 3)
        self.tries("sign", 5)
        self._start = len(self._reader.trace())

    def stop(self) -> None:
        """End the card process."""
        self._reader.stop()
        wait_for_card(self.name, present=False)
