"""Drafts are finished or gone, and speak of the file that was looked at."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import ArtistGuardError, Busy, Damaged, FileProblem, Unreadable, Vanished
from artistguard.formats import sidecar
from artistguard.jobs.drafting import Order, make
from artistguard.jobs.rehearsing import rehearse
from artistguard.jobs.survey import SurveyOrder, survey
from artistguard.terms import Choice
from artistguard.works import Digest
from tests.suites.declarations import RECORD, inscription
from tests.suites.workshop import LAYERS, PHOTO, PICTURE, SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.suites.workshop import Workshop


def ordered(shop: Workshop, source: Path, target: Path | None = None) -> Order:
    """What planning would order for a file."""
    found = survey(SurveyOrder(str(source)))
    target = target or source
    return Order(
        source=str(source),
        target=str(target),
        sidecar=f"{target}.xmp",
        home=shop.studio.store.home,
        owner=shop.studio.store.owner,
        kind=found.kind,
        embeds=found.embeds,
        digest=found.digest,
        guard=found.guard,
        inscription=inscription(Choice.NO_AI_TRAINING),
        credited=found.reading.credentials,
    )


def drafts_of(shop: Workshop) -> list[str]:
    return [name for name in shop.hidden() if name.startswith(".artistguard")]


def test_a_draft_inside_stands_beside_the_file_which_stays(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    product = make(ordered(shop, photo))
    (replacement,) = product.replacements
    assert photo.read_bytes() == PHOTO.read_bytes()
    assert replacement.draft is not None
    assert replacement.draft.parent == photo.parent
    assert Digest.of(replacement.draft.read_bytes()) == product.after == replacement.after
    assert replacement.before == Digest.of(PHOTO.read_bytes())
    assert product.sidecar == ""
    assert product.written.codes["sha256"] == product.after.hex
    assert Choice.NO_AI_TRAINING in {stated.choice for stated in product.written.statements}


def test_what_cannot_carry_it_gets_a_sidecar_and_stays(shop: Workshop) -> None:
    layers = shop.put(LAYERS)
    product = make(ordered(shop, layers))
    (replacement,) = product.replacements
    assert product.sidecar == f"{layers}.xmp" == str(replacement.path)
    assert product.after == Digest.of(LAYERS.read_bytes())
    assert product.warnings == ()
    assert replacement.draft is not None
    assert sidecar.read(replacement.draft.read_bytes()).record == RECORD


def test_a_sidecar_that_is_there_keeps_its_contents(shop: Workshop) -> None:
    layers = shop.put(LAYERS)
    theirs = shop.put(SAMPLES / "sidecar" / "darktable-like.xmp", layers.name + ".xmp")
    earlier = sidecar.read(theirs.read_bytes())
    (replacement,) = make(ordered(shop, layers)).replacements
    assert replacement.draft is not None
    written = replacement.draft.read_bytes()
    assert b"darktable:" in written
    assert sidecar.read(written).facts == earlier.facts
    assert sidecar.read(written).record == RECORD
    assert replacement.before == Digest.of(theirs.read_bytes())
    assert replacement.kept is not None


def test_a_sidecar_that_is_no_xmp_is_left_alone(shop: Workshop) -> None:
    layers = shop.put(LAYERS)
    theirs = layers.with_name(layers.name + ".xmp")
    theirs.write_bytes(b"notes of mine, no XMP")
    with pytest.raises(Damaged):
        make(ordered(shop, layers))
    assert theirs.read_bytes() == b"notes of mine, no XMP"
    assert drafts_of(shop) == []


def test_a_copy_elsewhere_leaves_the_original_and_needs_no_way_back(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    (shop.folder / "out").mkdir()
    target = shop.folder / "out" / "copy.jpg"
    (replacement,) = make(ordered(shop, photo, target)).replacements
    assert replacement.path == target
    assert replacement.before is None
    assert replacement.kept is None
    assert photo.read_bytes() == PHOTO.read_bytes()


def test_a_copy_with_a_sidecar_is_two_drafts(shop: Workshop) -> None:
    layers = shop.put(LAYERS)
    (shop.folder / "out").mkdir()
    target = shop.folder / "out" / "copy.clip"
    copy, beside = make(ordered(shop, layers, target)).replacements
    assert copy.path == target
    assert copy.draft is not None
    assert copy.draft.read_bytes() == LAYERS.read_bytes()
    assert str(beside.path) == f"{target}.xmp"


def test_a_copy_goes_when_its_sidecar_cannot_be_made(shop: Workshop) -> None:
    layers = shop.put(LAYERS)
    (shop.folder / "out").mkdir()
    target = shop.folder / "out" / "copy.clip"
    target.with_name("copy.clip.xmp").write_bytes(b"no XMP")
    with pytest.raises(Damaged):
        make(ordered(shop, layers, target))
    assert drafts_of(shop) == []


@pytest.mark.parametrize("sample", [PHOTO, LAYERS, PICTURE], ids=lambda sample: sample.suffix)
@pytest.mark.parametrize("copied", [False, True])
def test_a_file_changed_since_it_was_looked_at_waits(shop: Workshop, sample: Path, copied: bool) -> None:
    file = shop.put(sample)
    (shop.folder / "out").mkdir()
    order = ordered(shop, file, shop.folder / "out" / file.name if copied else None)
    file.write_bytes(sample.read_bytes() + b"\0")
    with pytest.raises(Busy):
        make(order)
    assert sorted(path.name for path in shop.folder.rglob("*")) == sorted([file.name, "out"])


def test_another_picture_in_its_place_waits_too(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    order = ordered(shop, photo)
    shop.put(SAMPLES / "image" / "jpeg" / "ffmpeg-mjpeg.jpg", photo.name)
    with pytest.raises(Busy):
        make(order)
    assert drafts_of(shop) == []


def test_a_file_that_went_is_told(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    order = ordered(shop, photo)
    photo.unlink()
    with pytest.raises(Vanished):
        make(order)
    assert list(shop.folder.iterdir()) == []


def test_a_write_protected_file_is_not_replaced(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    photo.chmod(0o444)
    with pytest.raises(Unreadable, match="write protected"):
        make(ordered(shop, photo))
    assert drafts_of(shop) == []


def test_a_write_protected_file_can_be_copied(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    photo.chmod(0o444)
    (replacement,) = make(ordered(shop, photo, shop.folder / "copy.jpg")).replacements
    assert replacement.draft is not None
    assert replacement.draft.stat().st_mode & 0o200


def test_a_file_with_two_names_is_stated_beside(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    os.link(photo, shop.folder / "same.jpg")
    product = make(ordered(shop, photo))
    assert product.sidecar == f"{photo}.xmp"
    assert [warning.code for warning in product.warnings] == ["cannot-embed"]
    assert photo.read_bytes() == PHOTO.read_bytes()


def test_no_way_back_where_none_is_wanted(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    (replacement,) = make(replace(ordered(shop, photo), way_back=False)).replacements
    assert replacement.kept is None
    assert replacement.before == Digest.of(PHOTO.read_bytes())


def test_the_time_of_last_change_stays_where_wanted(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    os.utime(photo, ns=(10**18, 10**18))
    times = []
    for keep in (True, False):
        (replacement,) = make(replace(ordered(shop, photo), keep_mtime=keep)).replacements
        assert replacement.draft is not None
        times.append(replacement.draft.stat().st_mtime_ns)
    assert times[0] == 10**18 != times[1]


def test_a_folder_that_is_no_target_leaves_nothing(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    order = ordered(shop, photo, shop.folder / "missing" / "copy.jpg")
    with pytest.raises(ArtistGuardError):
        make(order)
    assert drafts_of(shop) == []


@pytest.mark.parametrize("sample", [PHOTO, LAYERS, PICTURE], ids=lambda sample: sample.suffix)
def test_a_rehearsal_tells_the_same_and_leaves_nothing(shop: Workshop, sample: Path) -> None:
    file = shop.put(sample)
    order = ordered(shop, file)
    told = rehearse(order)
    assert list(shop.folder.iterdir()) == [file]
    assert told.refusal is None
    assert told.credentials is None
    assert told.statements == make(order).written.statements


def test_a_rehearsal_tells_why_not_inside(shop: Workshop) -> None:
    file = shop.put(SAMPLES / "image" / "jpeg" / "hand-credentials.jpg")
    told = rehearse(ordered(shop, file))
    assert told.refusal is not None
    assert told.refusal.code == "cannot-embed"
    assert {stated.choice for stated in told.statements} >= {Choice.NO_AI_TRAINING}
    product = make(ordered(shop, file))
    assert product.warnings == (told.refusal,)
    assert product.sidecar


def test_only_file_problems_come_of_a_broken_order(shop: Workshop) -> None:
    for sample in sorted((SAMPLES / "image" / "png").glob("broken-*")):
        file = shop.put(sample)
        order = replace(ordered(shop, shop.put(PICTURE)), source=str(file), target=str(file), digest=_digest(file))
        with pytest.raises(FileProblem):
            make(replace(order, sidecar=str(shop.folder / "missing" / "a.xmp")))
        assert drafts_of(shop) == []


def _digest(path: Path) -> Digest:
    return Digest.of(path.read_bytes())
