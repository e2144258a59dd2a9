"""`python -m jpki_desktop` opens the window."""

from jpki_desktop.gui.app import run

if __name__ == "__main__":
    run()
