"""Fixtures for everything that needs a reader: a private service and cards to lay on it."""

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from jpki_desktop.emulator import make_card
from support.log_watch import LogWatch
from support.private_pcscd import READERS, PrivatePcscd, missing_programs
from support.virtual_reader import VirtualReader, wait_for_card

# Windows of tests need no screen; one that does starts it itself.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

MakeReader = Callable[..., VirtualReader]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests of single modules first: they are quick, and some hold the time of the start
    against answers that are made later, which may differ by five minutes.
    """
    here = Path(__file__).parent
    first = ("unit", "fuzz")
    items.sort(key=lambda item: item.path.relative_to(here).parts[0] not in first)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Some tests log what is no text; a report travels to another process as UTF-8."""
    report = yield
    report.sections = [
        (name, text.encode(errors="backslashreplace").decode()) for name, text in report.sections
    ]
    return report


@pytest.fixture(autouse=True)
def expected_log(request: pytest.FixtureRequest) -> Iterator[LogWatch]:
    """Fail a test that logs what nobody expects; `caplog` says that the test looks itself."""
    with LogWatch() as watch:
        yield watch
    if "caplog" not in request.fixturenames:
        assert watch.unexpected == []
        assert watch.unmet == []


@pytest.fixture(scope="session")
def pcscd() -> Iterator[PrivatePcscd]:
    """The private service. libpcsclite reads the path once, so it is set before any call."""
    missing = missing_programs()
    if missing:
        pytest.fail(f"make setup installs what is missing here: {', '.join(missing)}")
    service = PrivatePcscd()
    os.environ["PCSCLITE_CSOCK_NAME"] = str(service.socket_path)
    service.start()
    yield service
    service.close()


@pytest.fixture(scope="session")
def emulator_keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state directory with keys and roots, to be copied: making them takes the longest."""
    directory = tmp_path_factory.mktemp("keys")
    make_card(state_dir=directory)
    shutil.rmtree(directory / "cards")
    return directory


@pytest.fixture
def make_reader(pcscd: PrivatePcscd, emulator_keys: Path, tmp_path: Path) -> Iterator[MakeReader]:
    """Return a maker of readers: `slot=1` for the second one, `persona=`, `quirks=`."""
    readers: list[VirtualReader] = []

    def make(
        slot: int = 0, persona: str = "mynumber", quirks: tuple[str, ...] = ()
    ) -> VirtualReader:
        shutil.copytree(emulator_keys, tmp_path / f"state-{slot}")
        reader = VirtualReader(pcscd, tmp_path, slot=slot, persona=persona, quirks=quirks)
        readers.append(reader)
        return reader

    yield make
    for reader in readers:
        reader.stop()
    for name in READERS if readers else ():
        wait_for_card(name, present=False)


@pytest.fixture
def virtual_reader(make_reader: MakeReader) -> VirtualReader:
    """The first reader with the default card, which waits to be inserted."""
    return make_reader()
