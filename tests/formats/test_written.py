from __future__ import annotations

import io

import pytest

from artistguard.errors import Damaged, EmptyFile, FileProblem
from artistguard.formats.protocol import Certainty, Embeds, Format
from artistguard.formats.written import FinalDraft, Fountain, Latex, PlainText
from artistguard.works import Medium
from tests.suites.format_suite import SAMPLES, glimpse_of

PLUGINS = (PlainText(), Fountain(), Latex(), FinalDraft())
SCREENPLAY = """Title:
    _**THE QUAY**_
    An evening
Credit: Written by
Author: Mira Sol
Copyright: (c) 2026 Mira Sol

INT. QUAY - EVENING

Boats. Rain.
"""
FDX = b"""<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<FinalDraft DocumentType="Script" Template="No" Version="5">
  <Content>
    <Paragraph Type="Scene Heading"><Text>INT. QUAY - EVENING</Text></Paragraph>
    <Paragraph Type="Action"><Text>Boats. </Text><Text Style="Italic">Rain.</Text></Paragraph>
    <Paragraph Type="General"><DualDialogue><Paragraph><Text>Both.</Text></Paragraph></DualDialogue></Paragraph>
    <Paragraph Type="Action"><Text></Text></Paragraph>
  </Content>
</FinalDraft>"""


@pytest.mark.parametrize("plugin", PLUGINS, ids=[plugin.name for plugin in PLUGINS])
def test_each_is_a_manuscript_that_is_never_written(plugin: Format) -> None:
    assert isinstance(plugin, Format)
    assert not isinstance(plugin, Embeds)
    assert plugin.medium is Medium.TEXT
    assert plugin.recognise(glimpse_of(b"", plugin.types[0].extension)) is Certainty.NO
    assert plugin.recognise(glimpse_of(bytes(range(256)) * 9, plugin.types[0].extension)) is Certainty.NO
    for action in (plugin.read, plugin.decode):
        with pytest.raises(EmptyFile):
            action(io.BytesIO())
        with pytest.raises(FileProblem):
            action(io.BytesIO(bytes(range(32)) * 100))


def test_words_have_no_signature_but_a_name() -> None:
    assert PlainText().recognise(glimpse_of(b"Rain.", "txt")) is Certainty.WEAK
    assert PlainText().recognise(glimpse_of(b"Rain.", "png")) is Certainty.NO
    assert PlainText().recognise(glimpse_of("Rain.".encode("utf-16"), "txt")) is Certainty.WEAK
    assert Fountain().recognise(glimpse_of(SCREENPLAY.encode(), "fountain")) is Certainty.WEAK
    assert Latex().recognise(glimpse_of(b"\\relax", "tex")) is Certainty.WEAK
    assert Latex().recognise(glimpse_of(b"\\documentclass{book}", "tex")) is Certainty.LIKELY
    assert Latex().recognise(glimpse_of(b"\\documentclass{book}", "txt")) is Certainty.NO
    assert FinalDraft().recognise(glimpse_of(FDX)) is Certainty.SURE


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_words_are_the_same_in_every_encoding(codec: str) -> None:
    text = "Évening at the quay.\nRain — and more rain.\n"
    decoded = PlainText().decode(io.BytesIO(text.replace("\n", "\r\n").encode(codec)))
    assert decoded.text == text
    assert decoded.payload == PlainText().decode(io.BytesIO(text.encode())).payload


def test_plain_words_say_nothing_of_themselves() -> None:
    assert PlainText().read(io.BytesIO(b"Title: no")).facts.title == ""


def test_the_title_page_of_a_screenplay_is_read() -> None:
    found = Fountain().read(io.BytesIO(SCREENPLAY.encode()))
    assert (found.facts.title, found.facts.creator) == ("THE QUAY An evening", "Mira Sol")
    assert [(stated.layer, stated.value) for stated in found.statements] == [("rights", "(c) 2026 Mira Sol")]
    assert Fountain().decode(io.BytesIO(SCREENPLAY.encode())).text == SCREENPLAY


@pytest.mark.parametrize("start", ["INT. QUAY\n\nTitle: no\n", "Rain.\nTitle: no\n", ""])
def test_a_screenplay_without_a_title_page_says_nothing(start: str) -> None:
    assert Fountain().read(io.BytesIO((start + "\nFADE OUT.").encode())).facts.title == ""


def test_several_authors_are_one_line() -> None:
    assert Fountain().read(io.BytesIO(b"Authors: Mira\n   Sol\n\nx")).facts.creator == "Mira Sol"


def test_the_preamble_of_latex_is_read() -> None:
    found = Latex().read(io.BytesIO((SAMPLES / "sidecar" / "pandoc.tex").read_bytes()))
    assert (found.facts.title, found.facts.creator) == ("Evening at the quay", "Mira Sol")
    commented = Latex().read(io.BytesIO(b"% \\title{no}\n\\title[short]{A\\\\B}\n"))
    assert commented.facts.title == "A B"


def test_long_lines_without_end_are_read_soon() -> None:
    for piece in (b"\\title ", b"\\title[", b"\\author{", b"% \\title"):
        Latex().read(io.BytesIO(piece * 40_000))
    Fountain().read(io.BytesIO(b"a:b\n" * 200_000))


def test_the_words_of_final_draft_are_its_paragraphs() -> None:
    decoded = FinalDraft().decode(io.BytesIO(FDX))
    assert decoded.text.split("\n")[:2] == ["INT. QUAY - EVENING", "Boats. Rain."]
    assert decoded.text.count("Both.") == 1
    assert FinalDraft().read(io.BytesIO(FDX)).facts.title == ""


@pytest.mark.parametrize("content", [FDX[:-20], b"<other/>", b"<!DOCTYPE FinalDraft [<!ENTITY a 'b'>]><FinalDraft>&a;"])
def test_what_is_no_screenplay_is_told(content: bytes) -> None:
    with pytest.raises(Damaged):
        FinalDraft().decode(io.BytesIO(content))
