from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.terms import Choice, Permission, Usage
from artistguard.vocabularies.grades import AI_USES, RESERVING, covering, permissions

WITHHELD = {Permission.FORBIDDEN, Permission.ON_REQUEST}


@pytest.mark.parametrize("choice", list(Choice))
def test_every_choice_speaks_of_every_use(choice: Choice) -> None:
    assert set(permissions(choice)) == set(Usage)


@pytest.mark.parametrize("choice", list(Choice))
def test_a_choice_covers_itself(choice: Choice) -> None:
    assert covering(permissions(choice)) is choice


def test_search_stays_open_but_for_the_strictest() -> None:
    closed = {choice for choice in Choice if permissions(choice)[Usage.SEARCH] is Permission.FORBIDDEN}
    assert closed == {Choice.NOTHING}


def test_only_ask_is_on_request() -> None:
    asking = {choice for choice in Choice if Permission.ON_REQUEST in permissions(choice).values()}
    assert asking == {Choice.ASK}


def test_everything_but_allow_reserves() -> None:
    assert frozenset(Choice) - RESERVING == {Choice.ALLOW}


@pytest.mark.parametrize(
    ("found", "choice"),
    [
        ({}, None),
        ({Usage.SEARCH: Permission.ALLOWED}, None),
        ({Usage.GENERATIVE_TRAINING: Permission.ALLOWED}, None),
        ({Usage.GENERATIVE_TRAINING: Permission.UNSTATED}, None),
        ({Usage.OTHER_TRAINING: Permission.FORBIDDEN}, Choice.NO_AI_TRAINING),
        ({Usage.DATA_MINING: Permission.FORBIDDEN}, Choice.SEARCH_ONLY),
        ({Usage.MODEL_INPUT: Permission.FORBIDDEN}, Choice.SEARCH_ONLY),
        ({Usage.SEARCH: Permission.FORBIDDEN}, Choice.NOTHING),
        ({Usage.GENERATIVE_TRAINING: Permission.ON_REQUEST}, Choice.ASK),
        ({Usage.SEARCH: Permission.ON_REQUEST}, Choice.NOTHING),
        (
            {Usage.GENERATIVE_TRAINING: Permission.ON_REQUEST, Usage.DATA_MINING: Permission.FORBIDDEN},
            Choice.SEARCH_ONLY,
        ),
        (dict.fromkeys(AI_USES, Permission.ALLOWED), Choice.ALLOW),
    ],
)
def test_what_fits_no_choice_is_read_as_a_stricter_one(found: dict[Usage, Permission], choice: Choice | None) -> None:
    assert covering(found) is choice


@settings(max_examples=300, derandomize=True)
@given(st.dictionaries(st.sampled_from(Usage), st.sampled_from(Permission)))
def test_covering_never_frees_what_was_withheld(found: dict[Usage, Permission]) -> None:
    choice = covering(found)
    withheld = {usage for usage, said in found.items() if said in WITHHELD}
    if choice is None:
        assert not withheld
    else:
        assert withheld <= {usage for usage, said in permissions(choice).items() if said in WITHHELD}


@settings(max_examples=300, derandomize=True)
@given(st.dictionaries(st.sampled_from(Usage), st.sampled_from(Permission)), st.sampled_from(Usage))
def test_forbidding_more_never_makes_it_freer(found: dict[Usage, Permission], usage: Usage) -> None:
    before, after = covering(found), covering({**found, usage: Permission.FORBIDDEN})
    assert after is not None
    assert before is None or after.strictness >= before.strictness or before is Choice.ASK
