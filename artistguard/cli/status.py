"""The exit statuses, which scripts rely on."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """What the program says as it ends."""

    DONE = 0
    SOME_FAILED = 1
    USAGE = 2
    NOT_PROTECTED = 3  # checked, and no statement or registration found; or a proof does not hold
    INTERRUPTED = 130
