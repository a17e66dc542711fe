"""State your choice in files, register their fingerprints, and keep a way back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from artistguard.cli import later
from artistguard.cli.declaring import add_registering, add_terms, declaration, registering
from artistguard.cli.opening import processes, studio
from artistguard.cli.output import say, show_json
from artistguard.cli.parser import add_json, number
from artistguard.cli.status import Status
from artistguard.cli.terminal import Meter
from artistguard.cli.words import summary
from artistguard.jobs import outcome
from artistguard.jobs.placing import Grouping
from artistguard.jobs.planning import Request
from artistguard.jobs.protect import protect
from artistguard.terms import Origin, Right

if TYPE_CHECKING:
    import argparse

    from artistguard.jobs.outcome import Outcome
    from artistguard.jobs.studio import Studio
    from artistguard.terms import Declaration

NAME = "protect"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders; folders are walked")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--out", metavar="DIR", help="write copies there and leave the originals alone")
    where.add_argument("--in-place", action="store_true", help="change the files themselves, with a way back (default)")
    add_terms(parser)
    parser.add_argument("--origin", choices=[str(origin) for origin in Origin], help="how the works came to be")
    parser.add_argument("--right", choices=[str(right) for right in Right], help="what you claim (by the kind of file)")
    parser.add_argument(
        "--identifier",
        action="append",
        type=number,
        default=[],
        metavar="KIND:NUMBER",
        help="a standard number that the files of one work do not carry: isrc, isbn, iswc, ipi, isni or orcid; "
        "may be given several times",
    )
    parser.add_argument(
        "--works",
        choices=[str(grouping) for grouping in Grouping],
        default=str(Grouping.BY_LIKENESS),
        help="how files become works: by likeness, each its own, or all one (auto)",
    )
    add_registering(parser)
    parser.add_argument("--mark", default="none", metavar="none|invisible|visible[:TEXT]", help="watermark (none)")
    parser.add_argument("--no-credentials", action="store_true", help="sign no content credentials")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done and touch nothing")
    add_json(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="only errors")


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    later.refuse_marks(arguments.mark)
    with studio(arguments.profile) as at_work:
        settings = at_work.store.settings
        request = Request(
            paths=tuple(arguments.paths),
            declaration=_declaration(arguments, at_work),
            out=arguments.out,
            registries=registering(arguments, at_work),
            grouping=Grouping(arguments.works),
            jobs=processes(arguments.jobs, settings),
            dry_run=arguments.dry_run,
            credentials=False if arguments.no_credentials else None,
            one_work=bool(arguments.identifier),
        )
        outcomes: list[Outcome] = []
        with Meter(quiet=arguments.quiet or arguments.json) as meter:
            for each in protect(at_work, request, meter.advance):
                outcomes.append(each)
                if arguments.json:
                    show_json(each.as_json())
        if not arguments.json:
            summary(outcomes, quiet=arguments.quiet)
        elif not arguments.quiet:
            say(f"{sum(each.status in _WELL for each in outcomes)} of {len(outcomes)} files done.")
    return Status.DONE if all(_well(each) for each in outcomes) else Status.SOME_FAILED


_WELL = {outcome.Status.PROTECTED, outcome.Status.UNCHANGED}


def _well(each: Outcome) -> bool:
    return each.status in _WELL or each.planned is not None


def _declaration(arguments: argparse.Namespace, at_work: Studio) -> Declaration:
    terms = declaration(arguments, at_work)
    return replace(
        terms,
        numbers=tuple(dict.fromkeys((*terms.numbers, *arguments.identifier))),
        origin=Origin(arguments.origin) if arguments.origin else None,
        right=Right(arguments.right) if arguments.right else None,
    )
