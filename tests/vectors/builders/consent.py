"""All six choices in every vocabulary, for a full and for a bare declaration."""

from __future__ import annotations

import json
from typing import Any

from artistguard.packets import xmp
from artistguard.terms import Choice, Declaration, Inscription, Origin
from artistguard.vocabularies import aipref, cawg, exif, odrl, onix, plus, rights, rsl, table, tdmrep
from artistguard.vocabularies.properties import Alternative, Ordered, Structure, Unordered, Value

FULL = {
    "name": "Zoë Ünal",
    "contact": "zoe@artist.example",
    "licence": "https://artist.example/rights",
    "policy": "https://artist.example/tdm-policy.json",
    "origin": Origin.HUMAN_MADE,
}
RECORD = "urn:uuid:6f1f9f9e-4c8e-4d53-9a2b-0f5c8a7d1e01"
WORK = "urn:uuid:0b7d3c62-1f52-4f0e-8a57-6f6f2f0f9b02"
PRINTS = {"iscc": "ISCC:EAAZKKSVFJKSWVR7", "phash64_v1": "d0c1b2a3948576e7"}
URL = "https://artist.example/night.jpg"


def build() -> dict[str, Any]:
    """Choice to vocabulary to exact words."""
    return {
        "full": {choice.value: _words(Declaration(choice, **FULL)) for choice in Choice},  # type: ignore[arg-type]
        "bare": {choice.value: _words(Declaration(choice)) for choice in Choice},
    }


def _words(told: Declaration) -> dict[str, Any]:
    inscription = Inscription(told, RECORD, WORK, fingerprints=PRINTS)
    words = rights.rights(told)
    return {
        "plus": plus.uri(told.choice),
        "tdmrep": {"reservation": tdmrep.reservation(told.choice), "policy": tdmrep.policy(told)},
        "exif": {order: exif.encode(told.choice, order).hex() for order in ("big", "little")},
        "cawg": {found.label: found.data for found in cawg.assertions(told)},
        "aipref": aipref.content_usage(told.choice),
        "odrl": json.loads(odrl.offer(told, "https://artist.example/tdm-policy.json")),
        "rsl": rsl.document(told, URL).decode(),
        "onix": onix.constraint(told.choice).xml,
        "rights": {
            "creator": words.creator,
            "copyright": words.copyright,
            "terms": words.terms,
            "licence": words.licence,
            "contact": words.contact,
            "request": rights.request(told),
        },
        "tags": {tag.key: tag.value for tag in table.tags(inscription)},
        "properties": {
            entry.label: {"rule": entry.rule.name, "value": _plain(entry.value)}
            for entry in table.properties(inscription)
        },
        "packet": xmp.merge(None, table.properties(inscription)).decode(),
    }


def _plain(value: Value) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, Alternative):
        return {"alt": value.text}
    if isinstance(value, Structure):
        return {entry.label: _plain(entry.value) for entry in value.fields}
    assert isinstance(value, Ordered | Unordered)
    return [_plain(item) for item in value.items]
