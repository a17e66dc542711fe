"""Files for other people and programs: the certificate (a page and its proof), and everything known here as a table."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from artistguard.claims.bundle import closed, stamped_bytes
from artistguard.claims.canonical import canonical
from artistguard.errors import ArtistGuardError, FileProblem, UsageProblem
from artistguard.formats.previews import Wish
from artistguard.jobs.certificate_page import ProofFile, print_certificate
from artistguard.jobs.certify import certify
from artistguard.jobs.dating import dated
from artistguard.jobs.overview import overview
from artistguard.jobs.preview import PreviewOrder, preview
from artistguard.jobs.tables import lines, sheet
from artistguard.store import files
from artistguard.store.drafts import put_anew
from artistguard.transparency.checkpoint import decode64
from artistguard.transparency.timestamp import check

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from artistguard.claims.bundle import Bundle
    from artistguard.jobs.studio import Studio
    from artistguard.store.catalogue import Version


@dataclass(frozen=True, slots=True)
class Handed:
    """A certificate that was saved.

    Attributes:
        page: The PDF.
        proof: The JSON beside it.
        missing: Files whose statement has no receipt yet.
        trouble: Why no time stamp was had from the authority that is set.
    """

    page: Path
    proof: Path
    missing: tuple[Path, ...]
    trouble: ArtistGuardError | None = None


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
    bundle, trouble = _dated(studio, certificate.bundle)
    content = canonical(closed(bundle))
    told = ProofFile(proof.name, hashlib.sha256(content).hexdigest(), _moments(bundle))
    printed = print_certificate(certificate, told, partial(_picture, studio))
    put_anew(proof, content, studio.store.disk)
    put_anew(page, printed, studio.store.disk)
    return Handed(page, proof, tuple(version.path for version in certificate.missing), trouble)


def _dated(studio: Studio, bundle: Bundle) -> tuple[Bundle, ArtistGuardError | None]:
    """With a time stamp, where an authority was set; a certificate does not wait for one that does not answer."""
    authority = studio.store.settings.text("tsa")
    if not authority:
        return bundle, None
    try:
        return dated(bundle, authority), None
    except ArtistGuardError as problem:
        return bundle, problem


def _moments(bundle: Bundle) -> tuple[str, ...]:
    digest = hashlib.sha256(stamped_bytes(bundle)).digest()
    found = [(each, check(decode64(each.response, "time stamp"), digest)) for each in bundle.stamps]
    return tuple(
        f"{moment.authority} ({each.authority}) at {moment.at:%Y-%m-%d %H:%M:%S} UTC" for each, moment in found
    )


def _picture(studio: Studio, version: Version, side: int) -> bytes | None:
    """A picture of a version of so many pixels at most, as long as its file is still the one that was registered."""
    try:
        if files.digest_of(version.path) != version.after:
            return None
        return preview(PreviewOrder(str(version.path), Wish(side), studio.store.home))
    except FileProblem:
        return None


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
