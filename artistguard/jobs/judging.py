"""What a registry says holds for works, worked out anew from the statements that it shows.

Of every statement the signature, the place in the log and the keys of its creator are checked; then the published rule
is applied to them here. What cannot be seen from a few statements stays the registry's own word, and is named: that no
later one was left out, and how well the registry knows somebody.

Source: docs/protocol.md, "What holds" and "Pinning, and what a client must check".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from artistguard.claims import statement
from artistguard.claims.rotation import KeyStatement
from artistguard.errors import Contradicted, Distrusted, ProofProblem
from artistguard.jobs.deliver import follow, key_of
from artistguard.jobs.trust import must_be_witnessed, must_follow
from artistguard.ledger.state import Works, judge
from artistguard.ledger.storage.protocol import ClaimRow, PartyRow
from artistguard.messages import Answer, Evidence, State
from artistguard.transparency.checkpoint import open_checkpoint
from artistguard.transparency.receipt import check as check_receipt

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from artistguard.claims.statement import SignedStatement
    from artistguard.ledger.state import Judgement, Standing
    from artistguard.messages import Claim, Registry, WorkAnswer
    from artistguard.store.receipts import Pin
    from artistguard.transparency.receipt import Receipt


class Word(StrEnum):
    """What stays a registry's own word; stable, for programs."""

    COMPLETENESS = "completeness"  # that no later statement was left out
    EVIDENCE = "evidence"  # how well it knows those who state something


@dataclass(frozen=True, slots=True)
class Judged:
    """What follows for one work, in the state of the log in which a question was answered.

    Attributes:
        holds: The choice, the state and the answer.
        standings: What each person says.
        words: What stays the registry's own word.
    """

    holds: Judgement
    standings: tuple[Standing, ...]
    words: tuple[Word, ...]


class Judge:
    """Works out what follows from what one registry shows.

    Args:
        registry: Asked for statements and proofs.
        pin: Of the registry, moved on to the state in which it answered.
        shown: Takes what it shows.

    Attributes:
        pin: Moved on as far as its answers went.
    """

    def __init__(self, registry: Registry, pin: Pin, shown: list[object]) -> None:
        self.pin = pin
        self._registry = registry
        self._shown = shown
        self._key = key_of(pin)
        self._size = pin.size
        self._followed = {(pin.size, pin.root)}
        self._answers: dict[str, WorkAnswer] = {}
        self._persons: dict[str, str] = {}

    def statement(self, work: str, index: int) -> Claim:
        """The statement at a place of the log, among those about a work.

        Raises:
            Distrusted: The registry does not show it.
        """
        for claim in self._answer(work).history:
            if claim.index == index and _said(claim.signed).work == work:
                return claim
        raise Distrusted(f"{self.pin.origin} gives no proof for the match with {work}.")

    def judge(self, work: str) -> Judged:
        """What follows for a work.

        Raises:
            Distrusted: A proof does not hold.
            Contradicted: What the registry says now does not follow from what it shows.
        """
        answer = self._answer(work)
        # A statement that was regrouped is known under another work, and so is what became of it since.
        claims = {claim.index: claim for claim in answer.history}
        for other in {_said(claim.signed).work for claim in answer.history} - {work}:
            claims |= {claim.index: claim for claim in self._answer(other).history}
        now = Works(_Shown.of(claims.values(), None), [work])
        held = judge(now.standings(work))
        state = held.state if answer.history else None
        self.must_follow(work, (answer.choice, answer.state, answer.answer), (held.choice, state, held.answer))
        for claim, row in zip(answer.history, now.history(work), strict=True):
            if (claim.state is State.STATED) != now.stands(row):
                raise Contradicted(f"{self.pin.origin} says of {row.record} that it is {claim.state}, and it is not.")
        then = Works(_Shown.of(claims.values(), self._size), [work])
        standings = tuple(then.standings(work))
        return Judged(judge(standings), standings, _words(judge(standings), standings))

    def must_follow(self, what: str, said: tuple[object, ...], follows: tuple[object, ...]) -> None:
        """What a registry concludes is what follows.

        Raises:
            Contradicted: It is not.
        """
        if said != follows:
            told, true = (", ".join(str(each or "nothing") for each in some) for some in (said, follows))
            raise Contradicted(f"{self.pin.origin} says of {what}: {told}. From what it shows follows: {true}.")

    def receipt(self, receipt: Receipt | None, signed: SignedStatement, index: int) -> None:
        """A statement is signed, and stands at its place in the log that was followed.

        Raises:
            Distrusted: It does not.
        """
        if receipt is None or receipt.index != index:
            raise Distrusted(f"{self.pin.origin} gives no proof for entry {index}.")
        try:
            statement.verify(signed)
            covering = check_receipt(receipt, statement.entry(signed), self._key)
            if (covering.size, covering.root) not in self._followed:
                must_follow(self._registry, self.pin, covering, self._key)
                self._followed.add((covering.size, covering.root))
        except ProofProblem as problem:
            raise Distrusted(f"{self.pin.origin}: {problem.message}") from problem
        must_be_witnessed(receipt, self.pin)

    def _answer(self, work: str) -> WorkAnswer:
        """All that the registry shows of a work, each statement proven."""
        if work not in self._answers:
            answer = self._registry.work(work)
            self._shown.append(answer)
            self.pin = follow(self._registry, self.pin, answer.checkpoint, self._shown)
            size = open_checkpoint(answer.checkpoint, self._key).size
            for claim in answer.history:
                if claim.index >= size:
                    raise Distrusted(f"{self.pin.origin} shows entry {claim.index} of a log of {size}.")
                self.receipt(claim.receipt, claim.signed, claim.index)
            self._must_be_hers(answer.history)
            self._answers[work] = answer
        return self._answers[work]

    def _must_be_hers(self, claims: Sequence[Claim]) -> None:
        """Every statement is counted for the person whose key signed it."""
        creators = {claim.signed.statement.signer for claim in claims}
        levels: dict[str, Evidence] = {}
        for claim in claims:
            creator = claim.signed.statement.signer
            person = creator if len(creators) == 1 and claim.party == creator else self._person(creator)
            if claim.party != person or levels.setdefault(person, claim.evidence) is not claim.evidence:
                raise Distrusted(f"{self.pin.origin} counts the statement of {creator} for somebody else.")

    def _person(self, did: str) -> str:
        """did:key of the first key of whoever holds a key, each hand-over from it proven."""
        if did not in self._persons:
            answer = self._registry.party(did)
            self._shown.append(answer)
            keys, recovery = {answer.party}, ""
            for each in answer.history:
                self.receipt(each.receipt, each.signed, each.index)
                about = each.signed.statement
                if (
                    not isinstance(about, KeyStatement)
                    or about.key not in keys
                    or about.by not in {about.key, recovery}
                ):
                    raise Distrusted(f"{self.pin.origin} hands the keys of {answer.party} to somebody else.")
                keys |= {about.successor} if about.successor else set()
                recovery = about.recovery if about.recovery and (about.act == "recover" or not recovery) else recovery
            if did not in keys:
                raise Distrusted(f"{self.pin.origin} does not show how {did} is a key of {answer.party}.")
            self._persons[did] = answer.party
        return self._persons[did]


