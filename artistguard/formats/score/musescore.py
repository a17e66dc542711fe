"""MuseScore, plain and compressed: statements as properties of the score, every other byte as it stands.

Notes have neither samples nor words, so a score is guarded, and recognised again, by all of its bytes but ours.

Source: MuseScore 3 and 4 handbooks, "File formats"; files as the program writes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers.archive import Archive
from artistguard.decoding import text as decoding
from artistguard.decoding.markup import tree
from artistguard.decoding.values import Opaque
from artistguard.errors import Damaged, EmptyFile
from artistguard.formats import markup
from artistguard.formats.protocol import Certainty, FileType, Reading
from artistguard.packets.musescore import Properties
from artistguard.terms import Stated
from artistguard.vocabularies import table
from artistguard.works import Digest, Medium

if TYPE_CHECKING:
    from artistguard.formats.protocol import Glimpse
    from artistguard.terms import Inscription

_CONTAINER = "META-INF/container.xml"
_SCORE = ".mscx"


class MuseScore:
    """Scores of MuseScore."""

    name = "MuseScore"
    medium = Medium.AUDIO
    types = (FileType("mscz", "application/x-musescore"), FileType("mscx", "application/x-musescore+xml"))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the outermost element is MuseScore's, or an archive lists a score of it."""
        if markup.root_of(glimpse.head) == "museScore":
            return Certainty.SURE
        listed = glimpse.head.startswith(b"PK\3\4") and _SCORE.encode() in glimpse.tail
        return Certainty.SURE if listed and glimpse.extension == "mscz" else Certainty(2 * listed)

    def read(self, source: BinaryIO) -> Reading:
        """Title, composer, rights and statements of the score.

        Raises:
            Damaged: It is not well-formed, or no score.
            EmptyFile: There is nothing.
            Locked: It is encrypted.
            TooLarge: It is larger than any score.
        """
        properties = _Opened(source).properties
        tags = properties.tags()
        binding = table.binding_of(tags)
        rights = (Stated("rights", f"MuseScore {tag.key}", tag.value) for tag in properties.rights())
        return Reading(
            (*table.from_tags(tags, "MuseScore"), *rights),
            properties.facts(),
            binding.record,
            binding.work,
            binding.fingerprints,
        )

    def decode(self, source: BinaryIO) -> Opaque:
        """A digest over all but our properties: notes have neither words nor samples.

        Raises:
            Damaged: It is not well-formed, or no score.
            EmptyFile: There is nothing.
            Locked: It is encrypted.
            TooLarge: It is larger than any score.
        """
        opened = _Opened(source)
        others = opened.archive.untouched({opened.path}).hex.encode() if opened.archive else b""
        digest = Digest.of(others + opened.properties.bare())
        return Opaque(digest, digest)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the score with the inscription in its properties.

        Raises:
            CannotEmbed: It declares entities.
            Damaged: It is not well-formed, or no score.
            EmptyFile: There is nothing.
            Locked: It is encrypted.
            TooLarge: It is larger than any score.
        """
        opened = _Opened(source)
        merged = opened.properties.merged(inscription)
        if opened.archive is None:
            target.write(merged)
        else:
            opened.archive.rewrite(target, {opened.path: merged})


class _Opened:
    """A score, out of its archive if it is in one.

    Attributes:
        archive: Around it, or None.
        path: Of the score inside the archive.
        properties: To be read and written.
    """

    def __init__(self, source: BinaryIO) -> None:
        """Open it.

        Raises:
            Damaged: It is not well-formed, or no score.
            EmptyFile: There is nothing.
            Locked: It is encrypted.
            TooLarge: It is larger than any score.
        """
        content = decoding.read_bounded(source)
        if not content:
            raise EmptyFile("The file is empty.")
        self.archive = Archive(source) if content.startswith(b"PK\3\4") else None
        self.path = _path(self.archive) if self.archive else ""
        if self.archive:
            content = self.archive.content(self.path, decoding.TEXT_LIMIT)
        tree(content)
        self.properties = Properties(content)


def _path(archive: Archive) -> str:
    """Where the whole score is: what the container names first; parts lie in folders of their own."""
    named: list[str] = []
    if _CONTAINER in archive:
        listed = tree(archive.content(_CONTAINER))
        named = [str(one.get("full-path")) for one in listed.iter("{*}rootfile")]
    found = [name for name in (*named, *archive.names) if name.endswith(_SCORE) and name in archive]
    if not found:
        raise Damaged("The archive holds no score of MuseScore.")
    return found[0]
