"""One file, one picture, made once; a crash, a hang or damage costs that picture and nothing else."""

from __future__ import annotations

import io
import os
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from artistguard.errors import Damaged, EmptyFile, FileProblem, TooLarge, Vanished
from artistguard.formats import previews
from artistguard.formats.drawn import Style
from artistguard.formats.previews import Wish
from artistguard.jobs import preview as preview_job
from artistguard.jobs import previewer as previewer_job
from artistguard.jobs.crew import Crew
from artistguard.jobs.preview import PreviewOrder, give_up, preview, remembered
from artistguard.jobs.previewer import Previewer
from artistguard.store.home import Home, find_home
from tests.suites.format_suite import SAMPLES
from tests.suites.preview_tasks import moody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.formats.protocol import Format

DEMO = SAMPLES.parent.parent / "resources/samples"


@pytest.fixture
def fox(tmp_path: Path) -> Path:
    path = tmp_path / "Fox.png"
    shutil.copy(DEMO / "pictures/Fox in Snow.png", path)
    return path


@pytest.fixture
def previewer() -> Iterator[Previewer]:
    with Previewer(30.0, moody) as opened:
        yield opened


def order(path: Path, side: int = 96) -> PreviewOrder:
    return PreviewOrder(str(path), Wish(side))


def size_of(made: bytes | None) -> tuple[int, int]:
    assert made
    return Image.open(io.BytesIO(made)).size


def entries() -> list[Path]:
    return sorted(find_home().thumbnails.glob("*"))


