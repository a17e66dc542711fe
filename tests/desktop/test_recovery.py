"""What a crash, Cancel or a closed window leaves is there again; a second window hands its files to the first."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication, QPushButton

from artistguard.desktop.neighbours import Neighbours, OpenedFiles
from artistguard.desktop.phases import Phase
from artistguard.desktop.waiting import Waiting, keep, kept
from artistguard.terms import Choice, Declaration
from tests.suites import foreign
from tests.suites.windows import Hands
from tests.suites.workshop import FOX, LIGHTHOUSE, LIGHTHOUSE_SMALL, PHOTO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills a group of processes")

PROTECTING = """
import os
import signal
import sys
from artistguard.store.disk import Disk

renamed, plainly = [], Disk.rename


def rename(disk, source, target):
    # The helpers load this file, too: whoever writes is killed with the window in the middle of the run.
    renamed.extend([target] if str(target.parent) == sys.argv[1] else [])
    if len(renamed) == 4:
        os.killpg(0, signal.SIGKILL)
    plainly(disk, source, target)


Disk.rename = rename

if __name__ == "__main__":
    from PySide6.QtCore import QTimer, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    from artistguard.desktop.start import opened

    application = QApplication(["ArtistGuard"])
    window = opened(application)
    window.show()
    window.open_paths(sys.argv[1:])

    def press():
        if window.protecting.protect.isEnabled():
            timer.stop()
            QTest.mouseClick(window.protecting.protect, Qt.MouseButton.LeftButton)

    timer = QTimer(interval=20)
    timer.timeout.connect(press)
    timer.start()
    application.exec()
