"""ExtendedXMP: the way JPEG carries packets that are longer than one of its segments.

The standard packet names the extended one by the MD5 of its bytes; the extended one is plain RDF without a wrapper.

Source: XMP specification part 3 (Adobe, 2020), section 1.1.3.1, "Extended XMP in JPEG".
"""

from __future__ import annotations

import hashlib
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree

from artistguard.errors import CannotEmbed, Damaged

if TYPE_CHECKING:
    from lxml.etree import _Element

NOTE: Final = "http://ns.adobe.com/xmp/note/"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
META: Final = "adobe:ns:meta/"
_HAS: Final = f"{{{NOTE}}}HasExtendedXMP"
_ABOUT: Final = f"{{{RDF}}}about"
_DESCRIPTION: Final = f"{{{RDF}}}Description"
_HEAD: Final = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_TAIL: Final = '\n<?xpacket end="w"?>'


def guid(extended: bytes) -> str:
    """The name of an extended packet: its MD5 in 32 upper-case hexadecimal digits."""
    return hashlib.md5(extended, usedforsecurity=False).hexdigest().upper()


def named(standard: bytes) -> str:
    """The name of the extended packet that a standard packet asks for, or empty.

    Raises:
        Damaged: The packet is no XML.
    """
    for description in _tree(standard).iter(_DESCRIPTION):
        if found := description.get(_HAS) or description.findtext(_HAS):
            return found.strip()
    return ""


def join(standard: bytes, extended: bytes) -> bytes:
    """One packet with all that both say.

    Args:
        standard: Its note of the extended packet is taken out.
        extended: Its descriptions are put behind those of the standard packet.

    Raises:
        Damaged: One of them is no XMP.
    """
    top = _tree(standard)
    graph = _graph(top)
    for description in graph.iter(_DESCRIPTION):
        description.attrib.pop(_HAS, "")
        for note in description.findall(_HAS):
            description.remove(note)
    for description in _graph(_tree(extended)).findall(_DESCRIPTION):
        graph.append(deepcopy(description))
    return _wrapped(top)


def split(packet: bytes, longest: int) -> tuple[bytes, bytes]:
    """Move the longest properties of a packet into an extended one until the rest fits.

    Args:
        packet: One whole packet.
        longest: Bytes that the standard packet may have.

    Returns:
        The standard packet with its note, and the extended one.

    Raises:
        CannotEmbed: Even with everything moved that can be moved it does not fit.
        Damaged: The packet is no XMP.
    """
    top = _tree(packet)
    graph = _graph(top)
    extended = etree.Element(f"{{{META}}}xmpmeta", nsmap={"x": META})
    below = etree.SubElement(extended, f"{{{RDF}}}RDF", nsmap={"rdf": RDF})
    away = etree.SubElement(below, _DESCRIPTION, {_ABOUT: _about(graph)})
    note = etree.SubElement(graph, _DESCRIPTION, {_ABOUT: _about(graph)}, nsmap={"xmpNote": NOTE})
    note.set(_HAS, "0" * 32)
    movable = sorted(_movable(graph), key=lambda item: len(etree.tostring(item)), reverse=True)
    excess = len(_wrapped(top)) - longest
    for item in movable:
        if excess <= 0:
            break
        away.append(item)
        excess = len(_wrapped(top)) - longest
    if excess > 0:
        raise CannotEmbed("The XMP packet in the file is too long for a JPEG.")
    moved = etree.tostring(extended, encoding="UTF-8")
    note.set(_HAS, guid(moved))
    return _wrapped(top), moved


def _movable(graph: _Element) -> list[_Element]:
    """Properties in element form that are not about rights or consent, which shall be found by the simplest reader."""
    stay = (
        "useplus.org",
        "tdmrep",
        "cipa.jp/exif",
        "xap/1.0/rights",
        "artistguard",
        "Iptc4xmpCore",
        "purl.org/dc/",
        NOTE,
    )
    found: list[_Element] = []
    for description in graph.findall(_DESCRIPTION):
        found += [child for child in description if not any(word in str(child.tag) for word in stay)]
        found += _from_attributes(description, stay)
    return found


def _from_attributes(description: _Element, stay: tuple[str, ...]) -> list[_Element]:
    """Long properties in attribute form, turned into elements."""
    found: list[_Element] = []
    for name, value in list(description.attrib.items()):
        key, text = str(name), str(value)
        if len(text) > 1000 and not key.startswith(f"{{{RDF}}}") and not any(word in key for word in stay):
            del description.attrib[name]
            element = etree.SubElement(description, key)
            element.text = text
            found.append(element)
    return found


def _about(graph: _Element) -> str:
    first = graph.find(_DESCRIPTION)
    return "" if first is None else first.get(_ABOUT, "")


def _tree(packet: bytes) -> _Element:
    if b"<!DOCTYPE" in packet or b"<!ENTITY" in packet:
        raise Damaged("The XMP packet declares entities, which no XMP may.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True, remove_comments=True, huge_tree=True
    )
    try:
        return etree.fromstring(packet.strip(b"\0 \t\r\n\xef\xbb\xbf"), parser)
    except (etree.XMLSyntaxError, ValueError) as trouble:
        raise Damaged("The XMP packet is not sound XML.") from trouble


def _graph(top: _Element) -> _Element:
    found = top if top.tag == f"{{{RDF}}}RDF" else top.find(f".//{{{RDF}}}RDF")
    if found is None:
        raise Damaged("The XMP packet holds no RDF.")
    return found


def _wrapped(top: _Element) -> bytes:
    return _HEAD.encode() + etree.tostring(top, encoding="UTF-8", xml_declaration=False) + _TAIL.encode()
