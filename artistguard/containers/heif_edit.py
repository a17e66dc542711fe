"""Changing and adding items of a HEIF file: pictures keep their bytes, offsets are put right, nothing dead stays.

An item that is there already is replaced where it stands; a new one goes into a box of its own after the pictures.

Source: ISO/IEC 14496-12:2022, sections 8.1.1 (media data), 8.11 (metadata); ISO/IEC 23008-12:2022, annex A.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from artistguard.containers import boxes
from artistguard.containers.heif import DESCRIBES, XMP_TYPE, parse
from artistguard.containers.iloc import Extent, Place, put
from artistguard.containers.splice import Cut, Splice
from artistguard.errors import CannotEmbed, Damaged

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from artistguard.containers.boxes import Box
    from artistguard.containers.heif import Heif

MOST_USES = 16
"""Items may share bytes, but not so that all together are this many times as long as the file."""
_PICTURE_DATA = frozenset({b"mdat"})
_EXIF_ENTRY = b"Exif\0"
_XMP_ENTRY = b"mime\0" + XMP_TYPE.encode() + b"\0"


@dataclass(frozen=True, slots=True)
class _Plan:
    """What goes where.

    Attributes:
        within: Items replaced where they stand in the file, with the ranges they have now.
        beside: Items replaced where they stand in the item data box.
        after: Items whose bytes go into a box of their own.
        described: Items that must be said to describe the shown picture.
        added: Numbers of the new items, each with its entry for the item list: kind, name and what belongs to it.
    """

    within: Mapping[int, tuple[tuple[int, int], ...]]
    beside: Mapping[int, tuple[tuple[int, int], ...]]
    after: tuple[int, ...]
    described: tuple[int, ...]
    added: Mapping[int, bytes]


def rewrite(heif: Heif, exif: bytes | None, xmp: bytes | None) -> bytes:
    """The file with another Exif block or XMP packet.

    Args:
        heif: The file as it is.
        exif: What the Exif item shall hold; None to leave it. The item is added where there is none.
        xmp: What the XMP item shall hold, likewise.

    Returns:
        The whole new file.

    Raises:
        CannotEmbed: The file uses offsets in ways that we do not follow.
        Damaged: It is malformed.
    """
    fillings: dict[int, bytes] = {}
    added: dict[int, bytes] = {}
    for item, filling, entry in ((heif.exif, exif, _EXIF_ENTRY), (heif.xmp, xmp, _XMP_ENTRY)):
        if filling is None:
            continue
        number = item.number if item else free_number(heif, added)
        fillings[number] = filling
        added |= {} if item else {number: entry}
    _refuse_the_unfoldable(heif)
    changed = _Rewriting(heif, fillings, _plan(heif, fillings, added)).done()
    _prove(heif, fillings, changed)
    return changed


def free_number(heif: Heif, more: Collection[int] = ()) -> int:
    """An id that no item, group or track of the file has, nor anything else that is about to be added.

    Raises:
        CannotEmbed: None is left.
    """
    taken = (
        {0, heif.primary, *more}
        | {item.number for item in heif.items}
        | {place.item for place in heif.locations.places}
    )
    taken |= {number for link in heif.links for number in (link.source, *link.targets)} | _groups(heif)
    number = max(taken) + 1
    if number <= 0xFFFF:
        return number
    free = next((after for before, after in pairwise(sorted(taken)) if after - before > 1), 0)
    if not 0 < free <= 0x10000:
        raise CannotEmbed("The picture has no free number left for one more item.")
    return free - 1


def _groups(heif: Heif) -> set[int]:
    grpl = heif.part(b"grpl")
    if grpl is None:
        return set()
    content = heif.content[grpl.body : grpl.end]
    return {int.from_bytes(content[box.body + 4 : box.body + 8]) for box in boxes.inside(content)}


def _refuse_the_unfoldable(heif: Heif) -> None:
    moov = next((box for box in heif.top if box.kind == b"moov"), None)
    inner = heif.content[moov.body : moov.end] if moov else b""
    if heif.unfoldable or b"iloc" in inner or b"saio" in inner:
        raise CannotEmbed("The file is a recording in fragments, in which nothing may be moved.")


def _plan(heif: Heif, fillings: Mapping[int, bytes], added: Mapping[int, bytes]) -> _Plan:
    within: dict[int, tuple[tuple[int, int], ...]] = {}
    beside: dict[int, tuple[tuple[int, int], ...]] = {}
    used = {place.item: heif.ranges(place) for place in heif.locations.places if place.method < 2}
    if sum(length for pieces in used.values() for _, length in pieces) > MOST_USES * len(heif.content):
        raise CannotEmbed("The parts of this picture lie over one another, so none can be changed safely.")
    for number in fillings:
        place = heif.where.get(number)
        ranges = used.get(number, ())
        if place is None or not ranges or _shared(number, ranges, used):
            continue
        if place.method == 1:
            beside[number] = ranges
        elif all(_holder(heif, first, length).kind in _PICTURE_DATA for first, length in ranges):
            within[number] = ranges
    told = {link.source for link in heif.links if link.kind == DESCRIBES}
    after = tuple(number for number in fillings if number not in within and number not in beside)
    return _Plan(within, beside, after, tuple(number for number in fillings if number not in told), added)


def _shared(number: int, ranges: tuple[tuple[int, int], ...], used: Mapping[int, tuple[tuple[int, int], ...]]) -> bool:
    """Whether a piece is empty or another item, or another piece of the same, uses any of its bytes."""
    others = [piece for item, pieces in used.items() if item != number for piece in pieces]
    return any(
        not length or any(first < start + size and start < first + length for start, size in [*others, *ranges[:index]])
        for index, (first, length) in enumerate(ranges)
    )


def _holder(heif: Heif, first: int, length: int) -> Box:
    for box in heif.top:
        if box.body <= first and first + length <= box.end:
            return box
    raise Damaged("The picture's information stands outside every part of the file.")


class _Rewriting:
    """One file being changed; the length of the item list is known before the offsets in it are."""

    def __init__(self, heif: Heif, fillings: Mapping[int, bytes], plan: _Plan) -> None:
        self._heif = heif
        self._fillings = fillings
        self._plan = plan
        self._room = _room(heif)
        self._data = Splice(_cuts(plan.beside, fillings))

    def done(self) -> bytes:
        """The new file."""
        heif = self._heif
        guessed = self._meta(lambda offset: offset, heif.meta.end)
        cuts = [*_cuts(self._plan.within, self._fillings), *self._lengths(), *self._appended()]
        meta = Cut(heif.meta.start, heif.meta.end, guessed)
        splice = Splice([*cuts, meta])
        news = splice.moved(self._room) - sum(len(self._fillings[number]) for number in self._plan.after)
        cuts += self._moved_chunks(splice)
        return Splice([*cuts, replace(meta, filling=self._meta(splice.moved, news))]).applied(heif.content)

    def _lengths(self) -> list[Cut]:
        """New lengths for the boxes in which items grow or shrink."""
        growth: dict[int, int] = {}
        holders: dict[int, Box] = {}
        for number, ranges in self._plan.within.items():
            for cut in _cuts({number: ranges}, self._fillings):
                box = _holder(self._heif, cut.start, cut.end - cut.start)
                holders[box.start] = box
                growth[box.start] = growth.get(box.start, 0) + cut.growth
        return [_length(box, box.size + growth[box.start]) for box in holders.values() if not box.open_ended]

    def _appended(self) -> list[Cut]:
        """The box with the items that have no place yet."""
        body = b"".join(self._fillings[number] for number in self._plan.after)
        return [Cut(self._room, self._room, boxes.pack(b"mdat", body))] if body else []

    def _moved_chunks(self, splice: Splice) -> list[Cut]:
        """The tables of a moving picture; their length stays."""
        content = self._heif.content
        return [
            Cut(box.body, box.end, boxes.move_chunks(content[box.body : box.end], splice.moved))
            for box in self._heif.top
            if box.kind == b"moov"
        ]

    def _meta(self, moved: Callable[[int], int], news: int) -> bytes:
        heif = self._heif
        fresh = {b"iloc": self._locations(moved, news), b"iinf": self._list(), b"iref": self._links()}
        body = [heif.content[heif.meta.body : heif.meta.body + 4]]
        for box in heif.parts:
            piece = heif.content[box.start : box.end]
            if box.kind == b"idat":
                piece = boxes.pack(b"idat", self._data.applied(heif.content)[box.body : self._data.moved(box.end)])
            body.append(fresh.pop(box.kind, piece))
        return boxes.pack(b"meta", b"".join([*body, *fresh.values()]))

    def _locations(self, moved: Callable[[int], int], news: int) -> bytes:
        heif, plan, old = self._heif, self._plan, self._heif.locations.with_room()
        start = heif.idat.body if heif.idat else 0
        places: list[Place] = []
        for place in old.places:
            filling = len(self._fillings.get(place.item, b""))
            if place.item in plan.within:
                places.append(old.whole(place.item, moved(plan.within[place.item][0][0]), filling))
            elif place.item in plan.beside:
                offset = self._data.moved(plan.beside[place.item][0][0]) - start
                places.append(Place(place.item, 1, 0, 0, (Extent(offset, filling),)))
            elif place.method == 0 and place.item not in plan.after:
                places.append(old.shifted(place, moved))
            elif place.method == 1 and place.item not in plan.after:
                places.append(old.shifted(place, lambda offset: self._data.moved(offset + start) - start))
            elif place.method == 2:
                places.append(place)
        for number in plan.after:
            places.append(old.whole(number, news, len(self._fillings[number])))
            news += len(self._fillings[number])
        return replace(old, places=tuple(places)).packed()

    def _list(self) -> bytes:
        """The item list, with an entry more for each new item."""
        box = self._heif.part(b"iinf")
        if box is None:
            raise Damaged("The list of what the picture consists of is missing.")
        content = self._heif.content[box.body : box.end]
        width = 4 if content[0] else 2
        added = self._plan.added
        entries = b"".join(
            boxes.pack_full(b"infe", 2, 0, put(number, 2) + bytes(2) + added[number]) for number in added
        )
        return boxes.pack(
            b"iinf", content[:4] + put(len(self._heif.items) + len(added), width) + content[4 + width :] + entries
        )

    def _links(self) -> bytes:
        """The references, with one more for each item that must be said to describe the shown picture."""
        box = self._heif.part(b"iref")
        content = self._heif.content[box.body : box.end] if box else bytes(4)
        if not self._plan.described:
            return boxes.pack(b"iref", content) if box else b""
        width = 4 if content[0] else 2
        for number in self._plan.described:
            entry = put(number, width) + put(1, 2) + put(self._heif.primary, width)
            content += boxes.pack(DESCRIBES, entry)
        return boxes.pack(b"iref", content)


def _cuts(ranges: Mapping[int, tuple[tuple[int, int], ...]], fillings: Mapping[int, bytes]) -> list[Cut]:
    """The first piece of an item takes the whole new filling, the others go."""
    return [
        Cut(first, first + length, b"" if index else fillings[number])
        for number, pieces in ranges.items()
        for index, (first, length) in enumerate(pieces)
    ]


def _room(heif: Heif) -> int:
    """Where a new box goes: after the pictures, before what phones append and look for from the end."""
    last = next((box for box in reversed(heif.top) if box.kind == b"mdat"), heif.meta)
    return last.start if last.open_ended else last.end


def _length(box: Box, size: int) -> Cut:
    if box.header == 16:
        return Cut(box.start + 8, box.start + 16, put(size, 8))
    return Cut(box.start, box.start + 4, put(size, 4))


def _prove(heif: Heif, fillings: Mapping[int, bytes], changed: bytes) -> None:
    """Every item that was not to change is the same, those that were hold what they should.

    Raises:
        CannotEmbed: The file uses its bytes in a way that we did not foresee.
    """
    after = parse(changed)
    for place in heif.locations.places:
        if place.method < 2 and after.bytes_of(place.item) != fillings.get(place.item, heif.bytes_of(place.item)):
            raise CannotEmbed("The parts of this picture hang together in a way that cannot be changed safely.")
    if any(after.bytes_of(number) != filling for number, filling in fillings.items()):
        raise CannotEmbed("The parts of this picture hang together in a way that cannot be changed safely.")
