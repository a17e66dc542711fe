"""Front matter: our lines come and go, every other line stays as it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from artistguard.errors import CannotEmbed
from artistguard.packets.frontmatter import FrontMatter
from artistguard.terms import Choice
from artistguard.vocabularies.properties import Tag
from tests.suites.declarations import inscription

YAML = """---
title: "The \\"Salt\\" Road" # working title
author: 'Zoë''s pen'
tags:
  - sea
- salt
description: |
  TDM-Reservation: 0
  more
tdm-reservation: 0
---
# The Salt Road
tdm-reservation: 0
"""
TOML = """+++
title = "The Salt Road"
tdm_reservation = "0"

[params]
tdm-reservation = "0"
+++
Text
"""


def merged(text: str, choice: Choice = Choice.NO_AI_TRAINING, codec: str = "utf-8") -> str:
    return FrontMatter(text).merged(inscription(choice), codec)


def values(text: str) -> dict[str, str]:
    return {entry.tag.key.lower(): entry.tag.value for entry in FrontMatter(text).entries()}


def test_keys_and_values_are_read() -> None:
    told = values(YAML)
    assert told["title"] == 'The "Salt" Road'
    assert told["author"] == "Zoë's pen"
    assert told["tags"] == told["description"] == ""
    assert told["tdm-reservation"] == "0"
    assert FrontMatter(YAML).value("title") == 'The "Salt" Road'
    assert FrontMatter(YAML).value("missing") == ""


@pytest.mark.parametrize("text", [YAML, TOML, YAML.replace("\n", "\r\n"), TOML.replace("\n", "\r")])
def test_other_lines_and_the_body_stay(text: str) -> None:
    before, written = FrontMatter(text), merged(text)
    after = FrontMatter(written)
    assert after.body == before.body
    assert after.others() == before.others()
    assert values(written)["tdm-reservation"] == "1"
    assert written.count("0\n---") == 0
    ends = {"\r\n"} if "\r\n" in text else {"\r"} if "\r" in text else {"\n"}
    assert {line[len(line.rstrip("\r\n")) :] for line in after.lines} <= ends


@pytest.mark.parametrize("text", [YAML, TOML, "", "Just words", "---\n---\n", "---\nno end", "--- \na: b\n...\nText"])
@pytest.mark.parametrize("choice", Choice)
def test_writing_again_changes_nothing(text: str, choice: Choice) -> None:
    written = merged(text, choice)
    assert merged(written, choice) == written
    back = merged(merged(written, Choice.NOTHING), choice)
    assert FrontMatter(back).others() == FrontMatter(written).others()


def test_toml_is_written_before_the_first_table() -> None:
    written = merged(TOML)
    assert written.index('tdm-reservation = "1"') < written.index("[params]")
    assert 'tdm-reservation = "0"' in written[written.index("[params]") :]


@pytest.mark.parametrize(
    "text",
    [
        "% Title\n% Author\n\nText",
        "Title: Something\n\nText",
        '{\n  "title": "x"\n}\nText',
        '+++\na = """\ntdm-reservation = "0"\n"""\n+++\nText',
        "+++\na = '''\n'''\n+++\n",
    ],
)
def test_metadata_of_another_kind_is_left_alone(text: str) -> None:
    with pytest.raises(CannotEmbed):
        merged(text)


def test_what_an_encoding_cannot_hold_is_escaped() -> None:
    written = merged("Text", codec="ascii")
    assert written.isascii()
    assert values(written)["rights"] == values(merged("Text"))["rights"]


def test_a_right_of_the_creators_own_stays() -> None:
    text = "---\nrights: All mine\n---\nText"
    assert values(merged(text))["rights"] == "All mine"


def test_an_empty_block_of_rights_is_not_ours() -> None:
    text = "---\nrights:\n  - one\n  - two\n---\nText"
    assert "rights:\n  - one\n  - two\n" in merged(text)


_LINES = some.lists(
    some.sampled_from(
        ["title: x", "tdm-reservation: 0", "- item", "  indented", "# note", "", "a: [1, 2]", "artistguard-work: y",
         "k: |", '"quoted": "z"', "rights: ''", "copyright: me", "key = 1", "[table]", "...", "x : y # z",
         "TDM_POLICY: q"]
    ),
    max_size=8,
)  # fmt: skip


@given(
    lines=_LINES,
    fence=some.sampled_from(["---", "+++"]),
    end=some.sampled_from(["\n", "\r\n"]),
    body=some.text(max_size=30),
)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_front_matter_keeps_what_is_not_ours(lines: list[str], fence: str, end: str, body: str) -> None:
    text = end.join([fence, *lines, fence, body])
    before, written = FrontMatter(text), merged(text)
    after = FrontMatter(written)
    assert after.body == before.body
    assert after.others() == before.others()
    assert merged(written) == written
    assert values(written)["artistguard-choice"] == "no-ai-training"


@given(body=some.text(max_size=60))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_any_text_is_kept_behind_new_front_matter(body: str) -> None:
    try:
        written = merged(body)
    except CannotEmbed:
        return
    if not FrontMatter(body).fence:
        assert written.endswith(body)
    assert merged(written) == written


def test_a_lot_of_lines_is_no_front_matter() -> None:
    assert FrontMatter("---\n" + "a: b\n" * 10_001 + "---\n").fence == ""


def test_tags_tell_their_lines() -> None:
    entries = FrontMatter(YAML).entries()
    assert [(entry.tag, entry.start, entry.stop) for entry in entries if entry.tag.key == "tags"] == [
        (Tag("tags", ""), 2, 5)
    ]
