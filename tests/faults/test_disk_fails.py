"""The n-th call that changes the disk fails, for every n: the file is the old or the new one, the reason told."""

from __future__ import annotations

import errno
import itertools
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import ArtistGuardError, DiskFull, Unreadable
from artistguard.store import open_store
from artistguard.store.home import Home
from tests.suites.faulty_disk import Failing
from tests.suites.stating import change, draft, drafts_in, state

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = bytes(range(256)) * 500
STATED = PICTURE[:9] + b"stated" + PICTURE[9:]
KINDS = {errno.ENOSPC: DiskFull, errno.EDQUOT: DiskFull, errno.EIO: Unreadable}


def protect(home: Home, picture: Path, disk: Failing) -> ArtistGuardError | None:
    """State a picture with a sidecar beside it; every error that comes is returned, as `jobs` would meet it."""
    try:
        with open_store(home, disk=disk) as store:
            first = draft(store, picture, STATED)
            second = draft(store, picture.with_name("fox.jpg.xmp"), b"<x/>")
            (error,) = store.journal.apply([change("run", picture, first, second)])
            return error
    except ArtistGuardError as error:
        return error


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("code", KINDS, ids=[errno.errorcode[code] for code in KINDS])
def test_protect(code: int, for_good: bool, tmp_path: Path) -> None:
    failures = set()
    for number in itertools.count():
        works = tmp_path / str(number)
        works.mkdir()
        picture = works / "fox.jpg"
        picture.write_bytes(PICTURE)
        home = Home(tmp_path / f"home{number}")
        disk = Failing(number, code, for_good=for_good)
        error = protect(home, picture, disk)
        found = {path.name: path.read_bytes() for path in works.iterdir() if not path.name.startswith(".artistguard")}
        assert found in ({"fox.jpg": PICTURE}, {"fox.jpg": STATED, "fox.jpg.xmp": b"<x/>"}, {"fox.jpg": STATED})
        if not disk.failed:
            assert error is None
            break
        failures.add(disk.failed)
        assert error is None or isinstance(error, KINDS[code]), error
        if error is not None and not for_good:
            assert drafts_in(tmp_path / str(number)) == []
        with open_store(home) as store:
            assert drafts_in(tmp_path) == []
            if picture.read_bytes() == PICTURE:
                assert not (works / "fox.jpg.xmp").exists()
                assert state(store, picture, STATED) is None
            assert picture.read_bytes() == STATED
            assert all(result.error is None for result in store.way_back.everything())
            assert [path.read_bytes() for path in works.iterdir()] == [PICTURE]
    assert failures >= {
        "create",
        "write",
        "sync",
        "commit",
        "rename",
        "settle",
        "sync folder",
        "make folder",
        "set times",
    }


@pytest.mark.parametrize("code", KINDS, ids=[errno.errorcode[code] for code in KINDS])
def test_put_back(code: int, tmp_path: Path) -> None:
    picture = tmp_path / "fox.jpg"
    failures = set()
    for number in itertools.count():
        picture.write_bytes(PICTURE)
        home = Home(tmp_path / f"home{number}")
        with open_store(home) as store:
            assert state(store, picture, STATED) is None
        disk = Failing(number, code)
        error: ArtistGuardError | None = None
        try:
            with open_store(home, disk=disk) as store:
                error = store.way_back.file(picture).error
        except ArtistGuardError as raised:
            error = raised
        if not disk.failed:
            assert error is None
            break
        failures.add(disk.failed)
        assert error is None or isinstance(error, KINDS[code]), error
        assert picture.read_bytes() in {PICTURE, STATED}
        with open_store(home) as store:
            assert drafts_in(tmp_path) == []
            if picture.read_bytes() == STATED:
                assert store.way_back.file(picture).error is None
            assert store.catalogue.version_at(picture) is None
        assert picture.read_bytes() == PICTURE
    assert failures >= {"create", "write", "sync", "commit", "rename", "sync folder"}


def test_one_file_that_fails_does_not_hold_up_the_others(tmp_path: Path) -> None:
    with open_store() as store:
        changes = []
        for name in ("a", "b", "c"):
            (tmp_path / name).write_bytes(PICTURE)
            changes.append(change("run", tmp_path / name, draft(store, tmp_path / name, STATED + name.encode())))
        (tmp_path / "b").write_bytes(b"saved by another program")
        errors = store.journal.apply(changes)
        assert [error.code if error else None for error in errors] == [None, "busy", None]
        assert (tmp_path / "b").read_bytes() == b"saved by another program"
        assert (tmp_path / "c").read_bytes() == STATED + b"c"
        assert drafts_in(tmp_path) == []
