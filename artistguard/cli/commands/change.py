"""Make another choice for works; the earlier statements stay in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli.opening import registry_addresses, studio
from artistguard.cli.output import show_json
from artistguard.cli.parser import add_json, add_registries
from artistguard.cli.status import Status
from artistguard.cli.terminal import Meter
from artistguard.cli.words import summary
from artistguard.jobs.change import change
from artistguard.jobs.outcome import Status as Done
from artistguard.terms import Choice

if TYPE_CHECKING:
    import argparse

NAME = "change"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("works", nargs="+", metavar="WORK", help="numbers, titles or files of works")
    parser.add_argument("--choice", required=True, choices=[str(choice) for choice in Choice], help="the new choice")
    add_registries(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    with studio() as at_work, Meter(quiet=arguments.json) as meter:
        registries = registry_addresses(arguments.registry, at_work)
        outcomes = list(change(at_work, arguments.works, Choice(arguments.choice), registries, meter.advance))
    for each in outcomes if arguments.json else ():
        show_json(each.as_json())
    if not arguments.json:
        summary(outcomes, quiet=False)
    well = {Done.PROTECTED, Done.UNCHANGED}
    return Status.DONE if outcomes and all(each.status in well for each in outcomes) else Status.SOME_FAILED
