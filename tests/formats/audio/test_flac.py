from __future__ import annotations

import io

import mutagen.flac
import pytest

from artistguard.formats.audio.flac import Flac
from artistguard.formats.protocol import Certainty
from artistguard.terms import Choice, Origin
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite


class TestFlac(MutationSuite, FormatSuite):
    plugin = Flac()
    folder = "audio/flac"


FLAC = Flac()
FOLDER = SAMPLES / "audio/flac"
NAMES = pytest.mark.parametrize("name", [file.name for file in TestFlac.files("")])


def blocks(content: bytes) -> list[tuple[int, bytes]]:
    at, found = content.index(b"fLaC") + 4, []
    while True:
        end = at + 4 + int.from_bytes(content[at + 1 : at + 4], "big")
        found.append((content[at] & 0x7F, content[at + 4 : end]))
        if content[at] & 0x80:
            return [*found, (-1, content[end:])]
        at = end


@NAMES
def test_only_comments_and_padding_change(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    after = write(FLAC, content, inscription())
    assert [block for block in blocks(after) if block[0] not in {1, 4}] == [
        block for block in blocks(content) if block[0] not in {1, 4}
    ]
    assert after[: after.index(b"fLaC")] == content[: content.index(b"fLaC")]


@NAMES
def test_no_id3_tag_is_put_in_front(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    assert write(FLAC, content, inscription())[:3] == content[:3]


def test_padding_gives_the_room() -> None:
    content = (FOLDER / "flac-tags-cover.flac").read_bytes()
    assert len(write(FLAC, content, inscription())) == len(content)


def test_a_file_without_padding_gets_some_once() -> None:
    content = (FOLDER / "flac-no-padding.flac").read_bytes()
    once = write(FLAC, content, inscription())
    assert len(write(FLAC, once, inscription(Choice.NOTHING, origin=Origin.HUMAN_MADE))) == len(once)


def test_own_words_stay_and_stale_keys_of_ours_go() -> None:
    got = mutagen.flac.FLAC(
        io.BytesIO(write(FLAC, (FOLDER / "mutagen-application-block.flac").read_bytes(), inscription()))
    )
    assert got["LICENSE"] == ["All rights reserved"]
    assert got["LYRICS"] == ["la la\nla"]
    assert got["ARTISTGUARD-WORK"] != ["stale"]
    assert "TDM_RESERVATION" not in got
    assert got["TDM-RESERVATION"] == ["1"]


def test_what_only_an_id3_tag_in_front_says_is_said_in_comments() -> None:
    content = (FOLDER / "mutagen-id3-in-front.flac").read_bytes()
    assert read(FLAC, content).facts.title == "In front"
    assert read(FLAC, write(FLAC, content, inscription())).facts.title == "In front"


def test_facts_are_found() -> None:
    facts = read(FLAC, (FOLDER / "flac-tags-cover.flac").read_bytes()).facts
    assert (facts.title, facts.collection, facts.number, facts.seconds) == ("Ébbe", "Küste", "3", 1.5)
    assert facts.identifiers == (("ISRC", "DEA452600001"),)


def test_recognised_behind_a_long_tag_by_its_name_only() -> None:
    content = b"ID3\3\0\0\0\x7f\0\0" + bytes(0x7F << 14) + (FOLDER / "sox.flac").read_bytes()
    assert FLAC.recognise(glimpse_of(content, "flac")) is Certainty.LIKELY
    assert FLAC.recognise(glimpse_of(content, "mp3")) is Certainty.NO


def test_credentials_are_told() -> None:
    assert read(FLAC, (FOLDER / "hand-c2pa-in-front.flac").read_bytes()).credentials
