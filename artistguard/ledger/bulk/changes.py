"""What was entered after a size, and bringing a snapshot up to date with it."""

from __future__ import annotations

import itertools
from typing import IO, TYPE_CHECKING

from artistguard.errors import Distrusted
from artistguard.ledger.bulk.building import build
from artistguard.ledger.bulk.lines import known, lines
from artistguard.messages.bulk import CHANGES, Changes
from artistguard.transparency.checkpoint import Checkpoint, Note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.ledger.bulk.snapshot import Snapshot
    from artistguard.ledger.storage.protocol import Reading
    from artistguard.messages.bulk import SignedManifest


def changes(rows: Reading, after: int, most: int = CHANGES) -> Changes:
    """The next entries after a size.

    Args:
        rows: One state of a ledger.
        after: A size that the log had.
        most: Most entries.
    """
    size = rows.size()
    end = min(size, after + most)
    last = known(rows) if end == size else None
    return Changes(after, end, tuple(lines(rows, after, end)), rows.checkpoint() or "", last)


def bring_up_to_date(target: IO[bytes], snapshot: Snapshot, news: Sequence[Changes], made: str) -> SignedManifest:
    """Write the snapshot that a registry would give now, from an older one and what changed since.

    The caller has checked the checkpoint of the last news: that the log's key signed it, and that the log only grew.

    Args:
        target: Takes it; unsigned, for the registry did not make it.
        snapshot: The older one, without enclosed fingerprints.
        news: In order; the last one reaches its own checkpoint.
        made: Now, RFC 3339.

    Raises:
        Distrusted: The news do not follow one another, or on the snapshot.
    """
    size = snapshot.manifest.size
    for each in news:
        if each.after != size or [line.index for line in each.lines] != list(range(size, each.size)):
            raise Distrusted("what changed in the registry does not follow on what is known of it")
        size = each.size
    last = news[-1] if news else None
    if last is None or last.known is None or Checkpoint.parse(Note.parse(last.checkpoint).text).size != size:
        raise Distrusted("what changed in the registry ends before its own end")
    return build(
        target,
        lines=itertools.chain(snapshot.lines(), *(each.lines for each in news)),
        known=last.known,
        checkpoint=last.checkpoint,
        made=made,
        enclosed=snapshot.manifest.enclosed,
        similar_results=snapshot.manifest.similar_results,
    )
