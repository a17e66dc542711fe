"""HEIF files in every layout the standard allows, put together from a real picture."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from artistguard.containers import boxes, heif
from artistguard.containers.heif import DESCRIBES, XMP_TYPE
from artistguard.containers.iloc import Extent, Locations, Place

XMP_NUMBER = 900


@dataclass(frozen=True)
class Layout:
    """How to build it.

    Attributes:
        version: Of the item location box.
        sizes: Widths of offset, length, base and index in bytes.
        beside: Whether everything stands in the item data box (method 1).
        last: Whether the item list comes after the pictures.
        pieces: Into how many pieces each item is cut.
        base: Whether offsets are told by the base.
        wide: Whether the picture data has a 64-bit length.
        open_ended: Whether the last box reaches to the end of the file.
        packet: XMP packet to put between the pictures, or None.
        described: Whether the packet is said to describe the picture.
        trailer: Bytes of boxes after everything.
        references: Version of the item reference box.
    """

    version: int = 0
    sizes: tuple[int, int, int, int] = (4, 4, 0, 0)
    beside: bool = False
    last: bool = False
    pieces: int = 1
    base: bool = False
    wide: bool = False
    open_ended: bool = False
    packet: bytes | None = None
    described: bool = True
    trailer: bytes = b""
    references: int = 0


def build(real: bytes, layout: Layout) -> bytes:
    """A file with the items of a real one in another layout."""
    picture = heif.parse(real)
    packets = {} if layout.packet is None else {XMP_NUMBER: layout.packet}
    held = packets | {place.item: picture.bytes_of(place.item) for place in picture.locations.places}
    ftyp = real[picture.top[0].start : picture.top[0].end]
    body = b"".join(held.values())
    data = b"" if layout.beside else _data(body, layout)
    if layout.last:
        first = len(ftyp) + len(data) - len(body)
        return ftyp + data + _meta(picture, held, layout, 0 if layout.beside else first) + layout.trailer
    length = len(_meta(picture, held, layout, 0))
    first = 0 if layout.beside else len(ftyp) + length + len(data) - len(body)
    return ftyp + _meta(picture, held, layout, first) + data + layout.trailer


def _data(body: bytes, layout: Layout) -> bytes:
    if layout.open_ended:
        return struct.pack(">I4s", 0, b"mdat") + body
    if layout.wide:
        return struct.pack(">I4sQ", 1, b"mdat", 16 + len(body)) + body
    return boxes.pack(b"mdat", body)


def _meta(picture: heif.Heif, held: dict[int, bytes], layout: Layout, first: int) -> bytes:
    out = [bytes(4)]
    for box in picture.parts:
        piece = picture.content[box.start : box.end]
        if box.kind == b"iinf":
            piece = _list(picture, layout)
        elif box.kind == b"iloc":
            piece = _locations(held, layout, first)
        elif box.kind in {b"iref", b"idat"}:
            continue
        out.append(piece)
    out.append(_references(picture, layout))
    if layout.beside:
        out.append(boxes.pack(b"idat", b"".join(held.values())))
    return boxes.pack(b"meta", b"".join(out))


def _list(picture: heif.Heif, layout: Layout) -> bytes:
    box = picture.part(b"iinf")
    assert box is not None
    content = picture.content[box.body : box.end]
    assert content[0] == 0
    if layout.packet is None:
        return boxes.pack(b"iinf", content)
    entry = struct.pack(">HH4s", XMP_NUMBER, 0, b"mime") + b"XMP\0" + XMP_TYPE.encode() + b"\0\0"
    count = struct.pack(">H", len(picture.items) + 1)
    return boxes.pack(b"iinf", content[:4] + count + content[6:] + boxes.pack_full(b"infe", 2, 1, entry))


def _references(picture: heif.Heif, layout: Layout) -> bytes:
    links = [(link.kind, link.source, link.targets) for link in picture.links]
    if layout.packet is not None and layout.described:
        links.append((DESCRIBES, XMP_NUMBER, (picture.primary,)))
    code = "I" if layout.references else "H"
    body = b"".join(
        boxes.pack(kind, struct.pack(f">{code}H{len(targets)}{code}", source, len(targets), *targets))
        for kind, source, targets in links
    )
    return boxes.pack_full(b"iref", layout.references, 0, body) if body else b""


def _locations(held: dict[int, bytes], layout: Layout, first: int) -> bytes:
    places = []
    for number, content in held.items():
        step = -(-len(content) // layout.pieces)
        cuts = [(at, min(step, len(content) - at)) for at in range(0, len(content), step)]
        base = first if layout.base else 0
        extents = tuple(Extent(first - base + at, length, index + 1) for index, (at, length) in enumerate(cuts))
        if not layout.sizes[3]:
            extents = tuple(Extent(extent.offset, extent.length) for extent in extents)
        places.append(Place(number, 1 if layout.beside else 0, 0, base, extents))
        first += len(content)
    return Locations(layout.version, 0, *layout.sizes, tuple(places)).packed()
