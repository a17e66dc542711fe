"""The wholesale counter of a ledger: what is taken along in bulk."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from artistguard.errors import Refused
from artistguard.ledger.bulk.building import build
from artistguard.ledger.bulk.changes import changes
from artistguard.ledger.bulk.lines import known, lines

if TYPE_CHECKING:
    from artistguard.ledger.ledger import Ledger
    from artistguard.messages.bulk import Changes, SignedManifest

CHANGES_KEPT = 1_000_000
"""Entries before the end of the log from which changes are told; who knows less takes a snapshot."""


class Wholesale:
    """Works for one ledger.

    Args:
        ledger: Whose counter it is; stays the caller's to close.
        changes_kept: Entries before the end of the log from which changes are told.
    """

    def __init__(self, ledger: Ledger, *, changes_kept: int = CHANGES_KEPT) -> None:
        self._ledger = ledger
        self._changes_kept = changes_kept

    def snapshot(self, target: IO[bytes], *, enclosed: bool = False) -> SignedManifest:
        """Write a signed snapshot of the ledger as it is now.

        Args:
            target: Takes it.
            enclosed: Whether the fingerprints too long for the log are wanted in it.
        """
        with self._ledger.storage.reading() as rows:
            return build(
                target,
                lines=lines(rows, 0, rows.size(), enclosed=enclosed),
                known=known(rows),
                checkpoint=rows.checkpoint() or "",
                made=self._ledger.now(),
                enclosed=enclosed,
                similar_results=self._ledger.describe().limits.similar_results,
                sign=self._ledger.attest,
            )

    def changes(self, after: int) -> Changes | None:
        """What was entered after a size; None where that is too long ago, and a snapshot has to be taken.

        Raises:
            Refused: The log never had that size.
        """
        with self._ledger.storage.reading() as rows:
            size = rows.size()
            if not 0 <= after <= size:
                raise Refused(f"this log has {size} entries and never had {after}")
            return changes(rows, after) if size - after <= self._changes_kept else None
