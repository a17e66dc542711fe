"""How fluent the window is: ``python tests/benchmarks/window.py [--count N] [--many N] [--rows N]``.

The real window, without a screen, and a home of its own. A timer of two milliseconds beats in its event loop; the gaps
between two beats are how long a click would have waited. Beside the longest gap stands the most that the window itself
worked in one: what a gap has more, other programs took. Told are:

- how long a list of ``--rows`` works takes to be shown and drawn;
- how long a drop of ``--count`` pictures takes to return, and the gaps while they are looked at and protected;
- a drop of ``--many`` mixed files: how long until they are listed, the gaps meanwhile and at each letter typed into the
  search;
- how long Cancel takes while files are listed, looked at, written, and while a registry never answers;
- how long My works takes to show ``--rows`` works of the catalogue, and until each of their files was looked at;
- from the start of the program to the first time the window is drawn, beside a Qt program with one empty window.

Nothing is asserted; the report goes to standard output.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from artistguard.desktop.phases import BUSY, Phase
from artistguard.desktop.rows import State, Version, Work
from artistguard.desktop.start import opened
from artistguard.store.opening import open_store
from artistguard.works import Medium
from tests.suites.artworks import picture

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from artistguard.desktop.window import Window

KINDS = {"png": "PNG", "jpg": "JPEG", "webp": "WEBP", "tif": "TIFF", "gif": "GIF"}
STARTS = 5
FIRST_PAINT = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(time.time(), flush=True)
            os._exit(0)
        return False

plainly = QApplication.exec
def exec_(*_):
    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    return plainly()
QApplication.exec = exec_
"""
OURS = FIRST_PAINT + "from artistguard.cli.main import main\nsys.exit(main([]))"
BARE = FIRST_PAINT + (
    "from PySide6.QtWidgets import QMainWindow\n"
    "application = QApplication([])\nwindow = QMainWindow()\nwindow.show()\nsys.exit(application.exec())"
)


