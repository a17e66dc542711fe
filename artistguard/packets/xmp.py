"""XMP packets: read what one says, and merge statements into it without losing a word of anybody else's.

What ours is: every merge notes in ``ag:written`` each property that it wrote, with a digest of its value. A property
is ours as long as it is noted there and still has that very value. So a later merge

- replaces or removes what an earlier merge wrote (a licensor after ``ask``, a sentence about the earlier choice),
- does the same with our sentences where a program has dropped the notes, since they can be told word for word,
- leaves everything that stood there before, or that somebody edited since,
- replaces properties with Rule.SET in any case, and the whole ``ag:`` namespace,
- never touches again what was written with Rule.GIVE: the creator's own words, brought here from another place.

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
from artistguard.packets.graph import Graph
from artistguard.vocabularies import own
from artistguard.vocabularies import rights as sentences
from artistguard.vocabularies.properties import Alternative, Property, Rule, Structure, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from artistguard.vocabularies.properties import Value

LARGEST = 64 * 1024 * 1024
"""Bytes; Photoshop's histories reach some tens of megabytes at worst."""

MOST_MARKUP = 500_000
"""Opening angle brackets; each property takes some hundred bytes in memory, however short it is."""

_META = "adobe:ns:meta/"
_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_TAIL = '\n<?xpacket end="w"?>'
_WRITTEN = own.NAMESPACE + own.WRITTEN


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
    return tuple(entry for description in rdf.children(_rdf(top)) for entry in rdf.fields(description))


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
    spaces = {entry.namespace: entry.prefix for entry in wanted.values()} | {own.NAMESPACE: own.PREFIX}
    graph = Graph(_rdf(top), own.NAMESPACE, spaces)
    _apply(graph, wanted)
    if packet is not None and not graph.changed:
        return packet
    return _serialise(top)


def _apply(graph: Graph, wanted: Mapping[str, Property]) -> None:
    noted = frozenset(word for entry in graph.values(_WRITTEN) for word in text_of(entry.value).split())
    for key in graph.keys:
        if key not in wanted and key != _WRITTEN and _ours(key, graph.values(key), noted):
            graph.remove(key)
    done = [_digest(entry) for key, entry in wanted.items() if _put(graph, key, entry, noted)]
    if done:
        notes = Property(own.NAMESPACE, own.PREFIX, own.WRITTEN, " ".join(sorted(done)))
        _put(graph, _WRITTEN, notes, noted)
    elif graph.values(_WRITTEN):
        graph.remove(_WRITTEN)
    if graph.changed:
        graph.sweep()


def _put(graph: Graph, key: str, entry: Property, noted: frozenset[str]) -> bool:
    """Write one property where its rule allows; tells whether it now stands as ours."""
    found = graph.values(key)
    speaks = not all(_blank(value.value) for value in found)
    if entry.rule is not Rule.SET and speaks and (entry.rule is Rule.GIVE or not _ours(key, found, noted)):
        return False
    if len(found) != 1 or _digest(found[0]) != _digest(entry):
        graph.put(key, entry)
    return entry.rule is not Rule.GIVE


def _ours(key: str, found: list[Property], noted: frozenset[str]) -> bool:
    if key.startswith(own.NAMESPACE):
        return True
    if len(found) != 1:
        return False
    value = found[0].value
    # A translation beside our sentence is somebody's work.
    alone = isinstance(value, str) or (isinstance(value, Alternative) and not value.others)
    return _digest(found[0]) in noted or (alone and sentences.ours(text_of(value)))


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
    if not re.sub(r"<\?xpacket[^>]{0,256}\?>", "", body).strip():
        return None
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, strip_cdata=False
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
    end = re.search(r"<\?xpacket\s{1,16}end\s{0,16}=[^>]{0,64}\?>", text)
    return text[: end.end() if end else None].strip("\ufeff\0 \t\r\n")


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


def _digest(entry: Property) -> str:
    """12 hexadecimal digits over name and value, whatever form and prefixes it is written with."""
    content = repr((_key(entry), _bare(entry.value)))
    return hashlib.sha256(content.encode(errors="surrogatepass")).hexdigest()[:12]


def _bare(value: Value) -> object:
    """A value without prefixes and rules, which say nothing about it."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Alternative):
        return ("Alt", value.text.strip(), value.others)
    if isinstance(value, Structure):
        return ("struct", sorted((_key(entry), repr(_bare(entry.value))) for entry in value.fields))
    return (type(value).__name__, [_bare(item) for item in value.items])


def _blank(value: Value) -> bool:
    if isinstance(value, str):
        return not value.strip(" \t\r\n\0")
    if isinstance(value, Alternative):
        return _blank(value.text) and all(_blank(text) for _, text in value.others)
    if isinstance(value, Structure):
        return all(_blank(entry.value) for entry in value.fields)
    return all(_blank(item) for item in value.items)
