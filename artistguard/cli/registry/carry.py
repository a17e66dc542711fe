"""Write every statement, for another registry."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.cli import ledgers
from artistguard.cli.output import show
from artistguard.cli.status import Status
from artistguard.store.troubles import telling

if TYPE_CHECKING:
    import argparse

    from artistguard.cli.ledgers import Place

WORDS = "write every statement, one a line, for another registry"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", metavar="FILE")


def run(place: Place, arguments: argparse.Namespace) -> int:
    """Do it."""
    path = Path(arguments.file)
    ledgers.recorded(place)
    count = 0
    with ledgers.ledger(place) as ledger, telling(path), path.open("xb") as target:
        for line in ledger.export():
            target.write(line)
            count += 1
        target.flush()
        os.fsync(target.fileno())
    show(f"Statements written to {path}: {count}.")
    return Status.DONE
