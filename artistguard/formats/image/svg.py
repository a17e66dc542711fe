"""SVG: an XMP packet in the drawing's ``<metadata>``; every byte outside it stays as it is.

No renderer is among the things this program builds on, so a drawing has no pixels here: it is guarded, and recognised
again, by all of its bytes but the metadata.

Source: Scalable Vector Graphics 2 (W3C, 2018), section 5.8 (metadata element); XMP specification part 3 (Adobe, 2020),
section 1.1.7 (SVG); RFC 1952 (gzip); C2PA 2.1, section A.3.6.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, Final

from artistguard.decoding.values import Opaque
from artistguard.errors import CannotEmbed, Damaged, TooLarge
from artistguard.formats import markup, picture
from artistguard.formats.protocol import Certainty, FileType, Reading
from artistguard.packets.elements import Document, Edit, attribute
from artistguard.works import Digest, Medium

if TYPE_CHECKING:
    from artistguard.formats.protocol import Glimpse
    from artistguard.packets.scan import Element
    from artistguard.terms import Inscription

SVG: Final = "http://www.w3.org/2000/svg"
_RDF, _XMP = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "adobe:ns:meta/"
_SIGNATURE, _C2PA = "http://www.w3.org/2000/09/xmldsig#", "http://c2pa.org/manifest"
_NAMESPACE = f' xmlns:c2pa="{_C2PA}"'.encode()
_GZIP = b"\x1f\x8b"
_MOST_UNPACKED = 256 * 1024 * 1024
_WRAPPER = re.compile(rb"<\?xpacket[^>]*\?>")
_ENTITY = re.compile(rb"<!ENTITY\s+(%\s+)?[^\s>]+\s+(?:\"([^\"]*)\"|'([^']*)')")
_DECLARED = re.compile(rb"\sxmlns(?::([^\s=]+))?\s*=")


class Svg:
    """SVG drawings, plain or compressed with gzip."""

    name = "SVG"
    medium = Medium.IMAGE
    types = (FileType("svg", "image/svg+xml"), FileType("svgz", "image/svg+xml"))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the outermost element is an SVG one; weak where it lies beyond what can be seen."""
        head = glimpse.head
        if head.startswith(_GZIP):
            head = _beginning(head)
        if markup.root_of(head) == "svg":
            return Certainty.SURE if SVG in markup.text_of(head) else Certainty.LIKELY
        hidden = glimpse.extension == "svg" and "<!DOCTYPE svg" in markup.text_of(head)
        return Certainty.WEAK if hidden else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """What the drawing says now.

        Raises:
            Damaged: It is not well-formed.
            EmptyFile: There is nothing.
            TooLarge: Unpacked, it grows beyond all measure.
        """
        document = _document(_unpacked(picture.whole(source)))
        if document is None:
            return Reading()
        home = _home(document)
        found = picture.reading([_packet(document, home)] if home else [], credentials=_signed(document))
        title = document.root.child("title")
        named = found.facts.title or (" ".join(title.text.split()) if title else "")
        return replace(found, facts=replace(found.facts, title=named))

    def decode(self, source: BinaryIO) -> Opaque:
        """A digest over all bytes but the metadata, and the namespace of credentials in it.

        Raises:
            Damaged: It is not well-formed.
            EmptyFile: There is nothing.
            TooLarge: Unpacked, it grows beyond all measure.
        """
        plain = _unpacked(picture.whole(source))
        document = _document(plain)
        if document is None:
            digest = Digest.of(plain)
            return Opaque(digest, digest)
        pieces, place = [], 0
        for element in document.root.all("metadata"):
            cut = document.without(element)
            pieces.append(document.content[place : cut.start])
            place = cut.stop
        # Credentials stand in the metadata, and their namespace is declared on the drawing.
        digest = Digest.of(b"".join([*pieces, document.content[place:]]).replace(_NAMESPACE, b"", 1))
        return Opaque(digest, digest)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the drawing with the inscription in the packet of its metadata.

        Raises:
            CannotEmbed: It is signed, empty, or its metadata cannot be read or told apart from other things.
            Damaged: It is not well-formed.
            EmptyFile: There is nothing.
            TooLarge: Unpacked, it grows beyond all measure.
        """
        original = picture.whole(source)
        plain = _unpacked(original)
        document = _document(plain)
        if document is None:
            raise CannotEmbed("The drawing is larger than can be edited safely.")
        _refuse(document)
        home = _home(document)
        old = _packet(document, home) if home else None
        manner = picture.manners([old] if old else [], None, None, inscription)
        merged = picture.packet_merged(old, inscription, manner)
        if merged == old:
            target.write(original)
            return
        fresh = _WRAPPER.sub(b"", merged).strip()
        edits = [Edit(home.start, home.end, fresh)] if home else _insertion(document, fresh.decode())
        changed = document.edited(edits, entities=True)
        target.write(_packed(changed) if plain is not original else changed)


def _beginning(head: bytes) -> bytes:
    """The first bytes of what a gzip file holds; none where it cannot be unpacked."""
    try:
        return zlib.decompressobj(31).decompress(head, 65536)
    except zlib.error:
        return b""


def _unpacked(content: bytes) -> bytes:
    """The drawing without gzip; the very same bytes where it has none.

    Raises:
        Damaged: It is cut short.
        TooLarge: It grows beyond all measure.
    """
    if not content.startswith(_GZIP):
        return content
    unpacking = zlib.decompressobj(31)
    try:
        plain = unpacking.decompress(content, _MOST_UNPACKED)
    except zlib.error as trouble:
        raise Damaged("The compressed drawing cannot be unpacked.") from trouble
    if unpacking.unconsumed_tail:
        raise TooLarge("The compressed drawing grows larger than is safe.")
    if not unpacking.eof or unpacking.unused_data:
        raise Damaged("The compressed drawing is cut short.")
    return plain


def _packed(plain: bytes) -> bytes:
    """The drawing in gzip, with neither name nor time, so that the same drawing gives the same bytes."""
    packing = zlib.compressobj(9, zlib.DEFLATED, 31)
    return packing.compress(plain) + packing.flush()


def _document(plain: bytes) -> Document | None:
    """The drawing taken apart; None where it has more bytes, elements or depth than are looked at.

    Raises:
        Damaged: It is not well-formed, or no drawing.
    """
    try:
        document = Document(plain)
    except TooLarge:
        return None
    if document.root.name != "svg":
        raise Damaged("The file is no drawing: its outermost element is another one.")
    return document


def _refuse(document: Document) -> None:
    """Stop before drawings in which an added element could break or change something.

    Raises:
        CannotEmbed: With the reason.
    """
    if f'"{_SIGNATURE}"'.encode() in document.content:
        raise CannotEmbed("The drawing is signed, and any change inside it would break the signature.")
    if document.root.empty_tag:
        raise CannotEmbed("The drawing is empty.")
    declared = document.content.count(b"<!ENTITY")
    found = _ENTITY.findall(document.content)
    # Drawings of Illustrator declare addresses; anything with markup in it could hold elements.
    if len(found) != declared or any(parameter or set(b"<&%") & set(one + two) for parameter, one, two in found):
        raise CannotEmbed("The drawing declares parts of itself as entities, which could hide what stands where.")


def _signed(document: Document) -> bool:
    """Whether a C2PA manifest stands in the metadata."""
    return any(child.namespace == _C2PA for metadata in document.root.all("metadata") for child in metadata.children)


def _home(document: Document) -> Element | None:
    """The element that holds the drawing's XMP: a packet if there is one, else a bare RDF, else None."""
    places = [child for metadata in document.root.all("metadata") for child in metadata.children]
    packets = [child for child in places if (child.namespace, child.name) == (_XMP, "xmpmeta")]
    bare = [child for child in places if (child.namespace, child.name) == (_RDF, "RDF")]
    return next(iter(packets + bare), None)


