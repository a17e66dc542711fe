"""Many files, several processes: a crash in a foreign decoder costs one file, and results come in any order."""

from __future__ import annotations

import multiprocessing
import signal
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, TypeVar

from artistguard.errors import ArtistGuardError, Damaged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 4
"""Up to so many files are faster done at once than after starting processes."""


def each(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    jobs: int,
) -> Iterator[tuple[Item, Result | ArtistGuardError]]:
    """Apply a function to every item, in any order.

    Args:
        function: A module's own function, so that it can be sent to another process.
        items: What to apply it to; each must be picklable.
        jobs: How many processes; 1 means this one.

    Yields:
        Each item with what the function returned, or with the error that it raised.
    """
    todo = list(items)
    if jobs <= 1 or len(todo) <= FEW:
        for item in todo:
            yield item, _attempt(function, item)
        return
    yield from _in_processes(function, todo, min(jobs, len(todo)))


def _attempt(function: Callable[[Item], Result], item: Item) -> Result | ArtistGuardError:
    try:
        return function(item)
    except ArtistGuardError as problem:
        return problem


def _in_processes(
    function: Callable[[Item], Result], todo: list[Item], jobs: int
) -> Iterator[tuple[Item, Result | ArtistGuardError]]:
    unfinished: list[Item] = []
    with _pool(jobs) as pool:
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
            # The user interrupted, or the reader of the results went away: what has not begun need not begin.
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    for item in unfinished:
        yield item, _alone(function, item)


def _alone(function: Callable[[Item], Result], item: Item) -> Result | ArtistGuardError:
    """One item in a process of its own, after a crash took the whole crew down: only the culprit crashes again."""
    with _pool(1) as pool:
        try:
            return pool.submit(_attempt, function, item).result()
        except BrokenProcessPool:
            return Damaged("Reading this file made the decoder crash; it was left alone.")


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Ctrl-C reaches every process of a terminal; only the first one decides what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
