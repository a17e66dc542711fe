"""Where something happened in folders: told by the system, or found by looking again and again."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import watchfiles

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

_GATHERED_MS = 300
_POLL_MS = 1000


class Sight:
    """Watches folders that may go away and come back.

    Args:
        folders: Real paths; they need not be there yet.
        tick: Seconds that one wait lasts at most.

    Attributes:
        gone: Folders that are not there now.
        polling: The system does not tell; folders are looked at again and again.
    """

    def __init__(self, folders: Sequence[Path], tick: float) -> None:
        self._folders = tuple(folders)
        self._tick = tick
        self._there: dict[Path, tuple[int, int]] = {}
        self._events: Generator[set[tuple[watchfiles.Change, str]], None, None] | None = None
        self.gone: frozenset[Path] = frozenset()
        self.polling = False

    def look(self) -> None:
        """Find out which folders are there; one that came back, or is another of the same name, is begun anew."""
        there = {folder: number for folder in self._folders if (number := _number(folder)) is not None}
        if there != self._there:
            self.close()
        self._there = there
        self.gone = frozenset(self._folders) - frozenset(there)

    def wait(self) -> set[Path]:
        """Wait until something happens.

        Returns:
            Paths of files and folders to which something happened. The first time they are the watched folders: in them
            anything may have happened before.
        """
        if not self._there:
            time.sleep(self._tick)
            return set()
        fresh = set(self._there) if self._events is None else set()
        try:
            if self._events is None:
                self._events = self._begin()
            return fresh | {Path(path) for _, path in next(self._events, set())}
        except (OSError, RuntimeError):
            # A folder went away at this moment, or the system watches no more of them.
            self.close()
            self.polling = self.polling or all(map(Path.is_dir, self._there))
            return set()

    def close(self) -> None:
        """Stop watching; the next wait begins again."""
        if self._events is not None:
            self._events.close()
        self._events = None

    def _begin(self) -> Generator[set[tuple[watchfiles.Change, str]], None, None]:
        return watchfiles.watch(
            *self._there,
            watch_filter=None,
            debounce=_GATHERED_MS,
            rust_timeout=max(1, int(self._tick * 1000)),
            yield_on_timeout=True,
            force_polling=True if self.polling else None,
            poll_delay_ms=_POLL_MS,
            ignore_permission_denied=True,
        )


def _number(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from another of the same name; None where none stands."""
    try:
        found = os.stat(folder)  # noqa: PTH116 - one call, for a folder that may vanish between two
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if folder.is_dir() else None
