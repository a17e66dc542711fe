"""The whole program is killed, or its disk fails, at any call that changes the disk; the same command makes it whole.

Every write, sync, rename, link, removal and new file of the process is numbered by the shim in numbered.c, SQLite's
own included; it is killed before, in the middle of, and behind one of them. After that, and again after the same
command was run once more: each original stands byte for byte or carries the whole statement; no draft lies about; the
registry holds each statement once, and every receipt that was kept holds; ``undo --all`` brings everything back to the
byte.

ARTISTGUARD_MOMENTS is the number of moments tried, drawn by chance that is always the same; ``all`` for every one.
"""

from __future__ import annotations

import errno
import io
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import pytest

from artistguard.claims.statement import entry, parse
from artistguard.credentials.reading import examine
from artistguard.credentials.values import Standing as Signed
from artistguard.formats.protocol import Embeds
from artistguard.formats.table import recognise
from artistguard.jobs.studio import EMBEDDED
from artistguard.store.catalogue import State as Standing
from artistguard.terms import Choice
from artistguard.transparency.checkpoint import open_checkpoint
from artistguard.transparency.receipt import Receipt, check
from artistguard.vocabularies import table
from tests.suites import numbered
from tests.suites.format_suite import SAMPLES, glimpse_of
from tests.suites.whole import State, no_drafts, studio

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artistguard.ledger.ledger import Ledger
    from tests.suites.numbered import Ending, Program

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the shim is for Linux")

WORKS = (
    "image/jpeg/pillow-plain.jpg",
    "audio/flac/sox.flac",
    "text/pandoc3.epub",
    "text/hugo.md",
    "sidecar/quay.txt",
)
"""Inside and beside, small and large ways back."""
SLICE = 25


