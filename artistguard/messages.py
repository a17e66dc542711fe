"""What clients and registries say to each other: wire types, and the protocol that both kinds of registry answer.

The embedded registry (`ledger.Ledger`) and the client of one elsewhere (`registry.client`) have the same methods and
speak the same types, so that jobs need not know which of them they hold. Everything that a registry says is untrusted
until its proofs are checked: receipts with `transparency.receipt.check`, checkpoints with
`transparency.checkpoint.open_checkpoint`, growth with `check_growth`.

Source: docs/protocol.md.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, Protocol

import msgspec
from msgspec import Meta

from artistguard.claims.envelope import STATEMENTS, WINDOW_SECONDS, Submission
from artistguard.claims.grammar import ENTRY_BYTES, Name
from artistguard.claims.statement import SignedStatement
from artistguard.terms import Choice
from artistguard.transparency.receipt import Receipt
from artistguard.works import Medium

CHECKS = 10_000
"""Most items in one question."""

SUBMISSION_BYTES = 64 << 20
"""Longest delivery as JSON; ten thousand statements with their enclosures."""


class Reason(StrEnum):
    """Why a registry does not take something; stable, for programs."""

    MALFORMED = "malformed"
    SIGNATURE = "signature"
    ORIGIN = "origin"
    CLOCK = "clock"
    REPLAYED = "replayed"
    TOO_LARGE = "too-large"
    QUOTA = "quota"
    RECORD_USED = "record-used"
    NOT_YOURS = "not-yours"
    KEY_ENDED = "key-ended"


class State(StrEnum):
    """What a registry knows about a work."""

    STATED = "stated"
    CONTESTED = "contested"
    WITHDRAWN = "withdrawn"


class Answer(StrEnum):
    """What somebody who wants to use a work may conclude."""

    RESERVED = "reserved"  # some or all uses need the creator's yes
    PERMITTED = "permitted"  # a verified creator allows all uses
    UNVERIFIED = "unverified"  # somebody allows all uses, and nobody has shown that it is hers to allow
    UNKNOWN = "unknown"  # nothing stands


class Evidence(StrEnum):
    """How a registry knows who stands behind a key, from nothing to most."""

    UNVERIFIED = "unverified"
    VOUCHED = "vouched"
    VERIFIED = "verified"


class How(StrEnum):
    """On what a match rests."""

    EXACT = "exact"  # the very file
    PAYLOAD = "payload"  # the same pixels, samples or words
    SAME_WORK = "same-work"  # fingerprints close enough to be evidence
    SIMILAR = "similar"  # closer than chance, no evidence


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


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something to look up.

    Attributes:
        fingerprints: Name to value, as many as are known.
        distinctive: Whether likeness may count for it.
        medium: Where known.
    """

    fingerprints: Annotated[dict[Name, Annotated[str, Meta(min_length=1, max_length=1 << 20)]], Meta(max_length=64)]
    distinctive: bool = False
    medium: Medium | None = None


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
    """

    work: str
    choice: Choice | None
    state: State | None
    answer: Answer
    history: tuple[Claim, ...]
    checkpoint: str


class RecordAnswer(msgspec.Struct, frozen=True):
    """The statements of one record URN: one, or none; several only where somebody else used the same URN.

    Attributes:
        claims: Oldest first, each with its receipt.
        checkpoint: Signed state of the log.
    """

    claims: tuple[Claim, ...]
    checkpoint: str


class Growth(msgspec.Struct, frozen=True):
    """What shows that a log only grew.

    Attributes:
        old: Size at the earlier visit.
        path: Consistency proof, base64.
        checkpoint: Signed state now.
    """

    old: int
    path: tuple[str, ...]
    checkpoint: str


class Limits(msgspec.Struct, frozen=True):
    """What a registry takes; all of it configuration.

    Attributes:
        window_seconds: How far clocks may be apart.
        statements: Most in one delivery.
        entry_bytes: Longest entry of the log.
        enclosed_bytes: Most that may be enclosed with one statement.
        works_per_day: Most statements that one unverified sender may register in 24 hours; None for no limit.
        similar_results: Most weaker hits in an answer.
    """

    window_seconds: int = WINDOW_SECONDS
    statements: int = STATEMENTS
    entry_bytes: int = ENTRY_BYTES
    enclosed_bytes: int = 1 << 20
    works_per_day: int | None = None
    similar_results: int = 20


class Descriptor(msgspec.Struct, frozen=True, tag_field="type", tag="artistguard-registry-v1"):
    """What a registry says it is; its key is pinned when it is first seen.

    Attributes:
        origin: Name of its log.
        key: Public key of the log in text form (`NoteKey`).
        kind: ``embedded`` on somebody's own computer, else ``server``.
        software: Name and version.
        limits: What it takes.
        witnesses: Public keys of witnesses that cosign its checkpoints; none yet.
    """

    origin: str
    key: str
    kind: Literal["embedded", "server"]
    software: str
    limits: Limits
    witnesses: tuple[str, ...] = ()


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


class Registry(Protocol):
    """A consent registry, here or elsewhere.

    Every method may raise errors below RegistryProblem: Unreachable (later), Refused (for good) or Distrusted. The
    embedded one may raise errors below StoreProblem instead of Unreachable.
    """

    def describe(self) -> Descriptor:
        """What the registry says it is."""
        ...

    def submit(self, submission: Submission) -> SubmissionAnswer:
        """Deliver statements; whatever has a receipt in the answer is on disk.

        Raises:
            Refused: The envelope as a whole was not taken; the message says why.
        """
        ...

    def check(self, question: Question) -> Answers:
        """Look items up, by digest and by likeness."""
        ...

    def work(self, urn: str) -> WorkAnswer:
        """History and state of a work."""
        ...

    def record(self, urn: str) -> RecordAnswer:
        """The statement with a given record URN."""
        ...

    def checkpoint(self) -> str:
        """The newest signed checkpoint; a log without entries has one too."""
        ...

    def growth(self, old: int) -> Growth:
        """The consistency proof from an earlier size to the newest checkpoint.

        Raises:
            Refused: The log never had that size.
        """
        ...

    def entries(self, start: int, end: int) -> tuple[bytes, ...]:
        """Entries of the log, as many as there are from `start` up to but without `end`, at most 256."""
        ...
