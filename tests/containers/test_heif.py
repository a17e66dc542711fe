from __future__ import annotations

import io
import struct
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.containers import boxes, heif, heif_edit, tiff
from artistguard.containers.iloc import Extent, Locations, Place, put, take
from artistguard.decoding import image
from artistguard.errors import CannotEmbed, Damaged, FileProblem
from tests.suites.heif_builder import Layout, build

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "image"
REAL = (SAMPLES / "avif" / "pillow.avif").read_bytes()
GRID = (SAMPLES / "avif" / "avifenc-grid.avif").read_bytes()
MOVING = (SAMPLES / "avif" / "pillow-moving.avif").read_bytes()
PACKET = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>one</x:xmpmeta>"
LONGER = PACKET.replace(b"one", b"one and two and three" * 9)
LAYOUTS = {
    "plain": Layout(),
    "methods known": Layout(version=1),
    "long ids": Layout(version=2, references=1),
    "bases": Layout(sizes=(4, 4, 4, 0), base=True),
    "bases of nought": Layout(sizes=(4, 4, 4, 0)),
    "wide numbers": Layout(version=1, sizes=(8, 8, 8, 8), base=True),
    "indexes": Layout(version=1, sizes=(4, 4, 0, 4)),
    "beside the list": Layout(version=1, beside=True),
    "beside the list, last": Layout(version=1, beside=True, last=True),
    "list after the pictures": Layout(last=True),
    "in pieces": Layout(pieces=3),
    "in pieces after a base": Layout(pieces=3, sizes=(4, 4, 8, 0), base=True),
    "64-bit length": Layout(wide=True),
    "to the end of the file": Layout(open_ended=True),
    "boxes behind": Layout(trailer=boxes.pack(b"free", b"x" * 9) + boxes.pack(b"mpvd", b"a film")),
}
layouts = pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())


def look(content: bytes) -> tuple[object, ...]:
    picture = image.pixels(io.BytesIO(content), ("AVIF",))
    return picture.payload, picture.guard


def packet_of(content: bytes) -> bytes:
    picture = heif.parse(content)
    assert picture.xmp is not None
    return picture.bytes_of(picture.xmp.number)


@layouts
@pytest.mark.parametrize("real", [REAL, GRID], ids=["one picture", "grid"])
def test_a_packet_is_added_in_every_layout(real: bytes, layout: Layout) -> None:
    content = build(real, layout)
    assert look(content) == look(real)
    changed = heif_edit.rewrite(heif.parse(content), None, PACKET)
    assert packet_of(changed) == PACKET
    assert look(changed) == look(real)


@layouts
def test_a_packet_is_replaced_where_it_stands(layout: Layout) -> None:
    content = build(GRID, replace(layout, packet=LONGER))
    assert packet_of(content) == LONGER
    shorter = heif_edit.rewrite(heif.parse(content), None, PACKET)
    assert packet_of(shorter) == PACKET
    assert look(shorter) == look(GRID)
    assert b"two and three" not in shorter
    again = heif_edit.rewrite(heif.parse(shorter), None, LONGER)
    assert packet_of(again) == LONGER
    assert look(again) == look(GRID)


@layouts
def test_changing_to_and_fro_leaves_no_dead_bytes(layout: Layout) -> None:
    once = heif_edit.rewrite(heif.parse(build(REAL, layout)), None, PACKET)
    longer = heif_edit.rewrite(heif.parse(once), None, LONGER)
    back = heif_edit.rewrite(heif.parse(longer), None, PACKET)
    assert len(longer) == len(once) + len(LONGER) - len(PACKET)
    assert back == once


