"""The sequencer: gives every statement its place, signs the new state, and answers only when all of it is on the disk.

Deliveries that wait at the same time are written together, so that many small ones need few synchronisations of the
disk. Nothing is remembered between
transactions that another process could have changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from artistguard.claims.canonical import digest
from artistguard.errors import ProofProblem, Refused, StoreDamaged
from artistguard.ledger.admission import Candidate, Gate, moment
from artistguard.ledger.receipts import Prover
from artistguard.ledger.together import Together
from artistguard.messages import Reason, Refusal, SubmissionAnswer
from artistguard.transparency.checkpoint import Checkpoint, encode64, open_checkpoint, sign
from artistguard.transparency.merkle import Proofs
from artistguard.transparency.tiles import TileNodes, grow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from artistguard.ledger.admission import Delivery
    from artistguard.ledger.storage.protocol import NewEntry, Storage, Writing
    from artistguard.messages import Limits
    from artistguard.transparency.checkpoint import NoteKey
    from artistguard.transparency.receipt import Receipt
    from artistguard.transparency.signature import Signer

_TOGETHER = 20_000
"""Most statements in one transaction."""


@dataclass(slots=True, eq=False)
class _Ticket:
    """A delivery that waits for its answer."""

    delivery: Delivery
    answer: SubmissionAnswer | Refusal | None = None
    outcomes: list[tuple[int, bytes, str] | Refusal] = field(default_factory=list)


class Copied:
    """Stands where the sequencer stands, in a copy of another log, to which nobody can add.

    Args:
        key: Of the log that it is a copy of.
        clock: Now, with a time zone.
        limits: As the copy's own answers have them.
    """

    def __init__(self, key: NoteKey, clock: Callable[[], datetime], limits: Limits) -> None:
        self.key = key
        self.clock = clock
        self.limits = limits

    def commit(self, _: Delivery) -> Refusal:
        """Take nothing."""
        name = self.key.name
        return Refusal(Reason.ORIGIN, f"this is a copy of {name}, which takes nothing: deliver to {name} itself")

    def attest(self, _: bytes) -> str:
        """Sign nothing.

        Raises:
            Refused: The key is elsewhere.
        """
        raise Refused(f"a copy of {self.key.name} cannot sign in its name")


class Sequencer:
    """Writes a ledger.

    Args:
        storage: Where it is kept.
        signer: The log's key.
        key: Its public half with the log's name.
        clock: Now, with a time zone.
        limits: What is taken.
    """

    def __init__(
        self, storage: Storage, signer: Signer, key: NoteKey, clock: Callable[[], datetime], limits: Limits
    ) -> None:
        self._storage = storage
        self._signer = signer
        self.key = key
        self.clock = clock
        self.limits = limits
        self._desk: Together[Delivery, SubmissionAnswer | Refusal] = Together(self._write, _weight, _TOGETHER)
        self._trusted = ""

    def commit(self, delivery: Delivery) -> SubmissionAnswer | Refusal:
        """Write a delivery; the answer is given when it is on the disk.

        Returns:
            Receipts and refusals, or why the whole delivery was not taken.

        Raises:
            StoreProblem: Nothing of it was written.
        """
        return self._desk.ask(delivery)

    def attest(self, message: bytes) -> str:
        """See Ledger."""
        return encode64(self._signer.sign(message))

    def begin(self) -> None:
        """Sign the empty log where there is none yet.

        Raises:
            StoreDamaged: There is one, and it does not fit this key or its own checkpoint.
        """
        with self._storage.writing() as rows:
            if rows.checkpoint() is None and rows.size() == 0:
                self._sign(rows, TileNodes(rows), 0)
            self._guard(rows)

    def _write(self, deliveries: Sequence[Delivery]) -> Sequence[SubmissionAnswer | Refusal]:
        tickets = [_Ticket(each) for each in deliveries]
        with self._storage.writing() as rows:
            note = self._guard(rows)
            now = self.clock()
            new = self._sequence(rows, tickets, now)
            if new:
                rows.append(new)
                rows.put_tiles(grow(rows, new[0].index, [each.leaf for each in new]))
            nodes = TileNodes(rows)  # as they are from now on; the root and every receipt share what it computes
            if new:
                note = self._sign(rows, nodes, new[-1].index + 1)
            prover = Prover(nodes, self.key.name, note)
            answers = [self._answer(ticket, prover, note) for ticket in tickets]
        self._trusted = note
        return answers

    def _sequence(self, rows: Writing, tickets: Sequence[_Ticket], now: datetime) -> list[NewEntry]:
        """Give every statement of every delivery its place, in the order of arrival."""
        everything = [item for ticket in tickets for item in ticket.delivery.items if isinstance(item, Candidate)]
        gate = Gate(rows, everything, now, self.limits)
        new: list[NewEntry] = []
        start = rows.size()
        for ticket in tickets:
            if self._replayed(rows, ticket, now):
                continue
            for item in ticket.delivery.items:
                if isinstance(item, Refusal):
                    ticket.outcomes.append(item)
                    continue
                place = gate.place(item)
                if place is None:
                    entry = gate.admit(item, start + len(new), ticket.delivery.payer)
                    if isinstance(entry, Refusal):
                        ticket.outcomes.append(entry)
                        continue
                    new.append(entry)
                    place = (entry.index, entry.received)
                ticket.outcomes.append((place[0], item.leaf, place[1]))
        gate.settle()
        return new

    def _replayed(self, rows: Writing, ticket: _Ticket, now: datetime) -> bool:
        cover = ticket.delivery.cover
        if cover is None:
            return False
        # A nonce is kept until its envelope is too old by any clock that the window allows.
        forget = moment(now - timedelta(seconds=4 * self.limits.window_seconds))
        for name in filter(None, (cover.nonce, ticket.delivery.key)):
            # The very same delivery again is answered again: all of its statements have their places.
            this = f"{name} {digest(cover if name == cover.nonce else cover.root)}"
            if not rows.nonce_used(cover.sender, name):
                rows.put_nonce(cover.sender, name, moment(now), forget)
                rows.put_nonce(cover.sender, this, moment(now), forget)
            elif not rows.nonce_used(cover.sender, this):
                ticket.answer = Refusal(Reason.REPLAYED, "another delivery was received under this very number")
                return True
        return False

    def _sign(self, rows: Writing, nodes: TileNodes, size: int) -> str:
        """Sign a new state and keep it."""
        note = sign(Checkpoint(self.key.name, size, Proofs(nodes, size).root()), self._signer)
        rows.put_checkpoint(size, note)
        return note

    def _guard(self, rows: Writing) -> str:
        """Make sure that the log is the one that was signed last, before anything further is signed.

        Source: C2SP tlog-checkpoint, "Signatures": a log must not sign what is inconsistent with what it signed before.
        """
        note, size = rows.checkpoint(), rows.size()
        if note is None:
            raise StoreDamaged("the registry's log has entries but was never signed")
        if note == self._trusted:
            return note
        try:
            self._check_state(open_checkpoint(note, self.key), rows, size)
        except ProofProblem as problem:
            raise StoreDamaged(f"the registry's log is not the one that was signed: {problem.message}") from problem
        return note

    def _check_state(self, signed: Checkpoint, rows: Writing, size: int) -> None:
        if signed.size != size or signed.root != Proofs(TileNodes(rows), size).root():
            raise ProofProblem(f"it has {size} entries, and {signed.size} or others were signed")
        if self._trusted and signed.size < open_checkpoint(self._trusted, self.key).size:
            raise ProofProblem(f"it was rolled back to {size} entries while it was in use")

    def _answer(self, ticket: _Ticket, prover: Prover, note: str) -> SubmissionAnswer | Refusal:
        if isinstance(ticket.answer, Refusal):
            return ticket.answer
        items: list[Receipt | Refusal] = [
            outcome if isinstance(outcome, Refusal) else prover.receipt(*outcome) for outcome in ticket.outcomes
        ]
        return SubmissionAnswer(tuple(items), note)


def _weight(delivery: Delivery) -> int:
    return len(delivery.items)
