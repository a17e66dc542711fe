"""PDF: the XMP packet of the catalog and entries of the information dictionary, appended as an incremental update.

Not one byte of the original is changed or moved; a later program that rewrites the file finds ordinary metadata.

Source: ISO 32000-2:2020, sections 14.3.2 (metadata streams) and 14.3.3 (information dictionary); TDM Reservation
Protocol, Final Community Group Report, 10 May 2024, section 7 (PDF).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

import pypdfium2

from artistguard.containers.pdf import PdfFile
from artistguard.containers.update import without_update
from artistguard.decoding.text import TEXT_LIMIT, read_bounded, words
from artistguard.errors import CannotEmbed, Damaged, Locked, TooLarge
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.packets import pdfa, xmp
from artistguard.packets.keys import gives_way, is_known
from artistguard.vocabularies import table
from artistguard.vocabularies.properties import Alternative, Ordered, Property, Rule, Tag, text_of
from artistguard.works import Facts, Medium

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from artistguard.decoding.values import Words
    from artistguard.terms import Inscription

LARGEST = 512 * 1024 * 1024
_DC = "http://purl.org/dc/elements/1.1/"
_PASSWORD = 4  # FPDF_ERR_PASSWORD


class Pdf:
    """A document in Portable Document Format."""

    name = "PDF"
    medium = Medium.TEXT
    types = (FileType("pdf", "application/pdf"),)

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure by the header at the beginning, likely where a little junk stands before it."""
        if glimpse.head.startswith(b"%PDF-"):
            return Certainty.SURE
        return Certainty.LIKELY if b"%PDF-" in glimpse.head[:1024] else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """What the packet and the information dictionary state.

        Args:
            source: The document.

        Returns:
            Everything stated; a broken packet states nothing.

        Raises:
            Damaged: No PDF that could be opened.
            Locked: It asks for a password.
            TooLarge: More than LARGEST bytes.
        """
        with PdfFile(read_bounded(source, LARGEST)) as opened:
            return _reading(opened)

    def decode(self, source: BinaryIO) -> Words:
        """The words of all pages.

        Args:
            source: The document.

        Returns:
            Words; the guard covers every stream of the file (pages, pictures, fonts, attachments) but the metadata.

        Raises:
            Damaged: No PDF that could be opened.
            Locked: It asks for a password.
            TooLarge: More pages or text than any manuscript has.
        """
        content = read_bounded(source, LARGEST)
        with PdfFile(content) as opened:
            streams = opened.streams()
        pages = list(_pages(content))
        return words("\n".join(filter(None, pages)), str(len(pages)), streams)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the document and append an update that holds the inscription.

        Args:
            source: The document.
            target: Receives the copy.
            inscription: What to write.

        Raises:
            CannotEmbed: Signed, encrypted, or with a cross-reference that readers must mend.
            Damaged: No PDF.
            Locked: It asks for a password.
        """
        content = without_update(read_bounded(source, LARGEST))
        with PdfFile(content) as opened:
            opened.refuse_oddities()
        with PdfFile(content, mend=False) as opened:
            tags = table.tags(inscription)
            drop = [key for key in opened.info() if gives_way(key, tags)]
            packet = _merged(opened.packet(), opened.info(), inscription)
            written = opened.updated(packet, drop, {tag.key: tag.value for tag in tags})
        with PdfFile(written, mend=False):
            # Opening it without mending proves that the update is sound.
            target.write(written)


def _reading(opened: PdfFile) -> Reading:
    properties, keys = _properties(opened), opened.info()
    tags = tuple(Tag(key, value) for key, value in keys.items() if is_known(key))
    binding = table.binding_of([*properties, *tags])
    return Reading(
        statements=(*table.from_properties(properties, "PDF XMP"), *table.from_tags(tags, "PDF Info")),
        facts=_facts(properties, keys),
        record=binding.record,
        work=binding.work,
        fingerprints=binding.fingerprints,
        credentials=opened.credentials(),
    )


def _properties(opened: PdfFile) -> tuple[Property, ...]:
    try:
        packet = opened.packet()
        return xmp.parse(packet) if packet else ()
    except (Damaged, TooLarge, CannotEmbed):
        return ()


def _merged(existing: bytes | None, keys: Mapping[str, str], inscription: Inscription) -> bytes:
    """The packet with the inscription, and with descriptions where an archival PDF asks for them."""
    ours = table.properties(inscription)
    if keys.get("Author", "").strip():
        # Two fields name the author; the creator's own word in one is not contradicted in the other.
        ours = tuple(one for one in ours if (one.namespace, one.name) != (_DC, "creator"))
    try:
        packet = xmp.merge(existing, [*_told(existing, keys), *ours])
        found = xmp.parse(packet)
    except Damaged as error:
        raise CannotEmbed(f"The PDF's own metadata is broken: {error.message}") from error
    if not pdfa.asks_for_schemas(found):
        return packet
    namespaces = {one.namespace for one in ours}
    return pdfa.described(packet, [one for one in found if one.namespace in namespaces])


def _told(existing: bytes | None, keys: Mapping[str, str]) -> list[Property]:
    """What the information dictionary says, for a first packet: programs that find a packet look only there."""
    if existing:
        return []
    title, author = keys.get("Title", "").strip(), keys.get("Author", "").strip()
    found = [Property(_DC, "dc", "title", Alternative(title), Rule.GIVE)] if title else []
    return [*found, *([Property(_DC, "dc", "creator", Ordered((author,)), Rule.GIVE)] if author else [])]


def _facts(properties: tuple[Property, ...], keys: Mapping[str, str]) -> Facts:
    told = {one.name: text_of(one.value).strip() for one in reversed(properties) if one.namespace == _DC}
    return Facts(
        title=told.get("title", "") or keys.get("Title", "").strip(),
        creator=told.get("creator", "") or keys.get("Author", "").strip(),
    )


def _pages(content: bytes) -> Iterator[str]:
    """The text of every page; errors of the library end here."""
    try:
        with pypdfium2.PdfDocument(content) as document:
            room = TEXT_LIMIT
            for page in document:
                text_page = page.get_textpage()
                text = text_page.get_text_range()
                text_page.close()
                page.close()
                room -= len(text)
                if room < 0:
                    raise TooLarge("The PDF holds more text than any manuscript.")
                yield text.replace("\r\n", "\n").replace("\r", "\n").strip()
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise Locked("The PDF asks for a password before it can be read.") from error
        raise Damaged(f"The PDF's pages cannot be read: {error}.") from error
