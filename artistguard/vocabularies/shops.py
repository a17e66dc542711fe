"""Words to paste where only words fit: music shops, distributors, portfolio sites, colophons of books.

No such place was found that has a field of its own for this; DDEX, the language of music distribution, has none either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.terms import Choice
from artistguard.vocabularies.plain import READERS
from artistguard.vocabularies.rights import SHORT, clean, rights

if TYPE_CHECKING:
    from artistguard.terms import Declaration


def texts(declaration: Declaration) -> tuple[tuple[str, str], ...]:
    """Where each goes, and the words.

    Args:
        declaration: The terms.
    """
    said = rights(declaration)
    name = clean(declaration.name)
    signed = f"{said.terms} {name}".strip()
    return (
        ("Licence or credits field of a music shop, one line", said.copyright or SHORT[declaration.choice]),
        ("Description of an album, a picture or a profile", READERS[declaration.choice]),
        ("Message to a distributor or an aggregator", _message(declaration, signed)),
        ("Copyright page of a book, liner notes, about page", signed),
    )


def _message(declaration: Declaration, signed: str) -> str:
    if declaration.choice is Choice.ALLOW:
        return f"Please keep this statement with my works: {signed}"
    return (
        "Please keep this statement with my works, pass it on to every shop and service that you deliver to, and do "
        f"not license my works for other uses by AI: {signed}"
    )
