"""The Merkle tree of a transparency log: hashes, roots, and the two proofs, made and checked.

Hashes are 32 raw bytes everywhere. A tree is told by its size; a *node* is the hash over the ``2 ** level`` leaves that
begin at ``index * 2 ** level``, all of them present.

Source: RFC 6962 section 2.1 (tree, audit paths, consistency proofs); RFC 9162 sections 2.1.3.2 and 2.1.4.2 (checking).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Protocol

from artistguard.errors import ProofProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HASH_BYTES = 32
EMPTY_ROOT = hashlib.sha256(b"").digest()
"""Root of the tree without leaves (RFC 6962, 2.1)."""

PROOF_HASHES = 64
"""No proof is longer in a log that fits in this universe (RFC 6962 numbers leaves with 64 bits)."""


class Nodes(Protocol):
    """Whatever holds the hashes of a log."""

    def node(self, level: int, index: int) -> bytes:
        """The hash over leaves ``index * 2**level`` to ``(index + 1) * 2**level``, all of which exist."""
        ...


def leaf_hash(entry: bytes) -> bytes:
    """The hash of one entry.

    Source: RFC 6962, 2.1: SHA-256 of 0x00 and the entry.
    """
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash above two others.

    Source: RFC 6962, 2.1: SHA-256 of 0x01 and both hashes.
    """
    return hashlib.sha256(b"\x01" + left + right).digest()


class Leaves:
    """Nodes computed from leaf hashes in memory, each one once: for batches, tests and checking what a log holds.

    Args:
        hashes: Leaf hashes, in order.
    """

    def __init__(self, hashes: Sequence[bytes]) -> None:
        self._levels: list[list[bytes]] = [list(hashes)]
        while len(self._levels[-1]) > 1:
            below = self._levels[-1]
            self._levels.append([node_hash(below[i], below[i + 1]) for i in range(0, len(below) - 1, 2)])

    @property
    def size(self) -> int:
        """How many leaves there are."""
        return len(self._levels[0])

    def node(self, level: int, index: int) -> bytes:
        """See Nodes."""
        return self._levels[level][index]

    def find(self, level: int, index: int) -> bytes | None:
        """The same, or None where the leaves below are not all there."""
        nodes = self._levels[level] if level < len(self._levels) else []
        return nodes[index] if index < len(nodes) else None

    def root(self) -> bytes:
        """Of the tree over all leaves."""
        return root(self, self.size)


def root(nodes: Nodes, size: int) -> bytes:
    """The root of the tree over the first `size` leaves.

    Args:
        nodes: Holds at least that many leaves.
        size: 0 or more.

    Returns:
        32 bytes.
    """
    return Proofs(nodes, size).root()


class Proofs:
    """Makes the root and every proof of one tree size, remembering the hashes of the right edge.

    Args:
        nodes: Holds at least `size` leaves.
        size: Of the tree that the proofs lead to.
    """

    def __init__(self, nodes: Nodes, size: int) -> None:
        self.size = size
        self._nodes = nodes
        self._edge: dict[int, bytes] = {}

    def root(self) -> bytes:
        """MTH(D[0:size])."""
        return self._range(0, self.size) if self.size else EMPTY_ROOT

    def inclusion(self, index: int) -> tuple[bytes, ...]:
        """The audit path from a leaf to the root, the leaf's sibling first.

        Args:
            index: Of the leaf, below `size`.

        Returns:
            At most 64 hashes.

        Source: RFC 6962, 2.1.1, PATH(m, D[n]).
        """
        if not 0 <= index < self.size:
            raise ProofProblem(f"the log of {self.size} entries has no entry {index}")
        path: list[bytes] = []
        start, end = 0, self.size
        while end - start > 1:
            middle = start + _split(end - start)
            if index < middle:
                path.append(self._range(middle, end))
                end = middle
            else:
                path.append(self._range(start, middle))
                start = middle
        return tuple(reversed(path))

    def consistency(self, old: int) -> tuple[bytes, ...]:
        """What shows that the tree of `old` leaves is the beginning of this one.

        Args:
            old: From 0 to `size`; the proofs from 0 and from `size` are empty.

        Source: RFC 6962, 2.1.2, PROOF(m, D[n]).
        """
        if not 0 <= old <= self.size:
            raise ProofProblem(f"the log of {self.size} entries never had {old}")
        if old in {0, self.size}:
            return ()
        path: list[bytes] = []
        start, end = 0, self.size
        whole = True  # whether the old tree is exactly the range under hand, so that the other side knows its hash
        while old != end:
            middle = start + _split(end - start)
            if old <= middle:
                path.append(self._range(middle, end))
                end = middle
            else:
                path.append(self._range(start, middle))
                start = middle
                whole = False
        if not whole:
            path.append(self._range(start, end))
        return tuple(reversed(path))

    def _range(self, start: int, end: int) -> bytes:
        """MTH(D[start:end]) for a range that the recursion of RFC 6962 can meet, so start is aligned to its size."""
        width = end - start
        if width & (width - 1) == 0:
            return self._nodes.node(width.bit_length() - 1, start // width)
        if end != self.size:
            return self._join(start, end)
        if start not in self._edge:
            self._edge[start] = self._join(start, end)
        return self._edge[start]

    def _join(self, start: int, end: int) -> bytes:
        middle = start + _split(end - start)
        return node_hash(self._range(start, middle), self._range(middle, end))


def _split(width: int) -> int:
    """The largest power of two below `width` (RFC 6962, 2.1)."""
    return 1 << ((width - 1).bit_length() - 1)


def check_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes], expected: bytes) -> None:
    """Check that an entry stands in a tree.

    Args:
        leaf: Hash of the entry.
        index: Its place.
        size: Of the tree.
        path: Sibling first.
        expected: Root of the tree.

    Raises:
        ProofProblem: It does not, or the path is not of the right length.

    Source: RFC 9162, 2.1.3.2.
    """
    if root_of_path(leaf, index, size, path) != expected:
        raise ProofProblem("the inclusion proof leads to another root: the entry is not in this log")


