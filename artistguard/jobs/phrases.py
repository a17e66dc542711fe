"""Words for people that every face shares; those of the six choices stand in `vocabularies.plain`."""

from __future__ import annotations


def sentence(words: str) -> str:
    """Words that end as a sentence does."""
    return words if words.endswith((".", "!", "?")) else f"{words}."
