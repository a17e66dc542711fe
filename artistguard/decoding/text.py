"""Bytes into words: plain text in whatever encoding, and the words inside XML and HTML.

Source: Unicode Standard 15.0, section 23.8 (byte order mark); WHATWG Encoding Standard, section 9.1 (windows-1252 as
the fallback of the web); HTML Living Standard, section 15.3 (which elements are rendered as blocks).
"""

from __future__ import annotations

import hashlib
import html
import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from lxml import etree

from artistguard.decoding.values import Words
from artistguard.errors import Damaged, TooLarge
from artistguard.works import Digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from typing import BinaryIO

TEXT_LIMIT = 64 * 1024 * 1024
"""Most bytes of text in one file: ten times the longest novel there is, in the widest encoding."""

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 4096
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
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


def encoding_of(content: bytes) -> tuple[str, int]:
    """How bytes of plain text are encoded.

    Args:
        content: The whole text, or enough of its beginning.

    Returns:
        Codec name for Python, and the length of the byte order mark in bytes.
    """
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return codec, len(mark)
    wide = _wide(content[:_SAMPLE])
    if wide:
        return wide, 0
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252", 0
    return "utf-8", 0


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark shows in zero bytes that stand at every other place."""
    pairs = len(sample) // 2
    if pairs < 2:
        return ""
    even, odd = sample[0 : 2 * pairs : 2].count(0), sample[1 : 2 * pairs : 2].count(0)
    if odd > pairs * 0.4 and even < pairs * 0.05:
        return "utf-16-le"
    if even > pairs * 0.4 and odd < pairs * 0.05:
        return "utf-16-be"
    return ""


def plain(content: bytes) -> str:
    r"""The words of a plain text file.

    Args:
        content: The whole file: UTF-8, UTF-16 or UTF-32 with or without a byte order mark, else Windows-1252.

    Returns:
        The text without the mark, line ends as ``\n``.

    Raises:
        Damaged: The bytes are no text (full of control characters, or broken UTF-16).
        TooLarge: More than TEXT_LIMIT bytes.
    """
    _bound(len(content))
    codec, mark = encoding_of(content)
    try:
        text = content[mark:].decode(codec, "replace" if codec == "cp1252" else "strict")
    except UnicodeDecodeError as error:
        raise Damaged(f"The text is not whole: {error.reason}.") from error
    if not looks_like_text(text):
        raise Damaged("The file is full of control characters: it is no text.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def looks_like_text(text: str) -> bool:
    """Whether hardly any character (at most one in a hundred) is a control character."""
    return len(_CONTROLS.findall(text)) * 100 <= len(text)


def read_bounded(source: BinaryIO, limit: int = TEXT_LIMIT) -> bytes:
    """The whole of a stream from its beginning, refused where it is longer than the limit.

    Args:
        source: Seekable stream.
        limit: Most bytes taken.

    Returns:
        The bytes.

    Raises:
        TooLarge: There are more.
    """
    source.seek(0)
    content = source.read(limit + 1)
    _bound(len(content), limit)
    return content


def _bound(size: int, limit: int = TEXT_LIMIT) -> None:
    if size > limit:
        raise TooLarge(f"The text is longer than {limit // (1024 * 1024)} MB, more than any manuscript.")


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
    _bound(len(content))
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
    _bound(len(content))
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


def words(text: str, *untouched: bytes | str | Digest) -> Words:
    """The value that decoding a manuscript ends in.

    Args:
        text: In reading order, paragraphs parted by newlines; halves of surrogate pairs are replaced.
        untouched: Everything else that writing a statement must not change, in an order that stays.

    Returns:
        Words whose payload is SHA-256 over the text in UTF-8 and whose guard is SHA-256 over the text and the rest,
        each with its length (8 bytes, big-endian) before it.
    """
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    encoded = whole.encode("utf-8")
    guard = hashlib.sha256(len(encoded).to_bytes(8, "big") + encoded)
    for part in untouched:
        piece = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        guard.update(len(piece).to_bytes(8, "big") + piece)
    return Words(whole, Digest.of(encoded), Digest(guard.hexdigest()))
