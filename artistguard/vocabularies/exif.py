"""Exif 3.1 LearningOptOutIn (tag 0x9287 of the Exif directory, type UNDEFINED) and its XMP form.

The value is, in the byte order of the file, a uint16 count of pairs, then the pairs of uint16: a usage (0 all or not
told apart, 1 training of models that generate nothing, 2 training of generative models, 3 data mining, 4 input to a
trained model) and an intention (0 opted out, 1 opted in, 2 unspecified). Usage 0 stands first, no usage twice.

Source: CIPA DC-008 (Exif 3.1), tag LearningOptOutIn, as ExifTool 13.56 documents it.
"""

from __future__ import annotations

import struct
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from artistguard.terms import Choice, Permission, Stated, Usage
from artistguard.vocabularies.grades import covering
from artistguard.vocabularies.properties import Ordered, Property, Structure, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TAG = 0x9287
NAMESPACE = "http://cipa.jp/exif/1.0/"

ByteOrder = Literal["little", "big"]
Pairs = tuple[tuple[int, int], ...]

_OUT, _IN, _UNSAID = 0, 1, 2
_PAIRS: Mapping[Choice, Pairs] = MappingProxyType(
    {
        Choice.ALLOW: ((0, _IN),),
        Choice.NO_GENERATIVE_TRAINING: ((0, _UNSAID), (2, _OUT)),
        Choice.NO_AI_TRAINING: ((0, _UNSAID), (1, _OUT), (2, _OUT)),
        Choice.ASK: ((0, _UNSAID), (1, _OUT), (2, _OUT), (3, _OUT), (4, _OUT)),
        Choice.SEARCH_ONLY: ((0, _UNSAID), (1, _OUT), (2, _OUT), (3, _OUT), (4, _OUT)),
        Choice.NOTHING: ((0, _OUT),),
    }
)
_USES: Mapping[int, Usage] = MappingProxyType(
    {1: Usage.OTHER_TRAINING, 2: Usage.GENERATIVE_TRAINING, 3: Usage.DATA_MINING, 4: Usage.MODEL_INPUT}
)
_SAID: Mapping[int, Permission] = MappingProxyType({_OUT: Permission.FORBIDDEN, _IN: Permission.ALLOWED})
_MOST_PAIRS = 64
"""More pairs than any list of usages will have; a longer value is no such value."""


def pairs(choice: Choice) -> Pairs:
    """The (usage, intention) pairs of a choice, in the order they are written."""
    return _PAIRS[choice]


def encode(choice: Choice, byteorder: ByteOrder) -> bytes:
    """The value of the tag.

    Args:
        choice: One of the six.
        byteorder: Of the Exif block that it is written into.

    Returns:
        2 + 4 n bytes.
    """
    words = [len(pairs(choice)), *(word for pair in pairs(choice) for word in pair)]
    return struct.pack(f"{'<' if byteorder == 'little' else '>'}{len(words)}H", *words)


def decode(value: bytes, byteorder: ByteOrder | None = None) -> tuple[Choice | None, frozenset[Choice]]:
    """What the value of the tag says.

    Args:
        value: Bytes of the tag; trailing padding is allowed.
        byteorder: Of the Exif block; without it, or where only the other order fits, the order that fits is taken.

    Returns:
        The choice and all choices it may have been written for; None and none where the bytes are no such value.
    """
    found = parse(value, byteorder)
    return meaning(found) if found is not None else (None, frozenset())


def parse(value: bytes, byteorder: ByteOrder | None = None) -> Pairs | None:
    """The pairs in the value of the tag, or None where the bytes are no such value."""
    orders: list[ByteOrder] = ["big", "little"]
    if byteorder is not None:
        orders.sort(key=lambda order: order != byteorder)
    for order in orders:
        count = int.from_bytes(value[:2], order)
        if 1 <= count <= _MOST_PAIRS and 2 + 4 * count <= len(value):
            words = struct.unpack_from(f"{'<' if order == 'little' else '>'}{2 * count}H", value, 2)
            found = tuple(zip(words[::2], words[1::2], strict=True))
            if _plausible(found):
                return found
    return None


def meaning(found: Pairs) -> tuple[Choice | None, frozenset[Choice]]:
    """What a set of pairs says, whatever program wrote it.

    A usage that is not named follows usage 0. Opting out under usage 0 covers uses that nobody has thought of yet, so
    it is read as "nothing" even where single usages are opted in again. A usage named twice counts as opted out if it
    is so once.

    Args:
        found: (usage, intention) pairs in any order.

    Returns:
        The choice and all choices it may have been written for.
    """
    exact = frozenset(choice for choice, own in _PAIRS.items() if sorted(own) == sorted(found))
    said: dict[int, int] = {}
    for usage, intention in found:
        said[usage] = min(said.get(usage, intention), intention)
    general = said.get(0, _UNSAID)
    if general == _OUT:
        choice: Choice | None = Choice.NOTHING
    else:
        uses = {use: _SAID.get(said.get(usage, general), Permission.UNSTATED) for usage, use in _USES.items()}
        choice = covering(uses)
    return choice, exact or (frozenset({choice}) if choice else frozenset())


def stated(value: bytes, place: str, byteorder: ByteOrder | None = None) -> Stated:
    """The tag as a statement.

    Args:
        value: Bytes of the tag.
        place: Where it stands, such as ``Exif 0x9287``.
        byteorder: Of the Exif block.

    Returns:
        Layer ``exif``; the value is shown as pairs, or as hexadecimal where it is none.
    """
    found = parse(value, byteorder)
    choice, compatible = decode(value, byteorder)
    shown = value[:_MOST_PAIRS].hex() if found is None else _shown(found)
    return Stated("exif", place, shown, choice, compatible)


def properties(choice: Choice) -> tuple[Property, ...]:
    """exifEX:LearningOptOutIn, a structure of NumberOfSets and the flat sequence Values."""
    words = tuple(str(word) for pair in pairs(choice) for word in pair)
    fields = (
        Property(NAMESPACE, "exifEX", "NumberOfSets", str(len(pairs(choice)))),
        Property(NAMESPACE, "exifEX", "Values", Ordered(words)),
    )
    return (Property(NAMESPACE, "exifEX", "LearningOptOutIn", Structure(fields)),)


def stated_in_packet(found: Iterable[Property], place: str) -> tuple[Stated, ...]:
    """Every LearningOptOutIn of an XMP packet.

    Args:
        found: Properties of the packet.
        place: What to put before the property's name.

    Returns:
        Layer ``exif``.
    """
    return tuple(
        _from_structure(entry, f"{place} {entry.label}".strip())
        for entry in found
        if entry.namespace == NAMESPACE and entry.name == "LearningOptOutIn"
    )


def _from_structure(entry: Property, place: str) -> Stated:
    words: list[int] = []
    if isinstance(entry.value, Structure):
        for part in entry.value.fields:
            if part.name == "Values" and isinstance(part.value, Ordered):
                words = [int(item) for item in part.value.items if isinstance(item, str) and item.isdecimal()]
    found = tuple(zip(words[::2], words[1::2], strict=False))
    if not _plausible(found):
        return Stated("exif", place, text_of(entry.value))
    choice, compatible = meaning(found)
    return Stated("exif", place, _shown(found), choice, compatible)


def _plausible(found: Pairs) -> bool:
    return bool(found) and all(usage <= 255 and intention <= _UNSAID for usage, intention in found)


def _shown(found: Pairs) -> str:
    return " ".join(f"{usage}:{intention}" for usage, intention in found)
