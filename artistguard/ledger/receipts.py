"""Receipts for entries of one state of a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.transparency.checkpoint import Checkpoint, Note
from artistguard.transparency.merkle import Proofs
from artistguard.transparency.proof import Proof
from artistguard.transparency.receipt import Receipt

if TYPE_CHECKING:
    from artistguard.transparency.merkle import Nodes


class Prover:
    """Makes receipts under one checkpoint, computing no hash of the tree twice.

    Args:
        nodes: Of the log, at least as long as the checkpoint says.
        origin: Name of the log.
        note: The signed checkpoint.
    """

    def __init__(self, nodes: Nodes, origin: str, note: str) -> None:
        self._origin = origin
        self._note = note
        self._proofs = Proofs(nodes, Checkpoint.parse(Note.parse(note).text).size)

    def receipt(self, index: int, leaf: bytes, received: str) -> Receipt:
        """A receipt for one entry.

        Args:
            index: Its place.
            leaf: Its hash.
            received: When it was taken, RFC 3339.
        """
        proof = Proof(index, self._proofs.inclusion(index), self._note)
        return Receipt(self._origin, index, leaf.hex(), str(proof), received)
