"""The log as other programs read it: checkpoint, tiles and entry bundles by their published paths.

Source: C2SP tlog-tiles, "APIs".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from artistguard.transparency.merkle import HASH_BYTES
from artistguard.transparency.tiles import WIDTH, Place, bundle, width_at

if TYPE_CHECKING:
    from artistguard.ledger.storage.protocol import Reading

_PATH = re.compile(
    r"tile/(entries|0|[1-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?\Z", re.ASCII
)


def resource(rows: Reading, path: str) -> bytes | None:
    """What is published at a path below the log's address.

    Args:
        rows: One state of the ledger.
        path: Without a leading slash: ``checkpoint``, ``tile/0/x001/234.p/5``, ``tile/entries/000``.

    Returns:
        The bytes, immutable for every path but ``checkpoint``; None where there is nothing.
    """
    if path == "checkpoint":
        note = rows.checkpoint()
        return None if note is None else note.encode()
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
