"""Letters on a page: a font for every sign, scripts that run from right to left, and lines that fit.

Source: Unicode 15, chapter 9.2 (joining of Arabic letters), and the decompositions of its presentation forms.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont

from artistguard.jobs.direction import is_right_to_left, seen
from artistguard.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LATIN, BOLD, SANS = "DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSans"
_EAST_ASIAN = {
    "HeiseiKakuGo-W5": "shift_jis",
    "STSong-Light": "gb2312",
    "MSung-Light": "cp950",
    "HYSMyeongJo-Medium": "cp949",
}
"""Fonts that every reader of PDF is to have, and the character set of each."""

_SCRIPT = re.compile(r" (?:LETTER|CHARACTER|SYLLABLE|VOWEL|SIGN|DIGIT|CONSONANT|IDEOGRAPH|UNIFIED)\b")
_UNITS = re.compile(r"[ ]|[^ \u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]+|.", re.DOTALL)
"""What a line may end after: spaces, words, and each letter of the scripts that are written without spaces."""

_REPEATED = re.compile(r"(\([\w ]+ letters\))(?: \1)+")
_PRESENTED = (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFBEA), *range(0xFBFC, 0xFC00), *range(0xFE70, 0xFEFD))
_MOST = 200
"""Signs of a line that is cut."""

_STEPS = 20
"""By parts of the room lines are made shorter."""

_TATWEEL = "\u0640"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that fits.

    Attributes:
        runs: Name of a font and signs set in it, from left to right.
        width: Of all of them, points.
    """

    runs: tuple[tuple[str, str], ...]
    width: float


def load_fonts() -> None:
    """Before anything is laid out."""
    rl_config.useA85 = 0  # spelling pictures in letters takes the library longer than all the rest
    if LATIN not in pdfmetrics.getRegisteredFontNames():
        for name in (LATIN, BOLD, SANS):
            pdfmetrics.registerFont(TTFont(name, str(resource_path(f"fonts/{name}.ttf"))))
        for name in _EAST_ASIAN:
            pdfmetrics.registerFont(UnicodeCIDFont(name))


def lines(words: str, size: float, room: float, *, bold: bool = False) -> Iterator[Line]:
    """Break words into lines.

    Args:
        words: In any script; what none of the fonts has is left out or named.
        size: Points.
        room: Width of a line, points.
        bold: Where there are bold letters.
    """
    page = _Page(_shaped(printed(words)), size, bold=bold)
    for text in page.broken(room):
        yield page.line(text)


