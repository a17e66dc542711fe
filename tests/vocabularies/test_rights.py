from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from artistguard.terms import Choice, Declaration
from artistguard.vocabularies import rights
from artistguard.vocabularies.properties import Alternative, Ordered, Property, Rule, Structure
from tests.suites.declarations import CONTACT, LICENCE, NAME, bare, declaration, declarations

ALL = list(Choice)


def values(told: Declaration) -> dict[str, object]:
    return {entry.label: entry.value for entry in rights.properties(told)}


@pytest.mark.parametrize("choice", ALL)
def test_sentences_name_no_year_and_claim_nothing_without_a_name(choice: Choice) -> None:
    full, plain = rights.rights(declaration(choice)), rights.rights(bare(choice))
    assert full.copyright.startswith(f"© {NAME}. ")
    assert "©" not in plain.copyright
    assert plain.creator == ""
    for text in (full.copyright, full.terms, plain.copyright, plain.terms):
        assert not re.search(r"\b20\d\d\b", text.replace("2019/790", ""))
        assert rights.SHORT[choice] in text or rights.LONG[choice] in text


def test_each_choice_has_sentences_of_its_own() -> None:
    assert len(set(rights.SHORT.values())) == len(Choice)
    assert len(set(rights.LONG.values())) == len(Choice)
    assert set(rights.SHORT) == set(rights.LONG) == set(Choice)


def test_short_sentences_are_plain_ascii_for_old_fields() -> None:
    assert all(text.isascii() for text in rights.SHORT.values())


@settings(max_examples=200, derandomize=True)
@given(declarations)
def test_the_copyright_line_fits_iptc(told: Declaration) -> None:
    assert len(rights.rights(told).copyright.encode()) <= rights.COPYRIGHT_BYTES


@pytest.mark.parametrize("choice", ALL)
@pytest.mark.parametrize("name", ["ß" * 200, "🎨" * 80, "a" * 61 + "é", "Ab " * 100])
def test_a_long_name_is_cut_between_letters(choice: Choice, name: str) -> None:
    line = rights.rights(declaration(choice, name=name)).copyright
    assert len(line.encode()) <= 128
    assert line.endswith(rights.SHORT[choice])
    assert rights.ours(line)


def test_terms_say_where_to_ask() -> None:
    assert rights.rights(declaration(Choice.ASK)).terms.endswith(
        f"A licence for AI uses and data mining can be asked for: {LICENCE}"
    )
    assert rights.rights(declaration(licence="")).terms.endswith(f"Contact: {CONTACT}")
    assert rights.rights(bare()).terms == rights.LONG[Choice.SEARCH_ONLY]


@pytest.mark.parametrize(
    ("terms", "end"),
    [
        ({}, f": {LICENCE}"),
        ({"licence": ""}, f": {CONTACT}"),
        ({"licence": "", "contact": ""}, f" from {NAME}."),
        ({"licence": "", "contact": "", "name": ""}, " from the creator."),
        ({"licence": "", "contact": "the agency in Bonn"}, ": the agency in Bonn"),
    ],
)
def test_a_request_goes_to_the_nearest_address(terms: dict[str, str], end: str) -> None:
    assert rights.request(declaration(Choice.ASK, **terms)) == rights.LICENCE_ON_REQUEST + end


@pytest.mark.parametrize("choice", ALL)
@pytest.mark.parametrize(
    "terms",
    [
        {},
        {"name": ""},
        {"name": "J. R. R. Müller"},
        {"name": "Dr. No"},
        {"licence": ""},
        {"licence": "", "contact": "mailto:zoe@artist.example"},
        {"licence": "", "contact": "", "name": ""},
    ],
)
def test_our_sentences_are_told_word_for_word(choice: Choice, terms: dict[str, str]) -> None:
    told = declaration(choice, **terms)
    words = rights.rights(told)
    for text in (words.copyright, words.terms, rights.request(told), f" {words.terms} "):
        assert rights.ours(text), text
        assert rights.replaceable(text)


