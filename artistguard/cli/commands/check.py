"""Say what is stated in files, and which registered works they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli.opening import processes, registry_address, studio
from artistguard.cli.output import plain, say, show, show_json
from artistguard.cli.parser import add_json, add_registry, count
from artistguard.cli.status import Status
from artistguard.cli.terminal import Meter
from artistguard.cli.words import told
from artistguard.jobs.check import check
from artistguard.messages import How
from artistguard.vocabularies.plain import CHOICES

if TYPE_CHECKING:
    import argparse

    from artistguard.jobs.check import Finding
    from artistguard.messages import Match

NAME = "check"

_HOW = {
    How.EXACT: "It is exactly",
    How.PAYLOAD: "It has the same content as",
    How.SAME_WORK: "It is a version of",
    How.SIMILAR: "It resembles (no evidence)",
}


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders; folders are walked")
    add_registry(parser)
    parser.add_argument("--jobs", type=count, metavar="N", help="files at once (one a processor core)")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    findings: list[Finding] = []
    with studio() as at_work, Meter(quiet=arguments.json) as meter:
        settings = at_work.store.settings
        address = registry_address(arguments.registry, at_work)
        for each in check(at_work, arguments.paths, address, processes(arguments.jobs, settings), meter.advance):
            findings.append(each)
            if arguments.json:
                show_json(each.as_json())
    if not arguments.json:
        for each in sorted(findings, key=lambda one: one.path):
            _tell(each)
    if any(each.error for each in findings):
        return Status.SOME_FAILED
    return Status.DONE if findings and all(each.protected for each in findings) else Status.NOT_PROTECTED


def _tell(each: Finding) -> None:
    if each.error is not None:
        say(told(each.path, each.error))
        return
    show(plain(each.path))
    show(f"  Says: {CHOICES[each.choice]}." if each.choice is not None else "  Says nothing about AI.")
    for stated in each.statements:
        show(f"    {stated.layer:12} {stated.place}: {stated.value}")
    for words in each.contradictions:
        show(f"  Contradiction: {words}")
    for match in (*each.matches, *each.similar):
        _tell_match(match)
    if each.registry_error is not None:
        say(f"  The registry could not be asked: {each.registry_error.message} {each.registry_error.remedy}")
    elif not each.distinctive and not each.matches:
        show("  It has too little content to be recognised by likeness.")
    for warning in each.warnings:
        say(f"  {warning.message} {warning.remedy}")


def _tell_match(match: Match) -> None:
    sure = "" if match.how is How.EXACT else f" ({match.similarity:.0%})"
    says = f", registered as: {CHOICES[match.choice]}" if match.choice is not None else ", which was withdrawn"
    show(f"  {_HOW[match.how]}{sure} {match.work}{says}.")
