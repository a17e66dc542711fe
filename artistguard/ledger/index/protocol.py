"""What an engine for similar codes does: exact answers, whatever the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class FingerprintIndex(Protocol):
    """256-bit codes of one kind, searched by Hamming distance; every answer equals that of looking at each code.

    An index is derived: it may be thrown away and filled again from the ledger at any time.
    """

    @property
    def covers(self) -> int:
        """Size of the log up to which codes were added."""
        ...

    def add(self, places: NDArray[np.int64], codes: NDArray[np.uint8], covers: int) -> None:
        """Add codes.

        Args:
            places: Shape (n,), ascending, none below `covers` as it was.
            codes: Shape (n, 32).
            covers: Size of the log that the index knows from now on.
        """
        ...

    def remove(self, places: NDArray[np.int64]) -> None:
        """Take codes out; places that are not there are passed over."""
        ...

    def search(self, codes: NDArray[np.uint8], radius: int) -> list[list[tuple[int, int]]]:
        """Everything within a distance.

        Args:
            codes: Shape (q, 32).
            radius: 0 to 256 bits.

        Returns:
            For each code, pairs of place and distance, nearest first and then oldest first.
        """
        ...
