"""Standing up for other logs: cosigning a checkpoint once it is proven that the log only grew.

What a log's newest cosigned state was is written down in the same transaction in which it is compared, before any
cosignature leaves, so two states that do not follow from one another are never both cosigned. It is written into a file
beside the database, too, and the farther of the two counts: a database that is put back from a backup forgets nothing.

Source: C2SP tlog-witness v1 (c2sp.org/tlog-witness), "add-checkpoint".
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.errors import ProofProblem, StoreDamaged, StoreProblem
from artistguard.ledger.disk import put_whole, sync_folder
from artistguard.transparency.checkpoint import Checkpoint, Note, check_growth
from artistguard.transparency.cosignature import WitnessKey, cosign
from artistguard.transparency.merkle import EMPTY_ROOT
from artistguard.transparency.request import CosignRequest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path

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
        beside: Folder outside the storage in which it remembers the same, so that no backup of the storage takes it
            back; None for no second memory.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - two memories, who it is, and for whom
        self,
        storage: Storage,
        name: str,
        signer: Signer,
        logs: Iterable[NoteKey],
        clock: Callable[[], datetime],
        beside: Path | None = None,
    ) -> None:
        self._storage = storage
        self._signer = signer
        self._clock = clock
        self._beside = beside
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
            old = self._farther(new.origin, rows.note(_SEEN + new.origin))
            if asked.old != old.size or (new.size == old.size and new.root != old.root):
                return Verdict(409, f"{old.size}\n", SIZE)
            try:
                check_growth(old, new, asked.path)
            except ProofProblem as problem:
                return Verdict(422, f"{problem.message}\n")
            rows.put_note(_SEEN + new.origin, asked.note)
            self._write(new.origin, asked.note)
        return Verdict(200, str(cosign(note.text, self.key, self._signer, int(self._clock().timestamp()))))

    def _farther(self, origin: str, kept: str | None) -> Checkpoint:
        """The farthest state of a log that either memory has.

        Raises:
            StoreDamaged: They remember two histories.
            StoreProblem: The second memory cannot be read.
        """
        states = [_state(origin, kept), _state(origin, self._read(origin))]
        if states[0].size == states[1].size and states[0].root != states[1].root:
            raise StoreDamaged(f"the witness remembers two histories of {origin}, each of {states[0].size} entries")
        return max(states, key=lambda state: state.size)

    def _read(self, origin: str) -> str | None:
        if self._beside is None:
            return None
        path = self._beside / _file(origin)
        try:
            return path.read_text("utf-8") if path.exists() else None
        except (OSError, UnicodeDecodeError) as problem:
            raise StoreProblem(f"{path}: what this witness has seen cannot be read: {problem}") from problem

    def _write(self, origin: str, note: str) -> None:
        if self._beside is None:
            return
        try:
            self._beside.mkdir(parents=True, exist_ok=True)
            for folder in put_whole(self._beside, _file(origin), note.encode()):
                sync_folder(folder)
        except OSError as problem:
            raise StoreProblem(f"{self._beside}: what this witness saw cannot be written: {problem}") from problem


def _state(origin: str, note: str | None) -> Checkpoint:
    """What a note that was kept says; the empty log where none was.

    Raises:
        StoreDamaged: It is no note.
    """
    if note is None:
        return Checkpoint(origin, 0, EMPTY_ROOT)
    try:
        return Checkpoint.parse(Note.parse(note).text)
    except ProofProblem as problem:
        raise StoreDamaged(f"what this witness has seen of {origin} is damaged: {problem.message}") from problem


def _file(origin: str) -> str:
    """Name of the file about one log; names of logs may hold anything."""
    return f"{hashlib.sha256(origin.encode()).hexdigest()}.note"
