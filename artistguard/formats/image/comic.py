"""Comics in a ZIP archive (CBZ): statements in the notes of ``ComicInfo.xml``, every page untouched.

A comic is seen, and recognised again, by its cover: the first page by name, as reading programs show it.

Source: ComicInfo schema 2.0 (Anansi Project): the member stands outside all folders; APPNOTE.TXT 6.3.10.
"""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers.archive import Archive
from artistguard.decoding import image
from artistguard.decoding.values import Opaque, Pixels
from artistguard.errors import EmptyFile, FileProblem
from artistguard.formats import covers
from artistguard.formats.protocol import Certainty, FileType, Reading
from artistguard.packets.comicinfo import MEMBER, ComicInfo
from artistguard.terms import Stated
from artistguard.vocabularies import table
from artistguard.works import Digest, Medium

if TYPE_CHECKING:
    from artistguard.formats.protocol import Glimpse
    from artistguard.terms import Inscription

_DECODERS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")


class Comic:
    """A comic in a ZIP archive."""

    name = "CBZ comic"
    medium = Medium.IMAGE
    types = (FileType("cbz", "application/vnd.comicbook+zip"),)

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Likely where an archive lists a description of a comic, or bears the name."""
        if not glimpse.head.startswith(b"PK\3\4"):
            return Certainty.NO
        return Certainty.LIKELY if MEMBER.encode() in glimpse.tail or glimpse.extension == "cbz" else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """What the description states.

        Raises:
            Damaged: No sound archive, or its description is not well-formed.
            Locked: The description is encrypted.
            TooLarge: It is larger than any.
        """
        described = _described(Archive(source))
        tags = described.tags()
        binding = table.binding_of(tags)
        rights = (Stated("rights", "ComicInfo rights", line) for line in described.rights())
        return Reading(
            (*table.from_tags(tags, "ComicInfo"), *rights),
            described.facts(),
            binding.record,
            binding.work,
            binding.fingerprints,
        )

    def decode(self, source: BinaryIO) -> Pixels | Opaque:
        """The cover; a digest over all pages where it cannot be seen.

        Raises:
            Damaged: No sound archive, or its description is not well-formed.
            EmptyFile: There is nothing.
            Locked: The description is encrypted.
            TooLarge: It is larger than any.
        """
        source.seek(0)
        if not source.read(1):
            raise EmptyFile("The file is empty.")
        archive = Archive(source)
        pages = archive.untouched({MEMBER})
        guard = Digest.of(pages.hex.encode() + _described(archive).bare())
        cover = covers.page_of_comic(archive)
        try:
            seen = image.pixels(io.BytesIO(cover), _DECODERS) if cover else None
        except FileProblem:
            seen = None
        if seen is None:
            return Opaque(pages, guard)
        return replace(seen, frames=len(covers.pages_of_comic(archive)), payload=pages, guard=guard)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the comic with the inscription in its description, which is made where there is none.

        Raises:
            CannotEmbed: The description holds something else, or the archive cannot be rebuilt.
            Damaged: No sound archive, or its description is not well-formed.
            Locked: The description is encrypted.
            TooLarge: It is larger than any.
        """
        archive = Archive(source)
        archive.rewrite(target, {MEMBER: _described(archive).merged(inscription)})


def _described(archive: Archive) -> ComicInfo:
    return ComicInfo(archive.content(MEMBER) if MEMBER in archive else None)
