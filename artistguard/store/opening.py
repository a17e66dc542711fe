"""Opening a home: everything the store offers behind one value, after what a crash left has been put in order.

with open_store() as store:
    for mended in store.mended: …               what was finished or dropped after a crash
    run = store.runs.begin("protect")
    …                                           the life of one file: see `journal`
    store.runs.finish(run)
"""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

from artistguard.errors import ArtistGuardError, Busy
from artistguard.store import drafts, keeping
from artistguard.store.catalogue import Catalogue
from artistguard.store.certificates import Certificates
from artistguard.store.database import Database
from artistguard.store.disk import Disk
from artistguard.store.home import Home, find_home
from artistguard.store.identity import Identities
from artistguard.store.journal import Journal
from artistguard.store.outbox import Outbox
from artistguard.store.owners import Owner, alone, is_alive
from artistguard.store.putback import PuttingBack
from artistguard.store.receipts import Pins, Receipts
from artistguard.store.recovery import Outcome, settle
from artistguard.store.rows import unfinished
from artistguard.store.runs import Runs
from artistguard.store.settings import Settings
from artistguard.store.watched import WatchedFolders

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PATIENCE_SECONDS = 60.0
_DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Mended:
    """A change that a crash had left unfinished.

    Attributes:
        paths: Its files.
        outcome: What became of it; None where it could not be mended now.
        error: Why not.
    """

    paths: tuple[Path, ...]
    outcome: Outcome | None
    error: ArtistGuardError | None = None


