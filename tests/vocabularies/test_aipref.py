from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.terms import Choice
from artistguard.vocabularies import aipref

TRAINING = {Choice.NO_GENERATIVE_TRAINING, Choice.NO_AI_TRAINING}
SEARCHABLE = {Choice.ASK, Choice.SEARCH_ONLY}


@pytest.mark.parametrize(
    ("choice", "value"),
    [
        (Choice.ALLOW, "train-ai=y, ai-use=y, search=y"),
        (Choice.NO_GENERATIVE_TRAINING, "train-ai=n"),
        (Choice.NO_AI_TRAINING, "train-ai=n"),
        (Choice.ASK, "train-ai=n, ai-use=n, search=y"),
        (Choice.SEARCH_ONLY, "train-ai=n, ai-use=n, search=y"),
        (Choice.NOTHING, "train-ai=n, ai-use=n, search=n"),
    ],
)
def test_each_choice_has_its_dictionary(choice: Choice, value: str) -> None:
    assert aipref.content_usage(choice) == value


@pytest.mark.parametrize("choice", list(Choice))
def test_what_is_written_could_have_been_written_for_the_choice(choice: Choice) -> None:
    statement = aipref.read(aipref.content_usage(choice), "Vorbis CONTENT-USAGE")
    assert choice in statement.compatible
    assert statement.choice in statement.compatible
    assert statement.layer == "aipref"


@pytest.mark.parametrize(
    ("value", "choice", "compatible"),
    [
        ("train-ai=n", Choice.NO_AI_TRAINING, TRAINING),
        ("train-ai=n, search=y", Choice.SEARCH_ONLY, SEARCHABLE),
        ("search=y,train-ai=n", Choice.SEARCH_ONLY, SEARCHABLE),
        ("train-ai=n, search=n", Choice.NOTHING, {Choice.NOTHING}),
        ("train-ai=y, search=y", Choice.ALLOW, {Choice.ALLOW}),
        ("train-ai=y", Choice.ALLOW, {Choice.ALLOW}),
        ("train-ai=y, search=n", Choice.NOTHING, {Choice.NOTHING}),
        ("search=n", Choice.NOTHING, {Choice.NOTHING}),
        ("ai-use=n", Choice.SEARCH_ONLY, {Choice.SEARCH_ONLY}),
        ("train-ai=y, ai-use=n", Choice.SEARCH_ONLY, {Choice.SEARCH_ONLY}),
        ("train-ai=n;until=2030, other=?1, search=y;x", Choice.SEARCH_ONLY, SEARCHABLE),
        ("TRAIN-AI=N", Choice.NO_AI_TRAINING, TRAINING),
        ('train-ai="n"', Choice.NO_AI_TRAINING, TRAINING),
        ("train-ai=y, train-ai=n", Choice.NO_AI_TRAINING, TRAINING),
        ("train-ai=n, train-ai=y", Choice.NO_AI_TRAINING, TRAINING),
        ("  train-ai = n  ", Choice.NO_AI_TRAINING, TRAINING),
        ("rubbish;;, train-ai=n", Choice.NO_AI_TRAINING, TRAINING),
    ],
)
def test_dictionaries_are_read_tolerantly(value: str, choice: Choice, compatible: set[Choice]) -> None:
    statement = aipref.read(value, "x")
    assert statement.choice is choice
    assert statement.compatible == compatible


@pytest.mark.parametrize(
    "value", ["", "search=y", "train-ai", "train-ai=?0", "train-ai=no", "bots=n", "tdm=n, ai=n", "=", ","]
)
def test_what_says_nothing_says_nothing(value: str) -> None:
    assert aipref.read(value, "x").choice is None


@settings(max_examples=300, derandomize=True)
@given(st.text(alphabet='trainsech-ueyn=,; "?1', max_size=60))
def test_no_text_breaks_it(value: str) -> None:
    statement = aipref.read(value, "x")
    assert statement.choice is None or statement.choice in statement.compatible


@settings(max_examples=200, derandomize=True)
@given(st.permutations(["train-ai=n", "ai-use=y", "search=y", "x=1", "train-ai=y"]))
def test_order_means_nothing(members: list[str]) -> None:
    assert aipref.parse(", ".join(members)) == {"train-ai": "n", "ai-use": "y", "search": "y"}
