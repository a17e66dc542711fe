"""Following another registry's log into a ledger of one's own: every entry checked, every proof, and never a fork.

The copy holds the same entries in the same places under the other's own checkpoints. It can be read, searched, checked
and published like the original, and nobody can add to it. What is not in the log (enclosures, evidence about people)
is not copied.

Source: C2SP tlog-tiles; tlog-checkpoint, "a log is followed by checking each state against the one before".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from artistguard.errors import Distrusted, ProofProblem, StoreDamaged
from artistguard.ledger.replay import replay
from artistguard.ledger.tiles import COSIGNED
from artistguard.transparency.checkpoint import Checkpoint, Note, NoteKey, open_checkpoint
from artistguard.transparency.merkle import EMPTY_ROOT, root
from artistguard.transparency.tiles import WIDTH, TileNodes, grow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from artistguard.ledger.storage.protocol import Reading, Storage, Writing

_MIRROR = "mirror of"
"""Setting of a ledger that follows another one; it names the other's key."""

AT_ONCE = 16 * WIDTH
"""Entries that are held in memory together."""


class Source(Protocol):
    """A log to be followed: a registry, or its files at any web server."""

    def checkpoint(self) -> str:
        """The newest signed checkpoint."""
        ...

    def entries(self, start: int, end: int) -> tuple[bytes, ...]:
        """Entries of the log, as many as there are from `start` up to but without `end`, at most 256."""
        ...


def mirrored(rows: Reading) -> NoteKey | None:
    """Key of the log that a ledger is a copy of; None where it is no copy."""
    key = rows.setting(_MIRROR)
    return NoteKey.parse(key) if key else None


@dataclass(frozen=True, slots=True)
class Followed:
    """How far a copy has come.

    Attributes:
        size: Entries of the copy.
        idle: Entries that the rules do not let in, by place, and why; the registry that logged them broke its rules.
    """

    size: int
    idle: dict[int, str]


class Mirror:
    """Follows one log.

    Args:
        storage: New, or that of an earlier copy of the same log.
        key: The log's public key, got another way than from the log.
        source: The other log.
        clock: Now, with a time zone.

    Raises:
        StoreDamaged: Something else is kept in the storage.
    """

    def __init__(self, storage: Storage, key: NoteKey, source: Source, clock: Callable[[], datetime]) -> None:
        self._storage = storage
        self._key = key
        self._source = source
        self._clock = clock
        with storage.writing() as rows:
            if rows.setting(_MIRROR) is None and rows.setting("key") is None:
                rows.put_setting("key", str(key))
                rows.put_setting(_MIRROR, str(key))
            elif rows.setting(_MIRROR) != str(key):
                raise StoreDamaged("this is not a copy of that log", remedy="Name another store for the copy.")

    def follow(self) -> Followed:
        """Copy what is new, up to the newest checkpoint.

        Entries that are fetched are kept only once they lead to a signed root: until then an interruption starts over
        at the last signed state.

        Raises:
            Distrusted: The log was forked or rolled back, or shows what nobody signed; nothing of it is kept.
            RegistryProblem: It does not answer now.
        """
        note = self._source.checkpoint()
        new = self._opened(note)
        with self._storage.writing() as rows:
            size = rows.size()
            self._compare(rows, size, new)
            idle: dict[int, str] = {}
            while size < new.size:
                size, some = self._copy(rows, size, new.size)
                idle |= some
            if new.root != (root(TileNodes(rows), new.size) if new.size else EMPTY_ROOT):
                raise Distrusted(f"{self._key.name} shows {new.size} entries that are not those it signed.")
            if rows.checkpoint() is None or size > self._signed(rows):
                rows.put_checkpoint(new.size, _bare(note, self._key))
            rows.put_note(COSIGNED, note)
        return Followed(size, idle)

    def _opened(self, note: str) -> Checkpoint:
        try:
            return open_checkpoint(note, self._key)
        except ProofProblem as problem:
            raise Distrusted(f"{self._key.name}: {problem.message}") from problem

    def _signed(self, rows: Writing) -> int:
        note = rows.checkpoint()
        return self._opened(note).size if note else -1

    def _compare(self, rows: Writing, size: int, new: Checkpoint) -> None:
        """What was copied before is the beginning of what is shown now."""
        if new.size < size:
            raise Distrusted(f"{self._key.name} went back from {size} entries to {new.size}.")
        if new.size == size and new.root != (root(TileNodes(rows), size) if size else EMPTY_ROOT):
            raise Distrusted(f"{self._key.name} shows two histories of the same {size} entries.")

    def _copy(self, rows: Writing, start: int, end: int) -> tuple[int, dict[int, str]]:
        contents: list[bytes] = []
        while len(contents) < AT_ONCE and start + len(contents) < end:
            at = start + len(contents)
            some = self._source.entries(at, min(end, at + WIDTH))
            if not some:
                raise Distrusted(f"{self._key.name} signed {end} entries and shows only {at}.")
            contents += some
        entries, idle = replay(rows, start, contents, self._clock())
        rows.append(entries)
        rows.put_tiles(grow(rows, start, [each.leaf for each in entries]))
        return start + len(entries), idle


def _bare(note: str, key: NoteKey) -> str:
    """The checkpoint with the log's own signature only; cosignatures come and go beside it."""
    opened = Note.parse(note)
    mine = tuple(line for line in opened.lines if (line.name, line.identifier) == (key.name, key.identifier))
    return str(Note(opened.text, mine))
