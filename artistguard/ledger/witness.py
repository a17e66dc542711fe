"""Standing up for other logs: cosigning a checkpoint once it is proven that the log only grew.

What a log's newest cosigned state was is written down in the same transaction in which it is compared, before any
cosignature leaves, so two states that do not follow from one another are never both cosigned.

Source: C2SP tlog-witness v1 (c2sp.org/tlog-witness), "add-checkpoint".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.errors import ProofProblem
from artistguard.transparency.checkpoint import Checkpoint, Note, check_growth
from artistguard.transparency.cosignature import WitnessKey, cosign
from artistguard.transparency.merkle import EMPTY_ROOT
from artistguard.transparency.request import CosignRequest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from artistguard.ledger.storage.protocol import Storage
    from artistguard.transparency.checkpoint import NoteKey
    from artistguard.transparency.signature import Signer

_SEEN = "seen "
"""Beginning of the names of notes about other logs; the rest is the log's own name."""

PLAIN = "text/plain; charset=utf-8"
SIZE = "text/x.tlog.size"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the witness answers.

    Attributes:
        status: As tlog-witness numbers it: 200, 400, 403, 404, 409, 422.
        body: Signature lines, a size, or why not.
        media: Type of the body.
    """

    status: int
    body: str
    media: str = PLAIN


class Witness:
    """Cosigns checkpoints of logs that its operator named.

    Args:
        storage: Where it remembers what it cosigned; over all processes the same.
        name: Of the witness.
        signer: Its secret key; not that of a log.
        logs: Keys of the logs it stands up for.
        clock: Now, with a time zone.
    """

    def __init__(
        self, storage: Storage, name: str, signer: Signer, logs: Iterable[NoteKey], clock: Callable[[], datetime]
    ) -> None:
        self._storage = storage
        self._signer = signer
        self._clock = clock
        self._logs = {key.name: key for key in logs}
        self.key = WitnessKey(name, signer.public)

    def add_checkpoint(self, body: str) -> Verdict:
        """Answer one request.

        Args:
            body: As it came.

        Raises:
            StoreProblem: Nothing can be remembered, so nothing is cosigned.
        """
        try:
            asked = CosignRequest.parse(body)
            note = Note.parse(asked.note)
            new = Checkpoint.parse(note.text)
        except ProofProblem as problem:
            return Verdict(400, f"{problem.message}\n")
        key = self._logs.get(new.origin)
        if key is None:
            return Verdict(404, "this witness does not know that log\n")
        try:
            note.check(key)
        except ProofProblem as problem:
            return Verdict(403, f"{problem.message}\n")
        if asked.old > new.size:
            return Verdict(400, "the old size is larger than the new one\n")
        return self._compare(asked, note, new)

    def _compare(self, asked: CosignRequest, note: Note, new: Checkpoint) -> Verdict:
        with self._storage.writing() as rows:
            seen = rows.note(_SEEN + new.origin)
            old = Checkpoint.parse(Note.parse(seen).text) if seen else Checkpoint(new.origin, 0, EMPTY_ROOT)
            if asked.old != old.size or (new.size == old.size and new.root != old.root):
                return Verdict(409, f"{old.size}\n", SIZE)
            try:
                check_growth(old, new, asked.path)
            except ProofProblem as problem:
                return Verdict(422, f"{problem.message}\n")
            rows.put_note(_SEEN + new.origin, asked.note)
        return Verdict(200, str(cosign(note.text, self.key, self._signer, int(self._clock().timestamp()))))
