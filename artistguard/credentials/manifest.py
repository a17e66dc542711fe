"""What a manifest states, as the library takes it.

Source: C2PA Technical Specification 2.2, sections "Actions", "Soft binding" and "Ingredient"; CAWG Training and Data
Mining Assertion 1.1; CAWG Metadata Assertion 1.1; IPTC NewsCodes, scheme "digitalsourcetype".
"""

from __future__ import annotations

import base64
import binascii
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from artistguard.terms import Origin
from artistguard.vocabularies import cawg, own
from artistguard.vocabularies.rights import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.credentials.values import Saying

SOFT_BINDING = "io.iscc.v0"
"""Name of the ISCC in the list of soft bindings of the C2PA (number 3)."""

_SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
SOURCE_TYPE: Mapping[Origin, str] = MappingProxyType(
    {
        Origin.HUMAN_MADE: _SOURCE_TYPES + "digitalCreation",
        Origin.AI_ASSISTED: _SOURCE_TYPES + "compositeWithTrainedAlgorithmicMedia",
    }
)
"""What a creator's word on the origin means there: "created by a human using non-generative tools", whatever the tools
were, and "made or edited partly with generative AI". How a photograph or a scan came about is more than she said."""

_TITLE = 200


def definition(saying: Saying, mime: str, data_hash: dict[str, Any], *, created: bool) -> dict[str, Any]:
    """The manifest.

    Args:
        saying: What to state.
        mime: Media type of the file.
        data_hash: What its assertion about the file's bytes says; empty where the library makes that one.
        created: Its first action is the creation; otherwise the library writes that the original was opened.
    """
    name, _, version = saying.program.partition("/")
    generator = {"name": name} | ({"version": version} if version else {})
    return {
        "claim_version": 2,
        "claim_generator_info": [generator],
        "title": title(saying),
        "format": mime,
        "assertions": [{"created": True} | each for each in _assertions(saying, data_hash, created=created)],
    }


def title(saying: Saying) -> str:
    """Of the work, or its file's name without any folders."""
    return clean(saying.title.replace("\\", "/").rpartition("/")[2])[:_TITLE] or "Untitled"


def created(saying: Saying) -> bool:
    """Whether the creator says how the work came to be."""
    return saying.declaration.origin is not None


def _assertions(saying: Saying, data_hash: dict[str, Any], *, created: bool) -> list[dict[str, Any]]:
    made = [{"label": each.label, "data": each.data} for each in cawg.assertions(saying.declaration)]
    hard = [{"label": "c2pa.hash.data", "data": data_hash}] if data_hash else []
    return [*made, *_actions(saying, created=created), *_soft_binding(saying.iscc), _own(saying), *hard]


def _actions(saying: Saying, *, created: bool) -> list[dict[str, Any]]:
    origin = saying.declaration.origin
    if not created or origin is None:
        return []
    action = {"action": "c2pa.created", "digitalSourceType": SOURCE_TYPE[origin]}
    return [{"label": "c2pa.actions.v2", "data": {"actions": [action]}}]


def _soft_binding(iscc: str) -> list[dict[str, Any]]:
    """The Content-Code; one unit alone is a row of units (ISCC-SEQ) already."""
    body = iscc.upper().removeprefix("ISCC:")
    try:
        unit = base64.b32decode(body + "=" * (-len(body) % 8))
    except (binascii.Error, ValueError):
        return []
    blocks = [{"scope": {}, "value": base64.b64encode(unit).decode()}]
    return [{"label": "c2pa.soft-binding", "data": {"alg": SOFT_BINDING, "blocks": blocks}}] if unit else []


def _own(saying: Saying) -> dict[str, Any]:
    """The exact choice, and the record it binds to, in the words that our XMP uses."""
    texts = {"choice": str(saying.declaration.choice), "record": saying.record}
    stated = {f"{own.PREFIX}:{name}": text for name, text in texts.items() if text}
    return {"label": "cawg.metadata", "data": {"@context": {own.PREFIX: own.NAMESPACE}} | stated}
