"""Files that came into a watched folder, until they have stopped growing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.errors import ArtistGuardError
from artistguard.store import files, growing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from artistguard.store.files import Look


@dataclass(slots=True)
class _Wait:
    look: Look | None
    since: float


class Arrivals:
    """What came and is waited for.

    Args:
        quiet: Seconds for which size and time of last change must stay the same.
    """

    def __init__(self, quiet: float) -> None:
        self._quiet = quiet
        self._waiting: dict[Path, _Wait] = {}

    def hear(self, paths: Iterable[Path], now: float) -> None:
        """Something happened to these files; their wait begins, or goes on.

        Args:
            paths: Real paths.
            now: Seconds of a clock that never goes back.
        """
        for path in paths:
            self._waiting.setdefault(path, _Wait(None, now))

    def still(self, now: float, most: int) -> list[tuple[Path, Look]]:
        """Files that have stopped growing, each with its look; they are not waited for any more.

        Args:
            now: As for `hear`.
            most: So many at once.
        """
        found: list[tuple[Path, Look]] = []
        for path, wait in list(self._waiting.items()):
            look = _look(path)
            if look is None:
                del self._waiting[path]
            elif look != wait.look:
                wait.look, wait.since = look, now
            elif now - wait.since >= self._quiet and len(found) < most:
                if growing.is_unfinished(path) or growing.is_open_elsewhere(path):
                    wait.since = now
                else:
                    del self._waiting[path]
                    found.append((path, look))
        return found

    def __len__(self) -> int:
        return len(self._waiting)


def _look(path: Path) -> Look | None:
    """None for what went away, cannot be looked at, or has no bytes yet: when it gets some, that is heard."""
    try:
        look = files.look_at(path)
    except ArtistGuardError:
        return None
    return look if look is not None and look.size else None