@dataclass
class Place:
    """One folder of works, with the program to try on it.

    Attributes:
        program: Loaded once.
        works: The folder.
        home: Of the state.
        before: As the works were made.
        kept: Its bytes.
        shim: That numbers the calls.
        calls: How many calls a whole run makes.
    """

    program: Program
    works: Path
    home: Path
    before: State
    kept: dict[str, bytes]
    shim: Path
    calls: int = 0

    def protect(self, **fault: object) -> Ending:
        """The command of these tests."""
        return self.program.run("protect", str(self.works), "--jobs", "1", "--json", **fault)  # type: ignore[arg-type]

    def undo(self, **fault: object) -> Ending:
        """All of it back."""
        return self.program.run("undo", "--all", "--json", **fault)  # type: ignore[arg-type]

    def fresh(self) -> None:
        """As before the first command. The works stay where they are: undoing must have brought them back."""
        shutil.rmtree(self.home, ignore_errors=True)
        assert State.of(self.works) == self.before


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The works, and how many calls there are to fail at."""
    folder = tmp_path_factory.mktemp("whole")
    works = folder / "works"
    works.mkdir()
    for name in WORKS:
        made = works / name.rpartition("/")[2]
        shutil.copy(SAMPLES / name, made)
        made.chmod(0o640)
        os.utime(made, ns=(10**18, 10**18 + 7))
    kept = {file.name: file.read_bytes() for file in works.iterdir()}
    with numbered.built() as shim, numbered.Program(shim, folder, folder / "home") as program:
        found = Place(program, works, folder / "home", State.of(works), kept, shim)
        found.calls = well(found.protect()).calls
        well(found.undo())
        yield found


def well(ending: Ending) -> Ending:
    """The command did all of it."""
    assert ending.status == 0, ending
    return ending


def moments(last: int, seed: str, number: int | None = None) -> list[int]:
    """Which of the moments from 0 to the last are tried."""
    wanted = os.environ.get("ARTISTGUARD_MOMENTS", "")
    if wanted == "all":
        return list(range(last + 1))
    most = int(wanted) if wanted else number or SLICE
    return sorted(random.Random(seed).sample(range(last + 1), min(most, last + 1)))


def every_work_is_whole(place: Place) -> dict[str, bool]:
    """Each original stands as it was, or decodes to the same and carries the statement. Returns which are stated."""
    stated = {}
    for name, content in place.kept.items():
        found = (place.works / name).read_bytes()
        stated[name] = found != content
        if found != content:
            plugin = recognise(glimpse_of(found, name.rpartition(".")[2]))
            assert isinstance(plugin, Embeds)
            assert table.verdict(plugin.read(io.BytesIO(found)).statements).choice is Choice.SEARCH_ONLY
            assert plugin.decode(io.BytesIO(found)).guard == plugin.decode(io.BytesIO(content)).guard
    return stated


def records_in(ledger: Ledger) -> Counter[str]:
    """Every record in the log, and how often."""
    size = open_checkpoint(ledger.checkpoint(), ledger.key).size
    contents = [content for at in range(0, size, 256) for content in ledger.entries(at, at + 256)]
    return Counter(parse(content).statement.record for content in contents)


def registry_is_right(place: Place, acknowledged: set[str]) -> set[str]:
    """Each statement stands once, each kept receipt holds, what was acknowledged before is there. Returns receipts."""
    with studio(place.home) as at_work:
        ledger: Ledger = at_work.connect(EMBEDDED)  # type: ignore[assignment]
        assert ledger.fsck().findings == ()
        registered = records_in(ledger)
        assert set(registered.values()) <= {1}
        receipted = set()
        for kept in at_work.store.catalogue.all_statements():
            for receipt in at_work.store.receipts.of(kept.record):
                check(msgspec.json.decode(receipt.content, type=Receipt), entry(parse(kept.signed)), ledger.key)
                receipted.add(kept.record)
        assert receipted <= registered.keys()
        assert acknowledged <= receipted
        return receipted


def credentials_hold(place: Place) -> None:
    """Every work is signed, inside or beside, as it stands now."""
    for name in place.kept:
        content, beside = (place.works / name).read_bytes(), place.works / f"{name}.c2pa"
        mime = recognise(glimpse_of(content, name.rpartition(".")[2])).types[0].mime
        store = beside.read_bytes() if beside.exists() else None
        assert examine(io.BytesIO(content), mime, store).standing is Signed.VALID, name


def all_is_done(place: Place) -> set[str]:
    """Every work is stated where it stands now, and its statement is registered."""
    assert all(stated or name.endswith(".txt") for name, stated in every_work_is_whole(place).items())
    assert (place.works / "quay.txt.xmp").exists()
    credentials_hold(place)
    receipted = registry_is_right(place, set())
    with studio(place.home) as at_work:
        standing = [each for each in at_work.store.catalogue.versions() if each.state is Standing.PROTECTED]
        assert sorted(each.path.name for each in standing) == sorted(place.kept)
        assert {each.record for each in standing} <= receipted
    return receipted


def no_traceback(ending: Ending) -> None:
    """Words for people, whole lines for scripts."""
    assert "Traceback" not in ending.words, ending.words
    assert ending.status != 99, ending.words
    for line in ending.output.splitlines() if ending.status >= 0 else ():
        told = json.loads(line)
        if told.get("error"):
            assert told["error"]["message"]
            assert told["error"]["remedy"]


def goes_on(place: Place) -> None:
    """After whatever happened: the same command ends the work, and undoing brings everything back."""
    every_work_is_whole(place)
    acknowledged = registry_is_right(place, set()) if place.home.exists() else set()
    no_drafts(place.works, place.home)
    well(place.protect())
    no_drafts(place.works, place.home)
    all_is_done(place)
    registry_is_right(place, acknowledged)
    well(place.undo())
    no_drafts(place.works, place.home)
    assert State.of(place.works) == place.before
    registry_is_right(place, acknowledged)


def test_killed_at_any_call(place: Place) -> None:
    """Three moments a call: before it, half way through what it writes, behind it."""
    assert place.calls > 200
    killed = 0
    for moment in moments(3 * place.calls + 2, "killed"):
        place.fresh()
        ending = place.protect(how="kill", at=moment)
        assert ending.status in {0, -9}, ending
        killed += ending.status == -9
        goes_on(place)
    assert killed >= 10


def test_killed_again_in_the_restart(place: Place) -> None:
    dice = random.Random("again")
    for moment in moments(3 * place.calls + 2, "killed again", 4):
        place.fresh()
        place.protect(how="kill", at=moment)
        for _ in range(3):
            assert place.protect(how="kill", at=dice.randrange(3 * place.calls)).status in {0, -9}
            every_work_is_whole(place)
        goes_on(place)


def test_killed_while_putting_back(place: Place) -> None:
    place.fresh()
    well(place.protect())
    calls = well(place.undo()).calls
    for moment in moments(3 * calls + 2, "undo", 6):
        place.fresh()
        well(place.protect())
        assert place.undo(how="kill", at=moment).status in {0, -9}
        every_work_is_whole(place)
        place.undo()  # nothing may be left to put back: then it says so
        assert State.of(place.works) == place.before
        goes_on(place)


@pytest.mark.parametrize("how", ["once", "full"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO], ids=["ENOSPC", "EIO"])
def test_a_call_fails(place: Place, how: str, code: int) -> None:
    told = 0
    for number in moments(place.calls, f"{how} {code}", 8):
        place.fresh()
        ending = place.protect(how=how, at=number, code=code)
        assert ending.status in {0, 1}, ending
        no_traceback(ending)
        told += ending.status
        every_work_is_whole(place)
        if how == "once":
            beside = {f"{name}.c2pa" for name in place.kept}
            assert State.of(place.works).files.keys() <= {*place.kept, *beside, "quay.txt.xmp"}
        goes_on(place)
    assert told > 0


@pytest.mark.parametrize("moment", [150, 700, 1100])
def test_a_whole_process_of_its_own(place: Place, moment: int) -> None:
    """Not loaded beforehand: plain ``python -m artistguard``, killed by the shim that the environment arms."""
    place.fresh()
    command = [sys.executable, "-m", "artistguard", "protect", str(place.works), "--jobs", "1", "--json"]
    environment = numbered.environment(place.shim, place.home)
    done = subprocess.run(command, env=environment | {"NUMBERED_KILL": str(moment)}, capture_output=True, check=False)
    assert done.returncode == -9, done.stderr
    every_work_is_whole(place)
    del environment["LD_PRELOAD"]
    again = subprocess.run(command, env=environment, capture_output=True, check=False, text=True)
    assert again.returncode == 0, again.stderr
    all_is_done(place)
    goes_on(place)
