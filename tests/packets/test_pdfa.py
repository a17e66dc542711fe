"""Archival PDF: every property of ours is described inside the packet, once."""

from __future__ import annotations

import pytest
from lxml import etree

from artistguard.errors import CannotEmbed, Damaged
from artistguard.packets import xmp
from artistguard.packets.pdfa import asks_for_schemas, described
from artistguard.terms import Choice
from artistguard.vocabularies import table
from artistguard.vocabularies.properties import Property
from tests.suites.declarations import inscription

ID = "http://www.aiim.org/pdfa/ns/id/"
PART = Property(ID, "pdfaid", "part", "2")
KNOWN = ("http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/rights/")
URI = "{http://www.aiim.org/pdfa/ns/schema#}namespaceURI"


def stated(choice: Choice = Choice.SEARCH_ONLY) -> tuple[bytes, tuple[Property, ...]]:
    """A packet of archival PDF with our statement merged in."""
    packet = xmp.merge(xmp.merge(None, [PART]), table.properties(inscription(choice)))
    return packet, tuple(one for one in xmp.parse(packet) if one.namespace != ID)


def namespaces(packet: bytes) -> list[str]:
    return [str(one.text) for one in etree.fromstring(packet).iter(URI)]


@pytest.mark.parametrize(("part", "asks"), [("1", True), (" 2 ", True), ("3", True), ("4", False), ("", False)])
def test_which_parts_ask(part: str, asks: bool) -> None:
    assert asks_for_schemas([Property(ID, "pdfaid", "part", part)]) == asks
    assert not asks_for_schemas([Property("urn:x", "x", "part", part)])
    assert not asks_for_schemas([])


@pytest.mark.parametrize("choice", Choice)
def test_every_namespace_is_described_once(choice: Choice) -> None:
    packet, properties = stated(choice)
    told = described(packet, properties)
    found = namespaces(told)
    assert len(found) == len(set(found))
    assert set(found) == {one.namespace for one in properties} - set(KNOWN)
    assert described(told, properties) == told
    after = xmp.parse(told)
    assert all(one in after for one in xmp.parse(packet))


def test_every_property_is_described_with_its_kind() -> None:
    packet, properties = stated()
    whole = etree.fromstring(described(packet, properties))
    space = "{http://www.aiim.org/pdfa/ns/property#}"
    names = {str(one.text) for one in whole.iter(f"{space}name")}
    assert names >= {one.name for one in properties if one.namespace not in KNOWN}
    kinds = {str(one.text) for one in whole.iter(f"{space}valueType")}
    assert "Text" in kinds
    assert {str(one.text) for one in whole.iter(f"{space}category")} == {"external"}


def test_their_descriptions_stay_and_ours_go_beside() -> None:
    packet, properties = stated()
    first = [one for one in properties if one.namespace == properties[-1].namespace]
    half = described(packet, first)
    whole = described(half, properties)
    assert namespaces(half) == namespaces(whole)[: len(namespaces(half))]
    assert whole.count(b"<pdfaExtension:schemas>") == 1


def test_nothing_to_describe_changes_nothing() -> None:
    packet, _ = stated()
    assert described(packet, []) == packet
    assert described(packet, [Property(KNOWN[0], "dc", "rights", "mine")]) == packet


@pytest.mark.parametrize("packet", [b"", b"no XML", b"<x"])
def test_what_is_no_packet_is_damaged(packet: bytes) -> None:
    with pytest.raises(Damaged):
        described(packet, [PART])


def test_a_packet_without_a_graph_is_refused() -> None:
    with pytest.raises(CannotEmbed):
        described(b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>", [PART])
