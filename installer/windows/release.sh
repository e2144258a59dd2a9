#!/bin/sh
# The Windows packages of a release, with a bill of materials of what they carry, into dist.
set -eu
cd "$(dirname "$0")/../.."
scripts/setup.sh windows
installer/windows/build.sh setup
installer/windows/build.sh msi
for package in dist/*-setup.exe dist/*.msi; do
    .venv/bin/python installer/bill_of_materials.py build/windows/wheels \
        build/windows/stage requirements/windows.lock "${package%.*}.cdx.json"
done
