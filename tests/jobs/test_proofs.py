"""Certificates, and checking them without asking anybody: every change in them is found, or changes nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from artistguard.claims.bundle import closed
from artistguard.claims.canonical import canonical
from artistguard.errors import ArtistGuardError, ProofProblem, StoreDamaged, UnknownWork
from artistguard.jobs.certify import certify
from artistguard.jobs.handing import save_certificate
from artistguard.jobs.verify import Known, verify
from artistguard.terms import Choice
from tests.suites.workshop import BOOK, FOX, PHOTO, Workshop, workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artistguard.jobs.verdict import Verdict


@pytest.fixture(scope="module")
def proven(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workshop, Path, bytes]]:
    """A workshop with two registered works, and a proof of both."""
    with workshop(tmp_path_factory.mktemp("proven")) as shop:
        shop.one(shop.put(FOX), Choice.NO_AI_TRAINING)
        shop.one(shop.put(BOOK))
        content = canonical(closed(certify(shop.studio, []).bundle))
        yield shop, tmp_path_factory.mktemp("proofs") / "proof.json", content


def judged(proof: Path, content: bytes, *paths: Path, known: tuple[str, ...] = ()) -> Verdict:
    proof.write_bytes(content)
    return verify(str(proof), [str(path) for path in paths], Known(known))


def test_a_proof_holds_and_speaks_of_its_files(proven: tuple[Workshop, Path, bytes]) -> None:
    shop, proof, content = proven
    fox, book = shop.folder / FOX.name, shop.folder / BOOK.name
    verdict = judged(proof, content, fox, book, known=(str(shop.ledger.key),))
    assert verdict.holds
    assert [one.pinned for one in verdict.statements] == [True, True]
    assert [one.choice for one in verdict.statements] == [Choice.NO_AI_TRAINING, Choice.SEARCH_ONLY]
    assert [one.records for one in verdict.files] == [(one.record,) for one in verdict.statements]
    assert all(one.local for one in verdict.statements)
    told = verdict.as_json()
    assert told["holds"] is True
    assert told["statements"][0]["proves_date"] is False
    assert json.loads(json.dumps(told)) == told


def test_without_a_key_of_ones_own_that_is_told(proven: tuple[Workshop, Path, bytes]) -> None:
    _, proof, content = proven
    verdict = judged(proof, content)
    assert verdict.holds
    assert [one.pinned for one in verdict.statements] == [False, False]


def test_another_file_is_not_spoken_of(proven: tuple[Workshop, Path, bytes], tmp_path: Path) -> None:
    shop, proof, content = proven
    changed = tmp_path / "fox.png"
    changed.write_bytes((shop.folder / FOX.name).read_bytes() + b"\0")
    verdict = judged(proof, content, changed, tmp_path / "gone.png")
    assert not verdict.holds
    assert [one.error.code for one in verdict.files if one.error] == ["proof-invalid", "vanished"]
    assert all(one.error is None for one in verdict.statements)


def test_a_proof_under_a_forged_key_does_not_hold_against_the_pinned_one(
    proven: tuple[Workshop, Path, bytes],
) -> None:
    _, proof, content = proven
    bundle = json.loads(content)
    name = bundle["proven"][0]["receipts"][0]["origin"]
    from artistguard.transparency.checkpoint import NoteKey
    from artistguard.transparency.signature import SeedSigner

    pinned = str(NoteKey(name, SeedSigner(b"the key that was pinned before..").public))
    verdict = judged(proof, content, known=(pinned,))
    assert not verdict.holds
    assert [one.error.code for one in verdict.statements if one.error] == ["proof-invalid"] * 2


def _said(verdict: Verdict) -> object:
    """All that a verdict claims; the number of the record alone, where it does not hold, claims nothing."""
    return [one if one.error is None else None for one in verdict.statements], verdict.files


@given(place=some.integers(0, 10**6), bit=some.integers(0, 7))
@settings(
    max_examples=250, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_flipped_bit_is_found_or_changes_nothing(
    proven: tuple[Workshop, Path, bytes], place: int, bit: int
) -> None:
    shop, proof, content = proven
    known = (str(shop.ledger.key),)
    truth = judged(proof, content, shop.folder / FOX.name, known=known)
    mutated = bytearray(content)
    mutated[place % len(content)] ^= 1 << bit
    try:
        verdict = judged(proof, bytes(mutated), shop.folder / FOX.name, known=known)
    except ProofProblem:
        return
    assert not verdict.holds or _said(verdict) == _said(truth)
    for one, true in zip(verdict.statements, truth.statements, strict=True):
        assert one.error is not None or one == true


@given(content=some.binary(max_size=400))
@settings(
    max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_no_proof_is_told(proven: tuple[Workshop, Path, bytes], content: bytes) -> None:
    _, proof, _ = proven
    with pytest.raises(ArtistGuardError):
        judged(proof, content)


@pytest.mark.parametrize("cut", [1, 10, 100, 1000, 2000])
def test_a_cut_proof_is_none(proven: tuple[Workshop, Path, bytes], cut: int) -> None:
    _, proof, content = proven
    with pytest.raises(ProofProblem):
        judged(proof, content[:-cut])


@given(place=some.integers(0, 10**6), bit=some.integers(0, 7))
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bit_of_a_file_that_is_changed_is_found(proven: tuple[Workshop, Path, bytes], place: int, bit: int) -> None:
    shop, proof, content = proven
    whole = bytearray((shop.folder / BOOK.name).read_bytes())
    whole[place % len(whole)] ^= 1 << bit
    changed = proof.with_name("changed.md")
    changed.write_bytes(whole)
    (told,) = judged(proof, content, changed).files
    assert told.error is not None


def test_a_page_belongs_to_its_proof_only(proven: tuple[Workshop, Path, bytes], tmp_path: Path) -> None:
    shop, _, _ = proven
    first = save_certificate(shop.studio, (FOX.stem,), tmp_path / "first.pdf")
    other = save_certificate(shop.studio, (), tmp_path / "other.pdf")
    for handed, stranger in ((first, other), (other, first)):
        verdict = verify(str(handed.proof), [str(handed.page), str(stranger.page)], Known())
        mine, foreign = verdict.files
        assert mine.certificate
        assert foreign.error is not None
        assert "another proof file" in foreign.error.message
    first.proof.write_bytes(first.proof.read_bytes() + b" ")
    (told,) = verify(str(first.proof), [str(first.page)], Known()).files
    assert told.error is not None
    (tmp_path / "broken.pdf").write_bytes(other.page.read_bytes()[:3000])
    (told,) = verify(str(other.proof), [str(tmp_path / "broken.pdf")], Known()).files
    assert told.error is not None
    assert "speaks of exactly this file" in told.error.message


def _edited(content: bytes, *path: str | int, value: object) -> bytes:
    bundle = json.loads(content)
    place = bundle
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(bundle).encode()


@pytest.mark.parametrize(
    "path",
    [
        ("signed", "statement", "choice"),
        ("signed", "statement", "made"),
        ("signed", "statement", "work"),
        ("signed", "signature"),
        ("receipts", 0, "index"),
        ("receipts", 0, "leaf"),
        ("receipts", 0, "proof"),
    ],
    ids=lambda path: path[-1],
)
def test_what_was_edited_is_told_for_that_statement_only(
    proven: tuple[Workshop, Path, bytes], path: tuple[str | int, ...]
) -> None:
    _, proof, content = proven
    other = json.loads(content)["proven"][1]
    for step in path:
        other = other[step]
    values = {"choice": "allow", "made": "2020-01-01T00:00:00Z", "index": 7}
    value = values.get(str(path[-1]), other)
    verdict = judged(proof, _edited(content, "proven", 0, *path, value=value))
    assert [one.error is None for one in verdict.statements] == [False, True]
    assert not verdict.holds


@pytest.mark.parametrize("keys", [[], ["no key"], ["x.example+00000000+AAAA"]])
def test_keys_that_are_none(proven: tuple[Workshop, Path, bytes], keys: list[str]) -> None:
    _, proof, content = proven
    edited = _edited(content, "keys", value=keys)
    try:
        verdict = judged(proof, edited)
    except ProofProblem:
        assert keys
    else:
        assert keys == []
        assert not verdict.holds


def test_a_certificate_of_some_works(shop: Workshop) -> None:
    fox, book = shop.put(FOX), shop.put(BOOK)
    first = shop.one(fox)
    shop.one(book)
    photo = shop.put(PHOTO)
    shop.one(photo, address=None)
    whole = certify(shop.studio, [])
    assert [entry.version.path for entry in whole.entries] == [fox, book]
    assert [version.path for version in whole.missing] == [photo]
    assert whole.bundle.keys == (str(shop.ledger.key),)
    run = shop.studio.store.catalogue.versions()[1].run
    assert [entry.version.path for entry in certify(shop.studio, [run]).entries] == [book]
    for name in (first.work, str(fox), first.title):
        assert [entry.version.path for entry in certify(shop.studio, [name, name]).entries] == [fox]
        assert [entry.title for entry in certify(shop.studio, [name]).entries] == [first.title]


def test_the_tracks_of_an_album_stand_in_the_order_in_which_people_count(shop: Workshop) -> None:
    names = ["1 Intro.md", "2 Tide.md", "10 Coda.md", "side b/1 Reprise.md"]
    for name in reversed(names):
        shop.one(shop.put(BOOK, name))
    assert [str(each.version.path.relative_to(shop.folder)) for each in certify(shop.studio, []).entries] == names


def test_no_certificate_of_nothing(shop: Workshop) -> None:
    with pytest.raises(UnknownWork):
        certify(shop.studio, [])
    shop.one(shop.put(PHOTO), address=None)
    with pytest.raises(UnknownWork):
        certify(shop.studio, [])
    with pytest.raises(UnknownWork):
        certify(shop.studio, ["no such work"])


def test_a_kept_receipt_that_cannot_be_read_is_told(shop: Workshop) -> None:
    shop.one(shop.put(FOX))
    with shop.studio.store.database.writing() as inside:
        inside.execute("UPDATE receipts SET content = ?", (b"{broken",))
    with pytest.raises(StoreDamaged):
        certify(shop.studio, [])
