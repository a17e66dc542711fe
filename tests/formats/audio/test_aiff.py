from __future__ import annotations

import io

import mutagen.aiff
import pytest

from artistguard.containers import iff
from artistguard.formats.audio.aiff import Aiff
from tests.suites.format_suite import SAMPLES, FormatSuite, inscription, read, write
from tests.suites.mutations import MutationSuite


class TestAiff(MutationSuite, FormatSuite):
    plugin = Aiff()
    folder = "audio/aiff"


AIFF = Aiff()
FOLDER = SAMPLES / "audio/aiff"


def chunks(content: bytes) -> dict[bytes, bytes]:
    source = io.BytesIO(content)
    return {part.kind: content[part.start : part.start + part.size] for part in iff.parse(source).chunks}


@pytest.mark.parametrize("name", [file.name for file in TestAiff.files("")])
def test_every_other_chunk_keeps_its_bytes(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    after = write(AIFF, content, inscription())
    assert int.from_bytes(after[4:8], "big") == len(after) - 8
    for kind, payload in chunks(content).items():
        if kind != b"ID3 ":
            assert chunks(after)[kind] == payload


def test_the_creators_words_stand_in_every_layer() -> None:
    after = write(AIFF, (FOLDER / "ffmpeg-texts.aiff").read_bytes(), inscription())
    assert chunks(after)[b"(c) "].startswith(b"2020 Nadja")
    assert mutagen.aiff.AIFF(io.BytesIO(after)).tags["TCOP"].text == ["2020 Nadja"]


def test_a_copyright_of_plain_letters_gets_its_own_chunk() -> None:
    after = write(AIFF, (FOLDER / "sox-silence.aiff").read_bytes(), inscription(name="Zoe"))
    assert chunks(after)[b"(c) "].startswith(b"Zoe. ")
    assert b"(c) " not in chunks(write(AIFF, (FOLDER / "sox-silence.aiff").read_bytes(), inscription(name="Zoë")))


def test_facts_are_found() -> None:
    facts = read(AIFF, (FOLDER / "ffmpeg-texts.aiff").read_bytes()).facts
    assert (facts.title, facts.seconds) == ("Deep", pytest.approx(0.6))
    assert read(AIFF, (FOLDER / "mutagen-id3-cover.aiff").read_bytes()).facts.title == "Ünder"


def test_credentials_are_told() -> None:
    assert read(AIFF, (FOLDER / "hand-c2pa.aiff").read_bytes()).credentials
