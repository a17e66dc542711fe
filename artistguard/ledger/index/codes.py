"""Which fingerprints are searched by likeness, as what bytes, and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.errors import Damaged
from artistguard.fingerprints.iscc import bits_of
from artistguard.fingerprints.match import LOOKUPS
from artistguard.fingerprints.values import ISCC

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.fingerprints.match import Lookup
    from artistguard.works import Medium

CODE_BYTES = 32


def codes_of(values: Mapping[str, str], medium: Medium | None) -> dict[str, bytes]:
    """The searchable codes among fingerprints.

    Args:
        values: Name to value, as registered or asked for.
        medium: Of the work; codes of different media are never compared.

    Returns:
        Space (``image-iscc``, ``image-pdq_v1`` …) to 32 bytes; a value that is not what its name says is passed over.
    """
    if medium is None:
        return {}
    found = {_space(medium, lookup.name): _code(lookup.name, values.get(lookup.name, "")) for lookup in LOOKUPS[medium]}
    return {space: code for space, code in found.items() if len(code) == CODE_BYTES}


def lookups() -> dict[str, Lookup]:
    """Space to how far apart two of its codes may be to be compared at all."""
    return {_space(medium, lookup.name): lookup for medium, some in LOOKUPS.items() for lookup in some}


def radii() -> dict[str, int]:
    """Space to the distance within which everything is found that is evidence, in bits of 256."""
    return {space: lookup.evidence for space, lookup in lookups().items()}


def _space(medium: Medium, name: str) -> str:
    return f"{medium}-{name}"


def _code(name: str, text: str) -> bytes:
    try:
        return bits_of(text) if name == ISCC else bytes.fromhex(text)
    except (Damaged, ValueError):
        return b""
