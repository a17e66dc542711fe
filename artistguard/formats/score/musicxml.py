"""MusicXML and its compressed form MXL: statements in the score's identification, every other byte as it stands.

Notes have neither samples nor words, so a score is guarded, and recognised again, by all of its bytes but ours.

Source: MusicXML 4.0 (W3C, 2021), elements "identification" and "work", and "Compressed .MXL files".
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers.archive import Archive
from artistguard.decoding import text as decoding
from artistguard.decoding.markup import tree
from artistguard.decoding.values import Opaque
from artistguard.errors import CannotEmbed, Damaged, EmptyFile
from artistguard.formats import markup
from artistguard.formats.protocol import Certainty, FileType, Reading
from artistguard.packets.keys import is_known
from artistguard.packets.musicxml import Score
from artistguard.terms import Stated
from artistguard.vocabularies import table
from artistguard.works import Digest, Facts, Medium

if TYPE_CHECKING:
    from lxml.etree import _Element

    from artistguard.formats.protocol import Glimpse
    from artistguard.terms import Inscription

_ROOTS = frozenset({"score-partwise", "score-timewise"})
_CONTAINER, _SIGNATURES = "META-INF/container.xml", "META-INF/signatures.xml"
_MXL = b"application/vnd.recordare.musicxml"


class MusicXml:
    """Scores in MusicXML."""

    name = "MusicXML"
    medium = Medium.AUDIO
    types = (
        FileType("musicxml", "application/vnd.recordare.musicxml+xml"),
        FileType("mxl", "application/vnd.recordare.musicxml"),
    )

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the outermost element is a score's, or an archive declares itself to hold one."""
        if markup.root_of(glimpse.head) in _ROOTS:
            return Certainty.SURE
        if not glimpse.head.startswith(b"PK\3\4"):
            return Certainty.NO
        if _MXL in glimpse.head[:200]:
            return Certainty.SURE
        listed = _CONTAINER.encode() in glimpse.tail
        return Certainty.LIKELY if listed and glimpse.extension == "mxl" else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """Title, composer, rights and statements of the score.

        Raises:
            Damaged: It is not well-formed, or no score.
            EmptyFile: There is nothing.
            Locked: It is encrypted.
            TooLarge: It is larger than any score.
        """
        opened = _Opened(source)
        tags = [tag for tag in opened.score.tags() if is_known(tag.key)]
        binding = table.binding_of(tags)
        rights = (Stated("rights", "MusicXML rights", line) for line in opened.score.rights())
        return Reading(
            (*table.from_tags(tags, "MusicXML"), *rights),
            _facts(opened.root),
            binding.record,
            binding.work,
            binding.fingerprints,
        )

    def decode(self, source: BinaryIO) -> Opaque:
        """A digest over all but our fields: notes have neither words nor samples.

        Raises:
            Damaged: It is not well-formed, or no score.
            EmptyFile: There is nothing.
            Locked: It is encrypted.
            TooLarge: It is larger than any score.
        """
        opened = _Opened(source)
        others = opened.archive.untouched({opened.path}).hex.encode() if opened.archive else b""
        digest = Digest.of(others + opened.score.bare())
        return Opaque(digest, digest)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the score with the inscription in its identification.

        Raises:
            CannotEmbed: It is signed, or declares entities.
            Damaged: It is not well-formed, or no score.
            EmptyFile: There is nothing.
            Locked: It is encrypted.
            TooLarge: It is larger than any score.
        """
        opened = _Opened(source)
        merged = opened.score.merged(inscription)
        if opened.archive is None:
            target.write(merged)
            return
        if _SIGNATURES in opened.archive:
            raise CannotEmbed("The score is signed, and any edit would break the signature.")
        opened.archive.rewrite(target, {opened.path: merged})


class _Opened:
    """A score, out of its archive if it is in one.

    Attributes:
        archive: Around it, or None.
        path: Of the score inside the archive.
        root: Its outermost element.
        score: Its header, to be read and written.
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
        self.root = tree(content)
        if self.root.tag not in _ROOTS:
            raise Damaged("The file holds no score.")
        self.score = Score(content)


def _path(archive: Archive) -> str:
    """Where the archive says that its score is; other files that it names are renditions."""
    listed = tree(archive.content(_CONTAINER))
    paths = [str(one.get("full-path")) for one in listed.iter("{*}rootfile") if one.get("full-path")]
    if not paths:
        raise Damaged("The archive does not say where its score is.")
    return posixpath.normpath(paths[0])


def _facts(root: _Element) -> Facts:
    creators = root.findall("identification/creator")
    composers = [one for one in creators if one.get("type", "composer") == "composer"]
    creator = " ".join((composers[0].text or "").split()) if composers else ""
    title = _found(root, "work/work-title") or _found(root, "movement-title")
    return Facts(title=title, creator=creator, number=_found(root, "work/work-number"))


def _found(root: _Element, path: str) -> str:
    return " ".join((root.findtext(path) or "").split())
