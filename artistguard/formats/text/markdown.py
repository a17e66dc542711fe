"""Markdown: statements as keys of the front matter, which is made where there is none; the body stays as it is.

Source: CommonMark 0.31.2 (the body is only words to us); see artistguard.packets.frontmatter for the keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from artistguard.decoding.text import words
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.formats.sources import named, opened
from artistguard.packets.frontmatter import FrontMatter
from artistguard.packets.keys import is_known
from artistguard.terms import Stated
from artistguard.vocabularies import table
from artistguard.works import Facts, Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Words
    from artistguard.formats.sources import Opened
    from artistguard.terms import Inscription


class Markdown:
    """A text in Markdown."""

    name = "Markdown"
    medium = Medium.TEXT
    types = (
        FileType("md", "text/markdown"),
        FileType("markdown", "text/markdown"),
        FileType("mdown", "text/markdown"),
        FileType("mkd", "text/markdown"),
    )

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """By its name, and that its first bytes are text: Markdown has no signature."""
        return Certainty.WEAK if named(glimpse, self.types) else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """What the front matter states.

        Args:
            source: The text.

        Returns:
            Statements, title and author.

        Raises:
            Damaged: It is no text.
            EmptyFile: It holds nothing.
            TooLarge: Longer than any manuscript.
        """
        matter, _ = _parted(source)
        entries = matter.entries() if matter.fence else []
        tags = [entry.tag for entry in entries]
        binding = table.binding_of(tags)
        rights = (tag for tag in tags if tag.key.lower() in {"rights", "copyright"} and tag.value)
        return Reading(
            statements=(
                *table.from_tags([tag for tag in tags if is_known(tag.key)], "Markdown"),
                *(Stated("rights", f"Markdown {tag.key}", tag.value) for tag in rights),
            ),
            facts=Facts(
                title=matter.value("title") if entries else "", creator=matter.value("author") if entries else ""
            ),
            record=binding.record,
            work=binding.work,
            fingerprints=binding.fingerprints,
        )

    def decode(self, source: BinaryIO) -> Words:
        """The words of the body as they are typed.

        Args:
            source: The text.

        Returns:
            Words without the front matter; the guard covers the body's bytes and all other lines of the front matter.

        Raises:
            Damaged: It is no text.
            EmptyFile: It holds nothing.
            TooLarge: Longer than any manuscript.
        """
        matter, whole = _parted(source)
        text = matter.body.replace("\r\n", "\n").replace("\r", "\n")
        return words(text, matter.body, matter.others() if matter.fence else "", whole.codec, whole.mark)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the text with the inscription in its front matter.

        Args:
            source: The text.
            target: Receives the copy.
            inscription: What to write.

        Raises:
            CannotEmbed: It begins with metadata of another kind, or mixes encodings.
            Damaged: It is no text.
            EmptyFile: It holds nothing.
        """
        matter, whole = _parted(source)
        target.write(whole.packed(matter.merged(inscription, whole.codec)))


def _parted(source: BinaryIO) -> tuple[FrontMatter, Opened]:
    """Front matter and body, and the text that they are of."""
    whole = opened(source)
    return FrontMatter(whole.text), whole
