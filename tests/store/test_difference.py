"""Whatever two files are, the steps make the earlier one; and what was only moved is not kept."""

from __future__ import annotations

import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.store.difference import Content, Copy, Keep, steps


def kept_bytes(before: bytes, after: bytes) -> int:
    plan = list(steps(Content(io.BytesIO(before)), Content(io.BytesIO(after))))
    made = b"".join(
        after[step.offset : step.offset + step.length]
        if isinstance(step, Copy)
        else before[step.offset : step.offset + step.length]
        for step in plan
    )
    assert made == before
    assert all(step.length > 0 for step in plan)
    return sum(step.length for step in plan if isinstance(step, Keep))


def noise(length: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(length)


WORK = noise(1_500_000)
PAGES = [WORK[start : start + 4000] for start in range(0, len(WORK), 4000)]


def ogg(first: int) -> bytes:
    return b"".join(
        b"OggS" + (first + at).to_bytes(4, "little") + noise(4, first + at) + page for at, page in enumerate(PAGES)
    )


def shuffled() -> bytes:
    pages = list(PAGES)
    random.Random(3).shuffle(pages)
    return b"".join(pages)


@pytest.mark.parametrize(
    ("before", "after", "most"),
    [
        (WORK, WORK, 0),
        (b"", WORK, 0),
        (WORK, b"", len(WORK)),
        (WORK, WORK[:4] + b"size" + WORK[8:20] + noise(900) + WORK[20:], 64),
        (WORK, WORK[:4] + b"size" + WORK[8:], 4),
        (WORK, noise(4096) + WORK + noise(77), 0),
        (WORK, WORK[:9] + noise(500) + WORK[9:700_000] + noise(33) + WORK[700_000:] + noise(5), 64),
        (WORK[:9] + noise(70_000, 5) + WORK[9:], WORK, 70_100),
        (ogg(0), noise(4096) + ogg(1), 12 * len(PAGES)),
        (WORK, shuffled(), len(PAGES) * 1024),
        (bytes(900_000), bytes(100) + b"x" + bytes(700_000), 64),
        (WORK, noise(len(WORK), 9), len(WORK)),
    ],
    ids=[
        "same", "nothing before", "nothing after", "head grown", "head written over", "moved by an odd length",
        "head, middle and end", "a cover taken out", "every page renumbered", "pages in another order", "silence",
        "nothing in common",
    ],
)  # fmt: skip
def test_only_what_is_new_is_kept(before: bytes, after: bytes, most: int) -> None:
    assert kept_bytes(before, after) <= most


def test_a_window_border_loses_nothing() -> None:
    base = noise(3 << 18)
    for shift in (1, 511, 512, 513, (1 << 18) - 1):
        assert kept_bytes(base, base[:1000] + noise(shift) + base[1000:]) == 0


pieces = st.binary(max_size=300) | st.integers(0, 5).map(lambda seed: noise(2000, seed)) | st.just(b"ab" * 400)
contents = st.lists(pieces, max_size=8).map(b"".join)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(contents, contents)
def test_any_two_contents(before: bytes, after: bytes) -> None:
    assert kept_bytes(before, after) <= len(before)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.integers(1, 40_000), st.lists(st.tuples(st.integers(0, 40_000), st.binary(max_size=60)), max_size=6))
def test_edits_cost_little(size: int, edits: list[tuple[int, bytes]]) -> None:
    before = noise(size)
    after = bytearray(before)
    for place, words in edits:
        after[place % size : place % size] = words
    assert kept_bytes(before, bytes(after)) <= len(edits) * 4096
