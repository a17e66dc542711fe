from __future__ import annotations

import json

import pytest

from artistguard.terms import Choice
from artistguard.vocabularies import cawg
from tests.suites.declarations import CONTACT, LICENCE, bare, declaration

ALL = ("data_mining", "ai_inference", "ai_training", "ai_generative_training")
STRICT = frozenset({Choice.SEARCH_ONLY, Choice.NOTHING})


def uses(choice: Choice) -> dict[str, str]:
    return {
        name.removeprefix("cawg."): entry["use"]
        for name, entry in cawg.assertions(declaration(choice))[0].entries.items()
    }


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice.ALLOW, dict.fromkeys(ALL, "allowed")),
        (Choice.NO_GENERATIVE_TRAINING, {"ai_generative_training": "notAllowed"}),
        (Choice.NO_AI_TRAINING, {"ai_generative_training": "notAllowed", "ai_training": "notAllowed"}),
        (Choice.ASK, dict.fromkeys(ALL, "constrained")),
        (Choice.SEARCH_ONLY, dict.fromkeys(ALL, "notAllowed")),
        (Choice.NOTHING, dict.fromkeys(ALL, "notAllowed")),
    ],
)
def test_each_choice_has_its_entries(choice: Choice, expected: dict[str, str]) -> None:
    assert uses(choice) == expected


@pytest.mark.parametrize("choice", list(Choice))
def test_both_labels_say_the_same(choice: Choice) -> None:
    current, legacy = cawg.assertions(declaration(choice))
    assert (current.label, legacy.label) == ("cawg.training-mining", "c2pa.training-mining")
    assert all(name.startswith("cawg.") for name in current.entries)
    renamed = {name.replace("c2pa.", "cawg."): entry for name, entry in legacy.entries.items()}
    assert renamed == dict(current.entries)


@pytest.mark.parametrize("choice", list(Choice))
@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("which", [0, 1])
def test_every_choice_comes_back(choice: Choice, full: bool, which: int) -> None:
    assertion = cawg.assertions(declaration(choice) if full else bare(choice))[which]
    statement = cawg.read(assertion.label, json.loads(json.dumps(assertion.data)), "C2PA")
    assert statement.compatible == (STRICT if choice in STRICT else {choice})
    assert statement.choice in statement.compatible
    assert statement.layer == ("cawg", "c2pa")[which]


@pytest.mark.parametrize(
    ("terms", "info"),
    [
        ({}, LICENCE),
        ({"licence": ""}, CONTACT),
        (
            {"licence": "", "contact": ""},
            "A licence for AI uses and data mining can be asked for from Zoë Ünal.",
        ),
    ],
)
def test_ask_says_where(terms: dict[str, str], info: str) -> None:
    entries = cawg.assertions(declaration(Choice.ASK, **terms))[0].entries
    assert {entry["constraint_info"] for entry in entries.values()} == {info}


def test_constrained_without_info_is_not_allowed() -> None:
    data = {"entries": {f"cawg.{name}": {"use": "constrained"} for name in ALL}}
    assert cawg.read(cawg.CURRENT, data, "C2PA").compatible == STRICT
    data["entries"]["cawg.ai_training"] = {"use": "constrained", "constraint_info": "  "}
    assert cawg.read(cawg.CURRENT, data, "C2PA").compatible == STRICT


def test_the_other_spelling_of_the_key_is_read() -> None:
    data = {"entries": {f"cawg.{name}": {"use": "constrained", "constraints_info": "ask me"} for name in ALL}}
    assert cawg.read(cawg.CURRENT, data, "C2PA").choice is Choice.ASK


@pytest.mark.parametrize(
    ("entries", "choice"),
    [
        ({"cawg.ai_training": {"use": "notAllowed"}}, Choice.NO_AI_TRAINING),
        ({"cawg.data_mining": {"use": "notAllowed"}}, Choice.SEARCH_ONLY),
        ({"cawg.ai_generative_training": {"use": "constrained", "constraint_info": "x"}}, Choice.ASK),
        ({"cawg.ai_training": {"use": "allowed"}}, None),
        ({"cawg.ai_training": {"use": "allowed"}, "cawg.ai_inference": {"use": "notAllowed"}}, Choice.SEARCH_ONLY),
        ({"cawg.ai_training": {"use": "allowed"}, "c2pa.ai_training": {"use": "notAllowed"}}, Choice.NO_AI_TRAINING),
        ({"vendor.painting": {"use": "notAllowed"}}, None),
        ({"cawg.ai_training": {"use": "perhaps"}}, None),
    ],
)
def test_foreign_entries_are_read(entries: dict[str, dict[str, str]], choice: Choice | None) -> None:
    assert cawg.read(cawg.CURRENT, {"entries": entries}, "C2PA").choice is choice


@pytest.mark.parametrize(
    "data",
    [None, 7, "text", [], {}, {"entries": None}, {"entries": []}, {"entries": {"cawg.ai_training": "notAllowed"}}],
)
def test_a_malformed_assertion_says_nothing(data: object) -> None:
    statement = cawg.read(cawg.CURRENT, data, "C2PA")
    assert statement.choice is None
    assert statement.compatible == frozenset()
    assert statement.value == ""


def test_the_value_names_the_uses() -> None:
    assertion = cawg.assertions(declaration(Choice.NO_AI_TRAINING))[0]
    statement = cawg.read(assertion.label, assertion.data, "C2PA cawg.training-mining")
    assert statement.value == "ai_training=notAllowed, ai_generative_training=notAllowed"
    assert statement.place == "C2PA cawg.training-mining"
