"""TDM·AI: a declaration of usage preferences that registries bind to an ISCC.

Only handed out, never written into files: it belongs beside a work, in a registry.

Source: TDM·AI protocol, "JSON Format for Usage Declarations" (2025-11-04) and "JSON Schema Definition" (2025-04-11),
both preliminary, after draft-ietf-aipref-vocab-02: ``train-ai`` inherits from ``all``, ``train-genai`` from
``train-ai``.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from artistguard.terms import Permission, Usage
from artistguard.vocabularies.grades import permissions
from artistguard.vocabularies.plain import READERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.terms import Choice

VERSION = "1.0"
_KEYS: Mapping[str, Usage] = MappingProxyType(
    {
        "all": Usage.DATA_MINING,
        "train-ai": Usage.OTHER_TRAINING,
        "train-genai": Usage.GENERATIVE_TRAINING,
        "ai-use": Usage.MODEL_INPUT,
        "search": Usage.SEARCH,
    }
)
_WORDS = MappingProxyType({Permission.ALLOWED: "true", Permission.FORBIDDEN: "false", Permission.ON_REQUEST: "false"})
"""It has no word for asking first, so what is given on request is withheld."""


def declaration(choice: Choice, iscc: str, *, first: bool, policy: str = "") -> dict[str, str]:
    """The declaration for one work.

    Args:
        choice: What holds for it.
        iscc: Its Content-Code.
        first: Whether nothing was said about it before.
        policy: Web address of the terms, where there is one.

    Returns:
        The JSON object, without a signature or credential; what a choice leaves open is not mentioned.
    """
    intent: Literal["activate", "update"] = "activate" if first else "update"
    said = permissions(choice)
    uses = {key: _WORDS[said[use]] for key, use in _KEYS.items() if said[use] in _WORDS}
    more = {"policy": policy} if policy else {}
    return {"version": VERSION, "iscc": iscc, "intent": intent, **uses, "summary": READERS[choice], **more}
