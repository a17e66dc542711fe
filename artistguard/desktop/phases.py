"""Where the list of the Protect screen stands on its way.

::

    EMPTY ─ add ─► LISTING ─► LOOKING ─► READY ─ protect ─► PROTECTING ─► DONE ─ put back ─► RETURNING ─► DONE
"""

from __future__ import annotations

from enum import Enum


class Phase(Enum):
    """Where the list stands on its way."""

    EMPTY = "empty"
    LISTING = "listing"
    LOOKING = "looking"
    READY = "ready"
    PROTECTING = "protecting"
    RETURNING = "returning"
    DONE = "done"


BUSY = frozenset({Phase.LISTING, Phase.LOOKING, Phase.PROTECTING, Phase.RETURNING})
