"""Readers on USB, from a /sys of the test's own."""

from pathlib import Path

import pytest

from jpki_desktop.machine.usb import (
    Needs,
    UsbReader,
    ccid_driver_installed,
    known_readers,
    unlisted,
    usb_readers,
)
from support.machines import lay_usb

RC_S380 = UsbReader("054c:06c3", "Sony RC-S380/P", Needs.NOTHING_HELPS)
RC_S300 = UsbReader("054c:0dc9", "Sony RC-S300/P", Needs.CCID)
OTHER = UsbReader("1234:5678", "Gemalto PC Twin 7000", Needs.CCID)


def test_known_identifiers_are_told_apart_from_everything_else(tmp_path: Path) -> None:
    lay_usb(tmp_path, "1-1", "054C:06C3", product="RC-S380")
    lay_usb(tmp_path, "1-2", "046d:c31c", manufacturer="Logitech", product="Keyboard", kind="03")
    lay_usb(tmp_path, "1-3", "1234:5678", manufacturer="Gemalto", product="PC Twin 7000", kind="0b")
    assert usb_readers(tmp_path) == (RC_S380, OTHER)


def test_a_reader_among_other_interfaces_is_found(tmp_path: Path) -> None:
    lay_usb(tmp_path, "2-1", "1050:0407", product="Key 5", kind="03")
    assert usb_readers(tmp_path) == ()
    lay_usb(tmp_path, "2-1", "1050:0407", product="Key 5", kind="0b", interface="1.1")
    assert [reader.name for reader in usb_readers(tmp_path)] == ["Key 5"]


def test_a_machine_without_usb_has_none(tmp_path: Path) -> None:
    assert usb_readers(tmp_path) == ()


def test_what_a_device_says_of_itself_is_only_text(tmp_path: Path) -> None:
    lay_usb(tmp_path, "1-1", "1234:5678", product="A\x1b[31m\nB" + "x" * 500, kind="0b")
    (name,) = (reader.name for reader in usb_readers(tmp_path))
    assert name.startswith("A[31m")
    assert name.isprintable()
    assert len(name) <= 80


@pytest.mark.parametrize(
    ("devices", "listed", "missing"),
    [
        ((RC_S380,), (), (RC_S380,)),
        ((RC_S300,), (), (RC_S300,)),
        ((RC_S300,), ("SONY FeliCa RC-S300/P (1234567) 00 00",), ()),
        ((RC_S380, RC_S300), ("SONY FeliCa RC-S300/P (1234567) 00 00",), (RC_S380,)),
        # A driver's name that has nothing in common with the kernel's: as many as there are.
        ((OTHER,), ("Thales Reader 00 00",), ()),
        ((OTHER, RC_S300), ("SONY FeliCa RC-S300/P (1) 00 00",), (OTHER,)),
        # Windows-like names and virtual readers do not stand for a device that cannot be used.
        ((RC_S380,), ("Virtual PCD 00 00", "Virtual PCD 00 01"), (RC_S380,)),
        ((), ("Virtual PCD 00 00",), ()),
    ],
)
def test_devices_that_the_service_does_not_list(
    devices: tuple[UsbReader, ...], listed: tuple[str, ...], missing: tuple[UsbReader, ...]
) -> None:
    assert unlisted(devices, listed) == missing


def test_the_table_says_where_it_comes_from() -> None:
    import tomllib
    from importlib import resources

    text = (resources.files("jpki_desktop.machine") / "known_readers.toml").read_text("utf-8")
    entries = tomllib.loads(text)["reader"]
    assert len(entries) == len(known_readers()) >= 8
    assert all(entry["source"] for entry in entries)
    assert known_readers()["054c:06c1"].needs is Needs.NOTHING_HELPS


@pytest.mark.parametrize(
    "place", ["usr/lib/pcsc/drivers", "usr/lib64/pcsc/drivers", "usr/lib/x86_64-linux/pcsc/drivers"]
)
def test_the_driver_is_found_where_distributions_put_it(tmp_path: Path, place: str) -> None:
    assert not ccid_driver_installed(tmp_path)
    (tmp_path / place / "ifd-ccid.bundle").mkdir(parents=True)
    assert ccid_driver_installed(tmp_path)
