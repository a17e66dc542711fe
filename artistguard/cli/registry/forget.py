"""Delete for good what was enclosed with a statement; its place in the log stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli import ledgers
from artistguard.cli.output import show
from artistguard.cli.status import Status

if TYPE_CHECKING:
    import argparse

    from artistguard.cli.ledgers import Place

WORDS = "delete for good what was enclosed with a statement"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("record", metavar="RECORD", help="urn:uuid:… of the statement")


def run(place: Place, arguments: argparse.Namespace) -> int:
    """Do it."""
    ledgers.recorded(place)
    with ledgers.ledger(place) as ledger:
        count = ledger.forget(arguments.record)
    show(f"Statements whose enclosures were deleted: {count}. Their places in the log stay as they are.")
    return Status.DONE
