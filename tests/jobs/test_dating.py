"""Certificates with a time stamp of an authority: had, checked, damaged, or not to be had."""

from __future__ import annotations

import hashlib
import json
import subprocess
from typing import TYPE_CHECKING

import msgspec
import pytest

from artistguard.claims.bundle import closed, parse_bundle, stamped_bytes
from artistguard.claims.canonical import canonical
from artistguard.errors import ProofProblem
from artistguard.jobs.handing import save_certificate
from artistguard.jobs.verify import Known, verify
from artistguard.transparency import timestamp
from artistguard.transparency.checkpoint import decode64, encode64
from tests.suites.authority import Authority, authority
from tests.suites.workshop import FOX, Workshop, workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def stamping(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    with authority(tmp_path_factory.mktemp("authority")) as served:
        yield served


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, stamping: Authority) -> Iterator[tuple[Workshop, Path]]:
    """A workshop, and a stamped certificate of its one work."""
    with workshop(tmp_path_factory.mktemp("dated")) as shop:
        shop.studio.store.settings.set("tsa", stamping.address)
        shop.one(shop.put(FOX))
        handed = save_certificate(shop.studio, (), tmp_path_factory.mktemp("out") / "fox.pdf")
        assert handed.trouble is None
        yield shop, handed.proof


def checked(proof: Path, *roots: Path) -> dict[str, object]:
    verdict = verify(str(proof), (), Known(roots=tuple(map(str, roots)))).as_json()
    (stamp,) = verdict["stamps"]
    assert verdict["holds"] is (stamp["error"] is None)
    return stamp


def test_it_is_asked_for_a_digest_only_and_believed_under_its_root(
    made: tuple[Workshop, Path], stamping: Authority
) -> None:
    _, proof = made
    bundle = parse_bundle(proof.read_bytes())
    # The content credentials of the work were stamped before the certificate was.
    assert hashlib.sha256(stamped_bytes(bundle)).digest() in stamping.asked[-1]
    assert all(len(each) < 100 for each in stamping.asked)
    unchecked = checked(proof)
    assert (unchecked["authority"], unchecked["checked"]) == ("Test Stamps", False)
    assert checked(proof, stamping.root) == unchecked | {"checked": True}


def test_openssl_says_the_same_and_the_page_names_it(made: tuple[Workshop, Path], stamping: Authority) -> None:
    _, proof = made
    bundle = json.loads(proof.read_bytes())
    response = proof.with_suffix(".tsr")
    response.write_bytes(decode64(bundle["stamps"][0]["response"], "response"))
    digest = hashlib.sha256(stamped_bytes(parse_bundle(proof.read_bytes()))).hexdigest()
    command = ["openssl", "ts", "-verify", "-digest", digest, "-in", str(response), "-CAfile", str(stamping.root)]
    assert "Verification: OK" in subprocess.run(command, capture_output=True, text=True, check=True).stdout
    page = subprocess.run(
        ["pdftotext", str(proof.with_suffix(".pdf")), "-"], capture_output=True, text=True, check=True
    )
    assert f"Test Stamps ({stamping.address})" in page.stdout


def test_another_root_does_not_vouch_for_it(made: tuple[Workshop, Path], tmp_path: Path) -> None:
    with authority(tmp_path) as other:
        told = checked(made[1], other.root)
    assert "under the root that was named" in told["error"]["message"]  # type: ignore[index]
    (tmp_path / "no.pem").write_text("no certificate")
    assert checked(made[1], tmp_path / "no.pem")["error"] is not None


def test_every_damage_of_a_stamp_is_told_without_a_crash(
    made: tuple[Workshop, Path], stamping: Authority, tmp_path: Path
) -> None:
    """Every byte by the digest of the proof; all that the authority signed also by itself."""
    _, proof = made
    bundle = parse_bundle(proof.read_bytes())
    response = decode64(bundle.stamps[0].response, "response")
    root, digest = stamping.root.read_bytes(), hashlib.sha256(stamped_bytes(bundle)).digest()
    survived = 0
    for at in range(0, len(response), 7):
        mutated = bytearray(response)
        mutated[at] ^= 1 << at % 8
        stamp = msgspec.structs.replace(bundle.stamps[0], response=encode64(bytes(mutated)))
        changed = tmp_path / "changed.json"
        changed.write_bytes(canonical(msgspec.structs.replace(bundle, stamps=(stamp,))))
        assert not verify(str(changed), (), Known()).holds
        try:
            timestamp.check(bytes(mutated), digest, [root])
        except ProofProblem:
            continue
        survived += 1
    assert survived < len(response) / 7 / 20


def test_a_stamp_over_another_proof_is_none(made: tuple[Workshop, Path], tmp_path: Path) -> None:
    shop, proof = made
    bundle = parse_bundle(proof.read_bytes())
    (tmp_path / "other.json").write_bytes(canonical(closed(msgspec.structs.replace(bundle, keys=()))))
    verdict = verify(str(tmp_path / "other.json"), (), Known((str(shop.ledger.key),)))
    assert [each.error and each.error.message for each in verdict.stamps] == ["the time stamp is over something else."]
    assert verdict.error is None
    assert not verdict.holds


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda _: b"\x30\x03\x02\x01\x02",
        lambda answer: answer[:-20],
        lambda answer: answer + bytes(70_000),
        lambda _: bytes.fromhex("30053003020102"),  # a refusal without a token
    ],
)
def test_without_a_usable_stamp_there_is_a_certificate_all_the_same(
    made: tuple[Workshop, Path], stamping: Authority, tmp_path: Path, spoil: object
) -> None:
    shop, _ = made
    stamping.spoil = spoil  # type: ignore[assignment]
    try:
        handed = save_certificate(shop.studio, (), tmp_path / "plain.pdf")
    finally:
        stamping.spoil = bytes
    assert handed.trouble is not None
    assert parse_bundle(handed.proof.read_bytes()).stamps == ()
    assert verify(str(handed.proof), [str(handed.page)], Known()).holds


def test_an_answer_to_another_request_is_refused(
    made: tuple[Workshop, Path], stamping: Authority, tmp_path: Path
) -> None:
    shop, proof = made
    earlier = decode64(parse_bundle(proof.read_bytes()).stamps[0].response, "response")
    stamping.spoil = lambda _: earlier
    try:
        handed = save_certificate(shop.studio, (), tmp_path / "again.pdf")
    finally:
        stamping.spoil = bytes
    assert handed.trouble is not None
    assert "another request" in handed.trouble.message
