"""How many works are registered, and what their creators choose; signed by the registry.

Source: docs/protocol.md, "Counts".
"""

from __future__ import annotations

import msgspec

from artistguard.claims.grammar import Hex256, Moment
from artistguard.messages.bulk import Count

COUNTS_DOMAIN = b"artistguard-counts-v1\0"
"""What stands before the canonical counts where the log's key signs them; no note of a log can begin so."""

UNKNOWN = "unknown"
WITHDRAWN = "withdrawn"


class CountRow(msgspec.Struct, frozen=True, order=True):
    """Works that are alike in everything that is counted.

    Attributes:
        medium: image, audio, text; ``unknown`` where nobody says.
        choice: One of the six that holds, or ``withdrawn``.
        country: ISO 3166-1 alpha-2, as the creator says; ``unknown`` where she does not.
        works: How many.
    """

    medium: str
    choice: str
    country: str
    works: Count


class Counts(msgspec.Struct, frozen=True, tag_field="type", tag="artistguard-counts-v1"):
    """All works of a registry at one size of its log.

    Attributes:
        origin: Name of the log.
        size: How many entries were looked at, all from the first.
        checkpoint: The log's signed state of that size.
        made: When, by the registry's clock.
        works: All of them together.
        rows: Sorted by medium, choice and country.
        csv: SHA-256 of the same as a table of comma-separated values.
    """

    origin: str
    size: Count
    checkpoint: str
    made: Moment
    works: Count
    rows: tuple[CountRow, ...]
    csv: Hex256


class SignedCounts(msgspec.Struct, frozen=True):
    """Counts as a registry gives them.

    Attributes:
        counts: The figures.
        signature: Base64, by the log's key.
    """

    counts: Counts
    signature: str
