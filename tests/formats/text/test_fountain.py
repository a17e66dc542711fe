from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artistguard.formats.protocol import Certainty
from artistguard.formats.text.fountain import Fountain
from artistguard.terms import Choice
from artistguard.vocabularies import table
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite

FOLDER = SAMPLES / "text"
SCREENPLAY = (FOLDER / "title-page.fountain").read_bytes()


class TestFountain(FormatSuite, MutationSuite):
    plugin = Fountain()
    folder = "text"


def test_the_statement_is_a_boneyard_behind_the_last_scene() -> None:
    written = write(Fountain(), SCREENPLAY, inscription()).decode()
    assert written.startswith(SCREENPLAY.decode() + "\n/*\ntdm-reservation: 1\n")
    assert written.endswith("\nrights: © Zoë Ünal. No AI uses or data mining, search excepted: rights reserved.\n*/\n")
    behind = written.removeprefix(SCREENPLAY.decode())
    assert behind.count("/*") == behind.count("*/") == 1


@pytest.mark.parametrize(
    ("end", "between"), [(b"", b"\n\n"), (b"\n", b"\n"), (b"\n\n", b""), (b"\n\n\n", b"")], ids=["0", "1", "2", "3"]
)
def test_an_empty_line_parts_it_from_the_screenplay(end: bytes, between: bytes) -> None:
    content = b"INT. QUAY - EVENING\n\nRain." + end
    assert write(Fountain(), content, inscription()).startswith(content + between + b"/*\ntdm-")


def test_line_ends_of_windows_stay_and_the_creators_copyright_is_enough() -> None:
    content = (FOLDER / "bom-crlf-copyright.fountain").read_bytes()
    written = write(Fountain(), content, inscription())
    assert written.startswith(content + b"\r\n\r\n/*\r\n")
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert b"rights:" not in written


def test_a_comment_of_the_creator_is_none_of_ours() -> None:
    for comment in (
        "/*\nold: ending\n*/\n",
        "/*\ntdm-reservation: 0\nand more\n*/\n",
        "/*\n*/\n",
        "/*\ntdm-policy: x\n",
    ):
        content = f"INT. QUAY\n\nRain.\n\n{comment}".encode()
        assert not read(Fountain(), content).statements
        assert write(Fountain(), content, inscription()).startswith(content)


def test_words_behind_the_statement_stay_behind_it() -> None:
    once = write(Fountain(), SCREENPLAY, inscription(Choice.ASK))
    longer = once + b"\nINT. SHED\n\nMore.\n"
    again = write(Fountain(), longer, inscription(Choice.NOTHING))
    assert again.endswith(b"*/\n\nINT. SHED\n\nMore.\n")
    assert table.verdict(read(Fountain(), again).statements).choice is Choice.NOTHING


def test_an_address_that_would_end_the_comment_is_written_another_way() -> None:
    written = write(Fountain(), SCREENPLAY, inscription(policy="https://zoe.example/*/rights")).decode()
    assert "tdm-policy: https://zoe.example/%2A/rights" in written


def test_the_title_page_is_read() -> None:
    found = read(Fountain(), (FOLDER / "bom-crlf-copyright.fountain").read_bytes())
    assert (found.facts.title, found.facts.creator) == ("RAIN", "Mira Sol")
    assert [(stated.layer, stated.value) for stated in found.statements] == [("rights", "(c) 2026 Mira Sol")]
    assert read(Fountain(), SCREENPLAY).facts.title == "THE QUAY An evening"


@pytest.mark.parametrize("start", ["INT. QUAY\n\nTitle: no\n", "Rain.\nTitle: no\n", ""])
def test_a_screenplay_without_a_title_page_says_nothing(start: str) -> None:
    assert read(Fountain(), (start + "\nFADE OUT.").encode()).facts.title == ""


def test_several_authors_are_one_line() -> None:
    assert read(Fountain(), b"Authors: Mira\n   Sol\n\nx").facts.creator == "Mira Sol"


def test_the_words_are_those_of_the_screenplay() -> None:
    assert (
        Fountain().decode(io.BytesIO(write(Fountain(), SCREENPLAY, inscription()))).text == SCREENPLAY.decode().rstrip()
    )


def test_recognised_by_name_and_look_only() -> None:
    assert Fountain().recognise(glimpse_of(SCREENPLAY, "fountain")) is Certainty.WEAK
    assert Fountain().recognise(glimpse_of(SCREENPLAY, "txt")) is Certainty.NO
    assert Fountain().recognise(glimpse_of(bytes(range(256)) * 9, "fountain")) is Certainty.NO


def test_long_pages_are_read_soon() -> None:
    for piece in (b"a:b\n", b"/*\n", b"*/\n", b"/*\ntdm-policy: x\n"):
        found = read(Fountain(), piece * 100_000)
        assert {stated.choice for stated in found.statements} <= {None}
        assert not found.record


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n/*:"), min_size=1))
def test_whatever_the_screenplay_it_stays_and_the_choice_comes_back(words: str) -> None:
    content = f"Once. {words}".encode()
    written = write(Fountain(), content, inscription())
    assert written.startswith(content)
    assert table.verdict(read(Fountain(), written).statements).choice is Choice.SEARCH_ONLY
    assert write(Fountain(), written, inscription()) == written
