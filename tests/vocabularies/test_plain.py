from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from artistguard.terms import Choice
from artistguard.vocabularies import plain, rights

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLES = {"choices": plain.CHOICES, "meanings": plain.MEANINGS, "readers": plain.READERS}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_choice_has_words_of_its_own_in_the_order_of_strictness(table: Mapping[Choice, str]) -> None:
    assert list(table) == list(Choice)
    assert len(set(table.values())) == len(Choice)


def test_labels_are_no_sentences_and_the_rest_are() -> None:
    assert not any(words.endswith(".") for words in plain.CHOICES.values())
    assert all(words.endswith(".") for words in (*plain.MEANINGS.values(), *plain.READERS.values()))


def test_search_is_allowed_in_words_where_it_is_allowed_in_files() -> None:
    for choice in (Choice.ASK, Choice.SEARCH_ONLY):
        assert "search allowed" in plain.CHOICES[choice]
        assert "Search engines may list it." in plain.READERS[choice]
        assert "Search indexing is allowed." in rights.LONG[choice]
    assert "Not even search" in plain.MEANINGS[Choice.NOTHING]
    assert "search" not in plain.CHOICES[Choice.NOTHING] + plain.READERS[Choice.NOTHING]


def test_nobody_is_told_that_a_refusal_is_a_permission() -> None:
    for choice in Choice:
        refuses = "may not" in plain.READERS[choice]
        assert refuses == ("may not" in rights.LONG[choice] or "need a licence" in rights.LONG[choice])
        assert refuses == (choice is not Choice.ALLOW) == plain.CHOICES[choice].startswith("No ")