def balanced(words: str, size: float, room: float, *, bold: bool = False) -> list[Line]:
    """The same lines as `lines` makes, about as long as one another, so that no word stands alone in the last."""
    found = list(lines(words, size, room, bold=bold))
    for part in range(_STEPS - 1, _STEPS // 2, -1):
        narrower = list(lines(words, size, room * part / _STEPS, bold=bold))
        if len(narrower) > len(found):
            break
        found = narrower
    return found


def fitting(words: str, size: float, room: float) -> Line:
    """One line, cut where it has no room."""
    whole = printed(words[:_MOST])
    for kept in range(len(whole), 0, -1):
        text = whole if kept == len(whole) else f"{whole[:kept].rstrip()}…"
        line = _Page(_shaped(text), size, bold=False).line(_shaped(text))
        if line.width <= room:
            return line
    return Line((), 0)


def printed(words: str) -> str:
    """What of some words can be printed.

    Signs that no font has are left out, as most emoji are; letters of a script that none has are named instead.
    """
    whole = unicodedata.normalize("NFC", " ".join(words.split()))
    if _covered(LATIN).issuperset(whole):
        return whole
    found = "".join("".join(part) if known else _named("".join(part)) for known, part in groupby(whole, _has))
    told = _REPEATED.sub(r"\1", " ".join(found.split()))
    return told or ", ".join(unicodedata.name(each, "a sign") for each in whole if each.isprintable()).capitalize()


def _has(sign: str) -> bool:
    return sign in _covered(LATIN) or sign in _covered(SANS) or any(_encodes(name, sign) for name in _EAST_ASIAN)


def _named(signs: str) -> str:
    """The name of the script of some letters, else nothing."""
    letter = next((each for each in signs if unicodedata.category(each)[0] == "L"), "")
    name = _SCRIPT.split(unicodedata.name(letter, ""))[0] if letter else ""
    return f" ({'Chinese' if name == 'CJK' else name.title()} letters) " if name else ""


@cache
def _covered(font: str) -> frozenset[str]:
    return frozenset(map(chr, pdfmetrics.getFont(font).face.charToGlyph))


def _encodes(font: str, words: str) -> bool:
    try:
        words.encode(_EAST_ASIAN[font])
    except UnicodeEncodeError:
        return False
    return True


class _Page:
    """Some words in one size: which font each of their signs is set in, and how wide it is."""

    def __init__(self, words: str, size: float, *, bold: bool) -> None:
        self._words, self._size = words, size
        self._first = BOLD if bold else LATIN
        self._rightwards = not is_right_to_left(words)
        others = "".join(each for each in set(words) if each not in _covered(LATIN) and each not in _covered(SANS))
        self._eastern = [name for name in _EAST_ASIAN if _encodes(name, others)][:1] or list(_EAST_ASIAN)

    def broken(self, room: float) -> Iterator[str]:
        """Lines of these words, in the order in which they are read."""
        line, used = "", 0.0
        for unit in _UNITS.findall(self._words):
            for part in self._parts(unit, room):
                width = self._width(part)
                if line and used + width > room:
                    yield line.rstrip(" ")
                    line, used = "", 0.0
                if line or part != " ":
                    line, used = line + part, used + width
        if line:
            yield line.rstrip(" ")

    def _parts(self, unit: str, room: float) -> Iterator[str]:
        """A word, in pieces where it is longer than a line, as codes and addresses are."""
        if self._width(unit) <= room:
            yield unit
            return
        part, used = "", 0.0
        for sign in unit:
            width = self._width(sign)
            if part and used + width > room:
                yield part
                part, used = "", 0.0
            part, used = part + sign, used + width
        yield part

    def line(self, text: str) -> Line:
        """One line, from left to right."""
        placed = text if text.isascii() else seen(text, rightwards=self._rightwards)
        runs = tuple((font, "".join(part)) for font, part in groupby(placed, self._font))
        return Line(runs, sum(pdfmetrics.stringWidth(part, font, self._size) for font, part in runs))

    def _width(self, words: str) -> float:
        return float(
            sum(pdfmetrics.stringWidth("".join(part), name, self._size) for name, part in groupby(words, self._font))
        )

    def _font(self, sign: str) -> str:
        for name in (self._first, SANS):
            if sign in _covered(name):
                return name
        return next((name for name in self._eastern if _encodes(name, sign)), self._eastern[0])


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    """Name of a form to letter (or the pair lam and alef) to how it is printed."""
    found: dict[str, dict[str, str]] = {form: {} for form in ("isolated", "initial", "medial", "final")}
    for code in _PRESENTED:
        kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        base = "".join(chr(int(each, 16)) for each in letters)
        if kind.strip("<>") in found and (len(base) == 1 or base[0] == "\u0644") and chr(code) in _covered(SANS):
            found[kind.strip("<>")].setdefault(base, chr(code))
    return found


def _shaped(words: str) -> str:
    """Arabic letters in the form that their neighbours ask for; vowel points of both scripts are left out."""
    if not any(unicodedata.bidirectional(each) in {"R", "AL"} for each in words):
        return words
    forms = _forms()
    bare = "".join(each for each in words if unicodedata.bidirectional(each) != "NSM")
    letters = re.findall("\u0644[\u0622\u0623\u0625\u0627]|.", bare, re.DOTALL)
    made = []
    for place, letter in enumerate(letters):
        before = letters[place - 1] if place else ""
        after = letters[place + 1] if place + 1 < len(letters) else ""
        joined = (letter in forms["final"] or letter == _TATWEEL) and (before in forms["initial"] or before == _TATWEEL)
        joins = letter in forms["initial"] and (after in forms["final"] or after == _TATWEEL)
        form = ("medial" if joins else "final") if joined else ("initial" if joins else "isolated")
        made.append(forms[form].get(letter, letter))
    return "".join(made)
