"""Put files back as they were, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli.opening import studio
from artistguard.cli.output import say, show, show_json
from artistguard.cli.parser import add_json
from artistguard.cli.status import Status
from artistguard.cli.words import told
from artistguard.jobs.outcome import Trouble
from artistguard.jobs.put_back import put_back

if TYPE_CHECKING:
    import argparse

    from artistguard.store.putback import PutBack

NAME = "undo"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("what", nargs="*", metavar="RUN|PATH", help="runs, files or folders (default: the last run)")
    parser.add_argument("--all", action="store_true", help="everything that was ever changed")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    failed = False
    with studio() as at_work:
        for result in put_back(at_work, arguments.what, everything=arguments.all):
            failed = failed or result.error is not None
            if arguments.json:
                for entry in _entries(result):
                    show_json(entry)
            else:
                _tell(result)
    return Status.SOME_FAILED if failed else Status.DONE


def _entries(result: PutBack) -> list[dict[str, object]]:
    error = Trouble.of(result.error).as_json() if result.error else None
    entries: list[dict[str, object]] = []
    for path in result.paths:
        done = "failed" if error else "removed" if path in result.removed else "put-back"
        entries.append({"path": str(path), "status": done, "error": error})
    return entries


def _tell(result: PutBack) -> None:
    if result.error is not None:
        say(told(", ".join(map(str, result.paths)), Trouble.of(result.error)))
        return
    for path in result.paths:
        show(f"{'Removed the copy' if path in result.removed else 'Put back'}: {path}")
