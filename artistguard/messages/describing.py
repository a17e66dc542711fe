"""What a registry says about itself, its log and its troubles.

Source: docs/protocol.md, "Endpoints" and "Errors".
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from artistguard.claims.envelope import STATEMENTS, WINDOW_SECONDS
from artistguard.claims.grammar import ENTRY_BYTES
from artistguard.messages.words import Evidence


class Growth(msgspec.Struct, frozen=True):
    """What shows that a log only grew.

    Attributes:
        old: Size at the earlier visit.
        new: Size that was asked about.
        path: Consistency proof from the one to the other, base64.
    """

    old: int
    new: int
    path: tuple[str, ...]


class Limits(msgspec.Struct, frozen=True):
    """What a registry takes; all of it configuration.

    Attributes:
        window_seconds: How far clocks may be apart.
        statements: Most in one delivery.
        entry_bytes: Longest entry of the log.
        enclosed_bytes: Most that may be enclosed with one statement.
        works_per_day: Most statements that one unverified person may register in a day (UTC); None for no limit.
        works_per_day_vouched: The same for somebody vouched for.
        works_per_day_verified: The same for somebody verified.
        similar_results: Most weaker hits in an answer.
    """

    window_seconds: int = WINDOW_SECONDS
    statements: int = STATEMENTS
    entry_bytes: int = ENTRY_BYTES
    enclosed_bytes: int = 1 << 20
    works_per_day: int | None = None
    works_per_day_vouched: int | None = None
    works_per_day_verified: int | None = None
    similar_results: int = 20

    def daily(self, evidence: Evidence) -> int | None:
        """Most statements a day of somebody who is known so well; None for no limit."""
        return {
            Evidence.UNVERIFIED: self.works_per_day,
            Evidence.VOUCHED: self.works_per_day_vouched,
            Evidence.VERIFIED: self.works_per_day_verified,
        }[evidence]


class Descriptor(msgspec.Struct, frozen=True, tag_field="type", tag="artistguard-registry-v1"):
    """What a registry says it is; its key is pinned when it is first seen.

    Attributes:
        origin: Name of its log.
        key: Public key of the log in text form (`NoteKey`).
        kind: ``embedded`` on somebody's own computer, else ``server``.
        software: Name and version.
        limits: What it takes.
        witnesses: Public keys of witnesses that it asks to cosign its checkpoints; which of them count is for the
            client to decide.
    """

    origin: str
    key: str
    kind: Literal["embedded", "server"]
    software: str
    limits: Limits
    witnesses: tuple[str, ...] = ()


class Card(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag_field="type",
    tag="artistguard-card-v1",
):
    """Where a registry is and how to know it again: what clients pin. It travels by file or as a QR code.

    Attributes:
        address: Of the registry.
        origin: Name of its log.
        key: Public key of the log in text form (`NoteKey`).
        witnesses: Public keys of independent witnesses in text form (`WitnessKey`).
        quorum: How many of them must have cosigned before a receipt counts as witnessed.
    """

    address: Annotated[str, Meta(min_length=1, max_length=1024)]
    origin: Annotated[str, Meta(min_length=1, max_length=1024)]
    key: Annotated[str, Meta(max_length=2048)]
    witnesses: Annotated[tuple[Annotated[str, Meta(max_length=2048)], ...], Meta(max_length=32)] = ()
    quorum: Annotated[int, Meta(ge=0, le=32)] = 0


class Problem(msgspec.Struct, frozen=True, tag_field="type", tag="artistguard-problem-v1"):
    """The body of every answer over HTTP that is not a success.

    Attributes:
        status: HTTP status.
        code: Code of the error, or of the refusal.
        message: For people.
        remedy: What to do.
    """

    status: int
    code: str
    message: str
    remedy: str = ""
