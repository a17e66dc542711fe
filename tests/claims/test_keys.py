"""Keys: did:key as its own specification has it, paper keys, and the hand-over from key to key."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.claims.canonical import canonical
from artistguard.claims.drafting import Draft
from artistguard.claims.forms import entry, everything, parse
from artistguard.claims.keys import PrivateKey, did_of, from_paper, on_paper, public_of
from artistguard.claims.rotation import introduction, revocation, rotation
from artistguard.claims.signing import sign, verify
from artistguard.errors import ProofProblem, UsageProblem, WrongPassphrase
from tests.suites.registry_makers import MADE, key, seed


@pytest.mark.parametrize(
    ("private", "did"),
    [
        # did:key method specification, test vectors for ed25519-x25519.
        ("00" * 32, "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"),
        ("00" * 31 + "01", "did:key:z6MkjchhfUsD6mmvni8mCdXHw216Xrm9bQe2mBH1P5RDjVJG"),
        ("00" * 31 + "02", "did:key:z6MknGc3ocHs3zdPiJbnaaqDi58NGb4pk1Sp9WxWufuXSdxf"),
    ],
)
def test_the_vectors_of_the_specification(private: str, did: str) -> None:
    found = PrivateKey(bytes.fromhex(private))
    assert found.did == did
    assert public_of(did) == found.public


@given(st.binary(min_size=32, max_size=32))
@settings(derandomize=True, max_examples=100, deadline=None)
def test_dids_come_back(public: bytes) -> None:
    assert public_of(did_of(public)) == public


@pytest.mark.parametrize(
    "did",
    [
        "",
        "did:key:",
        "did:key:z",
        "did:web:example.org",
        "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooW",
        "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp0",
        "did:key:z16MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
        "did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme",
        "did:key:z" + "z" * 100_000,
        "did:key:zé",
    ],
)
def test_what_is_no_ed25519_did_key(did: str) -> None:
    with pytest.raises(ProofProblem):
        public_of(did)


@given(st.binary(min_size=32, max_size=32))
@settings(derandomize=True, max_examples=60, deadline=None)
def test_a_key_on_paper_comes_back_however_it_is_typed(private: bytes) -> None:
    line = on_paper(private)
    assert from_paper(line) == private
    assert from_paper(line.lower().replace("-", " ")) == private
    assert from_paper(line[:3] + line[3:].replace("0", "o").replace("1", "l")) == private


def test_every_single_slip_on_paper_is_found() -> None:
    line = on_paper(seed("paper"))
    slips = 0
    for at in range(3, len(line)):
        for letter in "0123456789ABCDEFGHJKMNPQRSTVWXYZ":
            if line[at] in {"-", letter}:
                continue
            typed = line[:at] + letter + line[at + 1 :]
            try:
                assert from_paper(typed) == b"never"
            except WrongPassphrase:
                slips += 1
            except AssertionError:
                continue
    assert slips >= 54 * 31 - 3  # 14 bits of check let about 1 in 16,384 pass


@pytest.mark.parametrize("text", ["", "AG", "AG-ÜÜÜÜ", "U" * 54, "Z" * 54, "0" * 53, "0" * 5000])
def test_what_is_no_paper_key(text: str) -> None:
    with pytest.raises(WrongPassphrase):
        from_paper(text)


OLD, NEW, SAFE = key("old"), key("new"), key("recovery")


def test_a_hand_over_is_signed_by_the_old_key_and_agreed_by_the_new() -> None:
    statement = rotation(seed=seed(1), key=OLD.did, by=OLD, successor=NEW, made=MADE, recovery=SAFE.did)
    signed = sign(Draft(statement), OLD)
    verify(signed)
    assert parse(canonical(signed)) == signed
    assert everything(signed) == {}
    assert b"artistguard-key-v1" in entry(signed)
    assert statement.act == "rotate"


def test_a_lost_key_is_replaced_with_the_recovery_key() -> None:
    statement = rotation(seed=seed(2), key=OLD.did, by=SAFE, successor=NEW, made=MADE)
    assert statement.act == "recover"
    verify(sign(Draft(statement), SAFE))
    with pytest.raises(UsageProblem):
        sign(Draft(statement), OLD)


def test_introducing_and_ending_a_key() -> None:
    verify(sign(Draft(introduction(seed=seed(3), key=OLD.did, recovery=SAFE.did, made=MADE)), OLD))
    verify(sign(Draft(revocation(seed=seed(4), key=OLD.did, by=SAFE.did, made=MADE)), SAFE))
    with pytest.raises(UsageProblem):
        introduction(seed=b"", key=OLD.did, recovery=SAFE.did, made=MADE)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"successor": SAFE.did}, "did not agree"),
        ({"successor": ""}, "handed over"),
        ({"consent": ""}, "handed over"),
        ({"made": "2026-11-22T11:00:01Z"}, "did not agree"),
        ({"act": "recover"}, "for its own recovery"),
        ({"act": "introduce"}, "handed over"),
        ({"act": "revoke"}, "handed over"),
        ({"successor": OLD.did}, "own successor"),
        ({"by": SAFE.did}, "signed by that key"),
        ({"key": "did:key:zzz"}, "did:key"),
        ({"recovery": "did:web:x"}, "not a did:key"),
        ({"act": "introduce", "successor": "", "consent": "", "recovery": ""}, "recovery key is missing"),
        ({"act": "introduce", "successor": "", "consent": "", "recovery": OLD.did}, "recovery key is missing"),
    ],
)
def test_key_statements_that_contradict_themselves(fields: dict[str, str], reason: str) -> None:
    right = rotation(seed=seed(1), key=OLD.did, by=OLD, successor=NEW, made=MADE, recovery=SAFE.did)
    wrong = msgspec.structs.replace(right, **fields)
    signer = {each.did: each for each in (OLD, NEW, SAFE)}[wrong.by]
    with pytest.raises(ProofProblem, match=reason):
        verify(sign(Draft(wrong), signer))
