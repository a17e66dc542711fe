from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import WouldHarm
from artistguard.formats import second_reader, table
from artistguard.formats.protocol import Embeds
from artistguard.works import Medium
from tests.suites.format_suite import SAMPLES, glimpse_of, inscription, write

if TYPE_CHECKING:
    from pathlib import Path

NOTES = "artistguard.formats.score"
RECORDINGS = [
    path
    for path in sorted((SAMPLES / "audio").rglob("*"))
    if path.is_file() and path.suffix not in {".md", ".py"} and not path.name.startswith(("odd-", "broken-"))
]


def of(path: Path) -> tuple[Embeds, bytes]:
    content = path.read_bytes()
    format_ = table.recognise(glimpse_of(content, path.suffix[1:].lower()))
    assert isinstance(format_, Embeds)
    return format_, content


@pytest.mark.parametrize("path", RECORDINGS, ids=[path.name for path in RECORDINGS])
def test_it_finds_the_statement_in_every_recording_we_write(path: Path) -> None:
    format_, content = of(path)
    second_reader.confirm(format_.name, io.BytesIO(write(format_, content, inscription())))


@pytest.mark.parametrize("name", ["FLAC", "MP3", "WAV", "Ogg Vorbis", "Opus", "M4A", "AIFF"])
def test_a_recording_without_a_statement_is_not_confirmed(name: str) -> None:
    wide = (b"RF64", b"BW64")
    plain = next(path for path in RECORDINGS if of(path)[0].name == name and path.read_bytes()[:4] not in wide)
    with pytest.raises(WouldHarm):
        second_reader.confirm(name, io.BytesIO(plain.read_bytes()))


def test_bytes_it_cannot_read_are_not_confirmed() -> None:
    for name in ("FLAC", "MP3", "WAV", "Ogg Vorbis", "Opus", "M4A", "AIFF"):
        with pytest.raises(WouldHarm):
            second_reader.confirm(name, io.BytesIO(bytes(range(256)) * 40))


def test_every_format_of_recordings_has_a_second_reader_and_no_other_needs_one() -> None:
    recordings = {of(path)[0].name for path in RECORDINGS}
    assert recordings == set(second_reader._READERS)
    embedding = {one.name for one in table.FORMATS if isinstance(one, Embeds) and one.medium is Medium.AUDIO}
    assert recordings == {name for name in embedding if not table.by_name(name).__module__.startswith(NOTES)}


def test_it_logs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    format_, content = of(RECORDINGS[0])
    with caplog.at_level(logging.DEBUG):
        second_reader.confirm(format_.name, io.BytesIO(write(format_, content, inscription())))
    assert not caplog.records
