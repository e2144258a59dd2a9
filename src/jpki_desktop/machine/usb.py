"""Card readers on USB as the Linux kernel lists them, whether or not PC/SC knows them.

Reads /sys alone and opens no device. Which of them PC/SC lists is judged by their names.
"""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from pathlib import Path

# USB class 0Bh "Smart Card": https://www.usb.org/defined-class-codes
_SMART_CARD_CLASS = "0b"
# A name comes from the device: anything may stand in it, and only so much is of use.
_LONGEST_NAME = 80


class Needs(StrEnum):
    """What makes PC/SC see a reader on Linux (`known_readers.toml`)."""

    NOTHING_HELPS = "nothing"
    CCID = "ccid"


@dataclass(frozen=True, slots=True)
class UsbReader:
    """A device that is a card reader by its class or by its identifiers."""

    id: str
    name: str
    needs: Needs


def usb_readers(root: Path = Path("/")) -> tuple[UsbReader, ...]:
    """Return the card readers on USB; nothing on systems that have no /sys."""
    known = known_readers()
    found = []
    for device in _devices(root / "sys/bus/usb/devices"):
        id_ = f"{_word(device / 'idVendor')}:{_word(device / 'idProduct')}".lower()
        if id_ in known:
            found.append(known[id_])
        elif _has_smart_card_interface(device):
            found.append(UsbReader(id_, _name(device) or id_, Needs.CCID))
    return tuple(found)


def unlisted(devices: tuple[UsbReader, ...], listed: tuple[str, ...]) -> tuple[UsbReader, ...]:
    """Return the devices that none of the reader names of PC/SC stands for.

    Names differ between the kernel and a driver, so a device counts as missing only when no name
    is like its own, and there are fewer names than devices that PC/SC could list.
    """
    strange = tuple(device for device in devices if not _is_like_any(device, listed))
    usable = [device for device in devices if device.needs is not Needs.NOTHING_HELPS]
    if len(listed) < len(usable):
        return strange
    return tuple(device for device in strange if device.needs is Needs.NOTHING_HELPS)


def ccid_driver_installed(root: Path = Path("/")) -> bool:
    """Whether libccid is there, at the places where the distributions put it."""
    drivers = ("usr/lib/pcsc/drivers", "usr/lib64/pcsc/drivers")
    multiarch = (root / "usr/lib").glob("*/pcsc/drivers/ifd-ccid.bundle")
    return any((root / folder / "ifd-ccid.bundle").is_dir() for folder in drivers) or any(multiarch)


def known_readers() -> dict[str, UsbReader]:
    """Return the table of known devices by identifier."""
    text = (resources.files(__package__) / "known_readers.toml").read_text("utf-8")
    return {
        entry["id"]: UsbReader(entry["id"], entry["name"], Needs(entry["needs"]))
        for entry in tomllib.loads(text)["reader"]
    }


def _devices(folder: Path) -> list[Path]:
    """Return the folders of devices; those of interfaces have a colon in their names."""
    try:
        return sorted(entry for entry in folder.iterdir() if ":" not in entry.name)
    except OSError:
        return []


def _has_smart_card_interface(device: Path) -> bool:
    try:
        interfaces = sorted(device.glob("*:*/bInterfaceClass"))
    except OSError:
        return False
    return any(_word(interface).lower() == _SMART_CARD_CLASS for interface in interfaces)


def _word(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST_NAME).decode("utf-8", "replace").strip()
    except OSError:
        return ""


def _name(device: Path) -> str:
    text = f"{_word(device / 'manufacturer')} {_word(device / 'product')}".strip()
    return "".join(letter for letter in text if letter.isprintable())[:_LONGEST_NAME]


def _is_like_any(device: UsbReader, listed: tuple[str, ...]) -> bool:
    """Whether a name holds one of the device's words that are more than a maker's."""
    words = [word for word in re.findall(r"[\w-]+", device.name.casefold()) if _tells(word)]
    return any(word in name.casefold() for name in listed for word in words)


def _tells(word: str) -> bool:
    """Model names carry digits; "smart", "card" and "reader" stand in most names."""
    return len(word) >= 4 and any(letter.isdigit() for letter in word)
