"""The units of the International Standard Content Code: text form, bits, distance, and the two codes of a whole file.

The library that computes the units was chosen in docs/decisions (see there for the trial); only this module and its
neighbours for the three media call it.
"""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, BinaryIO

import iscc_lib

from artistguard.errors import Damaged
from artistguard.fingerprints.values import ISCC_DATA, ISCC_INSTANCE, SHA256

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BITS = 256
"""Length of every unit we publish: the longest the standard has.

Source: ISO 24138:2024, clause on ISCC-UNIT lengths (32 to 256 bits in steps of 32).
"""
_TEXT_LIMIT = 128
_INSTANCE = bytes([0x40, 0x07])
_CHUNK = 1 << 20


def bits_of(unit: str) -> bytes:
    """The body of an ISCC unit.

    Args:
        unit: Text form with or without the ``ISCC:`` prefix.

    Returns:
        Its digest without the header, 4 to 32 bytes, most significant bit first.

    Raises:
        Damaged: It is no ISCC unit.
    """
    if len(unit) > _TEXT_LIMIT:
        raise Damaged("this is not an ISCC: it is too long")
    try:
        *_, body = iscc_lib.iscc_decode(unit)
    except (ValueError, TypeError) as error:
        raise Damaged(f"this is not an ISCC: {unit!r}") from error
    return body


def distance(one: str, other: str) -> int:
    """How many bits of two units of one kind and length differ.

    Returns:
        0 to 256, where unrelated works are near half the length.

    Raises:
        Damaged: One is no ISCC unit, or the two are of different kinds or lengths.
    """
    if _header(one) != _header(other):
        raise Damaged("two ISCC units of different kinds cannot be compared")
    return hamming(bits_of(one), bits_of(other))


def _header(unit: str) -> tuple[object, ...]:
    bits_of(unit)
    main, sub, version, length, _ = iscc_lib.iscc_decode(unit)
    return (main, sub, version, length)


def instance_code(digest: str) -> str:
    """The Instance-Code of 256 bits that holds a digest.

    Args:
        digest: BLAKE3 over the file, 64 hexadecimal digits, or more of its output.

    Returns:
        Its text form; empty for what is no such digest.

    Source: ISO 24138:2024, clauses on the header of an ISCC-UNIT (main type 4, no sub type, version 0, length 7 for
    256 bits) and on Instance-Code; RFC 4648, section 6 (base32, without padding).
    """
    try:
        raw = bytes.fromhex(digest)[: BITS // 8]
    except ValueError:
        return ""
    return f"ISCC:{base64.b32encode(_INSTANCE + raw).decode().rstrip('=')}" if len(raw) == BITS // 8 else ""


def composite(units: Sequence[str]) -> str:
    """The ISCC-CODE that several units of one file make up.

    Args:
        units: Content-Code where there is one, Data-Code and Instance-Code.

    Raises:
        Damaged: They make up none.

    Source: ISO 24138:2024, clause on ISCC-CODE.
    """
    try:
        return str(iscc_lib.gen_iscc_code_v0(list(units), False).iscc)
    except (ValueError, TypeError) as error:
        raise Damaged("these codes make up no ISCC") from error


def hamming(one: bytes, other: bytes) -> int:
    """How many bits differ between two byte strings of one length."""
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).bit_count()


def of_file(source: BinaryIO) -> Mapping[str, str]:
    """The codes of the file itself, whatever it holds, in one pass and constant memory.

    Args:
        source: The file, read from where it stands to its end.

    Returns:
        ``sha256`` (hexadecimal), ``iscc-data`` and ``iscc-instance`` (256 bits each).

    Source: ISO 24138:2024, clauses on Data-Code and Instance-Code; FIPS 180-4 for SHA-256.
    """
    digest = hashlib.sha256()
    data = iscc_lib.DataHasher()
    instance = iscc_lib.InstanceHasher()
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        data.update(chunk)
        instance.update(chunk)
    return {
        SHA256: digest.hexdigest(),
        ISCC_DATA: data.finalize(BITS).iscc,
        ISCC_INSTANCE: instance.finalize(BITS).iscc,
    }
