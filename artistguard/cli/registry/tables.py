"""Print the SQL of a registry's tables, for whoever may make them in a database where the registry itself may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli.output import show
from artistguard.cli.status import Status
from artistguard.ledger.opening import tables

if TYPE_CHECKING:
    import argparse

    from artistguard.cli.ledgers import Place

WORDS = "print the SQL that makes a registry's tables in PostgreSQL"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "--after", type=_step, default=0, metavar="STEP", help="only what a database with this many steps lacks"
    )


def run(_: Place, arguments: argparse.Namespace) -> int:
    """Do it."""
    show(tables(arguments.after).rstrip("\n"))
    return Status.DONE


def _step(text: str) -> int:
    step = int(text)
    if step < 0:
        raise ValueError(text)
    return step
