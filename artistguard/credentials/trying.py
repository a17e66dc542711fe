"""Trying a signatory out on a few bytes, before it signs what somebody made."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from artistguard.credentials.reading import ANYTHING, examine
from artistguard.credentials.signing import beside
from artistguard.credentials.values import Saying, Signing
from artistguard.errors import CannotEmbed
from artistguard.terms import Declaration

if TYPE_CHECKING:
    from artistguard.credentials.values import Credentials, Signatory


def tried(signatory: Signatory) -> Credentials:
    """What reading says of something that the signatory signed.

    Raises:
        CannotEmbed: It cannot sign.
    """
    trial = io.BytesIO(b"a trial")
    made = beside(trial, ANYTHING, Signing(Saying("A trial", Declaration()), signatory))
    return examine(trial, ANYTHING, made)


def in_time(signatory: Signatory) -> Signatory:
    """The signatory, without a time-stamping authority that fails now.

    One that hangs costs half a minute: asked before many files are signed, it costs that once. Whoever cannot sign at
    all is told so file by file.
    """
    if not signatory.stamping:
        return signatory
    try:
        answers = bool(tried(signatory).signed)
    except CannotEmbed:
        answers = False
    return signatory if answers else replace(signatory, stamping="")
