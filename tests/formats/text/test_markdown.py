from __future__ import annotations

import io
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from artistguard.errors import EmptyFile
from artistguard.formats.protocol import Certainty
from artistguard.formats.text.markdown import Markdown
from artistguard.packets.frontmatter import FrontMatter
from artistguard.terms import Choice
from artistguard.vocabularies import table
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite

FOLDER = SAMPLES / "text"


class TestMarkdown(FormatSuite, MutationSuite):
    plugin = Markdown()
    folder = "text"


def test_front_matter_is_made_where_there_is_none_and_keeps_line_ends() -> None:
    content = (FOLDER / "bare-crlf.md").read_bytes()
    written = write(Markdown(), content, inscription())
    assert written.startswith(b"---\r\ntdm-reservation: 1\r\n")
    assert written.endswith(b"\r\n---\r\n" + content)
    assert b"\n" not in written.replace(b"\r\n", b"")


def test_lines_of_the_creator_stay_as_they_are() -> None:
    content = (FOLDER / "bom-jekyll.markdown").read_bytes()
    written = write(Markdown(), content, inscription()).decode()
    assert written.startswith(
        "\ufeff---\n# kept\ntitle: 'Net ''and'' Coin'\nauthor: \"Ana Körner\"\ntags:\n- sea\ntdm-"
    )
    assert "TDM-Reservation" not in written
    facts = read(Markdown(), content).facts
    assert (facts.title, facts.creator) == ("Net 'and' Coin", "Ana Körner")


def test_toml_is_still_toml_and_tables_stay_behind() -> None:
    written = write(Markdown(), (FOLDER / "hugo.md").read_bytes(), inscription()).decode()
    matter = tomllib.loads(written.split("+++\n")[1])
    assert matter["tdm-reservation"] == "1"
    assert matter["title"] == "Net and Coin"
    assert matter["params"] == {"rights": "x"}


def test_an_earlier_statement_is_read() -> None:
    found = read(Markdown(), (FOLDER / "bom-jekyll.markdown").read_bytes())
    assert table.verdict(found.statements).choice is Choice.ALLOW


def test_encodings_stay() -> None:
    narrow = write(Markdown(), (FOLDER / "windows1252.md").read_bytes(), inscription(name="Łucja"))
    assert narrow.endswith("Ana Körner \u2013 “nobody”\n".encode("cp1252"))
    assert b"\\u0141ucja" in narrow
    wide = write(Markdown(), (FOLDER / "utf16.md").read_bytes(), inscription())
    assert wide.decode("utf-16").startswith("---\ntdm-reservation: 1\n")


def test_the_words_are_those_of_the_body() -> None:
    assert Markdown().decode(io.BytesIO((FOLDER / "hugo.md").read_bytes())).text == "Nobody sold them.\n"


def test_a_change_of_the_creators_front_matter_changes_the_guard() -> None:
    content = (FOLDER / "hugo.md").read_bytes()
    changed = content.replace(b"Net", b"Set")
    assert Markdown().decode(io.BytesIO(changed)).guard != Markdown().decode(io.BytesIO(content)).guard


def test_the_creators_rights_stay() -> None:
    written = write(Markdown(), b"---\nrights: all mine\n---\nx\n", inscription())
    assert written.count(b"rights:") == 1
    assert b"rights: all mine\n" in written


def test_a_line_across_the_text_is_no_front_matter() -> None:
    assert FrontMatter("---\n\nNobody sold them.\n").fence == ""


def test_recognised_by_name_and_look_only() -> None:
    assert Markdown().recognise(glimpse_of(b"# Net\n", "md")) is Certainty.WEAK
    assert Markdown().recognise(glimpse_of(b"# Net\n", "txt")) is Certainty.NO
    assert Markdown().recognise(glimpse_of(b"\0\1\2" * 50, "md")) is Certainty.NO


def test_nothing_at_all_is_told() -> None:
    with pytest.raises(EmptyFile):
        read(Markdown(), b"")


@given(some.text(some.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_whatever_the_body_it_stays_and_the_choice_comes_back(body: str) -> None:
    if body.startswith(("%", "{")):
        return
    content = f"Once. {body}\n".encode()
    written = write(Markdown(), content, inscription())
    assert written.endswith(content)
    assert table.verdict(read(Markdown(), written).statements).choice is Choice.SEARCH_ONLY
    assert write(Markdown(), written, inscription()) == written
