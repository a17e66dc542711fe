"""Putting back what was changed, one file, one run or everything; what was not sent yet is not sent any more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.errors import NothingToPutBack
from artistguard.store import files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artistguard.jobs.studio import Studio
    from artistguard.store.putback import PutBack


def put_back(studio: Studio, what: Sequence[str], *, everything: bool = False) -> Iterator[PutBack]:
    """Put files back.

    Statements that the registry has already confirmed stay there: `withdraw` takes them back. Those that still wait
    are cancelled.

    Args:
        studio: The creator at work.
        what: Ids of runs, files and folders; none for the last run that changed anything.
        everything: All that was ever changed.

    Yields:
        What became of each file or of files that belong together; an error is a value in it.

    Raises:
        NothingToPutBack: There is nothing of that kind.
    """
    run = studio.store.runs.begin("undo")
    for result in _results(studio, what, run, everything=everything):
        if result.error is None:
            studio.store.outbox.cancel(result.records)
        yield result
    studio.store.runs.finish(run)


def _results(studio: Studio, what: Sequence[str], run: str, *, everything: bool) -> Iterator[PutBack]:
    way_back = studio.store.way_back
    if everything:
        yield from way_back.everything(run=run)
        return
    for each in what or [_last_run(studio)]:
        if studio.store.runs.knows(each):
            yield from way_back.run(each, run=run)
        else:
            yield from _files(studio, Path(each), run)


def _files(studio: Studio, path: Path, run: str) -> Iterator[PutBack]:
    way_back = studio.store.way_back
    if not path.is_dir():
        yield way_back.file(path, run=run)
        return
    below = way_back.below(path)
    if not below:
        raise NothingToPutBack(f"{path}: nothing in this folder was changed, or all of it was put back already")
    done: set[Path] = set()
    for each in below:
        if each not in done:
            result = way_back.file(each, run=run)
            done.update(files.real_path(one) for one in result.paths)
            yield result


def _last_run(studio: Studio) -> str:
    for run in studio.store.runs.all():
        if run.files:
            return run.id
    raise NothingToPutBack("nothing was changed, or all of it was put back already")
