"""Changes to files happen wholly or not at all, and what is recorded is what happened."""

from __future__ import annotations

import dataclasses
import os
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import Busy, CannotEmbed, OutputExists
from artistguard.store import Store, files, keeping, open_store, rows
from artistguard.store.changing import Change, NewStatement, pack_inscription, unpack_inscription
from artistguard.store.disk import Disk
from artistguard.terms import Choice, Declaration, Inscription, Origin
from artistguard.works import Digest
from tests.suites.stating import WORK, change, draft, drafts_in, names_in, other_look, state

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "fox.jpg"
    path.write_bytes(b"picture")
    return path


def test_a_file_is_replaced_and_recorded(store: Store, picture: Path) -> None:
    assert state(store, picture, b"picture, stated") is None
    assert picture.read_bytes() == b"picture, stated"
    assert names_in(picture.parent) == ["fox.jpg"]
    version = store.catalogue.version_at(picture)
    assert version is not None
    assert (version.before, version.after) == (Digest.of(b"picture"), Digest.of(b"picture, stated"))
    assert rows.unfinished(store.database) == ()


def test_a_file_that_changed_since_it_was_read_is_left_alone(store: Store, picture: Path) -> None:
    planned = change("run", picture, draft(store, picture, b"picture, stated"))
    picture.write_bytes(b"edited")
    (error,) = store.journal.apply([planned])
    assert isinstance(error, Busy)
    assert picture.read_bytes() == b"edited"
    assert drafts_in(picture.parent) == []
    assert store.catalogue.version_at(picture) is None
    assert state(store, picture, b"edited, stated") is None


def test_a_file_that_went_is_not_made_again(store: Store, picture: Path) -> None:
    planned = change("run", picture, draft(store, picture, b"picture, stated"))
    picture.unlink()
    (error,) = store.journal.apply([planned])
    assert isinstance(error, Busy)
    assert names_in(picture.parent) == []


class Meddling(Disk):
    """Another program saves the file in the last moment before the rename."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def commit(self, connection: object) -> None:
        super().commit(connection)  # type: ignore[arg-type]
        if self._path.exists():
            self._path.write_bytes(b"edited in the last moment")


def test_a_file_that_changes_in_the_last_moment_is_left_alone(store: Store, picture: Path) -> None:
    planned = change("run", picture, draft(store, picture, b"picture, stated"))
    store.journal._database._disk = Meddling(picture)
    (error,) = store.journal.apply([planned])
    store.journal._database._disk = Disk()
    assert isinstance(error, Busy)
    assert picture.read_bytes() == b"edited in the last moment"
    assert drafts_in(picture.parent) == []
    assert rows.unfinished(store.database) == ()


def test_nothing_is_written_over_where_nothing_stood(store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy.jpg"
    planned = change("run", copy, draft(store, copy, b"stated"))
    copy.write_bytes(b"somebody else's")
    (error,) = store.journal.apply([planned])
    assert isinstance(error, OutputExists)
    assert copy.read_bytes() == b"somebody else's"
    assert names_in(tmp_path) == ["copy.jpg"]


def test_a_copy_is_made_and_stated_anew(store: Store, picture: Path) -> None:
    copy = picture.with_name("copy.jpg")
    store.journal.apply([change("run", copy, draft(store, copy, b"stated"), source=picture)])
    assert copy.read_bytes() == b"stated"
    assert [each.path for each in store.catalogue.copies_of(picture)] == [copy]
    assert state(store, copy, b"stated otherwise") is None
    assert copy.read_bytes() == b"stated otherwise"


def test_files_of_one_change_stand_or_fall_together(store: Store, picture: Path) -> None:
    beside = picture.with_name("fox.jpg.xmp")
    planned = change("run", picture, draft(store, picture, b"stated"), draft(store, beside, b"<x/>"))
    beside.write_bytes(b"somebody else's")
    (error,) = store.journal.apply([planned])
    assert isinstance(error, OutputExists)
    assert (picture.read_bytes(), beside.read_bytes()) == (b"picture", b"somebody else's")
    assert drafts_in(picture.parent) == []


class Refusing(Disk):
    """A disk on which one file cannot get its name."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def settle(self, source: Path, target: Path) -> None:
        if target == self._path:
            raise PermissionError(13, "Permission denied")
        super().settle(source, target)


def test_what_was_replaced_comes_back_when_the_rest_cannot_follow(picture: Path) -> None:
    beside = picture.with_name("fox.jpg.xmp")
    picture.chmod(0o640)
    os.utime(picture, ns=(10**18, 10**18))
    with open_store(disk=Refusing(beside)) as store:
        planned = change("run", picture, draft(store, picture, b"stated"), draft(store, beside, b"<x/>"))
        (error,) = store.journal.apply([planned])
        assert error is not None
        assert error.code == "unreadable"
        assert names_in(picture.parent) == ["fox.jpg"]
        assert picture.read_bytes() == b"picture"
        assert (picture.stat().st_mode & 0o777, picture.stat().st_mtime_ns) == (0o640, 10**18)
        assert store.catalogue.version_at(picture) is None


