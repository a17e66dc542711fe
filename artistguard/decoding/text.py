"""Bytes into words: plain text in whatever encoding.

Source: Unicode Standard 15.0, section 23.8 (byte order mark); WHATWG Encoding Standard, section 9.1 (windows-1252 as
the fallback of the web).
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from artistguard.decoding.values import Words
from artistguard.errors import Damaged, TooLarge
from artistguard.works import Digest

if TYPE_CHECKING:
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
    bound(len(content))
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
    bound(len(content), limit)
    return content


def bound(size: int, limit: int = TEXT_LIMIT) -> None:
    """Refuse more bytes than any manuscript has.

    Raises:
        TooLarge: They are over the limit.
    """
    if size > limit:
        raise TooLarge(f"The text is longer than {limit // (1024 * 1024)} MB, more than any manuscript.")


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
