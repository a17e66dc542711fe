"""Damaged and cut files of every format through the whole program: no traceback, no changed original, all undone.

ARTISTGUARD_MUTATIONS is the number of files of each format; a seeded slice by itself. As a program, it prints figures:
``python tests/faults/test_damaged_files.py --count 1000 [FORMAT …]``.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from artistguard.formats.table import by_name
from artistguard.jobs.outcome import Status
from tests.suites.mutations import mutations
from tests.suites.whole import FOLDERS, State, no_drafts, protected, samples, studio, undone

AT_ONCE = 50
SLICE = 20


def count() -> int:
    """How many damaged files of each format."""
    return int(os.environ.get("ARTISTGUARD_MUTATIONS", SLICE))


def damaged(name: str, number: int) -> list[tuple[str, bytes]]:
    """Names and bytes: every sound sample gets its share of the damage, other damage than the formats' own tests."""
    files = samples(name)
    share = -(-number // len(files))
    made = [
        (f"{at:04}-{file.stem}{file.suffix}", content)
        for file in files
        for at, content in enumerate(mutations(file.read_bytes(), share, f"whole {file.name}"))
    ]
    # Those of one sample lie together; a slice must see them all.
    return sorted(made)[:number]


def put_through(name: str, number: int, folder: Path) -> Counter[str]:
    """Damage, protect, look, put back, look again."""
    met: Counter[str] = Counter()
    files = damaged(name, number)
    for start in range(0, len(files), AT_ONCE):
        works = folder / f"works{start}"
        works.mkdir(parents=True)
        for file, content in files[start : start + AT_ONCE]:
            (works / file).write_bytes(content)
        met += _one_batch(works, folder / f"home{start}")
    return met


def _one_batch(works: Path, home: Path) -> Counter[str]:
    met: Counter[str] = Counter()
    before = State.of(works)
    with studio(home) as at_work:
        for outcome in protected(at_work, [works]):
            named = Path(outcome.path).name
            if outcome.status is Status.PROTECTED:
                met["inside" if not outcome.sidecar else "sidecar"] += 1
            else:
                assert outcome.error is not None, outcome
                assert outcome.error.message, outcome
                assert outcome.error.remedy, outcome
                met[outcome.error.code] += 1
            if outcome.status is not Status.PROTECTED or outcome.sidecar:
                assert State.of(works).files[named] == before.files[named], outcome
        no_drafts(works, home)
        if met["inside"] + met["sidecar"]:
            undone(at_work)
    assert State.of(works) == before
    assert met.total() == len(before.files)
    return met


@pytest.mark.parametrize("name", FOLDERS)
def test_damaged_files_of(name: str, tmp_path: Path) -> None:
    met = put_through(name, count(), tmp_path)
    assert met.total() == count()


def main() -> int:
    """Figures, format by format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*")
    parser.add_argument("--count", type=int, default=1000)
    arguments = parser.parse_args()
    os.environ["ARTISTGUARD_KEYRING"] = "off"
    failed = 0
    for name in arguments.formats or FOLDERS:
        assert by_name(name).name == name
        with tempfile.TemporaryDirectory() as folder:
            start = time.monotonic()
            try:
                met = put_through(name, arguments.count, Path(folder))
                told = f"{met.total()} files: " + ", ".join(f"{number} {code}" for code, number in met.most_common())
            except Exception:  # noqa: BLE001 - the other formats are told all the same
                failed += 1
                told = traceback.format_exc()
            sys.stdout.write(f"{name} ({time.monotonic() - start:.0f} s): {told}\n")
            sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
