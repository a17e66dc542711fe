"""IPTC IIM datasets, the oldest of the picture metadata: fill in by-line, copyright and instructions, keep the rest.

A block is a row of datasets, as it stands in Photoshop's image resource 0x0404 or in TIFF field 33723.

Source: IPTC-NAA Information Interchange Model 4.2 (2014), chapter 1.5 for the form of a dataset, 1:90 for the
character set, 2:40, 2:80 and 2:116 for the fields and their longest lengths.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from artistguard.errors import Damaged
from artistguard.terms import Choice, Stated
from artistguard.vocabularies import rights

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from artistguard.terms import Declaration, Inscription

MARKER: Final = 0x1C
UTF8: Final = b"\x1b%G"
"""The escape sequence that 1:90 announces UTF-8 with. Source: ISO/IEC 2022 by way of IIM 1:90."""
MOST_DATASETS: Final = 10_000

Number = tuple[int, int]
CHARACTER_SET: Final[Number] = (1, 90)
RECORD_VERSION: Final[Number] = (2, 0)
TITLE: Final[Number] = (2, 5)
INSTRUCTIONS: Final[Number] = (2, 40)
BY_LINE: Final[Number] = (2, 80)
COPYRIGHT: Final[Number] = (2, 116)
SIGN, PLAIN_SIGN = "©", "(c)"
LONGEST: Final = {INSTRUCTIONS: 256, BY_LINE: 32, COPYRIGHT: 128}


@dataclass(frozen=True, slots=True)
class Dataset:
    """One field.

    Attributes:
        number: Record and dataset, as in 2:116.
        value: Its bytes, in the character set of the block.
        raw: As it stands in the block, header included.
    """

    number: Number
    value: bytes
    raw: bytes


def parse(block: bytes) -> tuple[Dataset, ...]:
    """Every dataset of a block, in order; zero padding at the end is no dataset.

    Raises:
        Damaged: A dataset has no marker, or reaches past the end.
    """
    return tuple(_datasets(block))


def _datasets(block: bytes) -> Iterator[Dataset]:
    at, count, end = 0, 0, len(block.rstrip(b"\0"))
    while at < end:
        size, start = _length(block, at)
        count += 1
        if block[at] != MARKER or start + size > len(block) or count > MOST_DATASETS:
            raise Damaged("the IPTC fields are damaged")
        yield Dataset((block[at + 1], block[at + 2]), block[start : start + size], block[at : start + size])
        at = start + size


def _length(block: bytes, at: int) -> tuple[int, int]:
    """Length of the value and where it starts; lengths over 32,767 stand in a field of their own (IIM 1.5.2)."""
    if at + 5 > len(block):
        raise Damaged("the IPTC fields end in the middle")
    size = int.from_bytes(block[at + 3 : at + 5], "big")
    if not size & 0x8000:
        return size, at + 5
    digits = size & 0x7FFF
    if digits > 4:
        raise Damaged("an IPTC field is impossibly long")
    return int.from_bytes(block[at + 5 : at + 5 + digits], "big"), at + 5 + digits


def merge(block: bytes | None, inscription: Inscription, *, without: Collection[str] = (), former: str = "") -> bytes:
    """Fill in by-line, copyright notice and special instructions where they are empty or a sentence of ours.

    Text is written in UTF-8 where the block says so or holds nothing that would be read differently; in a block of
    another character set only ASCII is written, so that nothing that stands there changes its meaning.

    Args:
        block: Row of datasets; None or empty where the file has none.
        inscription: What to say.
        without: ``creator`` or ``copyright``, where the file says it elsewhere already.
        former: A creator's name that an earlier inscription filled in, which may be renewed.

    Returns:
        The new block; the very bytes given where it says all of that already.

    Raises:
        Damaged: The block is damaged; the caller leaves it alone.
    """
    old = parse(block or b"")
    unicode_too = _speaks_utf8(old) or all(field.raw.isascii() or _binary(field) for field in old)
    wanted = _words(inscription.declaration, unicode_too=unicode_too)
    closed = {{"creator": BY_LINE, "copyright": COPYRIGHT}[name] for name in without}
    fresh = [
        _dataset(number, value)
        for number, value in wanted.items()
        if value and number not in closed and _open(old, number, former)
    ]
    changed = [field for field in fresh if field not in old]
    if not changed:
        return block or b""
    announce = unicode_too and not _speaks_utf8(old) and not all(field.value.isascii() for field in fresh)
    return b"".join(field.raw for field in _merged(old, fresh, announce=announce))


def _merged(old: tuple[Dataset, ...], fresh: list[Dataset], *, announce: bool) -> list[Dataset]:
    replaced = {field.number for field in fresh}
    kept = [field for field in old if field.number not in replaced and not (announce and field.number == CHARACTER_SET)]
    if announce:
        fresh = [_dataset(CHARACTER_SET, UTF8), *fresh]
    if not any(field.number == RECORD_VERSION for field in kept):
        fresh = [_dataset(RECORD_VERSION, b"\0\4"), *fresh]
    # Records stand in ascending order; datasets inside a record may stand in any (IIM 1.5.1), so old ones keep theirs.
    return sorted([*kept, *fresh], key=lambda field: (field.number[0], field.number[1] != 0))


def _binary(field: Dataset) -> bool:
    # Record versions and the datasets of the other records (previews, digests) are no text.
    return field.number[0] not in {1, 2} or field.number[1] == 0


def _speaks_utf8(fields: tuple[Dataset, ...]) -> bool:
    return any(field.number == CHARACTER_SET and field.value == UTF8 for field in fields)


def _dataset(number: Number, value: bytes) -> Dataset:
    head = bytes((MARKER, *number)) + len(value).to_bytes(2, "big")
    return Dataset(number, value, head + value)


def _words(declaration: Declaration, *, unicode_too: bool) -> dict[Number, bytes]:
    """What to fill in, in bytes that fit; a sentence that is too long gives way to a shorter one of the same choice."""
    if not unicode_too:
        declaration = replace(declaration, name=_plain(declaration.name))
    words = rights.rights(declaration)
    short = rights.SHORT[declaration.choice]
    sentences = {COPYRIGHT: (words.copyright,), INSTRUCTIONS: (words.terms, rights.request(declaration))}
    found = {BY_LINE: shortened(words.creator).encode()}
    for number, offered in sentences.items():
        # Where to ask is worth a field of its own only in the choice that asks.
        fitting = offered if declaration.choice is Choice.ASK else offered[:1]
        raw = [text.encode() if unicode_too else text.replace(SIGN, PLAIN_SIGN).encode() for text in (*fitting, short)]
        found[number] = next(text for text in raw if len(text) <= LONGEST[number] and (unicode_too or text.isascii()))
    return found


def shortened(name: str) -> str:
    """A name as it fits into the by-line, cut between characters."""
    return name.encode()[: LONGEST[BY_LINE]].decode(errors="ignore").rstrip()


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().split())


def _open(fields: tuple[Dataset, ...], number: Number, former: str) -> bool:
    """Whether a field may be filled: empty, or earlier words of ours."""
    text = _first(fields, number)
    if number == BY_LINE and former and text in names(former):
        return True
    return replaceable(text)


def replaceable(notice: str) -> bool:
    """Whether a notice may be filled: empty, or an earlier sentence of ours, in ASCII perhaps."""
    plain = notice.startswith(PLAIN_SIGN)
    return rights.replaceable(SIGN + notice.removeprefix(PLAIN_SIGN) if plain else notice)


def names(name: str) -> frozenset[str]:
    """Every form in which a creator's name may stand in the by-line."""
    return frozenset({shortened(name), shortened(_plain(name))})


def statements(block: bytes) -> tuple[Stated, ...]:
    """The copyright notice and the instructions, layer ``rights``.

    Raises:
        Damaged: The block is damaged.
    """
    fields = parse(block)
    places = ((COPYRIGHT, "IPTC 2:116"), (INSTRUCTIONS, "IPTC 2:40"))
    return tuple(Stated("rights", place, text) for number, place in places if (text := _first(fields, number)))


def title(block: bytes) -> str:
    """The object name (2:05), or empty.

    Raises:
        Damaged: The block is damaged.
    """
    return _first(parse(block), TITLE)


def by_line(block: bytes) -> str:
    """The creator (2:80), or empty.

    Raises:
        Damaged: The block is damaged.
    """
    return _first(parse(block), BY_LINE)


def notice(block: bytes) -> str:
    """The copyright notice (2:116), or empty.

    Raises:
        Damaged: The block is damaged.
    """
    return _first(parse(block), COPYRIGHT)


def _first(fields: tuple[Dataset, ...], number: Number) -> str:
    raw = next((field.value for field in fields if field.number == number and field.value.strip(b"\0 ")), b"")
    try:
        return raw.decode().strip("\0 ")
    except UnicodeDecodeError:
        return raw.decode("latin-1").strip("\0 ")
