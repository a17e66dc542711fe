from __future__ import annotations

import struct

import pytest

from artistguard.containers import segments
from artistguard.containers.segments import APP1, APP2, LONGEST_PAYLOAD, Segment, made
from artistguard.containers.tiff import EMPTY, Field, parse
from artistguard.containers.tiff_edit import rewrite
from artistguard.errors import CannotEmbed, Damaged

SCAN = b"\xff\xda\0\4ab" + b"picture\xff\xd9"


def jpeg(*row: Segment, scan: bytes = SCAN) -> bytes:
    return segments.SOI + b"".join(segment.raw for segment in row) + scan


def pictures(*rows: tuple[int, int], order: str = ">") -> Segment:
    value = b"".join(struct.pack(f"{order}IIIHH", 0, size, offset, 0, 0) for size, offset in rows)
    block = rewrite(parse(EMPTY), {segments.MP_ENTRIES: Field(7, len(value), value)}, {})
    return made(APP2, segments.MPF + block)


def listed(segment: Segment) -> list[tuple[int, int]]:
    found = parse(segment.payload[4:])
    entry = found.top.entry(segments.MP_ENTRIES)
    assert entry is not None
    return [(row[1], row[2]) for row in struct.iter_unpack(f"{found.order}IIIHH", found.value(entry))]


def test_segments_come_back_and_the_rest_begins_at_the_scan() -> None:
    row = (made(APP1, b"one"), made(APP2, b""), Segment(0xD0, b"", b"\xff\xd0"))
    content = jpeg(*row)
    found, body = segments.parse(content)
    assert found == row
    assert content[body:] == SCAN
    assert body == 2 + segments.length(found)


def test_fill_and_stray_bytes_belong_to_what_follows_them() -> None:
    found, body = segments.parse(jpeg(Segment(0, b"", b"\xff\xff\0junk"), made(APP1, b"one"), scan=b"\xff" + SCAN))
    assert found[0].marker == APP1
    assert found[0].raw.endswith(made(APP1, b"one").raw)
    assert found[1].raw == b"\xff"
    assert body == 2 + segments.length(found)


def test_a_payload_may_be_as_long_as_a_segment_and_no_longer() -> None:
    assert len(made(APP1, b"x" * LONGEST_PAYLOAD).raw) == 65537
    with pytest.raises(CannotEmbed):
        made(APP1, b"x" * (LONGEST_PAYLOAD + 1))


def test_bytes_before_the_list_move_nothing_but_the_size_of_the_first() -> None:
    old = [pictures((1000, 0), (500, 900))]
    new = [made(APP1, b"x" * 96), *old]
    assert listed(segments.with_pictures_found(old, new)[1]) == [(1100, 0), (500, 900)]


def test_bytes_behind_the_list_move_the_second_picture() -> None:
    old = [pictures((1000, 0), (500, 900), (400, 0))]
    new = [made(APP1, b"x" * 96), *old, made(APP1, b"x" * 46)]
    assert listed(segments.with_pictures_found(old, new)[1]) == [(1150, 0), (500, 950), (400, 0)]


def test_nothing_put_in_leaves_the_list_as_it_is() -> None:
    old = [pictures((1000, 0), (500, 900))]
    assert segments.with_pictures_found(old, old) == old


@pytest.mark.parametrize("rows", [((0xFFFFFFFF, 0), (5, 900)), ((5, 0), (5, 0xFFFFFFFF))])
def test_a_list_that_would_run_over_is_refused(rows: tuple[tuple[int, int], ...]) -> None:
    old = [pictures(*rows)]
    with pytest.raises(CannotEmbed):
        segments.with_pictures_found(old, [*old, made(APP1, b"x")])


@pytest.mark.parametrize("payload", [b"", b"II", EMPTY])
def test_a_list_that_cannot_be_read_is_refused(payload: bytes) -> None:
    old = [made(APP2, segments.MPF + payload)]
    with pytest.raises(CannotEmbed):
        segments.with_pictures_found(old, [*old, made(APP1, b"x")])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xd8",
        b"GIF89a",
        jpeg(scan=b""),
        jpeg(scan=b"\xff\xd9"),
        jpeg(made(APP1, b"abc"))[:8],
        jpeg(scan=b"\xff\xe1\0\1" + SCAN),
    ],
)
def test_what_has_no_scan_is_damaged(content: bytes) -> None:
    with pytest.raises(Damaged):
        segments.parse(content)