class Pulse:
    """The beat of the event loop."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.own: list[float] = []
        self._last = self._worked = 0.0
        self._timer = QTimer(interval=2, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def __enter__(self) -> Self:
        self.gaps, self._last = [0.0], time.perf_counter()
        self.own, self._worked = [0.0], time.thread_time()
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.gaps.append(now - self._last)
        self.own.append(worked - self._worked)
        self._last, self._worked = now, worked

    @property
    def told(self) -> str:
        """How long a person waits: of 100 moments the 99th, weighed by time, and the worst."""
        felt, total, so_far = sorted(self.gaps), sum(self.gaps), 0.0
        for gap in felt:
            so_far += gap
            if so_far >= 0.99 * total:
                break
        beats = felt[min(len(felt) - 1, int(len(felt) * 0.99))]
        late = sum(gap > 0.05 for gap in felt)
        return (
            f"gap p99 {beats * 1e3:.1f} ms of {len(felt)}, p99 by time {gap * 1e3:.0f} ms, "
            f"worst {felt[-1] * 1e3:.0f} ms, {late} over 50 ms; own work at most {max(self.own) * 1e3:.0f} ms"
        )


def tell(sentence: str) -> None:
    """A line of the report."""
    print(sentence, flush=True)  # noqa: T201 - the report goes to standard output


def until(done: Callable[[], bool], seconds: float = 900.0) -> float:
    """Let the window work; how long it took."""
    begun = time.perf_counter()
    while not done():
        QTest.qWait(5)
        if time.perf_counter() - begun > seconds:
            raise TimeoutError
    return time.perf_counter() - begun


def drop(window: Window, paths: Sequence[Path]) -> float:
    """Let files go over the window; how long until it answers again."""
    target = window.protecting
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place = QPointF(target.rect().center())
    how = (Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, QDragEnterEvent(place.toPoint(), *how))
    begun = time.perf_counter()
    QApplication.sendEvent(target, QDropEvent(place, *how))
    return time.perf_counter() - begun


def paint(folder: Path, count: int, size: tuple[int, int]) -> list[Path]:
    """Different pictures in five formats."""
    folder.mkdir()
    made = []
    for number in range(count):
        ending = list(KINDS)[number % len(KINDS)]
        path = folder / f"Study {number:04}.{ending}"
        picture(number, size).save(path, KINDS[ending])
        made.append(path)
    return made


def protecting(window: Window, files: list[Path]) -> None:
    """A drop of pictures, each named, and Protect."""
    session = window.session
    pulse = Pulse()
    with pulse:
        tell(f"drop of {len(files)} named files returns after {drop(window, files) * 1e3:.1f} ms")
        seconds = until(lambda: session.phase is Phase.READY)
    tell(f"looked at after {seconds:.1f} s: {pulse.told}")
    with pulse:
        QTest.mouseClick(window.protecting.protect, Qt.MouseButton.LeftButton)
        seconds = until(lambda: session.phase is Phase.DONE)
    tell(f"{len(files)} files protected in {seconds:.1f} s: {pulse.told}")
    tell(f"  {session.sentence}")
    session.clear()
    until(lambda: session.phase is Phase.EMPTY)


def rows(window: Window, count: int) -> None:
    """A long list, from plain values to the first time it is drawn."""
    names = [f"/a/Study {number}.png" for number in range(count)]
    works = [Work(name[3:-4], [Version(name, name, "PNG", Medium.IMAGE, 9, State.READY)]) for name in names]
    window.session.phase = Phase.READY
    begun = time.perf_counter()
    window.session.model.show(works)
    window.session.phased.emit()
    window.protecting.list.viewport().grab()
    tell(f"{count} rows shown and drawn in {time.perf_counter() - begun:.2f} s")
    window.session.clear()


def many(window: Window, folder: Path, pictures: list[Path], count: int) -> None:
    """Thousands of mixed files in one drop: listed, searched, cancelled."""
    folder.mkdir()
    samples = [*pictures[:5], *(each for each in (ROOT / "resources" / "samples").rglob("*.*") if each.is_file())]
    for number in range(count):
        sample = samples[number % len(samples)]
        shutil.copyfile(sample, folder / f"{number:04} {sample.name}")
    session, pulse = window.session, Pulse()
    drop(window, [folder])
    until(lambda: session.phase is Phase.LISTING)
    cancel(window, "they are listed")
    session.clear()
    with pulse:
        returned = drop(window, [folder])
        listed = until(lambda: session.phase is Phase.LOOKING)
        begun = time.perf_counter()
        until(lambda: time.perf_counter() > begun + 5)
    tell(f"drop of {count} mixed files returns after {returned * 1e3:.1f} ms, all listed after {listed:.2f} s")
    tell(f"  meanwhile and for 5 s more: {pulse.told}")
    typed = []
    with pulse:
        for letter in "tide 01":
            begun = time.perf_counter()
            QTest.keyClicks(window.protecting.search, letter)
            begun, taken = time.perf_counter(), time.perf_counter() - begun
            typed.append(taken)
            until(lambda: time.perf_counter() > begun + 0.15)  # noqa: B023 - used at once
    tell(f"search: a letter takes {max(typed) * 1e3:.1f} ms at most: {pulse.told}")
    window.protecting.search.clear()
    cancel(window, "they are looked at")
    session.clear()


def cancel(window: Window, doing: str) -> None:
    """Press Cancel, and tell how long it took until the window was free again."""
    begun = time.perf_counter()
    QTest.mouseClick(window.protecting.cancel, Qt.MouseButton.LeftButton)
    until(lambda: window.session.phase not in BUSY)
    tell(f"Cancel while {doing}: {time.perf_counter() - begun:.2f} s")


def interrupting(window: Window, files: list[Path]) -> None:
    """Cancel while files are written, and while a registry that never answers is waited for."""
    session = window.session

    def begin(registry: str = "") -> None:
        session.clear()
        drop(window, files)
        until(lambda: session.phase is Phase.READY)
        with open_store() as store:
            store.settings.set("registry", registry) if registry else store.settings.unset("registry")
        QTest.mouseClick(window.protecting.protect, Qt.MouseButton.LeftButton)
        until(lambda: session.progress.stage == "Writing" or session.phase not in BUSY)

    begin()
    cancel(window, "they are written")
    with socket.create_server(("127.0.0.1", 0), backlog=64) as silent:
        begin(f"http://127.0.0.1:{silent.getsockname()[1]}")
        begun = time.perf_counter()
        until(lambda: time.perf_counter() > begun + 2)
        cancel(window, "a registry that never answers is waited for")
    with open_store() as store:
        store.settings.unset("registry")
    session.clear()


def shelve(home: Path, folder: Path, count: int) -> None:
    """Make so many works of those that the catalogue has: rows like theirs, and their files under other names."""
    folder.mkdir()
    with sqlite3.connect(home / "artistguard.sqlite3") as database:
        database.row_factory = sqlite3.Row
        there = "state = 'protected' AND record IN (SELECT record FROM receipts)"
        known = [dict(row) for row in database.execute(f"SELECT * FROM versions WHERE {there}")]
        for number in range(count - len(known)):
            version = known[number % len(known)]
            old, work, record = version["record"], f"urn:uuid:{number:032}", f"urn:uuid:1{number:031}"
            path = folder / f"{number:05} {Path(os.fsdecode(version['path'])).name}"
            os.link(os.fsdecode(version["path"]), path)
            copy(database, "works", "id", version["work"], id=work)
            copy(database, "versions", "id", version["id"], id=None, work=work, record=record, path=os.fsencode(path))
            copy(database, "statements", "record", old, record=record, work=work)
            copy(database, "receipts", "record", old, record=record)


def copy(database: sqlite3.Connection, table: str, key: str, value: object, **other: object) -> None:
    """A row once more, with other values."""
    row = dict(database.execute(f"SELECT * FROM {table} WHERE {key} = ?", (value,)).fetchone()) | other
    marks = ", ".join("?" * len(row))
    database.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))


def library(window: Window, count: int) -> None:
    """My works, opened with its key chord."""
    works, pulse = window.my_works, Pulse()
    for opening in ("the first time", "again"):
        window.go_to(window.protecting)
        until(lambda: not works.upkeep.busy)
        with pulse:
            begun = time.perf_counter()
            QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
            window.go_to(works)
            until(lambda: not works.clerk.busy)
            works.list.viewport().grab()
            shown = time.perf_counter() - begun
        tell(f"My works shows {works.model.files} of {count} works after {shown:.2f} s ({opening}): {pulse.told}")
        with pulse:
            until(lambda: not works.upkeep.busy)
        tell(f"  all their files looked at after {time.perf_counter() - begun:.1f} s: {pulse.told}")
    with pulse:
        begun = time.perf_counter()
        works.list.setCurrentIndex(works.shelf.index(5, 0))
        until(works.particulars.isVisible)
    tell(f"  all that is known of one of them after {(time.perf_counter() - begun) * 1e3:.0f} ms: {pulse.told}")


def start(command: list[str], home: Path) -> float:
    """Seconds from the start of a program to its first drawing, the median of several; each profile is a new one."""
    taken = []
    for number in range(STARTS):
        environment = {**os.environ, "ARTISTGUARD_HOME": str(home / str(number)), "PYTHONPATH": str(ROOT)}
        begun = time.time()
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as running:
            assert running.stdout is not None
            # The helpers it began end a little later and hold the line until then.
            taken.append(float(running.stdout.readline()) - begun)
            running.wait(60)
    return statistics.median(taken)


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200, help="pictures to protect (200)")
    parser.add_argument("--many", type=int, default=3000, help="mixed files in one drop (3000)")
    parser.add_argument("--rows", type=int, default=20000, help="rows of a long list (20000)")
    wanted = parser.parse_args()
    tell(f"load of the machine at the beginning: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory() as place:
        room = Path(place)
        os.environ["ARTISTGUARD_HOME"] = str(room / "home")
        application = QApplication(["ArtistGuard"])
        window = opened(application)
        window.show()
        pictures = paint(room / "pictures", wanted.count, (640, 480))
        rows(window, wanted.rows)
        protecting(window, pictures)
        many(window, room / "many", pictures, wanted.many)
        interrupting(window, paint(room / "others", wanted.count, (320, 240)))
        shelve(window.home, room / "shelf", wanted.rows)
        library(window, wanted.rows)
        begun = time.perf_counter()
        window.close()
        tell(f"the window closed, its helpers at their end, after {time.perf_counter() - begun:.1f} s")
        ours = start([sys.executable, "-c", OURS], room / "fresh")
        bare = start([sys.executable, "-c", BARE], room / "bare")
        tell(
            f"cold start to the first drawing: {ours:.2f} s; an empty Qt window {bare:.2f} s ({ours / bare:.1f} times)"
        )
    tell(f"load of the machine at the end: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
