"""Where ways back are kept: named by content, small ones in the database, large ones in a folder of their own."""

from __future__ import annotations

import hashlib
import io
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, cast

from artistguard.errors import StoreDamaged
from artistguard.store.disk import Disk
from artistguard.store.drafts import begin
from artistguard.store.troubles import telling
from artistguard.store.wayback import Way, write
from artistguard.works import Digest

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from artistguard.store.database import Database
    from artistguard.store.home import Home

SMALL = 1 << 16  # bytes; in the database it is safe with the journal's own commit, without three more syncs
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Kept:
    """A way back that is made, proven, and about to be recorded.

    Attributes:
        digest: Its name.
        way: From what to what it leads.
        content: Its bytes; None where they already lie in the folder.
    """

    digest: Digest
    way: Way
    content: bytes | None


def keep(  # noqa: PLR0913  two files, where, by whom, with what: each is plain
    home: Home,
    before: Path,
    after: Path,
    owner: str,
    disk: Disk | None = None,
    *,
    known: tuple[Digest, Digest] | None = None,
) -> Kept:
    """Make the way back from one file to another; needs no database, so worker processes may call it.

    Args:
        home: Where large ones go.
        before: The original.
        after: The sealed draft.
        owner: `Store.owner`.
        disk: The real one by itself.
        known: Digests of both, where they are known: the original's as it was read, and what `Draft.seal` returned.

    Raises:
        Busy: A file changed meanwhile.
        DiskFull: No room.
        ArtistGuardError: The system refuses.
    """
    with (
        telling(before),
        before.open("rb") as earlier,
        after.open("rb") as later,
        tempfile.SpooledTemporaryFile(SMALL, dir=str(home.wayback)) as spool,
    ):
        sink = cast("BinaryIO", spool)
        way = write(earlier, later, sink, known)
        size = sink.seek(0, 2)
        sink.seek(0)
        if size <= SMALL:
            content = sink.read()
            return Kept(Digest.of(content), way, content)
        return Kept(_put(home, sink, owner, disk if disk is not None else Disk()), way, None)


def _put(home: Home, source: BinaryIO, owner: str, disk: Disk) -> Digest:
    total = hashlib.sha256()
    with begin(home.wayback / "new", owner, disk) as draft:
        while piece := source.read(_PIECE):
            total.update(piece)
            draft.stream.write(piece)
        draft.seal()
        digest = Digest(total.hexdigest())
        target = place_of(home, digest)
        try:
            disk.make_folder(target.parent, 0o700)
            disk.rename(draft.path, target)
            disk.sync_folder(target.parent)
            disk.sync_folder(home.wayback)
        except BaseException:
            draft.drop()
            raise
    return digest


def place_of(home: Home, digest: Digest) -> Path:
    """Where a large way back lies."""
    return home.wayback / digest.hex[:2] / digest.hex


def record(inside: sqlite3.Connection, kept: Kept) -> None:
    """Put a small way back into the database, in the journal's transaction."""
    if kept.content is not None:
        inside.execute("INSERT OR IGNORE INTO wayback VALUES (?, ?)", (kept.digest.hex, kept.content))


@contextmanager
def opened(home: Home, database: Database, digest: Digest) -> Iterator[BinaryIO]:
    """The bytes of a way back, checked against their name.

    Raises:
        StoreDamaged: They are gone or changed.
    """
    rows = database.read("SELECT content FROM wayback WHERE digest = ?", (digest.hex,))
    if rows:
        content: bytes = rows[0]["content"]
        if Digest.of(content) != digest:
            raise StoreDamaged(f"the way back {digest.hex[:12]} is not as it was written")
        yield io.BytesIO(content)
        return
    path = place_of(home, digest)
    try:
        handle = path.open("rb")
    except OSError as error:
        raise StoreDamaged(f"{path}: the way back is not there") from error
    with handle:
        if hashlib.file_digest(handle, "sha256").hexdigest() != digest.hex:
            raise StoreDamaged(f"{path}: the way back is not as it was written")
        handle.seek(0)
        yield handle


def sweep_unused(home: Home, database: Database, disk: Disk, before: float) -> int:
    """Remove large ways back that no change names, left by killed processes.

    Args:
        home: Where they lie.
        database: Where the changes are.
        disk: The disk.
        before: Only those made before this time, seconds since 1970: a younger one may be about to be named.

    Returns:
        How many went.
    """
    used = {row[0] for row in database.read("SELECT DISTINCT way_back FROM replacements WHERE way_back IS NOT NULL")}
    gone = 0
    for path in sorted(home.wayback.glob("[0-9a-f][0-9a-f]/*")):
        with suppress(OSError):
            if path.name not in used and path.stat().st_mtime < before:
                disk.remove(path)
                gone += 1
    return gone
