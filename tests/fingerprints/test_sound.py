from __future__ import annotations

import numpy as np
import pytest

from artistguard.decoding.values import CODE_RATE
from artistguard.fingerprints import chromaprint, sound
from tests.suites import artworks

TUNE = artworks.tune(1, 60)
ITEMS = chromaprint.items(TUNE)


def slow_overlay(one: np.ndarray, other: np.ndarray, least: int) -> tuple[float, int]:
    """Every place tried one after the other."""
    best = (1.0, 0)
    for shift in range(least - len(one), len(other) - least + 1):
        start = max(shift, 0)
        length = min(len(other), len(one) + shift) - start
        first, second = one[start - shift : start - shift + length], other[start : start + length]
        differing = float(np.bitwise_count(first ^ second).sum()) / (32 * length)
        means = [np.array([((each >> np.uint32(bit)) & 1).mean() for bit in range(32)]) for each in (first, second)]
        expected = float((means[0] + means[1] - 2 * means[0] * means[1]).mean())
        if expected >= sound.LEAST_EXPECTED:
            best = min(best, (differing / expected, length))
    return best


@pytest.mark.parametrize(("one", "other"), [(1, 2), (3, 3), (4, 5)])
def test_it_finds_what_trying_every_place_finds(one: int, other: int) -> None:
    first = chromaprint.items(artworks.tune(one, 14))
    second = chromaprint.items(artworks.tune(other, 22))
    found = sound.overlay(first, second)
    relative, items = slow_overlay(first, second, max(sound.LEAST_ITEMS, len(first) // 2))
    assert found.relative == pytest.approx(relative, abs=1e-9)
    assert found.items == items


def test_the_same_recording_lies_on_itself() -> None:
    assert sound.overlay(ITEMS, ITEMS) == sound.Overlay(0.0, len(ITEMS), 1.0)


def test_the_order_does_not_matter() -> None:
    other = chromaprint.items(artworks.tune(7, 40))
    one, two = sound.overlay(ITEMS, other), sound.overlay(other, ITEMS)
    assert one.relative == pytest.approx(two.relative)
    assert one.items == two.items


def test_a_late_start_is_found_and_how_much_it_covers() -> None:
    found = sound.overlay(chromaprint.items(TUNE[10 * CODE_RATE :]), ITEMS)
    assert found.relative < 0.1
    assert 0.75 < found.share < 0.9


def test_noise_over_the_recording_is_borne() -> None:
    noisy = TUNE + 0.02 * np.random.default_rng(1).standard_normal(len(TUNE)).astype(np.float32)
    assert sound.overlay(chromaprint.items(noisy), ITEMS).relative < 0.5


@pytest.mark.parametrize("seed", range(2, 8))
def test_other_tunes_are_no_nearer_than_chance(seed: int) -> None:
    assert sound.overlay(chromaprint.items(artworks.tune(seed, 60)), ITEMS).relative > 0.75


def test_two_rooms_without_music_are_strangers() -> None:
    rooms = [
        chromaprint.items((0.1 * np.random.default_rng(seed).standard_normal(40 * CODE_RATE)).astype(np.float32))
        for seed in (1, 2)
    ]
    # Their bits alone agree better than those of one song heard through a bad line.
    assert np.bitwise_count(rooms[0] ^ rooms[1]).mean() / 32 < 0.25
    assert sound.overlay(*rooms).relative > 0.9


def test_silence_says_nothing_even_of_itself() -> None:
    silence = chromaprint.items(np.zeros(30 * CODE_RATE, np.float32))
    assert sound.overlay(silence, silence).relative == 1.0


@pytest.mark.parametrize("items", [0, 1, sound.LEAST_ITEMS - 1])
def test_too_short_to_say_anything(items: int) -> None:
    assert sound.overlay(ITEMS[:items], ITEMS) is sound.APART


def test_only_a_bounded_part_is_compared() -> None:
    long = np.random.default_rng(5).integers(0, 2**32, sound.MOST_ITEMS + 5000, dtype=np.uint32)
    found = sound.overlay(long, long)
    assert found.items == sound.MOST_ITEMS
    assert found.relative == 0.0
