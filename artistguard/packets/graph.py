"""The properties of one XMP packet as a tree that can be changed in place; everything not changed stays as it is.

Source: XMP specification part 1 (ISO 16684-1:2019), sections 7.3 (rdf:RDF and rdf:Description) and 7.9.2.2
(properties as attributes).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, count
from typing import TYPE_CHECKING

from lxml import etree

from artistguard.packets import rdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from artistguard.vocabularies.properties import Property

_ABOUT = f"{{{rdf.RDF}}}about"
_DESCRIPTION = f"{{{rdf.RDF}}}Description"


@dataclass(frozen=True, slots=True, eq=False)
class _Slot:
    """One place where a property stands: an element, or an attribute of a description."""

    element: _Element
    attribute: str = ""

    def read(self) -> Property:
        if self.attribute:
            return rdf.property_of(self.attribute, str(self.element.get(self.attribute)), self.element)
        return rdf.property_of(str(self.element.tag), rdf.value_of(self.element), self.element)

    def clear(self) -> None:
        if self.attribute:
            del self.element.attrib[self.attribute]
            return
        parent = self.element.getparent()
        if parent is not None:
            rdf.detach(self.element, parent)


class Graph:
    """All descriptions below one rdf:RDF element.

    Keys are namespace and local name run together, as the data model of XMP has them.
    """

    def __init__(self, top: _Element, home: str, spaces: Mapping[str, str]) -> None:
        """Take the tree over.

        Args:
            top: The rdf:RDF element.
            home: Namespace by which the description is known that new properties go into.
            spaces: Namespace to preferred prefix, which that description declares when it is made. A prefix that
                the packet uses for something else is not taken, since readers exist that mix the two up.
        """
        self._top = top
        self._home_space = home
        self._prefixes = _free(spaces, _taken(top))
        self._home: _Element | None = None
        self._slots: dict[str, list[_Slot]] = {}
        for key, slot in _slots(top):
            self._slots.setdefault(key, []).append(slot)
        self.changed = False

    @property
    def keys(self) -> tuple[str, ...]:
        """Every property once, in the order of the packet."""
        return tuple(self._slots)

    def values(self, key: str) -> list[Property]:
        """Every occurrence of a property; more than one only in a faulty packet."""
        return [slot.read() for slot in self._slots.get(key, ())]

    def remove(self, key: str) -> None:
        """Take every occurrence away."""
        self.changed = True
        for slot in self._slots.pop(key):
            slot.clear()

    def put(self, key: str, entry: Property) -> None:
        """Write a property, in the place of an earlier element where there is one."""
        self.changed = True
        fresh = rdf.element_of(entry, self._prefixes)
        slots = self._slots.get(key, [])
        place = next((slot.element for slot in slots if not slot.attribute), None)
        parent = place.getparent() if place is not None else None
        if place is None or parent is None:
            self._description().append(fresh)
        else:
            fresh.tail = place.tail
            parent.replace(place, fresh)
        for slot in slots:
            if slot.element is not place:
                slot.clear()
        self._slots[key] = [_Slot(fresh)]

    def sweep(self) -> None:
        """Take away descriptions that hold nothing any more."""
        for description in list(rdf.children(self._top)):
            bare = next(rdf.children(description), None) is None and not (description.text or "").strip()
            if description.tag == _DESCRIPTION and bare and next(rdf.facts(description), None) is None:
                rdf.detach(description, self._top)

    def _description(self) -> _Element:
        if self._home is None:
            self._home = self._found_home()
        if self._home is None:
            self._home = self._made_home()
        return self._home

    def _found_home(self) -> _Element | None:
        for slot in (slot for key, slots in self._slots.items() if key.startswith(self._home_space) for slot in slots):
            holder = slot.element if slot.attribute else slot.element.getparent()
            if holder is not None and holder.tag == _DESCRIPTION:
                return holder
        return None

    def _made_home(self) -> _Element:
        first = next(rdf.children(self._top), None)
        home = etree.SubElement(self._top, _DESCRIPTION, nsmap={prefix: uri for uri, prefix in self._prefixes.items()})
        # All descriptions of a packet must be about the same resource.
        about = "" if first is None else first.get(_ABOUT, first.get("about", ""))
        home.set(_ABOUT, about)
        return home


def _slots(top: _Element) -> Iterator[tuple[str, _Slot]]:
    for description in rdf.children(top):
        for name, _ in rdf.facts(description):
            yield "".join(rdf.qualified(name)), _Slot(description, name)
        for child in rdf.children(description):
            yield "".join(rdf.qualified(str(child.tag))), _Slot(child)


def _taken(top: _Element) -> dict[str, str]:
    """Every prefix that the packet declares on its descriptions and properties, with its namespace."""
    taken = dict(top.nsmap)
    for description in rdf.children(top):
        taken.update(description.nsmap)
        for child in rdf.children(description):
            taken.update(child.nsmap)
    return {prefix: uri for prefix, uri in taken.items() if prefix}


def _free(spaces: Mapping[str, str], taken: Mapping[str, str]) -> dict[str, str]:
    """The preferred prefixes, numbered where they are taken for another namespace."""
    found: dict[str, str] = {}
    for uri, prefix in spaces.items():
        numbered = (f"{prefix}{number}" for number in count(1))
        free = (each for each in chain([prefix], numbered) if taken.get(each, uri) == uri)
        found[uri] = next(each for each in free if each not in found.values())
    return found
