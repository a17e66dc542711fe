"""XMP packets: read what one says, and merge statements into it without losing a word of anybody else's.

What ours is: every merge notes in ``ag:written`` each property that it wrote, with a digest of its value. A property
is ours as long as it is noted there and still has that very value. So a later merge

- replaces or removes what an earlier merge wrote (a licensor after ``ask``, a sentence about the earlier choice),
- does the same with our sentences where a program has dropped the notes, since they can be told word for word,
- leaves everything that stood there before, or that somebody edited since,
- replaces properties with Rule.SET in any case, and the whole ``ag:`` namespace.

Source: XMP specification part 1 (ISO 16684-1:2019), section 7 (serialisation); part 3 (2020), section 1.1.1 (packet
wrapper).
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from lxml import etree

from artistguard.errors import Damaged, TooLarge
from artistguard.packets import rdf
from artistguard.vocabularies import own
from artistguard.vocabularies import rights as sentences
from artistguard.vocabularies.properties import Alternative, Property, Rule, Structure, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from artistguard.vocabularies.properties import Value

LARGEST = 64 * 1024 * 1024
"""Bytes; Photoshop's histories reach some tens of megabytes at worst."""

MOST_MARKUP = 2_000_000
"""Angle brackets; each element takes about a hundred times its size in memory."""

_META = "adobe:ns:meta/"
_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_TAIL = '\n<?xpacket end="w"?>'
_WRITTEN = own.NAMESPACE + own.WRITTEN
_ABOUT = f"{{{rdf.RDF}}}about"
_DESCRIPTION = f"{{{rdf.RDF}}}Description"


def parse(packet: bytes) -> tuple[Property, ...]:
    """Every property of a packet.

    Args:
        packet: As found in a file, with or without wrapper and padding, UTF-8 or UTF-16; blank means no properties.

    Returns:
        In the order of the packet, with Rule.SET (the rule means nothing on reading).

    Raises:
        Damaged: It is no XMP.
        TooLarge: It is larger than any real one.
    """
    top = _tree(packet)
    if top is None:
        return ()
    return tuple(entry for description in _descriptions(top) for entry in rdf.fields(description))


def merge(packet: bytes | None, properties: Iterable[Property]) -> bytes:
    """Write properties into a packet, keeping everything else.

    Args:
        packet: What the file holds now, or None.
        properties: What to say; what an earlier merge said and this one does not is removed.

    Returns:
        A packet in UTF-8 with a writable wrapper and without padding. Where nothing changes, the very bytes given.

    Raises:
        Damaged: The packet is no XMP; it is not thrown away for that, the caller must not embed.
        TooLarge: It is larger than any real one.
    """
    wanted = {_key(entry): entry for entry in properties}
    top = _tree(packet) if packet is not None else None
    if top is None:
        top = _empty()
    change = _Change(_rdf(top), wanted)
    if not change.apply() and packet is not None:
        return packet
    return _serialise(top)


class _Change:
    """One merge into one tree."""

    def __init__(self, graph: _Element, wanted: dict[str, Property]) -> None:
        self._graph = graph
        self._wanted = wanted
        self._written = _notes(graph)
        self._changed = False
        self._home: _Element | None = None

    def apply(self) -> bool:
        """Carry the merge out; tells whether anything changed."""
        for key in _keys(self._graph):
            if key not in self._wanted and key != _WRITTEN and self._ours(key):
                self._remove(key)
        done = [_digest(entry) for key, entry in self._wanted.items() if self._put(key, entry)]
        if done:
            note = Property(own.NAMESPACE, own.PREFIX, own.WRITTEN, " ".join(sorted(done)))
            self._put(_WRITTEN, note)
        elif _values(self._graph, _WRITTEN):
            self._remove(_WRITTEN)
        if self._changed:
            self._sweep()
        return self._changed

    def _put(self, key: str, entry: Property) -> bool:
        """Write one property where its rule allows; tells whether it now stands as ours."""
        found = _values(self._graph, key)
        speaks = any(text_of(value.value).strip() for value in found)
        if entry.rule is Rule.FILL and speaks and not self._ours(key):
            return False
        if len(found) == 1 and _digest(found[0]) == _digest(entry):
            return True
        self._replace(key, entry)
        return True

    def _ours(self, key: str) -> bool:
        if key.startswith(own.NAMESPACE):
            return True
        found = _values(self._graph, key)
        if len(found) != 1:
            return False
        return _digest(found[0]) in self._written or sentences.ours(text_of(found[0].value))

    def _replace(self, key: str, entry: Property) -> None:
        self._changed = True
        places = list(_elements(self._graph, key))
        if places:
            first = places[0]
            fresh = rdf.element_of(entry)
            fresh.tail = first.tail
            parent = first.getparent()
            assert parent is not None
            parent.replace(first, fresh)
            _drop_attributes(self._graph, key)
            for extra in places[1:]:
                _detach(extra)
            return
        _drop_attributes(self._graph, key)
        self._description().append(rdf.element_of(entry))

    def _remove(self, key: str) -> None:
        self._changed = True
        _drop_attributes(self._graph, key)
        for element in list(_elements(self._graph, key)):
            _detach(element)

    def _description(self) -> _Element:
        """The description that new properties go into: the one that holds ours, else a new one."""
        if self._home is not None:
            return self._home
        for description in rdf.children(self._graph):
            if own.NAMESPACE in description.nsmap.values() and description.tag == _DESCRIPTION:
                self._home = description
                return description
        spaces = {entry.prefix: entry.namespace for entry in self._wanted.values()}
        spaces[own.PREFIX] = own.NAMESPACE
        taken = {key: uri for key, uri in self._graph.nsmap.items() if key in spaces}
        home = etree.SubElement(
            self._graph, _DESCRIPTION, nsmap={key: uri for key, uri in spaces.items() if key not in taken}
        )
        first = next(rdf.children(self._graph))
        about = first.get(_ABOUT, first.get("about", ""))
        home.set(_ABOUT, about if first is not home else "")
        self._home = home
        return home

    def _sweep(self) -> None:
        """Take away descriptions that this merge emptied."""
        for description in list(rdf.children(self._graph)):
            bare = len(description) == 0 and not (description.text or "").strip()
            if description.tag == _DESCRIPTION and bare and not list(rdf.facts(description)):
                _detach(description)


