"""The certificate as pages to frame, read and print; the JSON beside it is what proves."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageBreak, PageTemplate, Spacer

from artistguard import __version__
from artistguard.claims.statement import Statement
from artistguard.credentials.values import Place
from artistguard.jobs.attesting import SIDECAR
from artistguard.jobs.framed import Front, later_page
from artistguard.jobs.letters import LATIN, load_fonts
from artistguard.jobs.memory import place_of_credentials
from artistguard.jobs.paper import ACCENT, CREATOR, FAINT, lasting, line
from artistguard.jobs.rows import FEW, MANY, PIXELS, Row
from artistguard.vocabularies.plain import CHOICES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.platypus.flowables import Flowable

    from artistguard.claims.rotation import KeyStatement
    from artistguard.jobs.certify import Certificate, Certified
    from artistguard.store.catalogue import Version

_WIDTH, _HEIGHT = A4
_MARGIN = 22 * mm
_FEW = 12
"""Files that are shown large."""

SHORT_NAME = 160
"""Letters of a creator's name that have room on the first page; more of them, such as ten thousand authors, follow."""


@dataclass(frozen=True, slots=True)
class ProofFile:
    """The JSON beside the page.

    Attributes:
        name: Of the file.
        digest: SHA-256 of its bytes, 64 hexadecimal digits.
        stamps: What time stamps in it say, in words.
    """

    name: str
    digest: str
    stamps: tuple[str, ...] = ()


def print_certificate(
    certificate: Certificate, proof: ProofFile, picture: Callable[[Version, int], bytes | None]
) -> bytes:
    """Lay the certificate out as a PDF.

    Args:
        certificate: What to print.
        proof: The JSON file beside it.
        picture: A JPEG or PNG of a version of so many pixels at most, where there is one.

    Returns:
        The bytes of the PDF, PDF/A-2b where all its letters can be embedded.
    """
    load_fonts()
    sink, front = io.BytesIO(), Front(certificate, proof.digest, picture)
    pages = BaseDocTemplate(
        sink,
        pagesize=A4,
        title=f"Certificate: {front.title}",
        author=front.name[:SHORT_NAME],
        creator=f"{CREATOR} {__version__}",
        producer=CREATOR,
        initialFontName=LATIN,
    )
    inside = Frame(_MARGIN, _MARGIN, _WIDTH - 2 * _MARGIN, _HEIGHT - 2 * _MARGIN, 0, 0, 0, 0)
    pages.addPageTemplates(
        [
            PageTemplate("front", [front.frame()], onPage=front.draw),
            PageTemplate("later", [inside], onPage=later_page(proof.digest)),
        ]
    )
    story: list[Flowable] = [NextPageTemplate("later"), *front.story(), PageBreak()]
    story += [
        *_how_to_check(proof, _browser(certificate.entries)),
        *_names(front.name),
        *_in_full(certificate.entries, picture),
    ]
    pages.build(story)
    return lasting(sink.getvalue(), proof.digest)


def _in_full(entries: Sequence[Certified], picture: Callable[[Version, int], bytes | None]) -> list[Flowable]:
    """Every file; what is the same for all of them is said once."""
    facts = [_facts(each) for each in entries]
    same = [words for words in facts[0] if all(words in each for each in facts[1:])] if len(facts) > 1 else []
    found = [*_heading("Every file, in full"), *(line(words, size=8) for words in same), Spacer(1, 3 * mm)]
    # On the first page a single picture is large already.
    look = replace(FEW, side=0) if len(entries) == 1 else FEW if len(entries) <= _FEW else MANY
    for each, said in zip(entries, facts, strict=True):
        title = each.title or each.version.path.name
        shown = picture(each.version, PIXELS) if look.side else None
        found.append(Row(title, [words for words in said if words not in same], shown, look))
    return found


def _names(name: str) -> list[Flowable]:
    """All who say it, where they are too many for the first page."""
    return [*_heading("Said by"), line(name, size=9)] if len(name) > SHORT_NAME else []


