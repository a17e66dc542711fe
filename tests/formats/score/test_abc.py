from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING

import pytest

from artistguard.formats.protocol import Certainty
from artistguard.formats.score.abc import Abc
from artistguard.works import Digest, Medium
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = SAMPLES / "score" / "abc"
NAMES = ["abc2abc.abc", "hand-latin1-crlf.abc", "hand-version.abc", "midi2abc.abc"]


class TestAbc(FormatSuite, MutationSuite):
    plugin = Abc()
    folder = "score/abc"


def played(content: bytes, folder: Path) -> bytes:
    """The song that abc2midi makes of a tune."""
    tune, song = folder / "tune.abc", folder / "tune.mid"
    tune.write_bytes(content)
    song.unlink(missing_ok=True)
    subprocess.run(["abc2midi", str(tune), "-o", str(song)], capture_output=True, check=True)
    return song.read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_another_program_plays_the_same(name: str, tmp_path: Path) -> None:
    content = (FOLDER / name).read_bytes()
    written = write(Abc(), content, inscription())
    assert written != content
    assert played(written, tmp_path) == played(content, tmp_path)


def test_the_version_stays_the_first_line() -> None:
    written = write(Abc(), (FOLDER / "hand-version.abc").read_bytes(), inscription())
    assert written.startswith(b"%abc-2.1\n% tdm-reservation: 1\n")


def test_the_creators_copyright_is_read_and_stands() -> None:
    content = (FOLDER / "hand-latin1-crlf.abc").read_bytes()
    found = read(Abc(), content)
    assert [(stated.layer, stated.value) for stated in found.statements] == [("rights", "(c) 2024 Mira Söl")]
    assert (found.facts.title, found.facts.creator) == ("Rain", "")
    written = write(Abc(), content, inscription())
    assert b"rights:" not in written
    assert b"\n" not in written.replace(b"\r\n", b"")


def test_title_and_composer_of_the_first_tune_are_told() -> None:
    found = read(Abc(), (FOLDER / "hand-version.abc").read_bytes())
    assert (found.facts.title, found.facts.creator) == ("Evening at the Harbour", "Mira Söl")


def test_tunes_that_nobody_wrote_in_are_recognised_by_their_very_bytes() -> None:
    content = (FOLDER / "midi2abc.abc").read_bytes()
    assert Abc().medium is Medium.AUDIO
    assert Abc().decode(io.BytesIO(content)).payload == Digest.of(content)


def test_other_files_of_that_name_are_none() -> None:
    assert Abc().recognise(glimpse_of(b"X:1\nT:Rain\nK:D\n", "abc")) is Certainty.LIKELY
    assert Abc().recognise(glimpse_of(b"X:1\nT:Rain\nK:D\n", "txt")) is Certainty.NO
    assert Abc().recognise(glimpse_of(b"Ogawa\xff" * 20, "abc")) is Certainty.NO
    assert Abc().recognise(glimpse_of(b"just words\n", "abc")) is Certainty.NO
