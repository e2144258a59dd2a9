# Everything starts here. On a fresh Debian machine: `make demo` or `make test`.
SHELL := /bin/sh
.DEFAULT_GOAL := help
BIN := .venv/bin
TS := resources/translations/ja.ts
QM := src/jpki_desktop/resources/translations/ja.qm

.PHONY: help setup setup-run setup-installer setup-bench run demo test test-slow check bench torture fuzz screenshots translations lock clean
.PHONY: deb release test-installers bench-installed exe msi test-windows test-wine10

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: ## system packages for tests, .venv, compiled translations
	@scripts/setup.sh test
	@$(MAKE) --no-print-directory $(QM)

setup-run:
	@scripts/setup.sh run
	@$(MAKE) --no-print-directory $(QM)

setup-bench:
	@scripts/setup.sh bench

setup-installer:
	@scripts/setup.sh installer
	@$(MAKE) --no-print-directory $(QM)

$(QM): $(TS)
	@mkdir -p $(dir $@)
	@$(BIN)/pyside6-lrelease -silent -fail-on-unfinished $(TS) -qm $@

run: setup-run ## the window, with this machine's readers
	@$(BIN)/jpki-desktop

demo: setup-run ## the main job on the built-in demo card: a window, or the terminal without a display
	@scripts/demo.sh

test: setup ## every test
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

test-slow: setup ## tests that take long: every flipped bit of an answer
	@$(BIN)/python -m pytest -m slow

check: setup ## format, lint, types, import contracts
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

bench: setup setup-bench ## speed, as ratios against other programs in the same run
	@$(BIN)/python benchmarks/run.py
	@$(BIN)/python benchmarks/inspect_files.py
	@$(BIN)/python benchmarks/check_crl.py
	@$(BIN)/python benchmarks/background.py
	@$(BIN)/python benchmarks/start_up.py
	@$(BIN)/python benchmarks/opening.py

torture: setup ## every fault against every operation, over a real pcscd (QUICK=1 for fewer)
	@$(BIN)/python tests/torture/run.py $(if $(QUICK),--quick)

fuzz: setup ## a malicious card and every parser against random input, SECONDS=5 for each
	@$(BIN)/python tests/fuzz/run.py --seconds $(or $(SECONDS),5)

screenshots: setup ## every screen in ja and en, into docs/screenshots and the manual
	@QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1280x900x24" $(BIN)/python scripts/screenshots.py docs/screenshots
	@QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1280x900x24" $(BIN)/python scripts/settings_screenshots.py docs/screenshots
	@$(BIN)/python scripts/manual_pictures.py docs/screenshots

deb: setup-installer ## the Debian package, into dist
	@installer/debian/build.sh

release: setup-installer ## all packages, sums, bill of materials, licences, into dist
	@installer/release.sh

test-installers: setup-installer ## packages built, installed, used and removed in clean systems
	@scripts/setup.sh windows
	@installer/test.sh

bench-installed: setup-installer ## start-up of the installed package beside other programs
	@$(BIN)/python benchmarks/installed.py

translations: setup ## collect new texts into the catalogue
	@$(BIN)/pyside6-lupdate -extensions py -locations none -no-obsolete src/jpki_desktop -ts $(TS)
	@$(MAKE) --no-print-directory $(QM)

lock: ## lock the newest versions of the Python packages (needs uv)
	@for name in dev run release; do \
	  group=; [ $$name = run ] || group="--group $$name"; \
	  [ $$name = release ] && group="$$group -c requirements/dev.lock"; \
	  uv pip compile pyproject.toml $$group --upgrade --generate-hashes --universal \
	    --python-version 3.11 --no-header --no-annotate --quiet -o requirements/$$name.lock; done
	@uv pip compile pyproject.toml --constraints requirements/run.lock --generate-hashes \
	  --python-platform x86_64-pc-windows-msvc --python-version 3.12 --only-binary :all: \
	  --no-header --no-annotate --quiet -o requirements/windows.lock

exe: ## the Windows setup program (dist/*-setup.exe)
	@scripts/setup.sh windows
	@$(MAKE) --no-print-directory $(QM)
	@installer/windows/build.sh setup

msi: ## the Windows package for administrators (dist/*.msi)
	@scripts/setup.sh windows
	@$(MAKE) --no-print-directory $(QM)
	@installer/windows/build.sh msi

test-windows: ## build both Windows packages, install and use them under wine
	@scripts/setup.sh windows
	@$(MAKE) --no-print-directory $(QM)
	@installer/windows/test.sh

test-wine10: ## the installed program reads a virtual card (wine 10 in a Debian 13 chroot; long)
	@scripts/setup.sh windows
	@$(MAKE) --no-print-directory $(QM)
	@installer/windows/test_wine10.sh

clean: ## remove what was built
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache $(QM)
