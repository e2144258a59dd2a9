#!/bin/sh
# Builds both Windows packages and tries them out under wine. make test-windows calls it.
set -eu
cd "$(dirname "$0")/../.."
# The small form takes ten times as long to make; what is in it is the same.
COMPRESSION=${COMPRESSION:-zlib}
# Not into dist: what is made for a release, with its sums, stays as it is.
PACKAGES=build/windows/packages
export COMPRESSION PACKAGES
installer/windows/build.sh both
installer/windows/build_older.sh
.venv/bin/python -m pytest -m windows tests/installer/windows "$@"
