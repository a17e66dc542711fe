"""Manuscripts without a place for a statement: plain text, Fountain, LaTeX, Final Draft. They are read, never written.

A plain text is its words and nothing else; a statement in it would be part of the work. Statements stand in a sidecar.

Source: Fountain syntax (fountain.io, 1.1), section "Title Page"; LaTeX2e unofficial reference, sections 2.1 and 18.3;
Final Draft documents (.fdx) as the program writes them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from artistguard.decoding import text as decoding
from artistguard.errors import Damaged, EmptyFile
from artistguard.formats import markup
from artistguard.formats.protocol import Certainty, FileType, Reading
from artistguard.terms import Stated
from artistguard.works import Facts, Medium

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artistguard.decoding.values import Words
    from artistguard.formats.protocol import Glimpse

_KEY = re.compile(r"^([A-Za-z][A-Za-z ]{0,40}):[ \t]*(.*)$")
_COMMAND = r"(?m)^[^%%\n]{0,200}?\\%s\s*(?:\[[^\]\n]{0,200}\])?\{([^{}]{0,1000})\}"
_LATEX_TITLE, _LATEX_AUTHOR = re.compile(_COMMAND % "title"), re.compile(_COMMAND % "author")
_LATEX_MARK = re.compile(r"\\(documentclass|documentstyle|begin\s*\{document\}|input|chapter|section)\b")
_STYLED = re.compile(r"[*_]+")


class _Plain:
    """Words in a file, and nothing else."""

    medium = Medium.TEXT
    types: ClassVar[tuple[FileType, ...]] = ()

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """By its name, and that its first bytes are text: words have no signature."""
        if glimpse.extension not in {kind.extension for kind in self.types} or not glimpse.head:
            return Certainty.NO
        codec, mark = decoding.encoding_of(glimpse.head)
        text = glimpse.head[mark:].decode(codec, "replace")
        return Certainty.WEAK if decoding.looks_like_text(text) else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """What the words say of themselves.

        Raises:
            Damaged: It is no text.
            EmptyFile: It holds nothing.
            TooLarge: It is longer than any manuscript.
        """
        return _told(self.fields(_text(source)), self.types[0].extension)

    def fields(self, _text: str) -> Iterable[tuple[str, str]]:
        """Title, author and copyright as the words themselves tell them: kind and words."""
        return ()

    def decode(self, source: BinaryIO) -> Words:
        """The words as they stand.

        Raises:
            Damaged: It is no text.
            EmptyFile: It holds nothing.
            TooLarge: It is longer than any manuscript.
        """
        return decoding.words(_text(source))


def _text(source: BinaryIO) -> str:
    content = decoding.read_bounded(source)
    if not content:
        raise EmptyFile("The file is empty.")
    return decoding.plain(content)


def _told(fields: Iterable[tuple[str, str]], place: str) -> Reading:
    told = {kind: " ".join(words.split()) for kind, words in fields if words.strip()}
    line = told.get("copyright", "")
    stated = (Stated("rights", f"{place} copyright", line),) if line else ()
    return Reading(stated, Facts(title=told.get("title", ""), creator=told.get("author", "")))


class PlainText(_Plain):
    """Plain text."""

    name = "plain text"
    types = tuple(FileType(extension, "text/plain") for extension in ("txt", "text", "asc"))


class Fountain(_Plain):
    """Screenplays in Fountain."""

    name = "Fountain"
    types = (FileType("fountain", "text/x-fountain"), FileType("spmd", "text/x-fountain"))

    def fields(self, text: str) -> Iterable[tuple[str, str]]:
        """The keys of the title page, which ends with the first empty line."""
        found: list[tuple[str, str]] = []
        for line in text.lstrip("\n").split("\n\n", 1)[0].split("\n")[:100]:
            key = _KEY.match(line)
            if key:
                found.append((key[1].lower().removesuffix("s"), key[2]))
            elif found and line[:1] in {" ", "\t"}:
                found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
            else:
                break
        return [(kind, _STYLED.sub("", words)) for kind, words in found]


class Latex(_Plain):
    """Manuscripts in LaTeX."""

    name = "LaTeX"
    types = tuple(FileType(extension, "application/x-tex") for extension in ("tex", "ltx", "latex"))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """By its name, and surer where a command of LaTeX stands in its first bytes."""
        certainty = super().recognise(glimpse)
        known = certainty and _LATEX_MARK.search(glimpse.head.decode("latin-1"))
        return Certainty.LIKELY if known else certainty

    def fields(self, text: str) -> Iterable[tuple[str, str]]:
        """The title and the author that the preamble sets."""
        for kind, pattern in (("title", _LATEX_TITLE), ("author", _LATEX_AUTHOR)):
            found = pattern.search(text[:200_000])
            if found:
                yield kind, found[1].replace(r"\\", " ")


class FinalDraft:
    """Screenplays of Final Draft."""

    name = "Final Draft"
    medium = Medium.TEXT
    types = (FileType("fdx", "application/x-final-draft"),)

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the outermost element is Final Draft's."""
        return Certainty.SURE if markup.root_of(glimpse.head) == "FinalDraft" else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """Nothing: the title page is a page like any other, whose lines have no names.

        Raises:
            Damaged: It is not well-formed.
            EmptyFile: It holds nothing.
            TooLarge: It is longer than any manuscript.
        """
        self.decode(source)
        return Reading()

    def decode(self, source: BinaryIO) -> Words:
        """The words of all paragraphs, one a line.

        Raises:
            Damaged: It is not well-formed, or no screenplay.
            EmptyFile: It holds nothing.
            TooLarge: It is longer than any manuscript.
        """
        content = decoding.read_bounded(source)
        if not content:
            raise EmptyFile("The file is empty.")
        root = decoding.tree(content)
        if root.tag != "FinalDraft":
            raise Damaged("The file is no Final Draft document.")
        paragraphs = root.iterfind("Content//Paragraph")
        lines = (
            "".join(str(piece) for run in paragraph.iterfind("Text") for piece in run.itertext())
            for paragraph in paragraphs
        )
        return decoding.words("\n".join(line for line in lines if line.strip()))
