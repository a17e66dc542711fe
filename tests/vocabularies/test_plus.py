from __future__ import annotations

import pytest

from artistguard.terms import Choice
from artistguard.vocabularies import plus
from artistguard.vocabularies.grades import RESERVING
from artistguard.vocabularies.properties import Alternative, Ordered, Property, Rule, Structure
from tests.suites.declarations import CONTACT, LICENCE, NAME, bare, declaration

VOCAB = "http://ns.useplus.org/ldf/vocab/"
SEARCH = "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING"


def named(found: tuple[Property, ...], name: str) -> Property | None:
    return next((entry for entry in found if entry.name == name), None)


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        (Choice.ALLOW, "DMI-ALLOWED"),
        (Choice.NO_GENERATIVE_TRAINING, "DMI-PROHIBITED-GENAIMLTRAINING"),
        (Choice.NO_AI_TRAINING, "DMI-PROHIBITED-AIMLTRAINING"),
        (Choice.ASK, SEARCH),
        (Choice.SEARCH_ONLY, SEARCH),
        (Choice.NOTHING, "DMI-PROHIBITED"),
    ],
)
def test_each_choice_has_its_uri(choice: Choice, code: str) -> None:
    assert plus.uri(choice) == VOCAB + code


@pytest.mark.parametrize("choice", list(Choice))
@pytest.mark.parametrize("full", [True, False])
def test_every_choice_comes_back_exactly(choice: Choice, full: bool) -> None:
    told = declaration(choice) if full else bare(choice)
    (statement,) = plus.stated(plus.properties(told), "XMP")
    assert statement.choice is choice
    assert statement.compatible == {choice}
    assert statement.place == "XMP plus:DataMining"
    assert statement.layer == "plus"


def test_data_mining_replaces_and_the_rest_fills() -> None:
    rules = {entry.name: entry.rule for entry in plus.properties(declaration(Choice.ASK))}
    assert rules == {"DataMining": Rule.SET, "OtherConstraints": Rule.FILL, "Licensor": Rule.FILL}


def test_ask_names_whom_to_ask() -> None:
    licensor = named(plus.properties(declaration(Choice.ASK)), "Licensor")
    assert licensor is not None
    assert isinstance(licensor.value, Ordered)
    (only,) = licensor.value.items
    assert isinstance(only, Structure)
    assert {entry.name: entry.value for entry in only.fields} == {
        "LicensorName": NAME,
        "LicensorURL": LICENCE,
        "LicensorEmail": CONTACT,
    }


def test_ask_without_anything_to_name_still_says_so() -> None:
    found = plus.properties(bare(Choice.ASK))
    assert named(found, "Licensor") is None
    constraint = named(found, "OtherConstraints")
    assert constraint is not None
    assert isinstance(constraint.value, Alternative)
    assert "licence" in constraint.value.text


@pytest.mark.parametrize("choice", [choice for choice in Choice if choice is not Choice.ASK])
def test_a_licensor_is_for_ask_only(choice: Choice) -> None:
    assert [entry.name for entry in plus.properties(declaration(choice))] == ["DataMining"]


def test_a_foreign_licensor_beside_search_only_leaves_both_open() -> None:
    agency = Property(plus.NAMESPACE, "plus", "Licensor", Ordered((Structure(()), "Agency")))
    mining = Property(plus.NAMESPACE, "plus", "DataMining", VOCAB + SEARCH)
    (statement,) = plus.stated([agency, mining], "XMP")
    assert statement.choice is Choice.SEARCH_ONLY
    assert statement.compatible == {Choice.SEARCH_ONLY, Choice.ASK}


def test_a_foreign_licensor_beside_another_value_changes_nothing() -> None:
    agency = Property(plus.NAMESPACE, "plus", "Licensor", Ordered(("Agency",)))
    mining = Property(plus.NAMESPACE, "plus", "DataMining", VOCAB + "DMI-PROHIBITED")
    (statement,) = plus.stated([agency, mining], "XMP")
    assert statement.compatible == {Choice.NOTHING}


@pytest.mark.parametrize(
    ("value", "choice"),
    [
        (VOCAB + "DMI-ALLOWED", Choice.ALLOW),
        ("DMI-ALLOWED", Choice.ALLOW),
        ("dmi-allowed", Choice.ALLOW),
        ("Allowed", Choice.ALLOW),
        ("http://ns.useplus.org/LDF/ldf-XMPSpecification#DMI-ALLOWED", Choice.ALLOW),
        ("plus:DMI-PROHIBITED", Choice.NOTHING),
        ("DMI-PROHIBITED", Choice.NOTHING),
        ("PROHIBITED", Choice.NOTHING),
        ("Prohibited", Choice.NOTHING),
        (f" {VOCAB}DMI-PROHIBITED\n", Choice.NOTHING),
        (VOCAB + "DMI-PROHIBITED/", Choice.NOTHING),
        ("Prohibited for AI/ML training", Choice.NO_AI_TRAINING),
        ("PROHIBITED-AIMLTRAINING", Choice.NO_AI_TRAINING),
        ("Prohibited for Generative AI/ML training", Choice.NO_GENERATIVE_TRAINING),
        ("dmi-prohibited-genaimltraining", Choice.NO_GENERATIVE_TRAINING),
        ("Prohibited except for search engine indexing", Choice.SEARCH_ONLY),
    ],
)
def test_every_spelling_is_read(value: str, choice: Choice) -> None:
    statement = plus.read(value, "XMP plus:DataMining")
    assert statement.choice is choice
    assert statement.compatible == {choice}
    assert statement.value == value


@pytest.mark.parametrize(
    "value",
    [
        VOCAB + "DMI-PROHIBITED-SEECONSTRAINT",
        VOCAB + "DMI-PROHIBITED-SEEEMBEDDEDRIGHTSEXPR",
        VOCAB + "DMI-PROHIBITED-SEELINKEDRIGHTSEXPR",
        "Prohibited, see plus:OtherConstraints",
        "Prohibited, see iptcExt:EmbdEncRightsExpr",
        "Prohibited, see iptcExt:LinkedEncRightsExpr",
        VOCAB + "DMI-PROHIBITED-SOMETHINGNEW",
    ],
)
def test_what_points_elsewhere_is_read_as_the_strictest_and_fits_any_reservation(value: str) -> None:
    statement = plus.read(value, "XMP plus:DataMining")
    assert statement.choice is Choice.NOTHING
    assert statement.compatible == RESERVING


@pytest.mark.parametrize(
    "value", [VOCAB + "DMI-UNSPECIFIED", "Unspecified - no prohibition defined", "", "yes", "DMI-", "42"]
)
def test_what_says_nothing_says_nothing(value: str) -> None:
    statement = plus.read(value, "XMP plus:DataMining")
    assert statement.choice is None
    assert statement.compatible == frozenset()


def test_other_namespaces_are_passed_over() -> None:
    assert plus.stated([Property("http://example.org/", "x", "DataMining", "DMI-PROHIBITED")], "XMP") == ()
