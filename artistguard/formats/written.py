"""Manuscripts without a place for a statement: plain text and Final Draft. They are read, never written.

A plain text is its words and nothing else; a statement in it would be part of the work. Final Draft writes its files
anew from the elements that it knows; nobody documents what becomes of others. Statements stand in a sidecar.

Source: Final Draft documents (.fdx) as the program writes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from artistguard.decoding import text as decoding
from artistguard.decoding.markup import tree
from artistguard.errors import Damaged, EmptyFile
from artistguard.formats import markup, sources
from artistguard.formats.protocol import Certainty, FileType, Reading
from artistguard.works import Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Words
    from artistguard.formats.protocol import Glimpse


class PlainText:
    """Plain text."""

    name = "plain text"
    medium = Medium.TEXT
    types = tuple(FileType(extension, "text/plain") for extension in ("txt", "text", "asc"))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """By its name, and that its first bytes are text: words have no signature."""
        return Certainty.WEAK if sources.named(glimpse, self.types) else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """Nothing: it is words, and nothing else.

        Raises:
            Damaged: It is no text.
            EmptyFile: It holds nothing.
            TooLarge: It is longer than any manuscript.
        """
        self.decode(source)
        return Reading()

    def decode(self, source: BinaryIO) -> Words:
        """The words as they stand.

        Raises:
            Damaged: It is no text.
            EmptyFile: It holds nothing.
            TooLarge: It is longer than any manuscript.
        """
        content = decoding.read_bounded(source)
        if not content:
            raise EmptyFile("The file is empty.")
        return decoding.words(decoding.plain(content))


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
        root = tree(content)
        if root.tag != "FinalDraft":
            raise Damaged("The file is no Final Draft document.")
        paragraphs = root.iterfind("Content//Paragraph")
        lines = (
            "".join(str(piece) for run in paragraph.iterfind("Text") for piece in run.itertext())
            for paragraph in paragraphs
        )
        return decoding.words("\n".join(line for line in lines if line.strip()))
