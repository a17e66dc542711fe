"""Pages to read and print: letters, colours, and what makes a PDF last (PDF/A-2b)."""

from __future__ import annotations

import io
from xml.sax.saxutils import escape

import pikepdf
from PIL import ImageCms
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph

from artistguard.resources import resource_path

LATIN, BOLD, EAST_ASIAN = "DejaVuSerif", "DejaVuSerif-Bold", "HeiseiKakuGo-W5"
CREATOR = "ArtistGuard"
"""What every page names as the program that made it."""

INK, FAINT, ACCENT, GOLD = HexColor("#1f2933"), HexColor("#66707a"), HexColor("#17404f"), HexColor("#a98a4b")
BY_LETTER = 9
"""Points below which long codes are broken anywhere."""

_SOURCE = "dc:source"
_SHA256 = "sha256:"


def line(
    words: str, *, size: float = 10, bold: bool = False, centred: bool = False, colour: HexColor = INK
) -> Paragraph:
    """A paragraph, in letters that have all of its signs."""
    style = ParagraphStyle(
        "line",
        fontName=font(words, bold=bold),
        bulletFontName=LATIN,
        fontSize=size,
        leading=size * 1.45,
        textColor=colour,
        alignment=1 if centred else 0,
        wordWrap="CJK" if size < BY_LETTER else None,
        splitLongWords=1,
    )
    return Paragraph(escape(words), style)


def font(words: str, *, bold: bool = False) -> str:
    """Name of the font that has the letters; titles may be written in any script."""
    known = pdfmetrics.getFont(LATIN).face.charToGlyph
    if all(ord(letter) in known for letter in words):
        return BOLD if bold else LATIN
    return EAST_ASIAN


def load_fonts() -> None:
    """Before anything is laid out."""
    if LATIN not in pdfmetrics.getRegisteredFontNames():
        for name in (LATIN, BOLD):
            pdfmetrics.registerFont(TTFont(name, str(resource_path(f"fonts/{name}.ttf"))))
        pdfmetrics.registerFont(UnicodeCIDFont(EAST_ASIAN))


def lasting(content: bytes, proof: str) -> bytes:
    """Make a PDF last: PDF/A-2b where all of its letters are embedded.

    East Asian letters are left to the reader's own fonts, since we have none to embed; such a page is a plain PDF.

    Args:
        content: As it was laid out.
        proof: SHA-256 of the proof file that the page belongs to, 64 hexadecimal digits.

    Source: ISO 19005-2:2011, 6.2.3 (output intent), 6.2.11.4 (fonts), 6.6.4 (identification).
    """
    sink = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        whole = _drop_unused_fonts(pdf)
        _drop_what_no_archive_takes(pdf)
        pdf.Root.OutputIntents = pikepdf.Array([_intent(pdf)])
        pdf.Root.Lang = pikepdf.String("en")
        with pdf.open_metadata(set_pikepdf_as_editor=False) as told:
            told.load_from_docinfo(pdf.docinfo)
            told[_SOURCE] = _SHA256 + proof
            if whole:
                told["pdfaid:part"], told["pdfaid:conformance"] = "2", "B"
        # `guarding` looks for the name of the program without reading the structure: nothing is packed into objects.
        pdf.save(sink, object_stream_mode=pikepdf.ObjectStreamMode.disable, min_version="1.7")
    return sink.getvalue()


def proof_of(page: bytes) -> str:
    """SHA-256 of the proof file that a page belongs to; empty where it is no page of ours."""
    try:
        with (
            pikepdf.open(io.BytesIO(page), attempt_recovery=False) as pdf,
            pdf.open_metadata(update_docinfo=False) as told,
        ):
            said = str(told.get(_SOURCE, ""))
    except (pikepdf.PdfError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return ""  # whatever a broken PDF makes of the library, it is no page of ours
    return said.removeprefix(_SHA256) if said.startswith(_SHA256) else ""


def _drop_unused_fonts(pdf: pikepdf.Pdf) -> bool:
    """The layout names a font on every page that no letter is set in.

    Returns:
        Whether all fonts that are left are embedded.
    """
    whole = True
    for page in pdf.pages:
        fonts = page.Resources.get("/Font", pikepdf.Dictionary())
        for name in list(fonts.keys()):
            if fonts[name].Subtype == "/Type1":
                del fonts[name]
            elif fonts[name].Subtype == "/Type0":
                whole = False
    return whole


def _drop_what_no_archive_takes(pdf: pikepdf.Pdf) -> None:
    """The layout's leftovers of slide shows and of the press."""
    for page in pdf.pages:
        if "/Trans" in page:
            del page.Trans
    if "/Trapped" in pdf.docinfo:
        del pdf.docinfo["/Trapped"]


def _intent(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
    profile = pdf.make_stream(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), N=3)
    return pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier=pikepdf.String("sRGB"),
        Info=pikepdf.String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
