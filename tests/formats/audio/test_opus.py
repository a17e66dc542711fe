from __future__ import annotations

import io

import mutagen.oggopus
import pytest

from artistguard.containers import ogg
from artistguard.formats.audio.opus import Opus
from tests.suites.format_suite import SAMPLES, FormatSuite, inscription, read, write
from tests.suites.mutations import MutationSuite


class TestOpus(MutationSuite, FormatSuite):
    plugin = Opus()
    folder = "audio/opus"


OPUS = Opus()
FOLDER = SAMPLES / "audio/opus"


def headers(content: bytes) -> ogg.Headers:
    return ogg.headers(io.BytesIO(content), lambda _: 2)


@pytest.mark.parametrize("name", [file.name for file in TestOpus.files("")])
def test_the_head_and_the_music_stay(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    after = write(OPUS, content, inscription())
    old, new = headers(content), headers(after)
    assert new.packets[0] == old.packets[0]
    assert new.pages != old.pages or after[new.end :] == content[old.end :]


def test_the_binary_suffix_stays() -> None:
    after = write(OPUS, (FOLDER / "hand-binary-suffix.opus").read_bytes(), inscription())
    assert headers(after).packets[1].endswith(b"\1binary suffix\xff\0\xfe")


def test_gain_lyrics_and_own_words_stay() -> None:
    got = mutagen.oggopus.OggOpus(
        io.BytesIO(write(OPUS, (FOLDER / "mutagen-r128-lyrics.opus").read_bytes(), inscription()))
    )
    assert (got["R128_TRACK_GAIN"], got["lyrics"], got["license"]) == (["-512"], ["vågor"], ["CC0"])
    assert got["tdm-reservation"] == ["1"]


def test_facts_are_found() -> None:
    facts = read(OPUS, (FOLDER / "opusenc-tags-cover.opus").read_bytes()).facts
    assert (facts.title, facts.number) == ("Ébbe", "3")
    assert facts.seconds == pytest.approx(1.5, abs=0.01)
