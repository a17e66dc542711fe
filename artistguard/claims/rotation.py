"""Statements about keys: naming a recovery key, replacing a key, taking one back.

A creator is known by her first key; every later one is reached from it by statements in the log.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Literal

import msgspec

from artistguard.claims.canonical import canonical
from artistguard.claims.grammar import SEED_BYTES, Did, Moment, Nonce, Signature64
from artistguard.claims.keys import public_of
from artistguard.errors import ProofProblem, UsageProblem
from artistguard.transparency.checkpoint import decode64, encode64
from artistguard.transparency.signature import holds

if TYPE_CHECKING:
    from artistguard.claims.keys import SigningKey

KEY_DOMAIN = b"artistguard-key-v1\0"
SUCCESSOR_DOMAIN = b"artistguard-successor-v1\0"


class KeyStatement(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    kw_only=True,
    tag_field="type",
    tag="artistguard-key-v1",
):
    """What a creator says about her keys.

    Attributes:
        act: ``introduce`` names the recovery key of `key`; ``rotate`` hands over from `key` to `successor`, signed by
            `key`; ``recover`` does the same, signed by the recovery key; ``revoke`` ends `key` without a successor.
        key: did:key that the statement is about.
        by: did:key that signs: the key itself, or its recovery key.
        nonce: 128 bits.
        made: The signer's own clock, claimed.
        recovery: did:key of the recovery key; with ``introduce``, or of the successor with ``rotate`` and ``recover``.
        successor: did:key of the next key.
        consent: Base64 signature of the successor, which shows that somebody holds it.
    """

    act: Literal["introduce", "rotate", "recover", "revoke"]
    key: Did
    by: Did
    nonce: Nonce
    made: Moment
    recovery: Did | Literal[""] = ""
    successor: Did | Literal[""] = ""
    consent: Signature64 | Literal[""] = ""

    @property
    def signer(self) -> str:
        """The did:key whose signature counts."""
        return self.by


def check_key_rules(statement: KeyStatement) -> None:
    """Check all of a key statement but its outer signature.

    Raises:
        ProofProblem: It contradicts itself, or the successor did not agree.
    """
    public_of(statement.key)
    if statement.recovery:
        public_of(statement.recovery)
    if statement.act in {"introduce", "rotate"} and statement.by != statement.key:
        raise ProofProblem(f"a statement to {statement.act} a key is signed by that key")
    if statement.act == "recover" and statement.by == statement.key:
        raise ProofProblem("a lost key cannot sign for its own recovery")
    if statement.act == "introduce" and (not statement.recovery or statement.recovery == statement.key):
        raise ProofProblem("the recovery key is missing, or is the key itself")
    if (statement.act in {"rotate", "recover"}) != bool(statement.successor and statement.consent):
        raise ProofProblem("a key is handed over to a successor that agrees, and only then")
    if statement.successor:
        _check_successor(statement)


def rotation(  # noqa: PLR0913 - the parts of a statement, each named by the caller
    *, seed: bytes, key: str, by: SigningKey, successor: SigningKey, made: str, recovery: str = ""
) -> KeyStatement:
    """Draft the hand-over from one key to the next; by the recovery key where the old one is lost.

    Args:
        seed: 32 random bytes.
        key: did:key that is replaced.
        by: The old key itself or its recovery key.
        successor: The new key.
        made: Now by the creator's clock.
        recovery: did:key of the new key's recovery key.
    """
    act: Literal["rotate", "recover"] = "rotate" if by.did == key else "recover"
    bare = KeyStatement(
        act=act, key=key, by=by.did, nonce=_nonce(seed), made=made, recovery=recovery, successor=successor.did
    )
    return msgspec.structs.replace(bare, consent=encode64(successor.sign(_consent_bytes(bare))))


def introduction(*, seed: bytes, key: str, recovery: str, made: str) -> KeyStatement:
    """Draft the naming of a recovery key; to be delivered with the first statement of a new key."""
    return KeyStatement(act="introduce", key=key, by=key, nonce=_nonce(seed), made=made, recovery=recovery)


def revocation(*, seed: bytes, key: str, by: str, made: str) -> KeyStatement:
    """Draft the end of a key without a successor; what it signed before stands."""
    return KeyStatement(act="revoke", key=key, by=by, nonce=_nonce(seed), made=made)


def _check_successor(statement: KeyStatement) -> None:
    if statement.successor in {statement.key, statement.by}:
        raise ProofProblem("a key cannot be its own successor")
    consent = decode64(statement.consent, "consent of the successor")
    if not holds(public_of(statement.successor), consent, _consent_bytes(statement)):
        raise ProofProblem("the new key did not agree to succeed the old one")


def _consent_bytes(statement: KeyStatement) -> bytes:
    return SUCCESSOR_DOMAIN + canonical(msgspec.structs.replace(statement, consent=""))


def _nonce(seed: bytes) -> str:
    if len(seed) != SEED_BYTES:
        raise UsageProblem(f"a statement is drawn from {SEED_BYTES} random bytes, not {len(seed)}")
    return hashlib.sha256(b"artistguard-seed-v1\0key nonce\0" + seed).hexdigest()[:32]
