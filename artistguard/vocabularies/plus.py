"""IPTC/PLUS Data Mining: the finest vocabulary for pictures and the one most tools read.

Source: PLUS LDF XMP specification, plus:DataMining and its vocabulary DMI; IPTC Photo Metadata Standard 2025.1, "Data
Mining", "Other Constraints", "Licensor".
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from artistguard.terms import Choice, Stated
from artistguard.vocabularies.grades import RESERVING
from artistguard.vocabularies.properties import Alternative, Ordered, Property, Rule, Structure, text_of
from artistguard.vocabularies.rights import LICENCE_ON_REQUEST, clean, is_web, mail, request

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from artistguard.terms import Declaration

NAMESPACE = "http://ns.useplus.org/ldf/xmp/1.0/"
VOCABULARY = "http://ns.useplus.org/ldf/vocab/"

_CODES: Mapping[Choice, str] = MappingProxyType(
    {
        Choice.ALLOW: "DMI-ALLOWED",
        Choice.NO_GENERATIVE_TRAINING: "DMI-PROHIBITED-GENAIMLTRAINING",
        Choice.NO_AI_TRAINING: "DMI-PROHIBITED-AIMLTRAINING",
        Choice.ASK: "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING",
        Choice.SEARCH_ONLY: "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING",
        Choice.NOTHING: "DMI-PROHIBITED",
    }
)

_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "unspecified": "DMI-UNSPECIFIED",
        "unspecified no prohibition defined": "DMI-UNSPECIFIED",
        "allowed": "DMI-ALLOWED",
        "prohibited for ai ml training": "DMI-PROHIBITED-AIMLTRAINING",
        "prohibited for generative ai ml training": "DMI-PROHIBITED-GENAIMLTRAINING",
        "prohibited except for search engine indexing": "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING",
        "prohibited except search engine indexing": "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING",
        "prohibited": "DMI-PROHIBITED",
    }
)
"""The words that tools show instead of the code, letters and digits only; some write them into files."""


def uri(choice: Choice) -> str:
    """The value of plus:DataMining for a choice, a URI of the DMI vocabulary."""
    return VOCABULARY + _CODES[choice]


def properties(declaration: Declaration) -> tuple[Property, ...]:
    """plus:DataMining, and for ``ask`` the licensor and the sentence that says where to ask.

    Args:
        declaration: The terms.

    Returns:
        DataMining replaces what stands there; the others fill, so that an agency's licensor stays.
    """
    found = [Property(NAMESPACE, "plus", "DataMining", uri(declaration.choice))]
    if declaration.choice is Choice.ASK:
        found.append(_property("OtherConstraints", Alternative(request(declaration)), Rule.FILL))
        if licensor := _licensor(declaration):
            found.append(_property("Licensor", Ordered((Structure(licensor),)), Rule.FILL))
    return tuple(found)


def read(value: str, place: str, *, request_found: bool = False, licensor_found: bool = False) -> Stated:
    """What one Data Mining value says.

    The three values that point elsewhere (see constraint, see embedded or linked rights expression) forbid everything
    that the other place does not grant; since no machine reads that place for certain, they are read as "nothing",
    and as compatible with every choice that reserves anything. So is an unknown value that begins with PROHIBITED.

    Args:
        value: URI, bare code or label, in any case.
        place: Where it stands.
        request_found: Our sentence of where to ask for a licence stands beside it: it was written for ``ask``.
        licensor_found: Some licensor or constraint stands beside it: it may have been written for ``ask``.

    Returns:
        Layer ``plus``; no choice for UNSPECIFIED and for what is no word of the vocabulary.
    """
    code = _code(value)
    choice, compatible = _meaning(code)
    if code == _CODES[Choice.ASK]:
        if request_found:
            choice, compatible = Choice.ASK, frozenset({Choice.ASK})
        elif licensor_found:
            compatible = frozenset({Choice.SEARCH_ONLY, Choice.ASK})
    return Stated("plus", place, value, choice, compatible)


def stated(found: Iterable[Property], place: str) -> tuple[Stated, ...]:
    """Every Data Mining statement of a packet.

    Args:
        found: Properties of the packet.
        place: What to put before the property's name.

    Returns:
        One for each plus:DataMining.
    """
    beside = {entry.name: text_of(entry.value) for entry in found if entry.namespace == NAMESPACE}
    asked = beside.get("OtherConstraints", "").strip().startswith(LICENCE_ON_REQUEST)
    licensor = bool(beside.get("Licensor", "").strip() or beside.get("OtherConstraints", "").strip())
    return tuple(
        read(text_of(entry.value), f"{place} {entry.label}".strip(), request_found=asked, licensor_found=licensor)
        for entry in found
        if entry.namespace == NAMESPACE and entry.name == "DataMining"
    )


def _property(name: str, value: str | Alternative | Ordered, rule: Rule = Rule.SET) -> Property:
    return Property(NAMESPACE, "plus", name, value, rule)


def _licensor(declaration: Declaration) -> tuple[Property, ...]:
    pages = [page for page in (clean(declaration.licence), clean(declaration.contact)) if is_web(page)]
    fields = {
        "LicensorName": clean(declaration.name),
        "LicensorURL": pages[0] if pages else "",
        "LicensorEmail": mail(declaration.contact),
    }
    return tuple(_property(name, text) for name, text in fields.items() if text)


def _code(value: str) -> str:
    text = value.strip().rstrip("/#")
    word = re.split(r"[/#:]", text)[-1].upper()
    if word.startswith("DMI-"):
        return word
    if word.startswith(("PROHIBITED-",)):
        return f"DMI-{word}"
    return _LABELS.get(_letters(text), "DMI-PROHIBITED-SEE" if _letters(text).startswith("prohibited see") else "")


def _letters(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def _meaning(code: str) -> tuple[Choice | None, frozenset[Choice]]:
    for choice, word in _CODES.items():
        if word == code and choice is not Choice.ASK:
            return choice, frozenset({choice})
    if code.startswith("DMI-PROHIBITED"):
        return Choice.NOTHING, RESERVING
    return None, frozenset()
