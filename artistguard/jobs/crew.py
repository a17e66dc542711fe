"""Many files, several processes: a crash in a foreign decoder costs one file, and results come in any order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self, TypeVar

from artistguard.errors import ArtistGuardError, Damaged
from artistguard.jobs.priority import step_back

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

Item = TypeVar("Item")
Result = TypeVar("Result")

CRASHED = "Reading this file made the decoder crash; it was left alone."
"""What is told where the process that worked on a file died."""
FEW = 4
"""Up to so many files are faster done at once than after starting processes."""


class Crew:
    """Processes that are started when there is enough to do, and stay until the work is over.

    Args:
        jobs: How many; 1 means this process only.
        apart: Nothing is done in this process, however little there is to do.
        polite: The processes let other programs go first.
    """

    def __init__(self, jobs: int, *, apart: bool = False, polite: bool = False) -> None:
        self._jobs = jobs
        self._apart = apart
        self._polite = polite
        self._pool: ProcessPoolExecutor | None = None

    def each(
        self, function: Callable[[Item], Result], items: Iterable[Item]
    ) -> Iterator[tuple[Item, Result | ArtistGuardError]]:
        """Apply a function to every item, in any order.

        Args:
            function: A module's own function, so that it can be sent to another process.
            items: What to apply it to; each must be picklable.

        Yields:
            Each item with what the function returned, or with the error that it raised.
        """
        todo = list(items)
        if not todo:
            return
        if self._pool is None and not self._apart and (self._jobs <= 1 or len(todo) <= FEW):
            for item in todo:
                yield item, _attempt(function, item)
            return
        self._pool = self._pool or _pool(max(1, min(self._jobs, len(todo))), polite=self._polite)
        unfinished = yield from _spread(self._pool, function, todo)
        if unfinished:
            self._pool = None
        for item in unfinished:
            yield item, _alone(function, item, polite=self._polite)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


def _attempt(function: Callable[[Item], Result], item: Item) -> Result | ArtistGuardError:
    try:
        return function(item)
    except ArtistGuardError as problem:
        return problem


def _spread(
    pool: ProcessPoolExecutor, function: Callable[[Item], Result], todo: list[Item]
) -> Generator[tuple[Item, Result | ArtistGuardError], None, list[Item]]:
    """Hand out, and tell what came back; returns what was lost when a process died."""
    unfinished: list[Item] = []
    with _uninterrupted():
        futures: dict[Future[Result | ArtistGuardError], Item] = {
            pool.submit(_attempt, function, item): item for item in todo
        }
    try:
        for future in as_completed(futures):
            item = futures[future]
            try:
                yield item, future.result()
            except BrokenProcessPool:
                unfinished.append(item)
    except BaseException:
        # The user interrupted, or the reader of the results went away: what has not begun need not begin. What has
        # is waited for at the end; a pool that was told not to wait can leave its processes behind for ever.
        for future in futures:
            future.cancel()
        raise
    return unfinished


def _alone(function: Callable[[Item], Result], item: Item, *, polite: bool) -> Result | ArtistGuardError:
    """One item in a process of its own, after a crash took the whole crew down: only the culprit crashes again."""
    with _pool(1, polite=polite) as pool:
        try:
            with _uninterrupted():
                future = pool.submit(_attempt, function, item)
            return future.result()
        except BrokenProcessPool:
            return Damaged(CRASHED)


def _pool(jobs: int, *, polite: bool) -> ProcessPoolExecutor:
    # Each process has a core of its own; threads of the linear algebra under NumPy would only spin beside it.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=spawn, initializer=_begin, initargs=(polite,))


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C waits while processes are started, and theirs for good: they inherit that it is held back.

    On Windows they ignore it once they have begun.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(polite: bool) -> None:  # noqa: FBT001 - handed over by position
    """Ctrl-C reaches every process of a terminal; only the first one decides what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if polite:
        step_back()
