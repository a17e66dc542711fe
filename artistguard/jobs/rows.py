"""One file on a certificate: a small picture and a few lines, fast enough for ten thousand."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus.flowables import Flowable

from artistguard.jobs.paper import ACCENT, GOLD, INK, font

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SIDE, _GAP = 17 * mm, 4 * mm
_TITLE, _TEXT = 9.5, 6.6
_LEADING = 1.38
_QUALITY = 88
_MOST_LINES = 3
"""Of a title, or of anything else that is said about one file."""


class Row(Flowable):  # type: ignore[misc]  # the library has no types
    """One file.

    Args:
        title: Of the work.
        facts: Lines below.
        picture: JPEG or PNG, or None.
    """

    def __init__(self, title: str, facts: Sequence[str], picture: bytes | None) -> None:
        super().__init__()
        self._said = [(title, _TITLE, True), *((each, _TEXT, False) for each in facts)]
        self._picture = printable(picture)
        self._lines: list[tuple[str, str, float, bool]] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Break the lines; called by the layout before `draw`."""
        self._lines = [each for words, size, bold in self._said for each in _broken(words, size, width, bold=bold)]
        text = sum(size * _LEADING for _, _, size, _ in self._lines)
        return width, max(text, _SIDE if self._picture else 0) + _GAP

    def split(self, _width: float, _height: float) -> list[Flowable]:
        """A row is never torn apart."""
        return []

    def draw(self) -> None:
        """Put it on the page, from the upper edge down."""
        canvas, top = self.canv, self.wrap(*self._frame_size())[1] - _GAP
        if self._picture:
            put(canvas, self._picture, (0, top - _SIDE), (_SIDE, _SIDE))
        at = top
        for words, name, size, bold in self._lines:
            at -= size * _LEADING
            canvas.setFont(name, size)
            canvas.setFillColor(ACCENT if bold else INK)
            canvas.drawString(_SIDE + _GAP, at + size * 0.3, words)
        canvas.setStrokeColor(GOLD)
        canvas.setLineWidth(0.25)
        canvas.line(0, -_GAP / 2, self._frame_size()[0], -_GAP / 2)

    def _frame_size(self) -> tuple[float, float]:
        return self._frame._aW, 0  # noqa: SLF001 - the library hands the frame over in no other way


def _broken(words: str, size: float, width: float, *, bold: bool) -> Iterator[tuple[str, str, float, bool]]:
    name = font(words, bold=bold)
    room = width - _SIDE - _GAP
    lines = [part for each in simpleSplit(words[:600], name, size, room) for part in _by_letter(each, name, size, room)]
    for each in lines[:_MOST_LINES]:
        yield each, name, size, bold


def _by_letter(words: str, name: str, size: float, room: float) -> Iterator[str]:
    """Long codes, and scripts without spaces, are broken where the line ends."""
    while pdfmetrics.stringWidth(words, name, size) > room:
        fits = next(
            n for n in range(len(words), 0, -1) if n == 1 or pdfmetrics.stringWidth(words[:n], name, size) <= room
        )
        yield words[:fits]
        words = words[fits:]
    yield words


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to be printed.

    Attributes:
        content: JPEG in RGB: small, and nothing see-through is wanted on paper.
        width: In pixels.
        height: In pixels.
    """

    content: bytes
    width: int
    height: int


def printable(picture: bytes | None) -> Picture | None:
    """Make a JPEG or PNG ready to be printed."""
    if picture is None:
        return None
    sink = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as found:
        found.convert("RGB").save(sink, "JPEG", quality=_QUALITY)
        return Picture(sink.getvalue(), *found.size)


def put(canvas: object, picture: Picture, corner: tuple[float, float], room: tuple[float, float]) -> None:
    """Draw a picture as large as it fits, in the middle of a room above and right of a corner; points."""
    (x, y), (width, height) = corner, room
    scale = min(width / picture.width, height / picture.height)
    wide, high = picture.width * scale, picture.height * scale
    canvas.drawImage(  # type: ignore[attr-defined]  # the library has no types
        ImageReader(io.BytesIO(picture.content)), x + (width - wide) / 2, y + (height - high) / 2, wide, high
    )
