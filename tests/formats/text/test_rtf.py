from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some

from artistguard.errors import Damaged
from artistguard.formats.text.rtf import Rtf
from artistguard.packets import rtf
from artistguard.terms import Choice
from artistguard.vocabularies import table
from tests.suites.format_suite import SAMPLES, FormatSuite, inscription, read, write
from tests.suites.mutations import MutationSuite

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = SAMPLES / "text"


class TestRtf(FormatSuite, MutationSuite):
    plugin = Rtf()
    folder = "text"

    def test_exiftool_reads_the_statements(self, sample: Path, tmp_path: Path) -> None:
        file = tmp_path / "written.rtf"
        file.write_bytes(write(self.plugin, sample.read_bytes(), inscription()))
        asked = ["exiftool", "-s3", "-TDM-RESERVATION", "-ARTISTGUARD-CHOICE", str(file)]
        found = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
        assert found.split() == ["1", "search-only"]

    def test_only_two_groups_are_touched(self, sample: Path) -> None:
        content = sample.read_bytes()
        assert rtf.Rtf(write(self.plugin, content, inscription())).outside() == rtf.Rtf(content).outside()


def test_properties_and_information_of_the_creator_stay() -> None:
    written = write(Rtf(), (FOLDER / "wordlike.rtf").read_bytes(), inscription())
    assert rb"{\propname Draft}\proptype3{\staticval 3}" in written
    assert rb"{\title Net and Coin}{\author Ana K\'f6rner}{\*\company Ebbing}" in written
    assert b"TDM_Reservation" not in written


def test_an_earlier_statement_and_facts_are_read() -> None:
    found = read(Rtf(), (FOLDER / "wordlike.rtf").read_bytes())
    assert table.verdict(found.statements).choice is Choice.ALLOW
    assert (found.facts.title, found.facts.creator) == ("Net and Coin", "Ana Körner")


def test_words() -> None:
    text = Rtf().decode(io.BytesIO((FOLDER / "wordlike.rtf").read_bytes())).text
    assert "The nets hung full {as ever}." in text
    assert "Nobody sold them: 鿰" in text or "Nobody sold them: \u9ff0" in text


def test_the_name_is_filled_where_none_stands() -> None:
    assert read(Rtf(), write(Rtf(), (FOLDER / "bare.rtf").read_bytes(), inscription())).facts.creator == "Zoë Ünal"


def test_binary_data_hides_its_braces() -> None:
    content = rb"{\rtf1{\fonttbl{\f0 A;}}{\pict\bin3 }}}}text}"
    assert [group.name for group in rtf.Rtf(content).groups] == [b"fonttbl", b"pict"]


@pytest.mark.parametrize("content", [b"", b"{\\rtf1", b"{\\rtf1 {\\info}", b"rtf", b"{\\rtf1\\bin99999999999 }"])
def test_what_breaks_off_is_damaged(content: bytes) -> None:
    with pytest.raises(Damaged):
        read(Rtf(), content)


@given(some.text(max_size=40))
def test_any_text_survives_as_rich_text(text: str) -> None:
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    content = b"{\\rtf1{\\info{\\title " + rtf.escaped(whole) + b"}}}"
    assert rtf.Rtf(content).info(b"title") == whole.strip()
