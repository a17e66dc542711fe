"""Checking a ledger from the ground: everything derived is computed again from the entries and compared.

Nothing stops the check; what is wrong is told with its place, so that an operator knows what a backup must bring back.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.claims.statement import SignedStatement, Statement, entry, everything, parse
from artistguard.errors import ProofProblem
from artistguard.ledger.admission import Candidate, digests_of, prepare
from artistguard.ledger.index.codes import codes_of
from artistguard.ledger.lookup import whole
from artistguard.ledger.people import unlisted
from artistguard.ledger.remembering import Remembering
from artistguard.ledger.replay import lacking
from artistguard.messages import Limits, Refusal
from artistguard.transparency.checkpoint import open_checkpoint
from artistguard.transparency.merkle import Leaves, Proofs, leaf_hash
from artistguard.transparency.tiles import Place, grow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artistguard.ledger.index.protocol import Shelf
    from artistguard.ledger.storage.protocol import ClaimRow, Reading, Storage
    from artistguard.transparency.checkpoint import NoteKey

_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong.

    Attributes:
        place: ``entry 17``, ``tile/0/000``, ``checkpoint 12`` …
        problem: One sentence.
    """

    place: str
    problem: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    Attributes:
        entries: How many were read.
        checkpoints: How many were checked.
        findings: Everything wrong; empty for a sound ledger.
        gone: Enclosures whose digests are in the log and that are not kept: forgotten on purpose, or lost.
    """

    entries: int
    checkpoints: int
    findings: tuple[Finding, ...]
    gone: tuple[Finding, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def fsck(storage: Storage, key: NoteKey) -> Report:
    """Check a whole ledger in one unchanging state.

    Args:
        storage: The ledger's.
        key: The log's public key, obtained elsewhere.

    Raises:
        StoreDamaged: The database itself cannot be read.
    """
    with storage.reading() as rows:
        leaves: list[bytes] = []
        heard = Remembering()
        findings = [*_entries(rows, leaves, heard), *_tiles(rows, leaves)]
        findings.extend(
            Finding(f"party {did}", "what is known of her keys is not what the log says")
            for did in dict.fromkeys(heard.differing(rows))
        )
        sizes: list[int] = []
        findings.extend(_checkpoints(rows, leaves, key, sizes))
        findings.extend(
            Finding(f"party {each}", "what was said of its keys is not listed whole") for each in unlisted(rows)
        )
        return Report(len(leaves), len(sizes), tuple(findings), tuple(_gone(rows)))


def differing(storage: Storage, shelf: Shelf) -> Iterator[Finding]:
    """Kinds of code whose index is not what the ledger has."""
    with storage.reading() as rows:
        for space in rows.spaces():
            if not shelf.check(rows, space):
                yield Finding(f"index {space}", "it does not hold what is registered")


def _gone(rows: Reading) -> Iterator[Finding]:
    size = rows.size()
    for start in range(0, size, _AT_ONCE):
        places = range(start, min(size, start + _AT_ONCE))
        enclosed = rows.enclosures(places)
        for place, content in rows.contents(places).items():
            with suppress(ProofProblem):  # told already
                for kind in lacking(content, enclosed.get(place, ())):
                    yield Finding(f"entry {place}", f"its {kind} are not kept")


def _entries(rows: Reading, leaves: list[bytes], heard: Remembering) -> Iterator[Finding]:
    size = rows.size()
    for start in range(0, size, _AT_ONCE):
        places = range(start, min(size, start + _AT_ONCE))
        contents = rows.contents(places)
        enclosed = rows.enclosures(places)
        claims = {claim.index: claim for claim in rows.claims(places)}
        stored = {place: leaf for leaf, (place, _) in rows.places([leaf_hash(c) for c in contents.values()]).items()}
        for place in places:
            content = contents.get(place)
            if content is None:
                yield Finding(f"entry {place}", "it is missing")
                leaves.append(bytes(32))
                continue
            leaves.append(leaf_hash(content))
            if stored.get(place) != leaves[-1]:
                yield Finding(f"entry {place}", "its stored hash is not that of its bytes")
            claim = claims.get(place)
            with suppress(ProofProblem):  # told at once
                party = heard.hear(parse(content).statement)
                if claim and claim.party != party:
                    yield Finding(f"claim {place}", "it is found under another person")
            yield from _statement(rows, place, content, enclosed.get(place, ()), claim)


def _statement(
    rows: Reading, place: int, content: bytes, enclosed: Sequence[bytes], claim: ClaimRow | None
) -> Iterator[Finding]:
    try:
        signed = whole(content, enclosed)
    except ProofProblem as problem:
        yield Finding(f"entry {place}", problem.message)
        return
    if entry(signed) != content:
        yield Finding(f"entry {place}", "its bytes are not canonical")
    (outcome,) = prepare([signed], Limits())
    if isinstance(outcome, Refusal):
        yield Finding(f"entry {place}", outcome.message)
    elif isinstance(signed.statement, Statement):
        yield from _derived(rows, place, outcome, claim)


def _derived(rows: Reading, place: int, candidate: Candidate, claim: ClaimRow | None) -> Iterator[Finding]:
    """Everything by which a statement is looked up."""
    statement = candidate.signed.statement
    assert isinstance(statement, Statement)
    said = (statement.record, statement.work, statement.creator, statement.act, statement.choice or "")
    if claim is None or (claim.record, claim.work, claim.creator, claim.act, claim.choice) != said:
        yield Finding(f"claim {place}", "what is looked up is not what the entry says")
        return
    if (claim.medium, claim.distinctive, claim.supersedes, claim.offer) != (
        statement.medium or "", statement.distinctive, statement.supersedes, statement.offer,
    ):  # fmt: skip
        yield Finding(f"claim {place}", "what is looked up is not what the entry says")
    for name, value in digests_of(statement.values).items():
        if (value, place) not in rows.by_digest(name, [value]):
            yield Finding(f"claim {place}", f"it is not found by its {name}")
    yield from _codes(rows, place, candidate.signed, statement)


def _codes(rows: Reading, place: int, signed: SignedStatement, statement: Statement) -> Iterator[Finding]:
    for space, code in codes_of(everything(signed), statement.medium).items() if statement.distinctive else ():
        places, codes = rows.codes(space, place, 1)
        if not len(places) or places[0] != place or codes[0].tobytes() != code:
            yield Finding(f"claim {place}", f"its code {space} is not the one that is searched")


def _tiles(rows: Reading, leaves: Sequence[bytes]) -> Iterator[Finding]:
    for place, hashes in grow(_Nothing(), 0, leaves).items():
        if rows.tile(place) != hashes:
            yield Finding(place.path(), "its hashes are not those of the entries")


def _checkpoints(rows: Reading, leaves: Sequence[bytes], key: NoteKey, sizes: list[int]) -> Iterator[Finding]:
    tree = Leaves(leaves)
    for size, note in rows.checkpoints():
        sizes.append(size)
        try:
            signed = open_checkpoint(note, key)
        except ProofProblem as problem:
            yield Finding(f"checkpoint {size}", problem.message)
            continue
        if signed.size != size or size > tree.size:
            yield Finding(f"checkpoint {size}", f"{signed.size} entries were signed, the log has {tree.size}")
        elif signed.root != Proofs(tree, size).root():
            yield Finding(f"checkpoint {size}", "the log was changed after it was signed")
    if not sizes or sizes[-1] != tree.size:
        yield Finding("log", f"{tree.size} entries, of which {sizes[-1] if sizes else 0} are signed")


class _Nothing:
    """No tiles yet."""

    def tile(self, place: Place) -> bytes:
        """See Tiles."""
        del place
        return b""
