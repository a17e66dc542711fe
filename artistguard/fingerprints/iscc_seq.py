"""ISCC-SEQ: several ISCC units of one thing as one row of bytes; as a soft binding of C2PA, ``io.iscc.v0``.

Source: ISO 24138:2024, clause on the header of an ISCC-UNIT (four numbers of one to four nibbles, filled up to a byte);
ISCC Enhancement Proposal IEP-0020 (the units one after the other, nothing between them).
"""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

from artistguard.errors import Damaged
from artistguard.fingerprints.values import ISCC, ISCC_DATA, ISCC_INSTANCE
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ALGORITHM = "io.iscc.v0"
"""Name of the soft binding in the list of the C2PA (softbinding-algorithm-list, number 3)."""

SEQUENCE_BYTES = 4096
_PREFIX = "ISCC:"
_UNIT_CHARACTERS = 128
_MAIN_TYPES = frozenset(range(5))
"""Meta, Semantic, Content, Data and Instance: what may stand in a sequence."""
_CONTENT, _DATA, _INSTANCE = 2, 3, 4
_MEDIA = {0: Medium.TEXT, 1: Medium.IMAGE, 2: Medium.AUDIO}
"""Sub types of a Content-Code (ISO 24138:2024, clause on sub types)."""
_FULL = 7
"""Length of a unit of 256 bits: (7 + 1) times 32."""

_REACH = (0, 8, 72, 584)
"""First number that takes one, two, three and four nibbles."""


def encode(units: Iterable[str]) -> bytes:
    """Put units in a row.

    Args:
        units: Text form with or without ``ISCC:``, at least one.

    Returns:
        The sequence.

    Raises:
        Damaged: One of them is no unit that may stand in a sequence, or there is none.
    """
    raw = b"".join(map(_raw, units))
    if not raw:
        raise Damaged("a sequence of ISCC units holds at least one")
    return raw


def decode(sequence: bytes) -> tuple[str, ...]:
    """Take a row of units apart.

    Args:
        sequence: As `encode` makes it.

    Returns:
        The units with ``ISCC:``, in their order.

    Raises:
        Damaged: It is none; the reading is strict, so each sequence has one spelling only.
    """
    if not 0 < len(sequence) <= SEQUENCE_BYTES:
        raise Damaged(f"a sequence of ISCC units has 1 to {SEQUENCE_BYTES} bytes")
    units: list[str] = []
    at = 0
    while at < len(sequence):
        end = _unit(sequence, at)[1]
        units.append(_PREFIX + base64.b32encode(sequence[at:end]).decode().rstrip("="))
        at = end
    return tuple(units)


def sequence_of(values: Mapping[str, str]) -> bytes:
    """The soft binding of a work; empty where it has none of the codes.

    Args:
        values: Fingerprints by name.
    """
    units = [values[name] for name in (ISCC, ISCC_DATA, ISCC_INSTANCE) if name in values]
    return encode(units) if units else b""


def sought(sequence: bytes) -> Sequence[tuple[Medium | None, dict[str, str]]]:
    """What a soft binding asks for: the codes of the whole file, beside those of each content in it.

    Args:
        sequence: Its value.

    Returns:
        Medium and fingerprints by name, one for each Content-Code, and one where there is none.

    Raises:
        Damaged: It is no sequence of units, or of others than the algorithm has: version 0 and 256 bits.
    """
    whole: dict[str, str] = {}
    inside: list[tuple[Medium | None, dict[str, str]]] = []
    at = 0
    for unit in decode(sequence):
        (main, sub, version, length), at = _unit(sequence, at)
        if (version, length) != (0, _FULL):
            raise Damaged(f"{ALGORITHM} has units of version 0 and 256 bits")
        if main == _CONTENT and sub in _MEDIA:
            inside.append((_MEDIA[sub], {ISCC: unit}))
        elif main in {_DATA, _INSTANCE}:
            whole.setdefault(ISCC_DATA if main == _DATA else ISCC_INSTANCE, unit)
    return [(medium, whole | codes) for medium, codes in inside or [(None, {})]]


def _raw(unit: str) -> bytes:
    text = unit.upper().removeprefix(_PREFIX)
    try:
        raw = base64.b32decode(text + "=" * (-len(text) % 8)) if len(text) <= _UNIT_CHARACTERS else b""
    except (binascii.Error, ValueError) as problem:
        raise Damaged(f"this is not an ISCC: {unit[:_UNIT_CHARACTERS]!r}") from problem
    if not raw or _unit(raw, 0)[1] != len(raw):
        raise Damaged(f"this is not one ISCC unit: {unit[:_UNIT_CHARACTERS]!r}")
    return raw


def _unit(sequence: bytes, at: int) -> tuple[tuple[int, ...], int]:
    """Header of the unit at a place, and where it ends."""
    numbers: list[int] = []
    nibble = 2 * at
    for _ in range(4):
        number, nibble = _number(sequence, nibble)
        numbers.append(number)
    if nibble % 2:
        if _nibble(sequence, nibble):
            raise Damaged("the header of an ISCC unit is not filled up with zeros")
        nibble += 1
    end = nibble // 2 + 4 * (numbers[3] + 1)
    if numbers[0] not in _MAIN_TYPES or numbers[3] > _FULL or end > len(sequence):
        raise Damaged("this is not a unit that may stand in a sequence, or it is cut off")
    return tuple(numbers), end


def _number(sequence: bytes, nibble: int) -> tuple[int, int]:
    """A number of a header, and the nibble behind it: as many leading ones as it has nibbles more than one."""
    first = _nibble(sequence, nibble)
    count = next((more for more in range(4) if not first & (8 >> more)), None)
    if count is None:
        raise Damaged("the header of an ISCC unit is none")
    value = first & (7 >> count)
    for step in range(1, count + 1):
        value = value << 4 | _nibble(sequence, nibble + step)
    return value + _REACH[count], nibble + count + 1


def _nibble(sequence: bytes, nibble: int) -> int:
    if nibble // 2 >= len(sequence):
        raise Damaged("an ISCC unit is cut off")
    byte = sequence[nibble // 2]
    return byte & 15 if nibble % 2 else byte >> 4
