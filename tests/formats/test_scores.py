from __future__ import annotations

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artistguard.errors import Damaged, EmptyFile, FileProblem
from artistguard.formats.protocol import Certainty, Embeds, Format
from artistguard.formats.scores import Midi, MusicXml
from artistguard.works import Digest, Medium
from tests.suites.format_suite import glimpse_of


def event(kind: int, words: bytes) -> bytes:
    return b"\0\xff" + bytes([kind, len(words)]) + words


def midi(*events: bytes, tracks: int = 1) -> bytes:
    track = b"".join(events) + b"\0\x90\x40\x40\x60\x80\x40\0" + event(0x2F, b"")
    chunk = b"MTrk" + struct.pack(">I", len(track)) + track
    return b"MThd" + struct.pack(">IHHH", 6, 1, tracks, 96) + chunk * tracks


SONG = midi(event(0x02, "© Mira Söl".encode("latin-1")), event(0x03, b"Evening"), event(0x03, b"Other"))
SCORE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN"
  "http://www.musicxml.org/dtds/partwise.dtd">
<score-partwise version="4.0"><work><work-number>Op. 7</work-number><work-title>Evening</work-title></work>
<identification><creator type="lyricist">No One</creator><creator type="composer">Mira Sol</creator>
<rights>© Mira Sol</rights></identification><part-list/></score-partwise>""".encode()


def mxl(score: bytes = SCORE, path: str = "score.xml", mimetype: bytes | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        if mimetype:
            made.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        made.writestr(
            "META-INF/container.xml", f'<container><rootfiles><rootfile full-path="{path}"/></rootfiles></container>'
        )
        made.writestr("score.xml", score)
    return out.getvalue()


@pytest.mark.parametrize("plugin", [Midi(), MusicXml()], ids=["midi", "musicxml"])
def test_each_is_music_that_is_never_written(plugin: Format) -> None:
    assert isinstance(plugin, Format)
    assert not isinstance(plugin, Embeds)
    assert plugin.medium is Medium.AUDIO
    assert plugin.recognise(glimpse_of(b"")) is Certainty.NO
    for action in (plugin.read, plugin.decode):
        with pytest.raises(EmptyFile):
            action(io.BytesIO())
        with pytest.raises(Damaged):
            action(io.BytesIO(b"words"))


def test_notes_are_recognised_by_their_first_bytes() -> None:
    assert Midi().recognise(glimpse_of(SONG)) is Certainty.SURE
    assert Midi().recognise(glimpse_of(b"RIFF\0\0\0\0RMIDdata")) is Certainty.SURE
    assert Midi().recognise(glimpse_of(b"RIFF\0\0\0\0WAVEfmt ")) is Certainty.NO
    assert MusicXml().recognise(glimpse_of(SCORE)) is Certainty.SURE
    assert MusicXml().recognise(glimpse_of(SCORE.decode().encode("utf-16"))) is Certainty.SURE
    assert MusicXml().recognise(glimpse_of(b"<html/>")) is Certainty.NO
    assert MusicXml().recognise(glimpse_of(mxl(), "mxl")) is Certainty.LIKELY
    assert MusicXml().recognise(glimpse_of(mxl(), "zip")) is Certainty.NO
    declared = mxl(mimetype=b"application/vnd.recordare.musicxml")
    assert MusicXml().recognise(glimpse_of(declared)) is Certainty.SURE


@pytest.mark.parametrize("content", [SONG, b"RIFF" + bytes(4) + b"RMIDdata" + bytes(4) + SONG])
def test_a_song_says_its_name_and_its_notice(content: bytes) -> None:
    found = Midi().read(io.BytesIO(content))
    assert found.facts.title == "Evening"
    assert [(stated.layer, stated.value) for stated in found.statements] == [("rights", "© Mira Söl")]
    assert Midi().decode(io.BytesIO(content)).payload == Digest.of(content)


def test_words_after_the_first_note_are_not_the_name() -> None:
    late = midi(b"\0\x90\x40\x40", event(0x03, b"Late"))
    assert Midi().read(io.BytesIO(late)).facts.title == ""


def test_chunks_that_nobody_knows_are_passed_over() -> None:
    odd = SONG[:14] + b"XFIH" + struct.pack(">I", 3) + b"odd" + SONG[14:]
    assert Midi().read(io.BytesIO(odd)).facts.title == "Evening"


@pytest.mark.parametrize("cut", [5, 13, 14, 20, len(SONG) - 1])
def test_songs_cut_short_are_told(cut: int) -> None:
    for action in (Midi().read, Midi().decode):
        with pytest.raises(Damaged):
            action(io.BytesIO(SONG[:cut]))


def test_a_song_of_no_tracks_is_damage() -> None:
    with pytest.raises(Damaged):
        Midi().decode(io.BytesIO(midi(tracks=0)))


@given(st.binary(max_size=60))
def test_any_events_end_in_words_or_nothing(events: bytes) -> None:
    found = Midi().read(io.BytesIO(midi(events)))
    assert isinstance(found.facts.title, str)


@pytest.mark.parametrize("content", [SCORE, mxl()], ids=["plain", "compressed"])
def test_a_score_says_what_it_is(content: bytes) -> None:
    found = MusicXml().read(io.BytesIO(content))
    assert (found.facts.title, found.facts.creator, found.facts.number) == ("Evening", "Mira Sol", "Op. 7")
    assert [(stated.layer, stated.value) for stated in found.statements] == [("rights", "© Mira Sol")]
    assert MusicXml().decode(io.BytesIO(content)).payload == Digest.of(content)


def test_the_title_of_a_movement_stands_in() -> None:
    score = b"<score-timewise><movement-title>Rain</movement-title></score-timewise>"
    assert MusicXml().read(io.BytesIO(score)).facts.title == "Rain"


@pytest.mark.parametrize(
    "content", [SCORE[:-5], b"<opus/>", mxl(b"<opus/>"), mxl(path=""), mxl(path="../other.xml"), mxl()[:-9]]
)
def test_what_is_no_score_is_told(content: bytes) -> None:
    with pytest.raises(FileProblem):
        MusicXml().decode(io.BytesIO(content))
