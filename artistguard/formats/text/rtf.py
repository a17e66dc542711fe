r"""Rich Text Format: statements in ``\*\userprops`` and the copyright line of ``\info``, no other byte changed.

Source: Microsoft Rich Text Format Specification 1.9.1, "Information Group" and "User Properties".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from striprtf.striprtf import rtf_to_text

from artistguard.decoding.text import TEXT_LIMIT, read_bounded, words
from artistguard.errors import Damaged
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.packets import rtf
from artistguard.packets.keys import is_known, is_sentence
from artistguard.terms import Stated
from artistguard.vocabularies import table
from artistguard.works import Facts, Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Words
    from artistguard.terms import Inscription


class Rtf:
    """A document in Rich Text Format."""

    name = "RTF"
    medium = Medium.TEXT
    types = (FileType("rtf", "application/rtf"),)

    def recognise(self, glimpse: Glimpse) -> Certainty:
        r"""By ``{\rtf`` at the beginning."""
        return Certainty.SURE if glimpse.head.startswith(b"{\\rtf") else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """What the user properties and the information group state.

        Args:
            source: The document.

        Returns:
            Statements, title and author.

        Raises:
            Damaged: Its braces do not match.
            TooLarge: Longer than any manuscript.
        """
        document = rtf.Rtf(read_bounded(source))
        tags = document.tags()
        binding = table.binding_of(tags)
        sentences = [(f"RTF {tag.key}", tag.value) for tag in tags if is_sentence(tag)]
        sentences.append((r"RTF \copyright", document.info(b"copyright")))
        return Reading(
            statements=(
                *table.from_tags([tag for tag in tags if is_known(tag.key)], "RTF"),
                *(Stated("rights", place, text) for place, text in sentences if text.strip()),
            ),
            facts=Facts(title=document.info(b"title"), creator=document.info(b"author")),
            record=binding.record,
            work=binding.work,
            fingerprints=binding.fingerprints,
        )

    def decode(self, source: BinaryIO) -> Words:
        """The words of the document.

        Args:
            source: The document.

        Returns:
            Words; the guard covers the text and every byte outside the two groups that we write in.

        Raises:
            Damaged: It cannot be read as rich text.
            TooLarge: Longer than any manuscript.
        """
        content = read_bounded(source)
        document = rtf.Rtf(content)
        outside = document.outside()
        return words(_text(outside, document.codec), outside)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the document with the inscription in it.

        Args:
            source: The document.
            target: Receives the copy.
            inscription: What to write.

        Raises:
            Damaged: Its braces do not match.
            TooLarge: Longer than any manuscript.
        """
        target.write(rtf.Rtf(read_bounded(source)).merged(inscription))


def _text(content: bytes, codec: str) -> str:
    try:
        text = str(rtf_to_text(content.decode(codec, "replace"), errors="replace"))  # type: ignore[no-untyped-call]
    except Exception as error:  # ValueError, LookupError, IndexError and others were seen on mutated files
        raise Damaged(f"The rich text cannot be read: {error}.") from error
    if len(text) > TEXT_LIMIT:
        raise Damaged("The rich text unfolds to more than any manuscript.")
    lines = (line.strip() for line in text.replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line)
