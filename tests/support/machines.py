"""Machines laid out as folders, for everything that looks at /sys, /usr and /run."""

import os
from pathlib import Path


def lay_usb(
    root: Path,
    port: str,
    id_: str,
    *,
    manufacturer: str = "",
    product: str = "",
    kind: str = "ff",
    interface: str = "1.0",
) -> None:
    """Plug a device into a port: what the kernel shows of it below /sys."""
    device = root / "sys/bus/usb/devices" / port
    (device / f"{port}:{interface}").mkdir(parents=True)
    vendor, _, number = id_.partition(":")
    (device / "idVendor").write_text(f"{vendor}\n")
    (device / "idProduct").write_text(f"{number}\n")
    (device / "manufacturer").write_text(f"{manufacturer}\n")
    (device / "product").write_text(f"{product}\n")
    (device / f"{port}:{interface}" / "bInterfaceClass").write_text(f"{kind}\n")


def lay_file(root: Path, place: str, text: str = "", *, executable: bool = False) -> Path:
    """Write a file with its folders."""
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    if executable:
        path.chmod(0o755)
    return path


def lay_service(root: Path, *, startable: bool = False) -> None:
    """Install pcscd as Debian does; it is not run."""
    lay_file(
        root, "usr/sbin/pcscd", "#!/bin/sh\necho 'pcsc-lite version 9.8.7.'\n", executable=True
    )
    lay_file(root, "usr/bin/apt")
    (root / "usr/lib/pcsc/drivers/ifd-ccid.bundle").mkdir(parents=True)
    if startable:
        lay_file(root, "usr/bin/pkexec")
        (root / "run/systemd/system").mkdir(parents=True)


def is_root() -> bool:
    """Whether permissions mean nothing here."""
    return os.geteuid() == 0
