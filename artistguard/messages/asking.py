"""Questions about works, and what is answered.

Source: docs/protocol.md, "Look-ups".
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from artistguard.claims.grammar import Name
from artistguard.claims.locations import URL_CHARACTERS
from artistguard.claims.statement import SignedStatement
from artistguard.messages.words import Answer, Evidence, How, State
from artistguard.terms import Choice
from artistguard.transparency.receipt import Receipt
from artistguard.works import Medium

Value = Annotated[str, Meta(min_length=1, max_length=1 << 20)]
"""A fingerprint; that of a whole recording is the longest."""

Address = Annotated[str, Meta(max_length=URL_CHARACTERS)]

CHECKS = 10_000
"""Most items in one question."""


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something to look up.

    Attributes:
        fingerprints: Name to value, as many as are known.
        distinctive: Whether likeness may count for it.
        medium: Where known.
        url: Where it was found on the web, if it matters whether somebody declared that address.
    """

    fingerprints: Annotated[
        dict[Name, Annotated[str, Meta(min_length=1, max_length=1 << 20)]], Meta(max_length=64)
    ] = {}
    distinctive: bool = False
    medium: Medium | None = None
    url: Address = ""


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is asked of `check`.

    Attributes:
        items: 1 to 10,000.
        receipts: Whether every match should come with a receipt.
    """

    items: Annotated[tuple[Item, ...], Meta(min_length=1, max_length=CHECKS)]
    receipts: bool = False


class Claim(msgspec.Struct, frozen=True):
    """One statement as a registry holds it.

    Attributes:
        signed: The statement, with whatever of its enclosures is still kept.
        index: Place in the log.
        received: When the registry took it, RFC 3339.
        party: did:key of the creator's first key, by which she is known.
        evidence: How the registry knows her.
        state: ``stated``, or ``withdrawn`` where a later statement took it back or replaced it.
        receipt: Where asked for.
    """

    signed: SignedStatement
    index: int
    received: str
    party: str
    evidence: Evidence = Evidence.UNVERIFIED
    state: State = State.STATED
    receipt: Receipt | None = None


class Match(msgspec.Struct, frozen=True):
    """A registered work that an item is, or resembles.

    Attributes:
        work: URN.
        record: URN of the matching version's statement.
        how: On what it rests.
        similarity: 1 for the same, 0 for chance.
        codes: Names of the fingerprints that decided, joined by ``+``.
        choice: What holds for the work now; None where all was withdrawn.
        state: Stated, contested or withdrawn.
        answer: What a user of the work may conclude.
        index: Place of the matching statement in the log.
        receipt: Of the matching statement, where asked for.
        offer: Web address at which whoever stated the choice offers a licence; empty where nobody does.
    """

    work: str
    record: str
    how: How
    similarity: float
    codes: str
    choice: Choice | None
    state: State
    answer: Answer
    index: int
    receipt: Receipt | None = None
    offer: Address = ""


class Found(msgspec.Struct, frozen=True):
    """What was found for one item.

    Attributes:
        matches: Evidence only, best first.
        similar: Weaker hits; never evidence.
        choice: The most protective choice over all matches that still hold; None where there is none.
        state: Contested where matches of several parties disagree; None without a match.
        answer: What follows for this item.
    """

    matches: tuple[Match, ...] = ()
    similar: tuple[Match, ...] = ()
    choice: Choice | None = None
    state: State | None = None
    answer: Answer = Answer.UNKNOWN


class Answers(msgspec.Struct, frozen=True):
    """The answer to a question.

    Attributes:
        items: One for each item, in order.
        checkpoint: Signed state of the log that the answers were given at; empty for a log without entries.
    """

    items: tuple[Found, ...]
    checkpoint: str


class WorkAnswer(msgspec.Struct, frozen=True):
    """All that is known about one work.

    Attributes:
        work: URN.
        choice: What holds now.
        state: Stated, contested or withdrawn; None for an unknown work.
        answer: What follows.
        history: Every statement about it, oldest first.
        checkpoint: Signed state of the log.
        offer: Web address at which a licence is offered; empty where nobody offers one.
    """

    work: str
    choice: Choice | None
    state: State | None
    answer: Answer
    history: tuple[Claim, ...]
    checkpoint: str
    offer: Address = ""


class RecordAnswer(msgspec.Struct, frozen=True):
    """The statements of one record URN: one, or none; several only where somebody else used the same URN.

    Attributes:
        claims: Oldest first, each with its receipt.
        checkpoint: Signed state of the log.
    """

    claims: tuple[Claim, ...]
    checkpoint: str
