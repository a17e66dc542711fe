"""Every format that embeds, asked of programs that are not ours; docs/formats.md shows what was observed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from artistguard.formats.protocol import Embeds
from artistguard.formats.table import FORMATS
from tests.formats import everywhere
from tests.suites.whole import FOLDERS

if TYPE_CHECKING:
    from tests.formats.everywhere import Observed


PICTURES = ["JPEG", "PNG", "WebP", "TIFF", "HEIC", "AVIF", "GIF", "JPEG XL", "Photoshop document"]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Observed]:
    return {row.name: row for row in everywhere.observe(tmp_path_factory.mktemp("everywhere"))}


def test_every_format_that_embeds_is_asked_about() -> None:
    names = {each.name for each in FORMATS if isinstance(each, Embeds)}
    assert names == set(FOLDERS)
    assert names == {
        row.partition(" (")[0].replace("EPUB 2", "EPUB").replace("EPUB 3", "EPUB") for row in everywhere.ROWS
    }


@pytest.mark.parametrize("name", everywhere.ROWS)
def test_another_program_reads_the_choice_and_the_reservation(rows: dict[str, Observed], name: str) -> None:
    for sign in ("choice", "reservation", "record"):
        assert [reader for reader, told in rows[name].readers.items() if sign in told], sign


@pytest.mark.parametrize("name", everywhere.ROWS)
def test_choice_reservation_and_own_layer_stand_inside(rows: dict[str, Observed], name: str) -> None:
    assert rows[name].places.keys() >= {"plus", "tdmrep", "artistguard", "rights"}


@pytest.mark.parametrize("name", PICTURES)
def test_a_current_exiftool_reads_the_opt_out_of_exif(rows: dict[str, Observed], name: str) -> None:
    assert "opt-out" in rows[name].readers["exiftool"]


INSIDE = {"JPEG", "PNG", "WebP", "TIFF", "GIF", "AVIF", "HEIC", "JPEG XL", "SVG", "MP3", "WAV", "M4A", "PDF"}
"""Formats that carry content credentials inside, as far as this row of samples goes."""


@pytest.mark.parametrize("name", everywhere.ROWS)
def test_the_reference_implementation_finds_the_credentials_valid(rows: dict[str, Observed], name: str) -> None:
    place, state, *_ = rows[name].credentials.split(", ")
    assert (state, place == "inside") == ("valid", name in INSIDE or name == "WAV (BWF)")


def test_exiftool_sees_them_in_pictures(rows: dict[str, Observed]) -> None:
    # Not in MP3, and not in a PDF whose attachment tells its type.
    for name in INSIDE - {"MP3", "PDF"}:
        assert rows[name].credentials.endswith("seen by exiftool"), name


def test_the_document_shows_what_was_observed(rows: dict[str, Observed]) -> None:
    document = everywhere.DOCUMENT.read_text("utf-8")
    assert everywhere.renewed(document, list(rows.values())) == document, "run python tests/formats/everywhere.py"


@pytest.mark.parametrize("name", PICTURES)
def test_exif_and_iptc_stand_wherever_the_format_has_a_place(rows: dict[str, Observed], name: str) -> None:
    places = {place for stated in rows[name].places.values() for place in stated}
    assert ("Exif 0x9287" in places) == (name != "GIF")
    assert ("IPTC 2:40" in places) == (name in {"JPEG", "PNG", "TIFF", "Photoshop document"})
