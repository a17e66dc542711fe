from __future__ import annotations

import io
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import CannotEmbed, EmptyFile, FileProblem
from artistguard.formats.protocol import Certainty
from artistguard.formats.score.musicxml import MusicXml
from artistguard.packets.musicxml import Score
from artistguard.terms import Choice
from artistguard.vocabularies import table
from artistguard.works import Digest, Medium
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = SAMPLES / "score" / "musicxml"
SCORE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN"
  "http://www.musicxml.org/dtds/partwise.dtd">
<score-partwise version="4.0"><work><work-number>Op. 7</work-number><work-title>Evening</work-title></work>
<identification><creator type="lyricist">No One</creator><creator type="composer">Mira Sol</creator>
<rights>© Mira Sol</rights></identification><part-list/></score-partwise>""".encode()


class TestMusicXml(FormatSuite, MutationSuite):
    plugin = MusicXml()
    folder = "score/musicxml"


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


def score_in(content: bytes) -> bytes:
    """The score as an unzip of one's own finds it."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.endswith(("xml", "musicxml"))]
        return archive.read(next(name for name in names if not name.startswith("META-INF")))


def found_by_xmllint(content: bytes, path: str) -> str:
    command = ["xmllint", "--nonet", "--xpath", path, "-"]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode().rstrip("\n")


@pytest.mark.parametrize("name", [path.name for path in TestMusicXml.files("")])
def test_another_program_finds_the_statement_in_the_order_that_the_standard_asks_for(name: str) -> None:
    score = score_in(write(MusicXml(), (FOLDER / name).read_bytes(), inscription()))
    home = "/*/identification"
    field = f"string({home}/miscellaneous/miscellaneous-field[@name='%s'])"
    assert found_by_xmllint(score, field % "tdm-reservation") == "1"
    assert found_by_xmllint(score, field % "data-mining").endswith("DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING")
    assert found_by_xmllint(score, f"count({home})") == "1"
    assert found_by_xmllint(score, f"count({home}/rights)") == "1"
    assert ("2024" in found_by_xmllint(score, f"string({home}/rights)")) == (name == "music21-rights.musicxml")
    assert found_by_xmllint(score, f"count({home}/miscellaneous/following-sibling::*)") == "0"
    assert found_by_xmllint(score, f"count({home}/rights/preceding-sibling::*[not(self::creator)])") == "0"
    late = "self::work or self::movement-number or self::movement-title"
    assert found_by_xmllint(score, f"count({home}/preceding-sibling::*[not({late})])") == "0"


