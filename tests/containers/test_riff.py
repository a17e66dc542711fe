from __future__ import annotations

import io
import struct

import pytest

from artistguard.containers import riff
from artistguard.containers.riff import Chunk, Fresh
from artistguard.errors import CannotEmbed, Damaged


def chunk(kind: bytes, data: bytes) -> bytes:
    return kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def built(*rows: bytes, kind: bytes = b"RIFF", size: int | None = None, form: bytes = b"WAVE") -> bytes:
    body = form + b"".join(rows)
    return kind + struct.pack("<I", len(body) if size is None else size) + body


def ds64(data: int, *more: tuple[bytes, int]) -> bytes:
    rows = b"".join(struct.pack("<4sQ", kind, size) for kind, size in more)
    return chunk(b"ds64", struct.pack("<QQQI", 0, data, 0, len(more)) + rows)


def again(content: bytes, *more: Fresh) -> bytes:
    source, target = io.BytesIO(content), io.BytesIO()
    outline = riff.parse(source)
    riff.assemble(source, target, outline, [*outline.chunks, *more])
    return target.getvalue()


class Endless(io.RawIOBase):
    """A stream of many gigabytes that holds nothing but its first bytes, and counts what is read of it."""

    def __init__(self, head: bytes, size: int) -> None:
        self.head, self.size, self.at, self.taken = head, size, 0, 0

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        self.at = offset if whence == 0 else self.size + offset
        return self.at

    def read(self, size: int = -1) -> bytes:
        size = min(size, self.size - self.at)
        piece = self.head[self.at : self.at + size].ljust(size, b"\0")
        self.at += size
        self.taken += size
        return piece


def test_chunks_are_listed_with_place_and_size() -> None:
    content = built(chunk(b"fmt ", b"12345678"), chunk(b"odd ", b"abc"), chunk(b"data", b"xy"))
    outline = riff.parse(io.BytesIO(content))
    assert [(part.kind, part.size) for part in outline.chunks] == [(b"fmt ", 8), (b"odd ", 3), (b"data", 2)]
    assert (outline.kind, outline.form, outline.end) == (b"RIFF", b"WAVE", len(content))
    assert riff.payload(io.BytesIO(content), outline.chunks[1]) == b"abc"
    assert outline.first(b"data") == outline.chunks[2]
    assert outline.first(b"none") is None


def test_copying_all_chunks_gives_the_same_bytes() -> None:
    content = built(chunk(b"fmt ", b"12345678"), chunk(b"odd ", b"abc"), chunk(b"data", b"xy"))
    assert again(content) == content
    assert again(content + b"tail") == content + b"tail"


def test_a_fresh_chunk_is_padded_and_counted() -> None:
    content = again(built(chunk(b"data", b"xy")), Fresh(b"_PMX", b"abc"))
    assert content == built(chunk(b"data", b"xy"), chunk(b"_PMX", b"abc"))


def test_a_last_chunk_without_its_padding_byte_is_taken_and_padded() -> None:
    content = built(chunk(b"data", b"xyz"))[:-1]
    content = content[:4] + struct.pack("<I", len(content) - 8) + content[8:]
    assert again(content) == built(chunk(b"data", b"xyz"))


def test_big_payloads_are_not_read() -> None:
    size = 3 << 30
    head = b"RIFF" + struct.pack("<I", size - 8) + b"WAVE" + b"data" + struct.pack("<I", size - 20)
    stream = Endless(head, size)
    outline = riff.parse(stream)  # type: ignore[arg-type]
    assert outline.chunks == (Chunk(b"data", 20, size - 20),)
    assert stream.taken < 100


def test_sizes_over_four_gigabytes_stand_in_ds64() -> None:
    size = 6 << 30
    table = ds64(size - 100)
    head = b"RF64\xff\xff\xff\xffWAVE" + table + b"data\xff\xff\xff\xff"
    outline = riff.parse(Endless(head, size))  # type: ignore[arg-type]
    assert outline.chunks[1].size == size - 100


@pytest.mark.parametrize("kind", [b"RF64", b"BW64"])
def test_the_table_of_sizes_is_mended(kind: bytes) -> None:
    content = built(ds64(4), b"data\xff\xff\xff\xffwxyz", kind=kind, size=0xFFFFFFFF)
    grown = again(content, Fresh(b"_PMX", b"packet"))
    assert grown[:8] == kind + b"\xff\xff\xff\xff"
    assert int.from_bytes(grown[20:28], "little") == len(grown) - 8
    assert b"data\xff\xff\xff\xffwxyz" in grown
    assert again(grown) == grown


def test_other_chunks_may_stand_in_the_table_too() -> None:
    content = built(
        ds64(2, (b"bext", 4)), b"bext\xff\xff\xff\xff1234", b"data\xff\xff\xff\xffxy", kind=b"RF64", size=0xFFFFFFFF
    )
    assert [part.size for part in riff.parse(io.BytesIO(content)).chunks[1:]] == [4, 2]


def test_a_plain_file_does_not_grow_over_four_gigabytes() -> None:
    size = (1 << 32) - 1000
    head = b"RIFF" + struct.pack("<I", size - 8) + b"WAVE" + b"data" + struct.pack("<I", size - 20)
    stream = Endless(head, size)
    outline = riff.parse(stream)  # type: ignore[arg-type]
    with pytest.raises(CannotEmbed):
        riff.assemble(stream, io.BytesIO(), outline, [*outline.chunks, Fresh(b"_PMX", b"x" * 2000)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"RIFF",
        b"LIST\4\0\0\0WAVE",
        built(chunk(b"data", b"xyxyxy"))[:-3],
        built(b"data\xff\xff\xff\xffxy"),
        built(b"data\x10\0\0\0xy", size=0xFFFFFFFF),
        built(chunk(b"ds64", b"short"), kind=b"RF64", size=0xFFFFFFFF),
        built(chunk(b"ds64", struct.pack("<QQQI", 0, 0, 0, 9)), kind=b"RF64", size=0xFFFFFFFF),
        built(*[chunk(b"JUNK", b"")] * (riff.MOST_CHUNKS + 1)),
    ],
    ids=["empty", "head", "list", "cut", "unknown", "stream", "table", "entries", "many"],
)
def test_what_does_not_add_up_is_damaged(content: bytes) -> None:
    with pytest.raises(Damaged):
        riff.parse(io.BytesIO(content))


def test_a_size_of_a_recorder_that_was_switched_off_is_taken_from_the_file() -> None:
    content = built(chunk(b"data", b"xy"), size=0)
    assert again(content) == built(chunk(b"data", b"xy"))


def test_a_payload_longer_than_sensible_is_not_read() -> None:
    with pytest.raises(Damaged):
        riff.payload(io.BytesIO(b"x" * 100), Chunk(b"LIST", 0, 100), limit=50)
    with pytest.raises(Damaged):
        riff.payload(io.BytesIO(b"x" * 10), Chunk(b"LIST", 0, 20))


def test_a_source_that_shrinks_is_told() -> None:
    with pytest.raises(Damaged):
        riff.copy(io.BytesIO(b"abc"), io.BytesIO(), 0, 5)
