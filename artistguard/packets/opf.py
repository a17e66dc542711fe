"""The package document of an EPUB: what it says, and our statements merged into it without disturbing the rest.

EPUB 3 takes ``<meta property="tdm:reservation">`` with the prefix declared on the package, EPUB 2
``<meta name="tdm:reservation" content="…">``. Our own keys stand under the prefix ``artistguard``.

Source: EPUB 3.3, sections 5.4 (package), 5.5 (metadata), D.1.4 (prefix attribute); Open Packaging Format 2.0.1,
section 2.2; TDM Reservation Protocol, Final Community Group Report, 10 May 2024, section 7 (EPUB).
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from artistguard.errors import CannotEmbed, Damaged
from artistguard.packets.elements import Document, Edit, attribute, content
from artistguard.packets.keys import OWN, gives_way, is_free, plain_key
from artistguard.terms import Stated
from artistguard.vocabularies import own, rsl, table, tdmrep
from artistguard.vocabularies.properties import Tag
from artistguard.vocabularies.rights import is_web
from artistguard.works import Facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.packets.scan import Element
    from artistguard.terms import Inscription

DC = "http://purl.org/dc/elements/1.1/"
_PREFIXES = {"tdm": tdmrep.EPUB_NAMESPACE, "artistguard": own.NAMESPACE}
_LINK = "artistguard-licence"
_MAPPING = re.compile(r"(\S+):\s+(\S+)")
_RSL = re.compile(r"/[^/?#]*(?:rsl[^/?#]*\.xml|licen[cs]e\.xml|\.rsl)(?:[?#]|$)", re.IGNORECASE)


class Package:
    """One package document.

    Attributes:
        document: Its bytes and elements.
        metadata: The element that holds the metadata.
        modern: Whether it is of EPUB 3 or later.
    """

    def __init__(self, original: bytes) -> None:
        """Read it.

        Args:
            original: The file, in whatever encoding.

        Raises:
            Damaged: No package document.
            TooLarge: Larger than any metadata.
        """
        self.document = Document(original)
        self.root = self.document.root
        metadata = self.root.child("metadata")
        if self.root.name != "package" or metadata is None:
            raise Damaged("The EPUB's package document is none: it holds no metadata.")
        self.metadata = metadata
        self.modern = _major(self.root.attributes.get("version", "")) >= 3

    def tags(self) -> tuple[Tag, ...]:
        """What the metadata states in keys that we know; colons kept where a standard writes them."""
        found = ((name, value) for name, value, _ in self._metas())
        return tuple(Tag(_key(name), value) for name, value in found if name.startswith(("tdm:", "artistguard:")))

    def rights(self) -> tuple[Stated, ...]:
        """Rights sentences and a linked licence."""
        sentences = [("OPF dc:rights", one.text) for one in self.metadata.all("rights", DC)]
        links = [("OPF dcterms:license", one.attributes.get("href", "")) for one in self._licences()]
        return tuple(Stated("rights", place, text.strip()) for place, text in sentences + links if text.strip())

    def facts(self) -> Facts:
        """Title, creator, series and ISBN."""
        named = {name: value for name, value, _ in reversed(list(self._metas()))}
        return Facts(
            title=self._first("title"),
            creator=self._first("creator"),
            collection=named.get("belongs-to-collection", "") or named.get("calibre:series", ""),
            number=named.get("group-position", "") or named.get("calibre:series_index", ""),
            identifiers=tuple(dict.fromkeys(self._isbns())),
        )

    def _first(self, name: str) -> str:
        texts = (" ".join(one.text.split()) for one in self.metadata.all(name, DC))
        return next((text for text in texts if text), "")

    def _isbns(self) -> Iterator[tuple[str, str]]:
        for one in self.metadata.all("identifier", DC):
            digits = re.sub(r"[\s-]|^urn:isbn:|^isbn:?", "", one.text.strip(), flags=re.IGNORECASE)
            if re.fullmatch(r"97[89]\d{10}|\d{9}[\dXx]", digits):
                yield "ISBN", digits.upper()

    def _metas(self) -> Iterator[tuple[str, str, Element]]:
        """Name, value and element of every meta that speaks about the whole book."""
        for one in self.metadata.all("meta"):
            if "property" in one.attributes and "refines" not in one.attributes:
                yield one.attributes["property"].strip(), one.text.strip(), one
            elif "property" in one.attributes and one.attributes["property"].strip() == "group-position":
                yield "group-position", one.text.strip(), one
            elif "name" in one.attributes:
                yield one.attributes["name"].strip(), one.attributes.get("content", "").strip(), one

    def _licences(self) -> list[Element]:
        return [one for one in self.metadata.all("link") if "dcterms:license" in one.attributes.get("rel", "").split()]

    def merged(self, inscription: Inscription) -> bytes:
        """The document with the inscription in it.

        Args:
            inscription: What to write.

        Returns:
            The bytes; merging the same again gives the same ones.

        Raises:
            CannotEmbed: The document is of a form that could not be read back.
        """
        if self.metadata.child("dc-metadata") is not None:
            raise CannotEmbed("The EPUB's metadata is in the form of the old Open eBook standard.")
        tags = table.tags(inscription)
        stale = [one for name, _, one in self._metas() if _is_ours(name) and gives_way(_key(name), tags)]
        words = table.rights(inscription)
        stale += [one for one in self.metadata.all("rights", DC) if is_free(one.text, words)]
        stale += [one for one in self._licences() if one.attributes.get("id") == _LINK]
        added = [*self._sentences(inscription, stale), *map(self._meta, tags), *self._link(inscription, stale)]
        edits = [self.document.without(one) for one in stale]
        edits += self.document.appended(self.metadata, added)
        edits += self._declared_prefixes() if self.modern else []
        return self.document.edited(edits)

    def _meta(self, tag: Tag) -> str:
        name = self._name("meta")
        if self.modern:
            return f'<{name} property="{_property(tag.key)}">{content(tag.value)}</{name}>'
        return f'<{name} name="{_property(tag.key)}" content="{attribute(tag.value)}"/>'

    def _name(self, local: str) -> str:
        return f"{self.metadata.prefix}:{local}" if self.metadata.prefix else local

    def _sentences(self, inscription: Inscription, stale: list[Element]) -> Iterator[str]:
        words = table.rights(inscription)
        if words.creator and not self._first("creator"):
            stale += self.metadata.all("creator", DC)
            yield self._dublin("creator", words.creator)
        if all(is_free(one.text, words) for one in self.metadata.all("rights", DC)):
            yield from (self._dublin("rights", text) for text in (words.copyright, words.terms) if text)

    def _dublin(self, local: str, text: str) -> str:
        prefix = self.metadata.prefix_for(DC)
        if prefix is None:
            return f'<dc:{local} xmlns:dc="{DC}">{content(text)}</dc:{local}>'
        name = f"{prefix}:{local}" if prefix else local
        return f"<{name}>{content(text)}</{name}>"

    def _link(self, inscription: Inscription, stale: list[Element]) -> Iterator[str]:
        address = table.rights(inscription).licence
        theirs = [one for one in self._licences() if one not in stale]
        if not self.modern or theirs or not is_web(address):
            return
        kind = f' media-type="{rsl.MEDIA_TYPE}"' if _RSL.search(address) else ""
        yield f'<{self._name("link")} id="{_LINK}" rel="dcterms:license" href="{attribute(address)}"{kind}/>'

    def _declared_prefixes(self) -> list[Edit]:
        written = self.root.attributes.get("prefix", "").strip()
        known = dict(_MAPPING.findall(written))
        for prefix, uri in _PREFIXES.items():
            if known.get(prefix, uri).rstrip("/#") != uri.rstrip("/#"):
                raise CannotEmbed(f"The EPUB uses the prefix {prefix!r} for something else.")
        missing = [f"{prefix}: {uri}" for prefix, uri in _PREFIXES.items() if prefix not in known]
        if not missing:
            return []
        return [self.document.with_attribute(self.root, "prefix", " ".join(filter(None, [written, *missing])))]

    def structure(self) -> str:
        """Manifest, spine and guide as one text: all of the document that a statement must never change."""
        parts = [child for child in self.root.children if child is not self.metadata]
        return "\n".join(part.outline() for part in parts)


def _major(version: str) -> int:
    found = re.match(r"\s*(\d{1,3})", version)
    return int(found[1]) if found else 2


def _is_ours(name: str) -> bool:
    return name.startswith(("tdm:", "artistguard:"))


def _property(key: str) -> str:
    """A tag's key as a name with prefix: ``TDM-POLICY`` is ``tdm:policy``, all others are ours."""
    name = plain_key(key)
    if name.startswith("TDM-"):
        return f"tdm:{name[4:].lower()}"
    return f"artistguard:{name.removeprefix(OWN).lower()}"


