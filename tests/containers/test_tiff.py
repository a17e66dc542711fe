from __future__ import annotations

import io
import struct
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from artistguard.containers import tiff, tiff_edit
from artistguard.containers.tiff import ASCII, EMPTY, EXIF_POINTER, UNDEFINED, Field
from artistguard.containers.tiff_edit import FOOTER
from artistguard.errors import ArtistGuardError, CannotEmbed, Damaged

WORDS = Field(ASCII, 6, b"words\0")
LITTLE = b"II*\0\0\0\0\0"
BIG_EMPTY = b"II+\0\x08\0\0\0" + bytes(8)


@dataclass(frozen=True)
class Row:
    """One entry to build a block from by hand."""

    tag: int
    kind: int
    count: int
    slot: bytes


def built(order: str, *rows: Row, after: int = 0, tail: bytes = b"") -> bytes:
    head = (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HI", 42, 8)
    body = b"".join(struct.pack(f"{order}HHI", row.tag, row.kind, row.count) + row.slot.ljust(4, b"\0") for row in rows)
    return head + struct.pack(f"{order}H", len(rows)) + body + struct.pack(f"{order}I", after) + tail


def value(block: bytes, tag: int, *, exif: bool = False) -> bytes | None:
    found = tiff.parse(block)
    entry = (found.exif if exif else found.top).entry(tag)
    return None if entry is None else found.value(entry)


def rewritten(block: bytes, top: dict[int, Field], exif: dict[int, Field] | None = None) -> bytes:
    return tiff_edit.rewrite(tiff.parse(block), top, exif or {})


@pytest.mark.parametrize("order", ["<", ">"])
def test_values_inside_and_outside_of_entries_are_read(order: str) -> None:
    far = struct.pack(f"{order}I", 38)
    block = built(order, Row(0x10E, ASCII, 3, b"ab\0"), Row(0x13B, ASCII, 6, far), tail=b"words\0")
    assert value(block, 0x10E) == b"ab\0"
    assert value(block, 0x13B) == b"words\0"
    assert value(block, 0x8298) is None


@pytest.mark.parametrize("start", [EMPTY, LITTLE, BIG_EMPTY], ids=["big-endian", "little-endian", "BigTIFF"])
def test_fields_come_back(start: bytes) -> None:
    block = rewritten(
        start, {0x13B: WORDS}, {0x9287: Field(UNDEFINED, 6, b"abcdef"), 0x9000: Field(UNDEFINED, 4, b"0310")}
    )
    assert value(block, 0x13B) == b"words\0"
    assert value(block, 0x9287, exif=True) == b"abcdef"
    assert value(block, 0x9000, exif=True) == b"0310"
    tags = [entry.tag for entry in tiff.parse(block).top.entries]
    assert tags == sorted(tags)


def test_the_same_values_leave_the_block_as_it_is() -> None:
    block = rewritten(EMPTY, {0x13B: WORDS})
    assert rewritten(block, {0x13B: WORDS}) == block


def test_a_value_of_the_same_length_is_replaced_in_place() -> None:
    block = rewritten(EMPTY, {0x13B: WORDS, 0x10E: Field(ASCII, 3, b"ab\0")})
    assert rewritten(block, {0x13B: Field(ASCII, 6, b"birds\0")}) == block.replace(b"words", b"birds")


def test_everything_that_stood_there_stays_where_it_was() -> None:
    far = struct.pack("<I", 38)
    block = built("<", Row(0x10E, ASCII, 3, b"ab\0"), Row(0x927C, UNDEFINED, 6, far), tail=b"hidden" + bytes(100))
    new = rewritten(block, {0x13B: WORDS})
    assert new[8 : len(block)] == block[8:]
    assert new[:4] == block[:4]
    assert value(new, 0x927C) == b"hidden"


def test_the_next_directory_is_kept() -> None:
    thumbnail = struct.pack("<H", 0) + bytes(4)
    block = built("<", Row(0x10E, ASCII, 3, b"ab\0"), after=26, tail=thumbnail)
    new = tiff.parse(rewritten(block, {0x13B: WORDS}))
    assert new.top.next == 26
    assert len(tiff.directories(new)) == 2


def test_going_back_and_forth_does_not_grow() -> None:
    block = built("<", Row(0x10E, ASCII, 3, b"ab\0"))
    short, long = {0x9287: Field(7, 6, b"x" * 6)}, {0x9287: Field(7, 22, b"y" * 22)}
    first = rewritten(block, {0x13B: WORDS}, short)
    second = rewritten(first, {0x13B: WORDS}, long)
    assert rewritten(second, {0x13B: WORDS}, short) == first
    assert rewritten(first, {0x13B: WORDS}, long) == second


def test_an_edit_by_another_program_inside_our_region_is_carried_along() -> None:
    block = rewritten(EMPTY, {0x13B: WORDS, 0x10E: Field(ASCII, 3, b"ab\0")})
    edited = block.replace(b"words", b"birds").replace(b"ab\0", b"cd\0")
    grown = rewritten(edited, {0x8298: Field(ASCII, 9, b"notice...")})
    assert value(grown, 0x13B) == b"birds\0"
    assert value(grown, 0x10E) == b"cd\0"
    assert grown.count(FOOTER) == 1


def test_a_region_with_something_behind_it_is_left_alone() -> None:
    block = rewritten(EMPTY, {0x13B: WORDS}) + b"more of another program"
    new = rewritten(block, {0x8298: Field(ASCII, 9, b"notice...")})
    assert new[8 : len(block)] == block[8:]


@pytest.mark.parametrize("tag", [0x8825, 0x014A])
def test_a_region_that_others_point_into_is_left_alone(tag: int) -> None:
    block = rewritten(EMPTY, {0x13B: WORDS})
    inside = struct.pack(">I", 20)
    pointing = rewritten(block, {tag: Field(4, 1, inside)})
    new = rewritten(pointing, {0x8298: Field(ASCII, 9, b"notice...")})
    assert new[8 : len(pointing)] == pointing[8:]


def test_a_footer_that_lies_is_not_believed() -> None:
    for start in (0, 4, 0xFFFFFFFF, 30):
        block = built(">", Row(0x10E, ASCII, 3, b"ab\0"), tail=FOOTER + struct.pack(">I", start))
        assert rewritten(block, {0x13B: WORDS})[8 : len(block)] == block[8:]


def test_doubled_and_unknown_entries_are_kept() -> None:
    block = built("<", Row(0x10E, ASCII, 3, b"ab\0"), Row(0x10E, ASCII, 3, b"cd\0"), Row(0x9999, 200, 7, b"wxyz"))
    entries = tiff.parse(rewritten(block, {0x13B: WORDS})).top.entries
    assert [(entry.tag, entry.inline) for entry in entries if entry.tag != 0x13B] == [
        (0x10E, b"ab\0\0"), (0x10E, b"cd\0\0"), (0x9999, b"wxyz"),
    ]  # fmt: skip


def test_numbers_are_read_by_their_type() -> None:
    block = tiff.parse(built(">", Row(0x112, 3, 1, b"\0\6"), Row(0x100, 4, 1, b"\0\1\0\0"), Row(0x10E, 2, 1, b"x")))
    assert block.number(block.top.entry(0x112)) == 6
    assert block.number(block.top.entry(0x100)) == 65536
    assert block.number(block.top.entry(0x10E)) is None
    assert block.number(None) is None


def test_a_block_of_pillow_is_understood_and_pillow_understands_ours() -> None:
    exif = Image.Exif()
    exif[0x10F] = "ArtCam"
    exif.get_ifd(0x8769)[0x9003] = "2020:01:01 00:00:00"
    block = exif.tobytes().removeprefix(b"Exif\0\0")
    new = rewritten(block, {0x13B: WORDS}, {0x9287: Field(7, 6, b"abcdef")})
    held = io.BytesIO()
    Image.new("RGB", (8, 8)).save(held, "JPEG", exif=b"Exif\0\0" + new)
    with Image.open(held) as picture:
        picture.load()
        assert picture.getexif()[0x10F] == "ArtCam"
        assert picture.getexif()[0x13B] == "words"
        assert picture.getexif().get_ifd(0x8769)[0x9287] == b"abcdef"
        assert picture.getexif().get_ifd(0x8769)[0x9003] == "2020:01:01 00:00:00"


@pytest.mark.parametrize(
    "block",
    [
        b"",
        b"II*\0",
        b"XX*\0\0\0\0\x08",
        b"II\x2c\0\x08\0\0\0\0\0",
        b"II+\0\4\0\0\0" + bytes(8),
        b"II*\0\xff\xff\0\0",
        b"II*\0\4\0\0\0\0\0\0\0",
        built("<", Row(0x10E, ASCII, 600, b"\x26\0\0\0")),
        b"II*\0\x08\0\0\0\xff\xff" + bytes(900_000),
        built("<", Row(EXIF_POINTER, 4, 1, b"\xff\0\0\0")),
    ],
)
def test_what_does_not_add_up_is_damaged(block: bytes) -> None:
    with pytest.raises(Damaged):
        tiff.parse(block)


def test_pages_in_a_circle_are_damaged() -> None:
    with pytest.raises(Damaged):
        tiff.directories(tiff.parse(built("<", Row(0x10E, ASCII, 3, b"ab\0"), after=8)))


def test_offsets_over_four_gigabytes_are_refused() -> None:
    found = tiff.parse(EMPTY)
    with pytest.raises(CannotEmbed):
        tiff_edit._offset(found, 0xFFFFFFFF)
    assert tiff_edit._offset(tiff.parse(BIG_EMPTY), 0xFFFFFFFFF) == b"\xff\xff\xff\xff\x0f\0\0\0"


@settings(derandomize=True, max_examples=150)
@given(
    st.sampled_from([EMPTY, LITTLE, BIG_EMPTY]),
    st.lists(st.dictionaries(st.integers(256, 60000), st.binary(min_size=1, max_size=40), max_size=6), max_size=4),
)
def test_every_row_of_changes_leaves_the_last_values(start: bytes, changes: list[dict[int, bytes]]) -> None:
    block, known = start, dict[int, bytes]()
    for change in changes:
        fields = {
            tag: Field(UNDEFINED, len(raw), raw)
            for tag, raw in change.items()
            if tag != EXIF_POINTER and tag not in {0x8825, 0xA005, 0x14A}
        }
        block = rewritten(block, fields)
        known |= {tag: field.value for tag, field in fields.items()}
        assert rewritten(block, fields) == block
    assert {tag: value(block, tag) for tag in known} == known
    assert len(block) < 400 + sum(60 + len(raw) for raw in known.values())


@settings(derandomize=True, max_examples=300)
@given(st.binary(max_size=120), st.integers(0, 200), st.integers(0, 255))
def test_no_bytes_break_it(noise: bytes, at: int, byte: int) -> None:
    block = bytearray(rewritten(EMPTY, {0x13B: WORDS}, {0x9287: Field(7, 6, b"abcdef")}) + noise)
    block[at % len(block)] = byte
    try:
        tiff.directories(tiff.parse(rewritten(bytes(block), {0x8298: WORDS})))
    except ArtistGuardError:
        return
