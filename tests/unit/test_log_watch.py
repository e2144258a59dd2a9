"""The watch over the log notices what it is there for."""

import logging

from support.log_watch import LogWatch

LOG = logging.getLogger("watched_in_a_test.part")


def watched() -> LogWatch:
    return LogWatch("watched_in_a_test")


def test_warnings_and_errors_are_noticed_and_information_is_not() -> None:
    with watched() as watch:
        LOG.info("harmless")
        LOG.warning("planted %s", "warning")
        LOG.error("planted error")
    assert watch.unexpected == ["WARNING planted warning", "ERROR planted error"]


def test_what_a_test_expects_must_come_and_nothing_else() -> None:
    with watched() as watch:
        watch.allow("planted")
        watch.allow("never said")
        LOG.error("a planted error")
        LOG.error("another one")
    assert watch.unexpected == ["ERROR another one"]
    assert watch.unmet == ["never said"]


def test_after_the_test_nothing_is_watched() -> None:
    with watched() as watch:
        pass
    LOG.propagate = False
    LOG.addHandler(logging.NullHandler())
    LOG.error("too late")
    assert watch.unexpected == []
