"""The log file: what happened, never to whom. What it may contain: docs/log.md.

Python's own logging and its rotating file; the rules about secrets are kept where a line is made.
"""

from jpki_desktop.logbook.book import APDU_LEVEL, Logbook, note_shown
from jpki_desktop.logbook.places import Places, places_of

__all__ = ["APDU_LEVEL", "Logbook", "Places", "note_shown", "places_of"]
