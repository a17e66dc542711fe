"""Metadata parts of EPUB, OpenDocument and Office files: ours comes and goes, every other byte stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from lxml import etree

from artistguard.errors import CannotEmbed, Damaged, FileProblem
from artistguard.packets import custom, keys, odf, opf
from artistguard.packets.elements import Document
from artistguard.terms import Choice
from artistguard.vocabularies import table
from artistguard.vocabularies.properties import Tag
from tests.suites.declarations import inscription, inscriptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from artistguard.terms import Inscription

MODERN = b"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" prefix="rendition: http://r.example/#">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:isbn:978-3-16-148410-0</dc:identifier>
    <dc:title>The <!-- odd -->Salt Road</dc:title>
    <dc:creator>Zoe</dc:creator>
    <meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
    <meta property="tdm:reservation">0</meta>
    <meta name="calibre:series" content="Roads"/>
  </metadata>
  <manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>
  <spine><itemref idref="a"/><itemref idref="missing"/></spine>
</package>
"""
OLD = (
    MODERN.replace(b'version="3.0"', b'version="2.0"')
    .replace(b'<meta property="tdm:reservation">0</meta>', b'<meta name="tdm:reservation" content="0"/>')
    .replace(b'<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>', b"")
)
PREFIXED = re.sub(
    rb"<(/?)(package|metadata|meta|manifest|item|spine|itemref)\b",
    rb"<\1opf:\2",
    MODERN.replace(b"xmlns=", b"xmlns:opf="),
)
ODF = b"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<office:meta><dc:title>Salt</dc:title><meta:initial-creator>Zoe</meta:initial-creator>
<meta:user-defined meta:name="Mine" meta:value-type="boolean">true</meta:user-defined>
<meta:user-defined meta:name="TDM_Reservation">0</meta:user-defined></office:meta></office:document-meta>"""
OFFICE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="Mine"><vt:i4>3</vt:i4></property>'
    b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="9" name="tdm-reservation">'
    b"<vt:lpwstr>0</vt:lpwstr></property></Properties>"
)

PARTS: dict[str, tuple[bytes, Callable[[bytes, Inscription], bytes], Callable[[bytes], tuple[Tag, ...]]]] = {
    "EPUB 3": (MODERN, lambda part, said: opf.Package(part).merged(said), lambda part: opf.Package(part).tags()),
    "EPUB 2": (OLD, lambda part, said: opf.Package(part).merged(said), lambda part: opf.Package(part).tags()),
    "EPUB prefixed": (
        PREFIXED,
        lambda part, said: opf.Package(part).merged(said),
        lambda part: opf.Package(part).tags(),
    ),
    "OpenDocument": (ODF, lambda part, said: odf.Metadata(part).merged(said), lambda part: odf.Metadata(part).tags()),
    "Office": (OFFICE, custom.merged, custom.tags),
}


@pytest.fixture(params=PARTS.values(), ids=PARTS)
def part(request: pytest.FixtureRequest) -> tuple[bytes, Callable[..., bytes], Callable[..., tuple[Tag, ...]]]:
    return request.param  # type: ignore[no-any-return]


Part = tuple[bytes, "Callable[[bytes, Inscription], bytes]", "Callable[[bytes], tuple[Tag, ...]]"]


def by_key(tags: tuple[Tag, ...]) -> dict[str, str]:
    return {keys.plain_key(tag.key): tag.value for tag in tags}


@pytest.mark.parametrize("choice", Choice)
def test_written_read_and_written_again(part: Part, choice: Choice) -> None:
    original, merge, read = part
    written = merge(original, inscription(choice))
    etree.fromstring(written)
    assert by_key(read(written))["ARTISTGUARD-CHOICE"] == choice
    assert (
        by_key(read(written)).items()
        >= {keys.plain_key(t.key): t.value for t in table.tags(inscription(choice))}.items()
    )
    assert merge(written, inscription(choice)) == written
    assert merge(merge(written, inscription(Choice.NOTHING)), inscription(choice)) == written


def test_an_old_word_of_ours_gives_way(part: Part) -> None:
    original, merge, read = part
    assert by_key(read(original))["TDM-RESERVATION"] == "0"
    told = [keys.plain_key(tag.key) for tag in read(merge(original, inscription()))]
    assert told.count("TDM-RESERVATION") == 1


def test_every_other_line_stays(part: Part) -> None:
    original, merge, _ = part
    written = merge(original, inscription())
    for line in original.splitlines():
        if (
            b"eservation" not in line
            and b"<package" not in line
            and b"<opf:package" not in line
            and b"Properties" not in line
        ):
            assert line in written
    if b"Mine" in original:
        start = original.index(b"Mine")
        assert original[start - 40 : start + 20] in written


@given(said=inscriptions)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_any_inscription_reads_back_or_is_refused(said: Inscription) -> None:
    for original, merge, read in PARTS.values():
        try:
            written = merge(original, said)
        except FileProblem:
            continue
        etree.fromstring(written)
        assert merge(written, said) == written
        assert by_key(read(written))["ARTISTGUARD-CHOICE"] == said.declaration.choice


@given(place=some.integers(0, 2000), change=some.binary(min_size=1, max_size=3))
@settings(max_examples=400, deadline=None, derandomize=True)
def test_damage_is_refused_or_kept(place: int, change: bytes) -> None:
    for original, merge, read in PARTS.values():
        at = place % len(original)
        damaged = original[:at] + change + original[at + len(change) :]
        try:
            written = merge(damaged, inscription())
        except FileProblem:
            continue
        assert by_key(read(written))["ARTISTGUARD-CHOICE"] == "search-only"
        assert merge(written, inscription()) == written


@pytest.mark.parametrize(
    "broken", [b"", b"<", b"<a/>", b"no XML", b"<package/>", b"<package version='3.0'><x/></package>"]
)
def test_what_is_no_such_part_is_refused(part: Part, broken: bytes) -> None:
    _, merge, _ = part
    with pytest.raises((Damaged, CannotEmbed)):
        merge(broken, inscription())


def test_a_book_is_read() -> None:
    book = opf.Package(MODERN)
    assert (book.facts().title, book.facts().creator, book.facts().collection) == ("The Salt Road", "Zoe", "Roads")
    assert book.facts().identifiers == (("ISBN", "9783161484100"),)
    assert opf.spine(book) == [("a.xhtml", "application/xhtml+xml")]
    assert opf.spine(opf.Package(b"<package><metadata/></package>")) == []
    assert book.structure() == opf.Package(book.merged(inscription())).structure()
    assert not opf.Package(OLD).modern


def test_prefixes_are_declared_once_and_never_taken_over() -> None:
    written = opf.Package(MODERN).merged(inscription())
    assert written.count(b"tdm: http://www.w3.org/ns/tdmrep") == 1
    assert b"rendition: http://r.example/#" in written
    taken = MODERN.replace(b"rendition: http://r.example/#", b"tdm: http://else.example/")
    with pytest.raises(CannotEmbed, match="prefix"):
        opf.Package(taken).merged(inscription())


def test_a_book_of_the_oldest_form_is_left_alone() -> None:
    with pytest.raises(CannotEmbed, match="Open eBook"):
        opf.Package(b"<package><metadata><dc-metadata/></metadata></package>").merged(inscription())


def test_rights_of_the_creators_own_stay() -> None:
    theirs = MODERN.replace(b"</metadata>", b"<dc:rights>All mine</dc:rights></metadata>")
    written = opf.Package(theirs).merged(inscription())
    assert [stated.value for stated in opf.Package(written).rights() if "rights" in stated.place] == ["All mine"]


def test_new_office_properties_are_numbered_behind_the_others() -> None:
    numbers = [int(number) for number in re.findall(rb'pid="(\d+)"', custom.merged(OFFICE, inscription()))]
    assert numbers == [7, *range(8, 7 + len(numbers))]
    fresh = re.findall(rb'pid="(\d+)"', custom.merged(None, inscription()))
    assert [int(number) for number in fresh] == list(range(2, 2 + len(fresh)))
    assert b"purl.oclc.org" in custom.merged(None, inscription(), strict=True)


@pytest.mark.parametrize("number", [b"-1", b"x", b"99999999999", "٣".encode()])
def test_impossible_numbers_are_damage(number: bytes) -> None:
    with pytest.raises(Damaged):
        custom.merged(OFFICE.replace(b'pid="7"', b'pid="%b"' % number), inscription())


RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="http://x/officeDocument" Target="word/document.xml"/>'
    b'<Relationship Id="rId3" Type="http://x/hyperlink" Target="http://x" TargetMode="External"/></Relationships>'
)


def test_a_relationship_gets_a_free_name() -> None:
    relations = custom.Relations(RELATIONS)
    assert relations.targets("officeDocument") == ["word/document.xml"]
    assert relations.targets("hyperlink") == []
    written = custom.Relations(relations.with_custom())
    assert written.targets("custom-properties") == [custom.PART]
    assert b'Id="rId2"' in written.document.content
    assert written.outline() == relations.outline()
    assert custom.Relations(RELATIONS, "word").targets("officeDocument") == ["word/word/document.xml"]
    above = RELATIONS.replace(b"word/document.xml", b"../x.xml")
    assert custom.Relations(above, "word").targets("officeDocument") == ["x.xml"]


def test_a_content_type_is_told_once() -> None:
    types = b'<Types xmlns="t"><Default Extension="xml" ContentType="application/xml"/></Types>'
    written = custom.typed(types, custom.PART)
    assert custom.typed(written, custom.PART) == written
    assert custom.typed(written.replace(b"docProps", b"DOCPROPS"), custom.PART).count(b"Override") == 1
    assert custom.types_outline(written, custom.PART) == custom.types_outline(types, custom.PART)


@pytest.mark.parametrize(
    ("key", "gives"),
    [("TDM-Reservation", True), ("tdm:reservation", True), ("artistguard_work", True), ("DATA_MINING", True),
     ("TDM-POLICY", True), ("Title", False), ("TDM-OTHER", False), ("MY-ARTISTGUARD-X", False)],
)  # fmt: skip
def test_which_keys_give_way(key: str, gives: bool) -> None:
    tags = table.tags(inscription(Choice.NOTHING))
    assert keys.gives_way(key, tags) == keys.is_known(key) == gives


def test_a_policy_stays_where_the_new_terms_name_none() -> None:
    kept = table.tags(inscription(Choice.NOTHING, policy=""))
    assert not keys.gives_way("TDM-POLICY", kept)
    assert keys.gives_way("TDM-POLICY", [Tag("TDM-RESERVATION", "0")])


@given(found=some.lists(some.builds(Tag, some.sampled_from(
    ["Title", "tdm-reservation", "Copyright", "rights", "License", "Usage_Terms", "artistguard-record", "x"]
), some.sampled_from(["", "mine", "0", "1"])), max_size=8))  # fmt: skip
@settings(max_examples=200, deadline=None, derandomize=True)
def test_planning_on_the_outcome_leads_to_the_outcome(found: list[Tag]) -> None:
    def carried(tags: list[Tag]) -> list[Tag]:
        plan = keys.change(tags, inscription())
        return [*(tag for place, tag in enumerate(tags) if place not in plan.drop), *plan.add]

    once = carried(found)
    assert carried(once) == once
    assert [tag for tag in found if tag.key in {"Title", "x"}] == [tag for tag in once if tag.key in {"Title", "x"}]
    assert all(tag in once for tag in found if tag.value == "mine" and tag.key in {"Copyright", "rights"})


def test_elements_that_were_added_come_off_without_a_trace() -> None:
    for original, _, _ in PARTS.values():
        document = Document(original)
        longer = Document(document.edited(document.appended(document.root, ["<x xmlns='urn:x'/>"])))
        assert longer.edited([longer.without(longer.root.children[-1])]) == original
