"""Answer over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from artistguard.cli import ledgers
from artistguard.cli.output import say
from artistguard.cli.registry import standing
from artistguard.cli.registry.settings import settings
from artistguard.cli.status import Status
from artistguard.errors import UsageProblem
from artistguard.ledger.cosigning import Cosigning
from artistguard.ledger.publishing import Publisher
from artistguard.ledger.rounds import rounds
from artistguard.network.address import is_loopback
from artistguard.server.configuration import Configuration, Witnesses
from artistguard.transparency.receipt import LOCAL

if TYPE_CHECKING:
    import argparse

    from artistguard.cli.ledgers import Place

WORDS = "answer over HTTP until it is ended"
DEFAULTS = Configuration()
_MISSING = frozenset({"granian", "litestar"})


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--host", help=f"address of this computer to wait at (default: {DEFAULTS.host})")
    parser.add_argument("--port", type=_port, help=f"0 takes any that is free (default: {DEFAULTS.port})")
    parser.add_argument("--origin", metavar="NAME", help="name of a new registry's log; it keeps it for good")


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
    configuration = settings(arguments)
    copy = ledgers.copied(place)
    # What is given out in bulk is signed with the log's own key, which a copy has not.
    configuration = _without_bulk(configuration) if copy else _with_folder(configuration, place)
    witnesses = standing.asked(configuration)
    keys = [each.key for each in witnesses]
    with ledgers.ledger(place, configuration.origin, configuration.limits, keys) as ledger:
        if copy:
            say(f"This is a copy of {ledger.key.name}: it answers, and takes nothing.")
        if ledger.key.name.startswith(LOCAL):
            say("This is the registry of this computer: its receipts prove no date to others. --store makes another.")
        if not is_loopback(configuration.host):
            say("The connection is not encrypted here: let a proxy with a certificate stand before it.")
        witness = standing.witness(ledger, place, configuration)
        if witness is not None:
            say(f"It cosigns other logs at /witness; its key as a witness is {witness.key}")
        publisher = Publisher(ledger.storage, ledger.key, place.published)
        with rounds(publisher.publish, Cosigning(ledger.storage, witnesses).gather):
            serve(
                ledger,
                configuration,
                lambda address: say(f"Registry {ledger.key.name} is open at {address}; its key is {ledger.key}"),
                witness,
            )
    say("The registry is closed.")
    return Status.DONE


def _with_folder(configuration: Configuration, place: Place) -> Configuration:
    """What is given out in bulk is kept beside the store, where nothing else is set."""
    if configuration.bulk.folder:
        return configuration
    bulk = msgspec.structs.replace(configuration.bulk, folder=str((place.file or place.key).with_suffix(".bulk")))
    return msgspec.structs.replace(configuration, bulk=bulk)


def _without_bulk(configuration: Configuration) -> Configuration:
    bulk = msgspec.structs.replace(configuration.bulk, folder="")
    return msgspec.structs.replace(configuration, bulk=bulk, witnesses=Witnesses())


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise ValueError(text)
    return port
