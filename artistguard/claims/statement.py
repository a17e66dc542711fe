"""The door to statements: their forms, drafting, signing and checking."""

from __future__ import annotations

from artistguard.claims.drafting import Draft, draft, draft_withdrawal, record_urn, work_urn
from artistguard.claims.forms import (
    BatchPath,
    Fingerprint,
    SignedStatement,
    Statement,
    entry,
    everything,
    parse,
)
from artistguard.claims.grammar import ENTRY_BYTES, INLINE_CHARACTERS, SEED_BYTES
from artistguard.claims.identifiers import Identifier
from artistguard.claims.signing import sign, sign_batch, verify

__all__ = [
    "ENTRY_BYTES",
    "INLINE_CHARACTERS",
    "SEED_BYTES",
    "BatchPath",
    "Draft",
    "Fingerprint",
    "Identifier",
    "SignedStatement",
    "Statement",
    "draft",
    "draft_withdrawal",
    "entry",
    "everything",
    "parse",
    "record_urn",
    "sign",
    "sign_batch",
    "verify",
    "work_urn",
]
