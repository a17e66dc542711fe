"""Signed notes, checkpoints, proofs and receipts: the published examples, round trips, and every way to be wrong."""

from __future__ import annotations

import base64

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.errors import ProofProblem
from artistguard.transparency.checkpoint import (
    Checkpoint,
    Line,
    Note,
    NoteKey,
    check_growth,
    decimal,
    decode64,
    open_checkpoint,
    sign,
)
from artistguard.transparency.merkle import Leaves, Proofs, leaf_hash
from artistguard.transparency.proof import Proof
from artistguard.transparency.receipt import LOCAL, Receipt, check
from artistguard.transparency.signature import SeedSigner, holds

SIGNER = SeedSigner(bytes(range(32)))
KEY = NoteKey("registry.example/log", SIGNER.public)
ENTRIES = [f"entry {number}".encode() for number in range(21)]
TREE = Leaves([leaf_hash(entry) for entry in ENTRIES])


def noted(size: int = 21, origin: str = KEY.name, signer: SeedSigner = SIGNER) -> str:
    return sign(Checkpoint(origin, size, Proofs(TREE, size).root()), signer)


def receipt(index: int = 5) -> Receipt:
    proof = Proof(index, Proofs(TREE, 21).inclusion(index), noted())
    return Receipt(KEY.name, index, leaf_hash(ENTRIES[index]).hex(), str(proof), "2026-11-22T01:00:00Z")


def test_a_note_signed_by_another_program_opens() -> None:
    # Key and note of the Go checksum database's documentation (golang.org/x/mod/sumdb/note, package example).
    key = NoteKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    note = (
        "If you think cryptography is the answer to your problem,\n"
        "then you don't know what your problem is.\n\n"
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    )
    Note.parse(note).check(key)
    assert str(Note.parse(note)) == note
    with pytest.raises(ProofProblem, match="does not fit"):
        Note.parse(note.replace("your problem,", "our problems,")).check(key)


def test_rfc_8032_test_1() -> None:
    signer = SeedSigner(bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
    assert signer.public.hex() == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert signer.sign(b"").hex().startswith("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155")
    assert holds(signer.public, signer.sign(b""), b"")
    assert not holds(signer.public, signer.sign(b""), b"x")
    assert not holds(b"", signer.sign(b""), b"")
    assert not holds(signer.public, b"", b"")
    assert not holds(b"\xff" * 32, signer.sign(b""), b"")
    with pytest.raises(ValueError, match="32 bytes"):
        SeedSigner(b"short")


def test_keys_travel_as_text() -> None:
    assert NoteKey.parse(str(KEY)) == KEY
    assert NoteKey.parse(f" {KEY}\n") == KEY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a+b",
        "name+00000000+" + base64.b64encode(b"\x01" + SIGNER.public).decode(),
        "name+00000000+" + base64.b64encode(b"\x02" + SIGNER.public).decode(),
        "name+00000000+AQ==",
        "na me+00000000+AQ==",
        "name+00000000+?",
    ],
)
def test_keys_that_are_none(text: str) -> None:
    with pytest.raises(ProofProblem):
        NoteKey.parse(text)


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\nb", "a\u2003b", "a\x00"])
def test_names_that_no_log_may_have(name: str) -> None:
    with pytest.raises(ProofProblem):
        NoteKey(name, SIGNER.public)


def test_a_checkpoint_comes_back_as_it_was_signed() -> None:
    found = open_checkpoint(noted(), KEY)
    assert found == Checkpoint(KEY.name, 21, TREE_ROOT)
    assert str(found).splitlines()[:2] == [KEY.name, "21"]


TREE_ROOT = Proofs(TREE, 21).root()


def test_signatures_of_strangers_are_passed_over() -> None:
    note = Note.parse(noted())
    witness = Line("witness.example", b"\x01\x02\x03\x04", b"x" * 72)
    assert open_checkpoint(str(Note(note.text, (witness, *note.lines))), KEY).size == 21


@pytest.mark.parametrize(
    ("note", "reason"),
    [
        (noted(signer=SeedSigner(b"7" * 32)), "not signed with the known key"),
        (noted(origin="other.example"), "not signed with the known key"),
        (noted().replace("\n21\n", "\n20\n"), "does not fit"),
        (noted().replace("\n\n", "\nextension\n\n"), "does not fit"),
        (noted().rstrip("\n"), "no signature"),
        (noted().replace("— ", "- "), "no signature"),
        (noted().replace("— registry.example/log ", "— registry.example/log"), "no signature"),
        (noted().replace("21\n", "21\r\n"), "control"),
        ("", "no signature"),
        ("text\n\n— a AAAA\n", "too short"),
        ("text\n\n" + "— a AAAAAAAA\n" * 65, "too many"),
        ("x" * 200000, "too long"),
    ],
)
def test_notes_that_prove_nothing(note: str, reason: str) -> None:
    with pytest.raises(ProofProblem, match=reason):
        open_checkpoint(note, KEY)


def test_the_name_in_the_text_counts_too() -> None:
    text = str(Checkpoint("other.example", 21, TREE_ROOT))
    note = str(Note(text, (Line(KEY.name, KEY.identifier, SIGNER.sign(text.encode())),)))
    with pytest.raises(ProofProblem, match=r"of other\.example, not of registry\.example"):
        open_checkpoint(note, KEY)


