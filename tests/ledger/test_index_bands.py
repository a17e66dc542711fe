"""The arithmetic that makes multi-index hashing exact."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.ledger.index.bands import NARROWEST, WIDEST, cut, flips, shares, strays, trials, volume
from artistguard.ledger.index.scanning import distances, scan, words

COUNTS = st.integers(0, 2**40)
RADII = st.integers(0, 256)
CODES = st.binary(min_size=32, max_size=32)
law = settings(derandomize=True, deadline=None, max_examples=150)


def as_words(*codes: bytes) -> np.ndarray:
    return words(np.frombuffer(b"".join(codes), np.uint8).reshape(-1, 32))


@given(COUNTS)
@law
def test_every_bit_is_in_one_band(count: int) -> None:
    bands = cut(count)
    bits = [bit for band in bands for bit in range(band.first, band.first + band.width)]
    assert bits == list(range(256))
    widest = max(band.width for band in bands)
    assert widest <= WIDEST
    assert widest <= max(NARROWEST, math.ceil(math.log2(max(2, count))))
    assert widest - min(band.width for band in bands) <= 1


@given(COUNTS, CODES)
@law
def test_keys_are_the_bits_of_their_bands(count: int, code: bytes) -> None:
    whole = int.from_bytes(code, "little")
    for band in cut(count):
        (key,) = band.keys(as_words(code))
        assert key == whole >> band.first & (1 << band.width) - 1


@given(COUNTS, RADII, st.sets(st.integers(0, 255)))
@law
def test_no_pair_within_the_radius_is_missed(count: int, radius: int, differing: set[int]) -> None:
    """However the bits lie in which two codes differ, in some band there are no more of them than are tried."""
    bands = cut(count)
    tried = shares(bands, radius)
    apart = [sum(band.first <= bit < band.first + band.width for bit in differing) for band in bands]
    if len(differing) <= radius:
        assert any(bits <= share for bits, share in zip(apart, tried, strict=True))
    assert sum(share + 1 for share in tried) <= radius + 1
    assert trials(bands, radius) == sum(map(volume, (band.width for band in bands), tried))
    assert 0 <= strays(bands, radius) <= len(bands)


@pytest.mark.parametrize("width", [1, 2, 8, 13])
@pytest.mark.parametrize("share", [-1, 0, 1, 2, 3])
def test_everything_within_a_share_is_tried_once(width: int, share: int) -> None:
    tried = flips(width, share).tolist()
    assert len(set(tried)) == len(tried) == volume(width, share)
    assert set(tried) == {value for value in range(1 << width) if value.bit_count() <= share}


@given(st.lists(CODES, min_size=1, max_size=20), st.lists(CODES, max_size=3), RADII)
@law
def test_a_scan_finds_every_pair_with_its_distance(stored: list[bytes], asked: list[bytes], radius: int) -> None:
    found = scan(as_words(*stored), as_words(*asked), radius)
    expected = {
        (query, row, (int.from_bytes(one) ^ int.from_bytes(other)).bit_count())
        for query, one in enumerate(asked)
        for row, other in enumerate(stored)
    }
    assert sorted(zip(*(part.tolist() for part in found), strict=True)) == sorted(
        pair for pair in expected if pair[2] <= radius
    )


def test_all_bits_apart_is_a_distance_too() -> None:
    none, whole = as_words(bytes(32)), as_words(b"\xff" * 32)
    assert distances(none, whole).tolist() == [256]
    assert len(scan(none, whole, 255)[0]) == 0
    assert [part.tolist() for part in scan(none, whole, 256)] == [[0], [0], [256]]
