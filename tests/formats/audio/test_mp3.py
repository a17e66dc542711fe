from __future__ import annotations

import io

import mutagen.id3
import pytest

from artistguard.containers import id3, id3_frames
from artistguard.formats.audio.mp3 import Mp3
from artistguard.formats.protocol import Certainty
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite


class TestMp3(MutationSuite, FormatSuite):
    plugin = Mp3()
    folder = "audio/mp3"


MP3 = Mp3()
FOLDER = SAMPLES / "audio/mp3"


def sample(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def behind_the_tag(content: bytes) -> bytes:
    return content[id3.length(content) :]


@pytest.mark.parametrize("name", [file.name for file in TestMp3.files("")])
def test_every_byte_behind_the_tag_is_the_same(name: str) -> None:
    content = sample(name)
    assert behind_the_tag(write(MP3, content, inscription())) == behind_the_tag(content)


@pytest.mark.parametrize("name", [file.name for file in TestMp3.files("")])
def test_the_version_stays_and_new_tags_are_of_version_3(name: str) -> None:
    content = sample(name)
    after = write(MP3, content, inscription())
    assert after[3] == (content[3] if content.startswith(b"ID3") else 3)


@pytest.mark.parametrize("name", ["mutagen-v23-lyrics.mp3", "ffmpeg-v24-chapters.mp3", "lame-v23-cover-vbr.mp3"])
def test_every_frame_that_is_not_ours_keeps_its_bytes(name: str) -> None:
    before, after = (
        id3.read(io.BytesIO(content)) for content in (sample(name), write(MP3, sample(name), inscription()))
    )
    assert before is not None
    assert after is not None
    for frame in before.frames:
        assert frame in after.frames or frame.body.startswith(b"XMP\0")


def test_old_xmp_is_merged_with() -> None:
    tag = id3.read(io.BytesIO(write(MP3, sample("mutagen-v23-lyrics.mp3"), inscription())))
    assert tag is not None
    packet = id3_frames.packet(tag)
    assert packet is not None
    assert b"Adobe Audition" in packet
    assert b"DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING" in packet
    assert "2019 Åsa".encode() in packet, "the creator's own copyright line goes into XMP too"


def test_what_only_old_tags_at_the_end_say_is_said_in_front() -> None:
    content = sample("lame-v1-only-cbr.mp3")
    facts = read(MP3, content).facts
    assert (facts.title, facts.creator, facts.collection, facts.number) == ("Old Song", "Somebody", "Attic", "7")
    got = mutagen.id3.ID3(io.BytesIO(write(MP3, content, inscription())))
    assert got["TIT2"].text == ["Old Song"]
    assert got["COMM::eng"].text == ["demo tape"]
    assert got["TCON"].genres == ["Folk"]


def test_the_length_leaves_out_what_the_encoder_added() -> None:
    for name in ("lame-v23-cover-vbr.mp3", "ffmpeg-v24-chapters.mp3"):
        assert read(MP3, sample(name)).facts.seconds == pytest.approx(1.5, abs=0.001)


def test_the_isrc_is_found() -> None:
    assert read(MP3, sample("lame-v23-cover-vbr.mp3")).facts.identifiers == (("ISRC", "DEA452600001"),)


@pytest.mark.parametrize(
    "music",
    [b"fLaC" + bytes(60), b"\xff\xf1\x50\x80\x01\x7f\xfc" * 40, b"wvpk" + bytes(60), b"MAC " + bytes(60)],
    ids=["FLAC", "AAC", "WavPack", "Monkey's Audio"],
)
def test_other_music_behind_an_id3_tag_is_not_ours(music: bytes) -> None:
    content = b"ID3\3\0\0\0\0\0\n" + bytes(10) + music
    assert MP3.recognise(glimpse_of(content, "mp3")) is Certainty.NO
    assert MP3.recognise(glimpse_of(music, "mp3")) is Certainty.NO


def test_a_tag_longer_than_the_glimpse_is_ours_unless_the_name_says_otherwise() -> None:
    content = b"ID3\3\0\0\0\x7f\0\0" + bytes(0x7F << 14) + sample("ffmpeg-bare-noxing.mp3")
    assert MP3.recognise(glimpse_of(content, "mp3")) is Certainty.LIKELY
    assert MP3.recognise(glimpse_of(content, "flac")) is Certainty.NO


def test_a_second_tag_behind_the_first_is_passed_over_and_kept() -> None:
    second = b"ID3\3\0\0\0\0\0\n" + bytes(10)
    content = sample("mutagen-v23-lyrics.mp3")
    front = id3.length(content)
    double = content[:front] + second + content[front:]
    assert behind_the_tag(write(MP3, double, inscription())) == second + content[front:]


def test_credentials_are_told() -> None:
    assert read(MP3, sample("hand-c2pa-geob.mp3")).credentials
    assert not read(MP3, sample("lame-v23-cover-vbr.mp3")).credentials
