"""Say how well a person is known to this registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli import ledgers
from artistguard.cli.output import show
from artistguard.cli.status import Status
from artistguard.messages import Evidence

if TYPE_CHECKING:
    import argparse

    from artistguard.cli.ledgers import Place

WORDS = "say how well a person is known here"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("party", metavar="DID", help="did:key by which she is known")
    parser.add_argument("evidence", choices=[level.value for level in Evidence])


def run(place: Place, arguments: argparse.Namespace) -> int:
    """Do it."""
    ledgers.recorded(place)
    with ledgers.ledger(place) as ledger:
        ledger.vouch(arguments.party, Evidence(arguments.evidence))
    show(f"{arguments.party} is {arguments.evidence} from now on.")
    return Status.DONE
