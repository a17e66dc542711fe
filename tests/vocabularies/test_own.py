from __future__ import annotations

import pytest
from hypothesis import given, settings

from artistguard.terms import Choice, Inscription, Origin
from artistguard.vocabularies import own
from artistguard.vocabularies.properties import Property, Rule, Structure, Tag
from tests.suites.declarations import ADDRESS, FINGERPRINTS, RECORD, WORK, bare, inscription, inscriptions


def test_the_names_claim_no_domain() -> None:
    assert own.NAMESPACE.startswith("urn:")
    assert {entry.namespace for entry in own.properties(inscription())} == {own.NAMESPACE}
    assert {entry.prefix for entry in own.properties(inscription())} == {"ag"}


def test_all_is_ours_to_set() -> None:
    assert {entry.rule for entry in own.properties(inscription())} == {Rule.SET}


def test_the_properties_of_a_full_inscription() -> None:
    found = {entry.name: entry.value for entry in own.properties(inscription(origin=Origin.AI_ASSISTED))}
    prints = found.pop("fingerprints")
    assert found == {
        "choice": "search-only",
        "origin": "ai-assisted",
        "record": RECORD,
        "work": WORK,
        "address": ADDRESS,
    }
    assert isinstance(prints, Structure)
    assert {entry.name: entry.value for entry in prints.fields} == FINGERPRINTS


def test_empty_things_are_left_out() -> None:
    names = [entry.name for entry in own.properties(Inscription(bare(), RECORD, WORK))]
    assert names == ["choice", "record", "work"]
    assert [tag.key for tag in own.tags(Inscription(bare(), RECORD, ""))] == [
        "ARTISTGUARD-CHOICE",
        "ARTISTGUARD-RECORD",
    ]


def test_the_tags_of_a_full_inscription() -> None:
    assert {tag.key: tag.value for tag in own.tags(inscription(origin=Origin.HUMAN_MADE))} == {
        "ARTISTGUARD-CHOICE": "search-only",
        "ARTISTGUARD-ORIGIN": "human-made",
        "ARTISTGUARD-RECORD": RECORD,
        "ARTISTGUARD-WORK": WORK,
        "ARTISTGUARD-ADDRESS": ADDRESS,
        "ARTISTGUARD-ISCC": FINGERPRINTS["iscc"],
        "ARTISTGUARD-PHASH64-V1": FINGERPRINTS["phash64_v1"],
    }


@settings(max_examples=150, derandomize=True)
@given(inscriptions)
def test_the_binding_comes_back_from_either_form(told: Inscription) -> None:
    expected = own.Binding(told.record, told.work, told.address, dict(told.fingerprints))
    assert own.binding(own.properties(told)) == expected
    assert own.binding(own.tags(told)) == expected


def test_tag_keys_are_read_in_any_case() -> None:
    tags = [Tag(tag.key.lower(), tag.value) for tag in own.tags(inscription())]
    assert own.binding(tags) == own.binding(own.properties(inscription()))
    assert own.stated_in_tags(tags, "Vorbis")[0].choice is Choice.SEARCH_ONLY


def test_foreign_things_bind_nothing() -> None:
    foreign = [
        Property("urn:other", "ag", "record", "x"),
        Tag("RECORD", "x"),
        Property(own.NAMESPACE, "ag", "written", "x"),
    ]
    assert own.binding(foreign) == own.Binding()


@pytest.mark.parametrize("name", ["", "With Space", "9lives", "a:b", "ünicode", "iscc-data"])
def test_a_fingerprint_that_is_no_name_is_left_out(name: str) -> None:
    told = Inscription(bare(), RECORD, WORK, fingerprints={name: "1"})
    assert own.binding(own.properties(told)).fingerprints == {}
    assert own.binding(own.tags(told)).fingerprints == {}


@pytest.mark.parametrize("choice", list(Choice))
@pytest.mark.parametrize("spelling", [str, str.upper, lambda text: f" {text} "])
def test_the_choice_is_exact(choice: Choice, spelling: type[str]) -> None:
    statement = own.read(spelling(choice.value), "XMP ag:choice")
    assert (statement.choice, statement.compatible) == (choice, {choice})


@pytest.mark.parametrize("value", ["", "yes", "search only", "SEARCH_ONLY"])
def test_an_unknown_choice_says_nothing(value: str) -> None:
    assert own.read(value, "x").choice is None


def test_the_origin_is_stated_but_is_no_choice() -> None:
    choice, origin = own.stated(own.properties(inscription(origin=Origin.HUMAN_MADE)), "XMP")
    assert (choice.value, choice.place) == ("search-only", "XMP ag:choice")
    assert (origin.value, origin.place, origin.choice) == ("human-made", "XMP ag:origin", None)
