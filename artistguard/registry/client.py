"""A registry elsewhere, spoken to over HTTP; it answers the same protocol as the one on this computer.

Everything that comes back is bounded in size and read against its grammar, and what is not in it is refused. Whether
the proofs inside hold is for the caller to check, who has the pinned key and the statements.

Source: docs/protocol.md, "Endpoints".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

import msgspec

from artistguard.claims.envelope import Seal
from artistguard.errors import Distrusted, Refused, Unreachable
from artistguard.messages import (
    Answers,
    BatchEnd,
    BatchState,
    Descriptor,
    Growth,
    PartyAnswer,
    RecordAnswer,
    Refusal,
    SubmissionAnswer,
    WorkAnswer,
)
from artistguard.network.door import Door
from artistguard.registry.log import NOTE_BYTES, LogFiles
from artistguard.transparency.merkle import PROOF_HASHES
from artistguard.transparency.receipt import Receipt

if TYPE_CHECKING:
    from artistguard.claims.envelope import Submission
    from artistguard.messages import Question
    from artistguard.network.door import Policy

_T = TypeVar("_T")

_DESCRIPTOR_BYTES = 256 << 10
_ANSWER_BYTES = 1 << 20
"""What an answer may have besides its items."""

_SINGLE_BYTES = 1 << 20
"""A longer delivery goes as a batch; any registry takes so much in one piece."""

_LINES = "application/x-ndjson"
_RECEIPT_BYTES = 8 << 10
"""For one statement: a path of 64 hashes, and a checkpoint with several witnesses."""

_FOUND_BYTES = 256 << 10
"""For one item: a hundred matches with receipts."""

_HISTORY_BYTES = 64 << 20


class Client:
    """See Registry.

    Args:
        address: ``https://registry.example``; plain ``http://`` only on this computer.
        policy: What the network door allows.

    Raises:
        UsageProblem: It is no address, or its connection would not be encrypted.
    """

    def __init__(self, address: str, policy: Policy | None = None) -> None:
        self._door = Door(address, policy)
        self._log = LogFiles(self._door, "/log")

    def close(self) -> None:
        """Let go of the connections."""
        self._door.close()

    def describe(self) -> Descriptor:
        """See Registry."""
        return self._get("/v1/registry", Descriptor, _DESCRIPTOR_BYTES)

    def submit(self, submission: Submission) -> SubmissionAnswer:
        """See Registry.

        What fits goes as one piece of JSON; more goes as a batch, which goes on where it broke off.
        """
        count = len(submission.statements)
        body = _encoded(submission)
        if len(body) > _SINGLE_BYTES:
            return self._batch(submission)
        answer = self._read(self._door.post("/v1/claims", body, _receipts(count)), SubmissionAnswer)
        return self._all(answer, len(answer.items), count)

    def _batch(self, submission: Submission) -> SubmissionAnswer:
        """Hand in a batch, again and again from where it broke off as long as that brings it further."""
        seal = Seal(submission.cover, submission.signature)
        count, start = len(submission.statements), 0
        while True:
            lines = msgspec.json.Encoder().encode_lines([seal, *submission.statements[start:]])
            try:
                said = self._door.post(f"/v1/batches?from={start:d}", lines, _receipts(count), _LINES)
                return self._batch_answer(said, count)
            except Unreachable:
                further = self._received(seal.id, count)
                if further <= start:
                    raise
                start = further

    def _received(self, number: str, count: int) -> int:
        """How many statements of a batch the registry has; not all, since the last part must be sent with its end."""
        state = self._get(f"/v1/batches/{number}", BatchState, NOTE_BYTES)
        return min(state.received, count - 1) if state.id == number else 0

    def _batch_answer(self, content: bytes, count: int) -> SubmissionAnswer:
        try:
            *items, end = msgspec.json.Decoder(Receipt | Refusal | BatchEnd).decode_lines(content)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError) as problem:
            raise self._malformed(problem) from problem
        given = tuple(item for item in items if not isinstance(item, BatchEnd))
        if not isinstance(end, BatchEnd) or len(given) != len(items):
            raise Unreachable(f"{self._name} broke off its answer.")
        return self._all(SubmissionAnswer(given, end.checkpoint, end.conflicts), len(given), count)

    def check(self, question: Question) -> Answers:
        """See Registry."""
        count = len(question.items)
        most = min(_HISTORY_BYTES, _ANSWER_BYTES + count * _FOUND_BYTES)
        answer = self._post("/v1/check", question, Answers, most)
        return self._all(answer, len(answer.items), count)

    def work(self, urn: str) -> WorkAnswer:
        """See Registry."""
        answer = self._get(f"/v1/works/{_segment(urn)}", WorkAnswer, _HISTORY_BYTES)
        if answer.work != urn:
            raise Distrusted(f"{self._name} answers about another work than it was asked for.")
        return answer

    def record(self, urn: str) -> RecordAnswer:
        """See Registry."""
        return self._get(f"/v1/records/{_segment(urn)}", RecordAnswer, _HISTORY_BYTES)

    def party(self, did: str) -> PartyAnswer:
        """See Registry."""
        return self._get(f"/v1/parties/{_segment(did)}", PartyAnswer, _HISTORY_BYTES)

    def checkpoint(self) -> str:
        """See Registry."""
        return self._log.checkpoint()

    def growth(self, old: int, new: int) -> Growth:
        """See Registry."""
        answer = self._get(f"/log/growth/{old:d}/{new:d}", Growth, _ANSWER_BYTES)
        if (answer.old, answer.new) != (old, new) or len(answer.path) > PROOF_HASHES:
            raise Distrusted(f"{self._name} gives a proof that was not asked for.")
        return answer

    def entries(self, start: int, end: int) -> tuple[bytes, ...]:
        """See Registry."""
        return self._log.entries(start, end)

    @property
    def _name(self) -> str:
        return f"The registry at {self._door.address.host}"

    def _get(self, path: str, kind: type[_T], most: int) -> _T:
        return self._read(self._door.get(path, most), kind)

    def _post(self, path: str, body: Submission | Question, kind: type[_T], most: int) -> _T:
        return self._read(self._door.post(path, _encoded(body), most), kind)

    def _read(self, content: bytes, kind: type[_T]) -> _T:
        try:
            return msgspec.json.decode(content, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
            raise self._malformed(problem) from problem

    def _all(self, answer: _T, given: int, wanted: int) -> _T:
        if given != wanted:
            raise Distrusted(f"{self._name} answers {given} of {wanted} items.")
        return answer

    def _malformed(self, problem: Exception) -> Distrusted:
        return Distrusted(f"{self._name} gives an answer that is not one: {problem}"[:500])


def _encoded(body: Submission | Question) -> bytes:
    try:
        return msgspec.json.encode(body)
    except UnicodeEncodeError as problem:
        raise Refused(
            "A text with half a character cannot be sent.", remedy="Type the text again and send it anew."
        ) from problem


def _receipts(count: int) -> int:
    """Most bytes of the answer to so many statements."""
    return _ANSWER_BYTES + count * _RECEIPT_BYTES


def _segment(urn: str) -> str:
    """A URN as one part of a path."""
    return quote(urn, safe=":", errors="replace")
