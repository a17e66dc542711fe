"""Really Simple Licensing: the licence file that robots.txt, HTTP headers and book metadata can point to.

Coarse: it has one word for training of any kind. It is never put inside an XMP packet, since a nested ``rsl:rsl``
makes a widely used reader drop the whole packet.

Source: RSL 1.0 (Recommendation, December 2025, with errata to May 2026), sections 3.1.1 (evaluation: what is both
permitted and prohibited is not licensed; what is permitted alone excludes the rest), 3.4-3.9, 3.13, 3.16, 3.17.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from lxml import etree

from artistguard.errors import Damaged, TooLarge
from artistguard.terms import Choice, Permission, Stated, Usage
from artistguard.vocabularies.grades import AI_USES, covering
from artistguard.vocabularies.rights import clean, is_web, mail

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from artistguard.terms import Declaration

NAMESPACE = "https://rslstandard.org/rsl"
MEDIA_TYPE = "application/rsl+xml"
LARGEST = 4 * 1024 * 1024

_TOKENS: Mapping[str, frozenset[Usage]] = MappingProxyType(
    {
        "all": frozenset(Usage),
        "ai-all": frozenset(AI_USES),
        "ai-train": frozenset({Usage.GENERATIVE_TRAINING, Usage.OTHER_TRAINING}),
        "ai-input": frozenset({Usage.MODEL_INPUT}),
        "ai-index": frozenset({Usage.DATA_MINING}),
        "search": frozenset({Usage.SEARCH}),
    }
)
_WITHOUT_ASKING = {"free", "attribution", "contribution"}


def document(declaration: Declaration, url: str) -> bytes:
    """The licence file for one work.

    Args:
        declaration: The terms.
        url: Web address or path of the work, as the ``content`` element takes it.

    Returns:
        UTF-8 with an XML declaration. For ``ask`` a second licence permits AI uses against what the licence page
        asks; where there is no page, AI uses stay prohibited and the mail address is named.
    """
    top = etree.Element(f"{{{NAMESPACE}}}rsl", nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # the stubs forget the default
    top.append(content(declaration, url))
    return etree.tostring(top, xml_declaration=True, encoding="UTF-8")


def content(declaration: Declaration, url: str) -> _Element:
    """The ``content`` element of one work, as a licence file and the item of a feed hold it."""
    content = etree.Element(f"{{{NAMESPACE}}}content", url=clean(url))
    page = _page(declaration)
    if declaration.choice is Choice.ASK and page:
        _usage(_add(content, "license"), permits="search")
        asked = _add(content, "license")
        _usage(asked, permits="ai-all")
        _add(_add(asked, "payment"), "custom", page)
    else:
        licence = _add(content, "license")
        _plain(licence, declaration.choice)
        if declaration.choice is Choice.ASK and (address := mail(declaration.contact)):
            _add(licence, "legal", f"mailto:{address}", type="contact")
    _holder(content, declaration)
    return content


def read(content: bytes, place: str) -> Stated:
    """What a licence file says.

    Args:
        content: The file, or an embedded fragment of it.
        place: Where it stands.

    Returns:
        Layer ``rsl``; the strictest of all its licences for each use, as text ``use=permission``.

    Raises:
        Damaged: It is no RSL.
        TooLarge: It is larger than any real one.
    """
    found = _evaluate(_parsed(content))
    choice = covering(found)
    compatible = {each for each, said in _COMPILED.items() if said == found}
    if Choice.SEARCH_ONLY in compatible:
        compatible.add(Choice.ASK)  # what an ask without a licence page is written as
    shown = ", ".join(f"{use}={found[use]}" for use in Usage if use in found)
    return Stated("rsl", place, shown, choice, frozenset(compatible) or (frozenset({choice} if choice else ())))


def _plain(licence: _Element, choice: Choice) -> None:
    match choice:
        case Choice.ALLOW:
            _usage(licence, permits="all")
        case Choice.NO_GENERATIVE_TRAINING | Choice.NO_AI_TRAINING:
            _usage(licence, prohibits="ai-train")
        case Choice.NOTHING:
            _usage(licence, prohibits="all")
        case _:
            _usage(licence, permits="search", prohibits="ai-all")


def _usage(licence: _Element, permits: str = "", prohibits: str = "") -> None:
    if permits:
        _add(licence, "permits", permits, type="usage")
    if prohibits:
        _add(licence, "prohibits", prohibits, type="usage")


def _holder(content: _Element, declaration: Declaration) -> None:
    if name := clean(declaration.name):
        contact = clean(declaration.contact)
        reached = {"contactEmail": mail(contact), "contactUrl": contact if is_web(contact) else ""}
        _add(content, "copyright", name, **{key: text for key, text in reached.items() if text})
    if is_web(clean(declaration.licence)):
        _add(content, "terms", clean(declaration.licence))


def _page(declaration: Declaration) -> str:
    pages = (clean(declaration.licence), clean(declaration.contact))
    return next((page for page in pages if is_web(page)), "")


def _add(parent: _Element, name: str, text: str = "", **attributes: str) -> _Element:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
    element.text = text or None
    return element


def _parsed(content: bytes) -> _Element:
    if len(content) > LARGEST:
        raise TooLarge("The RSL licence is larger than 4 MB.")
    if b"<!" in content.replace(b"<!--", b"").replace(b"<![CDATA[", b""):
        raise Damaged("The RSL licence declares entities or a document type.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        top = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise Damaged("The RSL licence is not well-formed.") from problem
    if top.tag != f"{{{NAMESPACE}}}rsl":
        raise Damaged("This is no RSL licence.")
    return top


def _evaluate(top: _Element) -> dict[Usage, Permission]:
    """The strictest permission of each use over all works that the file names."""
    found: dict[Usage, Permission] = {}
    order = [Permission.ALLOWED, Permission.ON_REQUEST, Permission.FORBIDDEN]
    for content in top.iter(f"{{{NAMESPACE}}}content"):
        for usage, said in _of_content(content).items():
            found[usage] = max(said, found.get(usage, said), key=order.index)
    return found


def _of_content(content: _Element) -> dict[Usage, Permission]:
    granted: dict[Usage, Permission] = {}
    refused: set[Usage] = set()
    listed = False
    for licence in content.iterchildren(f"{{{NAMESPACE}}}license"):
        said = Permission.ON_REQUEST if _asks(licence) else Permission.ALLOWED
        permits = list(_words(licence, "permits"))
        listed = listed or bool(permits)
        for usage in _uses(permits):
            # A use that one licence grants freely needs no other licence.
            granted[usage] = Permission.ALLOWED if granted.get(usage) is Permission.ALLOWED else said
        refused |= _uses(_words(licence, "prohibits"))
    found = {usage: granted[usage] for usage in Usage if usage in granted}
    for usage in Usage:
        if usage in refused or (listed and usage not in granted):
            found[usage] = Permission.FORBIDDEN
    return found


def _asks(licence: _Element) -> bool:
    payment = licence.find(f"{{{NAMESPACE}}}payment")
    if payment is None or payment.get("type", "").strip() in _WITHOUT_ASKING:
        return False
    return bool(payment.get("type", "").strip()) or len(payment) > 0


def _words(licence: _Element, name: str) -> Iterable[str]:
    for element in licence.iterchildren(f"{{{NAMESPACE}}}{name}"):
        if element.get("type", "usage") == "usage":
            # Version 0.9 parted words by commas.
            yield from (element.text or "").replace(",", " ").split()


def _uses(words: Iterable[str]) -> set[Usage]:
    return {usage for word in words for usage in _TOKENS.get(word, ())}


def _compiled(choice: Choice) -> dict[Usage, Permission]:
    content = etree.Element(f"{{{NAMESPACE}}}content")
    if choice is Choice.ASK:
        _usage(_add(content, "license"), permits="search")
        asked = _add(content, "license")
        _usage(asked, permits="ai-all")
        _add(asked, "payment", type="purchase")
    else:
        _plain(_add(content, "license"), choice)
    return _of_content(content)


_COMPILED: Mapping[Choice, Mapping[Usage, Permission]] = MappingProxyType(
    {choice: _compiled(choice) for choice in Choice}
)
