"""Exif blocks: put in the opt-out and the standard rights fields, and read what they say.

A block is the TIFF structure alone, without the word "Exif" and two zeros that JPEG puts before it. Everything else in
it, comments and MakerNotes with their hidden offsets, stays where it is (see artistguard.containers.tiff).

Source: Exif 3.0 (CIPA DC-008-2023), section 4.6.5 for Artist and Copyright; Exif 3.1 for LearningOptOutIn (0x9287).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from artistguard.containers import tiff, tiff_edit
from artistguard.containers.tiff import ASCII, UNDEFINED, Field
from artistguard.errors import Damaged
from artistguard.terms import Stated
from artistguard.vocabularies import exif as vocabulary
from artistguard.vocabularies import table
from artistguard.vocabularies.rights import replaceable

if TYPE_CHECKING:
    from collections.abc import Collection

    from artistguard.containers.tiff import Directory, Tiff
    from artistguard.terms import Inscription

DESCRIPTION: Final = 0x010E
ARTIST: Final = 0x013B
COPYRIGHT: Final = 0x8298
VERSION: Final = 0x9000
OPT_OUT: Final = vocabulary.TAG
EXIF_VERSION: Final = b"0310"
"""Written only where we make the Exif directory: the version that brought the opt-out tag."""
MOST_TEXT: Final = 65536
MARK: Final = b"Exif\0\0"
"""What JPEG puts before a block, and others after it."""
ITEM_HEAD: Final = bytes(4)
"""Of an item whose block begins at once."""

Changes = tuple[dict[int, Field], dict[int, Field]]


def merge(block: bytes | None, inscription: Inscription, *, without: Collection[str] = (), former: str = "") -> bytes:
    """Write an inscription into an Exif block.

    Args:
        block: From the byte order mark on; None or empty where the file has none yet.
        inscription: What to say.
        without: ``creator`` or ``copyright``, where the file says it elsewhere already.
        former: A creator's name that an earlier inscription filled in, which may be renewed.

    Returns:
        The new block; the very bytes given where it says all of that already.

    Raises:
        Damaged: The block is no TIFF structure; the caller leaves it alone.
        CannotEmbed: It would grow over what its offsets can name.
    """
    found = tiff.parse(block or tiff.EMPTY)
    return tiff_edit.rewrite(found, *changes(found, inscription, without=without, former=former))


def changes(found: Tiff, inscription: Inscription, *, without: Collection[str] = (), former: str = "") -> Changes:
    """What to set in the first and in the Exif directory; TIFF files add their own fields to it.

    Args:
        found: The block as it is.
        inscription: What to say.
        without: As for ``merge``.
        former: As for ``merge``.

    Returns:
        Fields for the first directory, fields for the Exif directory; for ``tiff_edit.rewrite``.
    """
    top: dict[int, Field] = {}
    words = table.rights(inscription)
    for name, tag, text in (("creator", ARTIST, words.creator), ("copyright", COPYRIGHT, words.copyright)):
        stands = _text(found, found.top, tag)
        if text and name not in without and (replaceable(stands) or (name == "creator" and stands == former)):
            top[tag] = _ascii(text)
    value = vocabulary.encode(inscription.declaration.choice, _byteorder(found))
    below = {OPT_OUT: Field(UNDEFINED, len(value), value)}
    if not found.exif.start:
        below[VERSION] = Field(UNDEFINED, len(EXIF_VERSION), EXIF_VERSION)
    return top, below


def statements(block: bytes) -> tuple[Stated, ...]:
    """What an Exif block says about use and rights.

    Args:
        block: From the byte order mark on.

    Returns:
        Layer ``exif`` for the opt-out, ``rights`` for the copyright line.

    Raises:
        Damaged: It is no TIFF structure.
    """
    return statements_in(tiff.parse(block))


def statements_in(found: Tiff) -> tuple[Stated, ...]:
    """The same for a structure that is parsed already."""
    told: list[Stated] = []
    entry = found.exif.entry(OPT_OUT)
    if entry is not None:
        told.append(vocabulary.stated(found.value(entry)[:MOST_TEXT], "Exif 0x9287", _byteorder(found)))
    if line := _text(found, found.top, COPYRIGHT):
        told.append(Stated("rights", "Exif Copyright", line))
    return tuple(told)


def artist(found: Tiff) -> str:
    """The Artist field, or empty."""
    return _text(found, found.top, ARTIST)


def rights_line(found: Tiff) -> str:
    """The Copyright field, or empty."""
    return _text(found, found.top, COPYRIGHT)


def description(found: Tiff) -> str:
    """The ImageDescription field, or empty."""
    return _text(found, found.top, DESCRIPTION)


def parted(item: bytes) -> tuple[bytes, bytes]:
    """An Exif item of HEIF or JPEG XL: what comes before the block, and the block.

    Args:
        item: A number of 32 bits, high byte first, of how many bytes to pass over; so many bytes; the block.

    Raises:
        Damaged: It ends before the block.

    Source: ISO/IEC 23008-12:2022, annex A.2.1; ISO/IEC 18181-2:2024, clause 9 (Exif box).
    """
    start = 4 + int.from_bytes(item[:4])
    # Some phones leave out the mark from the count.
    start += len(MARK) * (item[start : start + len(MARK)] == MARK)
    if start >= len(item):
        raise Damaged("The picture's Exif block is cut short.")
    return item[:start], item[start:]


def _byteorder(found: Tiff) -> Literal["little", "big"]:
    return "little" if found.order == "<" else "big"


def _text(found: Tiff, place: Directory, tag: int) -> str:
    """A text field; in Copyright the photographer's and the editor's part are parted by a zero byte."""
    entry = place.entry(tag)
    if entry is None:
        return ""
    raw = found.value(entry)[:MOST_TEXT].strip(b"\0 ")
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    return "; ".join(part.strip() for part in text.split("\0") if part.strip())


def _ascii(text: str) -> Field:
    # UTF-8 in an ASCII field: what Exif 3.0 says its UTF-8 type is for, but every reader of today understands this one.
    value = text.encode() + b"\0"
    return Field(ASCII, len(value), value)
