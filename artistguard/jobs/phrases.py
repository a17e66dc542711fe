"""Words for people that every face shares: the same six choices in the window, on the terminal and on receipts."""

from __future__ import annotations

from artistguard.terms import Choice

CHOICES = {
    Choice.ALLOW: "AI may use it",
    Choice.NO_GENERATIVE_TRAINING: "No generative AI training",
    Choice.NO_AI_TRAINING: "No AI training",
    Choice.ASK: "No AI or data mining, search allowed; ask for a licence",
    Choice.SEARCH_ONLY: "No AI or data mining, search allowed",
    Choice.NOTHING: "No machine use at all",
}
"""What each choice says, as a person would say it."""

MEANINGS = {
    Choice.ALLOW: "Anybody may train AI on it; your name stays in the file.",
    Choice.NO_GENERATIVE_TRAINING: "No training of AI that makes pictures, music or text.",
    Choice.NO_AI_TRAINING: "No training of AI of any kind.",
    Choice.ASK: "As the one below, and whoever wants more can ask you for a licence.",
    Choice.SEARCH_ONLY: "People still find you with search engines. Most artists take this one.",
    Choice.NOTHING: "Not even search engines.",
}
"""The same in one line more, for whoever has to choose."""


def sentence(words: str) -> str:
    """Words that end as a sentence does."""
    return words if words.endswith((".", "!", "?")) else f"{words}."
