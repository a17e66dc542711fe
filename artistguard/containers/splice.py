"""Cutting and filling: replace some ranges of a file and know where every other byte went."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.errors import CannotEmbed

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """One range that is replaced; an empty range inserts, an empty filling removes.

    Attributes:
        start: Offset of the first byte replaced.
        end: Offset of the first byte that stays.
        filling: What stands there instead.
    """

    start: int
    end: int
    filling: bytes

    @property
    def growth(self) -> int:
        """By how many bytes the file grows."""
        return len(self.filling) - (self.end - self.start)


class Splice:
    """Several cuts at once."""

    def __init__(self, cuts: Iterable[Cut]) -> None:
        """Put the cuts in order.

        Raises:
            CannotEmbed: Two of them overlap, so the file uses the same bytes for two things.
        """
        self._cuts = sorted(cuts)
        self._ends: list[int] = []
        self._shifts = [0]
        reached = 0
        for cut in self._cuts:
            if not reached <= cut.start <= cut.end:
                raise CannotEmbed("Two parts of the file share the same bytes, so neither can be changed safely.")
            reached = cut.end
            self._ends.append(cut.end)
            self._shifts.append(self._shifts[-1] + cut.growth)

    def applied(self, content: bytes) -> bytes:
        """The whole file with every cut made."""
        pieces = []
        reached = 0
        for cut in self._cuts:
            pieces += [content[reached : cut.start], cut.filling]
            reached = cut.end
        pieces.append(content[reached:])
        return b"".join(pieces)

    def moved(self, offset: int) -> int:
        """Where a byte that stays stands afterwards; what is inserted at an offset comes before the byte there."""
        return offset + self._shifts[bisect_right(self._ends, offset)]

    def keeps(self, start: int, length: int) -> bool:
        """Whether a range comes through in one piece, with no cut in it."""
        end = start + length
        return not any(cut.start < end and cut.end > start for cut in self._cuts) and (
            length == 0 or self.moved(end - 1) - self.moved(start) == length - 1
        )
