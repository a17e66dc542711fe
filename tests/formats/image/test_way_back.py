"""Pictures through the whole program: protected, protected again, changed, and put back to the byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from artistguard.jobs.outcome import Status
from artistguard.jobs.planning import Request
from artistguard.jobs.protect import protect
from artistguard.terms import Choice, Declaration
from tests.suites.whole import State, protected, samples, studio, undone


@pytest.mark.parametrize("name", ["JPEG XL", "Photoshop document", "AVIF", "HEIC", "PNG"])
def test_every_sample_comes_back_to_the_byte(name: str, tmp_path: Path) -> None:
    works = tmp_path / "works"
    works.mkdir()
    sound = [sample for sample in samples(name) if "credentials" not in sample.name]
    for sample in sound:
        shutil.copy(sample, works / sample.name)
    before = State.of(works)
    with studio(tmp_path / "home") as at_work:
        first = protected(at_work, [works])
        assert [Path(outcome.path).name for outcome in first if outcome.status is not Status.PROTECTED] == []
        assert [Path(outcome.path).name for outcome in first if outcome.sidecar] == []
        assert {outcome.status for outcome in protected(at_work, [works])} == {Status.UNCHANGED}
        other = Request(paths=(str(works),), declaration=Declaration(Choice.NOTHING))
        again = list(protect(at_work, other, lambda *_: None))
        assert {(outcome.status, outcome.choice) for outcome in again} == {(Status.PROTECTED, Choice.NOTHING)}
        undone(at_work)
    assert State.of(works) == before
    assert len(first) == len(sound)
