"""A log as plain files, at a registry or at any web server that hands them out.

Source: C2SP tlog-tiles, "APIs" and "Partial Tiles".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.errors import Distrusted, ProofProblem, Refused
from artistguard.transparency.checkpoint import NOTE_CHARACTERS, Checkpoint, Note
from artistguard.transparency.tiles import ENTRY_BYTES, WIDTH, entries_path, unbundle, width_at

if TYPE_CHECKING:
    from artistguard.network.door import Door

NOTE_BYTES = 4 * NOTE_CHARACTERS
_BUNDLE_BYTES = WIDTH * (2 + ENTRY_BYTES)


class LogFiles:
    """Reads one log.

    Args:
        door: To the server.
        below: What comes before ``/checkpoint`` at the door's address.
    """

    def __init__(self, door: Door, below: str = "") -> None:
        self._door = door
        self._below = below

    def checkpoint(self) -> str:
        """See Registry."""
        note, _ = self._checkpoint()
        return note

    def entries(self, start: int, end: int) -> tuple[bytes, ...]:
        """See Registry."""
        _, size = self._checkpoint()
        start = max(0, start)
        end = min(end, start + WIDTH, size)
        found: list[bytes] = []
        for number in range(start // WIDTH, -(-end // WIDTH) if start < end else 0):
            begin = number * WIDTH
            bundle = self._bundle(number, width_at(0, number, size))
            found.extend(bundle[max(0, start - begin) : end - begin])
        return tuple(found)

    def _checkpoint(self) -> tuple[str, int]:
        """The newest note, and the size that it claims."""
        try:
            note = self._door.get(f"{self._below}/checkpoint", NOTE_BYTES).decode()
            return note, Checkpoint.parse(Note.parse(note).text).size
        except (UnicodeDecodeError, ProofProblem) as problem:
            raise self._malformed(problem) from problem

    def _bundle(self, number: int, width: int) -> tuple[bytes, ...]:
        """The first entries of a bundle: where the partial one is gone by now, those of the full one."""
        try:
            bundle = self._fetched(number, width)
        except Refused:
            if width == WIDTH:
                raise
            bundle = self._fetched(number, WIDTH)[:width]
        if len(bundle) != width:
            raise Distrusted(f"The log at {self._door.address.host} shows {len(bundle)} entries of {width}.")
        return bundle

    def _fetched(self, number: int, width: int) -> tuple[bytes, ...]:
        try:
            return unbundle(self._door.get(f"{self._below}/{entries_path(number, width)}", _BUNDLE_BYTES))
        except ProofProblem as problem:
            raise self._malformed(problem) from problem

    def _malformed(self, problem: Exception) -> Distrusted:
        return Distrusted(f"The log at {self._door.address.host} is not one: {problem}"[:500])
