"""CAWG Training and Data Mining assertions for C2PA manifests, the current one and the legacy C2PA one.

Both are written, since consumers exist that read only the legacy label.

Source: CAWG Training and Data Mining Assertion 1.1 (DIF, 16 May 2025), sections "Assertion" and "CDDL" (the key is
``constraint_info``; ``constrained`` without it counts as ``notAllowed``); C2PA 1.4, section "Training and Data Mining".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from artistguard.terms import Choice, Permission, Stated, Usage
from artistguard.vocabularies.grades import AI_USES, covering, permissions
from artistguard.vocabularies.rights import clean, request

if TYPE_CHECKING:
    from artistguard.terms import Declaration

CURRENT = "cawg.training-mining"
LEGACY = "c2pa.training-mining"

Entry = Mapping[str, str]

_USES: Mapping[Usage, str] = MappingProxyType(
    {
        Usage.DATA_MINING: "data_mining",
        Usage.MODEL_INPUT: "ai_inference",
        Usage.OTHER_TRAINING: "ai_training",
        Usage.GENERATIVE_TRAINING: "ai_generative_training",
    }
)
_WORDS: Mapping[Permission, str] = MappingProxyType(
    {Permission.ALLOWED: "allowed", Permission.FORBIDDEN: "notAllowed", Permission.ON_REQUEST: "constrained"}
)


@dataclass(frozen=True, slots=True)
class Assertion:
    """One assertion of a C2PA manifest.

    Attributes:
        label: Of the assertion.
        entries: Use to ``{"use": …, "constraint_info": …}``.
    """

    label: str
    entries: Mapping[str, Entry]

    @property
    def data(self) -> dict[str, dict[str, dict[str, str]]]:
        """The assertion's content, ready for JSON or CBOR."""
        return {"entries": {use: dict(entry) for use, entry in self.entries.items()}}


def assertions(declaration: Declaration) -> tuple[Assertion, Assertion]:
    """The current and the legacy assertion for a declaration.

    Args:
        declaration: The terms; for ``ask`` the licence page or contact becomes the constraint.

    Returns:
        Entries only for uses that the choice speaks about.
    """
    return tuple(Assertion(label, _entries(declaration, label)) for label in (CURRENT, LEGACY))  # type: ignore[return-value]


def read(label: str, data: object, place: str) -> Stated:
    """What an assertion says, whatever program wrote it.

    Args:
        label: Of the assertion; both are known, and later editions of either (``cawg.training-mining.v2``).
        data: Its decoded content; anything but maps and texts where they belong is passed over.
        place: Where it stands, such as ``C2PA cawg.training-mining``.

    Returns:
        Layer ``cawg`` or ``c2pa``; the value lists the uses in the order of the vocabulary.
    """
    found = _found(data)
    layer = "cawg" if label.startswith("cawg.") else "c2pa"
    choice = covering(found)
    exact = frozenset(each for each in Choice if _spoken(permissions(each)) == found)
    shown = ", ".join(f"{name}={_WORDS[found[use]]}" for use, name in _USES.items() if use in found)
    return Stated(layer, place, shown, choice, exact or (frozenset({choice}) if choice else frozenset()))


def _entries(declaration: Declaration, label: str) -> dict[str, Entry]:
    prefix = label.split(".", maxsplit=1)[0]
    info = clean(declaration.licence) or clean(declaration.contact) or request(declaration)
    found: dict[str, Entry] = {}
    for usage, said in _spoken(permissions(declaration.choice)).items():
        entry = {"use": _WORDS[said]}
        if said is Permission.ON_REQUEST:
            entry["constraint_info"] = info
        found[f"{prefix}.{_USES[usage]}"] = entry
    return found


def _spoken(said: Mapping[Usage, Permission]) -> dict[Usage, Permission]:
    return {usage: said[usage] for usage in AI_USES if said[usage] is not Permission.UNSTATED}


def _found(data: object) -> dict[Usage, Permission]:
    entries = data.get("entries") if isinstance(data, Mapping) else None
    if not isinstance(entries, Mapping):
        return {}
    found: dict[Usage, Permission] = {}
    for usage, name in _USES.items():
        for prefix in ("cawg", "c2pa"):
            said = _permission(entries.get(f"{prefix}.{name}"))
            if said is not None and found.get(usage) is not Permission.FORBIDDEN:
                found[usage] = said
    return found


def _permission(entry: object) -> Permission | None:
    if not isinstance(entry, Mapping):
        return None
    info = entry.get("constraint_info") or entry.get("constraints_info")
    match entry.get("use"):
        case "allowed":
            return Permission.ALLOWED
        case "notAllowed":
            return Permission.FORBIDDEN
        case "constrained":
            told = isinstance(info, str) and bool(info.strip())
            return Permission.ON_REQUEST if told else Permission.FORBIDDEN
        case _:
            return None
