"""Watching folders: what comes new into them is protected as soon as it has stopped growing.

The recipe::

    sight ─► what happened where ─► arrivals, until still ─► loop guard ─► protect, in batches ─► tell

Nothing that the system tells is believed beyond its place: the file itself is looked at. A folder that goes away is
waited for; when it comes back, all of it is looked at, as at the start.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.errors import ArtistGuardError
from artistguard.formats.packages import is_package
from artistguard.formats.table import by_extension
from artistguard.jobs.guarding import Breaker, is_ours
from artistguard.jobs.happening import Happening, Told
from artistguard.jobs.outcome import Status
from artistguard.jobs.protect import protect
from artistguard.jobs.sight import Sight
from artistguard.jobs.stillness import Arrivals
from artistguard.store import files
from artistguard.store.walking import passed_over, walk
from artistguard.store.watched import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from artistguard.jobs.outcome import Outcome
    from artistguard.jobs.planning import Listener, Request
    from artistguard.jobs.studio import Studio
    from artistguard.store.files import Look
    from artistguard.store.watched import Left

QUIET_SECONDS = 2.0
MOST_AT_ONCE = 500
SWEEP_SECONDS = 60.0
"""So often everything is looked at anyway: some network drives tell nothing."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be watched.

    Attributes:
        folders: Real paths.
        request: Makes the request for some files, with the settings of the moment.
        quiet: Seconds for which a file must not have changed.
    """

    folders: tuple[Path, ...]
    request: Callable[[tuple[str, ...]], Request]
    quiet: float = QUIET_SECONDS


def begin(studio: Studio, folder: Path, *, existing: bool) -> int:
    """Remember a folder as watched from now on.

    Args:
        studio: The creator at work.
        folder: A real path.
        existing: Whether works that are in it already are protected, too.

    Returns:
        How many are left alone.
    """
    left = (
        {} if existing else {name_of(path): left_at(look) for path in works_in(studio, folder) if (look := _look(path))}
    )
    studio.store.watched.begin(folder, left)
    return len(left)


def works_in(studio: Studio, folder: Path) -> Iterator[Path]:
    """Works in a folder, at any depth: of the kinds we know, and none of our own files."""
    for found in walk([folder], is_package=lambda path: is_package(path.name), skip=[studio.store.home.folder]):
        if found.trouble is None and not found.package and _is_work(found.path):
            yield files.real_path(found.path)


def watch(studio: Studio, order: Order, listen: Listener) -> Iterator[Outcome | Told]:
    """Watch until somebody ends it.

    Args:
        studio: The creator at work; every folder was begun.
        order: What to watch.
        listen: Told how many files are waited for, and the progress of protecting; ends it all by raising Stopped.

    Yields:
        One outcome for each file that was worked on, and what else happened.

    Raises:
        Stopped: By the listener; what was made ready before is put in place and told first.
    """
    sight, keeper = Sight(order.folders, order.quiet / 4), _Keeper(studio, order)
    try:
        yield from _watch(sight, keeper, listen)
    finally:
        sight.close()
        keeper.remember()


def _watch(sight: Sight, keeper: _Keeper, listen: Listener) -> Iterator[Outcome | Told]:
    gone: frozenset[Path] = frozenset()
    swept, polling = time.monotonic(), False
    while True:
        listen("Watching", 0, len(keeper.arrivals))
        sight.look()
        yield from (Told(Happening.GONE, str(folder)) for folder in sorted(sight.gone - gone))
        yield from (Told(Happening.BACK, str(folder)) for folder in sorted(gone - sight.gone))
        gone = sight.gone
        keeper.hear(sight.wait())
        if time.monotonic() - swept > SWEEP_SECONDS:
            keeper.hear(set(keeper.order.folders) - gone)
            swept = time.monotonic()
        if sight.polling and not polling:
            yield from (Told(Happening.POLLING, str(folder)) for folder in keeper.order.folders)
        polling = sight.polling
        yield from keeper.protect_still(listen)


class _Keeper:
    """What is known about the files of all folders while they are watched."""

    def __init__(self, studio: Studio, order: Order) -> None:
        self.studio = studio
        self.order = order
        self.arrivals = Arrivals(order.quiet)
        self._breaker = Breaker()
        watched = studio.store.watched.all()
        self._left = {folder: dict(watched[folder].left) for folder in order.folders}
        self._settled: dict[Path, Left] = {}

    def hear(self, paths: Iterable[Path]) -> None:
        """Something happened at these places."""
        for path in paths:
            if path.is_dir():
                self._take(works_in(self.studio, path) if self._counts(path) else ())
            elif _is_work(path) and self._counts(path):
                self._take([Path(os.path.realpath(path))])

    def remember(self) -> None:
        """Keep what need not be read again the next time."""
        for folder in set(self.order.folders) & set(self.studio.store.watched.all()):
            self.studio.store.watched.begin(folder, self._left[folder])

    def protect_still(self, listen: Listener) -> Iterator[Outcome | Told]:
        """Protect what has stopped growing."""
        still = self.arrivals.still(time.monotonic(), MOST_AT_ONCE)
        wanted = {path: look for path, look in still if self._is_new(path, look)}
        if not wanted:
            return
        for outcome in protect(self.studio, self.order.request(tuple(map(str, wanted))), listen):
            yield outcome
            yield from self._settle(Path(outcome.path), outcome.status, wanted)

    def _take(self, paths: Iterable[Path]) -> None:
        fresh = [path for path in paths if not self._is_known(path)]
        self.arrivals.hear(fresh, time.monotonic())

    def _is_known(self, path: Path) -> bool:
        look = _look(path)
        if look is None or self._settled.get(path) == left_at(look):
            return True
        name = name_of(path)
        return any(left.get(name) == left_at(look) for left in self._left.values())

    def _is_new(self, path: Path, look: Look) -> bool:
        """Whether a file is a work that we have not seen; what is not is remembered."""
        try:
            new = not self._breaker.tripped(path) and not is_ours(self.studio, path)
        except ArtistGuardError:
            return True  # protecting it tells why it cannot be read
        if not new:
            self._settled[path] = left_at(look)
            for folder in self.order.folders:
                if path.is_relative_to(folder):
                    self._left[folder][name_of(path)] = left_at(look)
        return new

    def _settle(self, path: Path, status: Status, looks: dict[Path, Look]) -> Iterator[Told]:
        if status is Status.SKIPPED:
            self.arrivals.hear([path], time.monotonic())
        elif status is not Status.PROTECTED:
            self._settled[path] = left_at(looks[path])
        elif self._breaker.count(path, time.monotonic()):
            yield Told(Happening.LOOP, str(path))

    def _counts(self, path: Path) -> bool:
        """Whether a place is one that a walk through its watched folder would come to."""
        above = next((folder for folder in self.order.folders if path.is_relative_to(folder)), None)
        if above is None or path.is_relative_to(self.studio.store.home.folder):
            return False
        steps = path.relative_to(above).parts
        return not any(_skipped(above.joinpath(*steps[: deep + 1])) for deep in range(len(steps)))


def left_at(look: Look) -> Left:
    """What is remembered of a file."""
    return look.size, look.mtime_ns


def _is_work(path: Path) -> bool:
    return by_extension(path.suffix[1:].lower()).medium is not None


def _skipped(path: Path) -> bool:
    try:
        return is_package(path.name) or passed_over(path, path.lstat())
    except OSError:
        return True  # it is gone again


def _look(path: Path) -> Look | None:
    try:
        return files.look_at(path)
    except ArtistGuardError:
        return None
