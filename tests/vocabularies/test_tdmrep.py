from __future__ import annotations

import pytest

from artistguard.terms import Choice
from artistguard.vocabularies import tdmrep
from artistguard.vocabularies.grades import RESERVING
from artistguard.vocabularies.properties import Property
from tests.suites.declarations import POLICY, bare, declaration


@pytest.mark.parametrize("choice", list(Choice))
def test_everything_but_allow_is_reserved(choice: Choice) -> None:
    assert tdmrep.reservation(choice) == ("0" if choice is Choice.ALLOW else "1")


@pytest.mark.parametrize("choice", list(Choice))
def test_what_is_written_could_have_been_written_for_the_choice(choice: Choice) -> None:
    statement = tdmrep.read(tdmrep.reservation(choice), "XMP tdm:reservation")
    assert choice in statement.compatible


def test_a_reservation_reads_as_search_only_and_fits_every_reserving_choice() -> None:
    statement = tdmrep.read("1", "XMP tdm:reservation")
    assert (statement.choice, statement.compatible) == (Choice.SEARCH_ONLY, RESERVING)


def test_no_reservation_reads_as_allowed() -> None:
    assert tdmrep.read(" 0 ", "x").compatible == {Choice.ALLOW}


@pytest.mark.parametrize("value", ["", "2", "true", "yes", "-1", "01", "1.0"])
def test_any_other_value_counts_as_not_set(value: str) -> None:
    assert tdmrep.read(value, "x").choice is None


def test_the_namespaces_are_those_of_the_report() -> None:
    assert tdmrep.XMP_NAMESPACE == "http://www.w3.org/ns/tdmrep/"
    assert tdmrep.EPUB_NAMESPACE == "http://www.w3.org/ns/tdmrep#"
    assert {entry.namespace for entry in tdmrep.properties(declaration())} == {tdmrep.XMP_NAMESPACE}


def test_the_policy_is_written_where_it_is_an_address() -> None:
    assert {entry.name: entry.value for entry in tdmrep.properties(declaration())} == {
        "reservation": "1",
        "policy": POLICY,
    }


@pytest.mark.parametrize("policy", ["", "see my site", "ftp://artist.example/p", "javascript:alert(1)", "https://"])
def test_what_is_no_address_is_no_policy(policy: str) -> None:
    assert tdmrep.policy(declaration(policy=policy)) == ""


def test_what_is_allowed_needs_no_policy() -> None:
    assert tdmrep.policy(declaration(Choice.ALLOW)) == ""
    assert len(tdmrep.properties(bare())) == 1


@pytest.mark.parametrize("namespace", [tdmrep.XMP_NAMESPACE, tdmrep.EPUB_NAMESPACE])
def test_both_namespaces_are_read(namespace: str) -> None:
    found = [Property(namespace, "tdm", "reservation", "1"), Property(namespace, "tdm", "policy", POLICY)]
    reservation, policy = tdmrep.stated(found, "PDF XMP")
    assert reservation.choice is Choice.SEARCH_ONLY
    assert (policy.choice, policy.value) == (None, POLICY)
    assert policy.place == "PDF XMP tdm:policy"


def test_an_empty_policy_is_no_statement() -> None:
    assert tdmrep.stated([Property(tdmrep.XMP_NAMESPACE, "tdm", "policy", " ")], "XMP") == ()
