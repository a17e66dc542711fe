"""OpenDocument text: statements as user-defined metadata, every other member of the package untouched.

Source: OASIS OpenDocument 1.3, part 2, sections 3.3 (MIME type), 3.4 (encryption), 3.5 (signatures); part 3, sections
5.1 (paragraphs), 6.1 (blanks), 6.3 (notes).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers.archive import Archive
from artistguard.decoding.markup import mixed, tree
from artistguard.decoding.text import TEXT_LIMIT, words
from artistguard.errors import CannotEmbed, Locked
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.packets.elements import Document
from artistguard.packets.keys import is_known, is_sentence
from artistguard.packets.odf import Metadata
from artistguard.terms import Stated
from artistguard.vocabularies import table
from artistguard.works import Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Words
    from artistguard.terms import Inscription

_MIME = "application/vnd.oasis.opendocument.text"
_META = "meta.xml"
_BODY = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_SIGNATURES = "META-INF/documentsignatures.xml"
_CREDENTIAL = "META-INF/content_credential.c2pa"

_BLOCKS = frozenset({"p", "h"})
_SILENT = frozenset(
    ["annotation", "tracked-changes", "note-citation", "forms", "scripts", "automatic-styles", "font-face-decls"]
)
_SIGNS = {"s": " ", "tab": " ", "line-break": " "}


class Odt:
    """A text document of LibreOffice and its relatives."""

    name = "ODT"
    medium = Medium.TEXT
    types = (FileType("odt", _MIME), FileType("ott", _MIME + "-template"))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the member ``mimetype`` comes first and names a text document."""
        if not glimpse.head.startswith(b"PK\x03\x04"):
            return Certainty.NO
        if glimpse.head[30:38] == b"mimetype" and _MIME.encode() in glimpse.head[38:200]:
            return Certainty.SURE
        parts = b"content.xml" in glimpse.tail and b"META-INF/manifest.xml" in glimpse.tail
        return Certainty.LIKELY if parts and glimpse.extension in {"odt", "ott"} else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """What the user-defined metadata state.

        Args:
            source: The document.

        Returns:
            Statements, title and creator.

        Raises:
            Damaged: No sound document.
            Locked: It is encrypted.
        """
        archive = _opened(source)
        metadata = Metadata(archive.content(_META)) if _META in archive else None
        tags = metadata.tags() if metadata else ()
        binding = table.binding_of(tags)
        sentences = (Stated("rights", f"ODF {tag.key}", tag.value) for tag in tags if is_sentence(tag) and tag.value)
        known = [tag for tag in tags if is_known(tag.key)]
        reading = Reading(
            statements=(*table.from_tags(known, "ODF"), *sentences),
            record=binding.record,
            work=binding.work,
            fingerprints=binding.fingerprints,
            credentials=_CREDENTIAL in archive,
        )
        return reading if metadata is None else _with_facts(reading, metadata)

    def decode(self, source: BinaryIO) -> Words:
        """The words of the body, notes where they are called; comments and deleted text are left out.

        Args:
            source: The document.

        Returns:
            Words; the guard covers the text and every member but the metadata.

        Raises:
            Damaged: No sound document.
            Locked: It is encrypted.
            TooLarge: More text than any manuscript has.
        """
        archive = _opened(source)
        text = mixed(tree(archive.content(_BODY, TEXT_LIMIT)), _BLOCKS, _SILENT, _SIGNS)
        return words(text, archive.untouched({_META}))

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the document with the inscription in its metadata.

        Args:
            source: The document.
            target: Receives the copy.
            inscription: What to write.

        Raises:
            CannotEmbed: It is signed, or has no metadata part.
            Damaged: No sound document.
            Locked: It is encrypted.
        """
        archive = _opened(source)
        if _SIGNATURES in archive:
            raise CannotEmbed("The document is signed, and any edit would break the signature.")
        if _META not in archive:
            raise CannotEmbed("The document has no part for metadata.")
        archive.rewrite(target, {_META: Metadata(archive.content(_META)).merged(inscription)})


def _opened(source: BinaryIO) -> Archive:
    archive = Archive(source)
    if _MANIFEST in archive:
        entries = Document(archive.content(_MANIFEST)).root.children
        if any(entry.child("encryption-data") is not None for entry in entries):
            raise Locked("The document is protected by a password.")
    return archive


def _with_facts(reading: Reading, metadata: Metadata) -> Reading:
    return Reading(
        reading.statements,
        metadata.facts(),
        reading.record,
        reading.work,
        reading.fingerprints,
        reading.credentials,
    )
