from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.terms import Choice, Stated
from artistguard.vocabularies import aipref, cawg, exif, own, plus, tdmrep
from artistguard.vocabularies.verdict import Verdict, verdict
from tests.suites.declarations import declaration

MINING = "http://ns.useplus.org/ldf/vocab/DMI-"


def said(choice: Choice, *compatible: Choice, place: str = "here") -> Stated:
    return Stated("layer", place, choice.value, choice, frozenset(compatible or (choice,)))


def written(choice: Choice) -> list[Stated]:
    """All that is written into files for a choice, read back layer by layer."""
    told = declaration(choice)
    return [
        *plus.stated(plus.properties(told), "XMP"),
        plus.read(plus.uri(choice), "tag", licensor_found=True),
        exif.stated(exif.encode(choice, "little"), "Exif"),
        tdmrep.read(tdmrep.reservation(choice), "XMP tdm"),
        aipref.read(aipref.content_usage(choice), "tag"),
        own.read(choice.value, "XMP ag"),
        *(cawg.read(found.label, found.data, found.label) for found in cawg.assertions(told)),
    ]


def test_no_statement_is_no_verdict() -> None:
    assert verdict([]) == Verdict(None)
    assert verdict([Stated("rights", "XMP dc:rights", "© Zoë")]) == Verdict(None)


@pytest.mark.parametrize("choice", list(Choice))
def test_everything_together_gives_the_choice(choice: Choice) -> None:
    assert verdict(written(choice)) == Verdict(choice)


@pytest.mark.parametrize("choice", list(Choice))
def test_any_subset_with_a_fine_layer_contradicts_nothing(choice: Choice) -> None:
    layers = written(choice)
    for count in range(1, len(layers) + 1):
        for chosen in itertools.combinations(layers, count):
            found = verdict(chosen)
            assert found.contradictions == ()
            assert found.choice is not None
            assert found.choice.strictness >= choice.strictness or any(
                found.choice in entry.compatible for entry in chosen
            )


def test_a_coarse_layer_beside_a_fine_one_changes_nothing() -> None:
    fine = plus.read(MINING + "PROHIBITED-GENAIMLTRAINING", "XMP plus:DataMining")
    assert verdict([tdmrep.read("1", "XMP tdm:reservation"), fine]) == Verdict(Choice.NO_GENERATIVE_TRAINING)


def test_a_coarse_layer_alone_is_read_naturally() -> None:
    assert verdict([tdmrep.read("1", "x")]).choice is Choice.SEARCH_ONLY
    assert verdict([aipref.read("train-ai=n", "x")]).choice is Choice.NO_AI_TRAINING


def test_two_coarse_layers_narrow_each_other() -> None:
    either = said(Choice.SEARCH_ONLY, Choice.SEARCH_ONLY, Choice.ASK)
    strict = said(Choice.SEARCH_ONLY, Choice.SEARCH_ONLY, Choice.NOTHING)
    assert verdict([either, strict]) == Verdict(Choice.SEARCH_ONLY)
    other = said(Choice.NOTHING, Choice.NOTHING, Choice.ASK)
    assert verdict([either, other]) == Verdict(Choice.ASK)


def test_a_contradiction_makes_it_stricter_and_is_told() -> None:
    found = verdict([own.read("allow", "XMP ag:choice"), tdmrep.read("1", "XMP tdm:reservation")])
    assert found.choice is Choice.SEARCH_ONLY
    (sentence,) = found.contradictions
    assert "XMP ag:choice says: AI uses are allowed" in sentence
    assert "XMP tdm:reservation says: no AI uses and no data mining, search allowed" in sentence
    assert "The stricter counts" in sentence


def test_a_freer_contradiction_is_told_and_changes_nothing() -> None:
    found = verdict([own.read("nothing", "XMP ag:choice"), tdmrep.read("0", "XMP tdm:reservation")])
    assert found.choice is Choice.NOTHING
    assert len(found.contradictions) == 1


def test_what_points_elsewhere_does_not_contradict_a_fine_statement() -> None:
    found = verdict([plus.read(MINING + "PROHIBITED-SEECONSTRAINT", "XMP"), own.read("no-ai-training", "XMP")])
    assert found == Verdict(Choice.NO_AI_TRAINING)


def test_three_that_fit_in_pairs_only_are_told() -> None:
    ask, only, none = Choice.ASK, Choice.SEARCH_ONLY, Choice.NOTHING
    found = verdict(
        [said(only, only, ask, place="a"), said(only, only, none, place="b"), said(none, none, ask, place="c")]
    )
    assert found.choice is Choice.NOTHING
    assert found.contradictions


def test_a_statement_without_compatible_choices_stands_for_its_own() -> None:
    assert verdict([Stated("x", "x", "x", Choice.ASK)]) == Verdict(Choice.ASK)


statements = st.builds(
    lambda choice, more, place: Stated("layer", place, choice.value, choice, frozenset({choice, *more})),
    st.sampled_from(Choice),
    st.sets(st.sampled_from(Choice)),
    st.sampled_from("abc"),
)


@settings(max_examples=300, derandomize=True)
@given(st.lists(statements, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_order_means_nothing(found: list[Stated], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert verdict(shuffled) == verdict(found)


@settings(max_examples=300, derandomize=True)
@given(st.lists(statements, min_size=1, max_size=5))
def test_the_answer_was_said_by_somebody_and_agreement_is_silent(found: list[Stated]) -> None:
    answer = verdict(found)
    assert answer.choice in frozenset().union(*(entry.compatible for entry in found))
    agreed = frozenset.intersection(*(entry.compatible for entry in found))
    assert bool(answer.contradictions) == (not agreed)
    if agreed:
        assert answer.choice in agreed


@settings(max_examples=300, derandomize=True)
@given(st.lists(st.sampled_from(Choice), min_size=1, max_size=5))
def test_among_exact_statements_the_strictest_wins(choices: list[Choice]) -> None:
    strictest = max(choices, key=lambda choice: choice.strictness)
    assert verdict([said(choice) for choice in choices]).choice is strictest
