from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from artistguard.terms import Choice, Declaration
from artistguard.vocabularies import odrl
from artistguard.vocabularies.rights import rights
from tests.suites.declarations import CONTACT, LICENCE, NAME, POLICY, bare, declaration, declarations


def policy(told: Declaration, uid: str = POLICY) -> dict[str, Any]:
    found = json.loads(odrl.offer(told, uid))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("choice", list(Choice))
def test_every_offer_has_what_the_profile_demands_and_nothing_that_it_does_not_want(choice: Choice) -> None:
    found = policy(declaration(choice))
    assert found["@context"] == ["http://www.w3.org/ns/odrl.jsonld", "http://www.w3.org/ns/tdmrep.jsonld"]
    assert (found["@type"], found["profile"], found["uid"]) == ("Offer", "http://www.w3.org/ns/tdmrep", POLICY)
    assert set(found) == {"@context", "@type", "profile", "uid", "assigner", "permission", "dct:description"}
    assert set(found["assigner"]) <= {"uid", "vcard:fn", "vcard:hasEmail", "vcard:hasURL"}


def test_allow_permits() -> None:
    assert policy(declaration(Choice.ALLOW))["permission"] == [{"action": "tdm:mine"}]


@pytest.mark.parametrize("choice", [each for each in Choice if each is not Choice.ALLOW])
def test_the_others_permit_with_the_duty_to_obtain_consent_and_say_in_words_what(choice: Choice) -> None:
    found = policy(declaration(choice))
    assert found["permission"] == [{"action": "tdm:mine", "duty": [{"action": "obtainConsent"}]}]
    assert rights(declaration(choice)).terms == found["dct:description"]


def test_the_assigner_can_be_reached() -> None:
    assert policy(declaration())["assigner"] == {
        "uid": LICENCE,
        "vcard:fn": NAME,
        "vcard:hasEmail": f"mailto:{CONTACT}",
        "vcard:hasURL": LICENCE,
    }


def test_nobody_is_made_up() -> None:
    assert policy(bare(), "urn:uuid:1")["assigner"] == {"uid": "urn:uuid:1#assigner"}


def test_letters_stay_readable() -> None:
    assert NAME in odrl.offer(declaration(), POLICY)


@settings(max_examples=100, derandomize=True)
@given(declarations)
def test_any_declaration_makes_json(told: Declaration) -> None:
    text = odrl.offer(told, "urn:uuid:1")
    assert json.loads(text)["uid"] == "urn:uuid:1"
    assert text.endswith("}\n")
    text.encode()  # no lone surrogate is left