def _packet(document: Document, home: Element) -> bytes:
    """The element's bytes with every prefix declared that it takes from the elements around it."""
    content = document.content[home.start : home.end]
    own = {
        found[1].decode() if found[1] else "" for found in _DECLARED.finditer(document.content, home.start, home.inside)
    }
    used = {prefix for prefix in home.scope if prefix and f"{prefix}:".encode() in content} | _bare(home)
    added = "".join(
        f' xmlns{":" if prefix else ""}{prefix}="{attribute(home.scope[prefix])}"'
        for prefix in sorted(used - own - {"xml"})
    )
    name = len((f"<{home.prefix}:{home.name}" if home.prefix else f"<{home.name}").encode())
    return content[:name] + added.encode() + content[name:]


def _bare(home: Element) -> set[str]:
    """The empty prefix, if an element in the packet is written without any."""
    left = [home]
    while left:
        element = left.pop()
        if not element.prefix and element.namespace:
            return {""}
        left += element.children
    return set()


def _insertion(document: Document, packet: str) -> list[Edit]:
    """The edits that put a new packet into the metadata, which is made after title and description if missing."""
    metadata = document.root.child("metadata")
    if metadata is not None:
        return document.appended(metadata, [packet])
    root = document.root
    name = f"{root.prefix}:metadata" if root.prefix else "metadata"
    place = root.inside
    for child in root.children:
        if child.name not in {"title", "desc"}:
            break
        place = child.end
    return [Edit(place, place, f"\n<{name}>{packet}</{name}>".encode())]
