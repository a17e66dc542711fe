"""What a ledger lets in: the checks that need no ledger, and those that are made inside the one writing transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from artistguard.claims.canonical import canonical
from artistguard.claims.envelope import check_seal
from artistguard.claims.keys import public_of
from artistguard.claims.locations import declared
from artistguard.claims.rotation import KeyStatement
from artistguard.claims.signing import check_form, signed_bytes
from artistguard.claims.statement import SignedStatement, Statement, entry, everything
from artistguard.errors import ProofProblem
from artistguard.ledger.index.codes import codes_of
from artistguard.ledger.parties import Parties
from artistguard.ledger.storage.protocol import ClaimRow, NewEntry
from artistguard.messages import Limits, Reason, Refusal
from artistguard.transparency.checkpoint import decode64
from artistguard.transparency.merkle import leaf_hash
from artistguard.transparency.signature import holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artistguard.claims.envelope import Cover, Submission
    from artistguard.ledger.storage.protocol import Writing
    from artistguard.works import Medium

_TIME = "%Y-%m-%dT%H:%M:%SZ"
_SEARCHED_CHARACTERS = 256
"""Fingerprints up to this length can be looked up exactly."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement that holds by itself.

    Attributes:
        signed: The statement.
        content: Its entry.
        leaf: Hash of the entry.
    """

    signed: SignedStatement
    content: bytes
    leaf: bytes


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is brought to the writing transaction.

    Attributes:
        items: Candidates, and refusals of what does not hold by itself.
        cover: Of the envelope; None where an operator imports statements.
        key: What the sender calls this delivery, so that it is done once however often it is sent; may be empty.
        counted: Whether it counts against a quota.
    """

    items: tuple[Candidate | Refusal, ...]
    cover: Cover | None = None
    key: str = ""
    counted: bool = True

    @property
    def payer(self) -> str:
        """did:key against whose quota it counts; empty for nobody's."""
        return self.cover.sender if self.cover and self.counted else ""


def moment(now: datetime) -> str:
    """RFC 3339 in UTC, whole seconds."""
    return now.astimezone(UTC).strftime(_TIME)


def read_moment(text: str) -> datetime:
    """The opposite.

    Raises:
        ProofProblem: There is no such moment.
    """
    try:
        return datetime.strptime(text, _TIME).replace(tzinfo=UTC)
    except ValueError as problem:
        raise ProofProblem(f"not a moment: {text!r}") from problem


def check_envelope(submission: Submission, origin: str, now: str, limits: Limits) -> Refusal | None:
    """Check the envelope of a delivery.

    Args:
        submission: As received.
        origin: Of this registry.
        now: When it came, or its first part did, by the registry's clock, RFC 3339.
        limits: Of this registry.

    Returns:
        Why it is refused, or None.
    """
    refusal = check_cover_here(submission.cover, origin, now, limits)
    if refusal is not None:
        return refusal
    try:
        check_seal(submission)
    except ProofProblem as problem:
        return Refusal(Reason.SIGNATURE, problem.message)
    return None


def check_cover_here(cover: Cover, origin: str, now: str, limits: Limits) -> Refusal | None:
    """Check what a cover says, before what it covers is known; see `check_envelope`."""
    if cover.origin != origin:
        return Refusal(Reason.ORIGIN, f"the delivery is for {cover.origin}, this is {origin}")
    if cover.count > limits.statements:
        return Refusal(Reason.TOO_LARGE, f"a delivery holds at most {limits.statements} statements")
    try:
        apart = abs((read_moment(cover.time) - read_moment(now)).total_seconds())
    except ProofProblem as problem:
        return Refusal(Reason.SIGNATURE, problem.message)
    if apart <= limits.window_seconds:
        return None
    return Refusal(Reason.CLOCK, f"the clocks of sender and registry are {apart / 60:.0f} minutes apart", retry=True)


def prepare(statements: Iterable[SignedStatement], limits: Limits) -> tuple[Candidate | Refusal, ...]:
    """Check everything that a statement shows by itself; the signature of a batch is checked once.

    Args:
        statements: As received.
        limits: Of this registry.
    """
    signatures = _Signatures()
    return tuple(_prepare(signed, limits, signatures) for signed in statements)


def _prepare(signed: SignedStatement, limits: Limits, signatures: _Signatures) -> Candidate | Refusal:
    try:
        check_form(signed)
        signatures.check(signed)
    except ProofProblem as problem:
        return Refusal(Reason.SIGNATURE, problem.message)
    content = entry(signed)
    enclosed = sum(len(canonical(each)) for each in signed.enclosures)
    if len(content) > limits.entry_bytes or enclosed > limits.enclosed_bytes:
        return Refusal(Reason.TOO_LARGE, f"the statement has {len(content)} bytes and {enclosed} enclosed")
    return Candidate(signed, content, leaf_hash(content))


