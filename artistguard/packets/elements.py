"""XML edited in place: elements found with the bytes they stand on, so that all other bytes stay as they were.

A parser that builds a tree and writes it out again loses the order of attributes' quotes, the DOCTYPE, blanks and
comments outside the root. Here the tree, which `scan` reads, is only looked at; the edit is done on the bytes.

Source: Extensible Markup Language 1.0 (fifth edition), productions 2, 10 and appendix F (encoding detection).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.errors import CannotEmbed, Damaged, TooLarge
from artistguard.packets.scan import scan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artistguard.packets.scan import Element

MOST_BYTES = 32 * 1024 * 1024

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARED = re.compile(rb"^<\?xml[^>]*?\bencoding\s*=\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']")
_ATTRIBUTE = re.compile(rb"([^\s=/>\"']+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_BLANKS = b" \t\r\n"


@dataclass(frozen=True, slots=True)
class Edit:
    """Bytes start to stop give way to others."""

    start: int
    stop: int
    content: bytes


class Document:
    """An XML document, its elements, and edits on its bytes.

    Attributes:
        content: The document in UTF-8 without byte order mark; all places count in it.
        root: The outermost element.
    """

    def __init__(self, original: bytes) -> None:
        """Read the document.

        Args:
            original: In UTF-8, UTF-16 or the encoding that its declaration names.

        Raises:
            Damaged: Not well-formed, or not in its encoding.
            TooLarge: More bytes, elements or depth than metadata ever has.
        """
        if len(original) > MOST_BYTES:
            raise TooLarge("The XML inside is larger than any metadata.")
        self._mark, self._codec = _encoding(original)
        try:
            self.content = original[len(self._mark) :].decode(self._codec).encode("utf-8")
        except (UnicodeError, LookupError) as error:
            raise Damaged(f"The XML inside is not in the encoding that it names: {error}.") from error
        self._original = original
        self.root = scan(self.content)

    @property
    def has_entities(self) -> bool:
        """Whether it declares entities of its own, whose text could stand anywhere."""
        return b"<!ENTITY" in self.content

    def edited(self, edits: Iterable[Edit], *, entities: bool = False) -> bytes:
        """The document with edits applied, in its own encoding and with its own byte order mark.

        Args:
            edits: Places that do not overlap; several insertions at one place keep their order.
            entities: Whether it may declare entities, because the caller saw that none of them holds markup.

        Returns:
            The bytes; the original ones where nothing changes.

        Raises:
            CannotEmbed: It declares entities, or its encoding cannot write what is to be written.
        """
        if self.has_entities and not entities:
            raise CannotEmbed("The metadata declares entities of its own, which could hide what stands where.")
        pieces, place = [], 0
        for edit in sorted(edits, key=lambda edit: (edit.start, edit.stop)):
            pieces += [self.content[place : edit.start], edit.content]
            place = edit.stop
        text = b"".join([*pieces, self.content[place:]])
        if text == self.content:
            return self._original
        try:
            return self._mark + text.decode("utf-8").encode(self._codec, "xmlcharrefreplace")
        except UnicodeError as error:
            raise CannotEmbed("The metadata's encoding cannot write the statement.") from error

    def without(self, element: Element) -> Edit:
        """The edit that takes an element away with the blanks before it."""
        start = element.start
        while start and self.content[start - 1] in _BLANKS:
            start -= 1
        return Edit(start, element.end, b"")

    def indent(self, parent: Element) -> bytes:
        """The blanks that stand before the parent's first child, with which new children line up."""
        first = parent.children[0] if parent.children else None
        if first is None:
            return b""
        blanks = self.without(first)
        return self.content[blanks.start : first.start]

    def appended(self, parent: Element, children: Iterable[str]) -> list[Edit]:
        """The edits that put new children behind all others, lined up with them.

        Args:
            parent: Must be an element of this document.
            children: Each a complete element in XML.

        Returns:
            Edits; none where there are no children to put.
        """
        indent = self.indent(parent)
        content = b"".join(indent + child.encode("utf-8") for child in children)
        if not content:
            return []
        if parent.empty_tag:
            name = f"{parent.prefix}:{parent.name}" if parent.prefix else parent.name
            slash = self.content.rindex(b"/", parent.start, parent.end)
            return [Edit(slash, parent.end, b">" + content + f"</{name}>".encode())]
        place = parent.close
        while place > parent.inside and self.content[place - 1] in _BLANKS:
            place -= 1
        return [Edit(place, place, content)]

    def with_attribute(self, element: Element, name: str, value: str) -> Edit:
        """The edit that sets an attribute (as written, with its prefix) on a start tag."""
        tag = self.content[element.start : element.inside]
        written = f'{name}="{attribute(value)}"'.encode()
        for found in _ATTRIBUTE.finditer(tag):
            if found[1] == name.encode():
                return Edit(element.start + found.start(), element.start + found.end(), written)
        place = element.inside - (2 if tag.endswith(b"/>") else 1)
        return Edit(place, place, b" " + written)


def _encoding(original: bytes) -> tuple[bytes, str]:
    for mark, codec in _MARKS:
        if original.startswith(mark):
            return mark, codec
    if original.startswith(b"<\x00"):
        return b"", "utf-16-le"
    if original.startswith(b"\x00<"):
        return b"", "utf-16-be"
    declared = _DECLARED.match(original)
    return b"", declared[1].decode("ascii") if declared else "utf-8"


_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def content(value: str) -> str:
    """A value as character data: markup escaped, characters that XML does not know left out."""
    return re.sub("[&<>]", lambda found: _ESCAPES[found[0]], _FORBIDDEN.sub("", value))


def attribute(value: str) -> str:
    """A value between double quotes; line ends and tabs survive as references."""
    escaped = content(value).replace('"', "&quot;")
    return re.sub("[\t\n\r]", lambda found: f"&#{ord(found[0])};", escaped)
