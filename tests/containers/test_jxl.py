from __future__ import annotations

import struct

import pytest

from artistguard.containers import boxes, jxl
from artistguard.containers.jxl import FILE_TYPE, SIGNATURE
from artistguard.errors import Damaged
from tests.suites.format_suite import SAMPLES

FOLDER = SAMPLES / "image" / "jxl"
STREAM = jxl.BARE + bytes(range(40))


def boxed(*rows: tuple[bytes, bytes]) -> bytes:
    return SIGNATURE + FILE_TYPE + b"".join(boxes.pack(kind, body) for kind, body in rows)


def pieces(*numbers: int) -> list[tuple[bytes, bytes]]:
    """The codestream in pieces of ten bytes, numbered so."""
    return [
        (jxl.PIECE, struct.pack(">I", number) + STREAM[10 * at : 10 * at + 10]) for at, number in enumerate(numbers)
    ]


def test_a_bare_codestream_is_put_into_boxes() -> None:
    parts = jxl.parse(STREAM)
    assert b"".join(part.raw for part in parts) == boxed((jxl.WHOLE, STREAM))
    assert b"".join(jxl.codestream(parts)) == STREAM


def test_the_boxes_of_cjxl_are_the_ones_we_would_make() -> None:
    content = (FOLDER / "cjxl-container.jxl").read_bytes()
    assert content.startswith(SIGNATURE + FILE_TYPE)


@pytest.mark.parametrize("file", ["cjxl-container.jxl", "cjxl-from-jpeg.jxl", "exiftool-tagged.jxl"])
def test_boxes_are_all_of_the_file(file: str) -> None:
    content = (FOLDER / file).read_bytes()
    assert b"".join(part.raw for part in jxl.parse(content)) == content


def test_zeros_behind_the_last_box_are_kept() -> None:
    content = boxed((jxl.WHOLE, STREAM)) + bytes(5)
    assert b"".join(part.raw for part in jxl.parse(content)) == content


def test_a_last_box_without_a_length_is_taken_to_the_end() -> None:
    content = boxed((b"xml ", b"<a/>")) + struct.pack(">I4s", 0, jxl.WHOLE) + STREAM
    assert b"".join(jxl.codestream(jxl.parse(content))) == STREAM


def test_pieces_are_put_together() -> None:
    content = boxed(*pieces(0, 1, 2, 3, 4 | 1 << 31))
    assert b"".join(jxl.codestream(jxl.parse(content))) == STREAM


@pytest.mark.parametrize(
    "rows",
    [
        [],
        pieces(0, 1),
        pieces(1, 0 | 1 << 31),
        pieces(0, 2 | 1 << 31),
        [*pieces(1 << 31), (jxl.WHOLE, STREAM)],
        [(jxl.WHOLE, STREAM), (jxl.WHOLE, STREAM)],
        [(jxl.PIECE, b"\x80")],
        [(jxl.WHOLE, b"no codestream")],
    ],
    ids=["none", "no last", "order", "gap", "both", "twice", "too short", "something else"],
)
def test_a_codestream_that_is_not_there_once_is_told(rows: list[tuple[bytes, bytes]]) -> None:
    with pytest.raises(Damaged):
        jxl.parse(boxed(*rows))


@pytest.mark.parametrize("content", [b"", b"\xff", SIGNATURE[:11], b"GIF89a", boxed((jxl.WHOLE, STREAM))[:-1]])
def test_other_bytes_are_damaged(content: bytes) -> None:
    with pytest.raises(Damaged):
        jxl.parse(content)


def test_what_is_compressed_says_what_it_is() -> None:
    part = jxl.Part.of(jxl.PACKED, b"xml \x8b\0")
    assert (part.meant, part.codestream) == (jxl.XML, b"")
    assert jxl.Part.of(jxl.EXIF, b"").meant == jxl.EXIF
