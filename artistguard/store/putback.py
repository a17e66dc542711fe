"""Putting back: the bytes, rights and time that a file had before ArtistGuard changed it.

Each change lies as a layer over its files. A layer is taken off only together with all layers above it, on all files of
its change, and only where every file still is as the topmost layer left it. What is put back is made beside the file,
proven against its digest, and takes its place through the journal: a change like any other.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.errors import ArtistGuardError, EditedSince, NothingToPutBack, Vanished
from artistguard.store import drafts, files, keeping
from artistguard.store.changing import Replacement, Row
from artistguard.store.rows import Line, layers, lines_of
from artistguard.store.troubles import telling
from artistguard.store.wayback import rebuild

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artistguard.store.database import Database
    from artistguard.store.disk import Disk
    from artistguard.store.home import Home
    from artistguard.store.journal import Journal
    from artistguard.works import Digest


@dataclass(frozen=True, slots=True)
class PutBack:
    """What became of the files of one or more changes that belong together.

    Attributes:
        paths: The files.
        removed: Those of them that were copies or sidecars and are gone now.
        records: URNs of the statements that the files carried.
        error: Why nothing was put back, or None.
    """

    paths: tuple[Path, ...]
    removed: tuple[Path, ...] = ()
    records: tuple[str, ...] = ()
    error: ArtistGuardError | None = None


class PuttingBack:
    """The way back, walked."""

    def __init__(self, home: Home, database: Database, journal: Journal, owner: str, disk: Disk) -> None:
        self._home = home
        self._database = database
        self._journal = journal
        self._owner = owner
        self._disk = disk

    def file(self, path: Path, *, last_only: bool = False, run: str = "put-back") -> PutBack:
        """Put one file back as it was before ArtistGuard first changed it.

        Args:
            path: The file, a copy that we made, or its sidecar.
            last_only: Only the latest change.
            run: Id of the run that does it.

        Returns:
            What was done; an error is a value in it.
        """
        real = files.real_path(path)
        if not layers(self._database, real):
            return PutBack((path,), error=self._nothing(path, real))
        return self._file(real, run, last_only=last_only)

    def _file(self, real: Path, run: str, *, last_only: bool = False) -> PutBack:
        found = layers(self._database, real)
        return self._take_off({found[0].change if last_only else _deepest(found).change}, run)

    def run(self, undone: str, *, run: str = "put-back") -> tuple[PutBack, ...]:
        """Put everything back as it was before a run; later changes of the same files go with it.

        Raises:
            NothingToPutBack: There is no such run, or nothing of it is left.
        """
        left = set(self._changes("AND run = ?", (undone,)))
        if not left:
            raise NothingToPutBack(f"{undone}: there is no such run, or all of it was put back already")
        results = []
        while left:
            # The first change of a file takes all later ones with it: one step for each file, not one for each layer.
            group = self._with_those_above({min(left)})
            left -= group
            results.append(self._take_off(group, run))
        return tuple(results)

    def everything(self, *, run: str = "put-back") -> tuple[PutBack, ...]:
        """Put every file back.

        Raises:
            NothingToPutBack: Nothing was ever changed, or all was put back.
        """
        paths = {line.path for change in self._changes("", ()) for line in lines_of(self._database, change)}
        if not paths:
            raise NothingToPutBack("nothing was changed, or all of it was put back already")
        results = []
        done: set[Path] = set()
        for path in sorted(paths):
            if path not in done:
                result = self._file(path, run)
                done.update(result.paths)
                results.append(result)
        return tuple(results)

    def below(self, folder: Path) -> tuple[Path, ...]:
        """The files under a folder that can be put back."""
        start = os.fsencode(files.real_path(folder)).rstrip(os.fsencode(os.sep)) + os.fsencode(os.sep)
        found = self._database.read(
            """SELECT DISTINCT r.path FROM replacements r JOIN changes c ON c.id = r.change
            WHERE c.kind = 'write' AND c.state = 'done' AND c.undone_by IS NULL
            AND substr(r.path, 1, ?) = ? ORDER BY r.path""",
            (len(start), start),
        )
        return tuple(Path(os.fsdecode(row["path"])) for row in found)

    def _changes(self, condition: str, values: tuple[str, ...]) -> list[int]:
        found = self._database.read(
            f"""SELECT id FROM changes c WHERE kind = 'write' AND state = 'done' AND undone_by IS NULL {condition}
            AND EXISTS (SELECT 1 FROM replacements r WHERE r.change = c.id) ORDER BY id DESC""",  # noqa: S608  ours
            values,
        )
        return [row["id"] for row in found]

    def _with_those_above(self, wanted: set[int]) -> set[int]:
        """The changes, and all that lie over any file of them."""
        closed: set[int] = set()
        while wanted != closed:
            closed = set(wanted)
            for path in {line.path for change in closed for line in lines_of(self._database, change)}:
                stack = [line.change for line in layers(self._database, path)]
                deepest = max((stack.index(change) for change in closed if change in stack), default=-1)
                wanted = wanted | set(stack[: deepest + 1])
        return closed

    def _take_off(self, wanted: set[int], run: str) -> PutBack:
        changes = self._with_those_above(wanted)
        paths = tuple(sorted({line.path for change in changes for line in lines_of(self._database, change)}))
        replacements: list[Replacement] = []
        try:
            self._journal.draft_in(path.parent for path in paths)
            for path in paths:
                stack = tuple(line for line in layers(self._database, path) if line.change in changes)
                replacements.extend(self._plan(path, stack))
        except ArtistGuardError as error:
            for each in replacements:
                drafts.discard(each.draft, self._disk)
            return PutBack(paths, error=error)
        rows: list[Row] = [("undone", {"change": change}) for change in sorted(changes, reverse=True)]
        (failed,) = self._journal.carry_out([(tuple(replacements), run, "put-back", rows)])
        if failed is not None:
            return PutBack(paths, error=failed)
        removed = tuple(each.path for each in replacements if each.draft is None)
        return PutBack(paths, removed, self._records(changes))

    def _records(self, changes: Iterable[int]) -> tuple[str, ...]:
        rows = [
            row["record"]
            for change in sorted(changes)
            for row in self._database.read("SELECT record FROM versions WHERE change = ? ORDER BY id", (change,))
        ]
        return tuple(dict.fromkeys(rows))

    def _plan(self, path: Path, stack: tuple[Line, ...]) -> list[Replacement]:
        """What brings one file back, through its layers from the top."""
        top, bottom = stack[0], stack[-1]
        look = files.look_at(path)
        if look is None and bottom.before is None:
            return []  # a copy that the user removed himself
        if look is None:
            raise Vanished(f"{path}: it is not there any more")
        current = files.digest_of(path)
        if current != top.after:
            raise EditedSince(f"{path}: it was changed by another program since")
        for upper, lower in pairwise(stack):
            if upper.before != lower.after:
                raise EditedSince(f"{path}: it was changed by another program between two statements")
        if bottom.before is None:
            return [Replacement(path, None, current, None, look)]
        draft = self._rebuilt(path, stack, bottom.before)
        return [Replacement(path, draft, current, bottom.before, look)]

    def _rebuilt(self, path: Path, stack: tuple[Line, ...], wanted: Digest) -> Path:
        source, made = path, None
        for line in stack:
            made = self._one_back(path, source, line)
            if source != path:
                drafts.discard(source, self._disk)
            source = made
        assert made is not None
        try:
            _must_be(made, wanted, path)
            self._dress(path, made, stack[-1])
        except BaseException:
            drafts.discard(made, self._disk)
            raise
        return made

    def _one_back(self, path: Path, source: Path, line: Line) -> Path:
        if line.way_back is None:
            raise NothingToPutBack(
                f"{path}: no way back was kept for it",
                remedy="The way back was switched off when it was protected; use your own backup.",
            )
        with (
            keeping.opened(self._home, self._database, line.way_back) as way,
            telling(path),
            source.open("rb") as later,
            drafts.begin(path, self._owner, self._disk) as draft,
        ):
            rebuild(way, later, draft.stream.write)
            draft.seal()
        return draft.path

    def _dress(self, path: Path, made: Path, bottom: Line) -> None:
        seen = files.seen_at(path)
        earlier = replace(seen, mode=bottom.mode, look=replace(seen.look, mtime_ns=bottom.mtime_ns))
        drafts.dress(made, earlier, disk=self._disk)

    def _nothing(self, path: Path, real: Path) -> NothingToPutBack:
        copies = self._database.read(
            "SELECT path FROM versions WHERE source = ? AND path <> source AND state = 'protected'",
            (os.fsencode(real),),
        )
        if copies:
            return NothingToPutBack(
                f"{path}: it was never changed; what carries the statement is {os.fsdecode(copies[0]['path'])}",
                remedy="Name the copy to have it removed.",
            )
        return NothingToPutBack(f"{path}: nothing was changed in it, or it was put back already")


def _must_be(made: Path, wanted: Digest, path: Path) -> None:
    if files.digest_of(made) != wanted:
        raise EditedSince(f"{path}: it was changed by another program meanwhile")


def _deepest(stack: tuple[Line, ...]) -> Line:
    """The lowest layer that can be reached: where the user edited the file between two changes, his edit is kept."""
    for upper, lower in pairwise(stack):
        if upper.before != lower.after:
            return upper
    return stack[-1]