def _tree(packet: bytes) -> _Element | None:
    """The root element, or None for a packet of nothing but blanks."""
    if len(packet) > LARGEST:
        raise TooLarge("The XMP packet is larger than 64 MB.")
    text = _decoded(packet)
    if not text:
        return None
    if text.count("<") > MOST_MARKUP:
        raise TooLarge("The XMP packet has too many parts.")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise Damaged("The XMP packet declares entities, which no XMP may.")
    body = re.sub(r"^<\?xml\s[^>]*\?>", "", text)
    if not re.sub(r"<\?xpacket[^>]*\?>", "", body).strip():
        return None
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        return etree.fromstring(body.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise Damaged("The XMP packet is not well-formed.") from problem


def _decoded(packet: bytes) -> str:
    """The packet as text without byte order mark and padding."""
    encoding = "utf-8"
    start = packet[:4]
    if start.startswith(b"\xfe\xff") or start[:2] == b"\0<":
        encoding = "utf-16-be"
    elif start.startswith(b"\xff\xfe") or start[:2] == b"<\0":
        encoding = "utf-16-le"
    try:
        text = packet.decode(encoding)
    except UnicodeDecodeError as problem:
        raise Damaged("The XMP packet is not in UTF-8 or UTF-16.") from problem
    return text.strip("\ufeff\0 \t\r\n")


def _rdf(top: _Element) -> _Element:
    """The rdf:RDF element; made where the wrapper is empty."""
    name = f"{{{rdf.RDF}}}RDF"
    if top.tag == name:
        return top
    found = top.find(name)
    if found is None:
        found = next((child.find(name) for child in rdf.children(top) if child.find(name) is not None), None)
    if found is not None:
        return found
    if rdf.qualified(str(top.tag)) in {(_META, "xmpmeta"), (_META, "xapmeta")} and len(top) == 0:
        return etree.SubElement(top, name, nsmap={"rdf": rdf.RDF})
    raise Damaged("The XMP packet holds no RDF.")


def _descriptions(top: _Element) -> Iterator[_Element]:
    return rdf.children(_rdf(top))


def _empty() -> _Element:
    top = etree.Element(f"{{{_META}}}xmpmeta", nsmap={"x": _META})
    etree.SubElement(top, f"{{{rdf.RDF}}}RDF", nsmap={"rdf": rdf.RDF})
    return top


def _serialise(top: _Element) -> bytes:
    before = [node for node in top.itersiblings(preceding=True) if _kept(node)]
    after = [node for node in top.itersiblings() if _kept(node)]
    parts = [etree.tostring(node, encoding="unicode", with_tail=False) for node in [*reversed(before), top, *after]]
    return (_HEAD + "\n".join(parts) + _TAIL).encode()


def _kept(node: _Element) -> bool:
    return not (isinstance(node, etree._ProcessingInstruction) and node.target == "xpacket")  # noqa: SLF001 the stubs name it so


def _key(entry: Property) -> str:
    return f"{entry.namespace}{entry.name}"


def _clark(key: str, name: str) -> bool:
    namespace, local = rdf.qualified(name)
    return f"{namespace}{local}" == key


def _elements(graph: _Element, key: str) -> Iterator[_Element]:
    for description in rdf.children(graph):
        for child in rdf.children(description):
            if _clark(key, str(child.tag)):
                yield child


def _values(graph: _Element, key: str) -> list[Property]:
    found = []
    for description in rdf.children(graph):
        for name, value in rdf.facts(description):
            if _clark(key, name):
                found.append(rdf.property_of(name, value, description))
    found += [rdf.property_of(str(child.tag), rdf.value_of(child), child) for child in _elements(graph, key)]
    return found


def _drop_attributes(graph: _Element, key: str) -> None:
    for description in rdf.children(graph):
        for name, _ in list(rdf.facts(description)):
            if _clark(key, name):
                del description.attrib[name]


def _keys(graph: _Element) -> list[str]:
    """Every property of the packet once, in its order."""
    names: list[str] = []
    for description in rdf.children(graph):
        names += [name for name, _ in rdf.facts(description)]
        names += [str(child.tag) for child in rdf.children(description)]
    return list(dict.fromkeys("".join(rdf.qualified(name)) for name in names))


def _notes(graph: _Element) -> frozenset[str]:
    """The digests of what earlier merges wrote."""
    return frozenset(word for entry in _values(graph, _WRITTEN) for word in text_of(entry.value).split())


def _digest(entry: Property) -> str:
    """12 hexadecimal digits over name and value, whatever form and prefixes it is written with."""
    content = repr((_key(entry), _bare(entry.value)))
    return hashlib.sha256(content.encode(errors="surrogatepass")).hexdigest()[:12]


def _bare(value: Value) -> object:
    """A value without prefixes and rules, which say nothing about it."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Alternative):
        return ("Alt", value.text.strip())
    if isinstance(value, Structure):
        return ("struct", sorted((_key(entry), repr(_bare(entry.value))) for entry in value.fields))
    return (type(value).__name__, [_bare(item) for item in value.items])


def _detach(element: _Element) -> None:
    """Take an element away but leave the text after it."""
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
