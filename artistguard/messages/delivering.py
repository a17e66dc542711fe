"""What comes back for a delivery.

Source: docs/protocol.md, "Delivery".
"""

from __future__ import annotations

import msgspec

from artistguard.messages.words import Reason
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


class SubmissionAnswer(msgspec.Struct, frozen=True):
    """The answer to a delivery.

    Attributes:
        items: One for each statement, in the order sent.
        checkpoint: The signed checkpoint that covers every receipt.
    """

    items: tuple[Receipt | Refusal, ...]
    checkpoint: str
