"""ONIX for Books: the usage constraint that booksellers' records carry for text and data mining.

Coarse: permitted, or prohibited; there is no place for a policy address.

Source: ONIX for Books 3.0, composite EpubUsageConstraint; code list 145 (usage type, 11 = text and data mining), code
list 146 (usage status, 01 = permitted without limits, 03 = prohibited).
"""

from __future__ import annotations

from dataclasses import dataclass

from artistguard.terms import Choice, Stated
from artistguard.vocabularies.grades import RESERVING

MINING = "11"
PERMITTED = "01"
PROHIBITED = "03"


@dataclass(frozen=True, slots=True)
class Constraint:
    """One usage constraint.

    Attributes:
        usage: Code of list 145.
        status: Code of list 146.
    """

    usage: str
    status: str

    @property
    def xml(self) -> str:
        """The composite with reference names, to be copied into a DescriptiveDetail."""
        return (
            f"<EpubUsageConstraint><EpubUsageType>{self.usage}</EpubUsageType>"
            f"<EpubUsageStatus>{self.status}</EpubUsageStatus></EpubUsageConstraint>"
        )


def constraint(choice: Choice) -> Constraint:
    """The constraint for a choice: permitted for ``allow``, prohibited for every other."""
    return Constraint(MINING, PERMITTED if choice is Choice.ALLOW else PROHIBITED)


def read(found: Constraint, place: str) -> Stated:
    """What a constraint says.

    Args:
        found: Any constraint; only text and data mining is looked at.
        place: Where it stands.

    Returns:
        Layer ``onix``. Permitted within limits (02) says nothing here, since the limits are elsewhere.
    """
    value = f"{found.usage}/{found.status}"
    if found.usage != MINING:
        return Stated("onix", place, value)
    if found.status == PROHIBITED:
        return Stated("onix", place, value, Choice.SEARCH_ONLY, RESERVING)
    if found.status == PERMITTED:
        return Stated("onix", place, value, Choice.ALLOW, frozenset({Choice.ALLOW}))
    return Stated("onix", place, value)
