from __future__ import annotations

import io
import struct
import tracemalloc
from typing import BinaryIO, cast

import pytest

from artistguard.containers import riff
from artistguard.errors import CannotEmbed
from artistguard.formats.audio.wav import Wav
from tests.suites.format_suite import SAMPLES, FormatSuite, inscription, read, write
from tests.suites.mutations import MutationSuite


class TestWav(MutationSuite, FormatSuite):
    plugin = Wav()
    folder = "audio/wav"


WAV = Wav()
FOLDER = SAMPLES / "audio/wav"


def sample(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def chunks(content: bytes) -> dict[bytes, bytes]:
    outline = riff.parse(io.BytesIO(content))
    return {part.kind + bytes((at,)): riff.payload(io.BytesIO(content), part) for at, part in enumerate(outline.chunks)}


@pytest.mark.parametrize(
    "name", ["ffmpeg-bext-info.wav", "hand-daw-chunks.wav", "hand-bw64-adm.wav", "ffmpeg-rf64.wav"]
)
def test_every_other_chunk_keeps_its_bytes_and_its_place(name: str) -> None:
    before, after = chunks(sample(name)), chunks(write(WAV, sample(name), inscription()))
    for kind, payload in before.items():
        if kind[:4] in {b"ds64", b"_PMX", b"id3 "} or payload.startswith(b"INFO"):
            assert kind in after
        else:
            assert after[kind] == payload


@pytest.mark.parametrize("name", ["hand-bw64-adm.wav", "ffmpeg-rf64.wav"])
def test_the_64_bit_sizes_are_right(name: str) -> None:
    after = write(WAV, sample(name), inscription())
    table = next(payload for kind, payload in chunks(after).items() if kind.startswith(b"ds64"))
    data = next(payload for kind, payload in chunks(after).items() if kind.startswith(b"data"))
    assert struct.unpack_from("<QQ", table) == (len(after) - 8, len(data))
    assert after[4:8] == b"\xff\xff\xff\xff"


def test_the_sound_stays_where_it_was() -> None:
    after = write(WAV, sample("sox-plain.wav"), inscription())
    assert after[8:].startswith(sample("sox-plain.wav")[8:])
    assert int.from_bytes(after[4:8], "little") == len(after) - 8


@pytest.mark.parametrize("name", ["ffmpeg-into-pipe.wav", "sox-into-pipe-8bit.wav"])
def test_sound_of_unknown_length_stays_last_with_its_sizes(name: str) -> None:
    content = sample(name)
    after = write(WAV, content, inscription())
    assert after.endswith(content[content.index(b"data") :])
    assert after[:12] == content[:12]
    assert read(WAV, after).facts.seconds == pytest.approx(0.6, abs=0.01)


def test_the_creators_words_stand_in_every_layer() -> None:
    after = write(WAV, sample("ffmpeg-bext-info.wav"), inscription())
    words = {
        stated.value
        for stated in read(WAV, after).statements
        if stated.place in {"ID3 TCOP", "INFO ICOP", "XMP dc:rights"}
    }
    assert words == {"(c) 2020 Nadja"}


def test_no_info_list_is_made_that_would_hide_id3() -> None:
    assert b"INFO" not in write(WAV, sample("mutagen-id3-cover.wav"), inscription())


def test_a_file_that_would_grow_too_long_is_refused() -> None:
    head = sample("sox-plain.wav")[:40]
    size = 0xFFFFFFFF - 100
    content = bytearray(head + size.to_bytes(4, "little"))
    content[4:8] = (size + 36).to_bytes(4, "little")
    with pytest.raises(CannotEmbed):
        WAV.write(cast("BinaryIO", Hollow(bytes(content), size)), cast("BinaryIO", Sink()), inscription())


class Hollow:
    """A file of a head and then zeros that are made when they are read."""

    def __init__(self, head: bytes, zeros: int) -> None:
        self.head, self.size, self.at = head, len(head) + zeros, 0

    def read(self, count: int = -1) -> bytes:
        end = self.size if count < 0 else min(self.size, self.at + count)
        begin, self.at = self.at, max(self.at, end)
        start = self.head[begin:end]
        return start + bytes(max(0, end - begin) - len(start))

    def seek(self, offset: int, whence: int = 0) -> int:
        self.at = offset + (0, self.at, self.size)[whence]
        return self.at

    def tell(self) -> int:
        return self.at


class Sink:
    """Counts what is written and forgets it."""

    def __init__(self) -> None:
        self.length = 0

    def write(self, piece: bytes) -> int:
        self.length += len(piece)
        return len(piece)


def test_half_a_gigabyte_needs_little_memory() -> None:
    size = 500_000_000
    content = bytearray(sample("sox-plain.wav")[:40] + size.to_bytes(4, "little"))
    content[4:8] = (size + 36).to_bytes(4, "little")
    sink = Sink()
    tracemalloc.start()
    try:
        WAV.write(cast("BinaryIO", Hollow(bytes(content), size)), cast("BinaryIO", sink), inscription())
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert sink.length > size + 44
    assert most < 8_000_000


def test_credentials_are_told() -> None:
    assert read(WAV, sample("hand-c2pa.wav")).credentials


def test_an_odd_number_of_bytes_is_padded() -> None:
    after = write(WAV, sample("ffmpeg-odd-size-8bit.wav"), inscription())
    assert all(part.start % 2 == 0 for part in riff.parse(io.BytesIO(after)).chunks)
