"""Tiles: paths as published, growth hash by hash and in bulk, nodes computed from them, entry bundles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.errors import ProofProblem
from artistguard.transparency import merkle
from artistguard.transparency.merkle import Leaves, Proofs, leaf_hash, root
from artistguard.transparency.tiles import (
    Place,
    TileNodes,
    bundle,
    entries_path,
    grow,
    tile_root,
    unbundle,
    width_at,
)


class Shelf:
    """Tiles in memory, counting how often one is fetched."""

    def __init__(self) -> None:
        self.kept: dict[Place, bytes] = {}
        self.fetched = 0

    def tile(self, place: Place) -> bytes:
        self.fetched += 1
        return self.kept.get(place, b"")


def leaves(count: int) -> list[bytes]:
    return [leaf_hash(number.to_bytes(4, "big")) for number in range(count)]


@pytest.mark.parametrize(
    ("number", "width", "path"),
    [
        (0, 256, "tile/0/000"),
        (7, 256, "tile/0/007"),
        (999, 12, "tile/0/999.p/12"),
        (1000, 256, "tile/0/x001/000"),
        (1234067, 256, "tile/0/x001/x234/067"),
        (1234067, 1, "tile/0/x001/x234/067.p/1"),
    ],
)
def test_paths_are_those_of_the_specification(number: int, width: int, path: str) -> None:
    assert Place(0, number).path(width) == path
    assert entries_path(number, width) == path.replace("tile/0/", "tile/entries/")


def test_the_example_of_the_specification_with_70000_entries() -> None:
    assert [width_at(0, number, 70000) for number in (0, 272, 273, 274)] == [256, 256, 112, 0]
    assert [width_at(1, number, 70000) for number in (0, 1, 2)] == [256, 17, 0]
    assert [width_at(2, number, 70000) for number in (0, 1)] == [1, 0]
    assert [width_at(level, 0, 256) for level in (0, 1, 2)] == [256, 1, 0]


@given(st.lists(st.integers(1, 700), min_size=1, max_size=6))
@settings(derandomize=True, max_examples=25, deadline=None)
def test_growing_in_any_portions_gives_the_same_tiles_and_the_right_root(portions: list[int]) -> None:
    hashes = leaves(sum(portions))
    shelf, at = Shelf(), 0
    for portion in portions:
        shelf.kept.update(grow(shelf, at, hashes[at : at + portion]))
        at += portion
    whole = Shelf()
    whole.kept.update(grow(whole, 0, hashes))
    assert shelf.kept == whole.kept
    assert Proofs(TileNodes(shelf), at).root() == Leaves(hashes).root()
    for place, content in shelf.kept.items():
        assert len(content) == 32 * width_at(place.level, place.number, at)


def test_three_levels_and_every_proof_from_tiles() -> None:
    hashes = leaves(65536 + 300)
    shelf = Shelf()
    shelf.kept.update(grow(shelf, 0, hashes))
    assert {place.level for place in shelf.kept} == {0, 1, 2}
    plain = Proofs(Leaves(hashes), len(hashes))
    tiled = Proofs(TileNodes(shelf), len(hashes))
    assert tiled.root() == plain.root()
    for index in (0, 1, 255, 256, 65535, 65536, 65835):
        assert tiled.inclusion(index) == plain.inclusion(index)
        assert tiled.consistency(index) == plain.consistency(index)


def test_one_more_entry_touches_a_handful_of_tiles() -> None:
    shelf = Shelf()
    shelf.kept.update(grow(shelf, 0, leaves(65535)))
    shelf.fetched = 0
    changed = grow(shelf, 65535, [leaf_hash(b"last")])
    assert set(changed) == {Place(0, 255), Place(1, 0), Place(2, 0)}
    assert shelf.fetched <= 3


def test_an_older_size_is_a_beginning_of_the_same_tiles() -> None:
    hashes = leaves(600)
    shelf = Shelf()
    shelf.kept.update(grow(shelf, 0, hashes))
    for size in (1, 255, 256, 257, 511, 512, 599):
        assert Proofs(TileNodes(shelf), size).root() == Leaves(hashes[:size]).root()


def test_a_tile_that_lost_its_end_is_told() -> None:
    shelf = Shelf()
    shelf.kept.update(grow(shelf, 0, leaves(10)))
    shelf.kept[Place(0, 0)] = shelf.kept[Place(0, 0)][:-1]
    with pytest.raises(ProofProblem, match="tile/0/000"):
        Proofs(TileNodes(shelf), 10).root()
    with pytest.raises(ProofProblem, match="tile/0/000"):
        grow(shelf, 10, leaves(1))


def test_a_full_tile_hashes_to_its_place_above() -> None:
    shelf = Shelf()
    shelf.kept.update(grow(shelf, 0, leaves(256)))
    assert shelf.kept[Place(1, 0)] == tile_root(shelf.kept[Place(0, 0)]) == Leaves(leaves(256)).root()


@given(st.lists(st.binary(max_size=300), max_size=256))
@settings(derandomize=True, max_examples=30, deadline=None)
def test_bundles_come_apart_again(entries: list[bytes]) -> None:
    assert unbundle(bundle(entries)) == tuple(entries)


@pytest.mark.parametrize("broken", [b"\x00", b"\x00\x02a", b"\xff\xff", bundle([b""] * 257)])
def test_malformed_bundles_are_refused(broken: bytes) -> None:
    with pytest.raises(ProofProblem):
        unbundle(broken)


def test_one_more_entry_costs_as_much_as_the_tree_is_high(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand times the entries: a tile or so more to read, and no more hashes than 256 a level."""
    hashed: list[int] = []
    true = merkle.node_hash
    monkeypatch.setattr(merkle, "node_hash", lambda left, right: (hashed.append(1), true(left, right))[1])
    costs: dict[int, tuple[int, int, int]] = {}
    for size in (1_000, 1_000_000):
        shelf = Shelf()
        shelf.kept = grow(shelf, 0, [bytes(32)] * size)
        hashed.clear()
        shelf.fetched = 0
        changed = grow(shelf, size, [bytes(32)])
        shelf.kept |= changed
        root(TileNodes(shelf), size + 1)
        costs[size] = (len(changed), shelf.fetched, len(hashed))
    for size, (tiles, reads, hashes) in costs.items():
        levels = -(-size.bit_length() // 8)
        assert tiles <= levels
        assert reads <= 3 * levels
        assert hashes <= 256 * (levels + 1) + size.bit_length()
