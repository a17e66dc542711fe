"""What clients and registries say to each other: wire types, and the protocol that both kinds of registry answer.

The embedded registry (`ledger.Ledger`) and the client of one elsewhere (`registry.client`) have the same methods and
speak the same types, so that jobs need not know which of them they hold. Everything that a registry says is untrusted
until its proofs are checked: receipts with `transparency.receipt.check`, checkpoints with
`transparency.checkpoint.open_checkpoint`, growth with `check_growth`.

Source: docs/protocol.md.
"""

from __future__ import annotations

from artistguard.messages.asking import CHECKS, Answers, Claim, Found, Item, Match, Question, RecordAnswer, WorkAnswer
from artistguard.messages.delivering import (
    SUBMISSION_BYTES,
    BatchEnd,
    BatchState,
    Conflict,
    Refusal,
    SubmissionAnswer,
)
from artistguard.messages.describing import Card, Descriptor, Growth, Limits, Problem
from artistguard.messages.people import KeyEntry, PartyAnswer, PartyKey
from artistguard.messages.registry import Registry
from artistguard.messages.words import Answer, Evidence, How, Reason, State

__all__ = [
    "CHECKS",
    "SUBMISSION_BYTES",
    "Answer",
    "Answers",
    "BatchEnd",
    "BatchState",
    "Card",
    "Claim",
    "Conflict",
    "Descriptor",
    "Evidence",
    "Found",
    "Growth",
    "How",
    "Item",
    "KeyEntry",
    "Limits",
    "Match",
    "PartyAnswer",
    "PartyKey",
    "Problem",
    "Question",
    "Reason",
    "RecordAnswer",
    "Refusal",
    "Registry",
    "State",
    "SubmissionAnswer",
    "WorkAnswer",
]
