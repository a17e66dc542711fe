"""TDM·AI declarations: what each choice says, read as the protocol says it is read."""

from __future__ import annotations

import pytest

from artistguard.terms import Choice, Permission, Usage
from artistguard.vocabularies.grades import permissions
from artistguard.vocabularies.tdmai import declaration

PARENTS = {"train-ai": "all", "train-genai": "train-ai"}
USES = {
    "all": Usage.DATA_MINING,
    "train-ai": Usage.OTHER_TRAINING,
    "train-genai": Usage.GENERATIVE_TRAINING,
    "ai-use": Usage.MODEL_INPUT,
    "search": Usage.SEARCH,
}


def read(declared: dict[str, str], key: str) -> str | None:
    """The value of a key with what it inherits."""
    return declared.get(key) or (read(declared, PARENTS[key]) if key in PARENTS else None)


@pytest.mark.parametrize("choice", Choice)
def test_a_reader_learns_just_what_the_choice_says(choice: Choice) -> None:
    declared = declaration(choice, "ISCC:X", first=True)
    for key, use in USES.items():
        said = permissions(choice)[use]
        expected = {Permission.ALLOWED: "true", Permission.UNSTATED: None}.get(said, "false")
        assert read(declared, key) == expected, key


@pytest.mark.parametrize("choice", Choice)
@pytest.mark.parametrize("first", [True, False])
def test_the_form_of_the_schema(choice: Choice, first: bool) -> None:
    declared = declaration(choice, "ISCC:X", first=first, policy="https://ada.example/terms")
    assert declared["version"] == "1.0"
    assert declared["intent"] == ("activate" if first else "update")
    assert set(declared) <= {*USES, "version", "iscc", "intent", "summary", "policy", "reference"}
    assert {declared[key] for key in USES if key in declared} <= {"true", "false"}
    assert declared["policy"] == "https://ada.example/terms"
    assert "policy" not in declaration(choice, "ISCC:X", first=first)
