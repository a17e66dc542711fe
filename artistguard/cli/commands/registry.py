"""Run a consent registry of your own, check it, or carry its statements to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from artistguard.cli import ledgers
from artistguard.cli.registry import bring, carry, check, serve, snapshot

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
ACTIONS: Mapping[str, Action] = {"serve": serve, "fsck": check, "import": bring, "export": carry, "snapshot": snapshot}


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    actions = parser.add_subparsers(dest="action", metavar="|".join(ACTIONS), required=True)
    for name, action in ACTIONS.items():
        described = actions.add_parser(name, help=action.WORDS)
        action.add(described)
        _add_store(described)


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    with ledgers.place(arguments.store) as place:
        return ACTIONS[arguments.action].run(place, arguments)


def _add_store(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--store", metavar="URL", help="sqlite:///PATH (default: the registry of this home, in ARTISTGUARD_HOME)"
    )
