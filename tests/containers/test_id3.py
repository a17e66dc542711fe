from __future__ import annotations

import io

import mutagen.id3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from mutagen.id3 import Frames

from artistguard.containers import id3, id3_frames
from artistguard.containers.id3 import Frame, Tag
from artistguard.errors import CannotEmbed, Damaged
from artistguard.vocabularies.properties import Rights
from artistguard.vocabularies.properties import Tag as Pair

RIGHTS = Rights("Zoë", "© Zoë. No AI training.", "No training.", "https://zoe.example/l", "")
KEYS = (Pair("TDM-RESERVATION", "1"), Pair("DATA-MINING", "https://x.example/ö"))
VERSIONS = pytest.mark.parametrize("version", [2, 3, 4])

words = some.text(some.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200).filter(
    lambda text: text.strip() == text
)


def tag_of(*frames: object, version: int = 3) -> bytes:
    made = mutagen.id3.ID3()
    for frame in frames:
        made.add(frame)
    target = io.BytesIO()
    if version == 3:
        made.update_to_v23()
    made.save(target, v1=0, v2_version=version, padding=lambda _: 10)
    return target.getvalue()


def seen(content: bytes) -> mutagen.id3.ID3:
    return mutagen.id3.ID3(io.BytesIO(content + bytes(200)), translate=False)


@VERSIONS
@given(word=words)
@settings(derandomize=True, max_examples=60, deadline=None)
def test_text_comes_back_in_every_version(version: int, word: str) -> None:
    empty = Tag(version=version)
    frames = [id3_frames.text_frame(empty, "TIT2", word), id3_frames.text_frame(empty, "TXXX", "K", word)]
    tag = id3.parse(id3.render(id3.with_frames(empty, frames)))
    assert id3_frames.texts(tag, "TIT2") == word
    assert id3_frames.pairs(tag) == (Pair("K", word),)


@given(
    bodies=some.lists(some.binary(max_size=400), max_size=6), version=some.sampled_from([3, 4]), unsync=some.booleans()
)
@settings(derandomize=True, max_examples=100, deadline=None)
def test_frames_come_back_as_they_were(bodies: list[bytes], version: int, unsync: bool) -> None:
    frames = tuple(Frame("PRIV", body + b"\1") for body in bodies)
    content = id3.render(Tag(version, unsync, frames))
    again = id3.parse(content)
    assert again.frames == frames
    assert again.unsynchronised == unsync
    assert id3.render(again) == content
    if unsync and version == 3:
        assert not any(content[at] == 0xFF and content[at + 1] >= 0xE0 for at in range(10, len(content) - 1))


@given(some.binary(max_size=300))
@settings(derandomize=True)
def test_unsynchronisation_is_undone(body: bytes) -> None:
    safe = id3.unsynchronised(body)
    assert id3.synchronised(safe).removesuffix(b"\0") == body.removesuffix(b"\0")
    assert b"\xff\xe0" not in safe


@given(some.binary(max_size=200))
@settings(derandomize=True, max_examples=300)
def test_any_bytes_behind_a_header_are_read_or_refused(body: bytes) -> None:
    for version in (2, 3, 4):
        for flags in (0, 0x80, 0x40, 0x10):
            size = bytes((0, 0, len(body) >> 7, len(body) & 0x7F))
            tag = id3.parse(b"ID3" + bytes((version, 0, flags)) + size + body + bytes(10)) if len(body) >= 4 else Tag()
            id3_frames.pairs(tag)
            id3_frames.texts(tag, "TIT2")
            id3_frames.credentials(tag)


@pytest.mark.parametrize("version", [3, 4])
def test_mutagen_reads_what_is_inscribed_and_all_that_was_there(version: int) -> None:
    before = tag_of(
        Frames["TIT2"](encoding=1, text="Ünder"),
        Frames["USLT"](encoding=1, lang="swe", desc="", text="våg"),
        Frames["APIC"](encoding=0, mime="image/png", type=3, desc="", data=b"\xff\xe0\xff\0" * 50),
        Frames["PRIV"](owner="other", data=b"\xff\xff"),
        Frames["TXXX"](encoding=1, desc="tdm-reservation", text="0"),
        version=version,
    )
    tag = id3_frames.inscribed(id3.parse(before), KEYS, RIGHTS, b"<xmp/>")
    got = seen(id3.render(tag))
    assert got.version[1] == version
    for name in ("TIT2", "USLT::swe", "APIC:", "PRIV:other:\xff\xff"):
        assert got[name] == seen(before)[name]
    assert got["TXXX:TDM-RESERVATION"].text == ["1"]
    assert got["TXXX:DATA-MINING"].text == ["https://x.example/ö"]
    assert len(got.getall("TXXX")) == 2
    assert got["TCOP"].text == [RIGHTS.copyright]
    assert got["USER:eng"].text == RIGHTS.terms
    assert got["WCOP"].url == RIGHTS.licence
    assert got.getall("PRIV")[-1].data == b"<xmp/>"


