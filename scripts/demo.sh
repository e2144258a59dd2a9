#!/bin/sh
# The main job on the built-in demo card: in a window where there is a display, else in the terminal.
set -eu
cd "$(dirname "$0")/.."
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/jpki-desktop --demo
fi
echo "There is no display here, so the demo card is shown in the terminal (画面がないため、端末に表示します):"
echo
.venv/bin/jpki --demo card
echo
.venv/bin/jpki --demo show auth
