"""Files for other people and programs: the certificate (a page and its proof), and everything known here as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.claims.canonical import canonical
from artistguard.errors import UsageProblem
from artistguard.jobs.certify import certify
from artistguard.jobs.overview import overview
from artistguard.jobs.paper import print_receipts
from artistguard.jobs.tables import lines, sheet
from artistguard.store import files
from artistguard.store.drafts import put_anew
from artistguard.vocabularies.plain import CHOICES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from artistguard.jobs.studio import Studio


@dataclass(frozen=True, slots=True)
class Handed:
    """A certificate that was saved.

    Attributes:
        page: The PDF.
        proof: The JSON beside it.
        missing: Files whose statement has no receipt yet.
    """

    page: Path
    proof: Path
    missing: tuple[Path, ...]


def save_certificate(studio: Studio, what: Sequence[str], target: Path) -> Handed:
    """Write a page to read and the proof that belongs to it.

    Args:
        studio: The creator at work.
        what: Runs or works; none for everything that stands.
        target: A name that ends in ``.pdf``; the proof goes beside it. Nothing is written over.

    Raises:
        UsageProblem: The name ends differently.
        OutputExists: Something stands there.
        UnknownWork: Nothing of this has a receipt.
    """
    page = files.real_path(target)
    if page.suffix.lower() != ".pdf":
        raise UsageProblem(f"{target}: a name that ends in .pdf is wanted.", remedy="Choose a name such as proof.pdf.")
    proof = page.with_suffix(".json")
    for path in (page, proof):
        files.must_be_free(path)
    certificate = certify(studio, what)
    put_anew(proof, canonical(certificate.bundle), studio.store.disk)
    put_anew(page, print_receipts(certificate, CHOICES, proof.name), studio.store.disk)
    return Handed(page, proof, tuple(version.path for version in certificate.missing))


def save_table(studio: Studio, target: Path) -> Path:
    """Write everything that is known here, for other programs.

    Args:
        studio: The creator at work.
        target: ``.csv`` for a spreadsheet, ``.json`` for one JSON object a line. Nothing is written over.

    Raises:
        UsageProblem: The name ends differently.
        OutputExists: Something stands there.
    """
    path = files.real_path(target)
    form = {".csv": sheet, ".json": lines}.get(path.suffix.lower())
    if form is None:
        raise UsageProblem(f"{target}: a name that ends in .csv or .json is wanted.", remedy="Choose such a name.")
    files.must_be_free(path)
    # A file's name that is no text is written as its number, as the terminal shows it; JSON reads it back the same.
    put_anew(path, form(overview(studio)).encode(errors="backslashreplace"), studio.store.disk)
    return path
