"""Fixtures for the program on a desktop made of other people's parts; each test starts its own."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jpki_desktop.expiry.ledger import Ledger
from jpki_desktop.expiry.model import LedgerEntry, LedgerKind
from support.desktop_session import DesktopSession, missing_programs

Remember = Callable[..., Ledger]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[DesktopSession]:
    """A screen; the rest is started by the test."""
    missing = missing_programs()
    if missing:
        pytest.fail(f"make setup installs what is missing here: {', '.join(missing)}")
    session = DesktopSession(tmp_path)
    try:
        session.start_screen()
        settings = tmp_path / "config" / "jpki-desktop" / "settings.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text('update_notice = "yes"\nlanguage = "ja"\nclosing = "stay"\n')
        yield session
    finally:
        session.close()


@pytest.fixture
def remember(session: DesktopSession) -> Remember:
    """Write certificates into the ledger that end in so many days, and return it."""

    def write(*days: int) -> Ledger:
        ledger = Ledger(session.folder / "data" / "jpki-desktop" / "ledger.json")
        now = datetime.now(UTC)
        for number, left in enumerate(days):
            kind = (LedgerKind.AUTH, LedgerKind.SIGN)[number % 2]
            ends = now + timedelta(days=left)
            ledger.remember(LedgerEntry(kind, ends, f"{number:02x}" * 32, now))
        return ledger

    return write
