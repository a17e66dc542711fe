"""The item list of iTunes metadata (``ilst``) in the ``moov`` box of MP4 files: read, and written back item by item.

Items that are not ours stay byte for byte. Free space in the file is left alone: what follows moves, and the caller
puts the chunk offsets right.

Source: Apple, "QuickTime File Format Specification", section "Metadata"; ISO/IEC 14496-12:2022, 8.10.1 (udta) and
8.11.1 (meta). Item kinds as iTunes writes them: ``----`` holds ``mean``, ``name`` and ``data``; ``data`` begins with
a type (1 is UTF-8, 2 UTF-16) and a locale, 32 bits each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.containers.boxes import Box, inside, pack, pack_full
from artistguard.containers.freeform import laid
from artistguard.vocabularies.properties import Tag
from artistguard.vocabularies.rights import replaceable

if TYPE_CHECKING:
    from collections.abc import Iterable

FREEFORM = b"----"
MEAN = b"com.apple.iTunes"
COPYRIGHT = b"cprt"
_TEXT_TYPES = {0: "utf-8", 1: "utf-8", 2: "utf-16-be"}
_HANDLER = pack_full(b"hdlr", 0, 0, bytes(4) + b"mdirappl" + bytes(9))


@dataclass(frozen=True, slots=True)
class Item:
    """One item.

    Attributes:
        kind: Four bytes.
        body: What it holds.
    """

    kind: bytes
    body: bytes

    def parts(self, kind: bytes) -> list[bytes]:
        """The bodies of its inner boxes of a kind."""
        return [self.body[box.body : box.end] for box in inside(self.body) if box.kind == kind]

    def data(self) -> bytes:
        """The first value, without type and locale."""
        return next((part[8:] for part in self.parts(b"data") if len(part) >= 8), b"")

    def text(self) -> str:
        """All values that are text, joined by `` / ``."""
        found = []
        for part in self.parts(b"data"):
            codec = _TEXT_TYPES.get(int.from_bytes(part[:4], "big"))
            if codec and len(part) >= 8:
                found.append(part[8:].decode(codec, "replace").strip("\0 "))
        return " / ".join(words for words in found if words)

    def key(self) -> str | None:
        """The name of a free-form item, None for any other."""
        names = self.parts(b"name") if self.kind == FREEFORM else []
        return names[0][4:].decode("utf-8", "replace") if names else None


_WAY = (b"udta", b"meta", b"ilst")


def _chain(moov: bytes) -> tuple[Box, ...]:
    """Boxes on the way from moov to ilst, as far as there are any, counted from the start of the moov body."""
    chain: list[Box] = []
    start, end = 0, len(moov)
    for kind in _WAY:
        found = next((box for box in inside(moov[:end], start) if box.kind == kind), None)
        if found is None:
            break
        chain.append(found)
        start, end = found.body, found.end
        if kind == b"meta":
            start += _version_bytes(moov, found)
    return tuple(chain)


def _version_bytes(moov: bytes, meta: Box) -> int:
    """QuickTime's own files have no version in front of what a meta box holds."""
    return 0 if moov[meta.body + 4 : meta.body + 8] == b"hdlr" else 4


def items(moov: bytes) -> tuple[Item, ...]:
    """The items in the body of a moov box; none when there is no list.

    Raises:
        Damaged: Boxes do not fit into one another.
    """
    chain = _chain(moov)
    if len(chain) < len(_WAY):
        return ()
    content = moov[chain[-1].body : chain[-1].end]
    return tuple(Item(box.kind, content[box.body : box.end]) for box in inside(content))


def text(found: Iterable[Item], kind: bytes) -> str:
    """The words of the first item of a kind that says something."""
    return next((words for item in found if item.kind == kind and (words := item.text())), "")


def tags(found: Iterable[Item]) -> tuple[Tag, ...]:
    """Every free-form item as key and value."""
    return tuple(Tag(key, item.text()) for item in found if (key := item.key()) is not None)


def inscribed(found: Iterable[Item], own: Iterable[Tag], words: str) -> list[Item]:
    """The items with our keys set, and the copyright item filled where it is empty.

    Args:
        found: As `items` tells them.
        own: Our keys, each a free-form item.
        words: The copyright line.
    """
    changed = laid(found, Item.key, own, _freeform)
    if not words or not replaceable(text(changed, COPYRIGHT)):
        return changed
    fresh = Item(COPYRIGHT, _data(words))
    at = next((index for index, item in enumerate(changed) if item.kind == COPYRIGHT), len(changed))
    return [*changed[:at], fresh, *(item for item in changed[at:] if item.kind != COPYRIGHT)]


def _freeform(tag: Tag) -> Item:
    mean = pack_full(b"mean", 0, 0, MEAN)
    name = pack_full(b"name", 0, 0, tag.key.encode("utf-8"))
    return Item(FREEFORM, mean + name + _data(tag.value))


def _data(words: str) -> bytes:
    return pack(b"data", b"\0\0\0\1" + bytes(4) + words.encode("utf-8", "replace"))


def replaced(moov: bytes, found: Iterable[Item]) -> bytes:
    """The body of the moov box with another item list; lists and boxes around it are made where there are none.

    Raises:
        Damaged: Boxes do not fit into one another.
    """
    chain = _chain(moov)
    fresh = pack(b"ilst", b"".join(pack(item.kind, item.body) for item in found))
    if len(chain) < 2:
        fresh = pack_full(b"meta", 0, 0, _HANDLER + fresh)
    if not chain:
        return _appended(moov, 0, len(moov), pack(b"udta", fresh))
    whole = chain[-1]
    if len(chain) < len(_WAY):
        skip = _version_bytes(moov, whole) if whole.kind == b"meta" else 0
        inner = _appended(moov, whole.body + skip, whole.end, fresh)
        fresh = pack(whole.kind, moov[whole.body : whole.body + skip] + inner)
    for outer in reversed(chain[:-1]):
        fresh = pack(outer.kind, moov[outer.body : whole.start] + fresh + moov[whole.end : outer.end])
        whole = outer
    return moov[: whole.start] + fresh + moov[whole.end :]


def _appended(moov: bytes, start: int, end: int, fresh: bytes) -> bytes:
    """A span of boxes with one more behind the last; QuickTime's closing zeros stay last."""
    last = max((box.end for box in inside(moov[:end], start)), default=start)
    return moov[start:last] + fresh + moov[last:end]
