"""Photoshop image resources: the rows of ``8BIM`` blocks in JPEG segments, TIFF fields and PSD files.

Source: Adobe Photoshop File Formats Specification (November 2019), section "Image Resource Blocks".
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from artistguard.errors import Damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

IPTC: Final = 0x0404
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


def with_iptc(block: bytes, fields: bytes) -> bytes:
    """Put IPTC fields into a block of resources; everything else stays as it stands, in the same order.

    The digest that Photoshop keeps of the fields tells it whether they were changed behind its back. Where it was
    right before it is made right again; where it was wrong already it stays as it is, which still says "changed".

    Args:
        block: Row of resources, may be empty.
        fields: Row of IIM datasets.

    Returns:
        The new row; the very bytes given where the fields stand there already.

    Raises:
        Damaged: The block is damaged.
    """
    old = parse(block)
    before = iptc_of(old)
    if before == fields:
        return block
    right = hashlib.md5(before or b"", usedforsecurity=False).digest()
    digest = _resource(IPTC_DIGEST, hashlib.md5(fields, usedforsecurity=False).digest())
    parts, placed = list[bytes](), False
    for resource in old:
        if resource.number == IPTC and not placed:
            parts.append(_resource(IPTC, fields))
            placed = True
        elif resource.number == IPTC_DIGEST and resource.data == right:
            parts.append(digest)
        else:
            # A last resource without its padding byte would swallow the signature after it.
            parts.append(resource.raw + b"\0" * (len(resource.raw) % 2))
    return b"".join(parts if placed else [*parts, _resource(IPTC, fields)])


def iptc_of(resources: tuple[Resource, ...]) -> bytes | None:
    """The row of IIM datasets, or None where there is none."""
    return next((resource.data for resource in resources if resource.number == IPTC), None)


def _resource(number: int, data: bytes) -> bytes:
    return b"8BIM" + number.to_bytes(2, "big") + b"\0\0" + len(data).to_bytes(4, "big") + data + b"\0" * (len(data) % 2)
