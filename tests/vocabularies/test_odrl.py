from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from artistguard.terms import Choice, Declaration
from artistguard.vocabularies import odrl
from tests.suites.declarations import CONTACT, LICENCE, NAME, POLICY, bare, declaration, declarations


def policy(told: Declaration, uid: str = POLICY) -> dict[str, Any]:
    found = json.loads(odrl.offer(told, uid))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("choice", list(Choice))
def test_every_offer_has_what_the_profile_demands(choice: Choice) -> None:
    found = policy(declaration(choice))
    assert found["@context"][:2] == ["http://www.w3.org/ns/odrl.jsonld", "http://www.w3.org/ns/tdmrep.jsonld"]
    assert (found["@type"], found["profile"], found["uid"]) == ("Offer", "http://www.w3.org/ns/tdmrep", POLICY)
    assert found["assigner"]["uid"]
    assert len({"permission", "prohibition"} & set(found)) == 1


def test_allow_permits() -> None:
    assert policy(declaration(Choice.ALLOW))["permission"] == [{"action": "tdm:mine"}]


def test_ask_permits_with_the_duty_to_obtain_consent() -> None:
    assert policy(declaration(Choice.ASK))["permission"] == [
        {"action": "tdm:mine", "duty": [{"action": "obtainConsent"}]}
    ]


@pytest.mark.parametrize(
    "choice", [Choice.NO_GENERATIVE_TRAINING, Choice.NO_AI_TRAINING, Choice.SEARCH_ONLY, Choice.NOTHING]
)
def test_the_others_prohibit_and_say_in_words_what(choice: Choice) -> None:
    found = policy(declaration(choice))
    assert found["prohibition"] == [{"action": "tdm:mine"}]
    assert "may not be used" in found["dcterms:description"]


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
