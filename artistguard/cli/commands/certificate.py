"""Write a readable receipt (PDF) with a proof beside it (JSON) that anybody can check offline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.cli.opening import studio
from artistguard.cli.output import say, show
from artistguard.cli.status import Status
from artistguard.jobs.handing import save_certificate

if TYPE_CHECKING:
    import argparse

NAME = "certificate"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("what", nargs="*", metavar="RUN|WORK", help="runs or works (default: everything that stands)")
    parser.add_argument("-o", "--output", required=True, metavar="FILE.pdf", help="the JSON goes beside it")


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    with studio() as at_work:
        handed = save_certificate(at_work, arguments.what, Path(arguments.output))
    show(f"{handed.page}\n{handed.proof}")
    for path in handed.missing:
        say(f"{path}: has no receipt yet. Send what waits with: artistguard deliver")
    if handed.trouble is not None:
        say(f"Without a time stamp: {handed.trouble.message}")
    return Status.DONE
