"""`python -m jpki_desktop.cli` is the `jpki` command."""

from jpki_desktop.cli.main import run

if __name__ == "__main__":
    run()