@layouts
@pytest.mark.parametrize("real", [REAL, GRID], ids=["one picture", "grid"])
def test_packet_and_block_are_added_together_and_changed_alone(real: bytes, layout: Layout) -> None:
    block = bytes(4) + tiff.EMPTY
    both = heif_edit.rewrite(heif.parse(build(real, layout)), block, PACKET)
    assert (packet_of(both), block_of(both)) == (PACKET, block)
    assert look(both) == look(real)
    longer = heif_edit.rewrite(heif.parse(both), block + b"behind", None)
    assert (packet_of(longer), block_of(longer)) == (PACKET, block + b"behind")
    assert heif_edit.rewrite(heif.parse(longer), block, PACKET) == both


def block_of(content: bytes) -> bytes:
    picture = heif.parse(content)
    assert picture.exif is not None
    return picture.bytes_of(picture.exif.number)


UNKNOWN_TO_AVIFDEC = {"wide numbers", "indexes"}
"""libavif 0.11 knows no indexes of pieces; Pillow's does."""


@pytest.mark.parametrize("name", LAYOUTS)
def test_foreign_decoders_agree(name: str, tmp_path: Path) -> None:
    content = build(REAL, LAYOUTS[name])
    if name in UNKNOWN_TO_AVIFDEC:
        with pytest.raises(subprocess.CalledProcessError):
            shown(content, tmp_path)
        return
    changed = heif_edit.rewrite(heif.parse(content), None, PACKET)
    assert shown(changed, tmp_path) == shown(REAL, tmp_path)
    (tmp_path / "a.avif").write_bytes(changed)
    told = subprocess.run(["avifdec", "--info", f"{tmp_path}/a.avif"], check=True, capture_output=True, text=True)
    assert f"Present ({len(PACKET)} bytes)" in told.stdout


def shown(content: bytes, folder: Path) -> bytes:
    """The picture as libavif's own program decodes it."""
    (folder / "a.avif").write_bytes(content)
    subprocess.run(["avifdec", f"{folder}/a.avif", f"{folder}/a.y4m"], check=True, capture_output=True)
    return (folder / "a.y4m").read_bytes()


def test_a_packet_of_the_thumbnail_is_left_alone() -> None:
    content = build(REAL, Layout(packet=LONGER))
    other = content.replace(
        struct.pack(">I4sHHH", 14, b"cdsc", 900, 1, 1), struct.pack(">I4sHHH", 14, b"cdsc", 900, 1, 7)
    )
    assert other != content
    assert heif.parse(other).xmp is None
    changed = heif_edit.rewrite(heif.parse(other), None, PACKET)
    assert packet_of(changed) == PACKET
    assert heif.parse(changed).bytes_of(900) == LONGER


def test_a_packet_that_describes_nothing_is_taken_and_then_describes_the_picture() -> None:
    content = build(REAL, Layout(packet=LONGER, described=False))
    changed = heif.parse(heif_edit.rewrite(heif.parse(content), None, PACKET))
    assert [(link.source, link.targets) for link in changed.links if link.kind == b"cdsc"] == [
        (900, (changed.primary,))
    ]


def test_bytes_shared_with_another_item_are_not_touched() -> None:
    content = build(REAL, Layout(packet=LONGER))
    picture = heif.parse(content)
    iloc = picture.part(b"iloc")
    assert iloc is not None
    primary = picture.where[picture.primary]
    shared = tuple(
        replace(place, extents=primary.extents) if place.item == 900 else place for place in picture.locations.places
    )
    patched = replace(picture.locations, places=shared).packed()
    content = content[: iloc.start] + patched + content[iloc.end :]
    changed = heif_edit.rewrite(heif.parse(content), None, PACKET)
    assert packet_of(changed) == PACKET
    assert look(changed) == look(REAL)


def test_a_moving_picture_keeps_its_frames() -> None:
    changed = heif_edit.rewrite(heif.parse(MOVING), None, LONGER)
    assert image.pixels(io.BytesIO(changed), ("AVIF",)).frames == 3
    assert look(changed) == look(MOVING)


