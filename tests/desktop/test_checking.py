"""Check a file: what is told of files found anywhere, and the story in plain and in technical words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from artistguard.credentials.values import Credentials, Standing
from artistguard.desktop.inquiries import Discovery
from artistguard.desktop.models.findings import FindingsModel, story
from artistguard.desktop.models.works_and_versions import Column, Role
from artistguard.desktop.rows import State
from artistguard.jobs.asking import Basis, Source
from artistguard.jobs.check import Finding
from artistguard.jobs.judging import Word
from artistguard.jobs.losses import Comparison
from artistguard.jobs.outcome import Trouble
from artistguard.messages import Answer, How, Match
from artistguard.messages import State as Known
from artistguard.terms import Choice, Stated
from artistguard.transparency.receipt import Receipt
from artistguard.works import Medium
from tests.suites.windows import PATIENCE_MS
from tests.suites.workshop import FOX, LIGHTHOUSE

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.suites.windows import Hands

PLUS = Stated("plus", "XMP plus:DataMining", "DMI-PROHIBITED", Choice.NOTHING, frozenset({Choice.NOTHING}))
RECEIPT = Receipt("registry.example/log", 4, "0" * 64, "", "2026-01-02T10:00:00Z")
MATCH = Match(
    "urn:uuid:1", "urn:uuid:2", How.SAME_WORK, 0.967, "phash64_v1", Choice.NOTHING, Known.STATED, Answer.RESERVED, 4,
    RECEIPT,
)  # fmt: skip
BASIS = {MATCH.work: Basis(("registry.example/log",), (Word.COMPLETENESS, Word.EVIDENCE))}
STRIPPED = Discovery(
    Finding("/x/copy.jpg", Medium.IMAGE, "jpeg", distinctive=True, matches=(MATCH,), basis=BASIS),
    (Comparison("urn:uuid:1", "Fox", (), (PLUS,), silent=True),),
)
WHOLE = Discovery(
    Finding(
        "/x/whole.jpg", Medium.IMAGE, "jpeg", (PLUS,), Choice.NOTHING, distinctive=True, matches=(MATCH,), basis=BASIS
    ),
    (Comparison("urn:uuid:1", "Fox", ("plus",)),),
)
TORN = Discovery(Finding("/x/torn.jpg", error=Trouble("damaged", "It is torn.", "Save it again.")))
PLAIN = Discovery(Finding("/x/plain.txt", Medium.TEXT, "text"))


def told(discovery: Discovery, *, technical: bool = False) -> str:
    return "\n".join(text for _, text in story(discovery, technical=technical))


def test_what_stays_the_registry_s_word_is_told() -> None:
    shown = told(STRIPPED)
    assert "The registry's own word: that it left out no later statement." in shown
    assert "The registry's own word: how well it knows who states this." in shown
    assert "own word" not in told(PLAIN)


def test_a_registry_that_is_down_hides_no_match() -> None:
    away = Source("https://away.example", "", Trouble("registry-unreachable", "Nobody answers.", "Later."))
    shown = told(replace(STRIPPED, finding=replace(STRIPPED.finding, sources=(away,))))
    assert "Registered: " in shown
    assert shown != told(STRIPPED)


def test_findings_are_a_sound_model(qtbot: QtBot) -> None:
    model = FindingsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.add([STRIPPED, WHOLE])
    model.add([TORN, PLAIN, STRIPPED])
    assert tester.model() is model
    assert model.rowCount() == 4
    model.pictured("/x/copy.jpg")
    results = [model.index(row, Column.STATUS).data() for row in range(4)]
    assert results == ["Statements are missing", "Says all of it", "damaged file", "Nothing is known"]
    assert [model.index(row, 0).data(Role.STATE) for row in range(4)] == [
        State.ATTENTION, State.PROTECTED, State.ATTENTION, State.LISTED
    ]  # fmt: skip
    assert model.index(0, Column.AFTER).data() == "Fox: looks the same (96 %)"
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "copy.jpg, Image, Nothing, Fox: looks the same (96 %), Statements are missing"
    model.clear()
    assert model.rowCount() == 0


def test_the_story_is_plain_until_technical_names_are_wanted() -> None:
    plain = told(STRIPPED)
    assert "Says nothing about AI." in plain
    assert "Fox: looks the same (96 %). Registered: No machine use at all." in plain
    assert "Registered at registry.example since" in plain
    assert "No statement is left in it." in plain
    assert "plus:DataMining" not in plain
    technical = told(STRIPPED, technical=True)
    assert "XMP plus:DataMining: DMI-PROHIBITED" in technical
    assert "urn:uuid:2" in technical


def test_content_credentials_are_told_with_who_signed_them() -> None:
    finding = replace(PLAIN.finding, credentials=Credentials(Standing.VALID, "Zoë", "Atelier"))
    told = list(story(Discovery(finding), technical=False))
    assert ("heading", "Content credentials") in told
    assert ("plain", "The certificate says Zoë of Atelier; nobody known here vouches for that name.") in told
    assert ("heading", "Content credentials") not in list(story(PLAIN, technical=False))


def test_the_story_of_other_files() -> None:
    assert "Nothing is missing" in told(WHOLE)
    assert told(TORN).startswith("This file is damaged")
    assert told(TORN).endswith("(It is torn)")
    assert "The registry knows no such work." in told(PLAIN)
    assert "too little content" in told(PLAIN)


def wait(hands: Hands) -> None:
    hands.bot.waitUntil(lambda: not hands.window.checking.clerk.busy, timeout=PATIENCE_MS)


def test_a_copy_without_its_statements_is_recognised_and_nothing_is_written(hands: Hands, tmp_path: Path) -> None:
    work = hands.put(LIGHTHOUSE)
    hands.protected(work)
    found = tmp_path / "found"
    found.mkdir()
    with Image.open(work) as picture:
        picture.resize((picture.width // 2, picture.height // 2)).save(found / "copy.jpg", quality=85)
    (found / "whole.jpg").write_bytes(work.read_bytes())
    (found / "other.png").write_bytes(FOX.read_bytes())
    before = {path.name: path.read_bytes() for path in found.iterdir()}
    screen = hands.window.checking
    hands.bot.keyClick(hands.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    hands.window.go_to(screen)
    hands.drop([found], on=screen.area)
    wait(hands)
    rows = {str(screen.model.index(row, 0).data()): row for row in range(screen.model.rowCount())}
    results = {name: screen.model.index(row, Column.STATUS).data() for name, row in rows.items()}
    assert results == {
        "copy.jpg": "Statements are missing", "whole.jpg": "Says all of it", "other.png": "Nothing is known"
    }  # fmt: skip
    assert "looks the same" in screen.model.index(rows["copy.jpg"], Column.AFTER).data()
    assert "exactly the same file" in screen.model.index(rows["whole.jpg"], Column.AFTER).data()
    screen.list.setCurrentIndex(screen.model.index(rows["copy.jpg"], 0))
    assert "No statement is left in it." in screen.found.text
    assert "DataMining" not in screen.found.text
    hands.key(screen.found.technical, Qt.Key.Key_Space)
    assert "DataMining" in screen.found.text
    assert {path.name: path.read_bytes() for path in found.iterdir()} == before
    hands.click(screen.over)
    assert screen.area.isVisible()


def test_a_file_that_cannot_be_read_is_told(hands: Hands) -> None:
    torn = hands.folder / "torn.png"
    torn.write_bytes(FOX.read_bytes()[:300])
    screen = hands.window.checking
    hands.window.go_to(screen)
    hands.drop([torn], on=screen.area)
    wait(hands)
    assert screen.model.index(0, Column.STATUS).data() == "damaged file"
    assert screen.found.text != ""
