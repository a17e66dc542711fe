"""Run a consent registry of your own, check it, or carry its statements to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from artistguard.cli import ledgers
from artistguard.cli.registry import (
    backup,
    bring,
    carry,
    check,
    descriptor,
    forget,
    mirror,
    restore,
    serve,
    settings,
    snapshot,
    tables,
    token,
    vouch,
)

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from artistguard.cli.ledgers import Place


class Action(Protocol):
    """A module of `artistguard.cli.registry`."""

    WORDS: str

    def add(self, parser: argparse.ArgumentParser, /) -> None:
        """Describe its arguments."""
        ...

    def run(self, place: Place, arguments: argparse.Namespace, /) -> int:
        """Do it."""
        ...


NAME = "registry"
ACTIONS: Mapping[str, Action] = {
    "serve": serve,
    "descriptor": descriptor,
    "fsck": check,
    "mirror": mirror,
    "import": bring,
    "export": carry,
    "snapshot": snapshot,
    "tables": tables,
    "backup": backup,
    "restore": restore,
    "vouch": vouch,
    "forget": forget,
    "token": token,
}


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    actions = parser.add_subparsers(dest="action", metavar="|".join(ACTIONS), required=True)
    for name, action in ACTIONS.items():
        described = actions.add_parser(name, help=action.WORDS)
        action.add(described)
        settings.add(described)


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    with ledgers.place(settings.store(arguments)) as place:
        return ACTIONS[arguments.action].run(place, arguments)
