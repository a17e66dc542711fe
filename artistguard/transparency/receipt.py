"""What a registry hands out for an entry, and how it is checked without asking anybody.

A receipt shows that the registry of that key had the entry when it signed the checkpoint. It shows a date only where
somebody independent has seen the checkpoint too; a receipt of the registry on the creator's own computer never does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from artistguard.errors import ProofProblem
from artistguard.transparency.merkle import leaf_hash
from artistguard.transparency.proof import Proof

if TYPE_CHECKING:
    from artistguard.transparency.checkpoint import Checkpoint, NoteKey

LOCAL = "artistguard.local/"
"""Beginning of the origin of every registry that is kept on somebody's own computer."""


class Receipt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", tag="artistguard-receipt-v1"):
    """The registry's answer to one entry.

    Attributes:
        origin: Name of the registry's log.
        index: Place of the entry, from 0.
        leaf: Leaf hash of the entry, 64 hexadecimal digits.
        proof: A ``.tlog-proof`` as text: path and signed checkpoint.
        received: When the registry says it took the entry, RFC 3339 in UTC; its own word, not part of the proof.
    """

    origin: Annotated[str, msgspec.Meta(min_length=1, max_length=1024)]
    index: Annotated[int, msgspec.Meta(ge=0)]
    leaf: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    proof: Annotated[str, msgspec.Meta(max_length=262144)]
    received: Annotated[str, msgspec.Meta(max_length=40)] = ""

    @property
    def kind(self) -> Literal["kept on this computer", "registered"]:
        """In plain words, what the receipt is worth."""
        return "kept on this computer" if self.origin.startswith(LOCAL) else "registered"


def check(receipt: Receipt, entry: bytes, key: NoteKey) -> Checkpoint:
    """Check a receipt offline.

    Args:
        receipt: As kept.
        entry: The bytes that were registered (`claims.statement.entry`).
        key: The registry's public key, pinned when it was first seen.

    Returns:
        The checkpoint that covers the entry.

    Raises:
        ProofProblem: It does not hold, and exactly why.
    """
    if receipt.origin != key.name:
        raise ProofProblem(f"the receipt is of {receipt.origin}, the key of {key.name}")
    if receipt.leaf != leaf_hash(entry).hex():
        raise ProofProblem("the receipt is for another statement")
    proof = Proof.parse(receipt.proof)
    if proof.index != receipt.index:
        raise ProofProblem(f"the receipt says entry {receipt.index}, its proof entry {proof.index}")
    return proof.check(entry, key)
