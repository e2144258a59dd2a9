#!/bin/sh
# Everything that a release is made of, into dist: packages, bills of materials, licences, sums.
# The checklist of what only a real Windows or Mac can show: docs/release-checklist.md.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
rm -rf dist
mkdir -p dist

installer/debian/build.sh
SOURCE_DATE_EPOCH=$(dpkg-parsechangelog -l installer/debian/changelog -S Timestamp)
export SOURCE_DATE_EPOCH
carried=build/deb/carried
for package in dist/*.deb; do
    rm -rf "$carried"
    dpkg-deb --extract "$package" "$carried"
    "$python" installer/bill_of_materials.py build/deb/wheels \
        "$carried/usr/lib/jpki-desktop/lib" requirements/run.lock "${package%.deb}.cdx.json"
done

# The Windows packages say themselves how they are made and what is in them.
if [ -x installer/windows/release.sh ]; then
    installer/windows/release.sh
fi

cp docs/third-party-licences.md dist/
(cd dist && for file in *; do [ "$file" = SHA256SUMS ] || sha256sum "$file"; done) >build/SHA256SUMS
mv build/SHA256SUMS dist/SHA256SUMS
(cd dist && sha256sum --check --quiet SHA256SUMS)
ls -l dist
