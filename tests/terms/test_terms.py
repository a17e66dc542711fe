from __future__ import annotations

import pickle

import pytest

from artistguard.terms import DEFAULT_CHOICE, Choice, Declaration, Inscription, Stated


def test_there_are_six_choices_from_free_to_strict() -> None:
    assert [choice.value for choice in Choice] == [
        "allow",
        "no-generative-training",
        "no-ai-training",
        "ask",
        "search-only",
        "nothing",
    ]


def test_strictness_orders_the_choices() -> None:
    assert sorted(Choice, key=lambda choice: choice.strictness) == list(Choice)
    assert Choice.NOTHING.strictness > Choice.SEARCH_ONLY.strictness > Choice.ASK.strictness


def test_the_default_is_search_only_everywhere() -> None:
    assert DEFAULT_CHOICE is Choice.SEARCH_ONLY
    assert Declaration().choice is DEFAULT_CHOICE


def test_a_declaration_states_nothing_by_itself() -> None:
    plain = Declaration()
    assert (plain.name, plain.contact, plain.licence, plain.policy, plain.origin) == ("", "", "", "", None)


@pytest.mark.parametrize("choice", list(Choice))
def test_a_choice_is_found_by_its_words(choice: Choice) -> None:
    assert Choice(choice.value) is choice
    assert str(choice) == choice.value


def test_a_choice_of_other_words_is_refused() -> None:
    with pytest.raises(ValueError, match="maybe"):
        Choice("maybe")


def test_values_travel_between_processes() -> None:
    told = Inscription(Declaration(Choice.ASK, name="Zoë"), "urn:uuid:1", "urn:uuid:2", "", {"iscc": "ISCC:A"})
    assert pickle.loads(pickle.dumps(told)) == told


def test_a_statement_says_nothing_until_it_is_told_what() -> None:
    assert Stated("rights", "XMP dc:rights", "mine").choice is None
    assert Stated("rights", "XMP dc:rights", "mine").compatible == frozenset()
