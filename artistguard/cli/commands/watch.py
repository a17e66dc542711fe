"""Protect whatever comes new into a folder, until you stop it."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.cli.declaring import add_registering, add_terms, declaration, registering
from artistguard.cli.opening import processes, studio
from artistguard.cli.output import plain, say, show, show_json
from artistguard.cli.parser import add_json
from artistguard.cli.status import Status
from artistguard.cli.words import finished, told
from artistguard.errors import Stopped, UsageProblem
from artistguard.jobs.happening import Happening
from artistguard.jobs.outcome import Outcome
from artistguard.jobs.planning import Request
from artistguard.jobs.watch import Order, begin, watch, works_in
from artistguard.store import files

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from artistguard.jobs.happening import Told
    from artistguard.jobs.studio import Studio

NAME = "watch"
_HAPPENED = {
    Happening.GONE: "{}: the folder is not there any more. It is watched again as soon as it is back.",
    Happening.BACK: "{}: the folder is back and is watched again.",
    Happening.POLLING: "{}: this system does not tell what happens there, so it is looked at every second.",
    Happening.LOOP: "{}: another program writes this file anew each time it was protected. It is left alone from now "
    "on; close that program, then start watching again.",
}


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("folder", metavar="DIR", help="the folder; folders in it are watched, too")
    there = parser.add_mutually_exclusive_group()
    there.add_argument("--existing", action="store_true", help="protect works that are in it already, too")
    there.add_argument("--new-only", action="store_true", help="leave works that are in it already alone")
    add_terms(parser)
    add_registering(parser)
    add_json(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="only errors")


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    folder = _folder(arguments.folder)
    with studio(arguments.profile) as at_work, _ending() as ending:
        settings = at_work.store.settings
        _begin(at_work, folder, arguments)

        def request(paths: tuple[str, ...]) -> Request:
            return Request(
                paths,
                declaration(arguments, at_work),
                registries=registering(arguments, at_work),
                jobs=processes(arguments.jobs, settings),
            )

        def listen(_stage: str, _done: int, _total: int) -> None:
            if ending.is_set():
                raise Stopped("Watching was ended.")

        if not arguments.quiet:
            say(f"Watching {plain(str(folder))}. Press Ctrl-C to stop.")
        try:
            for each in watch(at_work, Order((folder,), request), listen):
                _tell(each, arguments)
        except Stopped:
            say("Watching has ended. What was finished is kept.")
    return Status.INTERRUPTED


def _folder(named: str) -> Path:
    folder = files.real_path(Path(named))
    if not folder.is_dir():
        raise UsageProblem(f"{named}: there is no such folder.", remedy="Make it, or name another one.")
    return folder


@contextmanager
def _ending() -> Iterator[threading.Event]:
    """Set by Ctrl-C and by a polite request to end; a second one does not wait for the file at hand."""
    ending = threading.Event()

    def end(_number: int, _frame: object) -> None:
        if ending.is_set():
            raise KeyboardInterrupt
        ending.set()

    before = {each: signal.signal(each, end) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield ending
    finally:
        for each, how in before.items():
            signal.signal(each, how)


def _begin(at_work: Studio, folder: Path, arguments: argparse.Namespace) -> None:
    """A folder that is watched for the first time, or anew: what about the works in it?"""
    known = folder in at_work.store.watched.all()
    if known and not arguments.existing and not arguments.new_only:
        return
    existing = arguments.existing or (not arguments.new_only and _wants_existing(at_work, folder))
    left = begin(at_work, folder, existing=existing)
    if left and not arguments.new_only:
        say(f"{left} works that are there already are left alone. With --existing they are protected, too.")


def _wants_existing(at_work: Studio, folder: Path) -> bool:
    count = sum(1 for _ in works_in(at_work, folder))
    if not count or not sys.stdin.isatty() or not sys.stderr.isatty():
        return False
    say(f"{count} works are in this folder already. Protect them, too? [y/N]")
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def _tell(each: Outcome | Told, arguments: argparse.Namespace) -> None:
    if not isinstance(each, Outcome):
        say(plain(_HAPPENED[each.what].format(each.path)))
    elif arguments.json:
        show_json(each.as_json())
    elif each.error is not None:
        say(told(each.path, each.error))
    elif not arguments.quiet:
        show(finished(each))
        sys.stdout.flush()  # a reader on a pipe sees each file as it is done
