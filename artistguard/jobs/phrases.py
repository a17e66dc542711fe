"""Words for people that every face shares; those of the six choices come from `vocabularies.plain`."""

from __future__ import annotations

from artistguard.vocabularies.plain import CHOICES, MEANINGS

__all__ = ["CHOICES", "MEANINGS", "sentence"]


def sentence(words: str) -> str:
    """Words that end as a sentence does."""
    return words if words.endswith((".", "!", "?")) else f"{words}."
