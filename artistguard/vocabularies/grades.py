"""The six choices as permissions for each use: the ground that every vocabulary is compiled from and read back to."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from artistguard.terms import Choice, Permission, Usage

if TYPE_CHECKING:
    from collections.abc import Mapping

AI_USES = (Usage.GENERATIVE_TRAINING, Usage.OTHER_TRAINING, Usage.MODEL_INPUT, Usage.DATA_MINING)
"""All uses but search, the only one that a search-only work keeps open."""

RESERVING = frozenset(Choice) - {Choice.ALLOW}
"""Every choice that reserves anything: what a yes-or-no vocabulary such as TDMRep can have been written for."""


def permissions(choice: Choice) -> Mapping[Usage, Permission]:
    """What a choice says about each of the five uses.

    Args:
        choice: One of the six.

    Returns:
        All five uses; UNSTATED where the choice says nothing.
    """
    return _GRADES[choice]


def covering(found: Mapping[Usage, Permission]) -> Choice | None:
    """The freest choice that withholds everything that was found withheld.

    Reading is conservative: where no choice fits exactly, a stricter one is taken, never a freer one.

    Args:
        found: Permissions as stated in a file; missing uses count as unstated.

    Returns:
        The choice; None where nothing is withheld and not everything is allowed, since no choice says that.
    """
    withheld = {usage for usage, said in found.items() if said in {Permission.FORBIDDEN, Permission.ON_REQUEST}}
    if not withheld:
        return Choice.ALLOW if all(found.get(usage) is Permission.ALLOWED for usage in AI_USES) else None
    forbidden = any(said is Permission.FORBIDDEN for said in found.values())
    for choice in Choice:
        if forbidden and choice is Choice.ASK:
            continue
        if not forbidden and choice in {Choice.NO_GENERATIVE_TRAINING, Choice.NO_AI_TRAINING}:
            continue
        if withheld <= _withheld(choice):
            return choice
    return Choice.NOTHING


def _withheld(choice: Choice) -> set[Usage]:
    return {
        usage for usage, said in permissions(choice).items() if said in {Permission.FORBIDDEN, Permission.ON_REQUEST}
    }


def _grade(
    generative: Permission, training: Permission, rest: Permission, search: Permission
) -> Mapping[Usage, Permission]:
    return MappingProxyType(
        {
            Usage.GENERATIVE_TRAINING: generative,
            Usage.OTHER_TRAINING: training,
            Usage.MODEL_INPUT: rest,
            Usage.DATA_MINING: rest,
            Usage.SEARCH: search,
        }
    )


_YES, _NO, _ASK, _MUTE = Permission.ALLOWED, Permission.FORBIDDEN, Permission.ON_REQUEST, Permission.UNSTATED
_GRADES: Mapping[Choice, Mapping[Usage, Permission]] = MappingProxyType(
    {
        Choice.ALLOW: _grade(_YES, _YES, _YES, _YES),
        Choice.NO_GENERATIVE_TRAINING: _grade(_NO, _MUTE, _MUTE, _MUTE),
        Choice.NO_AI_TRAINING: _grade(_NO, _NO, _MUTE, _MUTE),
        Choice.ASK: _grade(_ASK, _ASK, _ASK, _YES),
        Choice.SEARCH_ONLY: _grade(_NO, _NO, _NO, _YES),
        Choice.NOTHING: _grade(_NO, _NO, _NO, _NO),
    }
)
