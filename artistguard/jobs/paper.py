"""The receipt as pages to read and print; the JSON beside it is what proves."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import KeepTogether, Paragraph, SimpleDocTemplate, Spacer

from artistguard import __version__
from artistguard.claims.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlab.platypus.flowables import Flowable

    from artistguard.claims.rotation import KeyStatement
    from artistguard.jobs.certify import Certificate, Certified
    from artistguard.terms import Choice

LATIN, BOLD, EAST_ASIAN = "Vera", "VeraBd", "HeiseiKakuGo-W5"
CREATOR = "ArtistGuard"
"""What every page names as the program that made it."""
_MARGIN = 20 * mm


def print_receipts(certificate: Certificate, words: Mapping[Choice, str], proof: str) -> bytes:
    """Lay the receipts out as a PDF.

    Args:
        certificate: What to print.
        words: Each choice in plain words.
        proof: Name of the JSON file beside it.

    Returns:
        The bytes of the PDF.
    """
    load_fonts()
    sink = io.BytesIO()
    pages = SimpleDocTemplate(
        sink,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title="Receipts of ArtistGuard",
        creator=f"{CREATOR} {__version__}",
    )
    story: list[Flowable] = [*_heading(certificate)]
    story += [KeepTogether([*_entry(entry, words), Spacer(1, 5 * mm)]) for entry in certificate.entries]
    story += _how_to_check(proof)
    pages.build(story)
    return sink.getvalue()


def _heading(certificate: Certificate) -> list[Flowable]:
    works = len({entry.version.work for entry in certificate.entries})
    return [
        line("What AI may do with these works", size=18, bold=True),
        Spacer(1, 2 * mm),
        line(f"{works} works in {len(certificate.entries)} files, each stated, signed and registered as told below."),
        Spacer(1, 7 * mm),
    ]


def _entry(entry: Certified, words: Mapping[Choice, str]) -> list[Flowable]:
    version = entry.version
    name = version.inscription.declaration.name
    rows = [
        line(entry.title or version.path.name, size=12, bold=True),
        line(f"{words[version.choice]}." + (f" Said by {name}." if name else "")),
        line(f"File: {version.path.name} ({version.format})", size=8),
        line(f"SHA-256: {version.after.hex}", size=8),
    ]
    if code := version.details.get("fingerprints", {}).get("iscc"):
        rows.append(line(f"Fingerprint: {code}", size=8))
    if not version.distinctive:
        rows.append(line("Too little content to be recognised by likeness; the SHA-256 of the file proves it.", size=8))
    rows += [line(words, size=8) for words in _claim(entry.proven.signed.statement)]
    rows.append(line(f"Statement: {version.record}, signed by {entry.proven.signed.statement.signer}", size=8))
    for receipt in entry.proven.receipts:
        witnessed = entry.witnessed[receipt.origin]
        rows.append(line(f"Registry: {receipt.origin}, entry {receipt.index}, {receipt.received}, {witnessed}", size=8))
        if receipt.kind == "kept on this computer":
            rows.append(line("Kept on its creator's own computer: no proof of date towards others.", size=8))
    return rows


def _claim(statement: Statement | KeyStatement) -> list[str]:
    """What is claimed, under which numbers, and where a licence is offered, as far as it was signed."""
    if not isinstance(statement, Statement):
        return []
    numbers = ", ".join(f"{each.kind.upper()} {each.value}" for each in statement.identifiers)
    said = {"Claimed": statement.right, "Known as": numbers, "Licence": statement.offer}
    return [f"{name}: {words}" for name, words in said.items() if words]


def _how_to_check(proof: str) -> list[Flowable]:
    steps = (
        f"The proof is the file {proof}, which belongs to this page. It can be checked offline, without the registry:",
        f"artistguard verify {proof} FILE",
        f"or without ArtistGuard: python verify_receipt.py KEY {proof} FILE",
        "where KEY is the registry's public key, got elsewhere than from the proof.",
        "This is dated notice of terms, not a registration of copyright and no legal advice.",
    )
    return [line("How to check this", size=12, bold=True), *(line(step, size=9) for step in steps)]


def line(words: str, *, size: float = 10, bold: bool = False) -> Paragraph:
    """A paragraph, in letters that have all of its signs."""
    style = ParagraphStyle(
        "line",
        fontName=_font(words, bold=bold),
        fontSize=size,
        leading=size * 1.45,
        wordWrap="CJK" if size < 9 else None,
    )
    return Paragraph(escape(words), style)


def _font(words: str, *, bold: bool) -> str:
    """The font that has the letters; titles may be written in any script."""
    known = pdfmetrics.getFont(LATIN).face.charToGlyph
    if all(ord(letter) in known for letter in words):
        return BOLD if bold else LATIN
    return EAST_ASIAN


def load_fonts() -> None:
    """Before anything is laid out."""
    if LATIN not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(LATIN, "Vera.ttf"))
        pdfmetrics.registerFont(TTFont(BOLD, "VeraBd.ttf"))
        pdfmetrics.registerFont(UnicodeCIDFont(EAST_ASIAN))
