"""Print what makes your shell complete commands and options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli.outline import outline
from artistguard.cli.output import show
from artistguard.cli.shells import SHELLS, script
from artistguard.cli.status import Status

if TYPE_CHECKING:
    import argparse

NAME = "completion"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("shell", choices=SHELLS, help='for bash: eval "$(artistguard completion bash)"')


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    show(script(arguments.shell, outline(arguments.parser)).rstrip("\n"))
    return Status.DONE
