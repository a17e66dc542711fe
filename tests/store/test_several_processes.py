"""Several ArtistGuards on one home and the same files: each file is stated once, whole; the dead hold nobody up."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import Busy
from artistguard.store import files, open_store
from artistguard.store.home import Home
from artistguard.store.owners import Owner, alone, is_alive
from artistguard.works import Digest
from tests.suites.stating import change, draft, drafts_in, state

if TYPE_CHECKING:
    from multiprocessing.synchronize import Event
    from pathlib import Path

SPAWN = multiprocessing.get_context("spawn")
COUNT = 12


def protect_all(home: Home, folder: Path, mark: bytes) -> None:
    """State every file that is not stated yet, as two commands at the same time would."""
    with open_store(home) as store:
        for number in range(COUNT):
            path = folder / f"{number}.jpg"
            with store.holding([path]):
                if store.catalogue.standing(path, files.digest_of(path)) is None:
                    assert state(store, path, path.read_bytes() + mark, run=mark.decode()) is None


def test_two_commands_at_the_same_time(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    works = tmp_path / "works"
    works.mkdir()
    for number in range(COUNT):
        (works / f"{number}.jpg").write_bytes(b"picture %d" % number)
    children = [SPAWN.Process(target=protect_all, args=(home, works, mark)) for mark in (b" one", b" two", b" three")]
    for child in children:
        child.start()
    for child in children:
        child.join()
        assert child.exitcode == 0
    with open_store(home) as store:
        assert store.mended == ()
        for number in range(COUNT):
            original = b"picture %d" % number
            content = (works / f"{number}.jpg").read_bytes()
            assert content in {original + mark for mark in (b" one", b" two", b" three")}
            assert len(store.catalogue.history(works / f"{number}.jpg")) == 1
        assert drafts_in(tmp_path) == []
        assert all(result.error is None for result in store.way_back.everything())
    assert [(works / f"{number}.jpg").read_bytes() for number in range(COUNT)] == [
        b"picture %d" % n for n in range(COUNT)
    ]


def hold_until_killed(home: Home, path: Path, ready: Event) -> None:
    with open_store(home) as store, store.holding([path]):
        draft(store, path, b"half done")
        ready.set()
        time.sleep(600)


def test_a_killed_process_holds_nobody_up(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    path = tmp_path / "fox.jpg"
    path.write_bytes(b"picture")
    ready = SPAWN.Event()
    child = SPAWN.Process(target=hold_until_killed, args=(home, path, ready))
    child.start()
    try:
        assert ready.wait(60)
        with open_store(home) as store:
            assert len(drafts_in(tmp_path)) == 1  # the living keep their drafts
            with pytest.raises(Busy), store.holding([path], patience=0.05):
                pytest.fail("it was held by two")
            assert child.pid is not None
            os.kill(child.pid, signal.SIGKILL)
            child.join()
            with store.holding([path]):
                assert drafts_in(tmp_path) == []
                assert state(store, path, b"picture, stated") is None
    finally:
        child.kill()
        child.join()
    assert path.read_bytes() == b"picture, stated"


def test_a_hold_is_let_go_also_after_an_error(tmp_path: Path) -> None:
    with open_store() as store, open_store() as other:

        def work() -> None:
            with store.holding([tmp_path / "a", tmp_path / "b"]):
                with pytest.raises(Busy), other.holding([tmp_path / "b", tmp_path / "c"], patience=0):
                    pytest.fail("it was held by two")
                with other.holding([tmp_path / "c"], patience=0):
                    raise RuntimeError

        with pytest.raises(RuntimeError):
            work()
        with other.holding([tmp_path / "a", tmp_path / "b"], patience=0):
            pass


def test_a_change_on_its_way_keeps_others_off(tmp_path: Path) -> None:
    path = tmp_path / "fox.jpg"
    path.write_bytes(b"picture")
    with open_store() as store, open_store() as other:
        planned = change("run", path, draft(store, path, b"stated"))
        jobs = store.journal._keep([(planned.replacements, "run", "write", planned.rows("now"))], [None])
        assert len(jobs) == 1
        error = state(other, path, b"stated by another")
        assert isinstance(error, Busy)
        assert other.recover() == ()  # its owner lives
        (mended,) = store.recover()
        assert mended.outcome == "dropped"
        assert path.read_bytes() == b"picture"
        assert state(other, path, b"stated by another") is None


def test_a_change_that_another_program_came_between(tmp_path: Path) -> None:
    home, path = Home(tmp_path / "home"), tmp_path / "fox.jpg"
    path.write_bytes(b"picture")
    store = open_store(home)
    planned = change("run", path, draft(store, path, b"stated"))
    store.journal._keep([(planned.replacements, "run", "write", planned.rows("now"))], [None])
    store.close()  # as a crash between the journal's row and the rename
    path.write_bytes(b"edited")
    with open_store(home) as again:
        (mended,) = again.mended
        assert (mended.outcome, mended.paths) == ("edited", (path,))
        assert again.catalogue.version_at(path) is None
        assert drafts_in(tmp_path) == []
        assert state(again, path, b"edited, stated") is None
        assert again.way_back.file(path).error is None
    assert path.read_bytes() == b"edited"


def test_owners(tmp_path: Path) -> None:
    one, other = Owner(tmp_path), Owner(tmp_path)
    assert one.name != other.name
    assert is_alive(tmp_path, one.name)
    one.close()
    assert not is_alive(tmp_path, one.name)
    assert is_alive(tmp_path, other.name)
    (tmp_path / "deadbeef").touch()
    assert not is_alive(tmp_path, "deadbeef")
    assert not (tmp_path / "deadbeef").exists()
    other.close()


def sleeper(ready: Event) -> None:
    ready.set()
    time.sleep(600)


def test_a_forked_child_does_not_keep_its_parent_alive(tmp_path: Path) -> None:
    owner = Owner(tmp_path)
    fork = multiprocessing.get_context("fork")
    ready = fork.Event()
    child = fork.Process(target=sleeper, args=(ready,))
    child.start()
    try:
        assert ready.wait(60)
        owner._handle.close()  # as the system does when the parent is killed
        assert not is_alive(tmp_path, owner.name)
    finally:
        child.kill()
        child.join()


def test_one_at_a_time(tmp_path: Path) -> None:
    import threading

    order = []

    def second() -> None:
        with alone(tmp_path, "recovering"):
            order.append("second")

    with alone(tmp_path, "recovering"):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.1)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


def test_the_digest_of_what_stands(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    assert files.standing(tmp_path / "a") == Digest.of(b"a")
