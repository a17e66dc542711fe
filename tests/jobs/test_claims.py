"""What a file says about itself, and what its creator adds, stands in the signed claim and on the printed page."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from artistguard.claims import statement
from artistguard.claims.identifiers import Identifier
from artistguard.claims.statement import Statement
from artistguard.errors import UsageProblem
from artistguard.jobs.certificate_page import ProofFile, print_certificate
from artistguard.jobs.certify import certify
from artistguard.jobs.planning import Request
from artistguard.jobs.protect import protect
from artistguard.terms import Choice, Declaration, Right
from tests.suites.workshop import Workshop, workshop

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
TAGGED = SAMPLES / "audio" / "flac" / "flac-tags-cover.flac"
PAGE = "https://ada.example/licence"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    with workshop(tmp_path_factory.mktemp("claims")) as made:
        yield made  # type: ignore[misc]


def claimed(shop: Workshop, name: str, **said: object) -> Statement:
    path = shop.put(TAGGED, name)
    request = Request((str(path),), Declaration(**said), registries=("embedded",))  # type: ignore[arg-type]
    (outcome,) = protect(shop.studio, request, lambda *_: None)
    version = shop.studio.store.catalogue.history(path)[-1]
    signed = {each.record: each.signed for each in shop.studio.store.catalogue.all_statements()}
    found = statement.parse(signed[version.record]).statement
    assert isinstance(found, Statement)
    assert outcome.error is None
    return found


def test_the_recording_number_of_the_tags_is_claimed(shop: Workshop) -> None:
    found = claimed(shop, "a.flac")
    assert found.identifiers == (Identifier("isrc", "DEA452600001"),)
    assert (found.right, found.offer) == ("recording", "")


def test_a_creator_names_another_right_and_says_it_anew(shop: Workshop) -> None:
    first = claimed(shop, "b.flac", right=Right.COMPOSITION)
    assert first.right == "composition"
    path = shop.folder / "b.flac"
    request = Request((str(path),), Declaration(right=Right.PERFORMANCE), registries=("embedded",))
    list(protect(shop.studio, request, lambda *_: None))
    version = shop.studio.store.catalogue.history(path)[0]
    assert version.inscription.declaration.right is Right.PERFORMANCE


def test_a_licence_is_offered_by_whoever_wants_to_be_asked_and_printed(shop: Workshop, tmp_path: Path) -> None:
    assert claimed(shop, "c.flac", choice=Choice.ASK, licence=PAGE).offer == PAGE
    printed = print_certificate(certify(shop.studio, []), ProofFile("proof.json", 64 * "0"), lambda *_: None)
    (tmp_path / "page.pdf").write_bytes(printed)
    done = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "page.pdf"), "-"], capture_output=True, text=True, check=True
    )
    for words in ("Claimed: recording", "Claimed: performance", "Known as: ISRC DEA452600001", f"Licence: {PAGE}"):
        assert words in done.stdout


def test_a_country_is_named_only_where_it_is_set(shop: Workshop) -> None:
    assert claimed(shop, "d.flac").extensions == {}
    settings = shop.studio.store.settings
    settings.set("country", "de")
    assert claimed(shop, "e.flac").extensions == {"country": "DE"}
    with pytest.raises(UsageProblem):
        settings.set("country", "Germany")
    settings.set("country", "")
    assert claimed(shop, "f.flac").extensions == {}