class _Signatures:
    """Remembers which signatures of batches hold."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, bytes], bool] = {}

    def check(self, signed: SignedStatement) -> None:
        message = signed_bytes(signed)
        key = (signed.statement.signer, signed.signature, message)
        if key not in self._known:
            signature = decode64(signed.signature, "signature")
            self._known[key] = holds(public_of(signed.statement.signer), signature, message)
        if not self._known[key]:
            raise ProofProblem("the signature does not fit the statement: it was changed, or signed with another key")


class Gate:
    """The checks that need the state of the ledger, made while nobody else can change it.

    Args:
        rows: The writing transaction.
        candidates: All that will be asked for, so that their rows are fetched at once.
        now: By the registry's clock.
        limits: Of this registry.
    """

    def __init__(self, rows: Writing, candidates: Sequence[Candidate], now: datetime, limits: Limits) -> None:
        self._rows = rows
        self._now = moment(now)
        self._limits = limits
        self._parties = Parties(rows)
        self._known = dict(rows.places([each.leaf for each in candidates]))
        claims = [each.signed.statement for each in candidates if isinstance(each.signed.statement, Statement)]
        named = {name for each in claims for name in (each.record, each.supersedes) if name}
        self._records: dict[str, list[ClaimRow]] = {}
        for row in rows.claims_about("record", named):
            self._records.setdefault(row.record, []).append(row)
        self._counts: dict[str, int] = {}
        self._left: dict[str, int | None] = {}

    def place(self, candidate: Candidate) -> tuple[int, str] | None:
        """Where the very same statement stands already, and since when."""
        return self._known.get(candidate.leaf)

    def admit(self, candidate: Candidate, index: int, payer: str) -> NewEntry | Refusal:
        """Let a new statement in, or say why not.

        Args:
            candidate: Holds by itself, and is not yet in the log.
            index: The place that it will have.
            payer: did:key against whose quota it counts; empty for nobody's.
        """
        person = self._parties.of(payer) if payer else ""
        if person and (refusal := self._spent(person)):
            return refusal
        statement = candidate.signed.statement
        about = ""
        if isinstance(statement, KeyStatement):
            about = self._parties.of(statement.key)
            refusal = self._parties.apply(statement)
            claim = None
        else:
            refusal = self._refuse(statement)
            claim = None if refusal else self._row(statement, index)
        if refusal:
            return refusal
        self._known[candidate.leaf] = (index, self._now)
        if claim:
            self._records.setdefault(claim.record, []).append(claim)
        if person:
            self._counts[person] = self._counts.get(person, 0) + 1
        return self._entry(candidate, index, claim, about)

    def settle(self) -> None:
        """Write down how many statements each person registered."""
        for person, more in self._counts.items():
            self._rows.add_count(person, self._now[:10], more)

    def _spent(self, person: str) -> Refusal | None:
        if person not in self._left:
            most = self._limits.daily(self._parties.evidence(person))
            self._left[person] = None if most is None else most - self._rows.count(person, self._now[:10])
        left = self._left[person]
        if left is None or self._counts.get(person, 0) < left:
            return None
        return Refusal(
            Reason.QUOTA,
            "this key has registered as many works as it may in a day; the rest is taken after midnight UTC",
            retry=True,
        )

    def _refuse(self, statement: Statement) -> Refusal | None:
        if self._parties.ended(statement.creator):
            return Refusal(Reason.KEY_ENDED, "the key was replaced or revoked; sign with its successor")
        if any(row.creator == statement.creator for row in self._records.get(statement.record, ())):
            return Refusal(Reason.RECORD_USED, "another statement has this record number already")
        earlier = self._records.get(statement.supersedes, ())
        party = self._parties.of(statement.creator)
        if earlier and all(row.party != party for row in earlier):
            return Refusal(Reason.NOT_YOURS, "only its own creator can change or withdraw a record")
        return None

    def _row(self, statement: Statement, index: int) -> ClaimRow:
        return ClaimRow(
            index=index,
            record=statement.record,
            work=statement.work,
            creator=statement.creator,
            party=self._parties.of(statement.creator),
            act=statement.act,
            choice=statement.choice or "",
            medium=statement.medium or "",
            distinctive=statement.distinctive,
            supersedes=statement.supersedes,
            received=self._now,
            offer=statement.offer,
        )

    def _entry(self, candidate: Candidate, index: int, claim: ClaimRow | None, about: str) -> NewEntry:
        values = everything(candidate.signed)
        return NewEntry(
            index=index,
            leaf=candidate.leaf,
            content=candidate.content,
            received=self._now,
            claim=claim,
            digests=digests_of(values) | _location(candidate),
            codes=codes_of(values, _medium(candidate)) if claim and claim.distinctive else {},
            enclosures={each.kind: canonical(each) for each in candidate.signed.enclosures},
            about=about,
        )


def _medium(candidate: Candidate) -> Medium | None:
    statement = candidate.signed.statement
    return statement.medium if isinstance(statement, Statement) else None


def _location(candidate: Candidate) -> dict[str, str]:
    statement = candidate.signed.statement
    return declared(statement.extensions) if isinstance(statement, Statement) else {}


def only_enclosed(signed: SignedStatement) -> tuple[dict[str, str], list[str]]:
    """What a statement about a work is looked up by only because of what is enclosed with it.

    Returns:
        Digests, name to value, and kinds of code.
    """
    statement = signed.statement
    assert isinstance(statement, Statement)
    values, own = everything(signed), statement.values
    digests = {name: value for name, value in digests_of(values).items() if own.get(name) != value}
    return digests, sorted(codes_of(values, statement.medium).keys() - codes_of(own, statement.medium).keys())


def digests_of(values: dict[str, str]) -> dict[str, str]:
    """The fingerprints that are looked up exactly: all but the long ones."""
    return {name: value for name, value in values.items() if len(value) <= _SEARCHED_CHARACTERS}
