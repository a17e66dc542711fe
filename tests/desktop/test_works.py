"""The list as a Qt model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from artistguard.desktop.models.narrowing import Narrowing
from artistguard.desktop.models.works import WorksModel
from artistguard.desktop.models.works_and_versions import Column, Role
from artistguard.desktop.rows import State, Version, Work, grouped, take
from artistguard.jobs.outcome import Outcome, Status, Trouble
from artistguard.terms import Choice, Stated
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

LOCKED = Trouble("locked", "It is locked.", "Unlock it.")


def version(path: str, **how: object) -> Version:
    return Version(path, path, "PNG", Medium.IMAGE, 12_345, **how)  # type: ignore[arg-type]


def works() -> list[Work]:
    return [
        Work("Fox in Snow", [version("/a/Fox in Snow.png")]),
        Work("Tide", [version("/a/Tide.flac"), version("/a/Tide.mp3")], grouped="same name"),
        Work("Locked", [version("/a/Locked.pdf", state=State.ATTENTION, trouble=LOCKED)]),
    ]


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[WorksModel]:
    made = WorksModel()
    watching = [QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)]
    narrowing = Narrowing(made, made)
    watching.append(QAbstractItemModelTester(narrowing, QAbstractItemModelTester.FailureReportingMode.Fatal))
    made.show(works())
    yield made
    watching.clear()


def cell(model: WorksModel, row: int, column: Column, parent: QModelIndex | None = None) -> str:
    return str(model.index(row, column, parent or QModelIndex()).data())


def test_a_work_of_several_versions_has_rows_below_it(model: WorksModel) -> None:
    assert [model.rowCount(model.index(row, 0)) for row in range(model.rowCount())] == [0, 2, 0]
    tide = model.index(1, 0)
    assert [cell(model, row, Column.WORK, tide) for row in range(2)] == ["Tide.flac", "Tide.mp3"]
    assert model.index(1, 0, tide).parent() == tide
    assert model.rowCount(model.index(0, 0, tide)) == 0
    assert tide.data(Role.DETAIL) == "2 versions: FLAC + MP3"
    assert model.index(0, 0).data(Role.DETAIL) == "PNG · 12 kB"


def test_adding_and_showing_anew_keep_the_model_sound(model: WorksModel) -> None:
    model.add([Work("More", [version("/b/More.png")])])
    assert cell(model, 3, Column.WORK) == "More"
    model.add([])
    model.show(works()[:1])
    assert model.rowCount() == 1
    model.show([])
    assert model.rowCount() == 0
    assert model.version("/a/Tide.mp3") is None


def test_a_tick_is_told(model: WorksModel, qtbot: QtBot) -> None:
    fox = model.index(0, 0)
    assert fox.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    with qtbot.waitSignal(model.ticked):
        assert model.setData(fox, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert fox.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert [each.name for each in model.versions(ticked_only=True)] == ["Tide.flac", "Tide.mp3", "Locked.pdf"]
    assert not model.index(2, 0).flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert not model.setData(model.index(0, 0, model.index(1, 0)), 2, Qt.ItemDataRole.CheckStateRole)


def test_many_changes_are_one_signal_for_the_works(model: WorksModel) -> None:
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.touched(["/a/Fox in Snow.png", "/a/Locked.pdf", "/nowhere"])
    assert told == [(0, 2)]
    model.touched(["/nowhere"])
    assert len(told) == 1


def test_a_row_speaks_title_kind_and_status(model: WorksModel) -> None:
    spoken = [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(3)]
    assert spoken[0] == "Fox in Snow, PNG · 12 kB, Image, Looking…"
    assert spoken[2].endswith("Image, Needs attention: locked")
    assert model.index(0, Column.KIND).data(Qt.ItemDataRole.AccessibleTextRole) == "Kind: Image"


def test_a_tip_tells_the_trouble_and_its_remedy(model: WorksModel) -> None:
    path, trouble = str(model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole)).split("\n")
    assert path == "/a/Locked.pdf"
    assert trouble.startswith("This file is locked with a password. Remove the password")
    assert trouble.endswith("(It is locked)")
    assert "One work: same name." in model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_search_and_attention_narrow_the_list(model: WorksModel) -> None:
    narrowing = model.findChild(Narrowing)
    assert isinstance(narrowing, Narrowing)
    narrowing.search("tide FLAC")
    assert [narrowing.index(row, 0).data() for row in range(narrowing.rowCount())] == ["Tide"]
    assert narrowing.rowCount(narrowing.index(0, 0)) == 2
    narrowing.search("")
    narrowing.only({"locked"})
    assert [narrowing.index(row, 0).data() for row in range(narrowing.rowCount())] == ["Locked"]
    narrowing.only(set())
    assert narrowing.rowCount() == 3
    assert not narrowing.narrowed


def told(path: str, work: str = "", **how: object) -> Outcome:
    return Outcome(path, Status.SKIPPED, work=work, title="Tide", planned=Status.PROTECTED, **how)  # type: ignore[arg-type]


def test_files_of_one_work_come_together_and_keep_their_tick() -> None:
    found = [
        Work("Tide", [version("/a/Tide.flac")]),
        Work("Fox", [version("/a/Fox.png")]),
        Work("Tide", [version("/b/Tide.mp3")]),
    ]
    found[1].ticked, found[1].decided = False, True
    for work in found:
        for each in work.versions:
            take(each, told(each.path, "urn:tide" if "Tide" in each.path else "urn:fox", grouped="same name"))
    again = grouped(found)
    assert [[each.name for each in work.versions] for work in again] == [["Tide.flac", "Tide.mp3"], ["Fox.png"]]
    assert [work.ticked for work in again] == [True, False]
    assert again[0].grouped == "same name"


def test_what_a_rehearsal_saw_is_remembered_after_the_run() -> None:
    before = (Stated("rights", "XMP dc:rights", "© Zoë"),)
    one = version("/a/Tide.flac")
    take(one, told(one.path, before=before))
    assert one.state is State.READY
    take(one, Outcome(one.path, Status.PROTECTED, choice=Choice.NOTHING))
    assert one.state is State.PROTECTED
    assert one.outcome is not None
    assert one.outcome.before == before


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Outcome("p", Status.FAILED, error=LOCKED), State.ATTENTION),
        (Outcome("p", Status.SKIPPED, planned=Status.UNCHANGED), State.SAID),
        (Outcome("p", Status.UNCHANGED), State.SAID),
    ],
)
def test_each_outcome_has_its_state(outcome: Outcome, state: State) -> None:
    one = version("p")
    take(one, outcome)
    assert one.state is state
    assert Work("p", [one]).state is state
