"""Putting back: byte for byte, layer by layer, never over anybody's later work."""

from __future__ import annotations

import random
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from artistguard.errors import EditedSince, NothingToPutBack, Vanished
from artistguard.store import Store, open_store
from artistguard.store.home import Home
from artistguard.terms import Choice
from artistguard.works import Digest
from tests.suites.stating import change, draft, drafts_in, names_in, state

PICTURE = random.Random(1).randbytes(120_000)
ONE = b"one " + PICTURE
TWO = b"another, longer " + PICTURE + b" tail"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "fox.jpg"
    path.write_bytes(PICTURE)
    return path


def test_change_after_change(store: Store, picture: Path) -> None:
    state(store, picture, ONE, run="one", choice=Choice.SEARCH_ONLY)
    state(store, picture, TWO, run="two", choice=Choice.NOTHING)
    result = store.way_back.file(picture, last_only=True)
    assert result.error is None
    assert picture.read_bytes() == ONE
    version = store.catalogue.version_at(picture)
    assert version is not None
    assert version.choice is Choice.SEARCH_ONLY
    assert [each.state for each in store.catalogue.history(picture)] == ["put-back", "protected"]
    assert store.way_back.file(picture).error is None
    assert picture.read_bytes() == PICTURE
    assert store.catalogue.version_at(picture) is None
    assert isinstance(store.way_back.file(picture).error, NothingToPutBack)


def test_all_layers_at_once(store: Store, picture: Path) -> None:
    for content in (ONE, TWO, ONE + b"3", TWO + b"4"):
        state(store, picture, content)
    result = store.way_back.file(picture)
    assert result.error is None
    assert picture.read_bytes() == PICTURE
    assert len(result.records) == 4
    assert drafts_in(picture.parent) == []


def test_a_run_takes_later_changes_with_it(store: Store, picture: Path) -> None:
    other = picture.with_name("other.jpg")
    other.write_bytes(b"other")
    state(store, picture, ONE, run="one")
    state(store, other, b"other, stated", run="two")
    state(store, picture, TWO, run="two")
    results = store.way_back.run("one")
    assert [result.paths for result in results] == [(picture,)]
    assert picture.read_bytes() == PICTURE
    assert other.read_bytes() == b"other, stated"
    with pytest.raises(NothingToPutBack):
        store.way_back.run("one")
    store.way_back.run("two")
    assert other.read_bytes() == b"other"
    with pytest.raises(NothingToPutBack):
        store.way_back.run("never")
    with pytest.raises(NothingToPutBack):
        store.way_back.everything()


def test_only_the_later_run(store: Store, picture: Path) -> None:
    state(store, picture, ONE, run="one")
    state(store, picture, TWO, run="two")
    store.way_back.run("two")
    assert picture.read_bytes() == ONE
    state(store, picture, TWO, run="three")
    store.way_back.run("one")
    assert picture.read_bytes() == PICTURE


def test_edited_since(store: Store, picture: Path) -> None:
    state(store, picture, ONE)
    picture.write_bytes(ONE + b"retouched")
    result = store.way_back.file(picture)
    assert isinstance(result.error, EditedSince)
    assert picture.read_bytes() == ONE + b"retouched"
    version = store.catalogue.version_at(picture)
    assert version is not None
    assert store.catalogue.standing(picture, Digest.of(picture.read_bytes())) is None


def test_an_edit_between_two_changes_is_kept(store: Store, picture: Path) -> None:
    state(store, picture, ONE, run="one")
    picture.write_bytes(ONE + b"retouched")
    state(store, picture, TWO + b"retouched", run="two")
    (result,) = store.way_back.run("one")
    assert isinstance(result.error, EditedSince)
    assert store.way_back.file(picture).error is None
    assert picture.read_bytes() == ONE + b"retouched"
    assert isinstance(store.way_back.file(picture).error, EditedSince)


def test_copies_and_sidecars_go(store: Store, picture: Path) -> None:
    out = picture.parent / "out"
    out.mkdir()
    copy, beside = out / "fox.jpg", out / "fox.jpg.xmp"
    store.journal.apply(
        [
            change(
                "run", copy, draft(store, copy, PICTURE), draft(store, beside, b"<x/>"), source=picture, sidecar=beside
            )
        ]
    )
    refused = store.way_back.file(picture)
    assert isinstance(refused.error, NothingToPutBack)
    assert str(copy) in refused.error.message
    beside.write_bytes(b"<x>edited</x>")
    assert isinstance(store.way_back.file(copy).error, EditedSince)
    assert copy.exists()
    beside.write_bytes(b"<x/>")
    result = store.way_back.file(beside)
    assert result.error is None
    assert set(result.removed) == {copy, beside}
    assert names_in(out) == []
    assert picture.read_bytes() == PICTURE


