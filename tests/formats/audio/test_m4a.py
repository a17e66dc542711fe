from __future__ import annotations

import io
import re
import struct

import mutagen.mp4
import pytest

from artistguard.containers import boxes, item_list
from artistguard.errors import Locked
from artistguard.formats.audio.m4a import XMP, M4a
from artistguard.formats.protocol import Certainty
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite


class TestM4a(MutationSuite, FormatSuite):
    plugin = M4a()
    folder = "audio/m4a"


M4A = M4a()
FOLDER = SAMPLES / "audio/m4a"
NAMES = pytest.mark.parametrize("name", [file.name for file in TestM4a.files("")])


def sample(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def first_chunks(content: bytes) -> list[bytes]:
    """The first bytes that each chunk offset points to."""
    found = []
    for at in (match.start() for match in re.finditer(rb"stco", content)):
        (count,) = struct.unpack_from(">I", content, at + 8)
        places = struct.unpack_from(f">{count}I", content, at + 12)
        found += [content[place : place + 16] for place in places]
    return found


@NAMES
def test_every_chunk_offset_points_to_the_same_music(name: str) -> None:
    content = sample(name)
    assert first_chunks(content)
    after = first_chunks(write(M4A, content, inscription()))
    # The last bytes of a chunk at the very end of the file may be followed by something new.
    assert [piece[:4] for piece in after] == [piece[:4] for piece in first_chunks(content)]


@NAMES
def test_every_other_item_keeps_its_bytes(name: str) -> None:
    def items(content: bytes) -> list[item_list.Item]:
        moov = boxes.find(io.BytesIO(content), b"moov")
        assert moov is not None
        return list(item_list.items(content[moov.body : moov.end]))

    after = items(write(M4A, sample(name), inscription()))
    for item in items(sample(name)):
        assert item in after or item.key() == "tdm-reservation"


def test_xmp_stands_at_the_end_unless_it_stood_elsewhere() -> None:
    for name in ("ffmpeg-faststart.m4a", "ffmpeg-chapters-cover.m4a"):
        last = list(boxes.walk(io.BytesIO(write(M4A, sample(name), inscription()))))[-1]
        assert last.user_type == XMP
    for name, kind in (("hand-open-ended.m4a", b"mdat"), ("hand-xmp-in-front.m4a", b"moov")):
        found = list(boxes.walk(io.BytesIO(write(M4A, sample(name), inscription()))))
        assert found[-1].kind == kind
        assert sum(box.user_type == XMP for box in found) == 1


def test_mutagen_reads_own_words_and_ours() -> None:
    got = mutagen.mp4.MP4(io.BytesIO(write(M4A, sample("mutagen-itunes-tags.m4a"), inscription())))
    assert got["cprt"] == ["2019 Åsa"]
    assert got["trkn"] == [(3, 9)]
    assert got["----:com.apple.iTunes:TDM-RESERVATION"] == [b"1"]
    assert "----:com.apple.iTunes:tdm-reservation" not in got
    assert len(got["covr"]) == 1
    assert read(M4A, sample("mutagen-itunes-tags.m4a")).facts.identifiers == (("ISRC", "SEAAA2600001"),)


def test_encrypted_music_is_locked() -> None:
    with pytest.raises(Locked):
        write(M4A, sample("broken-encrypted.m4a"), inscription())
    with pytest.raises(Locked):
        M4A.decode(io.BytesIO(sample("broken-encrypted.m4a")))


def test_pictures_and_films_in_the_same_container_are_not_ours() -> None:
    film = b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + b"\0\0\0\x20hdlr" + bytes(8) + b"vide" + bytes(12)
    assert M4A.recognise(glimpse_of(film, "mp4")) is Certainty.NO
    assert M4A.recognise(glimpse_of(film.replace(b"vide", b"soun"), "mp4")) is Certainty.LIKELY
    picture = b"\0\0\0\x18ftypavif\0\0\0\0mif1avif" + b"\0\0\0\x20hdlr" + bytes(8) + b"pict" + bytes(12)
    assert M4A.recognise(glimpse_of(picture, "avif")) is Certainty.NO


def test_credentials_are_told() -> None:
    assert read(M4A, sample("hand-c2pa.m4a")).credentials
