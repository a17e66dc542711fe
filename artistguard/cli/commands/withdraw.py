"""Take statements back, wherever they were registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli.opening import studio
from artistguard.cli.output import say, show
from artistguard.cli.status import Status
from artistguard.jobs.withdraw import withdraw

if TYPE_CHECKING:
    import argparse

NAME = "withdraw"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("works", nargs="+", metavar="WORK", help="numbers, titles or files of works")


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    well = True
    with studio() as at_work:
        for result in withdraw(at_work, arguments.works):
            show(f"Withdrawn: {result.work.title} ({len(result.records)} statements). The files keep what is in them.")
            for delivery in result.deliveries:
                if delivery.waiting is not None:
                    say(f"  {delivery.waiting.message} {delivery.waiting.remedy}")
                well = well and delivery.waiting is None and not delivery.refused
    return Status.DONE if well else Status.SOME_FAILED
