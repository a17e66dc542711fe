"""Run a consent registry of your own, check it, or carry its statements to another."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import IO, TYPE_CHECKING

from artistguard.cli import ledgers
from artistguard.cli.output import say, show
from artistguard.cli.status import Status
from artistguard.errors import StoreDamaged, UsageProblem
from artistguard.ledger.fsck import fsck
from artistguard.ledger.storage.sqlite import SqliteStorage
from artistguard.ledger.transfer import LINE_BYTES
from artistguard.messages import Limits, Refusal
from artistguard.network.address import is_loopback
from artistguard.store.troubles import telling
from artistguard.transparency.checkpoint import NoteKey
from artistguard.transparency.receipt import LOCAL
from artistguard.transparency.signature import SeedSigner

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from artistguard.cli.ledgers import Place

NAME = "registry"
PORT = 8750
WORKS_PER_DAY = 10_000
"""Statements that one unverified sender may register in 24 hours, where others than this computer can reach us."""

_MISSING = frozenset({"granian", "litestar"})


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    actions = parser.add_subparsers(dest="action", metavar="serve|fsck|import|export|snapshot", required=True)
    serve = actions.add_parser("serve", help="answer over HTTP until it is ended")
    serve.add_argument("--host", default="127.0.0.1", help="address of this computer to wait at (default: %(default)s)")
    serve.add_argument("--port", type=_port, default=PORT, help="0 takes any that is free (default: %(default)s)")
    serve.add_argument(
        "--origin", default="", metavar="NAME", help="name of a new registry's log; it keeps it for good"
    )
    check = actions.add_parser("fsck", help="check every entry, hash and signature")
    bring = actions.add_parser("import", help="take in the statements of an export")
    bring.add_argument("file", metavar="FILE")
    carry = actions.add_parser("export", help="write every statement, one a line, for another registry")
    carry.add_argument("file", metavar="FILE")
    snapshot = actions.add_parser("snapshot", help="comes with a later version")
    snapshot.add_argument("-o", "--output", metavar="FILE")
    for action in (serve, check, bring, carry, snapshot):
        action.add_argument(
            "--store", metavar="URL", help="sqlite:///PATH (default: the registry of this home, in ARTISTGUARD_HOME)"
        )


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    if arguments.action == "snapshot":
        raise UsageProblem("Snapshots come with a later version.", remedy="Use: artistguard registry export FILE")
    with ledgers.place(arguments.store) as place:
        match arguments.action:
            case "serve":
                return _serve(place, arguments)
            case "fsck":
                return _fsck(place)
            case "import":
                return _import(place, Path(arguments.file))
            case _:
                return _export(place, Path(arguments.file))


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise ValueError(text)
    return port


def _serve(place: Place, arguments: argparse.Namespace) -> int:
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


def _fsck(place: Place) -> int:
    recorded = ledgers.recorded(place)
    if recorded is None:
        show("Nothing was ever written there.")
        return Status.DONE
    key = _own_key(place, recorded)
    with closing(SqliteStorage(place.database)) as storage:
        report = fsck(storage, key)
    for finding in report.findings:
        show(f"{finding.place}: {finding.problem}")
    sound = "sound" if report.sound else f"wrong in {len(report.findings)} places"
    show(f"{recorded.name}: {report.entries} entries, {report.checkpoints} checkpoints: {sound}.")
    return Status.DONE if report.sound else Status.SOME_FAILED


def _own_key(place: Place, recorded: NoteKey) -> NoteKey:
    """The public key by the secret one, which whoever changed the database need not have had."""
    if not place.key.exists():
        say(f"{place.key} is missing: only the key that the registry names itself can be checked with.")
        return recorded
    with telling(place.key):
        text = place.key.read_text("ascii", "replace")
    try:
        return NoteKey(recorded.name, SeedSigner(bytes.fromhex(text)).public)
    except ValueError as problem:
        raise StoreDamaged(f"{place.key}: this is not the key of a registry") from problem


def _import(place: Place, path: Path) -> int:
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


def _export(place: Place, path: Path) -> int:
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
