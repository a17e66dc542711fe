"""What travels with a statement and stays out of the log: it can be forgotten without breaking any proof.

The statement holds the digest over kind, salt and content; once the salt is deleted, the digest tells nobody
anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from artistguard.claims.grammar import Name, Nonce

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.terms import Declaration

CODES = "codes"
"""Kind of enclosure with long fingerprints, name to value."""
PARTICULARS = "particulars"
"""Kind of enclosure with what a creator chose to publish: contact, licence, policy."""

CONTENT_CHARACTERS = 1 << 20


class Enclosure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A named set of texts, committed to by its digest.

    Attributes:
        kind: ``particulars`` or ``codes``; readers keep kinds they do not know.
        salt: 128 random bits, so that nobody can guess the content from the digest.
        content: Name to text.
    """

    kind: Name
    salt: Nonce
    content: Annotated[
        dict[Name, Annotated[str, Meta(max_length=CONTENT_CHARACTERS)]], Meta(min_length=1, max_length=64)
    ]


def particulars(declaration: Declaration) -> Mapping[str, str]:
    """What of a declaration is published beside the statement; the creator's name never is."""
    content = {"contact": declaration.contact, "licence": declaration.licence, "policy": declaration.policy}
    return {name: value for name, value in content.items() if value}
