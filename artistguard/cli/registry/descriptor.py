"""Hand out the card of a registry: where it is, how to know it again, and whose voices count for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import segno

from artistguard.cli import ledgers
from artistguard.cli.output import say, show
from artistguard.cli.status import Status
from artistguard.errors import ProofProblem, UsageProblem
from artistguard.jobs.trust import check_card
from artistguard.messages import Card
from artistguard.store import drafts
from artistguard.store.disk import Disk

if TYPE_CHECKING:
    import argparse

    from artistguard.cli.ledgers import Place

WORDS = "hand out the card by which clients know this registry, as text, file or QR code"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--address", required=True, metavar="URL", help="where clients find this registry")
    parser.add_argument(
        "--witness", action="append", default=[], metavar="KEY", help="public key of a witness that counts"
    )
    parser.add_argument("--quorum", type=int, default=0, metavar="N", help="how many of them must stand up for it")
    parser.add_argument("-o", "--output", metavar="FILE", help="write the card there")
    parser.add_argument("--qr", metavar="FILE", help="write it as a QR code, .svg or .png")


def run(place: Place, arguments: argparse.Namespace) -> int:
    """Do it."""
    key = ledgers.recorded(place)
    if key is None:
        raise UsageProblem("This registry was never opened.", remedy="Start it once with: artistguard registry serve")
    card = Card(arguments.address, key.name, str(key), tuple(arguments.witness), arguments.quorum)
    try:
        check_card(card)
    except ProofProblem as problem:
        raise UsageProblem(
            f"This makes no card: {problem.message}", remedy="Check the keys of the witnesses."
        ) from problem
    text = msgspec.json.encode(card)
    if arguments.output:
        drafts.put_anew(Path(arguments.output), text + b"\n", Disk())
        say(f"The card is in {arguments.output}.")
    if arguments.qr:
        segno.make_qr(text.decode()).save(arguments.qr, scale=4)
        say(f"The QR code is in {arguments.qr}.")
    if not arguments.output and not arguments.qr:
        show(text.decode())
    return Status.DONE
