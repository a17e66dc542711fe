"""The elements of an XML document, each with the bytes that it stands on.

Source: Extensible Markup Language 1.0 (fifth edition), productions 40-44; Namespaces in XML 1.0 (third edition).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from artistguard.errors import Damaged, TooLarge

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST_ELEMENTS = 500_000
DEEPEST = 256
_TAG_END = re.compile(rb"<[^\s/>\"']+(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")


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


def scan(content: bytes) -> Element:
    """Read a document.

    Args:
        content: In UTF-8 without byte order mark.

    Returns:
        The outermost element.

    Raises:
        Damaged: Not well-formed.
        TooLarge: More elements or depth than metadata ever has.
    """
    return _Scan(content).root


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
