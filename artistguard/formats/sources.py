"""What the formats share whose files are sources in plain text: opening them exactly, and statements in comments."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from artistguard.decoding import text as decoding
from artistguard.decoding.values import Opaque
from artistguard.errors import CannotEmbed, Damaged, EmptyFile
from artistguard.formats.protocol import Certainty, FileType, Reading
from artistguard.packets.comments import Comments, Manner
from artistguard.packets.keys import notice
from artistguard.terms import Stated
from artistguard.vocabularies import table
from artistguard.works import Digest, Facts, Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Words
    from artistguard.formats.protocol import Glimpse
    from artistguard.terms import Inscription


@dataclass(frozen=True, slots=True)
class Opened:
    """A plain text, taken apart so that it can be put together again byte for byte.

    Attributes:
        text: Without byte order mark, line ends as they are.
        codec: For Python.
        mark: The byte order mark, or nothing.
    """

    text: str
    codec: str
    mark: bytes

    @property
    def unix(self) -> str:
        r"""The text with ``\n`` for every line end."""
        return self.text.replace("\r\n", "\n").replace("\r", "\n")

    def writes(self, words: str) -> bool:
        """Whether the encoding has a place for every letter."""
        try:
            words.encode(self.codec)
        except UnicodeEncodeError:
            return False
        return True

    def packed(self, text: str) -> bytes:
        """Another text in the same encoding.

        Raises:
            CannotEmbed: The encoding has no place for a letter.
        """
        try:
            return self.mark + text.encode(self.codec)
        except UnicodeEncodeError as error:
            raise CannotEmbed("The text's encoding cannot write the statement, or mixes encodings.") from error


def opened(source: BinaryIO) -> Opened:
    """Take a plain text apart.

    Raises:
        Damaged: It is no text.
        EmptyFile: It holds nothing.
        TooLarge: Longer than any manuscript.
    """
    content = decoding.read_bounded(source)
    if not content:
        raise EmptyFile("The text is empty.")
    decoding.plain(content)
    codec, length = decoding.encoding_of(content)
    try:
        text = content[length:].decode(codec)
    except UnicodeDecodeError:
        # Bytes that Windows-1252 leaves undefined; Latin-1 carries them through unchanged.
        codec, text = "latin-1", content[length:].decode("latin-1")
    if text.encode(codec) != content[length:]:
        raise Damaged("The text does not read back as it was written.")
    return Opened(text, codec, content[:length])


def named(glimpse: Glimpse, types: tuple[FileType, ...]) -> str:
    """The first words of a file whose name fits, empty where the name or the bytes do not: words have no signature."""
    if glimpse.extension not in {kind.extension for kind in types} or not glimpse.head:
        return ""
    codec, mark = decoding.encoding_of(glimpse.head)
    text = glimpse.head[mark:].decode(codec, "replace")
    return text if decoding.looks_like_text(text) else ""


class Commented:
    """A source that a program sets, whose statements stand in comments."""

    name: ClassVar[str]
    medium: ClassVar[Medium]
    types: ClassVar[tuple[FileType, ...]]
    manner: ClassVar[Manner]

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """By its name, and surer where its first words are those of its kind."""
        text = named(glimpse, self.types)
        if not text:
            return Certainty.NO
        return Certainty.LIKELY if self.fits(text) else Certainty.WEAK

    def fits(self, _text: str) -> bool:
        """Whether words are those of this kind of source."""
        return False

    def facts(self, _text: str) -> Facts:
        r"""What a source says of the work itself; line ends are ``\n``."""
        return Facts()

    def licence(self, _text: str) -> str:
        """What a source says of rights where its program looks for it, or empty."""
        return ""

    def read(self, source: BinaryIO) -> Reading:
        """What its comments state, and what it says of itself.

        Raises:
            Damaged: It is no text.
            EmptyFile: It holds nothing.
            TooLarge: It is longer than any manuscript.
        """
        whole = opened(source)
        comments = Comments(whole.text, self.manner)
        binding = table.binding_of(comments.tags())
        told = [(tag.key.lower(), tag.value) for tag in comments.rights()]
        licence = self.licence(whole.unix)
        rights = [("copyright", licence)] * bool(licence) + told
        return Reading(
            (
                *table.from_tags(comments.tags(), self.name),
                *(Stated("rights", f"{self.name} {key}", value) for key, value in rights),
            ),
            self.facts(whole.unix),
            binding.record,
            binding.work,
            binding.fingerprints,
        )

    def decode(self, source: BinaryIO) -> Words | Opaque:
        """The words as they are typed, without our comments; of a score, a digest over them.

        Raises:
            Damaged: It is no text.
            EmptyFile: It holds nothing.
            TooLarge: It is longer than any manuscript.
        """
        whole = opened(source)
        bare = Comments(whole.text, self.manner).bare()
        if self.medium is Medium.AUDIO:
            digest = Digest.of(whole.packed(bare))
            return Opaque(digest, digest)
        return decoding.words(bare.replace("\r\n", "\n").replace("\r", "\n"), whole.packed(bare))

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the source with the inscription in a comment.

        Raises:
            CannotEmbed: Its encoding cannot write the statement.
            Damaged: It is no text.
            EmptyFile: It holds nothing.
            TooLarge: It is longer than any manuscript.
        """
        whole = opened(source)
        licensed = bool(self.licence(whole.unix)) or not whole.writes(notice(inscription))
        merged = Comments(whole.text, self.manner).merged(inscription, licensed=licensed)
        content = whole.packed(merged)
        if opened(io.BytesIO(content)).text != merged:
            raise CannotEmbed("The text mixes encodings, so that it could not be written back as it is.")
        target.write(content)