@pytest.mark.parametrize(
    "text",
    ["", "a\n1\n", "a\n1\n\n", "a\n01\nAA==\n", "a\n-1\nAA==\n", "a\n1\nAA==\n", "a\n1\nAA=\n", "a\n\u0661\nAA==\n"],
)
def test_texts_that_are_no_checkpoint(text: str) -> None:
    with pytest.raises(ProofProblem):
        Checkpoint.parse(text)


def test_extension_lines_are_kept() -> None:
    checkpoint = Checkpoint("a", 0, bytes(32), ("more", "lines"))
    assert Checkpoint.parse(str(checkpoint)) == checkpoint


def test_growth_between_visits() -> None:
    old, new = open_checkpoint(noted(9), KEY), open_checkpoint(noted(21), KEY)
    check_growth(old, new, Proofs(TREE, 21).consistency(9))
    with pytest.raises(ProofProblem, match="rolled back"):
        check_growth(new, old, ())
    with pytest.raises(ProofProblem, match="two logs"):
        check_growth(Checkpoint("other", 9, old.root), new, ())


@given(st.integers(0, 2**60), st.lists(st.binary(min_size=32, max_size=32), max_size=64), st.binary(max_size=50))
@settings(derandomize=True, max_examples=60, deadline=None)
def test_proof_files_come_back(index: int, path: list[bytes], extra: bytes) -> None:
    proof = Proof(index, tuple(path), noted(), extra)
    assert Proof.parse(str(proof)) == proof


def test_the_form_of_a_proof_file() -> None:
    proof = Proof(3, (b"\x00" * 32,), "origin\n4\nroot\n\n— sig\n", b"more")
    assert str(proof) == (
        "c2sp.org/tlog-proof@v1\nextra bW9yZQ==\nindex 3\n"
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\norigin\n4\nroot\n\n— sig\n"
    )


@pytest.mark.parametrize("index", range(21))
def test_every_receipt_holds(index: int) -> None:
    assert check(receipt(index), ENTRIES[index], KEY).size == 21
    assert receipt(index).kind == "registered"
    again = msgspec.json.decode(msgspec.json.encode(receipt(index)), type=Receipt)
    assert again == receipt(index)


def test_a_receipt_of_this_computer_is_called_that() -> None:
    assert msgspec.structs.replace(receipt(), origin=f"{LOCAL}0a1b2c3d").kind == "kept on this computer"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"origin": "other.example"}, "the receipt is of other"),
        ({"leaf": "0" * 64}, "another statement"),
        ({"index": 6}, "says entry 6, its proof entry 5"),
        ({"proof": receipt(6).proof}, "says entry 5, its proof entry 6"),
        ({"proof": ""}, "does not begin"),
        ({"proof": receipt().proof.replace("index 5", "index 05")}, "not a number"),
        ({"proof": receipt().proof.replace("index 5", "5")}, "which entry"),
        ({"proof": receipt().proof.replace("\n21\n", "\n22\n")}, "does not fit"),
        ({"proof": "c2sp.org/tlog-proof@v1\n\n"}, "which entry"),
        ({"proof": "c2sp.org/tlog-proof@v1\nindex 5\n" + "AA==\n" * 65 + "\n"}, "too long"),
        ({"proof": str(Proof(5, (), noted()))}, "too short"),
        ({"proof": str(Proof(5, Proofs(TREE, 21).inclusion(5)[::-1], noted()))}, "another root"),
    ],
)
def test_receipts_that_do_not_hold_say_why(change: dict[str, object], reason: str) -> None:
    with pytest.raises(ProofProblem, match=reason):
        check(msgspec.structs.replace(receipt(), **change), ENTRIES[5], KEY)


def test_another_entry_or_key_is_refused() -> None:
    with pytest.raises(ProofProblem, match="another statement"):
        check(receipt(), ENTRIES[6], KEY)
    with pytest.raises(ProofProblem, match="not signed with the known key"):
        check(receipt(), ENTRIES[5], NoteKey(KEY.name, SeedSigner(b"x" * 32).public))


@given(st.integers(0, 2000), st.integers(0, 255))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_a_receipt_with_any_byte_changed_is_refused_or_says_the_same(at: int, value: int) -> None:
    raw = bytearray(receipt().proof.encode())
    raw[at % len(raw)] = value
    try:
        proof = raw.decode()
        check(msgspec.structs.replace(receipt(), proof=proof), ENTRIES[5], KEY)
    except (ProofProblem, UnicodeDecodeError):
        return
    assert proof == receipt().proof


def test_numbers_and_base64_have_one_spelling() -> None:
    assert decimal("0", "x") == 0
    assert decode64("AA==", "x") == b"\x00"
    for text in ("AB==", "AA", "AA==\n", " AA==", "-_8="):
        with pytest.raises(ProofProblem):
            decode64(text, "x")
    for text in ("", "00", "+1", "1.0", "1" * 20, "１"):  # noqa: RUF001 - a digit that is not ASCII
        with pytest.raises(ProofProblem):
            decimal(text, "x")
