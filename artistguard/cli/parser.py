"""Words into arguments; every command adds its own."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Protocol

from artistguard import __version__
from artistguard.cli.later import COMING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse has no public name for it


class Command(Protocol):
    """One command: a module with these three names."""

    NAME: str

    def add(self, parser: argparse.ArgumentParser) -> None:
        """Describe the arguments."""
        ...

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it and return the exit status."""
        ...


def build(
    summaries: Mapping[str, str], load: Callable[[str], Command], wanted: Iterable[str]
) -> argparse.ArgumentParser:
    """The parser.

    Args:
        summaries: Name of every command, and what it does.
        load: The module of a command.
        wanted: Commands whose arguments are described; loading them takes a while. The rest are only named.
    """
    parser = argparse.ArgumentParser(
        prog="artistguard",
        description="Say what AI may do with your pictures, music and writing: in the files, in a registry, with proof "
        "and a way back.",
        epilog="Without a command, the window opens with the files you name. With a later version come: "
        f"{', '.join(COMING)}.",
    )
    parser.add_argument("--version", action="version", version=f"ArtistGuard {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    described = frozenset(wanted)
    for name, summary in summaries.items():
        one = subparsers.add_parser(name, help=summary, description=summary)
        if name in described:
            load(name).add(one)
    return parser


def parse(parser: argparse.ArgumentParser, words: list[str]) -> argparse.Namespace:
    """The arguments; argparse itself ends the program with status 2 where they are off."""
    return parser.parse_args(words)


def add_json(parser: argparse.ArgumentParser) -> None:
    """``--json``, the same for every command that has it."""
    parser.add_argument("--json", action="store_true", help="one JSON object a line on stdout; words go to stderr")


def count(text: str) -> int:
    """How many files at once, from a word."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"a number from 1 to 256 is wanted, not {text!r}")
    return int(text)


def number(text: str) -> tuple[str, str]:
    """A standard number from ``kind:number``, in its one spelling."""
    from artistguard.claims.identifiers import identifier  # noqa: PLC0415 - most commands need none

    kind, _, value = text.partition(":")
    found = identifier(kind, value)
    if found is None:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no standard number; it is written as isrc:…, isbn:…, iswc:…, ipi:…, isni:… or orcid:…"
        )
    return found.kind, found.value


def add_registries(parser: argparse.ArgumentParser) -> None:
    """``--registry``, the same for every command that has it."""
    parser.add_argument(
        "--registry",
        action="append",
        metavar="URL|FILE",
        help="address or card of a consent registry; may be given several times "
        "(default: $ARTISTGUARD_REGISTRY, else the one on this computer)",
    )
