"""The program that `virtual_reader` starts: a virtual card under control, and nothing else."""

import json
import sys
import threading
from pathlib import Path

from jpki_desktop.emulator import VirtualCardOptions, run_virtual_card

if __name__ == "__main__":
    given = json.loads(sys.argv[1])
    run_virtual_card(
        VirtualCardOptions(
            persona=given["persona"],
            quirks=tuple(given["quirks"]),
            port=given["port"],
            state_dir=Path(given["state_dir"]),
            trace=Path(given["trace"]),
            control=True,
        ),
        threading.Event(),
    )
