"""The INFO list of RIFF files: short texts by four-letter names; empty fields are filled, nothing is replaced.

Texts end with a zero; we write UTF-8, as FFmpeg and most taggers do, because the standard names no encoding.

Source: Microsoft/IBM, "Multimedia Programming Interface and Data Specifications 1.0" (1991), section "INFO list chunk".
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from artistguard.vocabularies.rights import replaceable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KIND = b"INFO"


def _fields(payload: bytes) -> Iterator[tuple[bytes, bytes, int, int]]:
    """Name, text, start and end (padding included) of each field; a broken one ends the list."""
    at = len(KIND)
    while at + 8 <= len(payload):
        name, size = struct.unpack_from("<4sI", payload, at)
        if at + 8 + size > len(payload):
            return
        end = min(len(payload), at + 8 + size + size % 2)
        yield name, payload[at + 8 : at + 8 + size], at, end
        at = end


def _words(text: bytes) -> str:
    plain = text.partition(b"\0")[0]
    try:
        return plain.decode("utf-8").strip()
    except UnicodeDecodeError:
        return plain.decode("cp1252", "replace").strip()


def parse(payload: bytes) -> dict[str, str]:
    """The fields by name; of a name that stands twice, the first.

    Args:
        payload: Of the LIST chunk, ``INFO`` included.
    """
    found: dict[str, str] = {}
    for name, text, _, _ in _fields(payload):
        found.setdefault(name.decode("latin-1"), _words(text))
    return found


def filled(payload: bytes, fields: Mapping[str, str]) -> bytes:
    """The payload with empty fields filled; fields that are there keep their bytes.

    Args:
        payload: Of the LIST chunk, ``INFO`` included.
        fields: Name to words; empty words are passed over. An earlier sentence of ours is renewed.
    """
    present = parse(payload)
    for name, words in fields.items():
        if words and replaceable(present.get(name, "")):
            payload = _with(payload, name.encode("ascii"), words.encode("utf-8", "replace") + b"\0")
    return payload


def _with(payload: bytes, name: bytes, text: bytes) -> bytes:
    fresh = name + struct.pack("<I", len(text)) + text + b"\0" * (len(text) % 2)
    for found, _, start, end in _fields(payload):
        if found == name:
            return payload[:start] + fresh + payload[end:]
    return payload + b"\0" * (len(payload) % 2) + fresh
