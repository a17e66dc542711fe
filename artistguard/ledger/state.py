"""What holds for a work: the published, deterministic rule by which many statements become one answer.

1. A person's statements about a work are those signed with any of her keys; the latest that was neither replaced nor
   taken back is hers. Only she can replace or take back.
2. Where several persons say something, those count about whom the registry has most evidence; a counter-claim with less
   evidence never changes a verified answer.
3. If several of these remain, the work is contested, and the most protective of their choices holds.
4. "Allow" permits only where the one who says it is verified and nobody equal contradicts.

Source: docs/protocol.md, "What holds".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from artistguard.messages import Answer, Evidence, State
from artistguard.terms import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artistguard.ledger.storage.protocol import ClaimRow, PartyRow

_LEVELS = {level: rank for rank, level in enumerate(Evidence)}


class Said(Protocol):
    """What the rule is applied to: the rows of a ledger, or what a registry elsewhere has shown."""

    def claims_about(self, column: str, values: Iterable[str]) -> Sequence[ClaimRow]:
        """Claims whose `work` or `supersedes` is one of the values, oldest first."""
        ...

    def party(self, party: str) -> PartyRow | None:
        """What is known about a person; None where nothing is."""
        ...


@dataclass(frozen=True, slots=True)
class Standing:
    """What one person says about one work now.

    Attributes:
        party: did:key of her first key.
        evidence: How the registry knows her.
        choice: What she says.
        index: Of the statement.
        offer: Web address at which she offers a licence, or empty.
    """

    party: str
    evidence: Evidence
    choice: Choice
    index: int
    offer: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What follows from all that is said.

    Attributes:
        choice: What holds, or None.
        state: Stated, contested, withdrawn.
        answer: What a user of the work may conclude.
        offer: Web address at which a licence is offered; empty where nobody offers one, or it is contested whose it is.
    """

    choice: Choice | None
    state: State
    answer: Answer
    offer: str = ""


NOTHING_STANDS = Judgement(None, State.WITHDRAWN, Answer.UNKNOWN)


def judge(standings: Iterable[Standing]) -> Judgement:
    """Apply rules 2 to 5.

    Args:
        standings: Of every person, about one work, or about all works that are the same content.
    """
    said = list(standings)
    if not said:
        return NOTHING_STANDS
    most = max((each.evidence for each in said), key=_LEVELS.__getitem__)
    counting = [each for each in said if each.evidence == most]
    choice = max((each.choice for each in counting), key=lambda each: each.strictness)
    contested = len({each.party for each in counting}) > 1
    state = State.CONTESTED if contested else State.STATED
    offers = {each.offer for each in counting} - {""}
    offer = "" if contested or len(offers) != 1 else offers.pop()
    return Judgement(choice, state, _answer(choice, most, contested=contested), offer)


def _answer(choice: Choice, evidence: Evidence, *, contested: bool) -> Answer:
    if choice is not Choice.ALLOW:
        return Answer.RESERVED
    return Answer.PERMITTED if evidence is Evidence.VERIFIED and not contested else Answer.UNVERIFIED


class Works:
    """The statements about some works, with everything that replaced them or took them back.

    Args:
        rows: One state of a ledger, or what was shown of it.
        works: URNs.
    """

    def __init__(self, rows: Said, works: Iterable[str]) -> None:
        self._rows = rows
        self._levels: dict[str, Evidence] = {}
        self._history: dict[str, list[ClaimRow]] = {}
        wanted = sorted(set(works))
        for claim in rows.claims_about("work", wanted):
            self._history.setdefault(claim.work, []).append(claim)
        self._ended = self._find_ended()

    def history(self, work: str) -> Sequence[ClaimRow]:
        """Every statement about a work, oldest first."""
        return self._history.get(work, ())

    def stands(self, claim: ClaimRow) -> bool:
        """Whether a statement was neither replaced nor taken back, and says something."""
        return claim.act != "withdraw" and (claim.party, claim.record) not in self._ended

    def standings(self, work: str) -> list[Standing]:
        """Rule 1."""
        latest: dict[str, ClaimRow] = {claim.party: claim for claim in self.history(work) if self.stands(claim)}
        return [
            Standing(party, self.evidence(party), Choice(claim.choice), claim.index, claim.offer)
            for party, claim in latest.items()
        ]

    def evidence(self, party: str) -> Evidence:
        """How the registry knows a person."""
        if party not in self._levels:
            found = self._rows.party(party)
            self._levels[party] = Evidence(found.evidence) if found else Evidence.UNVERIFIED
        return self._levels[party]

    def _find_ended(self) -> set[tuple[str, str]]:
        """Person and record of everything replaced or taken back, in whatever order the log has it."""
        records = [claim.record for claims in self._history.values() for claim in claims]
        ending = self._rows.claims_about("supersedes", records)
        for claim in ending:
            # A work may be regrouped: the statement that replaces an old one then names another work, and both hear it.
            for work in {old.work for old in self._about(claim.supersedes) if old.party == claim.party}:
                if work != claim.work and claim not in self._history[work]:
                    self._history[work].append(claim)
        for claims in self._history.values():
            claims.sort(key=lambda claim: claim.index)
        again = [claim.record for claim in ending if claim.act != "withdraw"]
        return {(claim.party, claim.supersedes) for claim in (*ending, *self._rows.claims_about("supersedes", again))}

    def _about(self, record: str) -> list[ClaimRow]:
        return [claim for claims in self._history.values() for claim in claims if claim.record == record]
