"""The six choices in plain words: for whoever makes one, and for whoever meets a work that carries it.

The one place for such words, shared by the window, the terminal, receipts and the registry's pages. What is written
into files is not said here but in `rights`: those sentences are known again by their exact letters.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from artistguard.terms import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping

CHOICES: Mapping[Choice, str] = MappingProxyType(
    {
        Choice.ALLOW: "AI may use it",
        Choice.NO_GENERATIVE_TRAINING: "No generative AI training",
        Choice.NO_AI_TRAINING: "No AI training",
        Choice.ASK: "No AI or data mining, search allowed; ask for a licence",
        Choice.SEARCH_ONLY: "No AI or data mining, search allowed",
        Choice.NOTHING: "No machine use at all",
    }
)
"""What each choice says, in a table or a list."""

MEANINGS: Mapping[Choice, str] = MappingProxyType(
    {
        Choice.ALLOW: "Anybody may train AI on it; your name stays in the file.",
        Choice.NO_GENERATIVE_TRAINING: "No training of AI that makes pictures, music or text.",
        Choice.NO_AI_TRAINING: "No training of AI of any kind.",
        Choice.ASK: "As the one below, and whoever wants more can ask you for a licence.",
        Choice.SEARCH_ONLY: "People still find you with search engines. Most artists take this one.",
        Choice.NOTHING: "Not even search engines.",
    }
)
"""One line more, for the creator who has to choose."""

READERS: Mapping[Choice, str] = MappingProxyType(
    {
        Choice.ALLOW: "AI may use this work.",
        Choice.NO_GENERATIVE_TRAINING: "This work may not be used to train generative AI.",
        Choice.NO_AI_TRAINING: "This work may not be used to train AI.",
        Choice.ASK: "This work may not be used for AI or data mining without a licence. Search engines may list it. "
        "Ask its creator for a licence.",
        Choice.SEARCH_ONLY: "This work may not be used for AI or data mining. Search engines may list it.",
        Choice.NOTHING: "This work may not be used by machines at all.",
    }
)
"""Whole sentences about one work, for whoever looks it up."""
