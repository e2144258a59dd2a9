#!/bin/sh
# Builds the packages, installs them in clean systems, uses them and removes them without a trace.
set -eu
cd "$(dirname "$0")/.."
installer/debian/build.sh
.venv/bin/python -m pytest -m installer tests/installer
if [ -x installer/windows/test.sh ]; then
    installer/windows/test.sh
fi
