"""The process is killed before and behind every call that changes the disk; a restart makes everything whole.

Each case runs in a child of its own, killed with SIGKILL for real. Between the calls of the seam lie only reads and
SQLite's own writes; those are killed too, at every commit.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
import random
import shutil
import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from artistguard.store import Store, open_store
from artistguard.store.home import Home
from artistguard.terms import Choice
from tests.suites.faulty_disk import Counting, Killing
from tests.suites.stating import change, draft, drafts_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PICTURE = random.Random(1).randbytes(150_000)
STATED = PICTURE[:30] + b"no AI training" + PICTURE[30:]
CHANGED = PICTURE[:30] + b"nothing at all, please" + PICTURE[30:]
SONG = random.Random(2).randbytes(90_000)
SUNG = random.Random(3).randbytes(91_000)  # nothing in common: a large way back, kept as a file


@dataclass(frozen=True)
class Place:
    home: Home
    works: Path

    @property
    def picture(self) -> Path:
        return self.works / "fox.jpg"

    @property
    def song(self) -> Path:
        return self.works / "tide.flac"

    def bytes_of(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(self.works.iterdir())}


def fresh(folder: Path) -> Place:
    works = folder / "works"
    works.mkdir(parents=True)
    place = Place(Home(folder / "home"), works)
    place.picture.write_bytes(PICTURE)
    place.song.write_bytes(SONG)
    for path, mode in ((place.picture, 0o640), (place.song, 0o604)):
        path.chmod(mode)
        os.utime(path, ns=(10**18, 10**18 + 7))
    return place


def snapshots(place: Place, kept: Path) -> Iterator[tuple[int, Place]]:
    """The same state at the same place, again and again: paths are part of the state."""
    shutil.copytree(place.works.parent, kept)
    for moment in itertools.count():
        shutil.rmtree(place.works.parent)
        shutil.copytree(kept, place.works.parent)
        yield moment, place


def protect(store: Store, place: Place) -> None:
    """A run over two files, one of them with a sidecar that stands or falls with it."""
    picture = draft(store, place.picture, STATED)
    song = draft(store, place.song, SUNG)
    beside = draft(store, place.works / "tide.flac.xmp", b"<x:xmpmeta/>")
    store.journal.apply([change("one", place.picture, picture), change("one", place.song, song, beside)])


def restate(store: Store, place: Place) -> None:
    store.journal.apply([change("two", place.picture, draft(store, place.picture, CHANGED), choice=Choice.NOTHING)])


def put_back(store: Store, place: Place) -> None:
    store.way_back.everything()


BEFORE = {"fox.jpg": PICTURE, "tide.flac": SONG}
AFTER = {"fox.jpg": STATED, "tide.flac": SUNG, "tide.flac.xmp": b"<x:xmpmeta/>"}


def run(work: Callable[[Store, Place], None], place: Place, disk: Counting) -> None:
    with open_store(place.home, disk=disk) as store:
        work(store, place)


def killed_at(work: Callable[[Store, Place], None], place: Place, moment: int) -> bool:
    """Whether the child was killed; else it came to its end."""
    child = multiprocessing.get_context("fork").Process(target=run, args=(work, place, Killing(moment)))
    child.start()
    child.join()
    assert child.exitcode in {0, -signal.SIGKILL}
    return child.exitcode != 0


def picture_is_whole(place: Place) -> None:
    found = place.bytes_of()
    assert found.keys() >= BEFORE.keys()
    assert found["fox.jpg"] in {PICTURE, STATED, CHANGED}
    song = {name: content for name, content in found.items() if name.startswith("tide")}
    assert song in ({"tide.flac": SONG}, {"tide.flac": SUNG, "tide.flac.xmp": b"<x:xmpmeta/>"})


def every_moment(work: Callable[[Store, Place], None], start: Place, tmp_path: Path) -> int:
    """Kill at each moment, start again, look; then put everything back and look again. Returns how many moments."""
    for moment, place in snapshots(start, tmp_path / "kept"):
        was_killed = killed_at(work, place, moment)
        with open_store(place.home) as store:
            store.database.check()
            assert all(mended.error is None for mended in store.mended)
            assert drafts_in(place.works.parent) == []
            picture_is_whole(place)
            found = place.bytes_of()
            current = store.catalogue.version_at(place.picture)
            assert (current is not None) == (found["fox.jpg"] != PICTURE)
            if current is not None:
                assert store.catalogue.statement(current.record) is not None
                assert dict(store.outbox.addresses())["embedded"] >= 1
            work_again_and_put_back(store, work, place)
        if not was_killed:
            return moment
    raise AssertionError


def work_again_and_put_back(store: Store, work: Callable[[Store, Place], None], place: Place) -> None:
    """The same command ends the work; then everything comes back: bytes, rights and times."""
    if work is protect and place.bytes_of() == BEFORE:
        protect(store, place)
        assert place.bytes_of() == AFTER
    if place.bytes_of() != BEFORE:
        assert all(result.error is None for result in store.way_back.everything())
    assert place.bytes_of() == BEFORE
    for path, mode in ((place.picture, 0o640), (place.song, 0o604)):
        assert path.stat().st_mode & 0o777 == mode
        assert path.stat().st_mtime_ns == 10**18 + 7
    assert store.catalogue.version_at(place.picture) is None


def test_protect(tmp_path: Path) -> None:
    assert every_moment(protect, fresh(tmp_path / "start"), tmp_path) > 50


def test_change(tmp_path: Path) -> None:
    start = fresh(tmp_path / "start")
    run(protect, start, Counting())
    assert every_moment(restate, start, tmp_path) > 20


def test_put_back(tmp_path: Path) -> None:
    start = fresh(tmp_path / "start")
    run(protect, start, Counting())
    run(restate, start, Counting())
    assert every_moment(put_back, start, tmp_path) > 30


@pytest.mark.parametrize("first", range(20, 66, 5))
def test_killed_again_while_mending(first: int, tmp_path: Path) -> None:
    start = fresh(tmp_path / "start")
    if not killed_at(protect, start, first):
        pytest.fail("the work ended before it was killed")

    def mend(store: Store, place: Place) -> None:
        """Opening the store has done it."""

    for moment, place in snapshots(start, tmp_path / "kept"):
        again = killed_at(mend, place, moment)
        with open_store(place.home) as store:
            assert drafts_in(place.works.parent) == []
            picture_is_whole(place)
            work_again_and_put_back(store, protect, place)
        if not again:
            break
