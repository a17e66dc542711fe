"""After a crash: each change that was written down and not finished is made whole, one way or the other.

What stands at its paths decides:

* all files are as they should become: the change is finished, nothing else is left to do;
* none was replaced: the change is dropped, the originals stand, the same command does it again;
* some were: the others follow from their drafts, which were on the disk before the journal's row was; where a draft is
  gone, those already replaced are put back;
* a file is neither as before nor as after: another program has written it. It is left alone, the way back stays.
"""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING

from artistguard.errors import ArtistGuardError
from artistguard.store import drafts, keeping, recording
from artistguard.store.files import standing
from artistguard.store.troubles import telling
from artistguard.store.wayback import rebuild

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.store.database import Database
    from artistguard.store.disk import Disk
    from artistguard.store.home import Home
    from artistguard.store.rows import Line, Unfinished


class Outcome(StrEnum):
    """What became of a change that was not finished."""

    FINISHED = "finished"
    DROPPED = "dropped"
    EDITED = "edited"


def settle(home: Home, database: Database, disk: Disk, change: Unfinished) -> Outcome:
    """Make one change whole.

    Raises:
        ArtistGuardError: The disk or the database refuses; the change stays as it is for the next start.
    """
    standings = [standing(line.path) for line in change.lines]
    if all(found == line.after for line, found in zip(change.lines, standings, strict=True)):
        outcome = Outcome.FINISHED
    elif all(found == line.before for line, found in zip(change.lines, standings, strict=True)):
        outcome = Outcome.DROPPED
    elif any(found not in {line.before, line.after} for line, found in zip(change.lines, standings, strict=True)):
        outcome = Outcome.EDITED
    else:
        waiting = [line for line, found in zip(change.lines, standings, strict=True) if found == line.before]
        outcome = _complete(home, database, disk, change, waiting)
    for line in change.lines:
        _drop_draft(line, disk)
    with telling(home.folder):
        for folder in sorted({line.path.parent for line in change.lines if line.path.parent.exists()}):
            disk.sync_folder(folder)
    with database.writing() as inside:
        if outcome is Outcome.FINISHED:
            recording.finish(inside, change.number, change.rows)
        else:
            recording.close(inside, change.number, outcome)
    return outcome


def _complete(home: Home, database: Database, disk: Disk, change: Unfinished, waiting: Sequence[Line]) -> Outcome:
    if all(_draft_holds(line) for line in waiting):
        try:
            for line in waiting:
                _go_on(line, disk)
        except ArtistGuardError:
            pass  # a name that may not be written now: the others are put back instead
        else:
            return Outcome.FINISHED
    for line in change.lines:
        if standing(line.path) == line.after:
            _put_back(home, database, disk, change.owner, line)
    return Outcome.DROPPED


def _draft_holds(line: Line) -> bool:
    return line.after is None or (line.draft is not None and standing(line.draft) == line.after)


def _go_on(line: Line, disk: Disk) -> None:
    with telling(line.path):
        if line.draft is None:
            disk.remove(line.path)
        elif line.before is None:
            disk.settle(line.draft, line.path)
        else:
            disk.rename(line.draft, line.path)


def _put_back(home: Home, database: Database, disk: Disk, owner: str, line: Line) -> None:
    """Bring one file back to what stood there before; left as it is where no way back was kept."""
    if line.before is None:
        with telling(line.path):
            disk.remove(line.path)
    elif line.way_back is not None and line.after is not None:
        with (
            keeping.opened(home, database, line.way_back) as way,
            telling(line.path),
            line.path.open("rb") as later,
            drafts.begin(line.path, owner, disk) as draft,
        ):
            rebuild(way, later, draft.stream.write)
            draft.seal()
            disk.set_rights(draft.path, line.mode, None)
            disk.set_times(draft.path, line.mtime_ns, line.mtime_ns)
            disk.rename(draft.path, line.path)


def _drop_draft(line: Line, disk: Disk) -> None:
    if line.draft is not None:
        with suppress(OSError):
            disk.remove(line.draft)
