"""Rich text: two groups are ours, every byte outside them stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from artistguard.errors import Damaged, FileProblem
from artistguard.packets.rtf import Rtf, escaped
from artistguard.terms import Choice
from tests.suites.declarations import inscription

PLAIN = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}"
    rb"{\info{\title Salz\'fcber}{\author Zo\'eb}}\f0 Hello \{you\}\par}"
)
BINARY = rb"{\rtf1{\fonttbl{\f0 A;}}\f0 a{\pict\bin6 }}{{}}}b}"


def merged(content: bytes, choice: Choice = Choice.NO_AI_TRAINING) -> bytes:
    return Rtf(content).merged(inscription(choice))


def tags(content: bytes) -> dict[str, str]:
    return {tag.key: tag.value for tag in Rtf(content).tags()}


def test_information_is_read() -> None:
    document = Rtf(PLAIN)
    assert (document.info(b"title"), document.info(b"author"), document.info(b"subject")) == ("Salzüber", "Zoë", "")
    assert [group.name for group in document.groups] == [b"fonttbl", b"info"]
    assert document.tags() == ()


@pytest.mark.parametrize("content", [PLAIN, BINARY, rb"{\rtf1}", b"  \r\n{\\rtf1 Hello}", rb"{\rtf1\ansi{}{\b x}}"])
@pytest.mark.parametrize("choice", Choice)
def test_written_read_and_written_again(content: bytes, choice: Choice) -> None:
    written = merged(content, choice)
    assert tags(written)["ARTISTGUARD-CHOICE"] == choice
    assert Rtf(written).outside() == Rtf(content).outside()
    assert merged(written, choice) == written
    changed = merged(merged(written, Choice.NOTHING), choice)
    assert changed == written


def test_their_properties_stay() -> None:
    theirs = (
        rb"{\*\userprops {\propname Mine}\proptype30{\staticval yes}"
        rb"{\propname TDM-Reservation}\proptype30{\staticval 0}}"
    )
    content = PLAIN.replace(b"\\f0 Hello", theirs + b"\\f0 Hello")
    told = tags(merged(content))
    assert told["Mine"] == "yes"
    assert [name for name in told if name.upper() == "TDM-RESERVATION"] == ["TDM-RESERVATION"]
    assert told["TDM-RESERVATION"] == "1"


def test_their_copyright_stays() -> None:
    content = PLAIN.replace(b"{\\info", b"{\\info{\\*\\copyright All mine}")
    assert Rtf(merged(content)).info(b"copyright") == "All mine"
    assert Rtf(merged(PLAIN)).info(b"copyright")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"hello",
        rb"{\rtf1",
        rb"{\rtf1{\info",
        rb"{\rtf1 \bin99999999 }",
        rb"{\rtf1{\pict\bin10 }}",
        b"{\\rtf1 \\",
    ],
)
def test_what_breaks_off_is_damaged(content: bytes) -> None:
    with pytest.raises(Damaged):
        Rtf(content)


@given(text=some.text(max_size=40))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_text_survives_escaping(text: str) -> None:
    document = Rtf(b"{\\rtf1{\\info{\\title x" + escaped(text) + b"x}}}")
    assert document.info(b"title") == f"x{text}x".encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


_PIECES = some.lists(
    some.sampled_from(
        [b"{", b"}", b"\\info", b"\\*\\userprops", b"{\\propname a}", b"\\proptype30", b"{\\staticval b}",
         b"\\bin3 {}{", b"\\'e9", b"\\u233?", b"word ", b"\\{", b"\\\\", b"\r\n", b"\\fonttbl",
         b"{\\title t}", b"{\\*\\copyright }"]
    ),
    max_size=12,
)  # fmt: skip


@given(pieces=_PIECES)
@settings(max_examples=400, deadline=None, derandomize=True)
def test_any_rich_text_is_refused_or_kept(pieces: list[bytes]) -> None:
    content = b"{\\rtf1\\ansi " + b"".join(pieces) + b"}"
    try:
        before = Rtf(content)
    except FileProblem:
        return
    written = merged(content)
    assert Rtf(written).outside() == before.outside()
    assert tags(written)["ARTISTGUARD-CHOICE"] == "no-ai-training"
    assert merged(written) == written
