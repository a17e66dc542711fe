"""The words inside XML and HTML from an unknown hand.

Source: HTML Living Standard, section 15.3 (which elements are rendered as blocks).
"""

from __future__ import annotations

import html
import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from lxml import etree

from artistguard.decoding.text import bound, encoding_of
from artistguard.errors import Damaged

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """
        address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure
        footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main nav ol option p pre search section summary table
        td text th title tr ul
        """,
    )
)
_SILENT = frozenset(["head", "script", "style", "template", "noscript", "metadata", "object"])


def tree(content: bytes) -> etree._Element:
    """Parse XML from an unknown hand: no network, no entities, no DTD, depth and size bounded by libxml2.

    Args:
        content: The document; its own declaration names the encoding.

    Returns:
        The root element.

    Raises:
        Damaged: Not well-formed.
        TooLarge: More than TEXT_LIMIT bytes.
    """
    bound(len(content))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise Damaged(f"The XML inside is not well-formed: {error}.") from error


def markup(content: bytes) -> str:
    """The words of an HTML or XHTML page in the order they stand, one block a line.

    Args:
        content: The page; XHTML is tried first, anything else is read as browsers read HTML.

    Returns:
        Text with blanks folded; scripts, styles and the head are left out.

    Raises:
        Damaged: Neither reading finds an element.
        TooLarge: More than TEXT_LIMIT bytes.
    """
    bound(len(content))
    try:
        root = tree(content)
    except Damaged:
        root = _soup(content)
    return mixed(root, _BLOCKS, _SILENT)


def mixed(
    root: etree._Element,
    blocks: Collection[str],
    silent: Collection[str],
    signs: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The words of a tree in which text and elements are mixed, one block a line.

    Args:
        root: Where to begin.
        blocks: Local names, lower case, of elements that stand on lines of their own.
        silent: Those whose words do not belong to the work.
        signs: Those that stand for a character.

    Returns:
        Text with blanks folded.
    """
    return folded(_pieces(root, blocks, silent, signs))


def _soup(content: bytes) -> etree._Element:
    codec, mark = encoding_of(content)
    declared = None
    if codec != "cp1252":
        content, declared = content[mark:].decode(codec, "replace").encode("utf-8"), "utf-8"
    try:
        parser = etree.HTMLParser(no_network=True, recover=True, huge_tree=False, encoding=declared)
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError, LookupError) as error:
        raise Damaged(f"The page cannot be read: {error}.") from error
    if not isinstance(root, etree._Element):  # noqa: SLF001 - lxml has no public name for it
        raise Damaged("The page holds no element.")
    return root


def _pieces(
    root: etree._Element, blocks: Collection[str], silent: Collection[str], signs: Mapping[str, str]
) -> Iterator[str]:
    """Texts and, at block borders, line ends; without recursion, so that depth costs no stack."""
    hushed: etree._Element | None = None
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = _local(node)
        if event == "start":
            if hushed is None and name in silent:
                hushed = node
            elif hushed is None:
                yield "\n" if name in blocks else signs.get(name, "")
                yield from _opening(node)
            continue
        if hushed is node:
            hushed = None
        elif hushed is None and name in blocks:
            yield "\n"
        if hushed is None:
            yield node.tail or ""
            yield from _references(node)


def _opening(node: etree._Element) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if not isinstance(child, etree._Entity):  # noqa: SLF001 - lxml has no public name for it
            return
        yield from _entity(child)


def _references(node: etree._Element) -> Iterator[str]:
    """Entity references that follow a node: they are nodes of their own, which iterwalk passes over."""
    following = node.getnext()
    while isinstance(following, etree._Entity):  # noqa: SLF001 - lxml has no public name for it
        yield from _entity(following)
        following = following.getnext()


def _entity(node: etree._Element) -> Iterator[str]:
    name = node.text or ""
    yield html.unescape(name) if _ENTITY.fullmatch(name) else ""
    yield node.tail or ""


def _local(node: etree._Element) -> str:
    tag: object = node.tag  # a function, not a name, where the node is a comment
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def folded(pieces: Iterable[str]) -> str:
    """Join pieces as a page shows them: blanks inside a block folded to one, empty lines dropped.

    Args:
        pieces: Texts in order; a piece that is exactly a newline ends a block.

    Returns:
        The blocks, parted by newlines.
    """
    blocks: list[str] = []
    block: list[str] = []
    for piece in pieces:
        if piece == "\n":
            blocks.append("".join(block))
            block = []
        else:
            block.append(piece)
    blocks.append("".join(block))
    lines = (_SPACES.sub(" ", text).strip(" ") for text in blocks)
    return "\n".join(text for text in lines if text)
