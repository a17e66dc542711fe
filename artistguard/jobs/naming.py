"""What the name of a file says about the work in it: its bare name, and its place in a numbered series."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePath

_VERSION = (
    "web|www|small|medium|large|big|thumb|thumbnail|preview|proof|master|mastered|final|draft|print|screen|hires|hi-res|"
    "highres|lowres|lo-res|original|orig|copy|edit|edited|export|exported|compressed|full|hq|lq|hd|4k|marked|protected|"
    r"signed|v\d{1,3}|rev\d{0,3}|version\d{0,3}|\d{2,5}px|\d{2,4}dpi|\d{2,4}k(?:bps)?|\d{2,5}x\d{2,5}"
)
# A word that names a version, parted from the name by a space or mark; or @2x.
_SUFFIX = re.compile(rf"(?:[-_ .]+\(?(?:{_VERSION})\)?|@\dx)$")
_COUNTER = re.compile(r"[ _]?\((\d{1,3})\)$")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Name:
    """A file's name, taken apart.

    Attributes:
        folder: Where it lies.
        above: The folder that holds its folder.
        stem: Name without extension, in one spelling of letters.
        bare: The same without words that name a version, such as ``-web`` or ``_final``, and without a counter.
        counter: The number in a trailing ``(1)``, or empty.
        pattern: The stem with every number replaced by ``#``: what the members of a series share.
        numbers: The numbers replaced.
        extension: Lower case, without the dot.
    """

    folder: str
    above: str
    stem: str
    bare: str
    counter: str
    pattern: str
    numbers: tuple[str, ...]
    extension: str

    def in_series_with(self, other: Name) -> bool:
        """Whether the two are different numbers of one series, such as ``01`` and ``02``."""
        return self.pattern == other.pattern and self.numbers != other.numbers


def name_of(path: str) -> Name:
    """Take the name of a file apart; compares without regard to case and to how accents are encoded."""
    place = PurePath(path)
    stem = unicodedata.normalize("NFKC", place.stem).casefold().strip()
    bare = without_version(stem)
    found = _COUNTER.search(bare)
    if found and not found.start():
        found = None
    if found:
        bare = without_version(bare[: found.start()])
    return Name(
        folder=str(place.parent),
        above=str(place.parent.parent),
        stem=stem,
        bare=bare,
        counter=found.group(1) if found else "",
        # Numbers that name a version, a size or a copy do not make a series, so only the bare name is looked at.
        pattern=_DIGITS.sub("#", bare),
        numbers=tuple(_DIGITS.findall(bare)),
        extension=place.suffix[1:].lower(),
    )


def without_version(stem: str) -> str:
    """The name without the words at its end that only name a version; never empty."""
    while (found := _SUFFIX.search(stem)) and found.start():
        stem = stem[: found.start()]
    return stem
