"""State your choice in files, register their fingerprints, and keep a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli import later
from artistguard.cli.opening import processes, registry_address, studio
from artistguard.cli.output import say, show_json
from artistguard.cli.parser import add_json, add_registry, count
from artistguard.cli.status import Status
from artistguard.cli.terminal import Meter
from artistguard.cli.words import summary
from artistguard.jobs import identity, outcome
from artistguard.jobs.planning import Grouping, Request
from artistguard.jobs.protect import protect
from artistguard.store.settings import checked
from artistguard.terms import Choice, Declaration, Origin

if TYPE_CHECKING:
    import argparse

    from artistguard.jobs.outcome import Outcome
    from artistguard.jobs.studio import Studio
    from artistguard.store.settings import Settings

NAME = "protect"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders; folders are walked")
    parser.add_argument("--choice", choices=[str(choice) for choice in Choice], help="what AI may do (search-only)")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--out", metavar="DIR", help="write copies there and leave the originals alone")
    where.add_argument("--in-place", action="store_true", help="change the files themselves, with a way back (default)")
    parser.add_argument("--name", help="your name as it stands in the statement")
    parser.add_argument("--contact", metavar="URL-or-mail", help="where to ask")
    parser.add_argument("--licence", metavar="URL", help="your licence or rights page")
    parser.add_argument("--policy", metavar="URL", help="your TDM policy (ODRL)")
    parser.add_argument("--origin", choices=[str(origin) for origin in Origin], help="how the works came to be")
    parser.add_argument(
        "--profile",
        default="",
        metavar="NAME",
        help="which of your names signs; one that is not your first states no address set for that one",
    )
    parser.add_argument(
        "--works",
        choices=[str(grouping) for grouping in Grouping],
        default=str(Grouping.BY_LIKENESS),
        help="how files become works: by likeness, each its own, or all one (auto)",
    )
    register = parser.add_mutually_exclusive_group()
    register.add_argument(
        "--register", dest="register", action="store_true", default=None, help="register the fingerprints (default)"
    )
    register.add_argument("--no-register", dest="register", action="store_false", help="do not register them now")
    add_registry(parser)
    parser.add_argument("--mark", default="none", metavar="none|invisible|visible[:TEXT]", help="watermark (none)")
    parser.add_argument("--no-credentials", action="store_true", help="write no content credentials")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done and touch nothing")
    parser.add_argument("--jobs", type=count, metavar="N", help="files at once (one a processor core)")
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
            address=_address(arguments, settings),
            grouping=Grouping(arguments.works),
            jobs=processes(arguments.jobs, settings),
            dry_run=arguments.dry_run,
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
    settings = at_work.store.settings
    mine = identity.own_terms(at_work)
    standing = {"name": "" if mine else identity.public_name(at_work)}

    def told(name: str) -> str:
        given = getattr(arguments, name)
        if given is not None:
            return str(checked(name, given))
        return str(settings.get(name)) if mine or name == "choice" else standing.get(name, "")

    return Declaration(
        choice=Choice(told("choice")),
        name=told("name"),
        contact=told("contact"),
        licence=told("licence"),
        policy=told("policy"),
        origin=Origin(arguments.origin) if arguments.origin else None,
    )


def _address(arguments: argparse.Namespace, settings: Settings) -> str | None:
    register = bool(settings.get("register")) if arguments.register is None else arguments.register
    if not register:
        return None
    return registry_address(arguments.registry, settings)
