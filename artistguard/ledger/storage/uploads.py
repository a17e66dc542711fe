"""Batches whose upload broke off, kept for a while so that their senders can go on where they stopped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from artistguard.ledger.storage.queries import Queries


@dataclass(frozen=True, slots=True)
class Upload:
    """What there is of a batch.

    Attributes:
        id: SHA-256 of its cover, hexadecimal.
        begun: When its first part came, RFC 3339.
        received: How many statements came whole.
        content: Their lines, each with its end.
    """

    id: str
    begun: str
    received: int
    content: bytes


class UploadsReading(Protocol):
    """Reading uploads."""

    def upload(self, number: str) -> Upload | None:
        """What there is of a batch, by its number."""
        ...


class UploadsWriting(UploadsReading, Protocol):
    """Keeping uploads."""

    def put_upload(self, upload: Upload, *, since: str, most: int) -> None:
        """Keep what there is of a batch.

        Args:
            upload: In place of what was kept before.
            since: Those begun before are forgotten, RFC 3339.
            most: The oldest beyond so many are forgotten, too.
        """
        ...

    def drop_upload(self, number: str) -> None:
        """Forget a batch, since it is whole."""
        ...


class UploadRows:
    """See UploadsReading and UploadsWriting.

    Args:
        queries: Of a transaction, which the caller ends.
    """

    def __init__(self, queries: Queries) -> None:
        self._uploads = queries

    def upload(self, number: str) -> Upload | None:
        """See UploadsReading."""
        found = self._uploads.run("SELECT id, begun, received, content FROM upload WHERE id = ?", number)
        return next((Upload(name, begun, received, bytes(content)) for name, begun, received, content in found), None)

    def put_upload(self, upload: Upload, *, since: str, most: int) -> None:
        """See UploadsWriting."""
        self.drop_upload(upload.id)
        self._uploads.insert(
            "upload (id, begun, received, content)", [(upload.id, upload.begun, upload.received, upload.content)]
        )
        self._uploads.run("DELETE FROM upload WHERE begun < ?", since)
        self._uploads.run(
            "DELETE FROM upload WHERE id NOT IN (SELECT id FROM upload ORDER BY begun DESC, id LIMIT ?)", most
        )

    def drop_upload(self, number: str) -> None:
        """See UploadsWriting."""
        self._uploads.run("DELETE FROM upload WHERE id = ?", number)
