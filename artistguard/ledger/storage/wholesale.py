"""Rows as bulk answers need them: a stretch of digests, and everybody about whom something is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.ledger.storage.queries import Queries


class WholesaleReading(Protocol):
    """Reading in bulk."""

    def digests_between(self, name: str, first: str, last: str) -> Sequence[str]:
        """Every registered value of one kind of digest from `first` to `last`, each once, in order.

        Args:
            name: Of the digest.
            first: Smallest value.
            last: Largest value.
        """
        ...

    def known(self) -> Sequence[tuple[str, str]]:
        """did:key and evidence of everybody about whom there is more than nothing, in order."""
        ...


class WholesaleRows:
    """See WholesaleReading.

    Args:
        queries: Of a transaction, which the caller ends.
    """

    def __init__(self, queries: Queries) -> None:
        self._stretches = queries

    def digests_between(self, name: str, first: str, last: str) -> Sequence[str]:
        """See WholesaleReading."""
        found = self._stretches.run(
            "SELECT DISTINCT value FROM digest WHERE name = ? AND value >= ? AND value <= ?", name, first, last
        )
        return sorted(value for (value,) in found)

    def known(self) -> Sequence[tuple[str, str]]:
        """See WholesaleReading."""
        found = self._stretches.run("SELECT party, evidence FROM party WHERE evidence <> ?", "unverified")
        return sorted((party, evidence) for party, evidence in found)
