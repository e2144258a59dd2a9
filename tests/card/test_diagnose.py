"""The diagnosis over a private pcscd: the service stopped, no card, other cards, a locked one."""

from pathlib import Path

import pytest

from conftest import MakeReader
from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.pcsc import PcscCards
from jpki_desktop.environment import Environment, _now
from jpki_desktop.machine.service import System
from jpki_desktop.operations.diagnosis import Finding, Outcome, Scene, Step, diagnose
from jpki_desktop.settings import SettingsStore
from support.in_process_cards import secrets_sent
from support.machines import lay_service
from support.private_pcscd import PrivatePcscd

pytestmark = pytest.mark.pcsc


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lay_service(tmp_path)
    return tmp_path


def run(root: Path) -> dict[Step, Outcome]:
    world = Environment(PcscCards(), _now, SettingsStore(None))
    scene = Scene(world, "", root, System.LINUX)
    return {outcome.step: outcome for outcome in diagnose(scene, CancelToken())}


def test_a_card_in_all_its_states(make_reader: MakeReader, root: Path) -> None:
    reader = make_reader()
    found = run(root)
    assert found[Step.READERS].finding is Finding.READERS_FOUND
    assert found[Step.READERS].number == 2
    assert found[Step.CARD].finding is Finding.CARD_NONE
    reader.insert()
    found = run(root)
    assert found[Step.CARD].names == (reader.name,)
    assert found[Step.AUTH_CERTIFICATE].finding is Finding.AUTH_CERTIFICATE_GOOD
    for persona, step, finding in (
        ("licence", Step.APPLET, Finding.APPLET_NONE),
        ("sign-locked", Step.SIGN_PASSWORD, Finding.SIGN_LOCKED),
        ("expired", Step.AUTH_CERTIFICATE, Finding.AUTH_CERTIFICATE_EXPIRED),
    ):
        reader.remove()
        reader.persona(persona)
        reader.insert()
        assert run(root)[step].finding is finding
    assert secrets_sent(reader.trace()) == {"verify": 0, "change": 0}


def test_a_service_that_is_stopped_and_comes_back(pcscd: PrivatePcscd, root: Path) -> None:
    pcscd.stop()
    try:
        found = run(root)
        assert found[Step.SERVICE].finding is Finding.SERVICE_STOPPED
        assert found[Step.READERS].finding is Finding.STEP_SKIPPED
        assert found[Step.CLOCK].finding is Finding.CLOCK_PLAUSIBLE
    finally:
        pcscd.start()
    assert run(root)[Step.SERVICE].finding is Finding.SERVICE_RUNS


def test_a_service_that_was_never_installed(pcscd: PrivatePcscd, tmp_path: Path) -> None:
    pcscd.stop()
    try:
        assert run(tmp_path)[Step.SERVICE].finding is Finding.SERVICE_MISSING
    finally:
        pcscd.start()
