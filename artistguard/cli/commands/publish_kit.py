"""Write what says your choice outside of files: lines, files and pages for a website, a shop or a publisher."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.cli.declaring import add_terms, declaration
from artistguard.cli.opening import studio
from artistguard.cli.output import say, show
from artistguard.cli.status import Status
from artistguard.jobs.facts import readers_text
from artistguard.jobs.publish_kit import GUIDE, chosen, publish_kit

if TYPE_CHECKING:
    import argparse

NAME = "publish-kit"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="protected files and folders that get a page each")
    parser.add_argument("-o", "--output", required=True, metavar="DIR", help="folder for the kit")
    parser.add_argument("--all", action="store_true", help="a page for everything that was protected here")
    parser.add_argument("--site", default="", metavar="URL", help="address of the website (as in your other addresses)")
    add_terms(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="only where the kit is")


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    with studio(arguments.profile) as at_work:
        entries = chosen(at_work, arguments.paths, everything=arguments.all)
        terms = declaration(arguments, at_work)
        folder = publish_kit(at_work, Path(arguments.output), terms, arguments.site, entries)
    show(str(folder))
    if not arguments.quiet:
        say(f"Begin with “{GUIDE}”. It says where each file goes.")
        for line in readers_text():
            say(line)
    return Status.DONE
