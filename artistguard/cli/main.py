"""The door of the command line: picks the command, keeps every error a sentence, and ends with a documented status."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from artistguard.cli import later, table
from artistguard.cli.output import say_error, speak_anywhere
from artistguard.cli.parser import build, parse
from artistguard.cli.status import Status
from artistguard.errors import ArtistGuardError, UsageProblem
from artistguard.jobs.phrases import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: Words after the program's name; those of the process when None.

    Returns:
        The exit status, one of `Status`.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    speak_anywhere()
    try:
        return _run(words)
    except KeyboardInterrupt:
        say_error("Interrupted. What was finished is kept; the same command goes on where it stopped.")
        return Status.INTERRUPTED
    except BrokenPipeError:
        # The reader went away (`| head`): nobody is left to tell, and Python must not tell either at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Status.SOME_FAILED
    except UsageProblem as problem:
        say_error(f"{sentence(problem.message)} {problem.remedy}")
        return Status.USAGE
    except ArtistGuardError as problem:
        say_error(f"{sentence(problem.message)} {problem.remedy}")
        return Status.SOME_FAILED


def _run(words: list[str]) -> int:
    called = next(iter(words), "")
    if called and not called.startswith("-") and called not in table.SUMMARIES:
        later.refuse(called)
        return table.open_window(words)
    # Options of the program itself stand before the command.
    named = [word for word in words if word in table.SUMMARIES][:1]
    # Completion needs the whole parser, and is handed it.
    parser = build(table.SUMMARIES, table.command, table.SUMMARIES if named == ["completion"] else named)
    arguments = parse(parser, words)
    arguments.parser = parser
    if arguments.command is None:
        return table.open_window([])
    return table.command(arguments.command).run(arguments)
