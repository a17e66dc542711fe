"""A way back is exact, says so only when it is, and never makes anything else."""

from __future__ import annotations

import io
import random
import tracemalloc
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.errors import Busy, StoreDamaged
from artistguard.store import wayback
from artistguard.works import Digest

if TYPE_CHECKING:
    from pathlib import Path


def way_back(before: bytes, after: bytes) -> bytes:
    sink = io.BytesIO()
    way = wayback.write(io.BytesIO(before), io.BytesIO(after), sink)
    assert way.before == Digest.of(before)
    assert way.size == len(before)
    return sink.getvalue()


def walked(packed: bytes, after: bytes | None) -> bytes:
    made = io.BytesIO()
    wayback.rebuild(io.BytesIO(packed), io.BytesIO(after) if after is not None else None, made.write)
    return made.getvalue()


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.binary(max_size=5000), st.binary(max_size=5000))
def test_any_bytes_come_back(before: bytes, after: bytes) -> None:
    assert walked(way_back(before, after), after) == before


@settings(derandomize=True, deadline=None, max_examples=30)
@given(st.integers(0, 300_000), st.integers(0, 300_000), st.binary(max_size=100), st.integers(0, 9))
def test_a_large_file_needs_only_what_changed(start: int, stop: int, words: bytes, seed: int) -> None:
    before = random.Random(seed).randbytes(300_000)
    after = before[: min(start, stop)] + words + before[max(start, stop) :]
    packed = way_back(before, after)
    assert walked(packed, after) == before
    assert len(packed) < abs(stop - start) + 9000


def test_a_small_file_is_kept_whole_and_needs_nothing() -> None:
    packed = way_back(b"a small picture", b"a small picture, stated")
    assert walked(packed, None) == b"a small picture"


def test_a_large_file_needs_the_later_one() -> None:
    before = random.Random(1).randbytes(200_000)
    packed = way_back(before, before + b"stated")
    assert len(packed) < 200
    with pytest.raises(StoreDamaged):
        walked(packed, None)
    with pytest.raises(StoreDamaged):
        walked(packed, before[:-1])
    with pytest.raises(StoreDamaged):
        walked(packed, before[:-1] + b"?")


def test_a_file_with_nothing_in_common_is_kept_whole() -> None:
    before = random.Random(1).randbytes(200_000)
    assert walked(way_back(before, random.Random(2).randbytes(200_000)), None) == before


@pytest.mark.parametrize("seed", range(3))
def test_no_damage_goes_unnoticed(seed: int) -> None:
    dice = random.Random(seed)
    before = dice.randbytes(9_000)
    after = before[:50] + b"stated" + before[50:]
    packed = way_back(before, after)
    for _ in range(150):
        broken = bytearray(packed)
        broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
        with suppress(StoreDamaged):  # a bit that says nothing, such as gzip's "made on", may be any
            assert walked(bytes(broken), after) == before
        with pytest.raises(StoreDamaged):
            walked(packed[: dice.randrange(len(packed) - 8)], after)


def test_what_is_not_a_way_back_is_told() -> None:
    for content in (b"", b"AGWB", b"\0" * 200, b"PK\3\4" + bytes(300)):
        with pytest.raises(StoreDamaged):
            walked(content, b"later")


def test_a_promise_of_more_than_it_says_is_refused() -> None:
    packed = bytearray(way_back(b"b" * 100, b""))
    packed[38:46] = (3).to_bytes(8, "big")
    with pytest.raises(StoreDamaged, match="more than it says"):
        walked(bytes(packed), None)


def test_digests_that_are_known_are_proven_all_the_same() -> None:
    before, after = b"before " * 20_000, b"after " + b"before " * 20_000
    known = (Digest.of(before), Digest.of(after))
    sink = io.BytesIO()
    assert wayback.write(io.BytesIO(before), io.BytesIO(after), sink, known).before == known[0]
    assert walked(sink.getvalue(), after) == before
    with pytest.raises(Busy):
        wayback.write(io.BytesIO(before + b"more"), io.BytesIO(after), io.BytesIO(), known)


class Changing(io.BytesIO):
    """A file that another program writes while it is read: each look from the start shows other bytes."""

    def __init__(self, length: int) -> None:
        super().__init__(bytes(length))
        self._looks = 0

    def seek(self, offset: int, whence: int = 0) -> int:
        if offset == 0 and whence == 0:
            self._looks += 1
            self.getbuffer()[-1] = self._looks % 256
        return super().seek(offset, whence)


def test_a_file_that_changes_meanwhile_is_busy() -> None:
    with pytest.raises(Busy):
        wayback.write(Changing(200_000), io.BytesIO(bytes(200_000)), io.BytesIO())


def test_a_large_file_is_not_held_in_memory(tmp_path: Path) -> None:
    before, after, kept = (tmp_path / name for name in ("before", "after", "kept"))
    piece = random.Random(1).randbytes(1 << 20)
    with before.open("wb") as one, after.open("wb") as other:
        one.write(b"RIFF....WAVE")
        other.write(b"RIFF....WAVE" + b"stated" * 50)
        for number in range(48):
            one.write(number.to_bytes(4, "big") + piece)
            other.write(number.to_bytes(4, "big") + piece)
        other.write(b"and at the end")
    tracemalloc.start()
    with before.open("rb") as one, after.open("rb") as other, kept.open("w+b") as sink:
        wayback.write(one, other, sink)
        peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert kept.stat().st_size < 1000
    assert peak < 40 << 20