def _key(name: str) -> str:
    """The other way round; what a standard writes with a colon stays as it stands."""
    prefix, _, local = name.partition(":")
    if prefix == "tdm" or local.upper() in {"DATA-MINING", "CONTENT-USAGE"}:
        return name if prefix == "tdm" else local
    return f"artistguard-{local}"


def member_name(folder: str, href: str) -> str:
    """The archive member that an address in a package document names; empty where it is no address.

    Args:
        folder: Of the package document, inside the archive.
        href: As it stands there, percent signs and all.
    """
    try:
        return posixpath.normpath(posixpath.join(folder, unquote(urlsplit(href).path)))
    except ValueError:  # brackets that look like the beginning of an IPv6 address
        return ""


def spine(package: Package) -> list[tuple[str, str]]:
    """The documents in reading order.

    Args:
        package: The package document.

    Returns:
        Address relative to the package document, as written, and media type.
    """
    manifest, order = package.root.child("manifest"), package.root.child("spine")
    if manifest is None or order is None:
        return []
    items = {one.attributes.get("id", ""): one.attributes for one in manifest.all("item")}
    chosen = (items.get(one.attributes.get("idref", "")) for one in order.all("itemref"))
    return [(one.get("href", ""), one.get("media-type", "")) for one in chosen if one]
