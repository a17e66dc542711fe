"""Doing again what the entries of a log say, in their order: everything else in a ledger follows from them.

Used where a ledger is rebuilt from its entries, and where another registry's log is followed. Every statement is
checked as at the door. One that the rules do not let in keeps its place in the log, counts for nothing, and is told.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from artistguard.claims.statement import entry, parse
from artistguard.errors import ProofProblem
from artistguard.ledger.admission import Candidate, Gate, moment, prepare
from artistguard.ledger.lookup import whole
from artistguard.ledger.storage.protocol import NewEntry
from artistguard.messages import Limits, Refusal
from artistguard.transparency.merkle import leaf_hash

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from artistguard.ledger.storage.protocol import Writing


def replay(
    rows: Writing,
    start: int,
    contents: Sequence[bytes],
    now: datetime,
    enclosed: Mapping[int, Sequence[bytes]] | None = None,
) -> tuple[list[NewEntry], dict[int, str]]:
    """What follows from some neighbouring entries; everything before them was done already.

    Args:
        rows: Persons and keys are written here.
        start: Place of the first.
        contents: The entries.
        now: Taken for the time of receipt.
        enclosed: Place to what is still kept of the enclosures; those that do not fit are left out.

    Returns:
        One new entry for each, and why some of them count for nothing, by place.
    """
    idle: dict[int, str] = {}
    candidates: dict[int, Candidate] = {}
    for place, content in enumerate(contents, start):
        outcome = _candidate(content, (enclosed or {}).get(place, ()))
        if isinstance(outcome, Candidate):
            candidates[place] = outcome
        else:
            idle[place] = outcome
    gate = Gate(rows, list(candidates.values()), now, Limits())
    entries: list[NewEntry] = []
    for place, content in enumerate(contents, start):
        bare = NewEntry(place, leaf_hash(content), content, moment(now))
        admitted = gate.admit(candidates[place], place, "") if place in candidates else bare
        if isinstance(admitted, Refusal):
            idle[place] = admitted.message
            admitted = bare
        entries.append(admitted)
    return entries, idle


def _candidate(content: bytes, enclosed: Sequence[bytes]) -> Candidate | str:
    """The statement of an entry, or why it is none."""
    try:
        signed = whole(content, fitting(content, enclosed))
        if entry(signed) != content:
            return "its bytes are not canonical"
    except ProofProblem as problem:
        return problem.message
    (outcome,) = prepare([signed], Limits())
    return outcome if isinstance(outcome, Candidate) else outcome.message


def fitting(content: bytes, enclosed: Sequence[bytes]) -> list[bytes]:
    """Those enclosures whose digests are in an entry.

    Args:
        content: The entry.
        enclosed: Canonical bytes, as they are kept.

    Raises:
        ProofProblem: The entry is no statement.
    """
    digests = set(getattr(parse(content).statement, "enclosures", {}).values())
    return [each for each in enclosed if hashlib.sha256(each).hexdigest() in digests]


def lacking(content: bytes, enclosed: Sequence[bytes]) -> list[str]:
    """Kinds of enclosures whose digests are in an entry, and that are not kept any more.

    Args:
        content: The entry.
        enclosed: Canonical bytes, as they are kept.

    Raises:
        ProofProblem: The entry is no statement.
    """
    kept = {hashlib.sha256(each).hexdigest() for each in enclosed}
    named = getattr(parse(content).statement, "enclosures", {})
    return [kind for kind, digest in named.items() if digest not in kept]
