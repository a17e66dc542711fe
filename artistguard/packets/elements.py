"""XML edited in place: elements found with the bytes they stand on, so that all other bytes stay as they were.

A parser that builds a tree and writes it out again loses the order of attributes' quotes, the DOCTYPE, blanks and
comments outside the root. Here the tree is only looked at; the edit is done on the bytes.

Source: Extensible Markup Language 1.0 (fifth edition), productions 2, 10, 40-44 and appendix F (encoding detection);
Namespaces in XML 1.0 (third edition).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from artistguard.errors import CannotEmbed, Damaged, TooLarge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

MOST_BYTES = 32 * 1024 * 1024
MOST_ELEMENTS = 500_000
DEEPEST = 256

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARED = re.compile(rb"^<\?xml[^>]*?\bencoding\s*=\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']")
_ATTRIBUTE = re.compile(rb"([^\s=/>\"']+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_TAG_END = re.compile(rb"<[^\s/>\"']+(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_BLANKS = b" \t\r\n"


@dataclass(slots=True)
class Element:
    """One element and its place.

    Attributes:
        namespace: URI, or empty.
        name: Local name.
        prefix: As written, or empty.
        attributes: Local name (or ``{uri}local`` where it has a namespace) to value.
        start: Byte of ``<``.
        inside: First byte behind the start tag.
        close: Byte of ``</``; equals ``inside`` where the tag closes itself.
        end: First byte behind the element.
        parent: The element around it.
        children: In order.
        text: Its own character data, before and between its children.
        scope: Prefix to URI, as declared here and above.
    """

    namespace: str
    name: str
    prefix: str
    attributes: Mapping[str, str]
    start: int
    inside: int
    parent: Element | None
    scope: Mapping[str, str]
    close: int = 0
    end: int = 0
    children: list[Element] = field(default_factory=list)
    text: str = ""

    @property
    def empty_tag(self) -> bool:
        """Whether the start tag closes itself."""
        return self.close == self.end

    def child(self, name: str, namespace: str | None = None) -> Element | None:
        """The first child of that name, in any or the given namespace."""
        found = (one for one in self.children if one.name == name and namespace in {None, one.namespace})
        return next(found, None)

    def all(self, name: str, namespace: str | None = None) -> list[Element]:
        """All children of that name."""
        return [one for one in self.children if one.name == name and namespace in {None, one.namespace}]

    def outline(self, skip: Callable[[Element], bool] = lambda _: False) -> str:
        """Names, attributes and texts of the element and all within, in an order that attributes do not disturb.

        Args:
            skip: Tells which elements within are left out.
        """
        inner = "".join(child.outline(skip) for child in self.children if not skip(child))
        return f"<{self.namespace} {self.name} {sorted(self.attributes.items())}>{self.text.strip()}{inner}</>"

    def prefix_for(self, namespace: str) -> str | None:
        """A prefix that stands for the namespace here (empty for the default one), or None."""
        return next((prefix for prefix, uri in self.scope.items() if uri == namespace), None)


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
        self.root = _Scan(self.content).root

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


class _Scan:
    """One run of expat over a document, which notes where everything stands."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self._root: Element | None = None
        self._open: list[Element] = []
        self._count = 0
        self._scope: dict[str, str] = {"xml": "http://www.w3.org/XML/1998/namespace"}
        self._texts: list[list[str]] = []
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.namespace_prefixes = True
        parser.buffer_text = True
        parser.StartNamespaceDeclHandler = self._declare
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(content, True)
        except expat.ExpatError as error:
            raise Damaged(f"The XML inside is not well-formed: {error}.") from error

    @property
    def root(self) -> Element:
        if self._root is None:
            raise Damaged("The XML inside holds no element.")
        return self._root

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._scope = {key: value for key, value in self._scope.items() if key != (prefix or "")}
        self._scope[prefix or ""] = uri or ""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS or len(self._open) >= DEEPEST:
            raise TooLarge("The XML inside has more elements or depth than any metadata.")
        place = self._parser.CurrentByteIndex
        tag = _TAG_END.match(self.content, place)
        if tag is None:
            raise Damaged("The XML inside hides an element behind an entity.")
        uri, local, prefix = _parts(name)
        parent = self._open[-1] if self._open else None
        named = {_attribute_name(key): value for key, value in attributes.items()}
        element = Element(uri, local, prefix, named, place, tag.end(), parent, self._scope)
        if parent is None:
            self._root = element
        else:
            parent.children.append(element)
        self._open.append(element)
        self._texts.append([])

    def _end(self, _name: str) -> None:
        element = self._open.pop()
        element.text = "".join(self._texts.pop())
        self._scope = dict(element.parent.scope) if element.parent else self._scope
        if self.content[element.inside - 2 : element.inside] == b"/>":
            element.close = element.end = element.inside
            return
        element.close = self._parser.CurrentByteIndex
        stop = self.content.find(b">", element.close)
        element.end = stop + 1

    def _text(self, data: str) -> None:
        if self._texts:
            self._texts[-1].append(data)


def _parts(name: str) -> tuple[str, str, str]:
    parts = name.split(" ")
    if len(parts) == 1:
        return "", parts[0], ""
    return parts[0], parts[1], parts[2] if len(parts) > 2 else ""


def _attribute_name(name: str) -> str:
    uri, local, _ = _parts(name)
    return f"{{{uri}}}{local}" if uri else local


_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def content(value: str) -> str:
    """A value as character data: markup escaped, characters that XML does not know left out."""
    return re.sub("[&<>]", lambda found: _ESCAPES[found[0]], _FORBIDDEN.sub("", value))


def attribute(value: str) -> str:
    """A value between double quotes; line ends and tabs survive as references."""
    escaped = content(value).replace('"', "&quot;")
    return re.sub("[\t\n\r]", lambda found: f"&#{ord(found[0])};", escaped)
