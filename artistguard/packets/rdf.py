"""XMP values as RDF elements, both ways.

Source: XMP specification part 1 (ISO 16684-1:2019), section 7 (RDF/XML serialisation: 7.4 simple values, 7.5
structures, 7.6 arrays, 7.7 array item types, 7.8 qualifiers, 7.9 shorthand forms).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from artistguard.errors import Damaged
from artistguard.vocabularies.properties import Alternative, Ordered, Property, Structure, Unordered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from artistguard.vocabularies.properties import Value

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XML = "http://www.w3.org/XML/1998/namespace"
XMLNS = "http://www.w3.org/2000/xmlns/"

_DEEPEST = 60
"""Levels of structures and arrays that are read; real packets stay below ten."""

_SYNTAX = {RDF, XML, XMLNS}


def qualified(name: str) -> tuple[str, str]:
    """Namespace and local name of a tag in Clark notation, ``{namespace}local``."""
    split = etree.QName(name)
    return (split.namespace or "", split.localname)


def children(element: _Element) -> Iterator[_Element]:
    """Child elements, without comments and processing instructions."""
    return element.iterchildren("*")


def facts(element: _Element) -> Iterator[tuple[str, str]]:
    """Attributes that are properties in shorthand, as (Clark name, value)."""
    for name, value in element.attrib.items():
        if qualified(str(name))[0] not in _SYNTAX | {""}:
            yield str(name), str(value)


def property_of(name: str, value: Value, element: _Element) -> Property:
    """A property under the prefix that the packet uses for its namespace."""
    namespace, local = qualified(name)
    prefix = next((key for key, uri in element.nsmap.items() if uri == namespace and key), "")
    return Property(namespace, prefix or "", local, value)


def fields(element: _Element, depth: int = 0) -> tuple[Property, ...]:
    """All properties of a description: attributes first, then elements."""
    short = [property_of(name, value, element) for name, value in facts(element)]
    full = [property_of(str(child.tag), value_of(child, depth + 1), child) for child in children(element)]
    return (*short, *full)


def value_of(element: _Element, depth: int = 0) -> Value:
    """The value of a property element or an array item.

    Args:
        element: Of any of the forms that RDF/XML allows; qualifiers are passed over.
        depth: How deep it stands.

    Returns:
        Text where nothing else fits.

    Raises:
        Damaged: It is nested deeper than any real packet.
    """
    if depth > _DEEPEST:
        raise Damaged("The XMP packet is nested too deeply.")
    if element.get(f"{{{RDF}}}parseType") == "Resource":
        return _structure(element, depth)
    inner = next(children(element), None)
    if inner is None:
        return _simple(element)
    match str(inner.tag):
        case tag if tag == f"{{{RDF}}}Alt":
            return _alternative(inner, depth)
        case tag if tag == f"{{{RDF}}}Seq":
            return Ordered(_items(inner, depth))
        case tag if tag == f"{{{RDF}}}Bag":
            return Unordered(_items(inner, depth))
        case _:
            return _structure(inner, depth)


def element_of(entry: Property, prefixes: Mapping[str, str] | None = None) -> _Element:
    """A property as an element that stands on its own.

    Args:
        entry: Any property; characters that XML cannot hold are left out.
        prefixes: Namespace to prefix, where another than the preferred one must be taken.

    Returns:
        An element that declares its own namespaces.
    """
    prefix = (prefixes or {}).get(entry.namespace, entry.prefix)
    element = etree.Element(f"{{{entry.namespace}}}{entry.name}", nsmap={prefix: entry.namespace, "rdf": RDF})
    _fill(element, entry.value, prefixes)
    return element


def _simple(element: _Element) -> Value:
    short = tuple(property_of(name, value, element) for name, value in facts(element))
    resource = element.get(f"{{{RDF}}}resource")
    if resource is not None:
        return resource
    value = element.get(f"{{{RDF}}}value")
    if value is not None:
        return value
    if short:
        return Structure(short)
    # Comments may stand between pieces of text.
    return (element.text or "") + "".join(child.tail or "" for child in element)


def _structure(element: _Element, depth: int) -> Value:
    # A description that holds rdf:value is a simple value with qualifiers.
    for child in children(element):
        if child.tag == f"{{{RDF}}}value":
            return value_of(child, depth + 1)
    value = element.get(f"{{{RDF}}}value")
    return value if value is not None else Structure(fields(element, depth))


def _alternative(array: _Element, depth: int) -> Value:
    items = list(children(array))
    texts = [(item.get(f"{{{XML}}}lang", ""), value_of(item, depth + 1)) for item in items]
    words = [(language, value) for language, value in texts if isinstance(value, str)]
    if len(words) < len(items):
        return Ordered(_items(array, depth))
    first = next((place for place, (language, _) in enumerate(words) if language == "x-default"), 0)
    others = tuple(entry for place, entry in enumerate(words) if place != first)
    return Alternative(words[first][1] if words else "", others)


def _items(array: _Element, depth: int) -> tuple[str | Structure, ...]:
    found: list[str | Structure] = []
    for item in children(array):
        value = value_of(item, depth + 1)
        # An array within an array is no XMP; its elements are kept as one field of a structure.
        found.append(
            value if isinstance(value, str | Structure) else Structure((Property(RDF, "rdf", "value", value),))
        )
    return tuple(found)


def _fill(element: _Element, value: Value, prefixes: Mapping[str, str] | None) -> None:
    if isinstance(value, str):
        element.text = printable(value)
    elif isinstance(value, Structure):
        element.set(f"{{{RDF}}}parseType", "Resource")
        for entry in value.fields:
            element.append(element_of(entry, prefixes))
    elif isinstance(value, Alternative):
        array = etree.SubElement(element, f"{{{RDF}}}Alt")
        for language, text in (("x-default", value.text), *value.others):
            item = etree.SubElement(array, f"{{{RDF}}}li")
            item.set(f"{{{XML}}}lang", language)
            item.text = printable(text)
    else:
        array = etree.SubElement(element, f"{{{RDF}}}{'Seq' if isinstance(value, Ordered) else 'Bag'}")
        for content in value.items:
            _fill(etree.SubElement(array, f"{{{RDF}}}li"), content, prefixes)


def detach(element: _Element, parent: _Element) -> None:
    """Take an element away and leave the text that follows it."""
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def printable(text: str) -> str:
    """Text without the characters that XML 1.0 cannot hold."""
    return "".join(
        letter
        for letter in text
        if letter in "\t\n" or "\u0020" <= letter <= "\ud7ff" or "\ue000" <= letter <= "\ufffd" or letter > "\uffff"
    )
