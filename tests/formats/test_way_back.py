"""Works of the lesser formats through the whole program: protected, protected again, and put back to the byte."""

from __future__ import annotations

import shutil
from pathlib import Path

from artistguard.jobs.outcome import Status
from artistguard.jobs.placing import Grouping
from artistguard.jobs.planning import Request
from artistguard.jobs.protect import protect
from tests.suites.whole import TERMS, State, samples, studio, undone

NAMES = (
    "Fountain", "LaTeX", "CBZ comic", "Krita document", "OpenRaster", "MIDI", "MusicXML", "MuseScore", "LilyPond",
    "ABC notation",
)  # fmt: skip


def test_every_sample_comes_back_to_the_byte(tmp_path: Path) -> None:
    works = tmp_path / "works"
    for name in NAMES:
        (works / name).mkdir(parents=True)
        for sample in samples(name):
            shutil.copy(sample, works / name / sample.name)
    before = State.of(works)
    request = Request(paths=(str(works),), declaration=TERMS, grouping=Grouping.EACH_ITS_OWN, credentials=False, jobs=1)
    with studio(tmp_path / "home") as at_work:
        outcomes = list(protect(at_work, request, lambda *_: None))
        assert [Path(each.path).name for each in outcomes if each.status is not Status.PROTECTED or each.sidecar] == []
        assert {each.status for each in protect(at_work, request, lambda *_: None)} == {Status.UNCHANGED}
        assert State.of(works) != before
        undone(at_work)
    assert State.of(works) == before
    assert len(outcomes) == sum(len(samples(name)) for name in NAMES) > 40
