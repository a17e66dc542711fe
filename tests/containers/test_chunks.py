"""PNG chunks: what comes in goes out, and nothing unpacks to more than is sensible."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from artistguard.containers.chunks import (
    MOST_PACKED,
    MOST_TEXT,
    SIGNATURE,
    PngChunk,
    international,
    made,
    parse,
    profile,
    raw_profile,
    text,
    texts,
)
from artistguard.errors import Damaged
from tests.suites.format_suite import SAMPLES

FILES = sorted(path for path in (SAMPLES / "image" / "png").glob("*.png") if not path.name.startswith("broken"))
HEAD, BODY, END = made(b"IHDR", bytes(13)), made(b"IDAT", b"x"), made(b"IEND", b"")


def joined(*chunks: PngChunk, behind: bytes = b"") -> bytes:
    return SIGNATURE + b"".join(chunk.raw for chunk in chunks) + behind


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_byte_of_a_file_is_in_its_chunks(path: object) -> None:
    content = path.read_bytes()  # type: ignore[attr-defined]
    row, end = parse(content)
    assert joined(*row, behind=content[end:]) == content
    assert (row[0].kind, row[-1].kind) == (b"IHDR", b"IEND")
    for chunk in row:
        assert made(chunk.kind, chunk.data) == chunk


def test_what_follows_the_end_is_not_a_chunk() -> None:
    content = joined(HEAD, BODY, END, behind=b"more")
    assert parse(content)[1] == len(content) - 4


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        SIGNATURE,
        joined(END),
        joined(HEAD, END),
        joined(BODY, HEAD, END),
        joined(HEAD, BODY),
        joined(HEAD, BODY, END)[:-1],
        joined(HEAD, BODY) + b"\xff\xff\xff\xffIEND",
        joined(HEAD, BODY) + struct.pack(">I4s", 0, b"\0END") + bytes(4),
    ],
)
def test_what_is_no_picture_is_damaged(content: bytes) -> None:
    with pytest.raises(Damaged):
        parse(content)


@given(content=some.binary(max_size=200))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_bytes_are_taken_apart_or_refused(content: bytes) -> None:
    for whole in (content, SIGNATURE + content, joined(HEAD, BODY) + content):
        try:
            row, end = parse(whole)
        except Damaged:
            continue
        assert joined(*row, behind=whole[end:]) == whole


def test_the_three_kinds_of_text() -> None:
    packed = zlib.compress(b"Zo\xeb")
    utf = zlib.compress("Zoë".encode())
    said = texts(
        [
            made(b"tEXt", b"Author\0 Zo\xeb "),
            made(b"zTXt", b"Author\0\0" + packed),
            international(b"Author", "Zoë".encode()),
            made(b"iTXt", b"Author\0\1\0de\0Autorin\0" + utf),
            made(b"zTXt", b"Author\0\0not packed"),
            made(b"iTXt", b"Author\0"),
            made(b"iTXt", b"Author\0\0\0no end"),
            BODY,
        ]
    )
    assert {place: (one.keyword, one.words) for place, one in said.items()} == dict.fromkeys(
        range(4), (b"Author", "Zoë")
    )


def test_a_bomb_does_not_go_off() -> None:
    bomb = made(b"zTXt", b"Bomb\0\0" + zlib.compress(bytes(MOST_TEXT + 1)))
    assert text(bomb) is None


def test_many_small_bombs_do_not_go_off() -> None:
    packed = made(b"zTXt", b"a\0\0" + zlib.compress(b"b"))
    plain = made(b"tEXt", b"a\0b")
    said = texts([packed] * (MOST_PACKED + 10) + [plain])
    assert len(said) == MOST_PACKED + 1
    assert MOST_PACKED + 10 in said


@given(kind=some.sampled_from([b"tEXt", b"zTXt", b"iTXt"]), data=some.binary(max_size=60))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_text_chunk_says_something_or_nothing(kind: bytes, data: bytes) -> None:
    said = text(made(kind, data))
    assert said is None or data.startswith(said.keyword)


@given(keyword=some.from_regex(rb"\A[A-Za-z:. ]{1,30}\Z"), value=some.text(max_size=60))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_what_is_written_is_read(keyword: bytes, value: str) -> None:
    said = text(international(keyword, value.encode("utf-8", "replace")))
    assert said is not None
    assert (said.keyword, said.words) == (keyword, value.encode("utf-8", "replace").decode().strip())


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (b"\nexif\n       4\n4d4d002a\n", ("exif", b"MM\0*")),
        (b"\nexif\n4\n4d4d\n002a\n", ("exif", b"MM\0*")),
        (b"\nexif\n5\n4d4d002a\n", None),
        (b"\nexif\n4\nno digits\n", None),
        (b"\nexif\nx\n00\n", None),
        (b"\nexif\n", None),
        (b"", None),
    ],
)
def test_profiles_in_hexadecimal(value: bytes, found: tuple[str, bytes] | None) -> None:
    said = text(made(b"tEXt", b"Raw profile type exif\0" + value))
    assert said is not None
    assert raw_profile(said) == found
    other = text(made(b"tEXt", b"Comment\0" + value))
    assert other is not None
    assert raw_profile(other) is None


@pytest.mark.parametrize("length", [0, 1, 35, 36, 37, 1000])
def test_a_profile_of_ours_is_read_again(length: int) -> None:
    content = bytes(at % 256 for at in range(length))
    said = text(profile("iptc", content))
    assert said is not None
    assert raw_profile(said) == (("iptc", content) if length else None)
    assert max(map(len, said.value.splitlines())) <= 72
