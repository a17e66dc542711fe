"""The one list of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from artistguard.cli.commands import (
    certificate,
    change,
    check,
    config,
    deliver,
    export,
    protect,
    status,
    undo,
    verify,
    withdraw,
)
from artistguard.errors import UsageProblem

if TYPE_CHECKING:
    from artistguard.cli.parser import Command

COMMANDS: tuple[Command, ...] = (
    protect,
    check,
    undo,
    status,
    deliver,
    withdraw,
    change,
    certificate,
    verify,
    export,
    config,
)


def names() -> frozenset[str]:
    """Every command's name; a file of the same name is named with its folder: ``./protect``."""
    return frozenset(command.NAME for command in COMMANDS)


def command(name: str) -> Command:
    """The command of that name."""
    return next(command for command in COMMANDS if name == command.NAME)


def open_window(paths: list[str]) -> NoReturn:
    """Files without a command open the window, which a later version brings.

    Raises:
        UsageProblem: Always.
    """
    named = " ".join(paths) or "PATH"
    raise UsageProblem("The window comes with a later version.", remedy=f"Until then: artistguard protect {named}")
