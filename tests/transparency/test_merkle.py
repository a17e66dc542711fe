"""Laws of the Merkle tree, against a second, slower statement of RFC 6962 and against known values."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.errors import ProofProblem
from artistguard.transparency.merkle import (
    EMPTY_ROOT,
    Leaves,
    Proofs,
    check_consistency,
    check_inclusion,
    leaf_hash,
    node_hash,
    root,
)

LEAVES = [leaf_hash(number.to_bytes(2, "big")) for number in range(301)]
TREE = Leaves(LEAVES)


def plain_root(leaves: list[bytes]) -> bytes:
    """MTH(D[n]) exactly as RFC 6962, 2.1 defines it, without any cleverness."""
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return hashlib.sha256(b"\x01" + plain_root(leaves[:k]) + plain_root(leaves[k:])).digest()


def plain_path(m: int, leaves: list[bytes]) -> list[bytes]:
    """PATH(m, D[n]) exactly as RFC 6962, 2.1.1 defines it."""
    if len(leaves) == 1:
        return []
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    if m < k:
        return [*plain_path(m, leaves[:k]), plain_root(leaves[k:])]
    return [*plain_path(m - k, leaves[k:]), plain_root(leaves[:k])]


def plain_consistency(m: int, leaves: list[bytes], known: bool = True) -> list[bytes]:
    """SUBPROOF(m, D[n], b) exactly as RFC 6962, 2.1.2 defines it."""
    if m == len(leaves):
        return [] if known else [plain_root(leaves)]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    if m <= k:
        return [*plain_consistency(m, leaves[:k], known), plain_root(leaves[k:])]
    return [*plain_consistency(m - k, leaves[k:], False), plain_root(leaves[:k])]


def test_known_values() -> None:
    # The inputs and roots of the reference vectors of Certificate Transparency (merkle_tree_test of its C++ sources).
    inputs = [
        bytes.fromhex(text)
        for text in (
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f",
        )
    ]
    roots = (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    )  # fmt: skip
    assert EMPTY_ROOT.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    hashes = [leaf_hash(entry) for entry in inputs]
    assert tuple(root(Leaves(hashes), size).hex() for size in range(1, 9)) == roots


@pytest.mark.parametrize("size", range(301))
def test_every_root_is_that_of_the_definition(size: int) -> None:
    assert root(TREE, size) == plain_root(LEAVES[:size])
    assert Leaves(LEAVES[:size]).size == size


@pytest.mark.parametrize("size", [*range(1, 40), 63, 64, 65, 127, 128, 129, 255, 256, 257, 299, 300])
def test_every_inclusion_proof_is_that_of_the_definition_and_holds(size: int) -> None:
    proofs = Proofs(TREE, size)
    for index in range(size):
        path = proofs.inclusion(index)
        assert list(path) == plain_path(index, LEAVES[:size])
        check_inclusion(LEAVES[index], index, size, path, proofs.root())


@pytest.mark.parametrize("size", [*range(1, 40), 64, 129, 255, 256, 257, 300])
def test_every_consistency_proof_is_that_of_the_definition_and_holds(size: int) -> None:
    proofs = Proofs(TREE, size)
    for old in range(size + 1):
        path = proofs.consistency(old)
        assert list(path) == (plain_consistency(old, LEAVES[:size]) if old else [])
        check_consistency(old, size, path, root(TREE, old), proofs.root())


def test_all_sizes_up_to_300_hold_for_all_pairs() -> None:
    roots = [root(TREE, size) for size in range(301)]
    for size in range(1, 301):
        proofs = Proofs(TREE, size)
        for index in range(size):
            check_inclusion(LEAVES[index], index, size, proofs.inclusion(index), roots[size])
            check_consistency(index, size, proofs.consistency(index), roots[index], roots[size])


@given(st.integers(1, 300), st.data())
@settings(derandomize=True, max_examples=300, deadline=None)
def test_no_changed_inclusion_proof_holds(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    proofs = Proofs(TREE, size)
    path = list(proofs.inclusion(index))
    kind = data.draw(st.sampled_from(["leaf", "index", "size", "root", "step", "more", "less"]))
    leaf, place, total, top = LEAVES[index], index, size, proofs.root()
    if kind == "leaf":
        leaf = leaf_hash(b"another")
    elif kind == "index":
        place = data.draw(st.integers(0, 400).filter(lambda other: other != index))
    elif kind == "size":
        # A path can fit two sizes (RFC 9162 binds the size by the signed root), so only shapes that differ are asked.
        total = data.draw(st.integers(1, 400).filter(lambda other: not same_shape(index, size, other)))
    elif kind == "root":
        top = leaf_hash(b"root")
    elif kind == "more":
        path.insert(data.draw(st.integers(0, len(path))), leaf_hash(b"step"))
    elif not path:
        return
    elif kind == "step":
        at = data.draw(st.integers(0, len(path) - 1))
        path[at] = bytes([path[at][0] ^ 1]) + path[at][1:]
    else:
        path.pop(data.draw(st.integers(0, len(path) - 1)))
    with pytest.raises(ProofProblem):
        check_inclusion(leaf, place, total, path, top)


def same_shape(index: int, one: int, other: int) -> bool:
    """Whether the path of a leaf has its steps on the same sides in trees of two sizes."""
    if index >= other:
        return False
    return sides(index, one) == sides(index, other)


def sides(index: int, size: int) -> list[bool]:
    if size == 1:
        return []
    k = 1 << ((size - 1).bit_length() - 1)
    return [*sides(index, k), False] if index < k else [*sides(index - k, size - k), True]


@given(st.integers(2, 300), st.data())
@settings(derandomize=True, max_examples=300, deadline=None)
def test_no_changed_consistency_proof_holds(size: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, size - 1))
    path = list(Proofs(TREE, size).consistency(old))
    old_root, new_root = root(TREE, old), root(TREE, size)
    kind = data.draw(st.sampled_from(["old", "new", "step", "more", "less", "short"]))
    if kind == "old":
        old_root = leaf_hash(b"another")
    elif kind == "new":
        new_root = leaf_hash(b"another")
    elif kind == "more":
        path.append(leaf_hash(b"step"))
    elif kind == "step":
        at = data.draw(st.integers(0, len(path) - 1))
        path[at] = bytes([path[at][0] ^ 1]) + path[at][1:]
    elif kind == "less":
        path.pop()
    else:
        path[0] = path[0][:-1]
    with pytest.raises(ProofProblem):
        check_consistency(old, size, path, old_root, new_root)


def test_rolled_back_and_forked_logs_are_told_apart() -> None:
    with pytest.raises(ProofProblem, match="rolled back: it had 9 entries and now shows 8"):
        check_consistency(9, 8, (), root(TREE, 9), root(TREE, 8))
    with pytest.raises(ProofProblem, match="two roots for the same 8"):
        check_consistency(8, 8, (), root(TREE, 8), leaf_hash(b"other"))
    other = Leaves([leaf_hash(b"x"), *LEAVES[1:20]])
    with pytest.raises(ProofProblem, match="forked"):
        check_consistency(9, 20, Proofs(other, 20).consistency(9), root(TREE, 9), root(other, 20))


def test_trivial_proofs() -> None:
    check_consistency(0, 5, (), EMPTY_ROOT, root(TREE, 5))
    check_consistency(0, 0, (), EMPTY_ROOT, EMPTY_ROOT)
    with pytest.raises(ProofProblem, match="too long"):
        check_consistency(5, 5, (LEAVES[0],), root(TREE, 5), root(TREE, 5))
    with pytest.raises(ProofProblem, match="empty log"):
        check_consistency(0, 5, (), LEAVES[0], root(TREE, 5))
    with pytest.raises(ProofProblem, match="empty"):
        check_consistency(4, 5, (), root(TREE, 4), root(TREE, 5))


@pytest.mark.parametrize("index", [-1, 5, 6])
def test_no_proof_is_made_for_what_is_not_there(index: int) -> None:
    with pytest.raises(ProofProblem):
        Proofs(TREE, 5).inclusion(index)
    with pytest.raises(ProofProblem):
        check_inclusion(LEAVES[0], index, 5, (), root(TREE, 5))


@pytest.mark.parametrize("old", [-1, 6])
def test_no_growth_is_shown_for_what_never_was(old: int) -> None:
    with pytest.raises(ProofProblem):
        Proofs(TREE, 5).consistency(old)


def test_an_absurdly_long_proof_is_refused_at_once() -> None:
    with pytest.raises(ProofProblem, match="not a list of hashes"):
        check_inclusion(LEAVES[0], 0, 2, [LEAVES[1]] * 65, root(TREE, 2))


def test_leaves_and_nodes_never_share_a_hash() -> None:
    assert leaf_hash(LEAVES[0] + LEAVES[1]) != node_hash(LEAVES[0], LEAVES[1])
