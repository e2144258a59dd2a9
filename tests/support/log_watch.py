"""Watches what the program logs during a test: a warning that nobody expected is a fault.

A test that provokes one asks for `caplog` or for `expected_log`, and says what it expects.
"""

import logging
from typing import Self

LOGGER = "jpki_desktop"


class LogWatch(logging.Handler):
    """Keeps warnings and worse of one logger; `allow` names what a test expects."""

    def __init__(self, logger: str = LOGGER) -> None:
        super().__init__(logging.WARNING)
        self._logger = logging.getLogger(logger)
        self._records: list[logging.LogRecord] = []
        self._allowed: list[str] = []

    def __enter__(self) -> Self:
        self._logger.addHandler(self)
        return self

    def __exit__(self, *_facts: object) -> None:
        self._logger.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self._records.append(record)

    def allow(self, text: str) -> None:
        """Expect messages that contain `text`."""
        self._allowed.append(text)

    @property
    def unexpected(self) -> list[str]:
        """What nobody expected, as it would stand in the log."""
        said = [f"{record.levelname} {record.getMessage()}" for record in self._records]
        return [line for line in said if not any(text in line for text in self._allowed)]

    @property
    def unmet(self) -> list[str]:
        """What was expected and did not come."""
        said = "\n".join(record.getMessage() for record in self._records)
        return [text for text in self._allowed if text not in said]