def test_a_copy_that_its_user_removed(store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy.jpg"
    state(store, copy, ONE)
    copy.unlink()
    assert store.way_back.file(copy).error is None
    assert store.catalogue.version_at(copy) is None


def test_a_file_that_went(store: Store, picture: Path) -> None:
    state(store, picture, ONE)
    picture.unlink()
    assert isinstance(store.way_back.file(picture).error, Vanished)


def test_everything_with_one_that_was_edited(store: Store, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).write_bytes(PICTURE)
        state(store, tmp_path / name, ONE, run=name)
        state(store, tmp_path / name, TWO, run="again")
    (tmp_path / "b").write_bytes(b"edited")
    results = store.way_back.everything()
    assert [result.error.code if result.error else None for result in results] == [None, "edited-since", None]
    assert [(tmp_path / name).read_bytes() for name in ("a", "b", "c")] == [PICTURE, b"edited", PICTURE]


def test_below_a_folder(store: Store, tmp_path: Path) -> None:
    for name in ("album/1", "album/2", "album2/1", "single"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(PICTURE)
        state(store, tmp_path / name, ONE)
    assert store.way_back.below(tmp_path / "album") == (tmp_path / "album" / "1", tmp_path / "album" / "2")
    assert len(store.way_back.below(tmp_path)) == 4
    store.way_back.file(tmp_path / "album" / "1")
    assert store.way_back.below(tmp_path / "album") == (tmp_path / "album" / "2",)


def test_after_a_restart(tmp_path: Path, picture: Path) -> None:
    home = Home(tmp_path / "elsewhere")
    with open_store(home) as store:
        state(store, picture, ONE)
    with open_store(home) as store:
        assert store.way_back.file(picture).error is None
    assert picture.read_bytes() == PICTURE


class AnyOrder(RuleBasedStateMachine):
    """Files are stated, edited, put back in any order; a list of what each file held is always right."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = open_store(Home(self.folder / "home"))
        self.files = [self.folder / "a", self.folder / "b"]
        self.stacks: list[list[bytes]] = []
        self.runs = 0

    @initialize(first=st.binary(min_size=1, max_size=200), seed=st.integers(0, 5))
    def begin(self, first: bytes, seed: int) -> None:
        self.stacks = [[first], [random.Random(seed).randbytes(70_000)]]
        for path, stack in zip(self.files, self.stacks, strict=True):
            path.write_bytes(stack[0])

    @rule(which=st.integers(0, 1), words=st.binary(max_size=40), place=st.integers(0, 300), cut=st.integers(0, 50))
    def state_it(self, which: int, words: bytes, place: int, cut: int) -> None:
        now = self.stacks[which][-1]
        place = min(place, len(now))
        content = now[:place] + words + now[place + cut :] + b"."
        if content == now:
            return
        self.runs += 1
        assert state(self.store, self.files[which], content, run=str(self.runs)) is None
        self.stacks[which].append(content)

    @precondition(lambda self: any(len(stack) > 1 for stack in self.stacks))
    @rule(which=st.integers(0, 1))
    def put_back_one_layer(self, which: int) -> None:
        result = self.store.way_back.file(self.files[which], last_only=True)
        if len(self.stacks[which]) > 1:
            assert result.error is None
            self.stacks[which].pop()
        else:
            assert isinstance(result.error, NothingToPutBack)

    @precondition(lambda self: any(len(stack) > 1 for stack in self.stacks))
    @rule()
    def put_back_everything(self) -> None:
        assert all(result.error is None for result in self.store.way_back.everything())
        for stack in self.stacks:
            del stack[1:]

    @rule(which=st.integers(0, 1))
    def edit_and_take_the_edit_back(self, which: int) -> None:
        self.files[which].write_bytes(self.stacks[which][-1] + b"edited")
        if len(self.stacks[which]) > 1:
            assert isinstance(self.store.way_back.file(self.files[which]).error, EditedSince)
        self.files[which].write_bytes(self.stacks[which][-1])

    @rule()
    def start_again(self) -> None:
        self.store.close()
        self.store = open_store(Home(self.folder / "home"))
        assert self.store.mended == ()

    @invariant()
    def every_file_is_right(self) -> None:
        for path, stack in zip(self.files, self.stacks, strict=False):
            assert path.read_bytes() == stack[-1]
            version = self.store.catalogue.version_at(path)
            assert (version is not None) == (len(stack) > 1)
            if version is not None:
                assert version.after == Digest.of(stack[-1])

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)


AnyOrder.TestCase.settings = settings(derandomize=True, deadline=None, max_examples=25, stateful_step_count=15)
TestAnyOrder = AnyOrder.TestCase