def _facts(entry: Certified) -> list[str]:
    version = entry.version
    statement = entry.proven.signed.statement
    name = version.inscription.declaration.name
    rows = [f"{CHOICES[version.choice]}.", f"File: {version.path.name} ({version.format})"]
    rows.append(f"SHA-256: {version.after.hex}")
    if code := version.details.get("fingerprints", {}).get("iscc"):
        rows.append(f"Fingerprint: {code}")
    if place := place_of_credentials(version):
        where = "inside the file" if place is Place.INSIDE else f"beside the file, in {version.path.name}{SIDECAR}"
        rows.append(f"Content credentials: {where}")
    if not version.distinctive:
        rows.append("Too little content to be recognised by likeness; the SHA-256 of the file proves it.")
    if name and len(name) <= SHORT_NAME:
        rows.append(f"Said by {name}")
    rows += _claim(statement)
    rows += [f"Record: {version.record}, made {version.at[:10]}", f"Signed by {statement.signer}"]
    for receipt in entry.proven.receipts:
        witnessed = entry.witnessed[receipt.origin]
        rows.append(f"Registry: {receipt.origin}, {witnessed}")
        rows.append(f"Entry {receipt.index}, received {receipt.received}")
        if receipt.kind == "kept on this computer":
            rows.append("Kept on its creator's own computer: no proof of date towards others.")
    return rows


def _claim(statement: Statement | KeyStatement) -> list[str]:
    """What is claimed, under which numbers, and where a licence is offered, as far as it was signed."""
    if not isinstance(statement, Statement):
        return []
    numbers = ", ".join(f"{each.kind.upper()} {each.value}" for each in statement.identifiers)
    said = {"Claimed": statement.right, "Known as": numbers, "Licence": statement.offer}
    return [f"{name}: {words}" for name, words in said.items() if words]


def _heading(words: str) -> list[Flowable]:
    return [Spacer(1, 5 * mm), line(words, size=13, bold=True, colour=ACCENT), Spacer(1, 2 * mm)]


def _browser(entries: Sequence[Certified]) -> str:
    """Where a registry lets browsers check proofs; empty for works that no registry shows."""
    shown = next((each.address for each in entries if each.address), "")
    return f"{shown.partition('/works/')[0]}/proof" if shown else ""


def _how_to_check(proof: ProofFile, browser: str) -> list[Flowable]:
    commands = (
        ("Does this page belong to the file? The two digests must be the same:", f"openssl dgst -sha256 {proof.name}"),
        ("", f"SHA-256: {proof.digest}"),
        ("Everything, offline, with ArtistGuard:", f"artistguard verify {proof.name} FILE"),
        (
            "Everything, without ArtistGuard, with Python 3 and OpenSSL and a script of sixty lines to read first:",
            f"python3 verify_proof.py KEY {proof.name} FILE",
        ),
        ("A file alone: its SHA-256 stands below and in its signed statement:", "openssl dgst -sha256 FILE"),
    )
    browsed = [("In a browser, on a page that sends nothing:", browser)] if browser else []
    stamped = [("Dated by:", words) for words in proof.stamps]
    steps: list[Flowable] = []
    for words, command in (*commands, *browsed, *stamped):
        steps += [line(words, size=9)] if words else []
        steps += [line(command, size=8.5, colour=ACCENT), Spacer(1, 1.2 * mm)]
    return [
        *_heading("How to check this without ArtistGuard"),
        line(
            f"The proof is the file {proof.name}, which belongs to this page: keep both. It holds each signed "
            "statement, its place in the registry's log, and every public key that is needed.",
            size=9,
        ),
        Spacer(1, 2 * mm),
        *steps,
        line(
            "KEY is the registry's public key, got elsewhere than from the proof. The script comes with ArtistGuard, "
            "and docs/spec describes every byte, so that anybody can write another.",
            size=9,
        ),
        line(
            "This is dated notice of terms, not a registration of copyright and no legal advice.",
            size=9,
            colour=FAINT,
        ),
    ]
