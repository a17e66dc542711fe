"""Whose work it is: asked of the file, and of the registry that will get its fingerprints."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import Unreachable
from artistguard.jobs.doubts import same_name
from tests.suites.workshop import FOX, PHOTO, SONG, TIDE, workshop

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.jobs.outcome import Outcome
    from tests.suites.workshop import Workshop

ELSEWHERE = "https://registry.example"
IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def tagged(path: Path, *tags: str) -> Path:
    subprocess.run(["exiftool", "-q", "-overwrite_original", *tags, str(path)], check=True)
    return path


def codes(outcome: Outcome) -> list[str]:
    return [each.code for each in outcome.doubts]


@pytest.mark.parametrize(
    ("source", "doubted"),
    [
        ("trainedAlgorithmicMedia", True),
        ("compositeWithTrainedAlgorithmicMedia", True),
        ("digitalCapture", False),
        ("algorithmicMedia", False),
    ],
)
def test_a_picture_that_says_an_ai_made_it(shop: Workshop, source: str, doubted: bool) -> None:
    fox = tagged(shop.put(FOX), f"-XMP-iptcExt:DigitalSourceType={IPTC}{source}")
    assert codes(shop.one(fox, dry_run=True)) == (["made-by-ai"] if doubted else [])


def test_a_file_that_names_somebody_else(shop: Workshop) -> None:
    photo = tagged(shop.put(PHOTO), "-XMP-dc:Creator=Zoë Ünal")
    assert not shop.one(photo, dry_run=True).doubts
    (doubt,) = shop.one(photo, name="Ada Roth", dry_run=True).doubts
    assert (doubt.code, doubt.message) == ("names-another", "The file names Zoë Ünal.")
    assert not shop.one(photo, name="Zoe Unal", dry_run=True).doubts
    song = shop.put(TIDE)
    assert codes(shop.one(song, name="Ada Roth", dry_run=True)) == ["names-another"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Zoe Unal", "zoë ünal", True),
        ("Unal, Zoe", "Zoe Unal", True),
        ("Z. Unal", "Zoe Unal", True),
        ("Zoe Unal, Max Roth", "Zoe Unal", True),
        ("John Smith", "Anna Smith", False),
        ("The Quay", "Marit Quay", False),
        ("山田太郎", "山田 太郎", False),
        ("", "Zoe", False),
        ("—", "Zoe", False),
    ],
)
def test_names_that_may_be_one_persons(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_what_was_protected_here_is_not_asked_about_again(shop: Workshop) -> None:
    photo = tagged(shop.put(PHOTO), "-XMP-dc:Creator=Zoe Unal")
    shop.one(photo, name="Ada Roth")
    assert not shop.one(photo, name="Ada Roth Studio", dry_run=True).doubts


def test_a_statement_made_on_another_computer(shop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with workshop(tmp_path / "other") as other:
        photo = other.put(PHOTO)
        other.one(photo)
        found = shop.one(shop.put(photo, "found.jpg"), dry_run=True)
    assert codes(found) == ["stated-by-another"]


def test_a_work_that_somebody_else_has_registered(shop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with workshop(tmp_path / "other") as other:
        other.one(other.put(PHOTO))
        shop.addresses[ELSEWHERE] = other.ledger
        photo, song = shop.put(PHOTO), shop.put(SONG)
        asked = {each.path: codes(each) for each in shop.protect(photo, song, address=ELSEWHERE, dry_run=True)}
        assert asked == {str(photo): ["claimed-by-another"], str(song): []}
        assert not shop.one(photo, address=None, dry_run=True).doubts


def test_ones_own_registration_is_no_doubt(shop: Workshop) -> None:
    shop.addresses[ELSEWHERE] = shop.ledger
    shop.one(shop.put(PHOTO), address=ELSEWHERE)
    copy = shop.put(PHOTO, "again.jpg")
    assert not shop.one(copy, address=ELSEWHERE, dry_run=True).doubts


def test_a_registry_that_is_not_reached_raises_no_doubt(shop: Workshop) -> None:
    class Gone:
        def check(self, _: object) -> None:
            raise Unreachable("no answer")

    shop.addresses[ELSEWHERE] = Gone()  # type: ignore[assignment]
    outcome = shop.one(shop.put(PHOTO), address=ELSEWHERE, dry_run=True)
    assert not outcome.doubts
    assert outcome.error is None
    assert outcome.as_json()["doubts"] == []
