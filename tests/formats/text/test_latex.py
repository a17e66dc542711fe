from __future__ import annotations

import io
import subprocess

import pytest

from artistguard.errors import CannotEmbed
from artistguard.formats.protocol import Certainty
from artistguard.formats.text.latex import Latex
from artistguard.terms import Choice
from artistguard.vocabularies import table
from artistguard.works import Digest
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite

FOLDER = SAMPLES / "text"


class TestLatex(FormatSuite, MutationSuite):
    plugin = Latex()
    folder = "text"


def typeset(content: bytes) -> str:
    """The words that pandoc sets."""
    done = subprocess.run(["pandoc", "-f", "latex", "-t", "plain"], input=content, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize("name", ["pandoc.tex", "editor-lines.tex", "stated-before.ltx"])
def test_another_program_sets_the_same_words(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    assert typeset(content).strip()
    assert typeset(write(Latex(), content, inscription())) == typeset(content)


def test_nothing_but_comment_lines_is_added_and_lines_that_must_be_first_stay_first() -> None:
    content = (FOLDER / "editor-lines.tex").read_bytes()
    written = write(Latex(), content, inscription()).decode().splitlines()
    assert written[:4] == [*content.decode().splitlines()[:3], "% tdm-reservation: 1"]
    added = [line for line in written if line not in content.decode().splitlines()]
    assert all(line.startswith("% ") for line in added)
    assert [line for line in written if line not in added] == content.decode().splitlines()


def test_what_stands_deeper_is_not_taken_for_a_statement() -> None:
    content = (FOLDER / "editor-lines.tex").read_bytes()
    assert table.verdict(read(Latex(), content).statements).choice is None
    assert b"\n% tdm-reservation: 0\n" in write(Latex(), content, inscription())


def test_an_earlier_statement_gives_way_and_the_creators_words_stay() -> None:
    content = (FOLDER / "stated-before.ltx").read_bytes()
    assert table.verdict(read(Latex(), content).statements).choice is Choice.ALLOW
    written = write(Latex(), content, inscription(licence="")).decode()
    assert written.count("rights:") == 1
    assert "% rights: all of them mine\n" in written
    assert "% tdm-policy: https://ana.example/policy\n" in written
    assert "tdm-reservation: 0" not in written


def test_line_ends_and_encoding_stay() -> None:
    content = (FOLDER / "chapter-latin1-crlf.tex").read_bytes()
    written = write(Latex(), content, inscription())
    assert written.endswith(content)
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert "© Zoë Ünal".encode("cp1252") in written


def test_a_name_that_the_encoding_cannot_write_is_left_out() -> None:
    written = write(Latex(), (FOLDER / "chapter-latin1-crlf.tex").read_bytes(), inscription(name="Łucja"))
    assert b"rights:" not in written
    assert b"% tdm-reservation: 1" in written


def test_a_line_of_another_encoding_that_gives_way_takes_nothing_else_with_it() -> None:
    plain = b"% tdm-reservation: \xff\n\\chapter{Rain}\n"
    written = write(Latex(), plain, inscription())
    assert Latex().decode(io.BytesIO(written)).guard == Latex().decode(io.BytesIO(plain)).guard
    with pytest.raises(CannotEmbed):
        write(Latex(), plain + "Überall.\n".encode(), inscription(name=""))


def test_copyright_that_the_pdf_would_tell_is_read_and_never_doubled() -> None:
    content = b"\\documentclass{book}\n\\hypersetup{pdfcopyright={Mira Sol, 2026}}\n\\begin{document}x\\end{document}\n"
    found = read(Latex(), content)
    assert [(stated.layer, stated.place, stated.value) for stated in found.statements] == [
        ("rights", "LaTeX copyright", "Mira Sol, 2026")
    ]
    assert b"rights:" not in write(Latex(), content, inscription())


def test_the_preamble_is_read() -> None:
    found = read(Latex(), (FOLDER / "pandoc.tex").read_bytes())
    assert (found.facts.title, found.facts.creator) == ("Evening at the quay", "Mira Sol")
    commented = read(Latex(), b"% \\title{no}\n\\title[short]{A\\\\B}\n")
    assert commented.facts.title == "A B"


def test_words_that_nobody_wrote_in_keep_their_fingerprint() -> None:
    content = (FOLDER / "pandoc.tex").read_bytes()
    before, after = (Latex().decode(io.BytesIO(each)) for each in (content, write(Latex(), content, inscription())))
    assert before.payload == after.payload == Digest.of(content)


def test_recognised_by_name_and_surer_by_a_command() -> None:
    assert Latex().recognise(glimpse_of(b"\\relax", "tex")) is Certainty.WEAK
    assert Latex().recognise(glimpse_of(b"\\documentclass{book}", "tex")) is Certainty.LIKELY
    assert Latex().recognise(glimpse_of(b"\\documentclass{book}", "txt")) is Certainty.NO
    assert Latex().recognise(glimpse_of(bytes(range(256)) * 9, "tex")) is Certainty.NO


def test_long_lines_without_end_are_read_soon() -> None:
    for piece in (b"\\title ", b"\\title[", b"\\author{", b"% \\title", b"% rights:", b"pdfcopyright "):
        found = read(Latex(), piece * 40_000)
        assert {stated.choice for stated in found.statements} <= {None}
        assert not found.record
