"""What is remembered of certificates, and only where it is allowed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from jpki_desktop import environment
from jpki_desktop.card.connection import CardSource
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.environment import Environment
from jpki_desktop.errors import ReminderNotFoundError
from jpki_desktop.expiry.ledger import Ledger
from jpki_desktop.expiry.model import Known, LedgerKind, New, NotKept, Replaces
from jpki_desktop.operations import remind
from jpki_desktop.operations.change_settings import change_settings
from jpki_desktop.settings import InstallationSecret, SettingsStore
from jpki_desktop.settings.managed import from_files
from jpki_desktop.settings.places import APPLICATION
from unit.certificate import samples

AUTH, SIGN = parse_certificate(samples.auth()), parse_certificate(samples.sign())
TEST = parse_certificate(samples.auth(organization="JPKI-TEST", policy=None))
OTHER = parse_certificate(samples.auth(organization="Somebody", policy=None))
LAST = datetime(2020, 3, 26, 3, tzinfo=UTC)  # noon of the last day in Japan

MakeWorld = Callable[..., Environment]


class Clock:
    now = LAST - timedelta(days=200)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make_world(tmp_path: Path, clock: Clock) -> MakeWorld:
    """Worlds with the same files; `update_notice` is what the user has said before."""

    def make(update_notice: str = "") -> Environment:
        settings = SettingsStore(
            tmp_path / "settings.toml", from_files([tmp_path / "managed.toml"])
        )
        if update_notice:
            settings.change(update_notice=update_notice)
        return Environment(
            cast("CardSource", None),
            clock,
            settings,
            ledger=Ledger(tmp_path / "data" / "ledger.json"),
            secret=InstallationSecret(tmp_path / "data" / "installation-secret"),
        )

    return make


@pytest.fixture
def world(make_world: MakeWorld) -> Environment:
    return make_world("yes")


@pytest.mark.parametrize("answer", ["", "no", "perhaps"])
def test_nothing_is_kept_without_a_yes(make_world: MakeWorld, tmp_path: Path, answer: str) -> None:
    world = make_world(answer)
    assert remind.remember_certificate(world, AUTH) == NotKept()
    assert remind.due(world) == ()
    assert remind.entries(world) == ()
    assert not (tmp_path / "data").exists()


def test_a_no_deletes_what_was_kept(world: Environment, make_world: MakeWorld) -> None:
    remind.remember_certificate(world, AUTH)
    assert remind.may_keep(world)
    remind.allow(world, allowed=False)
    assert not remind.may_keep(world)
    assert world.ledger.entries() == ()
    remind.allow(world, allowed=True)
    assert remind.entries(make_world()) == ()


@pytest.mark.parametrize("name", ["settings.toml", "managed.toml"])
def test_a_no_from_elsewhere_deletes_too(
    world: Environment, make_world: MakeWorld, tmp_path: Path, name: str
) -> None:
    remind.remember_certificate(world, AUTH)
    (tmp_path / name).write_text('update_notice = "no"\n')
    later = make_world()
    assert remind.due(later) == ()
    assert later.ledger.entries() == ()


def test_a_yes_does_not_win_against_an_administrators_no(
    make_world: MakeWorld, tmp_path: Path
) -> None:
    (tmp_path / "managed.toml").write_text('update_notice = "no"\n')
    world = make_world()
    remind.allow(world, allowed=True)
    assert remind.remember_certificate(world, AUTH) == NotKept()


def test_lost_settings_delete_nothing(
    world: Environment, make_world: MakeWorld, tmp_path: Path
) -> None:
    remind.remember_certificate(world, AUTH)
    (tmp_path / "settings.toml").unlink()
    later = make_world()
    assert remind.entries(later) == ()
    assert not remind.is_asked(later)
    remind.allow(later, allowed=True)
    assert len(remind.entries(later)) == 1


def test_both_kinds_are_remembered_once(world: Environment) -> None:
    for certificate, kind in ((AUTH, LedgerKind.AUTH), (SIGN, LedgerKind.SIGN)):
        first = remind.remember_certificate(world, certificate)
        assert isinstance(first, New)
        assert (first.entry.kind, first.entry.ends_at) == (kind, certificate.not_after)
        assert remind.remember_certificate(world, certificate) == Known(first.entry)
    assert len(remind.entries(world)) == 2


def test_what_ended_or_is_no_certificate_of_a_person_is_not_kept(
    world: Environment, clock: Clock
) -> None:
    assert remind.remember_certificate(world, OTHER) == NotKept()
    clock.now = LAST + timedelta(days=1)
    assert remind.remember_certificate(world, AUTH) == NotKept()


def test_certificates_for_tests_are_marked(world: Environment) -> None:
    outcome = remind.remember_certificate(world, TEST)
    assert isinstance(outcome, New)
    assert outcome.entry.for_tests


def test_the_file_holds_nothing_of_the_certificate(world: Environment, tmp_path: Path) -> None:
    remind.remember_certificate(world, SIGN)
    written = (tmp_path / "data" / "ledger.json").read_text()
    assert SIGN.holder is not None
    secrets = (SIGN.serial_hex, SIGN.serial_decimal, SIGN.sha256, SIGN.sha1)
    for secret in (*secrets, SIGN.holder.name.text, SIGN.holder.address.text, samples.SIGN_CN):
        assert secret.lower() not in written.lower()
    assert "2020-03-26" in written


def test_another_installation_gives_another_mark(world: Environment) -> None:
    other = replace(world, ledger=Ledger(None), secret=InstallationSecret(None))
    found = [remind.remember_certificate(one, AUTH) for one in (world, other)]
    assert len({it.entry.mark for it in found if isinstance(it, New)}) == 2


@pytest.mark.parametrize("replaced", [True, False])
def test_the_answer_about_a_newer_one_is_kept(world: Environment, replaced: bool) -> None:
    remind.remember_certificate(world, AUTH)
    newer = replace(AUTH, not_after=AUTH.not_after.replace(year=2025), der=b"another")
    asked = remind.remember_certificate(world, newer)
    assert isinstance(asked, Replaces)
    assert len(remind.entries(world)) == 2
    (remind.replace_old if replaced else remind.keep_both)(world, asked)
    assert len(remind.entries(world)) == (1 if replaced else 2)
    assert isinstance(remind.remember_certificate(world, newer), Known)


def test_told_once_a_day_and_put_off_and_silenced(world: Environment, clock: Clock) -> None:
    remind.remember_certificate(world, AUTH)
    assert remind.due(world) == ()
    clock.now = LAST - timedelta(days=30)
    (notice,) = remind.due(world)
    assert (notice.threshold, notice.days_left) == ("30", 30)
    assert remind.due(world) == (notice,)
    remind.mark_told(world, notice)
    assert remind.due(world) == ()
    remind.snooze(world, notice)
    assert remind.due(world) == ()
    clock.now += timedelta(days=1)
    (again,) = remind.due(world)
    assert again.days_left == 29
    remind.silence(world, again)
    assert remind.due(world) == ()
    clock.now = LAST - timedelta(days=15)
    assert remind.due(world) == ()
    remind.set_silenced(world, again.entry.mark, silenced=False)
    assert len(remind.due(world)) == 1


def test_what_was_deleted_meanwhile_does_not_come_back(world: Environment, clock: Clock) -> None:
    remind.remember_certificate(world, AUTH)
    clock.now = LAST
    (notice,) = remind.due(world)
    remind.forget(world, notice.entry.mark)
    for act in (remind.mark_told, remind.snooze, remind.silence):
        act(world, notice)
    assert remind.entries(world) == ()


def test_a_clock_years_ahead_neither_tells_nor_uses_up(world: Environment, clock: Clock) -> None:
    remind.remember_certificate(world, AUTH)
    right = clock.now
    assert remind.due(world) == ()
    clock.now = right.replace(year=2035)
    assert remind.due(world) == ()
    assert remind.look_at_clock(world).doubted is not None
    clock.now += timedelta(days=1)
    (false,) = remind.due(world)
    remind.mark_told(world, false)
    for day in (1, 2):
        clock.now = right + timedelta(days=day)
        assert remind.due(world) == ()
    clock.now = LAST + timedelta(days=1)
    (notice,) = remind.due(world)
    assert notice.threshold == "ended"


def test_looking_writes_once_a_day(world: Environment, clock: Clock, tmp_path: Path) -> None:
    remind.remember_certificate(world, AUTH)
    remind.due(world)
    file = tmp_path / "data" / "ledger.json"
    before = file.stat().st_mtime_ns
    clock.now += timedelta(minutes=1)
    remind.due(world)
    assert file.stat().st_mtime_ns == before
    clock.now += timedelta(days=1)
    remind.due(world)
    assert file.stat().st_mtime_ns != before


def test_an_entry_is_found_by_the_beginning_of_its_mark(world: Environment) -> None:
    remind.remember_certificate(world, AUTH)
    remind.remember_certificate(world, SIGN)
    (wanted, _) = remind.entries(world)
    assert remind.find_entry(world, wanted.mark[:12].upper()) == wanted
    for beginning in ("", "x"):
        with pytest.raises(ReminderNotFoundError):
            remind.find_entry(world, beginning)


def test_the_demo_keeps_nothing_over_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    world = replace(environment.demo(), clock=lambda: LAST)
    remind.allow(world, allowed=True)
    assert isinstance(remind.remember_certificate(world, AUTH), New)
    assert len(remind.due(world)) == 1
    assert not (tmp_path / "XDG_DATA_HOME").exists()
    assert not remind.may_keep(environment.demo())


def test_the_real_world_keeps_it_with_the_data_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    world = replace(environment.real(), clock=lambda: LAST)
    remind.allow(world, allowed=True)
    remind.remember_certificate(world, AUTH)
    kept = tmp_path / "XDG_DATA_HOME" / APPLICATION
    assert sorted(it.name for it in kept.iterdir()) == ["installation-secret", "ledger.json"]


@pytest.mark.parametrize("answer", ["no", ""])
def test_a_yes_taken_back_in_the_settings_deletes_what_was_kept(
    make_world: MakeWorld, answer: str
) -> None:
    world = make_world("yes")
    remind.remember_certificate(world, AUTH)
    assert remind.entries(world)
    change_settings(world, {"update_notice": answer})
    assert make_world().ledger.entries() == ()


def test_another_setting_leaves_the_ledger_alone(make_world: MakeWorld) -> None:
    world = make_world("yes")
    remind.remember_certificate(world, AUTH)
    change_settings(world, {"language": "en"})
    assert len(remind.entries(world)) == 1
