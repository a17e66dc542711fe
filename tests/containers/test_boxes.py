from __future__ import annotations

import io
import itertools
import struct
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artistguard.containers import boxes
from artistguard.errors import CannotEmbed, Damaged, FileProblem

if TYPE_CHECKING:
    from pathlib import Path

KINDS = st.binary(min_size=4, max_size=4).filter(lambda kind: kind != b"uuid")


def stream(*parts: bytes) -> io.BytesIO:
    return io.BytesIO(b"".join(parts))


def wide(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4sQ", 1, kind, 16 + len(body)) + body


class Unread(io.BytesIO):
    """A stream that counts what is read from it."""

    read_bytes = 0

    def read(self, size: int | None = -1, /) -> bytes:
        piece = super().read(size)
        self.read_bytes += len(piece)
        return piece


@given(st.lists(st.tuples(KINDS, st.binary(max_size=40)), max_size=12))
def test_packed_boxes_are_found_again(content: list[tuple[bytes, bytes]]) -> None:
    source = stream(*(boxes.pack(kind, body) for kind, body in content))
    found = list(boxes.walk(source))
    assert [(box.kind, boxes.body_of(source, box)) for box in found] == content
    assert all(left.end == right.start for left, right in itertools.pairwise(found))


def test_headers_only_are_read() -> None:
    source = Unread(boxes.pack(b"mdat", bytes(1_000_000)) + boxes.pack(b"moov", b"x"))
    assert [box.kind for box in boxes.walk(source)] == [b"mdat", b"moov"]
    assert source.read_bytes < 100


def test_long_lengths_are_understood() -> None:
    source = stream(wide(b"mdat", b"abc"), boxes.pack(b"free", b""))
    first, second = boxes.walk(source)
    assert (first.header, first.size, first.length, boxes.body_of(source, first)) == (16, 19, 3, b"abc")
    assert second.kind == b"free"


def test_length_zero_reaches_to_the_end() -> None:
    source = stream(boxes.pack(b"ftyp", b"heic"), struct.pack(">I4s", 0, b"mdat"), b"pixels")
    first, last = boxes.walk(source)
    assert not first.open_ended
    assert last.open_ended
    assert boxes.body_of(source, last) == b"pixels"


def test_uuid_boxes_give_their_name() -> None:
    source = stream(boxes.pack(b"uuid", b"body", user_type=bytes(range(16))))
    (box,) = boxes.walk(source)
    assert box.user_type == bytes(range(16))
    assert boxes.body_of(source, box) == b"body"


def test_zeros_that_end_a_list_are_passed_over_and_other_rests_are_not() -> None:
    assert len(list(boxes.walk(stream(boxes.pack(b"free", b""), bytes(4))))) == 1
    with pytest.raises(Damaged):
        list(boxes.walk(stream(boxes.pack(b"free", b""), b"oops")))


@pytest.mark.parametrize(
    "broken",
    [
        struct.pack(">I4s", 7, b"mdat"),
        struct.pack(">I4s", 100, b"mdat") + b"short",
        struct.pack(">I4s", 1, b"mdat"),
        struct.pack(">I4sQ", 1, b"mdat", 15),
        struct.pack(">I4sQ", 1, b"mdat", 1 << 63),
        struct.pack(">I4s", 12, b"uuid") + b"1234",
        struct.pack(">I4s", 2, b"mdat"),
    ],
)
def test_lengths_that_cannot_be_are_damage(broken: bytes) -> None:
    with pytest.raises(Damaged):
        list(boxes.walk(io.BytesIO(broken)))


def test_more_boxes_than_any_work_has_are_refused() -> None:
    source = stream(boxes.pack(b"free", b"") * (boxes.MOST_BOXES + 1))
    with pytest.raises(Damaged, match="more parts"):
        list(boxes.walk(source))


@given(st.binary(max_size=200))
def test_any_bytes_end_in_boxes_or_damage(content: bytes) -> None:
    try:
        found = list(boxes.walk(io.BytesIO(content)))
    except FileProblem:
        return
    assert all(0 < box.size <= len(content) for box in found)


def test_find_gives_the_first_or_none() -> None:
    source = stream(boxes.pack(b"free", b"1"), boxes.pack(b"free", b"2"))
    found = boxes.find(source, b"free")
    assert found is not None
    assert found.start == 0
    assert boxes.find(source, b"moov") is None


def test_bodies_longer_than_allowed_are_not_read() -> None:
    source = stream(boxes.pack(b"moov", bytes(100)))
    (box,) = boxes.walk(source)
    with pytest.raises(Damaged, match="longer"):
        boxes.body_of(source, box, longest=99)
    assert len(boxes.body_of(source, box, longest=100)) == 100


def test_a_body_that_vanished_is_damage() -> None:
    with pytest.raises(Damaged):
        boxes.body_of(io.BytesIO(b"abc"), boxes.Box(b"moov", 0, 8, 20))


def test_boxes_inside_a_body_count_from_its_start() -> None:
    body = bytes(4) + boxes.pack(b"pitm", b"\0\1") + boxes.pack(b"iloc", b"")
    assert [(box.kind, box.start) for box in boxes.inside(body, 4)] == [(b"pitm", 4), (b"iloc", 14)]


@given(st.integers(0, 255), st.integers(0, 0xFFFFFF), st.binary(max_size=20))
def test_full_boxes_keep_version_and_flags(version: int, flags: int, body: bytes) -> None:
    (box,) = boxes.inside(packed := boxes.pack_full(b"iloc", version, flags, body))
    content = packed[box.body : box.end]
    assert boxes.full(content) == (version, flags)
    assert content[4:] == body


def test_a_full_box_without_version_is_damage() -> None:
    with pytest.raises(Damaged):
        boxes.full(b"\0\0\0")


@given(st.binary(min_size=1, max_size=100), st.data())
def test_copy_takes_exactly_the_range(content: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(content)))
    length = data.draw(st.integers(0, len(content) - start))
    target = io.BytesIO()
    boxes.copy(io.BytesIO(content), target, start, length)
    assert target.getvalue() == content[start : start + length]


