"""Answer over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli import ledgers
from artistguard.cli.output import say
from artistguard.cli.status import Status
from artistguard.errors import UsageProblem
from artistguard.messages import Limits
from artistguard.network.address import is_loopback
from artistguard.transparency.receipt import LOCAL

if TYPE_CHECKING:
    import argparse

    from artistguard.cli.ledgers import Place

WORDS = "answer over HTTP until it is ended"
PORT = 8750
WORKS_PER_DAY = 10_000
"""Statements that one unverified sender may register in 24 hours, where others than this computer can reach us."""

_MISSING = frozenset({"granian", "litestar"})


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "--host", default="127.0.0.1", help="address of this computer to wait at (default: %(default)s)"
    )
    parser.add_argument("--port", type=_port, default=PORT, help="0 takes any that is free (default: %(default)s)")
    parser.add_argument(
        "--origin", default="", metavar="NAME", help="name of a new registry's log; it keeps it for good"
    )


def run(place: Place, arguments: argparse.Namespace) -> int:
    """Do it."""
    try:
        # Only the server needs these libraries, which not every user installs.
        from artistguard.server.running import serve  # noqa: PLC0415
    except ModuleNotFoundError as problem:
        if (problem.name or "").partition(".")[0] not in _MISSING:
            raise
        raise UsageProblem(
            f"The registry's server needs {problem.name}, which is not installed.",
            remedy='Install it with: pip install "artistguard[registry]"',
        ) from problem
    limits = Limits() if is_loopback(arguments.host) else Limits(works_per_day=WORKS_PER_DAY)
    with ledgers.ledger(place, arguments.origin, limits) as ledger:
        if ledger.key.name.startswith(LOCAL):
            say("This is the registry of this computer: its receipts prove no date to others. --store makes another.")
        if not is_loopback(arguments.host):
            say("The connection is not encrypted here: let a proxy with a certificate stand before it.")
        serve(
            ledger,
            arguments.host,
            arguments.port,
            lambda address: say(f"Registry {ledger.key.name} is open at {address}; its key is {ledger.key}"),
        )
    say("The registry is closed.")
    return Status.DONE


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise ValueError(text)
    return port
