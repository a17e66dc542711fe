"""Check a proof offline; no registry is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli.opening import studio
from artistguard.cli.output import say, show, show_json
from artistguard.cli.parser import add_json
from artistguard.cli.status import Status
from artistguard.errors import ProofProblem
from artistguard.jobs.verify import Known, verify
from artistguard.vocabularies.plain import CHOICES

if TYPE_CHECKING:
    import argparse

    from artistguard.jobs.verdict import Checked, StampChecked, Verdict

NAME = "verify"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("proof", metavar="PROOF.json", help="as `artistguard certificate` writes it")
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="files that it is said to speak of, or its certificate"
    )
    parser.add_argument("--key", action="append", default=[], metavar="KEY", help="a registry's public key you trust")
    parser.add_argument(
        "--tsa-root",
        action="append",
        default=[],
        metavar="FILE.pem",
        help="root certificate of a time-stamping authority",
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    with studio() as at_work:
        pins = at_work.store.pins.all()
    known = Known((*arguments.key, *(pin.key for pin in pins)), tuple(pins), tuple(arguments.tsa_root))
    try:
        verdict = verify(arguments.proof, arguments.files, known)
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
        holds = f"Belongs to this proof: {file.path}" if file.certificate else f"Proven: {file.path}"
        show(holds if file.error is None else f"NOT PROVEN: {file.error.message}")
    for stamp in verdict.stamps:
        _tell_stamp(stamp)
    if verdict.error is not None:
        show(f"DOES NOT HOLD: {verdict.error.message}")
    if any(not each.pinned and each.error is None for each in verdict.statements):
        say("The registry's key came with the proof itself: compare it with one you got elsewhere (--key).")


def _tell_statement(each: Checked) -> None:
    says = CHOICES[each.choice] if each.choice is not None else "withdrawn"
    where = "kept on its creator's own computer, which proves no date" if each.local else f"entry {each.index}"
    show(f"Holds: {each.record}: {says}. Signed by {each.creator}; {each.registry}, {where}, {each.witnessed}.")


def _tell_stamp(stamp: StampChecked) -> None:
    if stamp.error is not None:
        show(f"DOES NOT HOLD: {stamp.error.message}")
        return
    show(f"Time stamp: {stamp.at}, by {stamp.authority}{'' if stamp.checked else ', not checked'}.")
    if not stamp.checked:
        say("Get the authority's root certificate from itself, and name it: --tsa-root FILE.pem")
