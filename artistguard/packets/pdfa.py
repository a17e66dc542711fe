"""Archival PDF: every XMP property must be described inside the packet, ours too.

Source: ISO 19005-2:2011, section 6.6.2.3 (extension schemas; ISO 19005-1 and 19005-3 have the same); ISO 19005-4:2020
drops the demand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.errors import CannotEmbed
from artistguard.packets.elements import Document, content
from artistguard.vocabularies.properties import Alternative, Ordered, Structure, Unordered, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artistguard.packets.scan import Element
    from artistguard.vocabularies.properties import Property

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_ID = "http://www.aiim.org/pdfa/ns/id/"
_EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
_SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
_PROPERTY = "http://www.aiim.org/pdfa/ns/property#"
_TYPE = "http://www.aiim.org/pdfa/ns/type#"
_FIELD = "http://www.aiim.org/pdfa/ns/field#"

_KNOWN = frozenset({"http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/rights/"})
"""Namespaces of ours that the archival standard predefines."""

_PARTS_THAT_ASK = frozenset({"1", "2", "3"})


def asks_for_schemas(properties: Iterable[Property]) -> bool:
    """Whether a packet says that its file is archival PDF of a part that wants every property described."""
    parts = [text_of(one.value).strip() for one in properties if one.namespace == _ID and one.name == "part"]
    return any(part in _PARTS_THAT_ASK for part in parts)


def described(packet: bytes, properties: Iterable[Property]) -> bytes:
    """Add descriptions of all properties that the packet does not describe yet.

    Args:
        packet: With the properties in it already.
        properties: Those that were written, as the packet has them.

    Returns:
        The packet; the same bytes where all are described.

    Raises:
        CannotEmbed: The packet is laid out so that no description can be added.
        Damaged: It is no XML.
    """
    begin, end = packet.find(b"<"), packet.rfind(b">") + 1
    document = Document(_bare(packet[begin:end]))
    graph = _find(document.root, _RDF, "RDF")
    if graph is None:
        raise CannotEmbed("The archival PDF's metadata has no place for the descriptions that its standard demands.")
    have = _described(graph)
    wanted = [one for one in properties if one.namespace not in _KNOWN and one.namespace not in have]
    schemas = [_schema(namespace, wanted) for namespace in dict.fromkeys(one.namespace for one in wanted)]
    if not schemas:
        return packet
    bag = _bag(graph)
    if bag is not None:
        return document.edited(document.appended(bag, schemas))
    whole = (
        f'<rdf:Description xmlns:rdf="{_RDF}" xmlns:pdfaExtension="{_EXTENSION}" rdf:about="">'
        f"<pdfaExtension:schemas><rdf:Bag>{''.join(schemas)}</rdf:Bag></pdfaExtension:schemas></rdf:Description>"
    )
    return document.edited(document.appended(graph, [whole]))


def _bare(packet: bytes) -> bytes:
    return packet.removeprefix(b"\xef\xbb\xbf")


def _find(element: Element, namespace: str, name: str) -> Element | None:
    todo = [element]
    while todo:
        one = todo.pop()
        if (one.namespace, one.name) == (namespace, name):
            return one
        todo += reversed(one.children)
    return None


def _bag(graph: Element) -> Element | None:
    schemas = _find(graph, _EXTENSION, "schemas")
    return schemas.child("Bag", _RDF) if schemas else None


def _described(graph: Element) -> frozenset[str]:
    found: set[str] = set()
    todo = [graph]
    while todo:
        one = todo.pop()
        todo += one.children
        if (one.namespace, one.name) == (_SCHEMA, "namespaceURI"):
            found.add(one.text.strip())
        found.add(one.attributes.get(f"{{{_SCHEMA}}}namespaceURI", ""))
    return frozenset(found)


def _schema(namespace: str, properties: Iterable[Property]) -> str:
    own = [one for one in properties if one.namespace == namespace]
    prefixes = {"rdf": _RDF, "pdfaSchema": _SCHEMA, "pdfaProperty": _PROPERTY, "pdfaType": _TYPE, "pdfaField": _FIELD}
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in prefixes.items())
    return (
        f'<rdf:li{declared} rdf:parseType="Resource">'
        + _texts("pdfaSchema", schema=own[0].prefix, namespaceURI=namespace, prefix=own[0].prefix)
        + _sequence("pdfaSchema:property", map(_row, own))
        + _sequence("pdfaSchema:valueType", (_type(one, fields) for one in own if (fields := _fields(one))))
        + "</rdf:li>"
    )


def _row(one: Property) -> str:
    told = f"{one.label}, a statement of rights"
    return _texts("pdfaProperty", name=one.name, valueType=_kind(one), category="external", description=told)


def _type(one: Property, fields: tuple[Property, ...]) -> str:
    rows = (
        _texts("pdfaField", name=part.name, valueType=_kind(part), description=f"{part.name} of {one.label}")
        for part in fields
    )
    return _texts(
        "pdfaType", type=f"{one.name}Record", namespaceURI=fields[0].namespace, prefix=fields[0].prefix,
        description=f"What {one.label} holds",
    ) + _sequence("pdfaType:field", rows)  # fmt: skip


def _texts(space: str, /, **fields: str) -> str:
    return "".join(f"<{space}:{name}>{content(text)}</{space}:{name}>" for name, text in fields.items())


def _sequence(name: str, rows: Iterable[str]) -> str:
    items = "".join(f'<rdf:li rdf:parseType="Resource">{row}</rdf:li>' for row in rows)
    return f"<{name}><rdf:Seq>{items}</rdf:Seq></{name}>" if items else ""


def _fields(one: Property) -> tuple[Property, ...]:
    """The fields of a structure, or of the first structure in an array."""
    items = one.value.items if isinstance(one.value, Ordered) else (one.value,)
    return next((item.fields for item in items if isinstance(item, Structure)), ())


def _kind(one: Property) -> str:
    item = f"{one.name}Record" if _fields(one) else "Text"
    match one.value:
        case Alternative():
            return "Lang Alt"
        case Ordered():
            return f"seq {item}"
        case Unordered():
            return "bag Text"
        case _:
            return item
