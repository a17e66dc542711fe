from __future__ import annotations

import pytest
from lxml import etree

from artistguard.terms import Choice
from artistguard.vocabularies import onix
from artistguard.vocabularies.grades import RESERVING


@pytest.mark.parametrize("choice", list(Choice))
def test_everything_but_allow_is_prohibited(choice: Choice) -> None:
    found = onix.constraint(choice)
    assert (found.usage, found.status) == ("11", "01" if choice is Choice.ALLOW else "03")
    assert choice in onix.read(found, "ONIX").compatible


def test_the_composite_is_as_booksellers_have_it() -> None:
    composite = etree.fromstring(onix.constraint(Choice.SEARCH_ONLY).xml)
    assert composite.tag == "EpubUsageConstraint"
    assert [(child.tag, child.text) for child in composite] == [("EpubUsageType", "11"), ("EpubUsageStatus", "03")]


@pytest.mark.parametrize(
    ("usage", "status", "choice"),
    [
        ("11", "03", Choice.SEARCH_ONLY),
        ("11", "01", Choice.ALLOW),
        ("11", "02", None),
        ("11", "", None),
        ("02", "03", None),
    ],
)
def test_codes_are_read(usage: str, status: str, choice: Choice | None) -> None:
    statement = onix.read(onix.Constraint(usage, status), "ONIX")
    assert statement.choice is choice
    assert statement.value == f"{usage}/{status}"
    assert statement.compatible == {None: frozenset(), Choice.ALLOW: {Choice.ALLOW}}.get(choice, RESERVING)
