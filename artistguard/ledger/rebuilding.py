"""Making everything derived anew from the entries: tiles, look-up rows, keys and who follows whom.

Entries, checkpoints, enclosures and what the operator said about people are never touched. What is lost for good is
told by `fsck`; a log that is not the one that was signed is not rebuilt, since nothing could be proven about it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from artistguard.errors import ProofProblem, StoreDamaged
from artistguard.ledger.replay import replay
from artistguard.transparency.checkpoint import open_checkpoint
from artistguard.transparency.merkle import EMPTY_ROOT, root
from artistguard.transparency.tiles import TileNodes, grow

if TYPE_CHECKING:
    from collections.abc import Callable

    from artistguard.ledger.index.protocol import Shelf
    from artistguard.ledger.storage.protocol import Storage, Writing
    from artistguard.transparency.checkpoint import NoteKey

_AT_ONCE = 256


def rebuild(storage: Storage, key: NoteKey, *again: Callable[[], None]) -> int:
    """Rebuild a ledger in one transaction: all of it, or nothing is changed.

    Args:
        storage: The ledger's.
        key: The log's public key.
        again: What else is derived and lies elsewhere, to be made anew afterwards: published folder, index.

    Returns:
        How many entries there are.

    Raises:
        StoreDamaged: An entry is missing, or the entries are not those that were signed last.
    """
    with storage.writing() as rows:
        size = rows.size()
        rows.clear_derived()
        for start in range(0, size, _AT_ONCE):
            _stretch(rows, range(start, min(size, start + _AT_ONCE)))
        _as_signed(rows, key, size)
    for each in again:
        each()
    return size


def index_anew(storage: Storage, shelf: Shelf) -> None:
    """Make the search for similar codes anew from what is registered."""
    with storage.reading() as rows:
        for space in rows.spaces():
            shelf.rebuild(rows, space)


def _stretch(rows: Writing, places: range) -> None:
    found = rows.contents(places)
    missing = [place for place in places if place not in found]
    if missing:
        raise StoreDamaged(f"entry {missing[0]} of the log is lost, and nothing can make it anew")
    contents = [found[place] for place in places]
    entries, _ = replay(rows, places.start, contents, datetime.now(UTC), rows.enclosures(places))
    rows.derive(entries)
    rows.put_tiles(grow(rows, places.start, [each.leaf for each in entries]))


def _as_signed(rows: Writing, key: NoteKey, size: int) -> None:
    try:
        signed = open_checkpoint(rows.checkpoint() or "", key)
    except ProofProblem as problem:
        raise StoreDamaged(f"the newest checkpoint does not hold: {problem.message}") from problem
    if (signed.size, signed.root) != (size, root(TileNodes(rows), size) if size else EMPTY_ROOT):
        raise StoreDamaged(f"the {size} entries are not the {signed.size} that were signed last")
