"""Write a readable receipt (PDF) with a proof beside it (JSON) that anybody can check offline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.claims.canonical import canonical
from artistguard.cli.opening import studio
from artistguard.cli.output import say, show
from artistguard.cli.status import Status
from artistguard.errors import OutputExists, UsageProblem
from artistguard.jobs.certify import certify
from artistguard.jobs.paper import print_receipts
from artistguard.store import files
from artistguard.store.drafts import put_anew
from artistguard.vocabularies.plain import CHOICES

if TYPE_CHECKING:
    import argparse

NAME = "certificate"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("what", nargs="*", metavar="RUN|WORK", help="runs or works (default: everything that stands)")
    parser.add_argument("-o", "--output", required=True, metavar="FILE.pdf", help="the JSON goes beside it")


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    page = files.real_path(Path(arguments.output))
    if page.suffix.lower() != ".pdf":
        raise UsageProblem(f"{arguments.output}: a name that ends in .pdf is wanted.")
    proof = page.with_suffix(".json")
    for path in (page, proof):
        if files.look_at(path) is not None:
            raise OutputExists(f"{path}: a file stands there already", remedy="Choose another name, or move it away.")
    with studio() as at_work:
        certificate = certify(at_work, arguments.what)
        put_anew(proof, canonical(certificate.bundle), at_work.store.disk)
        put_anew(page, print_receipts(certificate, CHOICES, proof.name), at_work.store.disk)
    show(f"{page}\n{proof}")
    for version in certificate.missing:
        say(f"{version.path}: has no receipt yet. Send what waits with: artistguard deliver")
    return Status.DONE