def test_copy_goes_in_strides() -> None:
    content = bytes(range(256)) * (boxes.STRIDE // 128)
    target = io.BytesIO()
    boxes.copy(io.BytesIO(content), target, 1, len(content) - 1)
    assert target.getvalue() == content[1:]


def test_copying_past_the_end_is_damage() -> None:
    with pytest.raises(Damaged):
        boxes.copy(io.BytesIO(b"abc"), io.BytesIO(), 0, 4)


def moov(table: bytes) -> bytes:
    for kind in (b"stbl", b"minf", b"mdia", b"trak"):
        table = boxes.pack(kind, boxes.pack(b"free", b"x") + table)
    return boxes.pack(b"mvhd", b"head") + table


@pytest.mark.parametrize(("kind", "code"), [(b"stco", ">I"), (b"co64", ">Q")])
def test_chunk_offsets_move(kind: bytes, code: str) -> None:
    def table(*offsets: int) -> bytes:
        return boxes.pack_full(
            kind, 0, 0, struct.pack(">I", len(offsets)) + b"".join(struct.pack(code, at) for at in offsets)
        )

    before = moov(table(100, 2000, 70)) + moov(table(5000))
    after = boxes.move_chunks(before, lambda at: at + 9 if at > 90 else at)
    assert after == moov(table(109, 2009, 70)) + moov(table(5009))


def test_chunk_tables_with_long_lengths_move_too() -> None:
    table = wide(b"stco", bytes(4) + struct.pack(">II", 1, 7))
    assert boxes.move_chunks(moov(table), lambda at: at + 1) == moov(wide(b"stco", bytes(4) + struct.pack(">II", 1, 8)))


def test_offsets_that_no_longer_fit_are_refused() -> None:
    table = boxes.pack_full(b"stco", 0, 0, struct.pack(">II", 1, 0xFFFFFFF0))
    with pytest.raises(CannotEmbed):
        boxes.move_chunks(moov(table), lambda at: at + 100)
    with pytest.raises(CannotEmbed):
        boxes.move_chunks(moov(table), lambda _: -1)


@pytest.mark.parametrize(
    "body", [b"", bytes(4), bytes(4) + struct.pack(">I", 1), bytes(4) + struct.pack(">II", 1 << 31, 1)]
)
def test_chunk_tables_cut_short_are_damage(body: bytes) -> None:
    with pytest.raises(Damaged):
        boxes.move_chunks(moov(boxes.pack(b"stco", body)), lambda at: at)


def test_a_real_recording_plays_after_room_is_made_before_its_samples(tmp_path: Path) -> None:
    original = tmp_path / "a.m4a"
    tone = ["-f", "lavfi", "-i", "sine=duration=1", "-c:a", "aac", "-movflags", "+faststart", "-bitexact"]
    subprocess.run(["ffmpeg", "-v", "error", *tone, str(original)], check=True)
    content = original.read_bytes()
    room = boxes.pack(b"free", bytes(777))
    source = io.BytesIO(content)
    place = boxes.find(source, b"moov")
    assert place is not None
    moved = boxes.move_chunks(boxes.body_of(source, place), lambda at: at + len(room))
    changed = tmp_path / "b.m4a"
    changed.write_bytes(content[: place.start] + boxes.pack(b"moov", moved) + room + content[place.end :])
    assert _sound(changed) == _sound(original)
    skipped = tmp_path / "c.m4a"
    skipped.write_bytes(content[: place.end] + room + content[place.end :])
    assert _sound(skipped) != _sound(original)


def _sound(path: Path) -> bytes:
    done = subprocess.run(
        ["ffmpeg", "-v", "quiet", "-i", str(path), "-f", "md5", "-"], capture_output=True, check=False
    )
    return done.stdout


def test_brands_are_those_of_the_first_box() -> None:
    head = boxes.pack(b"ftyp", b"avif" + bytes(4) + b"mif1miaf") + boxes.pack(b"meta", b"")
    assert boxes.brands(head) == (b"avif", b"mif1", b"miaf")
    assert boxes.brands(head[:22]) == (b"avif", b"mif1")
    for other in (b"", head[:15], boxes.pack(b"free", bytes(20))):
        assert boxes.brands(other) == ()
