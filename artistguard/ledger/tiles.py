"""The log as other programs read it: checkpoint, tiles and entry bundles by their published paths.

Source: C2SP tlog-tiles, "APIs".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from artistguard.transparency.checkpoint import Checkpoint, Note
from artistguard.transparency.merkle import HASH_BYTES
from artistguard.transparency.tiles import WIDTH, Place, bundle, width_at

if TYPE_CHECKING:
    from artistguard.ledger.storage.protocol import Reading

_PATH = re.compile(
    r"tile/(entries|0|[1-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?\Z", re.ASCII
)


COSIGNED = "cosigned"
"""Name of the note that has this log's newest state with cosignatures under it."""


def newest(rows: Reading) -> str:
    """The newest signed checkpoint, with the cosignatures that it has by now.

    Args:
        rows: One state of the ledger.
    """
    note, cosigned = rows.checkpoint() or "", rows.note(COSIGNED) or ""
    return cosigned if note and cosigned.startswith(note) else note


def provable(rows: Reading, index: int) -> str:
    """The checkpoint that proves most for an entry: the newest that others cosigned, else the newest.

    Args:
        rows: One state of the ledger.
        index: Place of the entry.
    """
    cosigned = rows.note(COSIGNED)
    if cosigned and Checkpoint.parse(Note.parse(cosigned).text).size > index:
        return cosigned
    return newest(rows)


def resource(rows: Reading, path: str) -> bytes | None:
    """What is published at a path below the log's address.

    Args:
        rows: One state of the ledger.
        path: Without a leading slash: ``checkpoint``, ``tile/0/x001/234.p/5``, ``tile/entries/000``.

    Returns:
        The bytes, immutable for every path but ``checkpoint``; None where there is nothing.
    """
    if path == "checkpoint":
        return newest(rows).encode() or None
    match = _PATH.match(path)
    if match is None:
        return None
    level, digits, part = match.groups()
    number = int(digits.replace("x", "").replace("/", ""))
    width = int(part) if part else WIDTH
    place = Place(0 if level == "entries" else int(level), number)
    if width > width_at(place.level, number, rows.size()) or (part and width == WIDTH):
        return None
    if level == "entries":
        return bundle(rows.entries(number * WIDTH, number * WIDTH + width))
    # Tiles only grow, so the beginning of today's tile is the partial tile of an earlier size.
    return rows.tile(place)[: width * HASH_BYTES]