@pytest.mark.parametrize("choice", ALL)
def test_a_sentence_more_makes_it_the_creators(choice: Choice) -> None:
    words = rights.rights(declaration(choice))
    for text in (words.copyright, words.terms):
        assert not rights.ours(f"All rights reserved. {text}")
        assert not rights.ours(f"{text} Ask me first.")
        assert not rights.ours(text.upper())
        assert not rights.ours(text.replace("AI", "A.I.", 1))
    assert not rights.ours(f"© Zoë. Printed in Bonn. {rights.SHORT[choice]}")


@pytest.mark.parametrize(
    "text", ["© 2024 Zoë. All rights reserved.", "No AI training.", "mine", "© Zoë", "x" * 100_000]
)
def test_a_creators_words_are_hers(text: str) -> None:
    assert not rights.ours(text)
    assert not rights.replaceable(text)


@pytest.mark.parametrize("text", ["", " ", "\0\0\0\0", " \r\n\t"])
def test_an_empty_field_may_be_filled(text: str) -> None:
    assert rights.replaceable(text)
    assert not rights.ours(text)


@settings(max_examples=200, derandomize=True)
@given(st.text(max_size=80))
def test_clean_text_fits_xml_and_one_line(text: str) -> None:
    line = rights.clean(text)
    assert line == rights.clean(line)
    assert "\n" not in line
    element = etree.Element("field")
    element.text = line  # refuses what XML cannot hold
    assert etree.fromstring(etree.tostring(element, encoding="utf-8")).text == (line or None)


@pytest.mark.parametrize(("text", "line"), [("a\nb", "a b"), ("\x00Zoë\x07 ", "Zoë"), ("\ud800x", "x"), ("  ", "")])
def test_what_no_field_can_hold_is_taken_out(text: str, line: str) -> None:
    assert rights.clean(text) == line


@pytest.mark.parametrize(
    ("address", "web"),
    [
        ("https://a.example", True),
        ("HTTP://A.EXAMPLE/x?y=1", True),
        ("ftp://a.example", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("https://a b", False),
        ("a.example", False),
        ("", False),
    ],
)
def test_web_addresses_are_told(address: str, web: bool) -> None:
    assert rights.is_web(address) is web


@pytest.mark.parametrize(
    ("contact", "address"),
    [
        ("z@a.example", "z@a.example"),
        ("mailto:z@a.example", "z@a.example"),
        ("MAILTO:z@a", "z@a"),
        ("z at a", ""),
        ("@", ""),
    ],
)
def test_mail_addresses_are_told(contact: str, address: str) -> None:
    assert rights.mail(contact) == address


def test_every_field_fills() -> None:
    assert {entry.rule for entry in rights.properties(declaration())} == {Rule.FILL}


def test_the_full_set_of_fields() -> None:
    found = values(declaration())
    assert found["dc:creator"] == Ordered((NAME,))
    assert found["xmpRights:Marked"] == "True"
    assert found["xmpRights:WebStatement"] == LICENCE
    assert isinstance(found["dc:rights"], Alternative)
    assert isinstance(found["xmpRights:UsageTerms"], Alternative)
    contact = found["Iptc4xmpCore:CreatorContactInfo"]
    assert isinstance(contact, Structure)
    assert [(entry.name, entry.value) for entry in contact.fields] == [("CiEmailWork", CONTACT)]


def test_a_web_contact_goes_to_its_own_field() -> None:
    contact = values(declaration(contact="https://artist.example/ask"))["Iptc4xmpCore:CreatorContactInfo"]
    assert isinstance(contact, Structure)
    assert contact.fields[0].name == "CiUrlWork"


def test_nothing_is_claimed_that_was_not_said() -> None:
    assert set(values(bare())) == {"dc:rights", "xmpRights:UsageTerms"}
    assert "xmpRights:WebStatement" not in values(declaration(licence="on my site"))


def test_rights_lines_are_stated_without_a_choice() -> None:
    found = [
        *rights.properties(declaration()),
        Property(rights.DC, "dc", "rights", " "),
        Property("urn:x", "x", "rights", "y"),
    ]
    statements = rights.stated(found, "XMP")
    assert [entry.place for entry in statements] == [
        "XMP dc:rights",
        "XMP xmpRights:UsageTerms",
        "XMP xmpRights:WebStatement",
    ]
    assert {(entry.layer, entry.choice) for entry in statements} == {("rights", None)}
