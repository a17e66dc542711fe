"""Batches that come in parts: what broke off is kept for a day, so that its sender goes on where it stopped."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from artistguard.ledger.admission import moment, read_moment
from artistguard.ledger.storage.uploads import Upload

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from artistguard.ledger.storage.protocol import Storage

_KEPT_FOR = timedelta(days=1)
_KEPT = 16
"""Broken-off uploads that are kept at a time; each may have 64 MiB."""


class Uploads:
    """The broken-off uploads of one ledger.

    Args:
        storage: Of the ledger.
        clock: Now, with a time zone.
    """

    def __init__(self, storage: Storage, clock: Callable[[], datetime]) -> None:
        self._storage = storage
        self._clock = clock

    def find(self, number: str) -> Upload:
        """What there is of a batch; nothing, begun now, where it is not known.

        Args:
            number: Of the batch.
        """
        with self._storage.reading() as rows:
            found = rows.upload(number)
        if found is not None and read_moment(found.begun) >= self._clock() - _KEPT_FOR:
            return found
        return Upload(number, moment(self._clock()), 0, b"")

    def keep(self, upload: Upload) -> None:
        """Keep what came before it broke off."""
        with self._storage.writing() as rows:
            rows.put_upload(upload, since=moment(self._clock() - _KEPT_FOR), most=_KEPT)

    def done(self, number: str) -> None:
        """Forget a batch that is whole."""
        with self._storage.reading() as rows:
            if rows.upload(number) is None:
                return
        with self._storage.writing() as rows:
            rows.drop_upload(number)
