from __future__ import annotations

import io

from artistguard.formats.protocol import Certainty
from artistguard.formats.score.lilypond import LilyPond
from artistguard.terms import Choice
from artistguard.vocabularies import table
from artistguard.works import Digest, Medium
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite

FOLDER = SAMPLES / "score" / "lilypond"


class TestLilyPond(FormatSuite, MutationSuite):
    plugin = LilyPond()
    folder = "score/lilypond"


def test_only_comments_are_added_above_the_version() -> None:
    content = (FOLDER / "abc2ly.ly").read_bytes()
    written = write(LilyPond(), content, inscription())
    assert written.endswith(content)
    assert all(line.startswith(b"% ") for line in written.removesuffix(content).splitlines())


def test_lines_that_editors_look_for_stay_first_and_earlier_statements_give_way() -> None:
    content = (FOLDER / "hand-editor.ly").read_bytes()
    assert table.verdict(read(LilyPond(), content).statements).choice is Choice.ALLOW
    written = write(LilyPond(), content, inscription())
    assert written.startswith(b"% -*- coding: utf-8 -*-\n% for Ana\n% tdm-reservation: 1\n")
    assert written.endswith(b'\\version "2.24.0"\n{ c4 d e f }')


def test_what_is_printed_of_rights_is_read_and_never_written() -> None:
    content = (FOLDER / "musicxml2ly.ly").read_bytes()
    found = read(LilyPond(), content)
    assert [(stated.layer, stated.value) for stated in found.statements] == [("rights", "© 2024 Mira Söl")]
    assert (found.facts.title, found.facts.creator) == ("Evening", "Mira Söl")
    assert b"rights:" not in write(LilyPond(), content, inscription())


def test_a_score_that_nobody_wrote_in_is_recognised_by_its_very_bytes() -> None:
    content = (FOLDER / "midi2ly.ly").read_bytes()
    assert LilyPond().medium is Medium.AUDIO
    assert LilyPond().decode(io.BytesIO(content)).payload == Digest.of(content)
    changed = content.replace(b"voice", b"Voice")
    assert LilyPond().decode(io.BytesIO(changed)).guard != LilyPond().decode(io.BytesIO(content)).guard


def test_recognised_by_name_and_surer_by_a_command() -> None:
    assert LilyPond().recognise(glimpse_of(b"{ c4 }", "ly")) is Certainty.WEAK
    assert LilyPond().recognise(glimpse_of(b'\\version "2"', "ily")) is Certainty.LIKELY
    assert LilyPond().recognise(glimpse_of(b'\\version "2"', "txt")) is Certainty.NO


def test_long_lines_without_end_are_read_soon() -> None:
    for piece in (b"title ", b'title = "', b'\\"', b"copyright = {", b"% copyright: "):
        found = read(LilyPond(), piece * 30_000)
        assert {stated.choice for stated in found.statements} <= {None}
        assert not found.record
