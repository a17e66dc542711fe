"""What a person should hear of watched folders besides outcomes; plain values that every face can show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Happening(StrEnum):
    """The few things that happen."""

    GONE = "gone"
    BACK = "back"
    POLLING = "polling"
    LOOP = "loop"


@dataclass(frozen=True, slots=True)
class Told:
    """Something happened to a folder, or to a file in it.

    Attributes:
        what: Of the few things that happen.
        path: To which.
    """

    what: Happening
    path: str