class Counted:
    """How often a preview was made."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times = 0
        self.real = previews.preview
        monkeypatch.setattr(preview_job.previews, "preview", self)

    def __call__(self, kind: Format, source: io.BufferedReader, wish: Wish) -> bytes | None:
        self.times += 1
        return self.real(kind, source, wish)


@pytest.mark.parametrize("path", sorted(path for path in DEMO.rglob("*") if path.is_file()), ids=lambda path: path.name)
def test_demo_works_have_previews(path: Path) -> None:
    assert max(size_of(preview(order(path)))) == 96


def test_a_preview_is_made_once(fox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(monkeypatch)
    first = preview(order(fox))
    assert preview(order(fox)) == first == remembered(order(fox))
    assert counted.times == 1


def test_another_wish_or_a_changed_file_is_made_anew(fox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(monkeypatch)
    preview(order(fox))
    assert remembered(order(fox, 48)) is None
    assert size_of(preview(order(fox, 48))) == (48, 48)
    preview(PreviewOrder(str(fox), Wish(96, Style(ink=(1, 2, 3)))))
    fox.write_bytes((DEMO / "pictures/Lighthouse.jpg").read_bytes())
    assert remembered(order(fox)) is None
    width, height = size_of(preview(order(fox)))
    assert width > height
    assert counted.times == 4


def test_looks_from_an_older_recipe_are_not_shown(fox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preview(order(fox))
    monkeypatch.setattr(preview_job, "RECIPE", preview_job.RECIPE + 1)
    assert remembered(order(fox)) is None


def test_the_file_itself_is_left_alone(fox: Path) -> None:
    before, content = fox.stat(), fox.read_bytes()
    preview(order(fox))
    assert fox.read_bytes() == content
    assert (fox.stat().st_mtime_ns, fox.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert list(fox.parent.iterdir()) == [fox]


def test_a_kind_without_preview_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes((SAMPLES / "image/svg/inkscape-like.svg").read_bytes())
    counted = Counted(monkeypatch)
    assert preview(order(path)) is None
    assert preview(order(path)) is None
    assert remembered(order(path)) == b""
    assert counted.times == 1


def test_damage_is_told_once_and_not_tried_again(fox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fox.write_bytes(fox.read_bytes()[:1000])
    counted = Counted(monkeypatch)
    with pytest.raises(Damaged):
        preview(order(fox))
    assert preview(order(fox)) is None
    assert counted.times == 1
    shutil.copy(DEMO / "pictures/Fox in Snow.png", fox)
    assert size_of(preview(order(fox))) == (96, 96)


def test_files_that_cannot_be_looked_at(tmp_path: Path) -> None:
    with pytest.raises(Vanished):
        preview(order(tmp_path / "gone.jpg"))
    with pytest.raises(FileProblem):
        preview(order(tmp_path))
    (tmp_path / "empty.jpg").touch()
    with pytest.raises(EmptyFile):
        preview(order(tmp_path / "empty.jpg"))
    assert entries() == []


def test_a_home_of_ones_own(fox: Path, tmp_path: Path) -> None:
    preview(PreviewOrder(str(fox), Wish(96), Home(tmp_path / "elsewhere")))
    assert len(list((tmp_path / "elsewhere/thumbnails").iterdir())) == 1
    assert entries() == []


def test_a_home_that_cannot_be_written_costs_only_time(fox: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    there = PreviewOrder(str(fox), Wish(96), Home(tmp_path / "file"))
    assert size_of(preview(there)) == (96, 96)
    assert remembered(there) is None


def test_giving_up(fox: Path) -> None:
    give_up(order(fox))
    assert preview(order(fox)) is None


def test_a_crew_makes_previews(tmp_path: Path) -> None:
    orders = []
    for number in range(8):
        path = tmp_path / f"{number}.png"
        Image.new("RGB", (300, 200), (number, 0, 0)).save(path)
        orders.append(order(path))
    (tmp_path / "3.png").write_bytes(b"\x89PNG\r\n\x1a\nno picture")
    with Crew(2) as crew:
        made = dict(crew.each(preview, orders))
    assert isinstance(made.pop(orders[3]), Damaged)
    assert {size_of(each) for each in made.values() if not isinstance(each, Exception)} == {(96, 64)}
    assert len(made) == 7
    assert len(entries()) == 8


# The process of its own


def test_the_process_answers_and_what_it_made_is_kept(fox: Path, previewer: Previewer) -> None:
    made = previewer.ask(order(fox))
    assert size_of(made) == (96, 96)
    assert remembered(order(fox)) == made
    assert previewer.ask(order(fox)) == made


def asked_who(previewer: Previewer, folder: Path) -> int:
    path = folder / "who.txt"
    path.write_bytes(b"who")
    return int(previewer.ask(order(path)) or b"0")


def test_it_is_another_process_and_stays_the_same(previewer: Previewer, tmp_path: Path) -> None:
    first = asked_who(previewer, tmp_path)
    assert first not in {0, os.getpid()}
    assert asked_who(previewer, tmp_path) == first


@pytest.mark.parametrize(("trouble", "patience"), [("crash", 60.0), ("hang", 5.0)])
def test_a_crash_or_a_hang_costs_one_preview(trouble: str, patience: float, tmp_path: Path, fox: Path) -> None:
    path = tmp_path / f"{trouble}.png"
    shutil.copy(fox, path)
    with Previewer(patience, moody) as previewer:
        before = asked_who(previewer, tmp_path)
        with pytest.raises(Damaged if trouble == "crash" else TooLarge) as told:
            previewer.ask(order(path))
        assert told.value.remedy
        assert previewer.ask(order(path)) is None  # it is not tried again
        assert asked_who(previewer, tmp_path) not in {0, before}
        assert not Path(f"/proc/{before}").exists()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux bounds a process's memory for us")
def test_memory_is_bounded(tmp_path: Path, fox: Path, previewer: Previewer, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "gobble.png"
    shutil.copy(fox, path)
    with pytest.raises(Damaged):
        previewer.ask(order(path))
    assert "MemoryError" in capfd.readouterr().err
    assert size_of(previewer.ask(order(fox))) == (96, 96)


def test_errors_come_through_with_their_words(tmp_path: Path, previewer: Previewer) -> None:
    path = tmp_path / "broken.jpg"
    path.write_bytes((SAMPLES / "image/jpeg/broken-truncated.jpg").read_bytes())
    with pytest.raises(Damaged, match="cannot be decoded"):
        previewer.ask(order(path))
    with pytest.raises(Vanished):
        previewer.ask(order(tmp_path / "gone.jpg"))


def test_many_threads_may_ask(tmp_path: Path, fox: Path, previewer: Previewer) -> None:
    paths = [tmp_path / f"{number}.png" for number in range(6)]
    sizes: list[tuple[int, int]] = []
    for path in paths:
        shutil.copy(fox, path)
    threads = [
        threading.Thread(target=lambda path=path: sizes.append(size_of(previewer.ask(order(path))))) for path in paths
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sizes == [(96, 96)] * 6


def test_a_helper_that_does_not_start_is_no_fault_of_the_file(fox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previewer_job, "START_SECONDS", 0.0)
    with Previewer(30.0, moody) as previewer:
        with pytest.raises(FileProblem, match="did not start"):
            previewer.ask(order(fox))
        assert remembered(order(fox)) is None


def test_closing_twice_and_asking_again(tmp_path: Path, previewer: Previewer) -> None:
    previewer.close()
    first = asked_who(previewer, tmp_path)
    previewer.close()
    previewer.close()
    assert not Path(f"/proc/{first}").exists()
    assert asked_who(previewer, tmp_path) not in {0, first}
