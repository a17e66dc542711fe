"""Asking witnesses to stand up for this log, and keeping the newest state that they stood up for.

Source: C2SP tlog-witness v1 (c2sp.org/tlog-witness), "add-checkpoint": the log sends the proof, and believes no line
that is not of a witness it knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.errors import Distrusted, ProofProblem, RegistryProblem
from artistguard.ledger.tiles import COSIGNED, newest
from artistguard.transparency.checkpoint import Checkpoint, Line, Note
from artistguard.transparency.cosignature import WitnessKey, cosigned, witnesses
from artistguard.transparency.merkle import Proofs
from artistguard.transparency.request import CosignRequest
from artistguard.transparency.tiles import TileNodes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from artistguard.ledger.storage.protocol import Storage
    from artistguard.network.door import Door

_ANSWER_BYTES = 64 << 10
_CONFLICT = 409
_TRIES = 2
"""Once with the size that we think the witness has, once with the one that it names."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A witness and the way to it.

    Attributes:
        key: Of the witness.
        door: At its submission prefix.
    """

    key: WitnessKey
    door: Door


class Cosigning:
    """Gathers cosignatures for one ledger.

    Args:
        storage: The ledger's.
        asked: The witnesses.
    """

    def __init__(self, storage: Storage, asked: Sequence[Asked]) -> None:
        self._storage = storage
        self._asked = asked
        self._sizes: dict[str, int] = {}

    def gather(self) -> Mapping[str, RegistryProblem]:
        """Ask every witness that has not stood up for the newest state.

        Returns:
            Why each of the others did not, by its name; they are asked again the next time.
        """
        with self._storage.reading() as rows:
            note = newest(rows)
        known = witnesses(note, [each.key for each in self._asked])
        lines: list[Line] = []
        problems: dict[str, RegistryProblem] = {}
        for each in self._asked:
            if each.key.name not in known:
                try:
                    lines.append(self._ask(each, note))
                except RegistryProblem as problem:
                    problems[each.key.name] = problem
        if lines:
            self._keep(note, lines)
        return problems

    def _ask(self, witness: Asked, note: str) -> Line:
        """The line of one witness, checked.

        Raises:
            RegistryProblem: It does not stand up for this state, or its line does not hold.
        """
        size = Checkpoint.parse(Note.parse(note).text).size
        for _ in range(_TRIES):
            old = self._sizes.get(witness.key.name, 0)
            status, body = witness.door.exchange(
                "/add-checkpoint", str(self._request(old, size, note)).encode(), _ANSWER_BYTES
            )
            if status != _CONFLICT:
                break
            self._sizes[witness.key.name] = _size(witness.key.name, body, size)
        if status != 200:
            raise Distrusted(f"the witness {witness.key.name} does not stand up for this log: status {status}")
        line = _line(witness.key, note, body)
        self._sizes[witness.key.name] = size
        return line

    def _request(self, old: int, size: int, note: str) -> CosignRequest:
        with self._storage.reading() as rows:
            return CosignRequest(old, Proofs(TileNodes(rows), size).consistency(old), note)

    def _keep(self, note: str, lines: Sequence[Line]) -> None:
        """Add lines to the newest cosigned state, unless another process has a newer one already."""
        with self._storage.writing() as rows:
            kept = rows.note(COSIGNED)
            if kept and kept.startswith(note):
                note = kept
            elif kept and _entries(kept) > _entries(note):
                return
            rows.put_note(COSIGNED, note + "".join(map(str, lines)))


def _entries(note: str) -> int:
    return Checkpoint.parse(Note.parse(note).text).size


def _line(key: WitnessKey, note: str, body: bytes) -> Line:
    """The one line that counts in a witness's answer."""
    try:
        rows = [Line.parse(row) for row in body.decode().splitlines()]
        mine = [row for row in rows if (row.name, row.identifier) == (key.name, key.identifier)]
        if len(mine) == 1 and cosigned(Note(Note.parse(note).text, (mine[0],)), key) is not None:
            return mine[0]
    except (ProofProblem, UnicodeDecodeError) as problem:
        raise Distrusted(f"the witness {key.name} gives no cosignature that holds: {problem}") from problem
    raise Distrusted(f"the witness {key.name} gives no cosignature of its own")


def _size(name: str, body: bytes, newest_size: int) -> int:
    """The size that a witness says it has."""
    text = body.decode("ascii", "replace").strip()
    if not text.isdecimal() or len(text) > 19 or int(text) > newest_size:
        # A witness that saw more than we have: we were put back, or somebody else signs with our key.
        raise Distrusted(f"the witness {name} saw another state of this log: {text[:40]!r} entries")
    return int(text)
