from __future__ import annotations

import contextlib
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from artistguard.errors import Damaged, FileProblem, TooLarge
from artistguard.terms import Choice, Declaration
from artistguard.vocabularies import rsl
from tests.suites.declarations import CONTACT, LICENCE, NAME, bare, declaration, declarations

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://artist.example/works/night.jpg"
RSL = "{https://rslstandard.org/rsl}"
TRAINING = {Choice.NO_GENERATIVE_TRAINING, Choice.NO_AI_TRAINING}
SEARCHABLE = {Choice.ASK, Choice.SEARCH_ONLY}


def licence(inside: str) -> bytes:
    content = f'<content url="/"><license>{inside}</license></content>'
    return f'<rsl xmlns="https://rslstandard.org/rsl">{content}</rsl>'.encode()


@pytest.mark.parametrize(
    ("choice", "compatible"),
    [
        (Choice.ALLOW, {Choice.ALLOW}),
        (Choice.NO_GENERATIVE_TRAINING, TRAINING),
        (Choice.NO_AI_TRAINING, TRAINING),
        (Choice.ASK, {Choice.ASK}),
        (Choice.SEARCH_ONLY, SEARCHABLE),
        (Choice.NOTHING, {Choice.NOTHING}),
    ],
)
def test_every_choice_comes_back_or_stricter(choice: Choice, compatible: set[Choice]) -> None:
    statement = rsl.read(rsl.document(declaration(choice), URL), "license.xml")
    assert statement.compatible == compatible
    assert statement.choice in compatible
    assert statement.choice is not None
    assert statement.choice.strictness >= choice.strictness


def test_ask_without_a_page_stays_closed_and_names_the_mail_address() -> None:
    content = rsl.document(declaration(Choice.ASK, licence=""), URL)
    assert rsl.read(content, "x").compatible == SEARCHABLE
    legal = etree.fromstring(content).find(f".//{RSL}legal")
    assert legal is not None
    assert (legal.get("type"), legal.text) == ("contact", f"mailto:{CONTACT}")


def test_ask_with_nobody_to_ask_stays_closed() -> None:
    assert rsl.read(rsl.document(bare(Choice.ASK), URL), "x").choice is Choice.SEARCH_ONLY


def test_the_file_has_the_shape_of_the_standard() -> None:
    top = etree.fromstring(rsl.document(declaration(Choice.ASK), URL))
    assert top.tag == f"{RSL}rsl"
    (content,) = top
    assert content.get("url") == URL
    assert [child.tag.removeprefix(RSL) for child in content] == ["license", "license", "copyright", "terms"]
    assert content.findtext(f"{RSL}copyright") == NAME
    assert content.findtext(f"{RSL}terms") == LICENCE
    assert content.findtext(f"{RSL}license/{RSL}payment/{RSL}custom") == LICENCE
    for permits in content.iter(f"{RSL}permits"):
        assert permits.get("type") == "usage"


@pytest.mark.parametrize("choice", list(Choice))
def test_xmllint_accepts_it(choice: Choice, tmp_path: Path) -> None:
    path = tmp_path / "license.xml"
    path.write_bytes(rsl.document(declaration(choice), URL + "?a=1&b=<2>"))
    subprocess.run(["xmllint", "--noout", "--nonet", str(path)], check=True)


@pytest.mark.parametrize(
    ("inside", "choice"),
    [
        ('<prohibits type="usage">ai-train</prohibits>', Choice.NO_AI_TRAINING),
        ('<prohibits type="usage">ai-train ai-input</prohibits>', Choice.SEARCH_ONLY),
        ('<prohibits type="usage">ai-all</prohibits>', Choice.SEARCH_ONLY),
        ('<prohibits type="usage">all</prohibits>', Choice.NOTHING),
        ('<prohibits type="usage">search</prohibits>', Choice.NOTHING),
        ('<permits type="usage">search</permits>', Choice.SEARCH_ONLY),
        ('<permits type="usage">all</permits>', Choice.ALLOW),
        ('<permits type="usage">ai-all search</permits>', Choice.ALLOW),
        ('<permits type="usage">all</permits><payment type="free"/>', Choice.ALLOW),
        ('<permits type="usage">all</permits><payment type="attribution"/>', Choice.ALLOW),
        ('<permits type="usage">all</permits><prohibits type="usage">ai-train</prohibits>', Choice.NO_AI_TRAINING),
        ('<permits type="usage">ai-train,ai-input</permits>', Choice.NOTHING),
        ('<permits type="user">personal</permits>', None),
        ('<permits type="geo">DE</permits>', None),
        ('<permits type="usage">x:unheard</permits>', Choice.NOTHING),
        ("", None),
    ],
)
def test_foreign_licences_are_read_conservatively(inside: str, choice: Choice | None) -> None:
    assert rsl.read(licence(inside), "x").choice is choice


def test_a_paid_licence_means_ask() -> None:
    offer = '<permits type="usage">ai-all</permits><payment type="training"><amount currency="EUR">9</amount></payment>'
    free = '<permits type="usage">search</permits>'
    assert rsl.read(licence(f"{free}</license><license>{offer}"), "x").choice is Choice.ASK
    assert rsl.read(licence(offer), "x").choice is Choice.NOTHING  # search is not licensed at all


def test_the_strictest_of_several_works_counts() -> None:
    content = (
        '<rsl xmlns="https://rslstandard.org/rsl">'
        '<content url="/a"><license><permits type="usage">all</permits></license></content>'
        '<content url="/b"><license><prohibits type="usage">ai-train</prohibits></license></content></rsl>'
    )
    assert rsl.read(content.encode(), "x").choice is Choice.NO_AI_TRAINING


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no xml",
        b"<rsl/>",
        b"<rsl xmlns='https://rslstandard.org/rsl'>",
        b"\xff\xfe\0",
        b'<!DOCTYPE rsl [<!ENTITY a "b">]><rsl xmlns="https://rslstandard.org/rsl">&a;</rsl>',
        b'<rsl xmlns="https://rslstandard.org/rsl">' + b"<a>" * 300 + b"</a>" * 300 + b"</rsl>",
    ],
)
def test_what_is_no_licence_is_damaged(content: bytes) -> None:
    with pytest.raises(Damaged):
        rsl.read(content, "x")


def test_comments_are_no_harm() -> None:
    assert rsl.read(licence('<!-- all --><prohibits type="usage">all</prohibits>'), "x").choice is Choice.NOTHING


def test_a_huge_file_is_refused() -> None:
    with pytest.raises(TooLarge):
        rsl.read(b" " * (rsl.LARGEST + 1), "x")


@settings(max_examples=100, derandomize=True)
@given(declarations, st.text(max_size=30))
def test_any_declaration_makes_a_licence(told: Declaration, url: str) -> None:
    statement = rsl.read(rsl.document(told, url), "x")
    assert told.choice in statement.compatible


@settings(max_examples=200, derandomize=True)
@given(st.integers(0, 10_000), st.integers(0, 255))
def test_mutated_files_end_in_our_errors(place: int, byte: int) -> None:
    content = bytearray(rsl.document(declaration(Choice.ASK), URL))
    content[place % len(content)] = byte
    with contextlib.suppress(FileProblem):
        assert rsl.read(bytes(content), "x").layer == "rsl"