def test_new_boxes_come_before_what_phones_append() -> None:
    film = boxes.pack(b"mpvd", b"a film")
    changed = heif_edit.rewrite(heif.parse(build(REAL, Layout(trailer=film))), None, PACKET)
    assert changed.endswith(film)


@pytest.mark.parametrize("kind", [b"moof", b"sidx", b"mfra"])
def test_fragments_are_refused(kind: bytes) -> None:
    with pytest.raises(CannotEmbed):
        heif_edit.rewrite(heif.parse(REAL + boxes.pack(kind, b"")), None, PACKET)


@pytest.mark.parametrize("kind", [b"iloc", b"saio"])
def test_offsets_inside_the_film_are_refused(kind: bytes) -> None:
    film = boxes.pack(b"moov", boxes.pack(kind, b""))
    with pytest.raises(CannotEmbed):
        heif_edit.rewrite(heif.parse(REAL + film), None, PACKET)


def test_a_film_without_a_still_picture_has_no_place() -> None:
    with pytest.raises(CannotEmbed):
        heif.parse(boxes.pack(b"ftyp", b"avis") + boxes.pack(b"moov", b""))


@pytest.mark.parametrize("lost", [b"pitm", b"iinf", b"iloc"])
def test_a_list_without_its_parts_is_damage(lost: bytes) -> None:
    with pytest.raises(Damaged):
        heif.parse(REAL.replace(lost, b"free"))


def test_items_in_other_files_or_other_items_are_refused() -> None:
    picture = heif.parse(REAL)
    for place in (Place(1, 0, 1, 0, (Extent(0, 1),)), Place(1, 2, 0, 0, (Extent(0, 1),))):
        with pytest.raises(CannotEmbed):
            picture.ranges(place)


def test_items_outside_the_file_are_damage() -> None:
    picture = heif.parse(REAL)
    for extent in (Extent(len(REAL), 1), Extent(0, len(REAL) + 1), Extent(1 << 40, 0)):
        with pytest.raises(Damaged):
            picture.ranges(Place(1, 0, 0, 0, (extent,)))
    with pytest.raises(Damaged):
        picture.ranges(Place(1, 1, 0, 0, (Extent(0, 1),)))


def test_a_length_of_nought_means_all_that_follows() -> None:
    picture = heif.parse(REAL)
    assert picture.ranges(Place(1, 0, 0, 0, (Extent(10, 0),))) == ((10, len(REAL) - 10),)


def test_items_lying_over_one_another_cannot_blow_up_memory() -> None:
    picture = heif.parse(REAL)
    extents = tuple(Extent(0, len(REAL)) for _ in range(30_000))
    bomb = replace(picture, where={1: Place(1, 0, 0, 0, extents)})
    with pytest.raises(Damaged, match="longer than the whole"):
        bomb.bytes_of(1)
    locations = replace(picture.locations, places=(Place(1, 0, 0, 0, extents),))
    with pytest.raises(CannotEmbed, match="over one another"):
        heif_edit.rewrite(replace(picture, locations=locations), None, PACKET)


def test_free_numbers_are_found_in_gaps_too() -> None:
    picture = heif.parse(REAL)
    assert heif_edit.free_number(picture) == max(item.number for item in picture.items) + 1
    high = replace(picture, items=(*picture.items, heif.Item(0xFFFF, b"av01")))
    number = heif_edit.free_number(high)
    assert heif_edit.free_number(high, (number,)) not in {number, 0, *(item.number for item in high.items)}
    assert 0 < number < 0xFFFF
    assert number not in {item.number for item in high.items}
    full = replace(picture, items=tuple(heif.Item(number, b"av01") for number in range(1, 0x10000)))
    with pytest.raises(CannotEmbed):
        heif_edit.free_number(full)


sizes = st.sampled_from([0, 4, 8])


