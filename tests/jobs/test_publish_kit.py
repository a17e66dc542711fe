"""The kit for websites: every file read by something that is not ours."""

from __future__ import annotations

import http.client
import io
import json
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.robotparser import RobotFileParser

import pytest

from artistguard.errors import OutputExists, UnknownWork, UsageProblem
from artistguard.jobs.facts import crawlers, law, readers
from artistguard.jobs.publish_kit import GUIDE, chosen, publish_kit
from artistguard.terms import Choice, Declaration
from artistguard.vocabularies import aipref, onix, rsl, tdmrep
from artistguard.vocabularies.robots import Purpose
from tests.suites.workshop import FOX, LIGHTHOUSE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.suites.workshop import Workshop

TERMS = Declaration(Choice.ASK, "Zoë <Ünal> & Co.", "https://zoe.example/ask?a=1&b=2", "https://zoe.example/rights")
WHOLE = {
    "robots.txt", "headers.txt", "head.html", "tdmrep.json", "tdm-policy.json", "license.xml", "onix.xml", "shops.txt",
    "rights.html", "law.html", "book-page.txt", "book-page.rtf", "book-page.xhtml", GUIDE,
}  # fmt: skip

RSL_SCHEMA = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="https://rslstandard.org/rsl"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<start><element name="rsl"><oneOrMore><ref name="content"/></oneOrMore></element></start>
<define name="content"><element name="content"><attribute name="url"><data type="anyURI"/></attribute>
  <optional><attribute name="server"><data type="anyURI"/></attribute></optional>
  <oneOrMore><element name="license"><interleave>
    <zeroOrMore><element name="permits"><ref name="typed"/></element></zeroOrMore>
    <zeroOrMore><element name="prohibits"><ref name="typed"/></element></zeroOrMore>
    <zeroOrMore><element name="payment"><optional><attribute name="type"><choice><value>purchase</value>
      <value>subscription</value><value>training</value><value>crawl</value><value>use</value>
      <value>contribution</value><value>attribution</value><value>free</value></choice></attribute></optional>
      <zeroOrMore><choice><element name="custom"><data type="anyURI"/></element>
      <element name="standard"><data type="anyURI"/></element></choice></zeroOrMore></element></zeroOrMore>
    <zeroOrMore><element name="legal"><attribute name="type"/><text/></element></zeroOrMore>
  </interleave></element></oneOrMore>
  <optional><element name="copyright"><zeroOrMore><choice><attribute name="contactEmail"/>
    <attribute name="contactUrl"><data type="anyURI"/></attribute></choice></zeroOrMore><text/></element></optional>
  <optional><element name="terms"><data type="anyURI"/></element></optional>
</element></define>
<define name="typed"><attribute name="type"><value>usage</value></attribute><list><oneOrMore><choice>
  <value>all</value><value>ai-all</value><value>ai-train</value><value>ai-input</value><value>ai-index</value>
  <value>search</value></choice></oneOrMore></list></define></grammar>"""
"""Written from RSL 1.0, section 3: the parts that a licence of ours can have."""

FEED_SCHEMA = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><element name="rss">
<attribute name="version"><value>2.0</value></attribute><element name="channel">
<element name="title"><text/></element><element name="link"><text/></element>
<element name="description"><text/></element>
<oneOrMore><element name="item"><element name="title"><text/></element><element name="link"><text/></element>
<element name="description"><text/></element>
<element name="guid"><attribute name="isPermaLink"><value>false</value></attribute><text/></element>
<element name="content" ns="https://rslstandard.org/rsl"><ref name="any"/></element></element></oneOrMore></element>
</element></start><define name="any"><zeroOrMore><choice><attribute><anyName/></attribute><text/>
<element><anyName/><ref name="any"/></element></choice></zeroOrMore></define></grammar>"""
"""Written from RSS 2.0: required elements of a channel, and the elements of our items."""

ONIX_SCHEMA = """<element name="EpubUsageConstraint" xmlns="http://relaxng.org/ns/structure/1.0">
<element name="EpubUsageType">
<choice><value>00</value><value>01</value><value>02</value><value>11</value></choice></element>
<element name="EpubUsageStatus">
<choice><value>01</value><value>02</value><value>03</value></choice></element></element>"""
"""Written from ONIX for Books 3.0, group P.3: the composite with its two required elements, in this order."""


