"""The consent registry, used in-process: admission, log, look-ups and proofs over one storage.

It is safe to use from many threads, and several processes may have the same storage open: each change is made in the
one transaction that may write, and nothing is remembered between them that another process could change.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

import msgspec

from artistguard import __version__
from artistguard.errors import Refused, StoreDamaged, Unreachable
from artistguard.ledger.admission import Delivery, check_envelope, moment, prepare
from artistguard.ledger.log import Copied, Sequencer
from artistguard.ledger.lookup import Lookup, whole
from artistguard.ledger.mirror import mirrored
from artistguard.ledger.nearest import Nearest
from artistguard.ledger.opening import open_shelf
from artistguard.ledger.operating import Operated
from artistguard.ledger.people import list_about_keys, person
from artistguard.ledger.receipts import Prover
from artistguard.ledger.state import Works, judge
from artistguard.ledger.tiles import newest, provable, resource
from artistguard.ledger.uploads import Uploads
from artistguard.messages import (
    CHECKS,
    Claim,
    Descriptor,
    Growth,
    Limits,
    RecordAnswer,
    Refusal,
    State,
    SubmissionAnswer,
    WorkAnswer,
)
from artistguard.transparency.checkpoint import NoteKey, encode64
from artistguard.transparency.merkle import Proofs, leaf_hash
from artistguard.transparency.receipt import LOCAL
from artistguard.transparency.tiles import WIDTH, TileNodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from artistguard.claims.envelope import Submission
    from artistguard.ledger.index.protocol import Shelf
    from artistguard.ledger.storage.protocol import ClaimRow, Reading, Storage
    from artistguard.messages import Answers, PartyAnswer, Question
    from artistguard.transparency.cosignature import WitnessKey
    from artistguard.transparency.signature import Signer


def local_origin(public: bytes) -> str:
    """Name of the log of a registry that is kept on somebody's own computer: it belongs to its key.

    Args:
        public: The log's public key, 32 bytes.
    """
    return LOCAL + hashlib.sha256(public).hexdigest()[:16]


class Ledger(Operated):
    """A consent registry. See `messages.Registry` for what its methods promise.

    Use `open` to make one.
    """

    def __init__(
        self, storage: Storage, sequencer: Sequencer | Copied, shelf: Shelf, witnesses: Sequence[WitnessKey] = ()
    ) -> None:
        super().__init__(storage, sequencer, shelf)
        self._clock = sequencer.clock
        self._witnesses = witnesses
        self._nearest = Nearest(storage, shelf)
        self.uploads = Uploads(storage, sequencer.clock)

    @classmethod
    def open(  # noqa: PLR0913 - the storage and key, and four named settings with defaults
        cls,
        storage: Storage,
        signer: Signer,
        *,
        clock: Callable[[], datetime],
        origin: str = "",
        limits: Limits | None = None,
        shelf: Shelf | None = None,
        witnesses: Sequence[WitnessKey] = (),
    ) -> Ledger:
        """Open a ledger, or make a new one in an empty storage.

        Args:
            storage: Where it is kept; closed by `close`.
            signer: The log's own key.
            clock: Now, with a time zone.
            origin: Name of the log; empty for a registry on the user's own computer, which is named after its key.
            limits: What it takes; the default has no quota.
            shelf: Searches similar codes; None for the one that suits the storage.
            witnesses: Who cosigns its checkpoints.

        Raises:
            StoreDamaged: The storage holds another log, or one that is not what was signed last.
        """
        limits = limits or Limits()
        key = NoteKey(origin or local_origin(signer.public), signer.public)
        with storage.writing() as rows:
            known = rows.setting("key")
            if known is None:
                rows.put_setting("key", str(key))
            elif known != str(key):
                raise StoreDamaged(f"the registry was made with another key or name: {NoteKey.parse(known).name}")
            list_about_keys(rows)
        sequencer = Sequencer(storage, signer, key, clock, limits)
        sequencer.begin()
        return cls(storage, sequencer, shelf or open_shelf(storage), witnesses)

    @classmethod
    def copied(cls, storage: Storage, *, clock: Callable[[], datetime], limits: Limits | None = None) -> Ledger:
        """Open the copy of another log: it answers as the original does, under the original's checkpoints.

        Args:
            storage: In which a `Mirror` follows; closed by `close`.
            clock: Now, with a time zone.
            limits: For its answers.

        Raises:
            StoreDamaged: It is no copy.
        """
        with storage.reading() as rows:
            key = mirrored(rows)
            if key is None or rows.checkpoint() is None:
                raise StoreDamaged("this is no copy of a log", remedy="Make one: artistguard registry mirror CARD")
        return cls(storage, Copied(key, clock, limits or Limits()), open_shelf(storage))

    def close(self) -> None:
        """Let go of the storage and what is derived from it."""
        self._shelf.close()
        self.storage.close()

    def describe(self) -> Descriptor:
        """See Registry."""
        kind: Literal["embedded", "server"] = "embedded" if self.key.name.startswith(LOCAL) else "server"
        software = f"artistguard {__version__}"
        return Descriptor(self.key.name, str(self.key), kind, software, self._limits, tuple(map(str, self._witnesses)))

    def submit(self, submission: Submission) -> SubmissionAnswer:
        """See Registry."""
        answer = self.deliver(submission)
        if isinstance(answer, Refusal):
            raise Unreachable(answer.message) if answer.retry else Refused(answer.message)
        return answer

    def deliver(
        self, submission: Submission, *, key: str = "", counted: bool = True, begun: str = ""
    ) -> SubmissionAnswer | Refusal:
        """As `submit`, but why a whole delivery is not taken is told as a value: for the face that speaks HTTP.

        Args:
            submission: As received.
            key: What the sender calls this delivery (``Idempotency-Key``); may be empty.
            counted: Whether it counts against the sender's quota.
            begun: When its first part came, RFC 3339; empty for now.

        Raises:
            StoreProblem: Nothing of it was written.
        """
        refusal = check_envelope(submission, self.key.name, begun or self.now(), self._limits)
        if refusal is not None:
            return refusal
        delivery = Delivery(prepare(submission.statements, self._limits), submission.cover, key, counted)
        answer = self._sequencer.commit(delivery)
        if isinstance(answer, Refusal):
            return answer
        return msgspec.structs.replace(answer, conflicts=self._nearest.of(submission.statements, answer.items))

    def check(self, question: Question) -> Answers:
        """See Registry."""
        if not 1 <= len(question.items) <= CHECKS:
            raise Refused(f"a question holds 1 to {CHECKS} items")
        with self.state() as lookup:
            return lookup.answer(question)

    @contextmanager
    def state(self) -> Iterator[Lookup]:
        """One unchanging state, to be asked as often as is wanted."""
        with self.storage.reading() as rows:
            yield Lookup(rows, self._shelf, self.key.name, self._limits.similar_results)

    def work(self, urn: str) -> WorkAnswer:
        """See Registry."""
        with self.storage.reading() as rows:
            works = Works(rows, [urn])
            history = works.history(urn)
            note = rows.checkpoint() or ""
            held = judge(works.standings(urn))
            state = held.state if history else None
            return WorkAnswer(
                urn, held.choice, state, held.answer, self._claims(rows, history, works), note, held.offer
            )

    def record(self, urn: str) -> RecordAnswer:
        """See Registry."""
        with self.storage.reading() as rows:
            found = rows.claims_about("record", [urn])
            works = Works(rows, [claim.work for claim in found])
            return RecordAnswer(self._claims(rows, found, works), rows.checkpoint() or "")

    def find(self, name: str, value: str) -> tuple[Claim, ...]:
        """Every statement with exactly this fingerprint, oldest first; what it proves is for `check` to say."""
        with self.storage.reading() as rows:
            found = rows.claims(place for _, place in rows.by_digest(name, [value]))
            works = Works(rows, [claim.work for claim in found])
            return self._claims(rows, found, works)

    def party(self, did: str) -> PartyAnswer:
        """See Registry."""
        with self.storage.reading() as rows:
            return person(rows, self.key.name, did)

    def checkpoint(self) -> str:
        """See Registry."""
        with self.storage.reading() as rows:
            return newest(rows)

    def growth(self, old: int, new: int) -> Growth:
        """See Registry."""
        with self.storage.reading() as rows:
            if not 0 <= old <= new <= rows.size():
                raise Refused(f"this log has {rows.size()} entries and never grew from {old} to {new}")
            path = Proofs(TileNodes(rows), new).consistency(old)
            return Growth(old, new, tuple(map(encode64, path)))

    def entries(self, start: int, end: int) -> tuple[bytes, ...]:
        """See Registry."""
        with self.storage.reading() as rows:
            return tuple(rows.entries(max(0, start), min(end, start + WIDTH)))

    def resource(self, path: str) -> bytes | None:
        """What is published at a path below the log's address (see `tiles.resource`)."""
        with self.storage.reading() as rows:
            return resource(rows, path)

    def attest(self, message: bytes) -> str:
        """Sign something else than a state of the log with its key.

        Args:
            message: Begins with a domain that no other signed thing begins with.

        Returns:
            The signature, base64.
        """
        return self._sequencer.attest(message)

    def now(self) -> str:
        """By the registry's clock, RFC 3339."""
        return moment(self._clock())

    def _claims(self, rows: Reading, found: Sequence[ClaimRow], works: Works) -> tuple[Claim, ...]:
        places = [claim.index for claim in found]
        contents, enclosed = rows.contents(places), rows.enclosures(places)
        nodes = TileNodes(rows)
        notes = {place: provable(rows, place) for place in places}
        provers = {note: Prover(nodes, self.key.name, note) for note in set(notes.values())}
        return tuple(
            Claim(
                signed=whole(contents[claim.index], enclosed.get(claim.index, ())),
                index=claim.index,
                received=claim.received,
                party=claim.party,
                evidence=works.evidence(claim.party),
                state=State.STATED if works.stands(claim) else State.WITHDRAWN,
                receipt=provers[notes[claim.index]].receipt(
                    claim.index, leaf_hash(contents[claim.index]), claim.received
                ),
            )
            for claim in found
        )
