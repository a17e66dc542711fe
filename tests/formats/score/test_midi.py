from __future__ import annotations

import io
import struct
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artistguard.errors import Damaged, EmptyFile
from artistguard.formats.protocol import Certainty
from artistguard.formats.score.midi import Midi
from artistguard.terms import Choice
from artistguard.vocabularies import table
from artistguard.works import Digest, Medium
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = SAMPLES / "score" / "midi"
FOREIGN = ["abc2midi.mid", "csvmidi.mid", "karaoke.kar", "lilypond.midi", "mido-copyright.mid", "musescore.mid"]


class TestMidi(FormatSuite, MutationSuite):
    plugin = Midi()
    folder = "score/midi"


def event(kind: int, words: bytes, delay: int = 0) -> bytes:
    return bytes([delay, 0xFF, kind, len(words)]) + words


def midi(*events: bytes, tracks: int = 1) -> bytes:
    track = b"".join(events) + b"\0\x90\x40\x40\x60\x80\x40\0" + event(0x2F, b"")
    chunk = b"MTrk" + struct.pack(">I", len(track)) + track
    return b"MThd" + struct.pack(">IHHH", 6, 1, tracks, 96) + chunk * tracks


SONG = midi(event(0x02, "© Mira Söl".encode("latin-1")), event(0x03, b"Evening"), event(0x03, b"Other"))


def listed(content: bytes, folder: Path) -> list[str]:
    """Every event as midicsv lists it: track, tick, kind, values."""
    file = folder / "song.mid"
    file.write_bytes(content)
    done = subprocess.run(["midicsv", str(file)], capture_output=True, check=True)
    assert not done.stderr
    return done.stdout.decode("latin-1").splitlines()


@pytest.mark.parametrize("name", FOREIGN)
def test_another_program_finds_the_statement_and_every_event_where_it_was(name: str, tmp_path: Path) -> None:
    content = (FOLDER / name).read_bytes()
    before, after = listed(content, tmp_path), listed(write(Midi(), content, inscription()), tmp_path)
    added = [line for line in after if line not in before]
    assert [line for line in after if line not in added] == before
    texts = [line for line in added if ", Text_t, " in line]
    assert any("TDM-RESERVATION: 1" in line for line in texts)
    assert any("DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING" in line for line in texts)
    assert all(line.startswith("1, 0, ") for line in added)
    notices = [line for line in after if ", Copyright_t, " in line]
    assert len(notices) == 1
    assert ("Mira Sol" in notices[0]) == (name == "mido-copyright.mid")


def test_what_is_sung_stays_what_is_sung() -> None:
    written = write(Midi(), (FOLDER / "karaoke.kar").read_bytes(), inscription())
    assert b"@ITDM-RESERVATION: 1" in written
    assert b"@ITDM" not in write(Midi(), SONG, inscription())


def test_the_wrapper_of_windows_is_kept() -> None:
    content = (FOLDER / "wrapped.rmi").read_bytes()
    written = write(Midi(), content, inscription())
    assert written[-len("LIST----INFOINAM----Evening ") :] == content[-len("LIST----INFOINAM----Evening ") :]
    assert int.from_bytes(written[4:8], "little") + 8 == len(written)
    inner = write(Midi(), (FOLDER / "mido-copyright.mid").read_bytes(), inscription())
    assert inner in written


def test_a_wrapper_without_a_song_is_damage() -> None:
    with pytest.raises(Damaged):
        read(Midi(), b"RIFF\x04\0\0\0RMID")


def test_a_song_that_nobody_wrote_in_is_recognised_by_its_very_bytes() -> None:
    assert Midi().medium is Medium.AUDIO
    assert Midi().decode(io.BytesIO(SONG)).payload == Digest.of(SONG)


def test_a_changed_note_changes_the_guard() -> None:
    written = write(Midi(), SONG, inscription())
    changed = written.replace(b"\x90\x40\x40", b"\x90\x41\x40")
    assert Midi().decode(io.BytesIO(changed)).guard != Midi().decode(io.BytesIO(written)).guard


def test_an_earlier_statement_gives_way_and_the_creators_texts_stay() -> None:
    song = midi(event(0x01, b"for Ana"), event(0x01, b"tdm_reservation: 0"), event(0x51, b"\x07\xa1\x20"))
    assert table.verdict(read(Midi(), song).statements).choice is Choice.ALLOW
    written = write(Midi(), song, inscription())
    assert written.count(b"for Ana") == 1
    assert b"tdm_reservation" not in written
    assert table.verdict(read(Midi(), written).statements).choice is Choice.SEARCH_ONLY


def test_texts_after_the_first_tick_are_read_and_left_alone() -> None:
    song = midi(event(0x03, b"Late", delay=1), event(0x02, b"(c) Mira", delay=1), event(0x01, b"for Ana"))
    found = read(Midi(), song)
    assert found.facts.title == "Late"
    assert [stated.value for stated in found.statements] == ["(c) Mira"]
    written = write(Midi(), song, inscription())
    assert song[22:] in written
    assert b"\xa9 Zo" not in written


def test_notes_are_recognised_by_their_first_bytes() -> None:
    assert Midi().recognise(glimpse_of(SONG)) is Certainty.SURE
    assert Midi().recognise(glimpse_of(b"RIFF\0\0\0\0RMIDdata")) is Certainty.SURE
    assert Midi().recognise(glimpse_of(b"RIFF\0\0\0\0WAVEfmt ")) is Certainty.NO


def test_a_song_says_its_name_and_its_notice() -> None:
    found = read(Midi(), SONG)
    assert found.facts.title == "Evening"
    assert [(stated.layer, stated.value) for stated in found.statements] == [("rights", "© Mira Söl")]


def test_words_after_the_first_note_are_not_the_name() -> None:
    assert read(Midi(), midi(b"\0\x90\x40\x40", event(0x03, b"Late"))).facts.title == ""


def test_chunks_that_nobody_knows_are_passed_over() -> None:
    odd = SONG[:14] + b"XFIH" + struct.pack(">I", 3) + b"odd" + SONG[14:]
    assert read(Midi(), odd).facts.title == "Evening"
    assert b"XFIH\0\0\0\x03odd" in write(Midi(), odd, inscription())


@pytest.mark.parametrize("cut", [5, 13, 14, 20, len(SONG) - 1])
def test_songs_cut_short_are_told(cut: int) -> None:
    for action in (Midi().read, Midi().decode):
        with pytest.raises(Damaged):
            action(io.BytesIO(SONG[:cut]))


def test_nothing_and_no_tracks_are_told() -> None:
    with pytest.raises(EmptyFile):
        read(Midi(), b"")
    with pytest.raises(Damaged):
        read(Midi(), midi(tracks=0))


@given(st.binary(max_size=60))
def test_any_events_end_in_a_written_song_that_sounds_the_same(events: bytes) -> None:
    song = midi(events)
    written = write(Midi(), song, inscription())
    assert Midi().decode(io.BytesIO(written)).guard == Midi().decode(io.BytesIO(song)).guard
    assert table.verdict(read(Midi(), written).statements).choice is Choice.SEARCH_ONLY
