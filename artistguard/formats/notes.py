"""What the formats of scores in XML share: a score, plain or in an archive, whose header states something.

Notes have neither samples nor words, so a score is guarded, and recognised again, by all of its bytes but ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, ClassVar, Protocol

from artistguard.containers.archive import Archive
from artistguard.decoding import text as decoding
from artistguard.decoding.markup import tree
from artistguard.decoding.values import Opaque
from artistguard.errors import CannotEmbed, EmptyFile
from artistguard.formats.protocol import FileType, Reading
from artistguard.terms import Stated
from artistguard.vocabularies import table
from artistguard.works import Digest, Medium

if TYPE_CHECKING:
    from lxml.etree import _Element

    from artistguard.terms import Inscription
    from artistguard.vocabularies.properties import Tag
    from artistguard.works import Facts

_SIGNATURES = "META-INF/signatures.xml"


class Header(Protocol):
    """The part of a score in which statements stand."""

    def tags(self) -> tuple[Tag, ...]:
        """What states a choice or binds to a record."""
        ...

    def rights(self) -> tuple[Tag, ...]:
        """The lines about rights, by the name of the field they stand in."""
        ...

    def merged(self, inscription: Inscription) -> bytes:
        """The whole score with the inscription in it; merging the same again gives the same bytes."""
        ...

    def bare(self) -> bytes:
        """The whole score without what we wrote."""
        ...


@dataclass(frozen=True, slots=True)
class _Opened:
    """A score, out of its archive if it is in one.

    Attributes:
        archive: Around it, or None.
        path: Of the score inside the archive.
        content: Of the score.
        root: Its outermost element.
    """

    archive: Archive | None
    path: str
    content: bytes
    root: _Element


class Notes:
    """A score in XML, plain or in an archive."""

    name: ClassVar[str]
    medium = Medium.AUDIO
    types: ClassVar[tuple[FileType, ...]]

    def path(self, archive: Archive) -> str:
        """Where an archive holds its score.

        Raises:
            Damaged: It does not say, or holds none.
        """
        raise NotImplementedError

    def header(self, content: bytes, root: _Element) -> Header:
        """The part of a score in which statements stand.

        Raises:
            Damaged: It is no score of this kind.
            TooLarge: The header is larger than any.
        """
        raise NotImplementedError

    def facts(self, root: _Element) -> Facts:
        """Title, composer and number of the work."""
        raise NotImplementedError

    def read(self, source: BinaryIO) -> Reading:
        """Title, composer, rights and statements of the score.

        Raises:
            Damaged: It is not well-formed, or no score.
            EmptyFile: There is nothing.
            Locked: It is encrypted.
            TooLarge: It is larger than any score.
        """
        opened = self._opened(source)
        header = self.header(opened.content, opened.root)
        tags = header.tags()
        binding = table.binding_of(tags)
        rights = (Stated("rights", f"{self.name} {tag.key}", tag.value) for tag in header.rights())
        return Reading(
            (*table.from_tags(tags, self.name), *rights),
            self.facts(opened.root),
            binding.record,
            binding.work,
            binding.fingerprints,
        )

    def decode(self, source: BinaryIO) -> Opaque:
        """A digest over all but our fields.

        Raises:
            Damaged: It is not well-formed, or no score.
            EmptyFile: There is nothing.
            Locked: It is encrypted.
            TooLarge: It is larger than any score.
        """
        opened = self._opened(source)
        others = opened.archive.untouched({opened.path}).hex.encode() if opened.archive else b""
        digest = Digest.of(others + self.header(opened.content, opened.root).bare())
        return Opaque(digest, digest)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the score with the inscription in its header.

        Raises:
            CannotEmbed: It is signed, or declares entities.
            Damaged: It is not well-formed, or no score.
            EmptyFile: There is nothing.
            Locked: It is encrypted.
            TooLarge: It is larger than any score.
        """
        opened = self._opened(source)
        merged = self.header(opened.content, opened.root).merged(inscription)
        if opened.archive is None:
            target.write(merged)
            return
        if _SIGNATURES in opened.archive:
            raise CannotEmbed("The score is signed, and any edit would break the signature.")
        opened.archive.rewrite(target, {opened.path: merged})

    def _opened(self, source: BinaryIO) -> _Opened:
        content = decoding.read_bounded(source)
        if not content:
            raise EmptyFile("The file is empty.")
        if not content.startswith(b"PK\3\4"):
            return _Opened(None, "", content, tree(content))
        archive = Archive(source)
        path = self.path(archive)
        inner = archive.content(path, decoding.TEXT_LIMIT)
        return _Opened(archive, path, inner, tree(inner))