@dataclass(frozen=True, slots=True)
class _Shown:
    """Statements that were shown and proven, as the rule reads them; see `ledger.state.Said`."""

    rows: tuple[ClaimRow, ...]
    levels: Mapping[str, Evidence] = field(default_factory=dict)

    @classmethod
    def of(cls, claims: Iterable[Claim], size: int | None) -> _Shown:
        """Those of a log of so many entries; None for all."""
        counted = sorted((each for each in claims if size is None or each.index < size), key=lambda each: each.index)
        return cls(tuple(map(_row, counted)), {each.party: each.evidence for each in counted})

    def claims_about(self, column: str, values: Iterable[str]) -> Sequence[ClaimRow]:
        """See Said."""
        wanted = set(values) - {""}
        return [row for row in self.rows if getattr(row, column) in wanted]

    def party(self, party: str) -> PartyRow | None:
        """See Said."""
        return PartyRow(party, "", self.levels[party]) if party in self.levels else None


def _said(signed: SignedStatement) -> statement.Statement:
    if not isinstance(signed.statement, statement.Statement):
        raise Distrusted("A statement about keys is shown as one about a work.")
    return signed.statement


def _row(claim: Claim) -> ClaimRow:
    said = _said(claim.signed)
    return ClaimRow(
        index=claim.index,
        record=said.record,
        work=said.work,
        creator=said.creator,
        party=claim.party,
        act=said.act,
        choice=said.choice or "",
        medium=said.medium or "",
        distinctive=said.distinctive,
        supersedes=said.supersedes,
        received=claim.received,
        offer=said.offer,
    )


def _words(holds: Judgement, standings: Sequence[Standing]) -> tuple[Word, ...]:
    """How well people are known matters where it makes a yes count, or one person's word before another's."""
    known = holds.answer is Answer.PERMITTED or len({each.evidence for each in standings}) > 1
    return (Word.COMPLETENESS, Word.EVIDENCE) if known else (Word.COMPLETENESS,)
