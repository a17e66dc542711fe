"""Take in the statements of an export."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING

from artistguard.cli import ledgers
from artistguard.cli.output import say, show
from artistguard.cli.status import Status
from artistguard.ledger.transfer import LINE_BYTES
from artistguard.messages import Refusal
from artistguard.store.troubles import telling

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from artistguard.cli.ledgers import Place

WORDS = "take in the statements of an export"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", metavar="FILE")


def run(place: Place, arguments: argparse.Namespace) -> int:
    """Do it."""
    path = Path(arguments.file)
    taken = refused = 0
    with ledgers.ledger(place) as ledger, telling(path), path.open("rb") as lines:
        for answer in ledger.load(_lines(lines)):
            if isinstance(answer, Refusal):
                refused += 1
                say(answer.message)
            else:
                taken += 1
    show(f"Taken into the log of {ledger.key.name}: {taken}. Refused: {refused}.")
    return Status.SOME_FAILED if refused else Status.DONE


def _lines(source: IO[bytes]) -> Iterator[bytes]:
    """Lines, of which none fills the memory: what is too long comes in pieces, and none of them is a statement."""
    return iter(lambda: source.readline(LINE_BYTES + 1), b"")
