"""Cosignatures and the question for one: as the standard writes them, and as another program reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tlog_scales.signing import Vkey
from tlog_scales.tlog import Checkpoint as Theirs

from artistguard.errors import ProofProblem
from artistguard.transparency.checkpoint import Checkpoint, Line, Note, NoteKey, open_checkpoint, sign
from artistguard.transparency.cosignature import WitnessKey, cosign, cosigned, witnesses
from artistguard.transparency.merkle import leaf_hash
from artistguard.transparency.request import PROOF_LINES, CosignRequest
from artistguard.transparency.signature import SeedSigner

LOG = SeedSigner(b"the log of the cosignature tests")
ALICE = SeedSigner(b"witness alice, thirty-two bytes.")
BOB = SeedSigner(b"witness bob, thirty-two bytes ..")
KEY = NoteKey("log.example", LOG.public)
A = WitnessKey("alice.example/witness", ALICE.public)
B = WitnessKey("bob.example/witness", BOB.public)
NOTE = sign(Checkpoint("log.example", 7, leaf_hash(b"root")), LOG)
TEXT = Note.parse(NOTE).text
MOMENT = 1_795_348_800


def by_alice(note: str = NOTE, moment: int = MOMENT) -> Line:
    return cosign(Note.parse(note).text, A, ALICE, moment)


def test_a_cosignature_says_who_and_when() -> None:
    note = NOTE + str(by_alice())
    assert witnesses(note, [A, B]) == {A.name: MOMENT}
    assert cosigned(Note.parse(note), B) is None
    both = note + str(cosign(TEXT, B, BOB, MOMENT + 5))
    assert witnesses(both, [A, B]) == {A.name: MOMENT, B.name: MOMENT + 5}
    assert open_checkpoint(both, KEY).size == 7  # the log's own word is read as before


def test_another_program_reads_it() -> None:
    theirs = Theirs.from_text(NOTE + str(by_alice()))
    theirs.verify(Vkey.from_string(str(A)))
    theirs.verify(Vkey.from_string(str(KEY)))


def test_keys_of_logs_and_of_witnesses_are_not_mixed_up() -> None:
    same = WitnessKey(KEY.name, KEY.public)
    assert same.identifier != KEY.identifier
    assert WitnessKey.parse(str(same)) == same
    with pytest.raises(ProofProblem, match="kind"):
        NoteKey.parse(str(same))
    with pytest.raises(ProofProblem, match="kind"):
        WitnessKey.parse(str(KEY))
    assert witnesses(NOTE, [same]) == {}  # a log's own signature is nobody's cosignature


def test_a_cosignature_of_another_state_is_none() -> None:
    other = sign(Checkpoint("log.example", 8, leaf_hash(b"root")), LOG)
    with pytest.raises(ProofProblem, match="did not sign this state"):
        witnesses(NOTE + str(by_alice(other)), [A])


def test_a_cosignature_in_anothers_name_is_none() -> None:
    forged = cosign(TEXT, A, BOB, MOMENT)
    with pytest.raises(ProofProblem, match=r"alice\.example"):
        witnesses(NOTE + str(forged), [A])


@given(st.integers(0, 71), st.integers(1, 255))
def test_any_other_byte_of_it_and_it_does_not_hold(at: int, change: int) -> None:
    line = by_alice()
    damaged = bytearray(line.signature)
    damaged[at] ^= change
    with pytest.raises(ProofProblem):
        witnesses(NOTE + str(Line(line.name, line.identifier, bytes(damaged))), [A])


@pytest.mark.parametrize("signature", [b"x", bytes(8), bytes(71), bytes(73)])
def test_a_cosignature_of_another_length_is_none(signature: bytes) -> None:
    with pytest.raises(ProofProblem):
        witnesses(NOTE + str(Line(A.name, A.identifier, signature)), [A])


@given(st.integers(0, 2**62), st.lists(st.binary(min_size=32, max_size=32), max_size=PROOF_LINES))
def test_a_question_is_read_as_it_was_written(old: int, path: list[bytes]) -> None:
    asked = CosignRequest(old, tuple(path), NOTE)
    assert CosignRequest.parse(str(asked)) == asked


def test_the_question_as_the_standard_shows_it() -> None:
    body = str(CosignRequest(3, (bytes(32),), NOTE))
    assert body == f"old 3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n{NOTE}"


@pytest.mark.parametrize(
    "body",
    [
        "",
        "old 3\n",
        "old 3\n" + NOTE,
        "old 03\n\n" + NOTE,
        "old -1\n\n" + NOTE,
        "new 3\n\n" + NOTE,
        "old 3\nAAAA\n\n" + NOTE,
        "old 3\nnot base64\n\n" + NOTE,
        "old 3\n" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n" * 64 + "\n" + NOTE,
        "old 3\n\n" + "x" * 200_000,
    ],
)
def test_what_is_no_question(body: str) -> None:
    with pytest.raises(ProofProblem):
        CosignRequest.parse(body)
