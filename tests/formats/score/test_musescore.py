from __future__ import annotations

import io
import subprocess
import zipfile

import pytest

from artistguard.errors import EmptyFile, FileProblem
from artistguard.formats.protocol import Certainty
from artistguard.formats.score.musescore import MuseScore
from artistguard.terms import Choice
from artistguard.vocabularies import table
from artistguard.works import Digest, Medium
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite

FOLDER = SAMPLES / "score" / "musescore"
PLAIN = (FOLDER / "musescore3.mscx").read_bytes()


class TestMuseScore(FormatSuite, MutationSuite):
    plugin = MuseScore()
    folder = "score/musescore"


def score_in(content: bytes) -> bytes:
    """The whole score as an unzip of one's own finds it."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return archive.read(next(name for name in archive.namelist() if name.endswith(".mscx") and "/" not in name))


def property_in(score: bytes, name: str) -> str:
    command = ["xmllint", "--nonet", "--xpath", f"string(/museScore/Score/metaTag[@name='{name}'])", "-"]
    return subprocess.run(command, input=score, capture_output=True, check=True).stdout.decode().strip()


@pytest.mark.parametrize("name", [path.name for path in TestMuseScore.files("")])
def test_another_program_finds_the_statement_among_the_properties(name: str) -> None:
    score = score_in(write(MuseScore(), (FOLDER / name).read_bytes(), inscription()))
    assert property_in(score, "tdm-reservation") == "1"
    assert property_in(score, "data-mining").endswith("DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING")
    own = name == "musescore3-own-words.mscz"
    assert property_in(score, "copyright") == ("(c) 2024 Mira Söl" if own else "")
    assert property_in(score, "rights").startswith("© Zoë Ünal") is not own


def test_properties_stand_in_line_with_the_others_and_all_of_the_music_as_it_stood() -> None:
    written = write(MuseScore(), PLAIN, inscription())
    assert b'\n    <metaTag name="tdm-reservation">1</metaTag>\n    <metaTag name=' in written
    assert written.endswith(PLAIN[PLAIN.index(b"<Part>") :])


def test_parts_and_styles_of_an_archive_stay() -> None:
    content = (FOLDER / "hand-four.mscz").read_bytes()
    written = write(MuseScore(), content, inscription())
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(io.BytesIO(written)) as after:
        assert before.namelist() == after.namelist()
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert changed == ["rain.mscx"]


def test_a_score_says_what_it_is() -> None:
    found = read(MuseScore(), (FOLDER / "musescore3-own-words.mscz").read_bytes())
    assert (found.facts.title, found.facts.creator) == ("Evening", "Mira Söl")
    assert [(stated.place, stated.value) for stated in found.statements] == [
        ("MuseScore copyright", "(c) 2024 Mira Söl")
    ]


def test_an_earlier_statement_gives_way() -> None:
    score = PLAIN.replace(b"<Part>", b'<metaTag name="TDM:Reservation">0</metaTag><Part>', 1)
    assert table.verdict(read(MuseScore(), score).statements).choice is Choice.ALLOW
    assert b"TDM:Reservation" not in write(MuseScore(), score, inscription())


def test_a_score_without_properties_gets_some() -> None:
    score = b"<museScore><Score><Part/></Score></museScore>"
    written = write(MuseScore(), score, inscription())
    assert written.startswith(b'<museScore><Score><metaTag name="tdm-reservation">1</metaTag>')
    assert MuseScore().decode(io.BytesIO(written)).guard == Digest.of(score)


def test_a_score_that_nobody_wrote_in_is_recognised_by_its_very_bytes() -> None:
    assert MuseScore().medium is Medium.AUDIO
    assert MuseScore().decode(io.BytesIO(PLAIN)).payload == Digest.of(PLAIN)
    changed = PLAIN.replace(b"quarter", b"eighth", 1)
    assert MuseScore().decode(io.BytesIO(changed)).guard != MuseScore().decode(io.BytesIO(PLAIN)).guard


def test_recognised_by_content() -> None:
    packed = (FOLDER / "hand-four.mscz").read_bytes()
    assert MuseScore().recognise(glimpse_of(PLAIN)) is Certainty.SURE
    assert MuseScore().recognise(glimpse_of(packed, "mscz")) is Certainty.SURE
    assert MuseScore().recognise(glimpse_of(packed, "zip")) is Certainty.LIKELY
    assert MuseScore().recognise(glimpse_of(b"PK\3\4")) is Certainty.NO


@pytest.mark.parametrize("content", [b"<museScore/>", b"<score/>", PLAIN[:-5]], ids=["empty", "other", "cut"])
def test_what_is_no_score_is_told(content: bytes) -> None:
    with pytest.raises(FileProblem):
        MuseScore().decode(io.BytesIO(content))


def test_nothing_is_told() -> None:
    with pytest.raises(EmptyFile):
        read(MuseScore(), b"")
