"""The steps of a connection test, apart from the test: who words them loads no network."""

from dataclasses import dataclass
from enum import StrEnum

from jpki_desktop.errors import NetworkError


class Step(StrEnum):
    """What is tried, in this order; LOGIN with a proxy alone, SECURE with https alone."""

    ROUTE = "route"
    NAME = "name"
    CONNECT = "connect"
    LOGIN = "login"
    SECURE = "secure"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class StepResult:
    """One step, the place with which it was tried, and what went wrong with it, if anything."""

    step: Step
    place: str
    by_proxy: bool
    problem: NetworkError | None = None
