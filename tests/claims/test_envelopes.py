"""Deliveries and proof files."""

from __future__ import annotations

import msgspec
import pytest

from artistguard.claims.bundle import Bundle, Proven, check_proven, parse_bundle, speaks_of
from artistguard.claims.canonical import canonical, decode
from artistguard.claims.envelope import STATEMENTS, Submission, check_seal, seal
from artistguard.claims.statement import entry
from artistguard.errors import ProofProblem, UsageProblem
from artistguard.transparency.checkpoint import Checkpoint, NoteKey, sign
from artistguard.transparency.merkle import Leaves, Proofs, leaf_hash
from artistguard.transparency.proof import Proof
from artistguard.transparency.receipt import Receipt
from tests.suites.registry_makers import LOG, declared, key, sha, withdrawn

TIME = "2026-11-22T12:00:00Z"
NONCE = bytes(16)
TWO = (declared("a", contact="https://x.example"), declared("b"))


def sealed() -> Submission:
    return seal(TWO, key("courier"), origin="registry.example", time=TIME, nonce=NONCE)


def test_an_envelope_holds_and_comes_back() -> None:
    check_seal(sealed())
    assert decode(canonical(sealed()), Submission, "delivery") == sealed()
    assert sealed().cover.sender == key("courier").did


def test_the_same_statements_can_go_to_two_registries() -> None:
    one = seal(TWO, key(), origin="one.example", time=TIME, nonce=NONCE)
    other = seal(TWO, key(), origin="two.example", time="2026-11-25T12:00:00Z", nonce=b"1" * 16)
    check_seal(one)
    check_seal(other)
    assert one.statements == other.statements
    assert one.cover.root == other.cover.root


def test_an_envelope_that_was_opened_is_refused() -> None:
    right = sealed()
    for wrong in (
        msgspec.structs.replace(right, statements=TWO[:1]),
        msgspec.structs.replace(right, statements=TWO[::-1]),
        msgspec.structs.replace(right, statements=(*TWO, declared("c"))),
        msgspec.structs.replace(right, statements=(TWO[0], declared("c"))),
    ):
        with pytest.raises(ProofProblem, match="does not hold the statements"):
            check_seal(wrong)
    for name, value in {
        "origin": "other.example", "time": "2026-11-22T12:00:01Z", "nonce": "1" * 32, "sender": key("x").did,
    }.items():  # fmt: skip
        wrong = msgspec.structs.replace(right, cover=msgspec.structs.replace(right.cover, **{name: value}))
        with pytest.raises(ProofProblem, match="signature of the envelope"):
            check_seal(wrong)


@pytest.mark.parametrize("count", [0, STATEMENTS + 1])
def test_no_empty_and_no_endless_delivery(count: int) -> None:
    with pytest.raises(UsageProblem):
        seal(TWO[:1] * count, key(), origin="x", time=TIME, nonce=NONCE)
    with pytest.raises(ProofProblem):
        decode(canonical(msgspec.structs.replace(sealed(), statements=TWO[:1] * count)), Submission, "delivery")


def test_the_nonce_has_its_length() -> None:
    with pytest.raises(UsageProblem):
        seal(TWO, key(), origin="x", time=TIME, nonce=b"short")


KEY = NoteKey("registry.example", LOG.public)


def bundle() -> Bundle:
    leaves = Leaves([leaf_hash(entry(signed)) for signed in TWO])
    proofs = Proofs(leaves, 2)
    note = sign(Checkpoint(KEY.name, 2, proofs.root()), LOG)
    proven = tuple(
        Proven(signed, (Receipt(KEY.name, at, leaves.node(0, at).hex(), str(Proof(at, proofs.inclusion(at), note))),))
        for at, signed in enumerate(TWO)
    )
    return Bundle(proven, (str(KEY),))


def test_a_proof_file_holds_offline() -> None:
    found = parse_bundle(canonical(bundle()))
    for proven in found.proven:
        receipt, checkpoint = check_proven(proven, KEY)
        assert receipt == proven.receipts[0]
        assert checkpoint.size == 2
    assert speaks_of(TWO[0], sha("a"))
    assert not speaks_of(TWO[0], sha("b"))
    assert not speaks_of(withdrawn(TWO[0]), sha("a"))


def test_a_proof_file_is_not_believed_on_its_own_word() -> None:
    one, two = bundle().proven
    with pytest.raises(ProofProblem, match="another statement"):
        check_proven(Proven(one.signed, two.receipts), KEY)
    with pytest.raises(ProofProblem, match="no receipt of other"):
        check_proven(one, NoteKey("other.example", LOG.public))
    with pytest.raises(ProofProblem, match="known key"):
        check_proven(one, NoteKey(KEY.name, key().public))
    changed = msgspec.structs.replace(one.signed.statement, nonce="0" * 32)
    with pytest.raises(ProofProblem, match="signature does not fit"):
        check_proven(Proven(msgspec.structs.replace(one.signed, statement=changed), one.receipts), KEY)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"type":"artistguard-proof-v1","proven":[]}', b"[1]", b"\xff"])
def test_what_is_no_proof_file(content: bytes) -> None:
    with pytest.raises(ProofProblem):
        parse_bundle(content)