class Page(HTMLParser):
    """What a page holds, and whether its tags are closed in order."""

    EMPTY = frozenset({"meta", "link"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.named: dict[str, str] = {}
        self.links: list[str] = []
        self.words = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag not in self.EMPTY:
            self.open.append(tag)
        if "name" in found:
            self.named[found["name"]] = found["content"]
        if "href" in found:
            self.links.append(found["href"])

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kit"


def made(shop: Workshop, folder: Path, terms: Declaration = TERMS, site: str = "") -> Mapping[str, str]:
    publish_kit(shop.studio, folder, terms, site, ())
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def valid(schema: str, file: Path, tmp_path: Path) -> None:
    grammar = tmp_path / "schema.rng"
    grammar.write_text(schema, "utf-8")
    ran = subprocess.run(
        ["xmllint", "--noout", "--nonet", "--relaxng", grammar, file], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


# -- file by file -----------------------------------------------------------------------------------------------------


def test_a_kit_holds_every_form_and_says_where_each_goes(shop: Workshop, folder: Path) -> None:
    kit = made(shop, folder)
    assert set(kit) == WHOLE
    for name in WHOLE - {GUIDE, "law.html"}:
        assert name in kit[GUIDE]
    for each in readers().readers:
        assert each.place in kit[GUIDE]


@pytest.mark.parametrize("choice", Choice)
def test_robots_txt_turns_away_who_is_meant_and_nobody_else(shop: Workshop, folder: Path, choice: Choice) -> None:
    text = made(shop, folder, Declaration(choice), "https://zoe.example")["robots.txt"]
    parser = RobotFileParser()
    parser.parse(text.splitlines())
    away = {each.purpose for each in crawlers().crawlers if not parser.can_fetch(each.token, "https://zoe.example/a")}
    kept = {each.purpose for each in crawlers().crawlers if parser.can_fetch(each.token, "https://zoe.example/a")}
    assert not away & kept
    assert (
        away
        == {
            Choice.ALLOW: set(),
            Choice.NO_GENERATIVE_TRAINING: {Purpose.TRAINING},
            Choice.NO_AI_TRAINING: {Purpose.TRAINING},
            Choice.ASK: {Purpose.TRAINING, Purpose.INPUT},
            Choice.SEARCH_ONLY: {Purpose.TRAINING, Purpose.INPUT},
            Choice.NOTHING: set(Purpose),
        }[choice]
    )
    for search in ("Googlebot", "Bingbot", "Applebot"):
        assert parser.can_fetch(search, "https://zoe.example/a") is (choice is not Choice.NOTHING)


@pytest.mark.parametrize("choice", Choice)
def test_every_group_of_robots_txt_ends_with_a_rule(shop: Workshop, folder: Path, choice: Choice) -> None:
    # Readers that end a group at a rule only would take everybody together with the crawlers of the next group.
    text = made(shop, folder, Declaration(choice))["robots.txt"]
    for group in text.strip().split("\n\n"):
        lines = [line for line in group.splitlines() if not line.startswith("#")]
        assert lines[-1] in {"Allow: /", "Disallow: /"}
        usage = [line.partition(": ")[2] for line in lines if line.startswith("Content-Usage")]
        assert [aipref.read(value, "").compatible for value in usage] == [
            aipref.read(aipref.content_usage(choice), "").compatible
        ]
    assert text.count("User-agent: *") == 1


@pytest.mark.parametrize("choice", Choice)
def test_headers_are_headers(shop: Workshop, folder: Path, choice: Choice) -> None:
    terms = Declaration(choice, "Zoë", "https://zoe.example")
    text = made(shop, folder, terms)["headers.txt"]
    read = http.client.parse_headers(io.BytesIO(text.replace("\n", "\r\n").encode("latin-1") + b"\r\n"))
    assert choice in tdmrep.read(read["tdm-reservation"], "").compatible
    assert choice in aipref.read(read["content-usage"], "").compatible
    assert (read["tdm-policy"] is None) is (choice is Choice.ALLOW)
    assert read["link"].startswith("<https://zoe.example/license.xml>; rel=")
    assert ("noai" in (read["x-robots-tag"] or "")) is (choice is not Choice.ALLOW)


@pytest.mark.parametrize("choice", Choice)
def test_files_for_machines_say_the_choice(shop: Workshop, folder: Path, choice: Choice, tmp_path: Path) -> None:
    kit = made(shop, folder, Declaration(choice, "Zoë", "https://zoe.example/ask"))
    (entry,) = json.loads(kit["tdmrep.json"])
    assert entry["location"] == "/"
    assert entry["tdm-reservation"] == (0 if choice is Choice.ALLOW else 1)
    policy = json.loads(kit["tdm-policy.json"])
    assert entry.get("tdm-policy", policy["uid"]) == policy["uid"]
    assert (policy["@type"], policy["profile"]) == ("Offer", "http://www.w3.org/ns/tdmrep")
    assert ("duty" in policy["permission"][0]) is (choice is not Choice.ALLOW)
    valid(RSL_SCHEMA, folder / "license.xml", tmp_path)
    assert choice in rsl.read((folder / "license.xml").read_bytes(), "").compatible
    valid(ONIX_SCHEMA, folder / "onix.xml", tmp_path)
    assert choice in onix.read(onix.constraint(choice), "").compatible


def test_the_rights_page_is_a_page_for_people_and_machines(shop: Workshop, folder: Path) -> None:
    kit = made(shop, folder)
    page, head, about = Page(kit["rights.html"]), Page(kit["head.html"]), Page(kit["law.html"])
    assert head.named["tdm-reservation"] == page.named["tdm-reservation"] == "1"
    assert head.named["tdm-policy"] == "https://zoe.example/tdm-policy.json"
    assert "Zoë <Ünal> & Co." in page.words
    assert TERMS.contact in page.links
    assert "law.html" in page.links
    for each in law().places:
        assert each.name in about.words
    assert law().date in about.words
    assert "no legal advice" in about.words


def test_without_an_address_what_needs_one_is_left_out_and_told(shop: Workshop, folder: Path) -> None:
    kit = made(shop, folder, Declaration(Choice.SEARCH_ONLY, "Zoë"))
    assert "License:" not in kit["robots.txt"]
    assert "Link:" not in kit["headers.txt"]
    assert "tdm-policy" not in kit["tdmrep.json"]
    assert "The address of your website is not known" in kit[GUIDE]


def test_words_for_shops_name_the_choice_and_the_name(shop: Workshop, folder: Path) -> None:
    told = made(shop, folder)["shops.txt"]
    assert TERMS.name in told
    assert "without a licence" in told
    assert "pass it on" in told
    assert "pass it on" not in made(shop, folder.with_name("two"), Declaration(Choice.ALLOW))["shops.txt"]


# -- works ------------------------------------------------------------------------------------------------------------


def test_every_work_gets_a_page_and_an_item(shop: Workshop, folder: Path, tmp_path: Path) -> None:
    shop.one(shop.put(FOX), Choice.NOTHING)
    shop.one(shop.put(LIGHTHOUSE))
    entries = chosen(shop.studio, (), everything=True)
    publish_kit(shop.studio, folder, TERMS, "https://zoe.example/", entries)
    valid(FEED_SCHEMA, folder / "works" / "feed.xml", tmp_path)
    index = Page((folder / "works" / "index.html").read_text("utf-8"))
    pages = [Page((folder / "works" / name).read_text("utf-8")) for name in index.links if name.endswith("html")]
    assert len(pages) == 2
    for page, entry in zip(pages, entries, strict=True):
        assert entry.work.id in page.words
        assert entry.version.inscription.fingerprints["iscc"] in page.words
    strict = pages[[each.version.choice for each in entries].index(Choice.NOTHING)]
    assert "noindex" in strict.named["robots"]
    assert "tdm-policy" not in strict.named, "the site's policy says something else"


def test_a_publishers_list_of_works_with_the_same_title(shop: Workshop, folder: Path, tmp_path: Path) -> None:
    shop.one(shop.put(FOX))
    (entry,) = chosen(shop.studio, (), everything=True)
    works = [replace(entry.work, id=f"urn:uuid:00000000-0000-4000-8000-{number:012d}") for number in range(400)]
    publish_kit(shop.studio, folder, TERMS, "https://zoe.example", [replace(entry, work=each) for each in works])
    valid(FEED_SCHEMA, folder / "works" / "feed.xml", tmp_path)
    listed = Page((folder / "works" / "index.html").read_text("utf-8")).links
    pages = [name for name in listed if name.endswith("-fox-in-snow.html")]
    assert len(set(pages)) == 400
    feed = (folder / "works" / "feed.xml").read_text("utf-8")
    for work, name in zip(works, pages, strict=True):
        assert work.id in (folder / "works" / name).read_text("utf-8")
        assert f"https://zoe.example/works/{name}" in feed


def test_only_the_named_works(shop: Workshop) -> None:
    fox = shop.put(FOX)
    shop.one(fox)
    shop.one(shop.put(LIGHTHOUSE))
    assert [each.version.path for each in chosen(shop.studio, [str(fox)], everything=False)] == [fox]
    assert chosen(shop.studio, (), everything=False) == []
    with pytest.raises(UnknownWork):
        chosen(shop.studio, [str(shop.folder / "other.png")], everything=False)


# -- writing ----------------------------------------------------------------------------------------------------------


def test_the_same_kit_again_changes_nothing_and_another_is_refused(shop: Workshop, folder: Path) -> None:
    made(shop, folder)
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    made(shop, folder)
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    (folder / "robots.txt").write_text("mine")
    (folder / "onix.xml").unlink()
    with pytest.raises(OutputExists):
        made(shop, folder)
    assert (folder / "robots.txt").read_text() == "mine"
    assert not (folder / "onix.xml").exists(), "nothing is written where not everything can be"


def test_a_site_that_is_none(shop: Workshop, folder: Path) -> None:
    with pytest.raises(UsageProblem):
        made(shop, folder, site="zoe")
    assert not folder.exists()


# -- facts ------------------------------------------------------------------------------------------------------------


def test_every_fact_has_a_date_and_a_source() -> None:
    for one in crawlers().crawlers:
        assert one.source.startswith("https://")
        assert one.seen <= crawlers().date
    for reader in readers().readers:
        assert reader.source.startswith("https://") or reader.layer == "artistguard"
        assert reader.since <= readers().date
    assert len({each.token for each in crawlers().crawlers}) == len(crawlers().crawlers)
    for place in law().places[:-1]:
        assert place.sources, place.name
