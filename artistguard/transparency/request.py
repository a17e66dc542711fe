"""How a log asks a witness for a cosignature.

Source: C2SP tlog-witness v1 (c2sp.org/tlog-witness), "add-checkpoint".
"""

from __future__ import annotations

from dataclasses import dataclass

from artistguard.errors import ProofProblem
from artistguard.transparency.checkpoint import NOTE_CHARACTERS, decimal, decode64, encode64
from artistguard.transparency.merkle import HASH_BYTES

PROOF_LINES = 63
"""No more lines of proof are sent or taken."""

REQUEST_CHARACTERS = NOTE_CHARACTERS + (PROOF_LINES + 2) * 64


@dataclass(frozen=True, slots=True)
class CosignRequest:
    """What is asked.

    Attributes:
        old: Size for which the witness stood up last.
        path: Consistency proof from there to the checkpoint.
        note: The checkpoint, signed by its log.
    """

    old: int
    path: tuple[bytes, ...]
    note: str

    def __str__(self) -> str:
        """The body of the request."""
        return "".join(f"{row}\n" for row in (f"old {self.old}", *map(encode64, self.path))) + f"\n{self.note}"

    @classmethod
    def parse(cls, body: str) -> CosignRequest:
        """Read the body of a request; nothing is checked yet.

        Raises:
            ProofProblem: It is none.
        """
        above, blank, note = body.partition("\n\n")
        first, *rows = above.split("\n")
        if len(body) > REQUEST_CHARACTERS or not blank or not first.startswith("old ") or len(rows) > PROOF_LINES:
            raise ProofProblem("not a question for a cosignature")
        path = tuple(decode64(row, "consistency proof") for row in rows)
        if any(len(step) != HASH_BYTES for step in path):
            raise ProofProblem("not a question for a cosignature: a line is no hash")
        return cls(decimal(first.removeprefix("old "), "old size"), path, note)
