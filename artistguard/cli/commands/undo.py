"""Put files back as they were, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli.opening import studio
from artistguard.cli.output import say, show, show_json
from artistguard.cli.parser import add_json
from artistguard.cli.status import Status
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
    problem = result.error
    error = {"code": problem.code, "message": problem.message, "remedy": problem.remedy} if problem else None
    status = "failed" if problem else "put-back"
    return [
        {"path": str(path), "status": "removed" if path in result.removed and not problem else status, "error": error}
        for path in result.paths
    ]


def _tell(result: PutBack) -> None:
    if result.error is not None:
        say(f"{', '.join(map(str, result.paths))}: {result.error.message} {result.error.remedy}")
        return
    for path in result.paths:
        show(f"{'Removed the copy' if path in result.removed else 'Put back'}: {path}")
