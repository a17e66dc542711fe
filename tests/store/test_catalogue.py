"""What is known of works and files, and how it is found again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import UnknownWork
from artistguard.store.catalogue import Registered
from artistguard.store.receipts import NewReceipt
from artistguard.terms import Choice
from artistguard.works import Digest, Medium
from tests.suites.stating import WORK, change, draft, state

if TYPE_CHECKING:
    from artistguard.store import Store

OTHER = "urn:uuid:00000000-0000-4000-8000-00000000002f"


@pytest.fixture
def picture(tmp_path: Path, store: Store) -> Path:
    path = tmp_path / "fox.jpg"
    path.write_bytes(b"picture")
    assert state(store, path, b"stated", run="one", choice=Choice.ASK) is None
    return path


def test_all_that_was_recorded(store: Store, picture: Path) -> None:
    version = store.catalogue.version_at(picture)
    assert version is not None
    assert (version.path, version.source, version.sidecar) == (picture, picture, None)
    assert (version.run, version.work, version.choice) == ("one", WORK, Choice.ASK)
    assert (version.medium, version.format, version.distinctive) == (Medium.IMAGE, "JPEG", True)
    assert version.inscription.declaration.name == "Ada"
    assert version.inscription.record == version.record
    assert version.details == {"layers": [1, 2]}
    assert (version.state, version.registered) == ("protected", Registered.QUEUED)
    statement = store.catalogue.statement(version.record)
    assert statement is not None
    assert statement.signed == b"signed " + version.record.encode()
    assert store.catalogue.by_record(version.record) == (version,)
    assert store.catalogue.statement("urn:none") is None


def test_standing_means_the_same_bytes(store: Store, picture: Path) -> None:
    assert store.catalogue.standing(picture, Digest.of(b"stated")) is not None
    assert store.catalogue.standing(picture, Digest.of(b"other!")) is None
    assert store.catalogue.version_at(picture.with_name("unknown.jpg")) is None


def test_a_path_is_known_by_where_it_leads(store: Store, picture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (picture.parent / "link").symlink_to("fox.jpg")
    monkeypatch.chdir(picture.parent)
    for path in (
        Path("fox.jpg"),
        Path("./fox.jpg"),
        picture.parent / "link",
        picture.parent / ".." / picture.parent.name / "fox.jpg",
    ):
        assert store.catalogue.version_at(path) is not None


def test_by_content(store: Store, picture: Path) -> None:
    for content in (b"picture", b"stated"):
        assert [each.path for each in store.catalogue.by_content(Digest.of(content))] == [picture]
    assert store.catalogue.by_content(Digest.of(b"none")) == ()


def test_registered(store: Store, picture: Path) -> None:
    (version,) = store.catalogue.versions()
    store.outbox.cancel([version.record])
    assert store.catalogue.versions()[0].registered is Registered.NO
    store.receipts.keep([NewReceipt(version.record, "log.example", "embedded", b"receipt")])
    assert store.catalogue.versions()[0].registered is Registered.RECEIPT


def test_versions_of_a_work_and_of_a_run(store: Store, picture: Path) -> None:
    second = picture.with_name("fox.png")
    second.write_bytes(b"png")
    store.journal.apply([change("two", second, draft(store, second, b"png stated"), work=OTHER)])
    assert state(store, picture, b"stated anew", run="two") is None
    assert [each.path for each in store.catalogue.versions()] == [second, picture]
    assert [each.path for each in store.catalogue.versions(OTHER)] == [second]
    assert [each.state for each in store.catalogue.versions(WORK, all_states=True)] == ["superseded", "protected"]
    assert len(store.catalogue.versions(run="two")) == 2
    assert [work.id for work in store.catalogue.works()] == [WORK, OTHER]
    assert [run.files for run in store.runs.all()] == []
    assert [each.run for each in store.catalogue.history(picture)] == ["two", "one"]


def test_finding_a_work(store: Store, picture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    second = picture.with_name("fox.png")
    second.write_bytes(b"png")
    store.journal.apply([change("two", second, draft(store, second, b"png stated"), work=OTHER)])
    assert store.catalogue.find(WORK).title == "Fox in snow"
    assert store.catalogue.find(OTHER.removeprefix("urn:uuid:")).id == OTHER
    assert store.catalogue.find(OTHER.upper().replace("URN:UUID", "urn:uuid")[:-1] + "F").id == OTHER
    assert store.catalogue.find("00000000-0000-4000-8000-00000000002").id == OTHER
    assert store.catalogue.find(str(second)).id == OTHER
    monkeypatch.chdir(picture.parent)
    assert store.catalogue.find("fox.jpg").id == WORK
    for name in ("00000000", "urn:uuid:", ""):
        with pytest.raises(UnknownWork, match="more than one"):
            store.catalogue.find(name)
    for name in ("ffff", "nothing.jpg", "urn:uuid:ff", "%", "_"):
        with pytest.raises(UnknownWork, match="no work"):
            store.catalogue.find(name)


def test_a_title_that_was_missing_is_filled(store: Store, picture: Path) -> None:
    from dataclasses import replace

    from artistguard.store.changing import Change, NewWork

    def titled(title: str) -> str:
        store.journal.apply([replace(Change("run"), works=(NewWork(OTHER, title, Medium.AUDIO),))])
        return store.catalogue.find(OTHER).title

    assert titled("") == ""
    assert titled("Tide") == "Tide"
    assert titled("Other") == "Tide"


def test_names_that_are_not_text(store: Store, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/f\xff\xfex.jpg"))
    path.write_bytes(b"picture")
    assert state(store, path, b"stated") is None
    version = store.catalogue.version_at(path)
    assert version is not None
    assert version.path == path
    assert store.way_back.below(tmp_path) == (path,)
    assert store.way_back.file(path).error is None
    assert path.read_bytes() == b"picture"


def test_runs(store: Store, picture: Path) -> None:
    run = store.runs.begin("protect")
    assert state(store, picture, b"stated anew", run=run) is None
    (found,) = store.runs.all()
    assert (found.id, found.command, found.finished, found.files) == (run, "protect", "", 1)
    store.runs.finish(run)
    assert store.runs.all()[0].finished >= found.started
    assert store.runs.knows(run)
    assert not store.runs.knows("other")
    store.way_back.run(run)
    assert store.runs.all()[0].files == 0


def test_many_runs_in_one_second(store: Store) -> None:
    runs = {store.runs.begin("protect") for _ in range(600)}
    assert len(runs) == 600
