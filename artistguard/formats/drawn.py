"""Previews that are drawn, where a work has no picture of its own: a waveform for sound, a page for words."""

from __future__ import annotations

import bisect
import io
import itertools
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from PIL.ImageFont import FreeTypeFont

Colour = tuple[int, int, int]

_FINENESS: Final = 4
"""Lines are drawn so many times larger and then averaged, which makes their edges soft."""
_BAR: Final = 6
"""Pixels from one bar to the next."""
_QUIET: Final = 0.6
"""Exponent of loudness: below 1 it lifts what is soft, about as ears do."""
_PAGE: Final = 2**0.5
"""Height of a page by its width. Source: ISO 216:2007, clause 3."""
_WORDS_SHOWN: Final = 2000
"""Letters of a text that are looked at; a page of this kind has room for fewer."""
_WORDS_FINENESS: Final = 3
_LETTER: Final = 0.55
"""Mean width of a letter by the size of its type."""
_HEADING: Final = re.compile(r"#{1,6}\s+")
_LONGEST_WORD: Final = 200
_ABSENT: Final = "\uffff"


@dataclass(frozen=True, slots=True)
class Style:
    """Colours of drawn previews, red, green and blue from 0 to 255.

    Attributes:
        paper: Of a page.
        ink: Of its words.
        edge: The thin line around a page.
        ground: Behind a waveform.
        wave: Of its bars.
    """

    paper: Colour = (255, 255, 255)
    ink: Colour = (66, 68, 76)
    edge: Colour = (205, 207, 212)
    ground: Colour = (236, 238, 242)
    wave: Colour = (104, 116, 140)


