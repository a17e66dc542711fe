"""The newest note by its name: this log's newest cosigned state, and of each log that this registry stands up for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from artistguard.ledger.storage.queries import Queries


class NotesReading(Protocol):
    """Reading notes."""

    def note(self, name: str) -> str | None:
        """The note that was kept last under a name."""
        ...


class NotesWriting(NotesReading, Protocol):
    """Keeping notes."""

    def put_note(self, name: str, content: str) -> None:
        """Keep a note in place of the one before."""
        ...


class NoteRows:
    """See NotesReading and NotesWriting.

    Args:
        queries: Of a transaction, which the caller ends.
    """

    def __init__(self, queries: Queries) -> None:
        self._queries = queries

    def note(self, name: str) -> str | None:
        """See NotesReading."""
        found = next(iter(self._queries.run("SELECT content FROM note WHERE name = ?", name)), None)
        return None if found is None else str(found[0])

    def put_note(self, name: str, content: str) -> None:
        """See NotesWriting."""
        self._queries.run(
            """INSERT INTO note (name, content) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET content = excluded.content""",
            name,
            content,
        )