def root_of_path(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes:
    """The root that an inclusion proof leads to; it proves something only where that root is signed.

    Args:
        leaf: Hash of the entry.
        index: Its place.
        size: Of the tree.
        path: Sibling first.

    Raises:
        ProofProblem: The path is not of the right length.

    Source: RFC 9162, 2.1.3.2, steps 1 to 5.
    """
    if not 0 <= index < size:
        raise ProofProblem(f"the proof speaks of entry {index} in a log of {size} entries")
    computed = leaf
    for step, left in _climb("inclusion", index, size - 1, path):
        computed = node_hash(step, computed) if left else node_hash(computed, step)
    return computed


def check_consistency(old: int, new: int, path: Sequence[bytes], old_root: bytes, new_root: bytes) -> None:
    """Check that a tree grew out of an earlier one and nothing in it was changed or lost.

    Args:
        old: Earlier size.
        new: Later size.
        path: The proof.
        old_root: Earlier root.
        new_root: Later root.

    Raises:
        ProofProblem: It did not: the log was rolled back or forked, or the proof is malformed.

    Source: RFC 9162, 2.1.4.2.
    """
    if new < old:
        raise ProofProblem(f"the log was rolled back: it had {old} entries and now shows {new}")
    if old in {0, new}:
        _check_trivial(old, path, old_root, new_root)
        return
    if not path:
        raise ProofProblem("the consistency proof is empty")
    first, *steps = [old_root, *path] if old & (old - 1) == 0 else path
    shared = ((old - 1) ^ old).bit_length() - 1  # levels at the right edge of the old tree that are whole in both
    before = after = first
    for step, left in _climb("consistency", (old - 1) >> shared, (new - 1) >> shared, steps):
        if left:
            before, after = node_hash(step, before), node_hash(step, after)
        else:
            after = node_hash(after, step)
    if before != old_root or after != new_root:
        raise ProofProblem(f"the log was forked: its {new} entries do not begin with the {old} it had before")


def _climb(what: str, place: int, last: int, path: Sequence[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Every step of a proof with the side it stands on (True: left), from a node up to the root.

    Args:
        what: The proof's name, for messages.
        place: Of the node within its level.
        last: Place of the last node of that level.
        path: The steps.

    Source: RFC 9162, 2.1.3.2 steps 4 to 6; 2.1.4.2 steps 5 to 7 are the same walk.
    """
    if len(path) > PROOF_HASHES or any(len(step) != HASH_BYTES for step in path):
        raise ProofProblem(f"the {what} proof is not a list of hashes")
    for step in path:
        if last == 0:
            raise ProofProblem(f"the {what} proof is too long")
        left = bool(place & 1) or place == last
        if left:
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        yield step, left
        place, last = place >> 1, last >> 1
    if last != 0:
        raise ProofProblem(f"the {what} proof is too short")


def _check_trivial(old: int, path: Sequence[bytes], old_root: bytes, new_root: bytes) -> None:
    if path:
        raise ProofProblem("the consistency proof is too long")
    if old == 0 and old_root != EMPTY_ROOT:
        raise ProofProblem("the earlier root is not that of an empty log")
    if old != 0 and old_root != new_root:
        raise ProofProblem(f"the log was forked: it shows two roots for the same {old} entries")