def test_two_changes_of_one_file_at_once(store: Store, picture: Path) -> None:
    first, second = (draft(store, picture, content) for content in (b"one", b"two"))
    errors = store.journal.apply([change("run", picture, first), change("run", picture, second)])
    assert [error.code if error else None for error in errors] == [None, "busy"]
    assert picture.read_bytes() == b"one"
    assert drafts_in(picture.parent) == []


def test_a_file_system_without_hard_links(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refuse)
    assert state(store, tmp_path / "copy.jpg", b"stated") is None
    planned = change("run", tmp_path / "other.jpg", draft(store, tmp_path / "other.jpg", b"stated"))
    (tmp_path / "other.jpg").write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        Disk().settle(tmp_path / "copy.jpg", tmp_path / "other.jpg")
    store.journal.apply([planned])
    assert (tmp_path / "other.jpg").read_bytes() == b"theirs"


def test_without_a_way_back(store: Store, picture: Path) -> None:
    bare = dataclasses.replace(draft(store, picture, b"stated"), kept=None)
    assert store.journal.apply([change("run", picture, bare)]) == (None,)
    result = store.way_back.file(picture)
    assert result.error is not None
    assert result.error.code == "nothing-to-put-back"
    assert picture.read_bytes() == b"stated"


def test_words_without_files(store: Store, picture: Path) -> None:
    assert state(store, picture, b"stated") is None
    statement = NewStatement("urn:uuid:later", WORK, "withdraw", b"signed", ("embedded", "https://registry.example"))
    assert store.journal.apply([Change("later", statements=(statement,), withdrawn=(WORK,))]) == (None,)
    assert [each.kind for each in store.catalogue.statements(WORK)] == ["protect", "withdraw"]
    assert store.catalogue.versions(WORK)[0].state == "withdrawn"
    assert dict(store.outbox.addresses()) == {"embedded": 2, "https://registry.example": 1}


def test_hard_linked_files_can_have_a_sidecar(store: Store, picture: Path) -> None:
    os.link(picture, picture.with_name("other.jpg"))
    with pytest.raises(CannotEmbed):
        files.must_be_replaceable(files.inspect(picture))
    beside = picture.with_name("fox.jpg.xmp")
    assert state(store, beside, b"<x/>") is None
    assert files.inspect(picture).links == 2


def test_a_large_way_back_lies_in_the_folder(store: Store, picture: Path) -> None:
    picture.write_bytes(os.urandom(200_000))
    before = picture.read_bytes()
    assert state(store, picture, os.urandom(200_000)) is None
    (line,) = rows.layers(store.database, picture)
    assert line.way_back is not None
    place = keeping.place_of(store.home, line.way_back)
    assert place.stat().st_size > 200_000
    assert place.stat().st_mode & 0o777 == 0o600
    assert store.sweep_way_backs() == 0
    os.utime(place, (0, 0))
    assert store.sweep_way_backs() == 0  # it is named by a change
    stray = place.with_name("0" * 64)
    stray.write_bytes(b"left behind")
    assert store.sweep_way_backs() == 0  # too young to judge
    os.utime(stray, (0, 0))
    assert store.sweep_way_backs() == 1
    assert store.way_back.file(picture).error is None
    assert picture.read_bytes() == before


def test_a_damaged_way_back_changes_nothing(store: Store, picture: Path) -> None:
    picture.write_bytes(os.urandom(200_000))
    stated = os.urandom(200_000)
    assert state(store, picture, stated) is None
    (line,) = rows.layers(store.database, picture)
    assert line.way_back is not None
    place = keeping.place_of(store.home, line.way_back)
    place.write_bytes(place.read_bytes()[:-1])
    result = store.way_back.file(picture)
    assert result.error is not None
    assert result.error.code == "store-damaged"
    place.unlink()
    result = store.way_back.file(picture)
    assert result.error is not None
    assert result.error.code == "store-damaged"
    assert picture.read_bytes() == stated
    assert drafts_in(picture.parent) == []


def test_the_look_decides_not_the_clock(store: Store, picture: Path) -> None:
    planned = change("run", picture, other_look(draft(store, picture, b"stated")))
    (error,) = store.journal.apply([planned])
    assert isinstance(error, Busy)


def test_an_inscription_comes_back_as_it_was() -> None:
    for origin in (None, Origin.HUMAN_MADE):
        declaration = Declaration(Choice.ASK, "Ada", "ada@example.org", "https://l", "https://p", origin)
        inscription = Inscription(declaration, "urn:r", "urn:w", "https://r/1", {"iscc": "K", "phash64_v1": "0f"})
        assert unpack_inscription(pack_inscription(inscription)) == inscription
