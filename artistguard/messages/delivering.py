"""What comes back for a delivery, whole or in parts.

Source: docs/protocol.md, "Delivery".
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from artistguard.messages.words import Evidence, How, Reason
from artistguard.terms import Choice
from artistguard.transparency.receipt import Receipt

SUBMISSION_BYTES = 64 << 20
"""Longest delivery as JSON; ten thousand statements with their enclosures."""


class Refusal(msgspec.Struct, frozen=True, tag_field="type", tag="artistguard-refusal-v1"):
    """Why one statement, or a whole delivery, was not taken.

    Attributes:
        reason: For programs.
        message: For people.
        retry: Whether the same may be sent again later (a quota, a clock).
    """

    reason: Reason
    message: str
    retry: bool = False


class Conflict(msgspec.Struct, frozen=True):
    """An earlier statement of somebody else about what was just delivered; it stops nothing.

    Attributes:
        item: Which statement of the delivery, from 0.
        work: URN of the other's work.
        record: URN of the other's earliest statement about it.
        index: Its place in the log.
        received: When the registry took it, RFC 3339.
        how: On what the likeness rests.
        similarity: 1 for the same, 0 for chance.
        evidence: How the registry knows the other.
        choice: What the other says; None where it was taken back.
    """

    item: int
    work: str
    record: str
    index: int
    received: str
    how: How
    similarity: float
    evidence: Evidence
    choice: Choice | None = None


class SubmissionAnswer(msgspec.Struct, frozen=True):
    """The answer to a delivery.

    Attributes:
        items: One for each statement, in the order sent.
        checkpoint: The signed checkpoint that covers every receipt.
        conflicts: Earlier statements of others about the same content.
    """

    items: tuple[Receipt | Refusal, ...]
    checkpoint: str
    conflicts: tuple[Conflict, ...] = ()


class BatchEnd(msgspec.Struct, frozen=True, tag_field="type", tag="artistguard-batch-end-v1"):
    """The last line of the answer to a batch; without it the answer broke off.

    Attributes:
        checkpoint: As in `SubmissionAnswer`.
        conflicts: As in `SubmissionAnswer`.
    """

    checkpoint: str
    conflicts: tuple[Conflict, ...] = ()


class BatchState(msgspec.Struct, frozen=True):
    """How far the upload of a batch came.

    Attributes:
        id: Number of the batch: SHA-256 of its canonical cover.
        received: How many of its statements are kept; 0 also where nothing is known of it.
    """

    id: str
    received: Annotated[int, Meta(ge=0)]
