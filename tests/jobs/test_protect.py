"""The main job from end to end: every file is finished or untouched, whatever happens to the others."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from artistguard.credentials.values import Place
from artistguard.errors import Busy, Stopped, Unreachable
from artistguard.formats import table as formats
from artistguard.jobs import protect as protecting
from artistguard.jobs.outcome import Registered, Status
from artistguard.jobs.placing import Grouping
from artistguard.jobs.planning import Request
from artistguard.jobs.protect import protect
from artistguard.jobs.put_back import put_back
from artistguard.jobs.studio import EMBEDDED
from artistguard.store.outbox import Posting
from artistguard.terms import Choice, Declaration
from artistguard.works import Digest
from tests.suites.workshop import BOOK, LAYERS, OTHER_PHOTO, PHOTO, PICTURE, SAMPLES, SONG, ignore, workshop

if TYPE_CHECKING:
    from artistguard.jobs.outcome import Outcome
    from artistguard.messages import Registry
    from tests.suites.workshop import Workshop

BESIDE = {f"{LAYERS.name}.xmp", f"{LAYERS.name}.c2pa", f"{BOOK.name}.c2pa"}
"""What a protected folder holds besides the works themselves."""


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def filled(shop: Workshop) -> dict[str, bytes]:
    for sample in (PHOTO, PICTURE, SONG, BOOK, LAYERS):
        shop.put(sample)
    return contents(shop.folder)


def test_a_folder_is_protected_registered_and_told(shop: Workshop) -> None:
    before = filled(shop)
    outcomes = shop.protect(shop.folder, choice=Choice.NO_AI_TRAINING, name="Ada")
    assert [outcome.status for outcome in outcomes] == [Status.PROTECTED] * 5
    assert [outcome.registered for outcome in outcomes] == [Registered.RECEIPT] * 5
    assert {outcome.registry for outcome in outcomes} == {shop.ledger.key.name}
    assert shop.hidden() == []
    for outcome in outcomes:
        file = shop.folder / Path(outcome.path).name
        assert Choice.NO_AI_TRAINING in {stated.choice for stated in outcome.layers}
        assert outcome.fingerprints["sha256"] == Digest.of(file.read_bytes()).hex
        assert outcome.error is None
    assert {outcome.sidecar for outcome in outcomes} == {"", str(shop.folder / f"{LAYERS.name}.xmp")}
    after = contents(shop.folder)
    assert set(after) == {*before, *BESIDE}
    assert {outcome.credentials for outcome in outcomes} == {Place.INSIDE, Place.BESIDE}
    assert after[LAYERS.name] == before[LAYERS.name]
    assert len(shop.told) == 2  # the first identity, and its certificate


def test_a_run_sweeps_what_a_killed_one_kept_and_nothing_else(shop: Workshop) -> None:
    before = filled(shop)
    lost, fresh = (shop.studio.store.home.wayback / name[:2] / name for name in ("0" * 64, "f" * 64))
    for path in (lost, fresh):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"kept for a change that never came")
    os.utime(lost, (0, 0))
    shop.protect(shop.folder)
    assert (lost.exists(), fresh.exists()) == (False, True)
    assert all(result.error is None for result in put_back(shop.studio, []))
    assert contents(shop.folder) == before


def test_again_nothing_is_written(shop: Workshop) -> None:
    filled(shop)
    first = shop.protect(shop.folder)
    state = contents(shop.folder)
    again = shop.protect(shop.folder)
    assert [outcome.status for outcome in again] == [Status.UNCHANGED] * 5
    assert contents(shop.folder) == state
    assert [outcome.work for outcome in again] == [outcome.work for outcome in first]
    assert [outcome.layers for outcome in again] == [outcome.layers for outcome in first]
    assert [outcome.registered for outcome in again] == [Registered.RECEIPT] * 5


def test_and_all_can_be_put_back(shop: Workshop) -> None:
    before = filled(shop)
    shop.protect(shop.folder)
    shop.protect(shop.folder, choice=Choice.NOTHING)
    assert all(result.error is None for result in put_back(shop.studio, [], everything=True))
    assert contents(shop.folder) == before


def test_one_bad_file_does_not_hold_up_the_others(shop: Workshop) -> None:
    shop.put(PHOTO, "a.jpg")
    shop.put(SAMPLES / "image" / "png" / "broken-truncated.png", "b.png")
    (shop.folder / "c.txt").touch()
    shop.put(SONG, "d.wav")
    (shop.folder / "e.jpg").symlink_to("nowhere.jpg")
    before = contents(shop.folder)
    outcomes = {Path(outcome.path).name: outcome for outcome in shop.protect(shop.folder)}
    assert {name: outcome.status.value for name, outcome in outcomes.items()} == {
        "a.jpg": "protected",
        "b.png": "failed",
        "c.txt": "failed",
        "d.wav": "protected",
        "e.jpg": "failed",
    }
    told = {name: outcome.error.code for name, outcome in outcomes.items() if outcome.error}
    assert told == {"b.png": "damaged", "c.txt": "empty", "e.jpg": "vanished"}
    assert contents(shop.folder)["b.png"] == before["b.png"]


def test_a_file_that_another_program_holds_is_skipped(shop: Workshop) -> None:
    shop.put(BOOK, "book.md")
    (shop.folder / ".~lock.book.md#").touch()
    (outcome,) = shop.protect(shop.folder)
    assert outcome.status is Status.SKIPPED
    assert outcome.error is not None
    assert outcome.error.code == "busy"


def test_a_file_that_another_artistguard_works_on_is_skipped(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    photo = shop.put(PHOTO)
    store = shop.studio.store
    monkeypatch.setattr(type(store), "holding", _busy)
    outcome = shop.one(photo)
    assert (outcome.status, outcome.error and outcome.error.code) == (Status.SKIPPED, "busy")
    assert photo.read_bytes() == PHOTO.read_bytes()


def _busy(*_: object) -> object:
    raise Busy("another ArtistGuard is working on this file")


def test_a_disk_that_refuses_one_file_is_told_for_that_file(shop: Workshop) -> None:
    photo, layers = shop.put(PHOTO), shop.put(LAYERS)
    layers.with_name(layers.name + ".xmp").write_bytes(b"no XMP at all")
    outcomes = {Path(outcome.path).name: outcome for outcome in shop.protect(photo, layers)}
    assert outcomes[PHOTO.name].status is Status.PROTECTED
    assert outcomes[LAYERS.name].status is Status.FAILED
    assert outcomes[LAYERS.name].registered is Registered.NO
    assert layers.with_name(layers.name + ".xmp").read_bytes() == b"no XMP at all"


def test_batches_are_put_in_place_and_delivered_one_by_one(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protecting, "BATCH", 2)
    for count in range(5):
        shop.put(BOOK, f"{count}.md")
    sizes: list[int] = []
    request = Request((str(shop.folder),), registries=(EMBEDDED,), grouping=Grouping.EACH_ITS_OWN)
    for outcome in protect(shop.studio, request, ignore):
        assert outcome.registered is Registered.RECEIPT
        sizes.append(len(shop.studio.store.catalogue.versions()))
    assert sizes == [2, 2, 4, 4, 5]


@pytest.mark.parametrize("finished", [1, 2, 3])
def test_an_interrupted_run_leaves_whole_files_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, finished: int
) -> None:
    monkeypatch.setattr(protecting, "BATCH", 2)
    names = [f"{count}.md" for count in range(6)]
    request = Request((str(tmp_path / "works"),), grouping=Grouping.EACH_ITS_OWN)
    with workshop(tmp_path) as shop:
        for name in names:
            shop.put(BOOK, name)
        run = protect(shop.studio, request, ignore)
        for _ in range(finished):
            next(run)
        run.close()  # type: ignore[attr-defined]
    with workshop(tmp_path) as shop:
        assert shop.hidden() == []
        changed = [name for name in names if (shop.folder / name).read_bytes() != BOOK.read_bytes()]
        assert len(changed) == 2 * ((finished + 1) // 2)
        assert {version.path.name for version in shop.studio.store.catalogue.versions()} == set(changed)
        outcomes = shop.protect(shop.folder, grouping=Grouping.EACH_ITS_OWN)
        assert {Path(one.path).name for one in outcomes if one.status is Status.UNCHANGED} == set(changed)
        assert {one.status for one in outcomes} == {Status.UNCHANGED, Status.PROTECTED}
        assert {one.registered for one in outcomes} == {Registered.RECEIPT}
        assert shop.ledger.fsck().sound


def test_an_interruption_lets_go_of_the_files(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    run = protect(shop.studio, Request((str(photo),)), ignore)
    next(run)
    run.close()  # type: ignore[attr-defined]
    with shop.studio.store.holding([photo], patience=0):
        assert shop.studio.store.catalogue.version_at(photo) is not None


def test_a_dry_run_changes_nothing_and_tells_what_would_be(shop: Workshop) -> None:
    before = filled(shop)
    outcomes = shop.protect(shop.folder, dry_run=True)
    assert contents(shop.folder) == before
    assert {(outcome.status, outcome.planned) for outcome in outcomes} == {(Status.SKIPPED, Status.PROTECTED)}
    assert {Path(outcome.path).name: bool(outcome.sidecar) for outcome in outcomes} == {
        name: name == LAYERS.name for name in before
    }
    for outcome in outcomes:
        assert Choice.SEARCH_ONLY in {stated.choice for stated in outcome.layers}
    assert shop.studio.store.runs.all() == ()
    assert shop.studio.store.catalogue.works() == ()
    assert shop.studio.store.identities.profiles() == ()
    assert shop.told == []


def test_a_dry_run_knows_what_stays(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    shop.one(photo)
    outcome = shop.one(photo, dry_run=True)
    assert (outcome.status, outcome.planned) == (Status.SKIPPED, Status.UNCHANGED)
    assert shop.one(photo, Choice.NOTHING, dry_run=True).planned is Status.PROTECTED


def test_copies_leave_the_originals(shop: Workshop, tmp_path: Path) -> None:
    before = filled(shop)
    outcomes = shop.protect(shop.folder, out=tmp_path / "out")
    assert contents(shop.folder) == before
    assert set(contents(tmp_path / "out")) == {*before, *BESIDE}
    assert {outcome.status for outcome in outcomes} == {Status.PROTECTED}
    assert {str(Path(outcome.output).parent) for outcome in outcomes} == {str(tmp_path / "out")}
    again = shop.protect(shop.folder, out=tmp_path / "out")
    assert {outcome.status for outcome in again} == {Status.UNCHANGED}


def test_copies_of_changed_originals_are_made_anew(shop: Workshop, tmp_path: Path) -> None:
    photo = shop.put(PHOTO)
    first = shop.one(photo, out=tmp_path / "out")
    shop.put(OTHER_PHOTO, photo.name)
    second = shop.one(photo, out=tmp_path / "out")
    assert second.status is Status.PROTECTED
    assert second.fingerprints["sha256"] != first.fingerprints["sha256"]
    assert second.output == first.output


def test_nothing_is_sent_where_no_registry_is_wanted(shop: Workshop) -> None:
    outcome = shop.one(shop.put(PHOTO), address=None)
    assert (outcome.status, outcome.registered, outcome.warnings) == (Status.PROTECTED, Registered.NO, ())
    assert shop.studio.store.outbox.addresses() == ()


def test_a_registry_out_of_reach_holds_nothing_up(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    shop.addresses.clear()
    shop.studio.connect = _nobody
    outcome = shop.one(photo, address="https://registry.example")
    assert (outcome.status, outcome.registered) == (Status.PROTECTED, Registered.QUEUED)
    assert [warning.code for warning in outcome.warnings if warning.code != "not-distinctive"] == [
        "registry-unreachable"
    ]
    assert shop.studio.store.outbox.count(Posting.WAITING) == 1


def _nobody(_: str) -> Registry:
    raise Unreachable("nobody answers")


def test_what_was_never_registered_is_registered_when_asked_again(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    shop.one(photo, address=None)
    state = photo.read_bytes()
    outcome = shop.one(photo)
    assert (outcome.status, outcome.registered) == (Status.UNCHANGED, Registered.RECEIPT)
    assert photo.read_bytes() == state


def test_every_sample_of_every_format_ends_in_one_of_four_ways(shop: Workshop) -> None:
    seen: set[str] = set()
    for sample in sorted(SAMPLES.rglob("odd-*")):
        if sample.is_file() and sample.suffix not in {".xmp", ".md"}:
            shop.put(sample)
            seen.add(sample.name)
    before = contents(shop.folder)
    outcomes = shop.protect(shop.folder, grouping=Grouping.EACH_ITS_OWN)
    assert {Path(outcome.path).name for outcome in outcomes} == seen
    for outcome in outcomes:
        assert (outcome.error is None) == (outcome.status is Status.PROTECTED), outcome
        if outcome.sidecar or outcome.error:
            name = Path(outcome.path).name
            assert (shop.folder / name).read_bytes() == before[name]
    assert shop.hidden() == []


def test_several_processes_give_the_same(tmp_path: Path) -> None:
    told: list[list[tuple[str, str]]] = []
    for jobs in (1, 2):
        folder = tmp_path / str(jobs)
        folder.mkdir()
        with workshop(folder) as shop:
            for count, sample in enumerate([PHOTO, PICTURE, SONG, BOOK, LAYERS, OTHER_PHOTO]):
                shop.put(sample, f"{count}{sample.suffix}")
            request = Request((str(shop.folder),), Declaration(Choice.ASK), jobs=jobs)
            told.append(
                sorted((Path(one.path).name, one.status.value) for one in protect(shop.studio, request, ignore))
            )
            assert shop.hidden() == []
    assert told[0] == told[1]


def test_the_listener_hears_how_far_it_is(shop: Workshop) -> None:
    filled(shop)
    heard: list[tuple[str, int, int]] = []
    list(protect(shop.studio, Request((str(shop.folder),)), lambda *told: heard.append(told)))
    assert heard == [(stage, done, 5) for stage in ("Looking", "Writing") for done in range(1, 6)]


@pytest.mark.parametrize("links", [True, False])
def test_a_file_named_twice_is_done_once(shop: Workshop, links: bool) -> None:
    photo = shop.put(PHOTO)
    other = shop.folder / "link.jpg" if links else photo
    if links:
        other.symlink_to(photo)
    assert len(shop.protect(photo, other)) == 1
    assert other.is_symlink() == links
    assert formats.by_name("JPEG").read(io.BytesIO(other.read_bytes())).record


def test_a_package_gets_a_sidecar(shop: Workshop) -> None:
    package = shop.folder / "novel.scriv"
    package.mkdir()
    (package / "a.rtf").write_bytes(b"{\\rtf1 Hello}")
    (outcome,) = shop.protect(shop.folder)
    assert (outcome.status, outcome.sidecar) == (Status.PROTECTED, f"{package}.xmp")
    assert [outcome.status for outcome in shop.protect(shop.folder)] == [Status.UNCHANGED]
    shutil.rmtree(package)
    assert shop.protect(shop.folder) == []


@pytest.mark.parametrize("at", [1, 2, 5])
def test_stopped_by_its_listener_it_finishes_what_is_ready(shop: Workshop, at: int) -> None:
    before = filled(shop)

    def enough(stage: str, done: int, _: int) -> None:
        if (stage, done) == ("Writing", at):
            raise Stopped("Enough.")

    outcomes: list[Outcome] = []
    with pytest.raises(Stopped):
        outcomes.extend(protect(shop.studio, Request((str(shop.folder),)), enough))
    assert [outcome.status for outcome in outcomes] == [Status.PROTECTED] * at
    changed = {name for name, content in contents(shop.folder).items() if before.get(name) != content}
    assert len({name.removesuffix(".c2pa").removesuffix(".xmp") for name in changed}) == at
    assert {run.finished for run in shop.studio.store.runs.all()} == {""}


def test_stopped_while_looking_nothing_is_written(shop: Workshop) -> None:
    before = filled(shop)

    def enough(*_: object) -> None:
        raise Stopped("Enough.")

    with pytest.raises(Stopped):
        list(protect(shop.studio, Request((str(shop.folder),)), enough))
    assert contents(shop.folder) == before
