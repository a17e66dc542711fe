"""The text file that proves offline that something stands in a log: index, path and checkpoint.

Source: C2SP tlog-proof v1 (c2sp.org/tlog-proof).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.errors import ProofProblem
from artistguard.transparency.checkpoint import NOTE_CHARACTERS, decimal, decode64, encode64, open_checkpoint
from artistguard.transparency.merkle import PROOF_HASHES, check_inclusion, leaf_hash

if TYPE_CHECKING:
    from artistguard.transparency.checkpoint import Checkpoint, NoteKey

HEADER = "c2sp.org/tlog-proof@v1"
_LONGEST = NOTE_CHARACTERS + (PROOF_HASHES + 4) * 64 + 65536


@dataclass(frozen=True, slots=True)
class Proof:
    """A ``.tlog-proof``.

    Attributes:
        index: Place of the entry in the log, from 0.
        path: Inclusion proof, the leaf's sibling first.
        checkpoint: The signed checkpoint, verbatim.
        extra: Opaque bytes, not authenticated; empty in our own proofs.
    """

    index: int
    path: tuple[bytes, ...]
    checkpoint: str
    extra: bytes = b""

    def __str__(self) -> str:
        """The file."""
        rows = [HEADER]
        if self.extra:
            rows.append(f"extra {encode64(self.extra)}")
        rows.append(f"index {self.index}")
        rows.extend(map(encode64, self.path))
        return "\n".join(rows) + "\n\n" + self.checkpoint

    @classmethod
    def parse(cls, text: str) -> Proof:
        """Read the file; nothing is checked yet.

        Raises:
            ProofProblem: It is not a proof.
        """
        above, blank, checkpoint = text.partition("\n\n")
        rows = above.split("\n")
        if len(text) > _LONGEST or not blank or rows.pop(0) != HEADER:
            raise ProofProblem(f"not a proof: it does not begin with {HEADER}")
        extra = b""
        if rows and rows[0].startswith("extra "):
            extra = decode64(rows.pop(0).removeprefix("extra "), "extra data of the proof")
        if not rows or not rows[0].startswith("index "):
            raise ProofProblem("the proof does not say which entry it speaks of")
        index = decimal(rows.pop(0).removeprefix("index "), "index of the entry")
        if len(rows) > PROOF_HASHES:
            raise ProofProblem("the inclusion proof is too long")
        return cls(index, tuple(decode64(row, "inclusion proof") for row in rows), checkpoint, extra)

    def check(self, entry: bytes, key: NoteKey) -> Checkpoint:
        """Check offline that an entry stands in the log of a known key.

        Args:
            entry: The bytes of the entry.
            key: The log's, obtained earlier.

        Returns:
            The checkpoint that covers it.

        Raises:
            ProofProblem: It does not, and why.
        """
        checkpoint = open_checkpoint(self.checkpoint, key)
        check_inclusion(leaf_hash(entry), self.index, checkpoint.size, self.path, checkpoint.root)
        return checkpoint
