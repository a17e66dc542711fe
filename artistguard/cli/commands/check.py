"""Say what is stated in files, and which registered works they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli.opening import processes, registry_addresses, studio
from artistguard.cli.output import plain, say, show, show_json
from artistguard.cli.parser import add_json, add_registries, count
from artistguard.cli.status import Status
from artistguard.cli.terminal import Meter
from artistguard.cli.words import told
from artistguard.jobs.check import check
from artistguard.jobs.judging import Word
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
    add_registries(parser)
    parser.add_argument("--jobs", type=count, metavar="N", help="files at once (one a processor core)")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    findings: list[Finding] = []
    with studio() as at_work, Meter(quiet=arguments.json) as meter:
        settings = at_work.store.settings
        asked = registry_addresses(arguments.registry, at_work)
        for each in check(at_work, arguments.paths, asked, processes(arguments.jobs, settings), meter.advance):
            findings.append(each)
            if arguments.json:
                show_json(each.as_json())
    if not arguments.json:
        for each in sorted(findings, key=lambda one: one.path):
            _tell(each)
        _tell_words(findings)
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
    for words in each.credentials.sentences:
        show(f"  {words}")
    for words in each.contradictions:
        show(f"  Contradiction: {words}")
    for match in (*each.matches, *each.similar):
        _tell_match(match)
    for source in each.sources:
        if source.error is not None:
            name = "The registry" if len(each.sources) == 1 else source.origin or source.address
            say(f"  {name} could not be asked: {source.error.message} {source.error.remedy}")
    if each.registry_error is None and not each.distinctive and not each.matches:
        show("  It has too little content to be recognised by likeness.")
    for warning in each.warnings:
        say(f"  {warning.message} {warning.remedy}")


def _tell_match(match: Match) -> None:
    sure = "" if match.how is How.EXACT else f" ({match.similarity:.0%})"
    says = f", registered as: {CHOICES[match.choice]}" if match.choice is not None else ", which was withdrawn"
    show(f"  {_HOW[match.how]}{sure} {match.work}{says}.")
    if match.offer:
        show(f"    A licence is offered at {plain(match.offer)}")


def _tell_words(findings: list[Finding]) -> None:
    """Once for all files: what was checked here, and what stays somebody's word."""
    found = [basis for each in findings for basis in each.basis.values()]
    if not found:
        return
    names = ", ".join(dict.fromkeys(origin for basis in found for origin in basis.origins))
    said = dict.fromkeys(word for basis in found for word in basis.words)
    show(f"Checked here: signatures, places in the log, and what follows from the statements shown by {names}.")
    show(f"Its own word: {'; '.join(_WORDS[word] for word in said)}.")


_WORDS = {
    Word.COMPLETENESS: "that it left out no later statement",
    Word.EVIDENCE: "how well it knows who states something",
}
