from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from artistguard.fingerprints import iscc
from artistguard.jobs import nearness


def turned(code: bytes, bits: int, dice: random.Random) -> bytes:
    number = int.from_bytes(code, "big")
    for place in dice.sample(range(256), bits):
        number ^= 1 << place
    return number.to_bytes(32, "big")


def test_codes_that_differ_in_fewer_bits_than_there_are_pieces_are_always_found() -> None:
    dice = random.Random(1)
    for bits in range(16):
        one = dice.randbytes(32)
        assert list(nearness.pairs({3: one, 5: turned(one, bits, dice)})) == [(3, 5)]


def test_every_pair_is_near_and_comes_once() -> None:
    dice = random.Random(2)
    seeds = [dice.randbytes(32) for _ in range(30)]
    codes = {place: turned(seeds[place % 30], dice.randrange(20), dice) for place in range(120)}
    found = list(nearness.pairs(codes))
    assert len(found) == len(set(found))
    assert all(one < other and iscc.hamming(codes[one], codes[other]) <= 64 for one, other in found)
    assert {one % 30 == other % 30 for one, other in found} == {True}
    # Each of the 30 works has four versions, six pairs; a few of the farther ones may go unseen.
    assert len(found) > 170


def test_a_crowd_of_equal_codes_costs_little() -> None:
    codes = {place: bytes(32) for place in range(2000)}
    found = list(nearness.pairs(codes))
    assert len(found) < 2000 * 9
    joined = {place for pair in found for place in pair}
    assert joined == set(codes)


def test_bodies() -> None:
    assert nearness.body("f" * 64) == b"\xff" * 32
    assert nearness.body("ISCC:EEDQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA") == bytes(32)
    for junk in ("", "f" * 16, "xyz", "ISCC:", "ISCC:EED"):
        assert nearness.body(junk) == b""


@given(st.text(max_size=80), st.text(max_size=80))
def test_codes_that_do_not_read_back_are_at_no_distance(one: str, other: str) -> None:
    assert 0 <= nearness.distance(one, other) <= 256


@given(st.lists(st.integers(0, 1000), unique=True, min_size=1, max_size=40))
def test_a_star_holds_a_row_together(places: list[int]) -> None:
    joined = {places[0]}
    for one, other in sorted(nearness.star(places), key=lambda pair: places.index(pair[1])):
        assert one != other
        joined.add(other)
    assert joined == set(places)
