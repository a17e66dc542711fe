"""Vorbis comments, INFO lists, tags at the end of MP3, item lists, IFF and MPEG frames."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from artistguard.containers import iff, item_list, mpeg_frames, riff_info, tail_tags, vorbis
from artistguard.containers.freeform import laid, standing
from artistguard.containers.riff import Fresh
from artistguard.errors import Damaged
from artistguard.vocabularies.properties import Rights, Tag

RIGHTS = Rights("Zoë", "© Zoë. No AI training.", "No training.", "", "zoe@x.example")
KEYS = (Tag("TDM-RESERVATION", "1"), Tag("ARTISTGUARD-CHOICE", "nothing"))
quiet = settings(derandomize=True, max_examples=150, deadline=None)


@given(some.binary(max_size=50), some.lists(some.binary(max_size=60), max_size=8), some.binary(max_size=20))
@quiet
def test_comments_come_back_as_they_were(vendor: bytes, lines: list[bytes], rest: bytes) -> None:
    comments = vorbis.Comments(vendor, tuple(lines), rest)
    assert vorbis.parse(vorbis.render(comments)) == comments


@given(some.lists(some.binary(max_size=60), max_size=8))
@quiet
def test_lines_that_are_not_ours_keep_their_bytes_and_order(lines: list[bytes]) -> None:
    before = vorbis.Comments(b"v", tuple(line for line in lines if line[:1].isalpha() is False))
    after = before.inscribed(KEYS, RIGHTS)
    assert after.lines[: len(before.lines)] == before.lines
    assert after.inscribed(KEYS, RIGHTS) == after


def test_every_spelling_of_a_key_is_replaced_once() -> None:
    lines = (b"tdm_reservation=0", b"Title=A", b"TDM-Reservation=0", b"artistguard-old=x", b"tdm:reservation=0")
    after = vorbis.Comments(b"", lines).inscribed(KEYS, RIGHTS)
    assert after.lines[:2] == (b"TDM-RESERVATION=1", b"Title=A")
    assert sum(line.upper().startswith(b"TDM") for line in after.lines) == 1
    assert not any(line.lower().startswith(b"artistguard-old") for line in after.lines)


def test_standard_fields_are_filled_and_never_replaced() -> None:
    after = vorbis.Comments(b"", (b"copyright=2019 Me", b"LICENSE=")).inscribed(KEYS, RIGHTS)
    assert (after.value("COPYRIGHT"), after.value("LICENSE"), after.value("CONTACT")) == (
        "2019 Me",
        RIGHTS.terms,
        RIGHTS.contact,
    )


@given(some.binary(max_size=80))
@quiet
def test_any_bytes_are_comments_or_damaged(block: bytes) -> None:
    try:
        found = vorbis.parse(block)
    except Damaged as trouble:
        told = trouble.remedy
    else:
        assert vorbis.render(found) == block
        return
    assert told


@pytest.mark.parametrize(
    "block", [b"", b"\0\0\0\0", struct.pack("<II", 0, 1 << 31), struct.pack("<III", 0, 1, 1 << 30), b"\xff" * 8]
)
def test_lengths_beyond_the_end_are_told(block: bytes) -> None:
    with pytest.raises(Damaged):
        vorbis.parse(block)


def test_other_spellings_are_brought_to_one() -> None:
    assert {standing(key) for key in ("DataMining", "plus:DataMining", "data_mining")} == {"DATA-MINING"}


def test_laying_keeps_items_of_another_kind() -> None:
    got = laid(
        [1, "a", 2], lambda item: item if isinstance(item, str) else None, [Tag("A", "x")], lambda tag: tag.value
    )
    assert got == [1, "x", 2]


def info(*fields: tuple[bytes, bytes]) -> bytes:
    parts = (name + struct.pack("<I", len(text)) + text + b"\0" * (len(text) % 2) for name, text in fields)
    return b"INFO" + b"".join(parts)


def test_info_fields_are_filled_where_empty() -> None:
    payload = info((b"INAM", b"A\0"), (b"ICOP", b"\0"), (b"IART", "Zoë".encode("cp1252")))
    after = riff_info.filled(payload, {"ICOP": "© Zoë", "IART": "Other", "ICMT": "new"})
    assert riff_info.parse(after) == {"INAM": "A", "ICOP": "© Zoë", "IART": "Zoë", "ICMT": "new"}
    assert after.startswith(info((b"INAM", b"A\0")))
    assert riff_info.filled(after, {"ICOP": "© Zoë", "ICMT": "new"}) == after


@given(some.binary(max_size=60))
@quiet
def test_any_info_list_can_be_filled_and_keeps_what_it_said(rest: bytes) -> None:
    before = riff_info.parse(b"INFO" + rest)
    after = riff_info.parse(riff_info.filled(b"INFO" + rest, {"ICOP": "x"}))
    assert {name: after.get(name) for name in before} == before | ({"ICOP": after["ICOP"]} if "ICOP" in before else {})


def ape(*items: tuple[bytes, bytes]) -> bytes:
    body = b"".join(struct.pack("<II", len(value), 0) + name + b"\0" + value for name, value in items)
    return body + b"APETAGEX" + struct.pack("<IIII8x", 2000, len(body) + 32, len(items), 0)


def test_tags_at_the_end_are_read_ape_first() -> None:
    legacy = struct.pack("3s30s30s30s4s28sBBB", b"TAG", b"Old", b"Me", b"", b"1999", b"hello", 0, 7, 17)
    assert tail_tags.fields(legacy) == {
        "TIT2": "Old",
        "TPE1": "Me",
        "TYER": "1999",
        "COMM": "hello",
        "TRCK": "7",
        "TCON": "(17)",
    }
    both = tail_tags.fields(b"music" + ape((b"Title", "Nëw".encode()), (b"Cover", b"x")) + legacy)
    assert (both["TIT2"], both["TPE1"]) == ("Nëw", "Me")


@given(some.binary(max_size=300), some.integers(0, 1 << 32 - 1), some.integers(0, 2000))
@quiet
def test_any_tail_is_read(body: bytes, size: int, count: int) -> None:
    footer = b"APETAGEX" + struct.pack("<IIII8x", 2000, size % (1 << 32), count, 0)
    assert all(isinstance(value, str) for value in tail_tags.fields(body + footer).values())


def test_an_item_list_is_made_where_there_is_none() -> None:
    items = item_list.inscribed((), KEYS, "© Zoë")
    for moov in (b"", struct.pack(">I4s", 12, b"udta") + bytes(4), struct.pack(">I4s", 8, b"mvhd")):
        after = item_list.replaced(moov, items)
        assert item_list.items(after) == tuple(items)
        assert item_list.replaced(after, items) == after


def test_quicktime_meta_without_a_version_is_understood() -> None:
    hdlr = struct.pack(">I4s", 33, b"hdlr") + bytes(25)
    ilst = struct.pack(">I4s", 8, b"ilst")
    meta = struct.pack(">I4s", 8 + len(hdlr + ilst), b"meta") + hdlr + ilst
    moov = struct.pack(">I4s", 8 + len(meta), b"udta") + meta
    after = item_list.replaced(moov, item_list.inscribed((), KEYS, ""))
    assert item_list.tags(item_list.items(after)) == KEYS
    assert after[20:24] == b"hdlr"


def test_an_iff_file_is_put_together_with_padding() -> None:
    content = b"FORM\0\0\0\x16AIFFAAAA\0\0\0\1x\0BBBB\0\0\0\0behind"
    outline = iff.parse(io.BytesIO(content))
    assert [(part.kind, part.size) for part in outline.chunks] == [(b"AAAA", 1), (b"BBBB", 0)]
    target = io.BytesIO()
    iff.assemble(io.BytesIO(content), target, outline, [*outline.chunks, Fresh(b"CCCC", b"odd")])
    assert target.getvalue() == b"FORM\0\0\0\x22AIFFAAAA\0\0\0\1x\0BBBB\0\0\0\0CCCC\0\0\0\3odd\0behind"


@pytest.mark.parametrize("content", [b"", b"FORM", b"FORM\0\0\1\0AIFF", b"FORM\0\0\0\x0cAIFFAAAA\0\0\0\x09"])
def test_a_cut_iff_file_is_told(content: bytes) -> None:
    with pytest.raises(Damaged):
        iff.parse(io.BytesIO(content))


def test_mpeg_headers_are_told_apart() -> None:
    mpeg1 = mpeg_frames.header(b"\xff\xfb\x90\x00")
    assert mpeg1 is not None
    assert (mpeg1.rate, mpeg1.bitrate, mpeg1.samples, mpeg1.size, mpeg1.side) == (44100, 128000, 1152, 417, 32)
    mpeg2 = mpeg_frames.header(b"\xff\xf3\x42\xc0")
    assert mpeg2 is not None
    assert (mpeg2.rate, mpeg2.bitrate, mpeg2.samples, mpeg2.size, mpeg2.side) == (22050, 32000, 576, 105, 9)
    for other in (
        b"\xff\xf1\x50\x80",
        b"\xff\xfd\x90\x00",
        b"\xff\xfb\xf0\x00",
        b"\xff\xfb\x9c\x00",
        b"\xff\xeb\x90\x00",
    ):
        assert mpeg_frames.header(other) is None


def test_one_frame_by_chance_is_not_music() -> None:
    frame = b"\xff\xfb\x90\x00" + bytes(413)
    assert mpeg_frames.first(frame + b"words" * 10, whole=True) is None
    assert mpeg_frames.first(b"junk" + frame * 2, whole=False) == 4
    assert mpeg_frames.first(frame, whole=True) == 0
    assert mpeg_frames.first(frame, whole=False) is None
    assert mpeg_frames.seconds(frame, 0, 16000) == pytest.approx(1.0)
