from __future__ import annotations

import pytest
from hypothesis import given, settings

from artistguard.terms import Choice, Inscription, Origin, Stated
from artistguard.vocabularies import rights as sentences
from artistguard.vocabularies import table
from artistguard.vocabularies.properties import (
    Alternative,
    Ordered,
    Property,
    Rule,
    Structure,
    Tag,
    Unordered,
    text_of,
)
from tests.suites.declarations import FINGERPRINTS, POLICY, RECORD, WORK, bare, inscription, inscriptions

ALL = list(Choice)


def exact(statements: tuple[Stated, ...], layer: str) -> frozenset[Choice]:
    return next(entry.compatible for entry in statements if entry.layer == layer)


@settings(max_examples=200, derandomize=True)
@given(inscriptions)
def test_any_inscription_comes_back_from_properties(told: Inscription) -> None:
    found = table.from_properties(table.properties(told))
    assert table.verdict(found) == table.Verdict(told.declaration.choice)
    assert exact(found, "plus") == exact(found, "artistguard") == {told.declaration.choice}
    assert told.declaration.choice in exact(found, "exif")


@settings(max_examples=200, derandomize=True)
@given(inscriptions)
def test_any_inscription_comes_back_from_tags(told: Inscription) -> None:
    found = table.from_tags(table.tags(told), "Vorbis")
    assert table.verdict(found) == table.Verdict(told.declaration.choice)
    assert {entry.layer for entry in found} >= {"plus", "tdmrep", "aipref", "artistguard"}


@pytest.mark.parametrize("choice", ALL)
def test_properties_and_tags_together_agree(choice: Choice) -> None:
    told = inscription(choice)
    both = (*table.from_properties(table.properties(told)), *table.from_tags(table.tags(told), "ID3"))
    assert table.verdict(both) == table.Verdict(choice)


@pytest.mark.parametrize("choice", ALL)
def test_tags_without_our_own_still_agree(choice: Choice) -> None:
    tags = [tag for tag in table.tags(inscription(choice)) if not tag.key.startswith("ARTISTGUARD-")]
    found = table.verdict(table.from_tags(tags, "ID3"))
    assert found.contradictions == ()
    expected = Choice.SEARCH_ONLY if choice is Choice.ASK else choice
    assert found.choice is expected


def test_the_tags_of_the_default() -> None:
    assert {tag.key: tag.value for tag in table.tags(inscription())} == {
        "TDM-RESERVATION": "1",
        "TDM-POLICY": POLICY,
        "DATA-MINING": "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING",
        "CONTENT-USAGE": "train-ai=n, ai-use=n, search=y",
        "ARTISTGUARD-CHOICE": "search-only",
        "ARTISTGUARD-RECORD": RECORD,
        "ARTISTGUARD-WORK": WORK,
        "ARTISTGUARD-ADDRESS": "https://registry.example/record/1",
        "ARTISTGUARD-ISCC": FINGERPRINTS["iscc"],
        "ARTISTGUARD-PHASH64-V1": FINGERPRINTS["phash64_v1"],
    }


def test_tag_keys_fit_every_container() -> None:
    for tag in table.tags(inscription(origin=Origin.HUMAN_MADE)):
        assert tag.key.isascii()
        assert tag.key == tag.key.upper()
        assert not set(tag.key) - set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")
        assert tag.value


@pytest.mark.parametrize(
    "spelling", [str.lower, str.title, lambda key: key.replace("-", "_"), lambda key: key.replace("-", ":")]
)
def test_tag_keys_are_read_in_any_spelling(spelling: type[str]) -> None:
    (statement,) = table.from_tags([Tag(spelling("TDM-RESERVATION"), "1")], "MP4")
    assert statement.layer == "tdmrep"
    assert statement.place == f"MP4 {spelling('TDM-RESERVATION')}"


def test_foreign_tags_say_nothing() -> None:
    assert table.from_tags([Tag("TITLE", "1"), Tag("COPYRIGHT", "no AI"), Tag("ARTISTGUARD", "x")], "Vorbis") == ()


def test_only_the_rights_fill() -> None:
    fills = {entry.label for entry in table.properties(inscription(Choice.ASK)) if entry.rule is Rule.FILL}
    assert fills == {
        "plus:OtherConstraints",
        "plus:Licensor",
        "dc:rights",
        "dc:creator",
        "xmpRights:UsageTerms",
        "xmpRights:Marked",
        "xmpRights:WebStatement",
        "Iptc4xmpCore:CreatorContactInfo",
    }


@pytest.mark.parametrize("choice", ALL)
def test_no_property_comes_twice_and_none_is_empty(choice: Choice) -> None:
    for told in (inscription(choice), Inscription(bare(choice), RECORD, WORK)):
        found = table.properties(told)
        assert len({entry.label for entry in found}) == len(found)
        assert all(text_of(entry.value).strip() for entry in found)


def test_rights_are_those_of_the_declaration() -> None:
    told = inscription(Choice.ASK)
    assert table.rights(told) == sentences.rights(told.declaration)


def test_the_binding_is_found_in_both() -> None:
    told = inscription()
    assert table.binding_of(table.properties(told)) == table.binding_of(table.tags(told))
    assert table.binding_of([]) == table.Binding()


def test_places_say_where() -> None:
    places = {entry.place for entry in table.from_properties(table.properties(inscription()), "ID3 PRIV:XMP")}
    assert "ID3 PRIV:XMP plus:DataMining" in places
    assert all(place.startswith("ID3 PRIV:XMP ") for place in places)


def test_the_listing_knows_every_layer_that_can_be_stated() -> None:
    layers = {entry.layer for entry in table.listing()}
    told = inscription(Choice.ASK)
    stated = {
        entry.layer
        for entry in (*table.from_properties(table.properties(told)), *table.from_tags(table.tags(told), "x"))
    }
    assert stated - {"rights"} <= layers
    assert {"cawg", "c2pa", "rsl", "odrl", "onix"} <= layers


def test_the_listing_tells_what_the_coarse_ones_lose() -> None:
    for entry in table.listing():
        assert entry.address
        assert entry.edition
        assert entry.written
        assert entry.fine or entry.loss
    assert {entry.layer for entry in table.listing() if not entry.fine} == {"tdmrep", "odrl", "aipref", "rsl", "onix"}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain", "plain"),
        (Alternative("default", (("de", "anders"),)), "default"),
        (Ordered(("a", "b")), "a; b"),
        (Unordered(()), ""),
        (
            Structure((Property("urn:x", "x", "a", "1"), Property("urn:x", "x", "b", Ordered(("2", "3"))))),
            "a=1, b=2; 3",
        ),
    ],
)
def test_every_value_has_words(value: object, text: str) -> None:
    assert text_of(value) == text  # type: ignore[arg-type]
