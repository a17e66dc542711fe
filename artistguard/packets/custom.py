"""Custom properties of Office Open XML: the part itself, its relationship and its content type.

Source: ECMA-376 (5th edition), part 1, section 22.3 (custom properties), 22.4 (variant types); part 2, sections 8.2.2
(relationships) and 10.1.2 (content types).
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from artistguard.errors import CannotEmbed, Damaged
from artistguard.packets.elements import Document, attribute, content
from artistguard.packets.keys import change
from artistguard.vocabularies.properties import Tag

if TYPE_CHECKING:
    from artistguard.packets.scan import Element
    from artistguard.terms import Inscription

PART = "docProps/custom.xml"
TYPES = "[Content_Types].xml"
RELATIONS = "_rels/.rels"

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_LOOSE = (
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
)
_STRICT = (
    "http://purl.oclc.org/ooxml/officeDocument/customProperties",
    "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties",
)
_FIRST_ID = 2


class Relations:
    """The relationships of a package or of one of its parts.

    Attributes:
        document: Its bytes and elements.
    """

    def __init__(self, original: bytes, folder: str = "") -> None:
        """Read them.

        Args:
            original: The ``.rels`` part.
            folder: Of the part that they belong to.
        """
        self.document = Document(original)
        self._folder = folder
        self._all = self.document.root.all("Relationship")

    def targets(self, *kinds: str) -> list[str]:
        """Names of the members that relationships of these kinds (the last part of the type) point to."""
        found = (one.attributes for one in self._all if one.attributes.get("TargetMode") != "External")
        return [self._resolved(one.get("Target", "")) for one in found if _kind(one.get("Type", "")) in kinds]

    def _resolved(self, target: str) -> str:
        if target.startswith("/"):
            return target[1:]
        return posixpath.normpath(posixpath.join(self._folder, target))

    @property
    def strict(self) -> bool:
        """Whether the package is of the strict kind, which has namespaces of its own."""
        return any("purl.oclc.org/ooxml" in one.attributes.get("Type", "") for one in self._all)

    def outline(self) -> str:
        """All relationships but the one to custom properties."""
        return self.document.root.outline(lambda one: _kind(one.attributes.get("Type", "")) in CUSTOM)

    def with_custom(self) -> bytes:
        """The part with a relationship to PART added."""
        taken = {one.attributes.get("Id", "") for one in self._all}
        name = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        root = self.document.root
        tag = f"{root.prefix}:Relationship" if root.prefix else "Relationship"
        kind = (_STRICT if self.strict else _LOOSE)[2]
        added = f'<{tag} Id="{name}" Type="{kind}" Target="{PART}"/>'
        return self.document.edited(self.document.appended(root, [added]))


CUSTOM = frozenset({"custom-properties", "customProperties"})


def _kind(address: str) -> str:
    return address.rpartition("/")[2]


def typed(original: bytes, part: str) -> bytes:
    """The content types with that of the custom properties added, where it is not told yet."""
    document = Document(original)
    if any(one.attributes.get("PartName", "").lower() == f"/{part}".lower() for one in document.root.children):
        return original
    tag = f"{document.root.prefix}:Override" if document.root.prefix else "Override"
    added = f'<{tag} PartName="/{attribute(part)}" ContentType="{_CONTENT_TYPE}"/>'
    return document.edited(document.appended(document.root, [added]))


def types_outline(original: bytes, part: str) -> str:
    """All content types but that of the custom properties."""
    root = Document(original).root
    return root.outline(lambda one: one.attributes.get("PartName", "").lower() == f"/{part}".lower())


def tags(original: bytes) -> tuple[Tag, ...]:
    """Every custom property as text.

    Args:
        original: The part.

    Returns:
        Name and value; a value that is no text is given in its written form.
    """
    return tuple(_tag(one) for one in Document(original).root.all("property"))


def _tag(one: Element) -> Tag:
    value = one.children[0].text if one.children else ""
    return Tag(one.attributes.get("name", ""), value)


def merged(original: bytes | None, inscription: Inscription, *, strict: bool = False) -> bytes:
    """The custom properties with the inscription among them.

    Args:
        original: The part as it is, or None.
        inscription: What to write.
        strict: Whether a new part is of the strict kind.

    Returns:
        The part; existing properties keep their numbers, and merging the same again gives the same bytes.

    Raises:
        CannotEmbed: The part is of a form that could not be read back.
        Damaged: It is no XML.
    """
    if original is None:
        uris = _STRICT if strict else _LOOSE
        original = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<Properties xmlns="{uris[0]}" xmlns:vt="{uris[1]}"></Properties>'
        ).encode()
    document = Document(original)
    root = document.root
    if root.name != "Properties" or root.namespace not in {_LOOSE[0], _STRICT[0]}:
        raise CannotEmbed("The document's custom properties are of an unknown form.")
    existing = root.all("property")
    plan = change([_tag(one) for one in existing], inscription)
    kept = [one for place, one in enumerate(existing) if place not in plan.drop]
    first = max([_number(one) for one in kept] + [_FIRST_ID - 1]) + 1
    added = [_property(root, first + count, tag) for count, tag in enumerate(plan.add)]
    edits = [document.without(existing[place]) for place in plan.drop]
    return document.edited([*edits, *document.appended(root, added)])


def _number(one: Element) -> int:
    text = one.attributes.get("pid", "0")
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise Damaged("The document's custom properties are numbered in an impossible way.")
    return int(text)


def _property(root: Element, number: int, tag: Tag) -> str:
    uri = (_STRICT if root.namespace == _STRICT[0] else _LOOSE)[1]
    prefix = root.prefix_for(uri)
    variant, declared = (prefix, "") if prefix else ("vt", f' xmlns:vt="{uri}"')
    name = f"{root.prefix}:property" if root.prefix else "property"
    return (
        f'<{name} fmtid="{_FORMAT}" pid="{number}" name="{attribute(tag.key)}">'
        f"<{variant}:lpwstr{declared}>{content(tag.value)}</{variant}:lpwstr></{name}>"
    )
