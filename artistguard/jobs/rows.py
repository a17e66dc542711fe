"""One file on a certificate: a small picture and a few lines, fast enough for ten thousand."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from PIL import Image
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus.flowables import Flowable

from artistguard.jobs.letters import lines
from artistguard.jobs.paper import ACCENT, GOLD, INK, put_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.jobs.letters import Line

_GAP = 4 * mm
_LEADING = 1.38
_QUALITY = 88
PIXELS = 260
"""On a side of a picture of a file: 300 to the inch."""

_MOST_SIGNS = 600
_MOST_LINES = 3
"""Of a title, or of anything else that is said about one file."""


@dataclass(frozen=True, slots=True)
class Look:
    """How large a file is shown.

    Attributes:
        title: Size of the title, points.
        text: Size of what stands below, points.
        side: Of the square for its picture, points; 0 for no room.
    """

    title: float
    text: float
    side: float

    @property
    def indent(self) -> float:
        """Where words begin."""
        return self.side + _GAP if self.side else 0


FEW = Look(11, 7.4, 22 * mm)
MANY = Look(9.5, 6.6, 17 * mm)


class Row(Flowable):  # type: ignore[misc]  # the library has no types
    """One file.

    Args:
        title: Of the work.
        facts: Lines below.
        picture: JPEG or PNG, or None.
        look: How large.
    """

    def __init__(self, title: str, facts: Sequence[str], picture: bytes | None, look: Look) -> None:
        super().__init__()
        self._look = look
        self._said = [(title, look.title, True), *((each, look.text, False) for each in facts)]
        self._picture = printable(picture)
        self._lines: list[tuple[Line, float, bool]] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Break the lines; called by the layout before `draw`."""
        room = width - self._look.indent
        self._lines = [
            (each, size, bold)
            for words, size, bold in self._said
            for each in islice(lines(words[:_MOST_SIGNS], size, room, bold=bold), _MOST_LINES)
        ]
        text = sum(size * _LEADING for _, size, _ in self._lines)
        return width, max(text, self._look.side if self._picture else 0) + _GAP

    def split(self, _width: float, _height: float) -> list[Flowable]:
        """A row is never torn apart."""
        return []

    def draw(self) -> None:
        """Put it on the page, from the upper edge down."""
        canvas, top = self.canv, self.wrap(*self._frame_size())[1] - _GAP
        if self._picture:
            side = self._look.side
            put(canvas, self._picture, (0, top - side), (side, side))
        at = top
        for each, size, bold in self._lines:
            at -= size * _LEADING
            canvas.setFillColor(ACCENT if bold else INK)
            put_line(canvas, each, (self._look.indent, at + size * 0.3), size)
        canvas.setStrokeColor(GOLD)
        canvas.setLineWidth(0.25)
        canvas.line(0, -_GAP / 2, self._frame_size()[0], -_GAP / 2)

    def _frame_size(self) -> tuple[float, float]:
        return self._frame._aW, 0  # noqa: SLF001 - the library hands the frame over in no other way


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
