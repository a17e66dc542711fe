"""The one byte form of everything that is signed or hashed.

The values are objects of strings, whole numbers, truth values, lists and such objects, with ASCII keys and without
floats: for these, sorted keys and no white space are exactly the JSON Canonicalization Scheme. What equals its default
is left out, so that absent and empty are one thing and null never appears.

Source: RFC 8785, section 3.2.
"""

from __future__ import annotations

import hashlib
from typing import TypeVar

import msgspec

from artistguard.errors import ProofProblem, UsageProblem

_T = TypeVar("_T")


def canonical(value: object) -> bytes:
    """The bytes of a value.

    Args:
        value: One of our wire types.

    Raises:
        UsageProblem: It holds a lone surrogate, which is no text (RFC 8785, 3.2.2.2).
    """
    try:
        return msgspec.json.encode(value, order="sorted")
    except UnicodeEncodeError as problem:
        raise UsageProblem("a text holds half a character and cannot be signed") from problem


def digest(value: object) -> str:
    """SHA-256 over the canonical bytes, 64 hexadecimal digits."""
    return hashlib.sha256(canonical(value)).hexdigest()


def decode(content: bytes | str, kind: type[_T], what: str) -> _T:
    """Read one of our wire types; whatever is not in its grammar is refused.

    Args:
        content: JSON.
        kind: The wire type.
        what: Its name in messages.

    Raises:
        ProofProblem: It is not one, and where it departs from the grammar.
    """
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise ProofProblem(f"not a {what}: {problem}") from problem
