"""Vorbis comments: the list of ``KEY=value`` lines in FLAC, Ogg Vorbis and Opus files.

Lines that are not ours stay byte for byte, broken ones included. Lengths are 32-bit little-endian, text is UTF-8.

Source: Xiph.Org, "Ogg Vorbis I format specification: comment field and header specification"; RFC 7845 section 5.2
(Opus adds a binary suffix); RFC 9639 section 8.6 (FLAC leaves the framing bit out).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from artistguard.containers.freeform import laid
from artistguard.errors import Damaged
from artistguard.vocabularies.properties import Tag
from artistguard.vocabularies.rights import replaceable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artistguard.vocabularies.properties import Rights


@dataclass(frozen=True, slots=True)
class Comments:
    """One comment block.

    Attributes:
        vendor: Name of the encoder, as stored.
        lines: Each ``KEY=value``, as stored.
        rest: All bytes after the last line: the framing bit of Vorbis, the binary suffix of Opus.
    """

    vendor: bytes = b""
    lines: tuple[bytes, ...] = ()
    rest: bytes = b""

    def tags(self) -> tuple[Tag, ...]:
        """Every well-formed line as key (upper case) and value."""
        found = []
        for line in self.lines:
            key, equals, value = line.partition(b"=")
            if equals:
                found.append(Tag(key.decode("ascii", "replace").upper(), value.decode("utf-8", "replace")))
        return tuple(found)

    def value(self, key: str) -> str:
        """The first value of a key that says something, or empty."""
        return next((tag.value.strip() for tag in self.tags() if tag.key == key and tag.value.strip()), "")

    def inscribed(self, tags: Iterable[Tag], rights: Rights) -> Comments:
        """The same comments with our keys set, and the standard fields filled where they are empty.

        Args:
            tags: Ours; each replaces every line with its key, in the place of the first.
            rights: COPYRIGHT, LICENSE and CONTACT are written only where nobody has said anything.
        """
        fillings = {"COPYRIGHT": rights.copyright, "LICENSE": rights.licence or rights.terms, "CONTACT": rights.contact}
        lines = laid(self.lines, _key, tags, lambda tag: _line(tag.key, tag.value))
        for key, text in fillings.items():
            present = self.value(key)
            if text and replaceable(present) and present != text:
                lines = [line for line in lines if _key(line) != key] + [_line(key, text)]
        return replace(self, lines=tuple(lines))


def _key(line: bytes) -> str:
    return line.partition(b"=")[0].decode("ascii", "replace").upper()


def _line(key: str, value: str) -> bytes:
    return f"{key}={value}".encode("utf-8", "replace")


def parse(block: bytes) -> Comments:
    """Read a comment block that begins with the vendor's length.

    Raises:
        Damaged: A length reaches past the end.
    """
    vendor, at = _counted(block, 0)
    if at + 4 > len(block):
        raise Damaged("The list of comments is cut short.")
    (count,) = struct.unpack_from("<I", block, at)
    at += 4
    if count * 4 > len(block) - at:
        raise Damaged("The list of comments says it is longer than it is.")
    lines = []
    for _ in range(count):
        line, at = _counted(block, at)
        lines.append(line)
    return Comments(vendor, tuple(lines), block[at:])


def _counted(block: bytes, at: int) -> tuple[bytes, int]:
    if at + 4 > len(block):
        raise Damaged("The list of comments is cut short.")
    (length,) = struct.unpack_from("<I", block, at)
    end = at + 4 + length
    if end > len(block):
        raise Damaged("A comment says it is longer than it is.")
    return block[at + 4 : end], end


def render(comments: Comments) -> bytes:
    """The bytes of a comment block; what `parse` read comes out as it was."""
    parts = [struct.pack("<I", len(comments.vendor)), comments.vendor, struct.pack("<I", len(comments.lines))]
    for line in comments.lines:
        parts += [struct.pack("<I", len(line)), line]
    return b"".join([*parts, comments.rest])
