from __future__ import annotations

import io

import pytest

from artistguard.containers import tiff, tiff_edit
from artistguard.containers.tiff import ASCII, Field
from artistguard.errors import CannotEmbed, EmptyFile, TooLarge
from artistguard.formats import picture
from artistguard.formats.picture import Manners
from artistguard.packets import exif, iptc, xmp
from artistguard.terms import Choice
from artistguard.vocabularies import table
from artistguard.vocabularies.properties import Alternative, Ordered, Property
from tests.suites.format_suite import RECORD, inscription

DC = "http://purl.org/dc/elements/1.1/"
MARA = Property(DC, "dc", "creator", Ordered(("Mara",)))
NOTICE = Property(DC, "dc", "rights", Alternative("All mine"))


def theirs(*properties: Property) -> bytes:
    """A packet of another program: without the note of what we wrote."""
    made = xmp.merge(None, properties)
    return made if b"written" not in made else _without_note(made)


def _without_note(packet: bytes) -> bytes:
    from lxml import etree

    top = etree.fromstring(packet)
    for element in list(top.iter()):
        if isinstance(element.tag, str) and element.tag.endswith("}written"):
            element.getparent().remove(element)
        for key in [key for key in element.attrib if str(key).endswith("}written")]:
            del element.attrib[key]
    return etree.tostring(top)


def artist(name: bytes) -> bytes:
    return tiff_edit.rewrite(tiff.parse(tiff.EMPTY), {exif.ARTIST: Field(ASCII, len(name) + 1, name + b"\0")}, {})


def test_all_layers_are_read_together() -> None:
    what = inscription()
    found = picture.reading(
        [xmp.merge(None, table.properties(what))], exif.merge(None, what), iptc.merge(None, what), credentials=True
    )
    assert {stated.layer for stated in found.statements} >= {"plus", "tdmrep", "exif", "rights", "artistguard"}
    assert {stated.place for stated in found.statements} >= {"Exif 0x9287", "IPTC 2:116", "XMP plus:DataMining"}
    assert found.record == RECORD
    assert found.credentials


def test_damaged_layers_say_nothing() -> None:
    found = picture.reading([b"<x:xmp"], b"II*\0\xff\xff\xff\xff", b"\x1c\2")
    assert found.statements == ()


def test_title_and_creator_come_from_the_best_layer_that_has_them() -> None:
    block, fields = artist(b"Exif Artist"), b"\x1c\2\5\0\4Dusk\x1c\2\x50\0\4Iptc"
    assert picture.reading([], block, fields).facts.creator == "Exif Artist"
    assert picture.reading([theirs(MARA)], block, fields).facts.creator == "Mara"
    assert picture.reading([], None, fields).facts.title == "Dusk"


def test_an_empty_picture_leaves_nothing_out() -> None:
    assert picture.manners([], None, None, inscription()) == Manners()


@pytest.mark.parametrize("layer", ["packet", "block", "fields", "author"])
def test_a_creator_told_in_any_layer_is_respected_in_all(layer: str) -> None:
    manner = picture.manners(
        [theirs(MARA)] if layer == "packet" else [],
        artist(b"Mara") if layer == "block" else None,
        b"\x1c\2\x50\0\4Mara" if layer == "fields" else None,
        inscription(),
        author="Mara" if layer == "author" else "",
    )
    assert manner.without == {"creator"}
    assert table.verdict(picture.reading([picture.packet_merged(None, inscription(), manner)]).statements).choice
    assert picture.reading([picture.packet_merged(None, inscription(), manner)]).facts.creator == ""


def test_a_notice_told_elsewhere_is_respected() -> None:
    assert picture.manners([theirs(NOTICE)], None, None, inscription()).without == {"copyright"}
    assert picture.manners([], None, b"\x1c\2\x74\0\4Mine", inscription()).without == {"copyright"}
    assert picture.manners([], None, None, inscription(), notice="Mine").without == {"copyright"}


def test_our_own_words_are_nobody_elses() -> None:
    what = inscription()
    packet = xmp.merge(None, table.properties(what))
    same = picture.manners([packet], exif.merge(None, what), iptc.merge(None, what), what)
    assert same == Manners()
    renamed = picture.manners([packet], exif.merge(None, what), iptc.merge(None, what), inscription(name="Nova"))
    assert renamed == Manners(frozenset(), "Zoë Ünal")


def test_a_name_cut_for_the_by_line_is_the_same_name() -> None:
    what = inscription(name="Ü" * 40)
    assert picture.manners([], None, iptc.merge(None, what), what) == Manners()


def test_a_block_that_is_too_long_is_left_unless_it_contradicts() -> None:
    merged = picture.exif_merged(None, inscription(), Manners(), longest=10)
    assert merged is None
    old = exif.merge(None, inscription(Choice.ALLOW))
    with pytest.raises(CannotEmbed):
        picture.exif_merged(old, inscription(), Manners(), longest=10)
    assert picture.exif_merged(b"nonsense", inscription(), Manners()) is None


def test_the_opt_out_alone_is_written_where_the_notice_does_not_fit() -> None:
    whole = exif.merge(None, inscription())
    merged = picture.exif_merged(None, inscription(), Manners(), longest=len(whole) - 1)
    assert merged is not None
    assert {stated.layer for stated in exif.statements(merged)} == {"exif"}
    assert picture.exif_merged(merged, inscription(), Manners(), longest=len(whole) - 1) == merged


def test_a_packet_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(CannotEmbed):
        picture.packet_merged(b"<x:xmp", inscription(), Manners())


def test_bounds_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert picture.whole(io.BytesIO(b"abc")) == b"abc"
    with pytest.raises(EmptyFile):
        picture.whole(io.BytesIO(b""))
    monkeypatch.setattr(picture, "LARGEST_FILE", 2)
    with pytest.raises(TooLarge):
        picture.whole(io.BytesIO(b"abc"))
