"""Signing statements, one by one or many at once, and checking them.

A batch is signed once, over the RFC 6962 root of its statements; each statement carries its own path to that root, so
that it stays checkable alone, in any registry and any order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.claims.canonical import canonical, digest
from artistguard.claims.forms import BatchPath, SignedStatement, check_rules, entry
from artistguard.claims.grammar import ENTRY_BYTES
from artistguard.claims.keys import public_of
from artistguard.claims.rotation import KEY_DOMAIN, KeyStatement, check_key_rules
from artistguard.errors import ProofProblem, UsageProblem
from artistguard.transparency.checkpoint import decode64, encode64
from artistguard.transparency.merkle import Leaves, Proofs, leaf_hash, root_of_path
from artistguard.transparency.signature import holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.claims.drafting import Draft
    from artistguard.claims.keys import SigningKey

STATEMENT_DOMAIN = b"artistguard-statement-v1\0"
BATCH_DOMAIN = b"artistguard-batch-v1\0"


def sign(draft: Draft, key: SigningKey) -> SignedStatement:
    """Sign one statement.

    Args:
        draft: As drafted.
        key: The creator's.

    Raises:
        UsageProblem: The statement was drafted for another key.
    """
    _check_signer(draft, key)
    signature = key.sign(_domain(draft) + canonical(draft.statement))
    return SignedStatement(draft.statement, encode64(signature), None, draft.enclosures)


def sign_batch(drafts: Sequence[Draft], key: SigningKey) -> tuple[SignedStatement, ...]:
    """Sign many statements with one signature.

    Args:
        drafts: All for the same key.
        key: The creator's.

    Raises:
        UsageProblem: A statement was drafted for another key.
    """
    for draft in drafts:
        _check_signer(draft, key)
    leaves = Leaves([leaf_hash(canonical(draft.statement)) for draft in drafts])
    proofs = Proofs(leaves, leaves.size)
    signature = encode64(key.sign(_batch_bytes(proofs.root(), leaves.size)))
    return tuple(
        SignedStatement(
            draft.statement,
            signature,
            BatchPath(index, leaves.size, tuple(map(encode64, proofs.inclusion(index)))),
            draft.enclosures,
        )
        for index, draft in enumerate(drafts)
    )


def verify(signed: SignedStatement) -> None:
    """Check that a statement is well-formed and was signed by the key that it names.

    Raises:
        ProofProblem: It is not, and exactly why.
    """
    check_form(signed)
    if not holds(public_of(signed.statement.signer), decode64(signed.signature, "signature"), signed_bytes(signed)):
        raise ProofProblem("the signature does not fit the statement: it was changed, or signed with another key")


def check_form(signed: SignedStatement) -> None:
    """All of `verify` but the signature itself, of which a batch has only one.

    Raises:
        ProofProblem: The statement contradicts itself, or an enclosure is not the one that it names.
    """
    statement = signed.statement
    public_of(statement.signer)
    if isinstance(statement, KeyStatement):
        check_key_rules(statement)
        named: dict[str, str] = {}
    else:
        check_rules(statement)
        named = statement.enclosures
    kinds = [each.kind for each in signed.enclosures]
    if len(set(kinds)) != len(kinds):
        raise ProofProblem("two enclosures are of one kind")
    for each in signed.enclosures:
        if named.get(each.kind) != digest(each):
            raise ProofProblem(f"the enclosed {each.kind} are not those that were signed")
    if len(entry(signed)) > ENTRY_BYTES:
        raise ProofProblem(f"the statement is longer than {ENTRY_BYTES} bytes")


def signed_bytes(signed: SignedStatement) -> bytes:
    """What the signature is over: the statement, or the root and size of its batch.

    Raises:
        ProofProblem: The path through the batch is malformed.
    """
    if signed.batch is None:
        return _domain(signed) + canonical(signed.statement)
    path = [decode64(step, "path through the batch") for step in signed.batch.path]
    leaf = leaf_hash(canonical(signed.statement))
    return _batch_bytes(root_of_path(leaf, signed.batch.index, signed.batch.size, path), signed.batch.size)


def _batch_bytes(root: bytes, size: int) -> bytes:
    """Domain, size as 8 bytes big-endian, root."""
    return BATCH_DOMAIN + size.to_bytes(8, "big") + root


def _domain(of: Draft | SignedStatement) -> bytes:
    return KEY_DOMAIN if isinstance(of.statement, KeyStatement) else STATEMENT_DOMAIN


def _check_signer(draft: Draft, key: SigningKey) -> None:
    if key.did != draft.statement.signer:
        raise UsageProblem("the statement was drafted for another key")
