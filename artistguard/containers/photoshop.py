"""Photoshop image resources: the rows of ``8BIM`` blocks in JPEG segments, TIFF fields and PSD files.

Source: Adobe Photoshop File Formats Specification (November 2019), section "Image Resource Blocks".
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from artistguard.errors import Damaged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

IPTC: Final = 0x0404
EXIF: Final = 0x0422
XMP: Final = 0x0424
IPTC_DIGEST: Final = 0x0425
SIGNATURES: Final = frozenset({b"8BIM", b"MeSa", b"AgHg", b"PHUT", b"DCSR"})
MOST_RESOURCES: Final = 10_000


@dataclass(frozen=True, slots=True)
class Resource:
    """One image resource.

    Attributes:
        number: Its id, such as 0x0404 for IPTC fields.
        data: Without padding.
        raw: As it stands, signature, name and padding included.
    """

    number: int
    data: bytes
    raw: bytes


def parse(block: bytes) -> tuple[Resource, ...]:
    """Every resource of a block, in order.

    Raises:
        Damaged: A resource has no signature, or reaches past the end.
    """
    return tuple(_resources(block))


def _resources(block: bytes) -> Iterator[Resource]:
    at, count, end = 0, 0, len(block.rstrip(b"\0"))
    while at < end:
        # Signature, id, a name of its own length padded to even with its length byte, then the size of the data.
        head = at + 6
        named = block[head] if head < len(block) else 0
        start = head + (named + 2) // 2 * 2 + 4
        size = int.from_bytes(block[start - 4 : start], "big")
        count += 1
        if block[at : at + 4] not in SIGNATURES or start + size > len(block) or count > MOST_RESOURCES:
            raise Damaged("the Photoshop part of the picture is damaged")
        after = start + size + size % 2
        yield Resource(int.from_bytes(block[at + 4 : head], "big"), block[start : start + size], block[at:after])
        at = after


def with_resources(block: bytes, fresh: Mapping[int, bytes]) -> bytes:
    """Put resources into a block; everything else stays as it stands, in the same order.

    The digest that Photoshop keeps of the IPTC fields tells it whether they were changed behind its back. Where it was
    right before it is made right again; where it was wrong already it stays as it is, which still says "changed".

    Args:
        block: Row of resources, may be empty.
        fresh: Number to data; one that stands there is replaced in its place, others go to the end.

    Returns:
        The new row; the very bytes given where all of that stands there already.

    Raises:
        Damaged: The block is damaged.
    """
    old = parse(block)
    left = {number: data for number, data in fresh.items() if data_of(old, number) != data}
    if not left:
        return block
    if IPTC in left and data_of(old, IPTC_DIGEST) == _digest(data_of(old, IPTC) or b""):
        left[IPTC_DIGEST] = _digest(left[IPTC])
    # A last resource without its padding byte would swallow the signature after it.
    parts = [
        _resource(one.number, left.pop(one.number)) if one.number in left else one.raw + b"\0" * (len(one.raw) % 2)
        for one in old
    ]
    return b"".join([*parts, *(_resource(number, data) for number, data in left.items())])


def with_iptc(block: bytes, fields: bytes) -> bytes:
    """The same for a row of IIM datasets alone."""
    return with_resources(block, {IPTC: fields})


def iptc_of(resources: tuple[Resource, ...]) -> bytes | None:
    """The row of IIM datasets, or None where there is none."""
    return data_of(resources, IPTC)


def data_of(resources: tuple[Resource, ...], number: int) -> bytes | None:
    """What the first resource of a number holds, or None where there is none."""
    return next((resource.data for resource in resources if resource.number == number), None)


def _digest(fields: bytes) -> bytes:
    return hashlib.md5(fields, usedforsecurity=False).digest()


def _resource(number: int, data: bytes) -> bytes:
    return b"8BIM" + number.to_bytes(2, "big") + b"\0\0" + len(data).to_bytes(4, "big") + data + b"\0" * (len(data) % 2)