@VERSIONS
def test_the_creators_own_words_are_never_replaced(version: int) -> None:
    empty = Tag(version=version)
    own = id3.with_frames(empty, [id3_frames.text_frame(empty, "TCOP", "2019 Åsa")])
    assert id3_frames.texts(id3_frames.inscribed(own, KEYS, RIGHTS, None), "TCOP") == "2019 Åsa"


@VERSIONS
def test_the_second_inscription_is_the_same_and_takes_no_more_room(version: int) -> None:
    once = id3.render(id3_frames.inscribed(Tag(version=version), KEYS, RIGHTS, b"x"))
    twice = id3.render(id3_frames.inscribed(id3.parse(once), KEYS, RIGHTS, b"x"))
    assert twice == once
    shorter = id3.render(id3_frames.inscribed(id3.parse(once), KEYS[:1], RIGHTS, b""))
    assert len(shorter) == len(once)


def test_plain_sizes_in_version_4_are_understood() -> None:
    body = b"\3" + b"a" * 299
    frames = b"TIT2" + (300).to_bytes(4, "big") + b"\0\0" + body + b"TPE1" + (3).to_bytes(4, "big") + b"\0\0\0me"
    content = b"ID3\4\0\0" + bytes((0, 0, len(frames) >> 7, len(frames) & 0x7F)) + frames
    tag = id3.parse(content)
    assert [frame.kind for frame in tag.frames] == ["TIT2", "TPE1"]
    assert seen(id3.render(tag))["TPE1"].text == ["me"]


def test_compressed_and_grouped_frames_are_read_and_kept() -> None:
    packed = __import__("zlib").compress(b"\0Packed")
    frame = Frame("TIT2", len(b"\0Packed").to_bytes(4, "big") + b"\7" + packed, 0x00A0)
    tag = id3.parse(id3.render(Tag(3, frames=(frame,))))
    assert id3_frames.texts(tag, "TIT2") == "Packed"
    assert id3_frames.inscribed(tag, KEYS, RIGHTS, None).frames[0] == frame
    locked = Tag(3, frames=(Frame("TIT2", b"\1secret", 0x0040),))
    assert id3_frames.texts(locked, "TIT2") == ""


def test_bytes_behind_the_last_frame_are_kept() -> None:
    frames = b"TIT2" + (2).to_bytes(4, "big") + b"\0\0\0A" + b"?garbage"
    tag = id3.parse(b"ID3\3\0\0\0\0\0" + bytes((len(frames),)) + frames)
    assert tag.loose == b"?garbage"
    assert b"?garbage" in id3.render(id3_frames.inscribed(tag, KEYS, RIGHTS, None))


def test_a_tag_of_another_version_is_left_alone() -> None:
    tag = id3.parse(b"ID3\5\0\0\0\0\0\4abcd")
    with pytest.raises(CannotEmbed):
        id3.render(tag)


def test_a_manifest_is_noticed() -> None:
    for mime in ("application/c2pa", "application/x-c2pa-manifest-store"):
        content = tag_of(Frames["GEOB"](encoding=0, mime=mime, filename="", desc="", data=b"x"))
        assert id3_frames.credentials(id3.parse(content))
    content = tag_of(Frames["GEOB"](encoding=0, mime="text/plain", filename="c2pa", desc="", data=b"x"))
    assert not id3_frames.credentials(id3.parse(content))


def test_a_cut_tag_is_told() -> None:
    content = tag_of(Frames["TIT2"](encoding=0, text="A"))
    for end in (0, 5, 10, len(content) - 1):
        with pytest.raises(Damaged):
            id3.parse(content[:end])
    with pytest.raises(Damaged):
        id3.read(io.BytesIO(content[:-1]))
    assert id3.read(io.BytesIO(b"fLaC")) is None
