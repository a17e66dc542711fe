"""W3C TDM Reservation Protocol: a yes-or-no reservation of text and data mining with a link to a policy.

Coarse: every choice but ``allow`` reserves, so it says more than "no generative training" means.

Source: TDM Reservation Protocol, Final Community Group Report, 10 May 2024, sections 3-7. In XMP of pictures and
sound it is an extension of ours; the report defines PDF, EPUB, HTML and HTTP.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.terms import Choice, Stated
from artistguard.vocabularies.grades import RESERVING
from artistguard.vocabularies.properties import Property, text_of
from artistguard.vocabularies.rights import clean, is_web

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artistguard.terms import Declaration

XMP_NAMESPACE = "http://www.w3.org/ns/tdmrep/"
"""With a slash: as the report defines it for XMP in PDF."""

EPUB_NAMESPACE = "http://www.w3.org/ns/tdmrep#"
"""With a hash: as the report defines the ``tdm:`` prefix of EPUB 3."""


def reservation(choice: Choice) -> str:
    """``1`` where any right is reserved, ``0`` where none is."""
    return "0" if choice is Choice.ALLOW else "1"


def policy(declaration: Declaration) -> str:
    """The web address of the policy, or empty where there is none or nothing is reserved."""
    address = clean(declaration.policy)
    return address if is_web(address) and declaration.choice is not Choice.ALLOW else ""


def properties(declaration: Declaration) -> tuple[Property, ...]:
    """tdm:reservation, and tdm:policy where there is one."""
    found = [Property(XMP_NAMESPACE, "tdm", "reservation", reservation(declaration.choice))]
    if address := policy(declaration):
        found.append(Property(XMP_NAMESPACE, "tdm", "policy", address))
    return tuple(found)


def read(value: str, place: str) -> Stated:
    """What a reservation says.

    Args:
        value: ``1`` or ``0``; anything else counts as not set, as the report demands.
        place: Where it stands.

    Returns:
        Layer ``tdmrep``; a reservation is compatible with every choice but ``allow``.
    """
    if value.strip() == "1":
        return Stated("tdmrep", place, value, Choice.SEARCH_ONLY, RESERVING)
    if value.strip() == "0":
        return Stated("tdmrep", place, value, Choice.ALLOW, frozenset({Choice.ALLOW}))
    return Stated("tdmrep", place, value)


def link(value: str, place: str) -> Stated:
    """A policy address as a statement; it says nothing on its own."""
    return Stated("tdmrep", place, value)


def stated(found: Iterable[Property], place: str) -> tuple[Stated, ...]:
    """Reservation and policy of a packet; both spellings of the namespace are read.

    Args:
        found: Properties of the packet.
        place: What to put before the property's name.

    Returns:
        Layer ``tdmrep``.
    """
    ours = [entry for entry in found if entry.namespace in {XMP_NAMESPACE, EPUB_NAMESPACE}]
    statements = []
    for entry in ours:
        where, value = f"{place} {entry.label}".strip(), text_of(entry.value)
        if entry.name in {"reservation", "tdm-reservation"}:
            statements.append(read(value, where))
        elif entry.name in {"policy", "tdm-policy"} and value.strip():
            statements.append(link(value, where))
    return tuple(statements)
