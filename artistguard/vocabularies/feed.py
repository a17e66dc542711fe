"""A licence feed: an RSS channel whose items each carry their licence, for sites with many works.

Source: RSS 2.0.11, "Required channel elements" and "Elements of <item>"; RSL 1.0, section 4.5 (the module in RSS: the
root declares the namespace, an item holds ``rsl:content``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from artistguard.vocabularies import rsl
from artistguard.vocabularies.rights import clean, rights

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artistguard.terms import Declaration


@dataclass(frozen=True, slots=True)
class Listed:
    """One work of a feed.

    Attributes:
        title: Of the work.
        address: Web address of its page.
        declaration: Its own terms.
        work: URN of the work.
    """

    title: str
    address: str
    declaration: Declaration
    work: str


def feed(title: str, site: str, works: Iterable[Listed]) -> bytes:
    """The channel.

    Args:
        title: Of the channel.
        site: Web address that the channel belongs to.
        works: One item each.

    Returns:
        UTF-8 with an XML declaration.
    """
    root = etree.Element("rss", version="2.0", nsmap={"rsl": rsl.NAMESPACE})
    channel = etree.SubElement(root, "channel")
    for name, text in (("title", title), ("link", site), ("description", "Works, and what AI may do with each.")):
        etree.SubElement(channel, name).text = clean(text)
    for each in works:
        _item(channel, each)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _item(channel: etree._Element, work: Listed) -> None:
    item = etree.SubElement(channel, "item")
    for name, text in (
        ("title", work.title),
        ("link", work.address),
        ("description", rights(work.declaration).terms),
    ):
        etree.SubElement(item, name).text = clean(text)
    guid = etree.SubElement(item, "guid", isPermaLink="false")
    guid.text = clean(work.work)
    item.append(rsl.content(work.declaration, work.address))
