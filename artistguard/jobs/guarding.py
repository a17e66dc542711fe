"""The loop guard of a watched folder: what ArtistGuard itself wrote, or gave back, is never taken for a new work."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING

from artistguard.jobs.paper import CREATOR
from artistguard.store import files
from artistguard.store.catalogue import State

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.jobs.studio import Studio

MOST_TIMES = 5
WITHIN_SECONDS = 60.0
_OWN_PAGE = f"/Creator ({CREATOR} ".encode()
_MOST_OF_A_PAGE = 1 << 26


def is_ours(studio: Studio, path: Path) -> bool:
    """Whether a file is to be left alone because of what is known of its content.

    So is what we wrote, wherever it was copied, moved or renamed since; what was put back on purpose; and our own
    pages, such as certificates.

    Raises:
        ArtistGuardError: The file cannot be read.
    """
    digest = files.digest_of(path)
    for version in studio.store.catalogue.by_content(digest):
        if version.after == digest or (version.state is State.PUT_BACK and version.path == path):
            return True
    return path.suffix.lower() == ".pdf" and _is_own_page(path)


def _is_own_page(path: Path) -> bool:
    with files.reading(files.inspect(path)) as handle:
        return _OWN_PAGE in handle.read(_MOST_OF_A_PAGE)


class Breaker:
    """Notices that a file is written anew by somebody each time we have written it."""

    def __init__(self) -> None:
        self._times: dict[Path, deque[float]] = defaultdict(lambda: deque(maxlen=MOST_TIMES))
        self._tripped: set[Path] = set()

    def count(self, path: Path, now: float) -> bool:
        """A file was written.

        Returns:
            Whether that was once too often: it is left alone from now on.
        """
        times = self._times[path]
        times.append(now)
        if len(times) < MOST_TIMES or now - times[0] > WITHIN_SECONDS:
            return False
        self._tripped.add(path)
        return True

    def tripped(self, path: Path) -> bool:
        """Whether a file is left alone."""
        return path in self._tripped
