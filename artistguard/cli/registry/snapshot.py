"""Write everything that look-ups need into one signed file, to be asked without any network."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.cli import ledgers
from artistguard.cli.output import show
from artistguard.cli.status import Status
from artistguard.ledger.bulk.wholesale import Wholesale
from artistguard.store.troubles import telling

if TYPE_CHECKING:
    import argparse

    from artistguard.cli.ledgers import Place

WORDS = "write everything that look-ups need into one signed file"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help="a new file")
    parser.add_argument(
        "--enclosed",
        action="store_true",
        help="also the fingerprints of whole recordings, which are not in the public log",
    )


def run(place: Place, arguments: argparse.Namespace) -> int:
    """Do it."""
    path = Path(arguments.output)
    ledgers.recorded(place)
    with ledgers.ledger(place) as ledger, telling(path), path.open("xb") as target:
        signed = Wholesale(ledger).snapshot(target, enclosed=arguments.enclosed)
        target.flush()
        os.fsync(target.fileno())
    show(f"{signed.manifest.origin} with {signed.manifest.size} entries, written to {path}. Its key is {ledger.key}")
    return Status.DONE
