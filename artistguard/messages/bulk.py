"""What is taken along rather than asked for: snapshots of a registry, what changed since, ranges, and large questions.

Source: docs/protocol.md, "In bulk, and offline".
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from artistguard.claims.grammar import Hex256, Moment, Name
from artistguard.messages.words import Answer, Evidence

SNAPSHOT_DOMAIN = b"artistguard-snapshot-v1\0"
"""What stands before the canonical manifest where the log's key signs it; no note of a log can begin so."""

SUMMARY_DOMAIN = b"artistguard-check-summary-v1\0"
"""The same for the summary of a large question."""

CHANGES = 10_000
"""Most entries in one answer about changes."""

Count = Annotated[int, Meta(ge=0, le=2**62)]


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """One entry of the log as a snapshot has it: what look-ups need, without signatures and enclosures.

    Attributes:
        index: Place in the log.
        act: declare, change, withdraw; of keys: introduce, rotate, recover, revoke.
        creator: did:key that signed.
        party: did:key of the creator's first key.
        received: RFC 3339.
        record: URN of a statement about a work.
        work: URN of its work.
        choice: One of the six, or empty.
        medium: image, audio, text, or empty.
        distinctive: Whether likeness counts.
        supersedes: URN, or empty.
        offer: Web address at which a licence is offered, or empty.
        values: Fingerprints by name; the digest of a declared address as ``location``.
        key: did:key that a statement about keys is about.
        successor: The key it is handed over to.
    """

    index: int
    act: str
    creator: str
    received: str
    party: str = ""
    record: str = ""
    work: str = ""
    choice: str = ""
    medium: str = ""
    distinctive: bool = False
    supersedes: str = ""
    offer: str = ""
    values: dict[str, str] = {}
    key: str = ""
    successor: str = ""


class Known(msgspec.Struct, frozen=True):
    """A person about whom a registry has evidence.

    Attributes:
        party: did:key of her first key.
        evidence: More than nothing.
    """

    party: str
    evidence: Evidence


class Part(msgspec.Struct, frozen=True):
    """A file of a snapshot.

    Attributes:
        name: Without folders.
        bytes: How long it is.
        sha256: Over all of it.
    """

    name: Name
    bytes: Count
    sha256: Hex256


class Manifest(msgspec.Struct, frozen=True, tag_field="type", tag="artistguard-snapshot-v1"):
    """What a snapshot is.

    Attributes:
        origin: Name of the log.
        size: How many entries it covers, all from the first.
        checkpoint: The log's signed state of that size.
        made: When, by the registry's clock.
        enclosed: Whether the fingerprints too long for the log are in it.
        similar_results: Most weaker hits in an answer.
        files: Sorted by name.
    """

    origin: str
    size: Count
    checkpoint: str
    made: Moment
    enclosed: bool
    similar_results: int
    files: Annotated[tuple[Part, ...], Meta(max_length=256)]


class SignedManifest(msgspec.Struct, frozen=True):
    """A manifest as a registry gives it.

    Attributes:
        manifest: What the snapshot is.
        signature: Base64, by the log's key; empty where somebody brought a snapshot up to date herself.
    """

    manifest: Manifest
    signature: str = ""


class Changes(msgspec.Struct, frozen=True):
    """What was entered after a size.

    Attributes:
        after: That size.
        size: Where these lines end; ask again with it while it is smaller than that of the checkpoint.
        lines: One for each entry, in order.
        known: Everybody about whom the registry has evidence now; sent with the last lines only.
        checkpoint: Newest signed state of the log.
    """

    after: int
    size: int
    lines: Annotated[tuple[Line, ...], Meta(max_length=CHANGES)]
    checkpoint: str
    known: tuple[Known, ...] | None = None


class CheckEnd(msgspec.Struct, frozen=True):
    """The last line where answers to a question come as lines.

    Attributes:
        checkpoint: Signed state of the log that all of them were given at.
    """

    checkpoint: str


class JobState(StrEnum):
    """How far a large question is."""

    RECEIVING = "receiving"
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Summary(msgspec.Struct, frozen=True, tag_field="type", tag="artistguard-check-summary-v1"):
    """What came out of a large question, for those who must show that they asked.

    Attributes:
        origin: Name of the log.
        checkpoint: Its signed state that every answer was given at.
        items: How many were asked.
        answers: How many of each.
        asked_sha256: Over the items as they were sent, unpacked.
        result_sha256: Over the answers, unpacked.
        made: When, by the registry's clock.
    """

    origin: str
    checkpoint: str
    items: int
    answers: dict[Answer, int]
    asked_sha256: Hex256
    result_sha256: Hex256
    made: Moment


class Job(msgspec.Struct, frozen=True, omit_defaults=True):
    """A large question.

    Attributes:
        id: Unguessable; whoever has it may see and take the answers.
        state: How far it is.
        received: Bytes of the upload that are kept.
        items: How many were looked up.
        expires: When everything about it is deleted, RFC 3339.
        problem: Why it failed.
        summary: When it is done.
        signature: Base64, by the log's key over the summary.
    """

    id: str
    state: JobState
    expires: str
    received: int = 0
    items: int = 0
    problem: str = ""
    summary: Summary | None = None
    signature: str = ""
