"""The items of a HEIF file (AVIF, HEIC): pictures, Exif blocks and XMP packets, and where their bytes stand.

Everything here reads; `artistguard.containers.heif_edit` writes.

Source: ISO/IEC 14496-12:2022, sections 8.11.3 (item location), 8.11.4 (primary item), 8.11.6 (item information),
8.11.11 (item data), 8.11.12 (item reference); ISO/IEC 23008-12:2022, section 6.4.7 and annex A (metadata items).
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from artistguard.containers import boxes
from artistguard.containers.iloc import Locations, Place, take
from artistguard.errors import CannotEmbed, Damaged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.containers.boxes import Box

XMP_TYPE = "application/rdf+xml"
DESCRIBES = b"cdsc"
_UNFOLDABLE = frozenset({b"moof", b"mfra", b"sidx", b"ssix", b"meco", b"styp"})


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the item list.

    Attributes:
        number: The item's id.
        kind: Four bytes, such as ``b"av01"``, ``b"Exif"``, ``b"mime"``.
        content_type: MIME type of a ``mime`` item, else empty.
        encoding: Content encoding of a ``mime`` item, else empty.
        protected: Whether it is encrypted.
    """

    number: int
    kind: bytes
    content_type: str = ""
    encoding: str = ""
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """That one item refers to others: kind ``cdsc`` means "describes"."""

    kind: bytes
    source: int
    targets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Heif:
    """A HEIF file taken apart.

    Attributes:
        content: All its bytes.
        top: Its outermost boxes.
        meta: The box with the item list.
        parts: The boxes inside it; offsets count from the start of the file.
        primary: Id of the picture that is shown.
        items: Every item.
        links: Every reference between items.
        locations: Where the items' bytes stand.
        where: The same by item.
        idat: The box with the bytes that stand beside the list, or None.
    """

    content: bytes
    top: tuple[Box, ...]
    meta: Box
    parts: tuple[Box, ...]
    primary: int
    items: tuple[Item, ...]
    links: tuple[Link, ...]
    locations: Locations
    where: Mapping[int, Place]
    idat: Box | None

    def part(self, kind: bytes) -> Box | None:
        """The box of a kind inside the item list's box, or None."""
        return next((box for box in self.parts if box.kind == kind), None)

    def ranges(self, place: Place) -> tuple[tuple[int, int], ...]:
        """First offset in the file and length of every piece of an item.

        Raises:
            Damaged: A piece lies outside the file.
            CannotEmbed: The bytes stand in another file, or inside another item.
        """
        if place.reference or place.method not in {0, 1}:
            raise CannotEmbed("The picture's information is kept in an unusual way that cannot be changed safely.")
        start, end = 0, len(self.content)
        if place.method == 1:
            if self.idat is None:
                raise Damaged("The picture's information points to a part that is not there.")
            start, end = self.idat.body, self.idat.end
        found = []
        for extent in place.extents:
            first = start + place.base + extent.offset
            length = extent.length or end - first
            if first > end or length < 0 or length > end - first:
                raise Damaged("The picture's information points past the end of the file: the file is cut short.")
            found.append((first, length))
        return tuple(found)

    def bytes_of(self, number: int) -> bytes:
        """What an item holds; empty for an item without bytes.

        Raises:
            Damaged: It lies outside the file, or is longer than the file.
            CannotEmbed: As `ranges`.
        """
        place = self.where.get(number)
        if place is None:
            return b""
        ranges = self.ranges(place)
        if sum(length for _, length in ranges) > len(self.content):
            raise Damaged("A part of the picture is longer than the whole file.")
        return b"".join(self.content[first : first + length] for first, length in ranges)

    def described_by(self, kind: bytes, content_type: str = "") -> Item | None:
        """The item of a kind that describes the shown picture; one that describes no other will do."""
        fitting = [item for item in self.items if item.kind == kind and item.content_type.lower() == content_type]
        about = {link.source: link.targets for link in self.links if link.kind == DESCRIBES}
        exact = [item for item in fitting if self.primary in about.get(item.number, ())]
        loose = [item for item in fitting if not about.get(item.number)]
        return next(iter(exact + loose), None)

    @property
    def xmp(self) -> Item | None:
        """The item with the XMP packet, or None."""
        return self.described_by(b"mime", XMP_TYPE)

    @property
    def exif(self) -> Item | None:
        """The item with the Exif block, or None."""
        return self.described_by(b"Exif")

    @property
    def unfoldable(self) -> bool:
        """Whether parts hold offsets that we do not follow (fragments, indexes), so nothing in the file may move."""
        return any(box.kind in _UNFOLDABLE for box in self.top)


def parse(content: bytes) -> Heif:
    """Take a HEIF file apart.

    Args:
        content: The whole file.

    Raises:
        Damaged: It is malformed or cut short.
        CannotEmbed: It is a pure sequence without an item list.
    """
    source = io.BytesIO(content)
    top = tuple(boxes.walk(source))
    meta = next((box for box in top if box.kind == b"meta"), None)
    if meta is None:
        if any(box.kind == b"moov" for box in top):
            raise CannotEmbed("The file is a moving picture without a still one, and has no place for statements.")
        raise Damaged("The file says that it is a picture but holds none.")
    boxes.full(content[meta.body : meta.end])
    parts = tuple(boxes.walk(source, meta.body + 4, meta.end))
    by_kind = {box.kind: content[box.body : box.end] for box in reversed(parts)}
    if not {b"pitm", b"iinf", b"iloc"} <= by_kind.keys():
        raise Damaged("The list of what the picture consists of is missing.")
    locations = Locations.parse(by_kind[b"iloc"])
    return Heif(
        content,
        top,
        meta,
        parts,
        _primary(by_kind[b"pitm"]),
        _items(by_kind[b"iinf"]),
        _links(by_kind.get(b"iref", bytes(4))),
        locations,
        {place.item: place for place in reversed(locations.places)},
        next((box for box in parts if box.kind == b"idat"), None),
    )


def _primary(content: bytes) -> int:
    version, _ = boxes.full(content)
    return take(content, 4, 4 if version else 2)[0]


def _items(content: bytes) -> tuple[Item, ...]:
    version, _ = boxes.full(content)
    count, place = take(content, 4, 4 if version else 2)
    found = tuple(_item(content[box.body : box.end]) for box in boxes.inside(content, place) if box.kind == b"infe")
    if len(found) != count:
        raise Damaged("The list of what the picture consists of is cut short.")
    return found


def _item(content: bytes) -> Item:
    version, _ = boxes.full(content)
    number, place = take(content, 4, 4 if version >= 3 else 2)
    protection, place = take(content, place, 2)
    kind = b"mime"
    if version >= 2:
        kind = content[place : place + 4]
        place += 4
    item = Item(number, kind, protected=protection != 0)
    if kind != b"mime":
        return item
    _name, content_type, encoding, *_ = [*content[place:].split(b"\0"), b"", b"", b""]
    return replace(item, content_type=content_type.decode("latin-1"), encoding=encoding.decode("latin-1"))


def _links(content: bytes) -> tuple[Link, ...]:
    version, _ = boxes.full(content)
    width = 4 if version else 2
    found = []
    for box in boxes.inside(content, 4):
        body = content[box.body : box.end]
        source, place = take(body, 0, width)
        count, place = take(body, place, 2)
        targets = []
        for _ in range(count):
            target, place = take(body, place, width)
            targets.append(target)
        found.append(Link(box.kind, source, tuple(targets)))
    return tuple(found)
