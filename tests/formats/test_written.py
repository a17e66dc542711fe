from __future__ import annotations

import io

import pytest

from artistguard.errors import Damaged, EmptyFile, FileProblem
from artistguard.formats.protocol import Certainty, Embeds, Format
from artistguard.formats.written import FinalDraft, PlainText
from artistguard.works import Medium
from tests.suites.format_suite import glimpse_of

PLUGINS = (PlainText(), FinalDraft())
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
    assert FinalDraft().recognise(glimpse_of(FDX)) is Certainty.SURE


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_words_are_the_same_in_every_encoding(codec: str) -> None:
    text = "Évening at the quay.\nRain — and more rain.\n"
    decoded = PlainText().decode(io.BytesIO(text.replace("\n", "\r\n").encode(codec)))
    assert decoded.text == text
    assert decoded.payload == PlainText().decode(io.BytesIO(text.encode())).payload


def test_plain_words_say_nothing_of_themselves() -> None:
    assert PlainText().read(io.BytesIO(b"Title: no")).facts.title == ""


def test_the_words_of_final_draft_are_its_paragraphs() -> None:
    decoded = FinalDraft().decode(io.BytesIO(FDX))
    assert decoded.text.split("\n")[:2] == ["INT. QUAY - EVENING", "Boats. Rain."]
    assert decoded.text.count("Both.") == 1
    assert FinalDraft().read(io.BytesIO(FDX)).facts.title == ""


@pytest.mark.parametrize("content", [FDX[:-20], b"<other/>", b"<!DOCTYPE FinalDraft [<!ENTITY a 'b'>]><FinalDraft>&a;"])
def test_what_is_no_screenplay_is_told(content: bytes) -> None:
    with pytest.raises(Damaged):
        FinalDraft().decode(io.BytesIO(content))