"""
OPENING = """
import sys
from artistguard.desktop.app import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
"""


@contextmanager
def program(folder: Path, script: str, *words: object) -> Iterator[subprocess.Popen[bytes]]:
    """A window in a process of its own, with its helpers in one group; killed at the end."""
    file = folder / "program.py"
    file.write_text(script)
    running = subprocess.Popen([sys.executable, str(file), *map(str, words)], start_new_session=True)
    try:
        yield running
    finally:
        if running.poll() is None:
            kill(running)


def kill(running: subprocess.Popen[bytes]) -> None:
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def link(hands: Hands, text: str) -> QPushButton:
    return next(each for each in hands.screen.notices.findChildren(QPushButton) if each.text() == text)


@pytest.fixture
def torn(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Hands, list[Path], dict[Path, bytes]]]:
    """A window opened after another one was killed in the middle of a run; the files, and what they were."""
    folder = tmp_path / "works"
    folder.mkdir()
    files = Hands(None, None, folder).paint(8)  # type: ignore[arg-type]
    before = {each: each.read_bytes() for each in files}
    with program(tmp_path, PROTECTING, folder) as running:
        assert running.wait(300) == -signal.SIGKILL
    with Hands.on_a_window(qapp, qtbot, folder) as hands:
        qtbot.waitUntil(lambda: bool(hands.session.interrupted), timeout=20_000)
        yield hands, files, before


def test_a_killed_run_goes_on_to_its_end(torn: tuple[Hands, list[Path], dict[Path, bytes]]) -> None:
    hands, files, before = torn
    left = [each for each in files if each.read_bytes() == before[each]]
    assert 0 < len(left) < len(files)
    assert f"{len(left)} of {len(files)} were not finished." in hands.screen.notices.text
    hands.click(link(hands, "Continue"))
    hands.wait(Phase.DONE)
    for file in files:
        assert foreign.said(file, "XMP-plus:DataMining") == foreign.SEARCH_ONLY_URI
    assert not [each for each in hands.folder.iterdir() if each.name.startswith(".")]
    assert not hands.session.interrupted
    assert "not finished" not in hands.screen.notices.text


def test_a_killed_run_is_put_back(torn: tuple[Hands, list[Path], dict[Path, bytes]]) -> None:
    hands, files, before = torn
    hands.click(link(hands, "Put back"))
    hands.settled()
    assert {each: each.read_bytes() for each in files} == before
    hands.bot.waitUntil(lambda: not hands.session.interrupted, timeout=20_000)
    assert "not finished" not in hands.screen.notices.text


def test_cancel_leaves_the_rest_to_be_gone_on_with(hands: Hands) -> None:
    files = hands.paint(60)  # enough that some are left however fast the machine is
    hands.drop([hands.folder])
    hands.wait(Phase.READY)
    hands.click(hands.screen.protect)
    hands.bot.waitUntil(lambda: hands.session.progress.stage == "Writing", timeout=60_000)
    hands.click(hands.screen.cancel)
    hands.wait(Phase.DONE)
    hands.bot.waitUntil(lambda: bool(hands.session.interrupted), timeout=60_000)
    hands.click(link(hands, "Continue"))
    hands.bot.waitUntil(lambda: hands.session.phase is Phase.DONE, timeout=60_000)
    assert all(foreign.said(file, "XMP-plus:DataMining") == foreign.SEARCH_ONLY_URI for file in files[::6])


def test_what_waited_is_on_the_list_again(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    with Hands.on_a_window(qapp, qtbot, tmp_path / "works") as hands:
        for sample in (FOX, PHOTO, LIGHTHOUSE, LIGHTHOUSE_SMALL):
            hands.put(sample)
        hands.drop([hands.folder])
        hands.wait(Phase.READY)
        hands.tick(0)
        hands.session.part(hands.session.model.versions())
        hands.session.declare(choice=Choice.NOTHING)
        hands.session.remove([hands.session.model.works[-1]])
        hands.wait(Phase.READY)
        hands.settled()
        shown = [(each.title, each.ticked) for each in hands.session.model.works]
        hands.window.resize(860, 640)
        where = hands.window.size()
    with Hands.on_a_window(qapp, qtbot, tmp_path / "works") as hands:
        hands.window.begin(again=True)
        hands.session.greet()
        hands.bot.waitUntil(lambda: hands.session.phase is Phase.READY, timeout=60_000)
        assert [(each.title, each.ticked) for each in hands.session.model.works] == shown
        assert hands.session.declaration.choice is Choice.NOTHING
        assert hands.screen.terms.choice.currentData() == Choice.NOTHING
        assert hands.window.size() == where
        hands.click(hands.screen.start_over)
        hands.window.close()
        assert kept(hands.window.home / "list.json") is None


def test_a_list_that_does_not_read_back_is_no_list(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    assert kept(path) is None
    waiting = Waiting(
        ("/a/\udcff.png",), ["/a/\udcff.png"], {"/a/\udcff.png": False}, (("/a", "/b"),), Declaration(name="Zoë")
    )
    keep(path, waiting)
    assert kept(path) == waiting
    for damage in (b"", b"{", b"[]", b'{"roots": 5}', path.read_bytes()[:-3]):
        path.write_bytes(damage)
        assert kept(path) is None
    keep(path, None)
    assert not path.exists()


def test_a_second_window_hands_its_files_to_the_first(hands: Hands, tmp_path: Path) -> None:
    fox, song = hands.put(FOX), hands.put(PHOTO)
    first = Neighbours(hands.window.home)
    assert not first.hand_over([])
    first.came.connect(hands.window.call)
    try:
        with program(tmp_path, OPENING, fox, song) as second:
            hands.bot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
            assert second.returncode == 0
        hands.wait(Phase.READY)
        assert {each.path for each in hands.session.model.versions()} == {str(fox), str(song)}
    finally:
        first.close()


def test_the_lock_and_socket_of_a_killed_window_are_taken_over(hands: Hands, tmp_path: Path) -> None:
    home = hands.window.home
    with program(tmp_path, OPENING, hands.put(FOX)) as other:
        hands.bot.waitUntil(lambda: _answers(home), timeout=30_000)
        kill(other)
    first = Neighbours(home)
    try:
        assert not first.hand_over([])
        with hands.bot.waitSignal(first.came) as told:
            _send(home, json.dumps(["/a"]).encode() + b"\n")
        assert told.args == [["/a"]]
    finally:
        first.close()


@pytest.mark.parametrize("message", [b"no JSON\n", b"[", b'{"a": 1}\n', b"[5, null]\n", b"\xff\xfe\n"])
def test_nonsense_at_the_door_does_no_harm(hands: Hands, message: bytes) -> None:
    first = Neighbours(hands.window.home)
    came: list[list[str]] = []
    first.came.connect(came.append)
    try:
        assert not first.hand_over([])
        _send(hands.window.home, message)
        with hands.bot.waitSignal(first.came):
            _send(hands.window.home, b'["/a"]\n')
        assert came[-1] == ["/a"]
        assert len(came) == 1
    finally:
        first.close()


def test_files_that_the_system_opens_land_on_the_list(hands: Hands, qapp: QApplication) -> None:
    fox, photo = hands.put(FOX), hands.put(PHOTO)
    opened = OpenedFiles(qapp)
    opened.came.connect(hands.window.call)
    try:
        for file in (fox, photo):
            QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(file))))
        hands.wait(Phase.READY)
        assert {each.path for each in hands.session.model.versions()} == {str(fox), str(photo)}
    finally:
        qapp.removeEventFilter(opened)
        opened.deleteLater()


def _address(home: Path) -> str:
    return Neighbours(home)._name


def _answers(home: Path) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(_address(home))
    return socket.waitForConnected(100)


def _send(home: Path, message: bytes) -> None:
    socket = QLocalSocket()
    socket.connectToServer(_address(home))
    assert socket.waitForConnected(60_000)
    socket.write(message)
    assert socket.waitForBytesWritten(60_000)
    QApplication.processEvents()
    socket.waitForReadyRead(200)
    socket.disconnectFromServer()