@dataclass(slots=True)
class Store:
    """One user's state, open.

    Attributes:
        home: Where it is.
        owner: This process's name in draft names and rows; worker processes are handed it.
        disk: The disk.
        database: For parts of the store only.
        journal: Changes to files.
        way_back: Putting back.
        catalogue: Works and versions.
        runs: Uses of commands.
        outbox: What waits for a registry.
        receipts: What came back.
        pins: Registries seen.
        settings: What is configured.
        identities: Profiles and their keys.
        certificates: Under which profiles sign content credentials.
        watched: Watched folders.
        mended: What a crash had left.
    """

    home: Home
    disk: Disk
    database: Database
    journal: Journal
    way_back: PuttingBack
    catalogue: Catalogue
    runs: Runs
    outbox: Outbox
    receipts: Receipts
    pins: Pins
    settings: Settings
    identities: Identities
    certificates: Certificates
    watched: WatchedFolders
    _owner: Owner
    mended: tuple[Mended, ...] = field(default=())

    @property
    def owner(self) -> str:
        """This process's name while it is at work."""
        return self._owner.name

    def recover(self) -> tuple[Mended, ...]:
        """Mend every change whose process is dead, or that this one could not finish, and sweep drafts.

        Raises:
            StoreProblem: The database cannot be read or written.
        """
        with alone(self.home.running, "recovering"):
            # A process is judged once: one that ends between two looks is left for the next time.
            names = {change.owner for change in unfinished(self.database)} | self._drafting()
            dead = {name for name in names if name == self.owner or not is_alive(self.home.running, name)}
            mended = tuple(self._mend(number) for number in self._numbers(dead))
            self._sweep(dead - {self.owner})
            for folder in (self.home.folder, self.home.keys, self.home.certificates, self.home.registry):
                drafts.sweep_unlocked(folder, self.disk)
        return mended

    def _numbers(self, dead: set[str]) -> list[int]:
        return [change.number for change in unfinished(self.database) if change.owner in dead]

    def _drafting(self) -> set[str]:
        owners = self.database.read("""SELECT owner FROM drafting UNION SELECT owner FROM holds
            UNION SELECT owner FROM outbox WHERE owner <> '' AND state = 'waiting'""")
        return {row["owner"] for row in owners}

    def _mend(self, number: int) -> Mended:
        (change,) = unfinished(self.database, number)
        paths = tuple(line.path for line in change.lines)
        try:
            return Mended(paths, settle(self.home, self.database, self.disk, change))
        except ArtistGuardError as error:
            return Mended(paths, None, error)

    def _sweep(self, dead: set[str]) -> None:
        still_needed = {change.owner for change in unfinished(self.database)}
        for owner in sorted(dead - still_needed):
            rows = self.database.read("SELECT folder FROM drafting WHERE owner = ?", (owner,))
            for folder in [*(Path(os.fsdecode(row["folder"])) for row in rows), self.home.wayback]:
                drafts.sweep(folder, owner, self.disk)
            with self.database.writing(durable=False) as inside:
                inside.execute("DELETE FROM drafting WHERE owner = ?", (owner,))
                inside.execute("DELETE FROM holds WHERE owner = ?", (owner,))
                # What a dead process was about to send can be sent at once.
                inside.execute("UPDATE outbox SET owner = '' WHERE owner = ?", (owner,))

    def sweep_way_backs(self) -> int:
        """Remove large ways back that killed processes made and no change names, when they are a day old.

        Returns:
            How many went.
        """
        return keeping.sweep_unused(self.home, self.database, self.disk, time.time() - _DAY_SECONDS)

    @contextmanager
    def holding(self, paths: Iterable[Path], patience: float = _PATIENCE_SECONDS) -> Iterator[None]:
        """Keep every other ArtistGuard off some files while this one works on them; waits for those who came first.

        Args:
            paths: Real paths.
            patience: Seconds to wait at most.

        Raises:
            Busy: Another one still works on them.
        """
        wanted = sorted({os.fsencode(path) for path in paths})
        deadline = time.monotonic() + patience
        while (other := self._hold(wanted)) is not None:
            if not is_alive(self.home.running, other):
                self.recover()
                self._let_go_of(other)
            elif time.monotonic() > deadline:
                raise Busy(
                    "another ArtistGuard is working on this file", remedy="Wait until it is done, then try again."
                )
            else:
                time.sleep(0.02)
        try:
            yield
        finally:
            with self.database.writing(durable=False) as inside:
                inside.executemany("DELETE FROM holds WHERE path = ?", [(path,) for path in wanted])

    def _hold(self, wanted: list[bytes]) -> str | None:
        """Take all, or none and tell who has one."""
        with self.database.writing(durable=False) as inside:
            for path in wanted:
                row = inside.execute("SELECT owner FROM holds WHERE path = ?", (path,)).fetchone()
                if row is not None:
                    return str(row["owner"])
            inside.executemany("INSERT INTO holds VALUES (?, ?)", [(path, self.owner) for path in wanted])
        return None

    def _let_go_of(self, other: str) -> None:
        with self.database.writing(durable=False) as inside:
            inside.execute("DELETE FROM holds WHERE owner = ?", (other,))

    def close(self) -> None:
        """Let go of everything; drafts that are still there are removed."""
        with suppress(ArtistGuardError, sqlite3.Error):
            # Rows that this process could not finish keep its drafts; the next start mends them.
            if not any(change.owner == self.owner for change in unfinished(self.database)):
                self._sweep({self.owner})
        self.database.close()
        self._owner.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(home: Home | None = None, *, disk: Disk | None = None) -> Store:
    """Open a home, making it where it is missing, and mend what a crash left.

    Args:
        home: The environment's by itself.
        disk: The real one by itself.

    Raises:
        StoreDamaged: The database does not read back.
        StoreProblem: The home cannot be used.
    """
    home = home if home is not None else find_home()
    disk = disk if disk is not None else Disk()
    home.make(disk)
    owner = Owner(home.running)
    try:
        database = Database(home.database, disk)
        journal = Journal(home, database, owner.name, disk)
        store = Store(
            home,
            disk,
            database,
            journal,
            PuttingBack(home, database, journal, owner.name, disk),
            Catalogue(database),
            Runs(database),
            Outbox(database, owner.name),
            Receipts(database),
            Pins(database),
            Settings(home, disk),
            Identities(home, database, disk),
            Certificates(home, disk),
            WatchedFolders(home, disk),
            owner,
        )
        store.mended = store.recover()
    except BaseException:
        owner.close()
        raise
    return store
