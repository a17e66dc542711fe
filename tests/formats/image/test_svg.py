from __future__ import annotations

import gzip
import io
import subprocess
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from artistguard.errors import CannotEmbed, Damaged, FileProblem, TooLarge
from artistguard.formats.image import svg
from artistguard.formats.image.svg import Svg
from artistguard.formats.protocol import Certainty
from artistguard.terms import Choice
from artistguard.vocabularies import plus
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite

if TYPE_CHECKING:
    from pathlib import Path

PLUGIN = Svg()
FOLDER = SAMPLES / "image" / "svg"
PLAIN = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="9" height="9"/></svg>'
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def plain(content: bytes) -> bytes:
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


class TestSvg(MutationSuite, FormatSuite):
    plugin = PLUGIN
    folder = "image/svg"

    def test_an_independent_parser_finds_the_choice_in_the_metadata(self, sample: Path) -> None:
        tree = etree.fromstring(plain(write(PLUGIN, sample.read_bytes(), inscription())), PARSER)
        space = {"plus": "http://ns.useplus.org/ldf/xmp/1.0/", "svg": svg.SVG}
        found = tree.xpath("/svg:svg/svg:metadata//plus:DataMining/text()", namespaces=space)
        assert found == [plus.uri(Choice.SEARCH_ONLY)]

    def test_xmllint_finds_nothing_wrong(self, sample: Path, tmp_path: Path) -> None:
        (tmp_path / "a.svg").write_bytes(plain(write(PLUGIN, sample.read_bytes(), inscription())))
        done = subprocess.run(["xmllint", "--noout", "--nonet", f"{tmp_path}/a.svg"], capture_output=True, check=True)
        assert done.stderr == b""

    def test_exiftool_finds_the_choice(self, sample: Path, tmp_path: Path) -> None:
        (tmp_path / "a.svg").write_bytes(plain(write(PLUGIN, sample.read_bytes(), inscription())))
        # The name has a prefix where a packet's wrapper stands in the metadata.
        args = ["exiftool", "-n", "-s3", "-XMP-plus:DataMining", "-XMP-plus:SvgMetadataDataMining", f"{tmp_path}/a.svg"]
        told = subprocess.run(args, capture_output=True, text=True, check=True)
        assert told.stdout.strip() == plus.uri(Choice.SEARCH_ONLY)

    def test_the_same_picture_is_drawn(self, sample: Path, tmp_path: Path) -> None:
        drawn = []
        for content in (sample.read_bytes(), write(PLUGIN, sample.read_bytes(), inscription())):
            (tmp_path / "a.svg").write_bytes(plain(content))
            args = ["rsvg-convert", "--width=64", f"{tmp_path}/a.svg", "-o", f"{tmp_path}/a.png"]
            subprocess.run(args, capture_output=True, check=True)
            drawn.append((tmp_path / "a.png").read_bytes())
        assert drawn[0] == drawn[1]

    def test_every_byte_outside_the_metadata_stays(self, sample: Path) -> None:
        before = plain(sample.read_bytes())
        after = plain(write(PLUGIN, sample.read_bytes(), inscription()))
        start = next(at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other)
        rest = len(before) - start
        if b"RDF" not in before:
            # The place where two texts part may lie some letters later than the insertion.
            assert any(after.endswith(before[at:]) and after.startswith(before[:at]) for at in range(start, -1, -1))
        else:
            assert b"metadata" in before[:start]
            assert after[-rest:].rpartition(b"</")[2] == before.rpartition(b"</")[2]


@pytest.mark.parametrize(
    ("head", "certainty"),
    [
        (PLAIN, Certainty.SURE),
        (b"<svg>", Certainty.LIKELY),
        (
            b"\xef\xbb\xbf<?xml version='1.0'?><!-- a > b --><s:svg xmlns:s='http://www.w3.org/2000/svg'/>",
            Certainty.SURE,
        ),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'> <!ATTLIST svg x CDATA #IMPLIED>]>\n<svg/>", Certainty.LIKELY),
        (PLAIN.decode().encode("utf-16-le"), Certainty.SURE),
        (gzip.compress(PLAIN), Certainty.SURE),
        (b"<html><svg xmlns='http://www.w3.org/2000/svg'/></html>", Certainty.NO),
        (b"<svgs/>", Certainty.NO),
        (b"<!-- <svg> -->", Certainty.NO),
        (b"\x1f\x8b\x08 not gzip at all", Certainty.NO),
        (gzip.compress(b"words"), Certainty.NO),
    ],
)
def test_the_outermost_element_decides(head: bytes, certainty: Certainty) -> None:
    assert PLUGIN.recognise(glimpse_of(head)) is certainty


def test_a_drawing_that_begins_late_is_believed_by_its_name_and_document_type() -> None:
    head = b"<!DOCTYPE svg [" + b"<!ENTITY a 'b'>" * 6000 + b"]><svg/>"
    assert PLUGIN.recognise(glimpse_of(head, "svg")) is Certainty.WEAK
    assert PLUGIN.recognise(glimpse_of(head, "txt")) is Certainty.NO


def test_the_packet_comes_after_title_and_description() -> None:
    content = b'<svg xmlns="http://www.w3.org/2000/svg"><title>a</title><desc>b</desc><rect/></svg>'
    written = write(PLUGIN, content, inscription())
    assert written.startswith(content[: content.index(b"<rect")] + b"\n<metadata><x:xmpmeta")
    assert written.endswith(b"</metadata><rect/></svg>")


