"""Check a proof offline; no registry is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli.opening import studio
from artistguard.cli.output import say, show, show_json
from artistguard.cli.parser import add_json
from artistguard.cli.status import Status
from artistguard.errors import ProofProblem
from artistguard.jobs.verify import verify
from artistguard.vocabularies.plain import CHOICES

if TYPE_CHECKING:
    import argparse

    from artistguard.jobs.verify import Checked, Verdict

NAME = "verify"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("proof", metavar="PROOF.json", help="as `artistguard certificate` writes it")
    parser.add_argument("files", nargs="*", metavar="FILE", help="files that it is said to speak of")
    parser.add_argument("--key", action="append", default=[], metavar="KEY", help="a registry's public key you trust")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    with studio() as at_work:
        pins = at_work.store.pins.all()
    known = [*arguments.key, *(pin.key for pin in pins)]
    try:
        verdict = verify(arguments.proof, arguments.files, known, pins)
    except ProofProblem as problem:
        say(f"{arguments.proof}: {problem.message}. {problem.remedy}")
        return Status.NOT_PROTECTED
    if arguments.json:
        show_json(verdict.as_json())
    else:
        _tell(verdict)
    return Status.DONE if verdict.holds else Status.NOT_PROTECTED


def _tell(verdict: Verdict) -> None:
    for each in verdict.statements:
        if each.error is not None:
            show(f"DOES NOT HOLD: {each.record}: {each.error.message}")
        else:
            _tell_statement(each)
    for file in verdict.files:
        show(f"Proven: {file.path}" if file.error is None else f"NOT PROVEN: {file.error.message}")
    if any(not each.pinned and each.error is None for each in verdict.statements):
        say("The registry's key came with the proof itself: compare it with one you got elsewhere (--key).")


def _tell_statement(each: Checked) -> None:
    says = CHOICES[each.choice] if each.choice is not None else "withdrawn"
    where = "kept on its creator's own computer, which proves no date" if each.local else f"entry {each.index}"
    show(f"Holds: {each.record}: {says}. Signed by {each.creator}; {each.registry}, {where}, {each.witnessed}.")
