"""A watched folder: new works are protected once they stand still; our own output, and what was given back, is not."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest
import watchfiles
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.errors import Stopped, StoreDamaged
from artistguard.jobs.guarding import MOST_TIMES, WITHIN_SECONDS, Breaker
from artistguard.jobs.handing import save_certificate
from artistguard.jobs.happening import Happening, Told
from artistguard.jobs.outcome import Outcome, Status
from artistguard.jobs.planning import Request
from artistguard.jobs.put_back import put_back
from artistguard.jobs.stillness import Arrivals
from artistguard.jobs.watch import Order, begin, watch, works_in
from artistguard.store.files import standing
from artistguard.store.growing import is_open_elsewhere, is_unfinished
from artistguard.store.home import Home
from artistguard.store.watched import WatchedFolders
from artistguard.terms import Choice, Declaration
from tests.suites.workshop import BOOK, FOX, LAYERS, OTHER_PHOTO, PHOTO, PICTURE, SONG, workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.suites.workshop import Workshop

PATIENCE_SECONDS = 180


@dataclass
class Watchman:
    """Watches the works of a workshop, while a script acts at its ticks."""

    shop: Workshop
    seen: list[Outcome | Told] = field(default_factory=list)
    requests: list[tuple[str, ...]] = field(default_factory=list)

    def request(self, paths: tuple[str, ...]) -> Request:
        self.requests.append(paths)
        return Request(paths, Declaration(Choice.SEARCH_ONLY))

    def watch(self, script: Iterator[Callable[[], bool]], folders: Sequence[Path] = ()) -> None:
        """Each step of the script is waited for before the next is taken; when all are over, watching ends."""
        until = time.monotonic() + PATIENCE_SECONDS
        wanted = next(script, None)

        def listen(stage: str, _done: int, _total: int) -> None:
            nonlocal wanted
            assert time.monotonic() < until, self.seen
            while stage == "Watching" and wanted is not None and wanted():
                wanted = next(script, None)
            if wanted is None:
                raise Stopped("The script is over.")

        order = Order(tuple(folders) or (self.shop.folder,), self.request, quiet=0.2)
        with suppress(Stopped):
            for each in watch(self.shop.studio, order, listen):
                self.seen.append(each)

    def names(self, status: Status = Status.PROTECTED) -> list[str]:
        """Files with that end, in their order."""
        return [Path(each.path).name for each in self.outcomes if each.status is status]

    @property
    def outcomes(self) -> list[Outcome]:
        return [each for each in self.seen if isinstance(each, Outcome)]

    @property
    def told(self) -> list[Happening]:
        return [each.what for each in self.seen if isinstance(each, Told)]

    def done(self, count: int) -> Callable[[], bool]:
        """So many outcomes have come."""
        return lambda: len(self.outcomes) >= count


def calm(seconds: float = 0.8) -> Callable[[], bool]:
    """Time enough for anything that would wrongly be done."""
    until: list[float] = []

    def over() -> bool:
        until.append(time.monotonic() + seconds)
        return time.monotonic() > until[0]

    return over


@pytest.fixture
def man(tmp_path: Path) -> Iterator[Watchman]:
    with workshop(tmp_path) as shop:
        yield Watchman(shop)


def test_what_comes_new_is_protected_and_what_was_there_is_left_alone_until_it_changes(man: Watchman) -> None:
    old = man.shop.put(PHOTO, "old.jpg")
    assert begin(man.shop.studio, man.shop.folder, existing=False) == 1
    before = old.read_bytes()

    def script() -> Iterator[Callable[[], bool]]:
        yield calm(0.2)
        man.shop.put(FOX, "deep/below/new.png")
        man.shop.put(SONG, "new.wav")
        man.shop.put(BOOK, "new.md")
        yield man.done(3)
        assert old.read_bytes() == before
        shutil.copyfile(OTHER_PHOTO, old)
        yield man.done(4)

    man.watch(script())
    assert sorted(man.names()[:3]) == ["new.md", "new.png", "new.wav"]
    assert man.names()[3:] == ["old.jpg"]
    assert {each.choice for each in man.outcomes} == {Choice.SEARCH_ONLY}


def test_with_existing_ones_all_are_protected_once(man: Watchman) -> None:
    for place in range(3):
        man.shop.put(PHOTO if place else FOX, f"{place}.{'jpg' if place else 'png'}")
    assert begin(man.shop.studio, man.shop.folder, existing=True) == 0

    def script() -> Iterator[Callable[[], bool]]:
        yield man.done(3)
        yield calm()

    man.watch(script())
    assert sorted(man.names()) == ["0.png", "1.jpg", "2.jpg"]


def test_our_own_output_is_never_touched(man: Watchman) -> None:
    begin(man.shop.studio, man.shop.folder, existing=False)
    picture, layers = man.shop.folder / "fox.png", man.shop.folder / "layers.clip"

    def script() -> Iterator[Callable[[], bool]]:
        yield calm(0.2)
        man.shop.put(FOX, picture.name)
        man.shop.put(LAYERS, layers.name)
        yield man.done(2)
        after = standing(picture)
        # A copy, another name, another place, a sidecar with its file, and our certificate.
        shutil.copyfile(picture, man.shop.folder / "copy.png")
        picture.rename(man.shop.folder / "renamed.png")
        save_certificate(man.shop.studio, (), man.shop.folder / "certificate.pdf")
        yield calm(1.2)
        assert after == standing(man.shop.folder / "renamed.png") == standing(man.shop.folder / "copy.png")

    man.watch(script())
    assert sorted(man.names()) == ["fox.png", "layers.clip"]
    assert len(man.outcomes) == 2
    assert not man.shop.hidden()


def test_what_was_put_back_stays_back_also_after_a_restart(man: Watchman) -> None:
    begin(man.shop.studio, man.shop.folder, existing=False)
    picture = man.shop.folder / "fox.png"

    def script() -> Iterator[Callable[[], bool]]:
        yield calm(0.2)
        man.shop.put(FOX, picture.name)
        yield man.done(1)
        assert all(each.error is None for each in put_back(man.shop.studio, (str(picture),)))
        yield calm()

    man.watch(script())
    man.watch(iter([calm()]))
    assert len(man.outcomes) == 1
    assert picture.read_bytes() == FOX.read_bytes()


def test_a_file_that_grows_or_is_open_or_still_comes_is_waited_for(man: Watchman) -> None:
    begin(man.shop.studio, man.shop.folder, existing=False)
    picture = man.shop.folder / "slow.png"
    content = FOX.read_bytes()

    def script() -> Iterator[Callable[[], bool]]:
        yield calm(0.2)
        (man.shop.folder / "slow.png.part").write_bytes(b"")
        picture.write_bytes(content[: len(content) // 2])
        yield calm(0.6)
        assert not man.outcomes
        picture.write_bytes(content)
        yield calm(0.6)
        assert not man.outcomes
        (man.shop.folder / "slow.png.part").unlink()
        yield man.done(1)

    man.watch(script())
    assert man.names() == ["slow.png"]


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="leases are Linux's")
def test_a_file_that_a_program_writes_is_known_to_be_open(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    with path.open("wb") as writer:
        writer.write(b"half")
        assert is_open_elsewhere(path)
    assert not is_open_elsewhere(path)
    with path.open("rb"):
        assert not is_open_elsewhere(path)
    assert not is_open_elsewhere(tmp_path / "gone.png")


@pytest.mark.parametrize("beside", ["a.png.crdownload", "a.png.part", ".~lock.a.png#", "~$a.png"])
def test_what_other_programs_leave_beside_a_file_says_that_it_is_not_ready(tmp_path: Path, beside: str) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"x")
    assert not is_unfinished(path)
    (tmp_path / beside).write_bytes(b"")
    assert is_unfinished(path)


def test_a_folder_that_goes_away_is_waited_for(man: Watchman) -> None:
    begin(man.shop.studio, man.shop.folder, existing=False)
    away = man.shop.folder.with_name("away")

    def script() -> Iterator[Callable[[], bool]]:
        yield calm(0.2)
        man.shop.folder.rename(away)
        yield lambda: Happening.GONE in man.told
        shutil.copyfile(FOX, away / "meanwhile.png")
        away.rename(man.shop.folder)
        yield man.done(1)
        man.shop.put(PHOTO, "later.jpg")
        yield man.done(2)

    man.watch(script())
    assert man.told == [Happening.GONE, Happening.BACK]
    assert man.names() == ["meanwhile.png", "later.jpg"]


def test_a_program_that_writes_a_file_anew_each_time_is_not_fought(man: Watchman) -> None:
    begin(man.shop.studio, man.shop.folder, existing=False)
    picture = man.shop.folder / "fought.png"

    def script() -> Iterator[Callable[[], bool]]:
        yield calm(0.2)
        for count in range(MOST_TIMES):
            shutil.copyfile(PICTURE, picture)
            yield man.done(count + 1)
        shutil.copyfile(PICTURE, picture)
        yield calm()

    man.watch(script())
    assert man.told == [Happening.LOOP]
    assert len(man.outcomes) == MOST_TIMES
    assert picture.read_bytes() == PICTURE.read_bytes()


def test_a_burst_is_worked_on_in_batches_and_bad_files_are_told_once(man: Watchman) -> None:
    begin(man.shop.studio, man.shop.folder, existing=False)
    count = 40

    def script() -> Iterator[Callable[[], bool]]:
        yield calm(0.2)
        for place in range(count):
            man.shop.put(BOOK, f"{place:03}.md")
            with (man.shop.folder / f"{place:03}.md").open("a") as more:
                more.write(f"\n{place}\n")
        (man.shop.folder / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
        (man.shop.folder / "table.csv").write_text("no work")
        yield man.done(count + 1)
        yield calm()

    man.watch(script())
    assert len(man.names()) == count
    assert man.names(Status.FAILED) == ["bad.png"]
    assert len(man.outcomes) == count + 1
    assert len(man.requests) < count // 5


def test_looking_again_and_again_does_where_the_system_does_not_tell(
    man: Watchman, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "true")
    begin(man.shop.studio, man.shop.folder, existing=False)

    def script() -> Iterator[Callable[[], bool]]:
        yield calm(0.2)
        man.shop.put(FOX, "new.png")
        yield man.done(1)

    man.watch(script())
    assert man.names() == ["new.png"]


def test_a_system_that_watches_no_more_folders_is_told_and_worked_round(
    man: Watchman, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = watchfiles.watch

    def full(*folders: object, **how: object) -> Iterator[object]:
        if not how.get("force_polling"):
            raise OSError(28, "OS file watch limit reached")
        return real(*folders, **how)  # type: ignore[arg-type,return-value]

    monkeypatch.setattr(watchfiles, "watch", full)
    begin(man.shop.studio, man.shop.folder, existing=False)

    def script() -> Iterator[Callable[[], bool]]:
        yield lambda: Happening.POLLING in man.told
        man.shop.put(FOX, "new.png")
        yield man.done(1)

    man.watch(script())
    assert man.told == [Happening.POLLING]


def test_hidden_folders_sidecars_drafts_and_packages_are_no_works(man: Watchman) -> None:
    for name in (".hidden/a.png", "Novel.scriv/b.md", ".c.png", "~$d.docx", "e.xmp", "f.bin"):
        man.shop.put(FOX, name)
    kept = man.shop.put(FOX, "kept.png")
    assert list(works_in(man.shop.studio, man.shop.folder)) == [kept]
    begin(man.shop.studio, man.shop.folder, existing=False)

    def script() -> Iterator[Callable[[], bool]]:
        yield calm(0.2)
        for name in (".hidden/new.png", "Novel.scriv/new.md", ".new.png", "new.xmp"):
            man.shop.put(PHOTO, name)
        yield calm()

    man.watch(script())
    assert not man.seen


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.lists(st.floats(0.0, 40.0), min_size=1, max_size=20))
def test_the_breaker_trips_exactly_when_too_many_come_within_a_minute(gaps: list[float]) -> None:
    breaker, path, now, times = Breaker(), PurePosixPath("/x"), 0.0, []
    for gap in gaps:
        now += gap
        times.append(now)
        often = len(times) >= MOST_TIMES and now - times[-MOST_TIMES] <= WITHIN_SECONDS
        assert breaker.count(path, now) is often  # type: ignore[arg-type]
        if often:
            assert breaker.tripped(path)  # type: ignore[arg-type]
            return
    assert not breaker.tripped(path)  # type: ignore[arg-type]


def test_arrivals_hand_on_no_more_than_wanted_and_forget_what_went(tmp_path: Path) -> None:
    arrivals = Arrivals(1.0)
    paths = [tmp_path / f"{place}.png" for place in range(5)]
    for path in paths:
        path.write_bytes(b"x")
    arrivals.hear(paths, 0.0)
    assert arrivals.still(0.0, 3) == []
    paths[0].unlink()
    paths[1].write_bytes(b"longer")
    assert arrivals.still(0.9, 3) == []
    assert [path for path, _ in arrivals.still(1.0, 2)] == paths[2:4]
    assert [path for path, _ in arrivals.still(1.0, 2)] == paths[4:]
    assert [path for path, _ in arrivals.still(2.0, 2)] == [paths[1]]
    assert len(arrivals) == 0


def test_folders_are_remembered_whatever_they_are_called(man: Watchman, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"\xff odd \xe4")
    watched = man.shop.studio.store.watched
    watched.begin(odd, {"a": (1, 2)})
    watched.show(odd, paused=True)
    watched.begin(odd, {"b": (3, 4)})
    kept = WatchedFolders(Home(tmp_path / "home"), man.shop.studio.store.disk).all()[odd]
    assert (dict(kept.left), kept.window, kept.paused) == ({"b": (3, 4)}, True, True)
    watched.give_up(odd)
    assert watched.all() == {}
    (tmp_path / "home" / "watched.json").write_text("[")
    with pytest.raises(StoreDamaged, match="watched folders"):
        watched.all()
