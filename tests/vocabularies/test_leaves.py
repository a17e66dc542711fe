"""The page for a book: the same words in each form, as other programs read them."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from striprtf.striprtf import rtf_to_text

from artistguard.terms import Choice, Declaration
from artistguard.vocabularies import leaves

if TYPE_CHECKING:
    from pathlib import Path

NAME = "Zoë {Ünal} \\ <Co> & 王 🖋"
CONTACT = "https://zoe.example/ask?a=1&b=2"


def of(choice: Choice, name: str = NAME, contact: str = CONTACT) -> Declaration:
    return Declaration(choice, name, contact)


@pytest.mark.parametrize("choice", Choice)
def test_every_form_says_the_same(choice: Choice) -> None:
    told = list(leaves.paragraphs(of(choice)))
    halves = rtf_to_text(leaves.rich(of(choice)).decode("ascii"))
    rich = halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    assert [line.strip() for line in rich.splitlines() if line.strip()] == told
    page = etree.fromstring(leaves.page(of(choice)).encode())
    assert [each.text for each in page.iter("{*}p")] == told
    assert leaves.plain(of(choice)).strip().split("\n\n") == told


def test_the_name_stands_first_and_the_terms_behind_it() -> None:
    first, second, *_ = leaves.paragraphs(of(Choice.NO_AI_TRAINING))
    assert NAME in first
    assert "may not be used to train AI models" in second


@pytest.mark.parametrize("choice", [choice for choice in Choice if choice is not Choice.ALLOW])
def test_where_to_ask_is_told_once(choice: Choice) -> None:
    assert leaves.plain(of(choice)).count(CONTACT) == 1


def test_without_a_name_nothing_is_claimed_for_anybody() -> None:
    assert "©" not in leaves.plain(Declaration(Choice.SEARCH_ONLY))


def test_another_program_reads_every_letter(tmp_path: Path) -> None:
    file = tmp_path / "book-page.rtf"
    plain_name = of(Choice.ASK, NAME.removesuffix(" 🖋"))  # pandoc 2.17 takes each half for a letter
    file.write_bytes(leaves.rich(plain_name))
    asked = ["pandoc", "--from=rtf", "--to=plain", "--wrap=none", str(file)]
    read = subprocess.run(asked, check=True, capture_output=True, encoding="utf-8").stdout
    assert [line for line in read.splitlines() if line.strip()] == list(leaves.paragraphs(plain_name))