def bars_for(side: int) -> int:
    """How many bars a waveform of so many pixels shows."""
    return max(16, side // _BAR)


def waveform(levels: NDArray[np.float32], side: int, style: Style) -> Image.Image:
    """Rounded bars around a middle line, the loudest nearly as high as the square.

    Args:
        levels: Loudness of each bar, 0 to 1; the loudest sets the scale.
        side: Of the square in pixels.
        style: Colours.

    Returns:
        RGB, side by side pixels.
    """
    large = side * _FINENESS
    canvas = Image.new("RGB", (large, large), style.ground)
    pen = ImageDraw.Draw(canvas)
    margin = large * 0.09
    step = (large - 2 * margin) / max(1, len(levels))
    width = step * 0.56
    for index, height in enumerate(_heights(levels) * (large / 2 - 1.6 * margin)):
        middle = margin + step * (index + 0.5)
        half = max(float(height), width / 2)
        box = (middle - width / 2, large / 2 - half, middle + width / 2, large / 2 + half)
        pen.rounded_rectangle(box, width / 2, fill=style.wave)
    return canvas.resize((side, side), Image.Resampling.BOX)


def _heights(levels: NDArray[np.float32]) -> NDArray[np.float32]:
    top = float(levels.max(initial=0.0))
    if top < 1e-4:  # less than the last bit of most recordings: silence
        return np.zeros_like(levels)
    heights: NDArray[np.float32] = (levels / top) ** np.float32(_QUIET)
    return heights


def page(title: str, text: str, side: int, style: Style) -> Image.Image:
    """A sheet with the title and the first words.

    Args:
        title: Set large at the top; may be empty.
        text: Paragraphs parted by newlines; only its beginning is looked at.
        side: Height in pixels.
        style: Colours.

    Returns:
        RGB in the proportions of a sheet of paper. Words in letters that the font at hand does not have are drawn as
        lines of their length.
    """
    sheet = _Sheet(side * _WORDS_FINENESS, style)
    title = " ".join(title[:_WORDS_SHOWN].split())
    if title:
        sheet.put(title, sheet.height / 15, most=3)
        sheet.top += sheet.height / 26
    for number, paragraph in enumerate(text[:_WORDS_SHOWN].split("\n")):
        # Most manuscripts begin with their own title, which need not stand there twice.
        words = _HEADING.sub("", paragraph.strip(), count=1) if paragraph.startswith("#") else paragraph.strip()
        if words and (number or words.casefold() != title.casefold()):
            sheet.put(words, sheet.height / 26)
            sheet.top += sheet.height / 60
    small = sheet.image.resize((max(1, round(side / _PAGE)), side), Image.Resampling.BOX)
    return framed(small, style)


def framed(sheet: Image.Image, style: Style) -> Image.Image:
    """The same page with a thin line around it, so that it does not melt into what is white behind it."""
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((0, 0, sheet.width - 1, sheet.height - 1), outline=style.edge)
    return sheet


class _Sheet:
    """Paper that fills from the top.

    Attributes:
        image: What is drawn on.
        height: In pixels.
        top: Where the next line goes.
    """

    def __init__(self, height: int, style: Style) -> None:
        self.height = height
        self.image = Image.new("RGB", (max(1, round(height / _PAGE)), height), style.paper)
        self.top = self._margin = height * 0.085
        self._pen = ImageDraw.Draw(self.image)
        self._face = _typeface()
        self._ink = style.ink
        self._pale = tuple((2 * ink + 3 * paper) // 5 for ink, paper in zip(style.ink, style.paper, strict=True))

    def put(self, words: str, size: float, most: int = 1000) -> None:
        """Set a paragraph between equal margins, as many lines as there is room for."""
        type_ = _Type(size, self._face.font_variant(size=size) if _draws(self._face, words) else None)
        for line in itertools.islice(type_.lines(words, self.image.width - 2 * self._margin), most):
            if self.top + size > self.height - self._margin:
                return
            if type_.font is not None:
                self._pen.text((self._margin, self.top), line, fill=self._ink, font=type_.font)
            else:
                self._greek(line, size)
            self.top += size * 1.32

    def _greek(self, line: str, size: float) -> None:
        """Lines in the place of words, as printers do where nobody needs to read the letters."""
        left = self._margin
        for word in line.split(" "):
            width = len(word) * size * _LETTER
            box = (left, self.top + size * 0.3, left + width, self.top + size * 0.8)
            self._pen.rounded_rectangle(box, size / 5, fill=self._pale)
            left += width + size * 0.45


def _typeface() -> FreeTypeFont:
    """The typeface that comes with the library by which certificates are set: all letters of Western Europe."""
    face = files("reportlab").joinpath("fonts", "Vera.ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(face), 16, layout_engine=ImageFont.Layout.BASIC)


def _draws(face: FreeTypeFont, words: str) -> bool:
    """Whether a typeface has every letter: it draws the same box for all that it lacks."""
    box = bytes(face.getmask(_ABSENT))
    return all(letter.isspace() or bytes(face.getmask(letter)) != box for letter in set(words))


@dataclass(frozen=True, slots=True)
class _Type:
    """Type of one size.

    Attributes:
        size: In pixels.
        font: None where it lacks letters that are wanted.
    """

    size: float
    font: FreeTypeFont | None

    def length(self, words: str) -> float:
        """Of a line, in pixels."""
        return self.font.getlength(words) if self.font is not None else len(words) * self.size * _LETTER

    def lines(self, words: str, width: float) -> Iterator[str]:
        """Words laid into lines no longer than a width; one that is too long for a line is cut."""
        line = ""
        for word in (whole[:_LONGEST_WORD] for whole in words.split()):
            longer = f"{line} {word}" if line else word
            if line and self.length(longer) > width:
                yield line
                longer = word
            while len(longer) > 1 and self.length(longer) > width:
                cut = self._fitting(longer, width)
                yield longer[:cut]
                longer = longer[cut:]
            line = longer
        if line:
            yield line

    def _fitting(self, word: str, width: float) -> int:
        """How many letters of a word fit into a line, at least one."""
        counts = range(1, len(word) + 1)
        return max(1, bisect.bisect_right(counts, width, key=lambda count: self.length(word[:count])))
