from __future__ import annotations

import io
from operator import attrgetter
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from artistguard.errors import CannotEmbed, Damaged
from artistguard.formats.image.gif import MAGIC, XMP, Gif
from artistguard.terms import Choice
from artistguard.vocabularies import table
from tests.suites.format_suite import SAMPLES, FormatSuite, inscription, read, write
from tests.suites.mutations import MutationSuite
from tests.suites.pictures import ForeignReaders

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = SAMPLES / "image/gif"
PLAIN = (FOLDER / "pillow.gif").read_bytes()
ANIMATED = (FOLDER / "pillow-animated.gif").read_bytes()
GIF = Gif()
NAME = attrgetter("name")


class TestGif(MutationSuite, ForeignReaders, FormatSuite):
    plugin = Gif()
    folder = "image/gif"


def packet_of(content: bytes) -> bytes:
    start = content.index(XMP)
    return content[start : content.index(MAGIC, start) + len(MAGIC)]


@pytest.mark.parametrize("sample", TestGif.files(""), ids=NAME)
def test_only_signature_and_packet_change(sample: Path) -> None:
    content = sample.read_bytes()
    written = write(GIF, content, inscription())
    assert written[:6] == b"GIF89a"
    without = written.replace(packet_of(written), b"")
    before = content.replace(packet_of(content), b"") if XMP in content else content
    assert without[6:] == before[6:]


def test_the_packet_stands_behind_loop_and_comment_and_before_the_first_frame() -> None:
    written = write(GIF, ANIMATED, inscription())
    assert written.index(b"NETSCAPE2.0") < written.index(XMP) < written.index(b"\x21\xf9\x04")


def test_timing_and_loop_are_told_the_same() -> None:
    written = write(GIF, ANIMATED, inscription())
    with Image.open(io.BytesIO(ANIMATED)) as before, Image.open(io.BytesIO(written)) as after:
        assert after.n_frames == before.n_frames == 4
        assert (after.info["loop"], after.info["comment"]) == (before.info["loop"], before.info["comment"])
        for frame in range(4):
            before.seek(frame)
            after.seek(frame)
            assert after.info["duration"] == before.info["duration"]


def test_the_magic_trailer_is_as_adobe_has_it() -> None:
    assert len(MAGIC) == 258
    assert MAGIC[:3] == b"\x01\xff\xfe"
    assert MAGIC[-3:] == b"\x01\x00\x00"


def test_a_packet_in_ordinary_sub_blocks_is_read() -> None:
    packet = packet_of(write(GIF, PLAIN, inscription(Choice.ASK)))[len(XMP) : -len(MAGIC)]
    pieces = [packet[at : at + 255] for at in range(0, len(packet), 255)]
    block = XMP + b"".join(bytes([len(piece)]) + piece for piece in pieces) + b"\0"
    at = PLAIN.index(b"\x2c", 13 + 3 * 64)
    content = PLAIN[:at] + block + PLAIN[at:]
    assert table.verdict(read(GIF, content).statements).choice is Choice.ASK
    written = write(GIF, content, inscription())
    assert table.verdict(read(GIF, written).statements).choice is Choice.SEARCH_ONLY
    assert GIF.decode(io.BytesIO(written)).guard == GIF.decode(io.BytesIO(PLAIN)).guard


def test_a_missing_trailer_stays_missing() -> None:
    content = PLAIN[: PLAIN.rindex(b";")]
    written = write(GIF, content, inscription())
    assert written[-20:] == content[-20:]


def test_what_follows_the_trailer_is_kept() -> None:
    assert write(GIF, PLAIN + b"tail", inscription()).endswith(b";tail")


@pytest.mark.parametrize(
    "content",
    [b"GIF89a", PLAIN[:13] + b";", PLAIN[:300], PLAIN[:-30], PLAIN[: 13 + 3 * 64] + b"\x99" + PLAIN[-1:]],
)
def test_no_whole_picture(content: bytes) -> None:
    for job in (lambda: read(GIF, content), lambda: write(GIF, content, inscription())):
        with pytest.raises(Damaged):
            job()


def test_a_damaged_packet_is_not_thrown_away() -> None:
    at = 13 + 3 * 64
    content = PLAIN[:at] + XMP + b"<x:xmpmeta" + MAGIC + PLAIN[at:]
    with pytest.raises(CannotEmbed):
        write(GIF, content, inscription())
