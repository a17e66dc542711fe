"""The metadata of an OpenDocument file: user-defined fields, merged without disturbing the rest.

Source: OASIS OpenDocument 1.3, part 3, section 4.3 (metadata elements; 4.3.3 user-defined metadata).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.errors import Damaged
from artistguard.packets.elements import Document, attribute, content
from artistguard.packets.keys import change
from artistguard.vocabularies.properties import Tag
from artistguard.works import Facts

if TYPE_CHECKING:
    from artistguard.packets.scan import Element
    from artistguard.terms import Inscription

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_META = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
_DC = "http://purl.org/dc/elements/1.1/"


class Metadata:
    """The part ``meta.xml``.

    Attributes:
        document: Its bytes and elements.
    """

    def __init__(self, original: bytes) -> None:
        """Read it.

        Args:
            original: The part.

        Raises:
            Damaged: It is no OpenDocument metadata.
        """
        self.document = Document(original)
        meta = self.document.root.child("meta", _OFFICE)
        if meta is None:
            raise Damaged("The document's metadata part holds no metadata.")
        self._meta = meta
        self._fields = meta.all("user-defined", _META)

    def tags(self) -> tuple[Tag, ...]:
        """Every user-defined field."""
        return tuple(_tag(one) for one in self._fields)

    def facts(self) -> Facts:
        """Title, and the one who wrote first, else who wrote last."""
        creator = self._text("initial-creator", _META) or self._text("creator", _DC)
        return Facts(title=self._text("title", _DC), creator=creator)

    def _text(self, name: str, namespace: str) -> str:
        found = self._meta.child(name, namespace)
        return " ".join(found.text.split()) if found else ""

    def merged(self, inscription: Inscription) -> bytes:
        """The part with the inscription in it.

        Args:
            inscription: What to write.

        Returns:
            The bytes; merging the same again gives the same ones.
        """
        plan = change(self.tags(), inscription)
        edits = [self.document.without(self._fields[place]) for place in plan.drop]
        return self.document.edited([*edits, *self.document.appended(self._meta, map(self._field, plan.add))])

    def _field(self, tag: Tag) -> str:
        prefix = self._meta.prefix_for(_META)
        # An attribute without prefix has no namespace, so a default namespace is of no use here.
        known, declared = (prefix, "") if prefix else ("meta", f' xmlns:meta="{_META}"')
        name = f"{known}:user-defined"
        return f'<{name}{declared} {known}:name="{attribute(tag.key)}">{content(tag.value)}</{name}>'


def _tag(one: Element) -> Tag:
    return Tag(one.attributes.get(f"{{{_META}}}name", ""), one.text)