@st.composite
def locations(draw: st.DrawFn) -> Locations:
    version = draw(st.integers(0, 2))
    widths = [draw(sizes) for _ in range(3)] + [draw(sizes) if version else 0]

    def number(width: int) -> int:
        return draw(st.integers(0, (1 << 8 * width) - 1))

    places = []
    for _ in range(draw(st.integers(0, 4))):
        extents = tuple(
            Extent(number(widths[0]), number(widths[1]), number(widths[3])) for _ in range(draw(st.integers(0, 3)))
        )
        method = draw(st.integers(0, 2)) if version else 0
        places.append(Place(number(4 if version == 2 else 2), method, number(2), number(widths[2]), extents))
    return Locations(version, draw(st.integers(0, 7)), *widths, tuple(places))


@given(locations())
def test_location_tables_come_back(table: Locations) -> None:
    packed = table.packed()
    assert Locations.parse(packed[8:]) == table


@given(locations())
def test_location_tables_cut_short_are_damage(table: Locations) -> None:
    packed = table.packed()[8:]
    for cut in range(0, len(packed), 3):
        with pytest.raises(Damaged):
            Locations.parse(packed[:cut])


@pytest.mark.parametrize("content", [b"\3\0\0\0\x44\0\0\0", b"\0\0\0\0\x54\0\0\0", b"\0\0\0\0\x44\x20\0\0"])
def test_unknown_location_tables_are_damage(content: bytes) -> None:
    with pytest.raises(Damaged):
        Locations.parse(content)


def test_tables_of_endless_empty_pieces_are_damage() -> None:
    rows = b"".join(struct.pack(">HHH", number, 0, 0xFFFF) for number in range(17))
    with pytest.raises(Damaged, match="more pieces"):
        Locations.parse(bytes(4) + struct.pack(">HH", 0, 17) + rows)


def test_numbers_that_do_not_fit_are_refused() -> None:
    assert take(b"\1\2\3", 1, 2) == (0x203, 3)
    assert put(0, 0) == b""
    for number, width in ((1, 0), (-1, 4), (1 << 32, 4)):
        with pytest.raises(CannotEmbed):
            put(number, width)


@pytest.mark.parametrize(
    ("sizes", "base", "offsets", "expected"),
    [
        ((4, 4, 0, 0), 0, (10, 20), (0, (110, 120))),
        ((4, 4, 4, 0), 10, (0, 10), (110, (0, 10))),
        ((4, 4, 4, 0), 0, (10, 20), (0, (110, 120))),
    ],
)
def test_places_are_told_as_the_file_told_them(
    sizes: tuple[int, int, int, int], base: int, offsets: tuple[int, ...], expected: tuple[int, tuple[int, ...]]
) -> None:
    table = Locations(0, 0, *sizes, ())
    place = Place(1, 0, 0, base, tuple(Extent(offset, 1) for offset in offsets))
    moved = table.shifted(place, lambda offset: offset + 100)
    assert (moved.base, tuple(extent.offset for extent in moved.extents)) == expected


def test_pieces_that_move_apart_keep_their_base() -> None:
    table = Locations(0, 0, 4, 4, 4, 0, ())
    moved = table.shifted(Place(1, 0, 0, 10, (Extent(0, 5), Extent(40, 5))), lambda at: at + (7 if at > 20 else 0))
    assert (moved.base, [extent.offset for extent in moved.extents]) == (10, [0, 47])


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_flipped_bytes_end_in_a_clear_error_or_the_same_items(data: st.DataObject) -> None:
    content = bytearray(build(GRID, LAYOUTS[data.draw(st.sampled_from(sorted(LAYOUTS)))]))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(8, min(600, len(content) - 1)))] = data.draw(st.integers(0, 255))
    try:
        picture = heif.parse(bytes(content))
        changed = heif_edit.rewrite(picture, None, PACKET)
    except FileProblem:
        return
    after = heif.parse(changed)
    assert after.primary == picture.primary
    assert [item for item in after.items if item in picture.items] == list(picture.items)
    assert packet_of(changed) == PACKET
