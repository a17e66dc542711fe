from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artistguard.containers.splice import Cut, Splice
from artistguard.errors import CannotEmbed


@st.composite
def cuts(draw: st.DrawFn) -> tuple[bytes, list[Cut]]:
    content = bytes(range(draw(st.integers(1, 120))))
    edges = sorted(draw(st.lists(st.integers(0, len(content)), max_size=10)))
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    fillings = st.binary(max_size=9).map(lambda filling: bytes(byte | 0x80 for byte in filling))
    return content, [Cut(start, end, draw(fillings)) for start, end in pairs]


@given(cuts())
def test_every_byte_that_stays_is_found_where_it_moved(case: tuple[bytes, list[Cut]]) -> None:
    content, chosen = case
    splice = Splice(chosen)
    changed = splice.applied(content)
    assert len(changed) == len(content) + sum(cut.growth for cut in chosen)
    for offset, byte in enumerate(content):
        if not any(cut.start <= offset < cut.end for cut in chosen):
            assert changed[splice.moved(offset)] == byte


@given(cuts(), st.integers(0, 120), st.integers(0, 120))
def test_a_kept_range_is_found_whole(case: tuple[bytes, list[Cut]], start: int, length: int) -> None:
    content, chosen = case
    start = min(start, len(content))
    length = min(length, len(content) - start)
    splice = Splice(chosen)
    moved = splice.moved(start)
    whole = splice.applied(content)[moved : moved + length] == content[start : start + length]
    if splice.keeps(start, length):
        assert whole
    elif length:
        assert not whole or any(cut.filling == content[cut.start : cut.end] for cut in chosen)


def test_cuts_may_come_in_any_order() -> None:
    assert Splice([Cut(4, 5, b"Y"), Cut(0, 1, b"XX"), Cut(2, 2, b"-")]).applied(b"abcdef") == b"XXb-cdYf"


def test_what_is_inserted_comes_before_the_byte_there() -> None:
    splice = Splice([Cut(2, 2, b"12")])
    assert [splice.moved(offset) for offset in range(4)] == [0, 1, 4, 5]
    assert splice.keeps(0, 2)
    assert splice.keeps(2, 2)
    assert not splice.keeps(1, 2)


@pytest.mark.parametrize("chosen", [[Cut(0, 3, b""), Cut(2, 4, b"")], [Cut(3, 2, b"")], [Cut(-1, 2, b"")]])
def test_overlapping_cuts_are_refused(chosen: list[Cut]) -> None:
    with pytest.raises(CannotEmbed):
        Splice(chosen)