def test_metadata_that_is_there_is_added_to() -> None:
    content = (
        b'<svg xmlns="http://www.w3.org/2000/svg"><metadata id="m"><my:own xmlns:my="urn:x"/></metadata><g/></svg>'
    )
    written = write(PLUGIN, content, inscription())
    assert written.count(b"<metadata") == 1
    assert b'<my:own xmlns:my="urn:x"/><x:xmpmeta' in written


def test_the_words_of_inkscape_stay() -> None:
    content = (FOLDER / "inkscape-like.svg").read_bytes()
    written = write(PLUGIN, content, inscription())
    found = read(PLUGIN, written)
    assert (found.facts.title, found.facts.creator) == ("Evening at the quay", "Mira Sol")
    assert written.count(b"</rdf:RDF>") == 1
    assert written[: content.index(b"<rdf:RDF")] == content[: content.index(b"<rdf:RDF")]


def test_declarations_of_illustrator_stay() -> None:
    content = (FOLDER / "illustrator-like.svg").read_bytes()
    written = write(PLUGIN, content, inscription())
    place = content.index(b"<style") - 2
    assert written.startswith(content[:place])
    assert written.endswith(content[place:])
    assert b"&ns_extend;" in written


def test_a_packet_is_preferred_to_bare_rdf() -> None:
    rdf = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'
    packet = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + rdf + b"</x:xmpmeta>"
    content = PLAIN.replace(b"<rect", b"<metadata>" + rdf + b"</metadata><metadata>" + packet + b"</metadata><rect")
    written = write(PLUGIN, content, inscription())
    assert rdf in written
    assert b"<metadata><x:xmpmeta" in written
    assert read(PLUGIN, written).record


def test_letters_that_an_encoding_lacks_are_written_as_references() -> None:
    written = write(PLUGIN, (FOLDER / "latin1.svg").read_bytes(), inscription(name="Žofie Łuć"))
    assert b"&#321;u&#263;" in written
    assert read(PLUGIN, written).facts.creator == "Žofie Łuć"
    assert "Café".encode("latin-1") in written


def test_compressed_drawings_stay_compressed() -> None:
    content = (FOLDER / "compressed.svgz").read_bytes()
    written = write(PLUGIN, content, inscription())
    assert written.startswith(b"\x1f\x8b")
    assert b"plus:DataMining" in gzip.decompress(written)


def test_compressed_drawings_that_are_cut_or_bombs_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    content = gzip.compress(PLAIN)
    with pytest.raises(Damaged):
        read(PLUGIN, content[:-4])
    with pytest.raises(Damaged):
        read(PLUGIN, content[:10] + b"\xff" * 20)
    monkeypatch.setattr(svg, "_MOST_UNPACKED", 50)
    with pytest.raises(TooLarge):
        read(PLUGIN, content)


BOMB = (
    b"<!DOCTYPE svg ["
    b"<!ENTITY a0 'ha'>"
    + b"".join(b"<!ENTITY a%d '%s'>" % (at, b"&a%d;" % (at - 1) * 10) for at in range(1, 12))
    + b"]><svg xmlns='http://www.w3.org/2000/svg'><title>&a11;</title></svg>"
)


def test_entity_bombs_end_quickly() -> None:
    for action in (lambda: read(PLUGIN, BOMB), lambda: write(PLUGIN, BOMB, inscription())):
        with pytest.raises(FileProblem):
            action()


@pytest.mark.parametrize(
    "declared", [b"<!ENTITY g '<g/>'>", b"<!ENTITY a '&#60;g/>'>", b"<!ENTITY % p 'x'>", b"<!ENTITY a SYSTEM 'x'>"]
)
def test_entities_that_could_hold_elements_are_refused(declared: bytes) -> None:
    with pytest.raises(CannotEmbed, match="entities"):
        write(PLUGIN, b"<!DOCTYPE svg [" + declared + b"]>" + PLAIN, inscription())


def test_empty_and_foreign_documents_are_told() -> None:
    with pytest.raises(CannotEmbed):
        write(PLUGIN, b'<svg xmlns="http://www.w3.org/2000/svg"/>', inscription())
    with pytest.raises(Damaged):
        read(PLUGIN, b"<html/>")


def test_a_drawing_too_large_to_be_edited_says_nothing_and_is_known_by_all_its_bytes() -> None:
    deep = b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 300 + b"</g>" * 300 + b"</svg>"
    assert read(PLUGIN, deep).statements == ()
    assert PLUGIN.decode(io.BytesIO(deep)).guard != PLUGIN.decode(io.BytesIO(deep + b"\n")).guard
    with pytest.raises(CannotEmbed, match="larger"):
        write(PLUGIN, deep, inscription())


def test_the_guard_sees_every_byte_but_the_metadata() -> None:
    guard = PLUGIN.decode(io.BytesIO(PLAIN)).guard
    assert PLUGIN.decode(io.BytesIO(write(PLUGIN, PLAIN, inscription()))).guard == guard
    assert PLUGIN.decode(io.BytesIO(PLAIN.replace(b'"9"', b"'9'"))).guard != guard


def test_a_manifest_is_seen() -> None:
    assert read(PLUGIN, (FOLDER / "hand-credentials.svg").read_bytes()).credentials


def test_an_unreadable_packet_is_not_thrown_away() -> None:
    content = PLAIN.replace(
        b"<rect", b'<metadata><x:xmpmeta xmlns:x="adobe:ns:meta/"><other/></x:xmpmeta></metadata><rect'
    )
    with pytest.raises(CannotEmbed):
        write(PLUGIN, content, inscription())
