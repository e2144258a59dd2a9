"""What all systems have in common: three questions and the answers to the first."""

from enum import Enum
from typing import Protocol


class LoginState(Enum):
    """Whether the program starts when the user logs in."""

    ON = "on"
    OFF = "off"
    # An administrator starts it for everybody; the user can switch it off for himself.
    FOR_ALL = "for-all"

    @property
    def starts(self) -> bool:
        """Whether it will start at the next login."""
        return self is not LoginState.OFF


class LoginStart(Protocol):
    """The login start of one user on one system."""

    def state(self) -> LoginState:
        """Look; what cannot be read counts as off."""

    def enable(self) -> None:
        """Start at every login from the next one on.

        Raises:
            LoginStartError: nothing was changed.
        """

    def disable(self) -> None:
        """Do not start any more; also where an administrator starts it for everybody.

        Raises:
            LoginStartError: nothing was changed.
        """
