"""Pages to read and print: words, colours, and what makes a PDF last (PDF/A-2b)."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pikepdf
from PIL import ImageCms
from reportlab.lib.colors import HexColor
from reportlab.platypus.flowables import Flowable

from artistguard.jobs.letters import balanced, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.jobs.letters import Line

CREATOR = "ArtistGuard"
"""What every page names as the program that made it."""

INK, FAINT, ACCENT, GOLD = HexColor("#1f2933"), HexColor("#66707a"), HexColor("#17404f"), HexColor("#a98a4b")
_LEADING = 1.45

_SOURCE = "dc:source"
_SHA256 = "sha256:"


def line(words: str, *, size: float = 10, bold: bool = False, centred: bool = False, colour: HexColor = INK) -> Words:
    """A paragraph, in letters that have all of its signs."""
    return Words(words, Style(size, bold, centred, colour))


@dataclass(frozen=True, slots=True)
class Style:
    """How words look."""

    size: float
    bold: bool
    centred: bool
    colour: HexColor


class Words(Flowable):  # type: ignore[misc]  # the library has no types
    """A paragraph.

    Args:
        words: In any script.
        style: How they look.
        broken: Its lines, where it goes on from another page.
    """

    def __init__(self, words: str, style: Style, broken: Sequence[Line] | None = None) -> None:
        super().__init__()
        self._words, self._style = words, style
        self._broken = broken
        self._lines: Sequence[Line] = broken or ()

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Break the lines; called by the layout before `draw`."""
        if self._broken is None:
            broken = balanced if self._style.centred else lines
            self._lines = list(broken(self._words, self._style.size, width, bold=self._style.bold))
        self._room = width
        return width, len(self._lines) * self._leading

    def split(self, width: float, height: float) -> list[Flowable]:
        """What has room on this page, and the rest."""
        self.wrap(width, height)
        kept = int(height / self._leading)
        if not kept:
            return []
        parts = (self._lines[:kept], self._lines[kept:])
        return [Words(self._words, self._style, part) for part in parts if part]

    def draw(self) -> None:
        """Put it on the page, from the upper edge down."""
        self.canv.setFillColor(self._style.colour)
        for number, each in enumerate(self._lines, 1):
            left = (self._room - each.width) / 2 if self._style.centred else 0
            below = len(self._lines) - number
            put_line(self.canv, each, (left, below * self._leading + self._style.size * 0.3), self._style.size)

    @property
    def _leading(self) -> float:
        return self._style.size * _LEADING


def put_line(canvas: Any, line: Line, corner: tuple[float, float], size: float) -> None:  # noqa: ANN401 - no types
    """Draw a line from a point at its left end on; points."""
    text = canvas.beginText(*corner)
    for name, words in line.runs:
        text.setFont(name, size)
        text.textOut(words)
    canvas.drawText(text)


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