@pytest.mark.parametrize("name", ["musescore.musicxml", "music21-rights.musicxml", "hand-timewise-utf16.musicxml"])
def test_taking_our_lines_away_gives_the_very_score_back(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    assert Score(write(MusicXml(), content, inscription())).bare() == content


def test_lines_stand_in_line_with_the_others() -> None:
    written = write(MusicXml(), (FOLDER / "musescore.musicxml").read_bytes(), inscription()).decode()
    assert "\n  <identification>\n    <rights>© Zoë Ünal. " in written
    assert '</encoding>\n    <miscellaneous>\n      <miscellaneous-field name="tdm-reservation">1<' in written
    deep = write(MusicXml(), (FOLDER / "hand-timewise-utf16.musicxml").read_bytes(), inscription()).decode("utf-16")
    assert '>7b</miscellaneous-field>\n\t\t\t<miscellaneous-field name="tdm-reservation">' in deep


def test_all_of_the_music_stands_as_it_stood() -> None:
    content = (FOLDER / "musescore.musicxml").read_bytes()
    written = write(MusicXml(), content, inscription())
    assert written.endswith(content[content.index(b"<part-list") :])


def test_a_long_score_costs_no_more_than_its_header() -> None:
    note = b"<note><rest/><duration>4</duration></note>"
    music = b'<part-list/><part id="P1"><measure number="1">' + note * 700_000 + b"</measure></part></score-partwise>"
    content = b'<score-partwise version="4.0">' + music
    written = write(MusicXml(), content, inscription())
    assert written.endswith(music)
    assert table.verdict(read(MusicXml(), written).statements).choice is Choice.SEARCH_ONLY


def test_a_changed_note_or_a_changed_line_of_the_creator_changes_the_guard() -> None:
    before = MusicXml().decode(io.BytesIO(SCORE)).guard
    for old, new in ((b"Op. 7", b"Op. 8"), (b"<rights>\xc2\xa9 Mira", b"<rights>\xc2\xa9 Myra"), (b"list/", b"list /")):
        assert MusicXml().decode(io.BytesIO(SCORE.replace(old, new))).guard != before


def test_a_name_that_makes_our_line_look_like_the_creators_is_left_out() -> None:
    content = (FOLDER / "hand-one-line.musicxml").read_bytes()
    what = inscription(name="Zoë Ltd. Studio")
    written = write(MusicXml(), content, what)
    assert b"<rights>" not in written
    assert MusicXml().decode(io.BytesIO(written)).guard == MusicXml().decode(io.BytesIO(content)).guard


def test_a_field_of_an_earlier_tool_gives_way() -> None:
    fields = b'<miscellaneous><miscellaneous-field name="TDM_Reservation">0</miscellaneous-field></miscellaneous>'
    score = SCORE.replace(b"</identification>", fields + b"</identification>")
    assert table.verdict(read(MusicXml(), score).statements).choice is Choice.ALLOW
    written = write(MusicXml(), score, inscription())
    assert b"TDM_Reservation" not in written
    assert table.verdict(read(MusicXml(), written).statements).choice is Choice.SEARCH_ONLY


def test_scores_are_recognised_by_their_first_bytes() -> None:
    assert MusicXml().medium is Medium.AUDIO
    assert MusicXml().recognise(glimpse_of(SCORE)) is Certainty.SURE
    assert MusicXml().recognise(glimpse_of(SCORE.decode().encode("utf-16"))) is Certainty.SURE
    assert MusicXml().recognise(glimpse_of(b"<html/>")) is Certainty.NO
    assert MusicXml().recognise(glimpse_of(mxl(), "mxl")) is Certainty.LIKELY
    assert MusicXml().recognise(glimpse_of(mxl(), "zip")) is Certainty.NO
    declared = mxl(mimetype=b"application/vnd.recordare.musicxml")
    assert MusicXml().recognise(glimpse_of(declared)) is Certainty.SURE


@pytest.mark.parametrize("content", [SCORE, mxl()], ids=["plain", "compressed"])
def test_a_score_says_what_it_is(content: bytes) -> None:
    found = read(MusicXml(), content)
    assert (found.facts.title, found.facts.creator, found.facts.number) == ("Evening", "Mira Sol", "Op. 7")
    assert [(stated.layer, stated.value) for stated in found.statements] == [("rights", "© Mira Sol")]


def test_a_score_that_nobody_wrote_in_is_recognised_by_its_very_bytes() -> None:
    assert MusicXml().decode(io.BytesIO(SCORE)).payload == Digest.of(SCORE)


def test_the_title_of_a_movement_stands_in() -> None:
    score = b"<score-timewise><movement-title>Rain</movement-title></score-timewise>"
    assert read(MusicXml(), score).facts.title == "Rain"
    assert table.verdict(read(MusicXml(), write(MusicXml(), score, inscription())).statements).choice


@pytest.mark.parametrize(
    "content",
    [SCORE[:-5], b"<opus/>", mxl(b"<opus/>"), mxl(path=""), mxl(path="../other.xml"), mxl()[:-9]],
    ids=["cut", "opus", "opus in an archive", "no path", "outside", "archive cut"],
)
def test_what_is_no_score_is_told(content: bytes) -> None:
    with pytest.raises(FileProblem):
        MusicXml().decode(io.BytesIO(content))


def test_nothing_is_told() -> None:
    with pytest.raises(EmptyFile):
        read(MusicXml(), b"")


def test_the_other_members_of_an_archive_stay(tmp_path: Path) -> None:
    content = (FOLDER / "hand-declared.mxl").read_bytes()
    written = write(MusicXml(), content, inscription())
    assert written.startswith(content[:38])
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        assert archive.read("rain.pdf") == b"%PDF-1.4"
    file = tmp_path / "score.mxl"
    file.write_bytes(written)
    subprocess.run(["unzip", "-tqq", str(file)], check=True)


def test_entities_are_refused_but_guarded() -> None:
    content = (FOLDER / "odd-entities.musicxml").read_bytes()
    assert MusicXml().decode(io.BytesIO(content)).payload == Digest.of(content)
    with pytest.raises(CannotEmbed):
        write(MusicXml(), content, inscription())
