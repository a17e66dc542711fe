"""Markdown: statements as keys of the front matter, which is made where there is none; the body stays as it is.

Source: CommonMark 0.31.2 (the body is only words to us); see artistguard.packets.frontmatter for the keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from artistguard.decoding.text import encoding_of, looks_like_text, plain, read_bounded, words
from artistguard.errors import CannotEmbed, Damaged, EmptyFile
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.packets.frontmatter import FrontMatter
from artistguard.packets.keys import is_known
from artistguard.terms import Stated
from artistguard.vocabularies import table
from artistguard.works import Facts, Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Words
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
        if glimpse.extension not in {kind.extension for kind in self.types} or not glimpse.head:
            return Certainty.NO
        codec, mark = encoding_of(glimpse.head)
        text = glimpse.head[mark:].decode(codec, "replace")
        return Certainty.WEAK if looks_like_text(text) else Certainty.NO

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
        matter, _, _ = _parted(source)
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
        matter, codec, mark = _parted(source)
        text = matter.body.replace("\r\n", "\n").replace("\r", "\n")
        return words(text, matter.body, matter.others() if matter.fence else "", codec, mark)

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
        matter, codec, mark = _parted(source)
        try:
            target.write(mark + matter.merged(inscription, codec).encode(codec))
        except UnicodeEncodeError as error:
            raise CannotEmbed("The text mixes encodings, so that it could not be written back as it is.") from error


def _parted(source: BinaryIO) -> tuple[FrontMatter, str, bytes]:
    """Front matter and body, codec, and byte order mark."""
    content = read_bounded(source)
    if not content:
        raise EmptyFile("The text is empty.")
    plain(content)
    codec, length = encoding_of(content)
    try:
        text = content[length:].decode(codec)
    except UnicodeDecodeError:
        # Bytes that Windows-1252 leaves undefined; Latin-1 carries them through unchanged.
        codec, text = "latin-1", content[length:].decode("latin-1")
    if text.encode(codec) != content[length:]:
        raise Damaged("The text does not read back as it was written.")
    return FrontMatter(text), codec, content[:length]
