"""Show and set what holds by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli.opening import studio
from artistguard.cli.output import show, show_json
from artistguard.cli.parser import add_json
from artistguard.cli.status import Status
from artistguard.cli.terminal import show_table
from artistguard.store.settings import KEYS

if TYPE_CHECKING:
    import argparse

NAME = "config"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    known = ", ".join(key.name for key in KEYS)
    actions = parser.add_subparsers(dest="action", metavar="get|set|unset", required=True)
    get = actions.add_parser("get", help="show one setting, or all")
    get.add_argument("key", nargs="?", help=known)
    add_json(get)
    change = actions.add_parser("set", help="set one")
    change.add_argument("key", help=known)
    change.add_argument("value")
    unset = actions.add_parser("unset", help="let the default hold again")
    unset.add_argument("key", help=known)


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    with studio() as at_work:
        settings = at_work.store.settings
        if arguments.action == "set":
            settings.set(arguments.key, arguments.value)
        elif arguments.action == "unset":
            settings.unset(arguments.key)
        elif arguments.json:
            show_json({arguments.key: settings.get(arguments.key)} if arguments.key else settings.all())
        elif arguments.key:
            show(_plain(settings.get(arguments.key)))
        else:
            words = {key.name: key.words for key in KEYS}
            show_table(
                ("Setting", "Value", "What it is"),
                [(name, _plain(value), words[name]) for name, value in settings.all().items()],
            )
    return Status.DONE


def _plain(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
