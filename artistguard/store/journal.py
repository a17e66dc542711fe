"""The journal: every change to a user's file is written down before it happens; it happens wholly or not at all.

The life of one file, as `jobs` drives it::

    seen = files.inspect(path)                      may it be worked on?
    files.must_be_replaceable(seen)
    with store.holding([seen.real]):                no other ArtistGuard touches it meanwhile
        before = files.digest_of(seen.real)
        known = store.catalogue.standing(seen.real, before)     stated like this already? then nothing is to do
        store.journal.draft_in([seen.real.parent])              once for each folder, before any draft
        with drafts.begin(seen.real, store.owner) as draft:     may run in a worker process from here …
            format.write(source, draft.stream, inscription)
            after = draft.seal()                    on the disk, with its digest
            (read back and compare; leave with an error and the draft is gone)
        drafts.dress(draft.path, seen)              rights, attributes, times
        kept = keeping.keep(home, seen.real, draft.path, store.owner)       … to here: the way back, proven
        change = Change(run, (replaced(seen, draft.path, before, after, kept),), works, versions, statements)
        store.journal.apply([change])

What `apply` does, for any number of changes at once:

1. each file is looked at again: one that changed since `seen` is refused (Busy);
2. one transaction writes the rows ``kept``: files, digests, ways back, and all that will be recorded. It is safe on
   the disk before any file is touched;
3. each draft takes its file's place by a rename, and the folders are synced;
4. one transaction writes works, versions, statements and outbox and marks the rows ``done``.

A process killed before 2 leaves drafts only; killed after 2 it leaves a row ``kept``, and `recover` looks what stands
at each path (see `recovery`). Putting back is a change like any other (see `putback`).
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from artistguard.errors import ArtistGuardError, Busy, OutputExists
from artistguard.store import keeping, recording
from artistguard.store.database import now
from artistguard.store.files import look_at
from artistguard.store.recovery import Outcome, settle
from artistguard.store.rows import unfinished
from artistguard.store.troubles import telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from artistguard.store.changing import Change, Replacement, Row
    from artistguard.store.database import Database
    from artistguard.store.disk import Disk
    from artistguard.store.home import Home


@dataclass(frozen=True, slots=True)
class Job:
    """A change on its way.

    Attributes:
        place: Its place in what the caller gave.
        number: Of its row.
        replacements: Its files.
        rows: What is recorded at its end.
    """

    place: int
    number: int
    replacements: tuple[Replacement, ...]
    rows: list[Row]


class Journal:
    """Changes to files, durable and whole."""

    def __init__(self, home: Home, database: Database, owner: str, disk: Disk) -> None:
        self._home = home
        self._database = database
        self._owner = owner
        self._disk = disk
        self._drafting: set[Path] = set()

    def draft_in(self, folders: Iterable[Path]) -> None:
        """Write down that drafts will be made in these folders, so that they can be swept after a crash.

        Raises:
            StoreProblem: The database cannot be written.
        """
        new = sorted(set(folders) - self._drafting)
        if not new:
            return
        with self._database.writing() as inside:
            inside.executemany(
                "INSERT OR IGNORE INTO drafting VALUES (?, ?)", [(os.fsencode(each), self._owner) for each in new]
            )
        self._drafting.update(new)

    def apply(self, changes: Sequence[Change]) -> tuple[ArtistGuardError | None, ...]:
        """Make changes happen, each wholly or not at all; one that fails does not hold up the others.

        Returns:
            For each change None when it is done and durable, else the error; its drafts are then gone.
        """
        return self.carry_out([(change.replacements, change.run, "write", change.rows(now())) for change in changes])

    def carry_out(
        self, plans: Sequence[tuple[tuple[Replacement, ...], str, str, list[Row]]]
    ) -> tuple[ArtistGuardError | None, ...]:
        """The same for changes of any kind.

        Args:
            plans: Files, run, kind (``write`` or ``put-back``) and rows to record, of each.
        """
        errors: list[ArtistGuardError | None] = [None] * len(plans)
        jobs = self._keep(plans, errors)
        done = [job for job in jobs if self._replace_all(job, errors)]
        done = self._sync(done, errors)
        self._finish(done, errors)
        for (replacements, *_), error in zip(plans, errors, strict=True):
            if error is not None:
                self._drop_drafts(replacements)
        return tuple(errors)

    def _keep(
        self,
        plans: Sequence[tuple[tuple[Replacement, ...], str, str, list[Row]]],
        errors: list[ArtistGuardError | None],
    ) -> list[Job]:
        jobs: list[Job] = []
        try:
            with self._database.writing() as inside:
                for place, (replacements, run, kind, rows) in enumerate(plans):
                    try:
                        for replacement in replacements:
                            _must_be_same(replacement)
                        number = self._keep_one(inside, replacements, run, kind, rows)
                    except ArtistGuardError as error:
                        errors[place] = error
                    else:
                        jobs.append(Job(place, number, replacements, rows))
        except ArtistGuardError as error:
            for place in range(len(plans)):
                errors[place] = errors[place] or error
            return []
        return jobs

    def _keep_one(
        self,
        inside: sqlite3.Connection,
        replacements: tuple[Replacement, ...],
        run: str,
        kind: str,
        rows: list[Row],
    ) -> int:
        inside.execute("SAVEPOINT one")
        try:
            number = inside.execute(
                "INSERT INTO changes (run, kind, state, owner, at, records) VALUES (?, ?, 'kept', ?, ?, ?)",
                (run, kind, self._owner, now(), msgspec.msgpack.encode(rows)),
            ).lastrowid
            assert number is not None
            for position, each in enumerate(replacements):
                if each.kept is not None:
                    keeping.record(inside, each.kept)
                inside.execute(
                    "INSERT INTO replacements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)", _row(number, position, each)
                )
        except BaseException as error:
            inside.execute("ROLLBACK TO one")
            inside.execute("RELEASE one")
            if isinstance(error, sqlite3.IntegrityError):
                raise Busy("another ArtistGuard is changing this file") from error
            raise
        inside.execute("RELEASE one")
        return number

    def _replace_all(self, job: Job, errors: list[ArtistGuardError | None]) -> bool:
        touched = False
        try:
            for replacement in job.replacements:
                _must_be_same(replacement)
                replace(replacement, self._disk)
                touched = True
        except ArtistGuardError as error:
            errors[job.place] = error
            # Whatever stands now is made whole by the same steps as after a crash; if even that fails, the next
            # start does it.
            with suppress(ArtistGuardError):
                if not touched and isinstance(error, (Busy, OutputExists)):
                    self._close(job.number)
                elif self._settle(job.number) is Outcome.FINISHED:
                    errors[job.place] = None
            return False
        return True

    def _close(self, number: int) -> None:
        with self._database.writing() as inside:
            recording.close(inside, number, "dropped")

    def _settle(self, number: int) -> Outcome:
        (change,) = unfinished(self._database, number)
        return settle(self._home, self._database, self._disk, change)

    def _sync(self, jobs: list[Job], errors: list[ArtistGuardError | None]) -> list[Job]:
        failed: dict[Path, ArtistGuardError] = {}
        for folder in sorted({each.path.parent for job in jobs for each in job.replacements}):
            try:
                with telling(folder):
                    self._disk.sync_folder(folder)
            except ArtistGuardError as error:
                failed[folder] = error
        for job in jobs:
            for each in job.replacements:
                errors[job.place] = errors[job.place] or failed.get(each.path.parent)
        return [job for job in jobs if errors[job.place] is None]

    def _finish(self, jobs: list[Job], errors: list[ArtistGuardError | None]) -> None:
        if not jobs:
            return
        try:
            with self._database.writing() as inside:
                for job in jobs:
                    recording.finish(inside, job.number, job.rows)
        except ArtistGuardError as error:
            for job in jobs:
                errors[job.place] = error

    def _drop_drafts(self, replacements: Iterable[Replacement]) -> None:
        for each in replacements:
            if each.draft is not None:
                with suppress(OSError):
                    self._disk.remove(each.draft)


def replace(replacement: Replacement, disk: Disk) -> None:
    """Do it, for one file.

    Raises:
        OutputExists: Something came to stand where nothing stood.
        ArtistGuardError: The system refuses.
    """
    with telling(replacement.path):
        if replacement.draft is None:
            disk.remove(replacement.path)
        elif replacement.before is None:
            disk.settle(replacement.draft, replacement.path)
        else:
            disk.rename(replacement.draft, replacement.path)


def _must_be_same(replacement: Replacement) -> None:
    look = look_at(replacement.path)
    if look == replacement.look:
        return
    if replacement.look is None:
        raise OutputExists(f"{replacement.path}: a file stands there already")
    raise Busy(f"{replacement.path}: it was changed by another program meanwhile")


def _row(number: int, position: int, each: Replacement) -> tuple[Any, ...]:
    return (
        number,
        position,
        os.fsencode(each.path),
        os.fsencode(each.draft) if each.draft is not None else None,
        each.before.hex if each.before is not None else None,
        each.after.hex if each.after is not None else None,
        each.kept.digest.hex if each.kept is not None else None,
        each.mode,
        each.mtime_ns,
    )
