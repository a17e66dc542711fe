"""The log as a folder of files: complete at every checkpoint, never taken back, made again when it is lost."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest
from tlog_scales.backend import LocalBackend
from tlog_scales.reader import TilesReader
from tlog_scales.signing import Vkey

from artistguard.claims.signing import sign_batch
from artistguard.claims.statement import entry
from artistguard.errors import StoreDamaged, StoreProblem
from artistguard.ledger.publishing import Publisher
from artistguard.ledger.rounds import rounds
from artistguard.transparency.checkpoint import Checkpoint, open_checkpoint, sign
from artistguard.transparency.merkle import leaf_hash
from tests.suites.registry_makers import LOG, Clock, Sender, declared, drafted, key, opened
from tests.suites.served import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artistguard.ledger.ledger import Ledger

ORIGIN = "registry.example/log"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = opened(tmp_path, origin=ORIGIN)
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "log"


def filled(ledger: Ledger, start: int, end: int) -> None:
    sender = Sender(ledger, Clock())
    sender.sent = start
    sender.send(*sign_batch([drafted(str(number)) for number in range(start, end)], key()))


def publisher(ledger: Ledger, folder: Path) -> Publisher:
    return Publisher(ledger.storage, ledger.key, folder)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def read_by_another_program(folder: Path, ledger: Ledger) -> int:
    """tlog-scales reads checkpoint, tiles and entries, and every proof that it makes of them holds."""
    reader = TilesReader(LocalBackend(folder))
    checkpoint = reader.get_checkpoint()
    checkpoint.verify(Vkey.from_string(str(ledger.key)))
    assert reader.calculate_root_hash() == checkpoint.root_hash
    for index in {0, checkpoint.size // 2, checkpoint.size - 1} if checkpoint.size else ():
        content = reader.get_entry(index)
        assert (content,) == ledger.entries(index, index + 1)
        reader.get_inclusion_proof(index, checkpoint.size).check(leaf_hash(content), checkpoint.root_hash)
    return int(checkpoint.size)


@pytest.mark.parametrize("size", [0, 1, 2, 255, 256, 257, 600])
def test_another_program_reads_what_is_published(ledger: Ledger, folder: Path, size: int) -> None:
    if size:
        filled(ledger, 0, size)
    assert publisher(ledger, folder).publish()
    assert read_by_another_program(folder, ledger) == size


def test_it_grows_by_what_is_new(ledger: Ledger, folder: Path) -> None:
    publishing = publisher(ledger, folder)
    sizes = [0, 1, 3, 200, 256, 300, 513]
    kept: dict[str, bytes] = {}
    for old, new in itertools.pairwise(sizes):
        filled(ledger, old, new)
        assert publishing.publish()
        assert not publishing.publish()  # nothing new
        assert read_by_another_program(folder, ledger) == new
        now = files(folder)
        assert all(now[path] == content for path, content in kept.items() if path in now and path != "checkpoint")
        kept |= now
    assert "tile/0/000" in kept
    assert not (folder / "tile/0/000.p").exists()  # the full tile says it all
    assert sorted(path.name for path in (folder / "tile/0/002.p").iterdir()) == ["1"]


def test_it_is_what_the_server_answers(ledger: Ledger, folder: Path) -> None:
    filled(ledger, 0, 300)
    publisher(ledger, folder).publish()
    for path, content in files(folder).items():
        assert ledger.resource(path.replace(os.sep, "/")) == content


def test_a_lost_folder_is_made_again(ledger: Ledger, folder: Path) -> None:
    filled(ledger, 0, 300)
    publishing = publisher(ledger, folder)
    publishing.publish()
    before = files(folder)
    shutil.rmtree(folder)
    publisher(ledger, folder).publish()
    assert files(folder) == before
    (folder / "tile/0/000").write_bytes(b"rotten")
    publishing.rebuild()
    assert files(folder) == before


def test_what_was_published_is_never_taken_back(tmp_path: Path, ledger: Ledger, folder: Path) -> None:
    filled(ledger, 0, 20)
    publisher(ledger, folder).publish()
    before = files(folder)
    for name, end, words in (("old", 10, "20 of its log were published"), ("fork", 30, "another one")):
        (tmp_path / name).mkdir()
        other = opened(tmp_path / name, origin=ORIGIN)
        filled(other, 100, 100 + end)
        with pytest.raises(StoreDamaged, match=words):
            publisher(other, folder).publish()
        other.close()
    assert files(folder) == before


def test_a_checkpoint_that_is_not_ours_is_told(ledger: Ledger, folder: Path) -> None:
    folder.mkdir()
    (folder / "checkpoint").write_text(sign(Checkpoint("other.example", 0, leaf_hash(b"")), LOG), "utf-8")
    with pytest.raises(StoreDamaged, match="not a checkpoint of this log"):
        publisher(ledger, folder).publish()


def test_a_folder_that_cannot_be_written_is_told(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "log").write_bytes(b"a file stands there")
    with pytest.raises(StoreProblem, match="cannot be published"):
        publisher(ledger, tmp_path / "log").publish()


def test_a_half_written_file_of_a_killed_process_harms_nothing(ledger: Ledger, folder: Path) -> None:
    filled(ledger, 0, 5)
    (folder / "tile/0/000.p").mkdir(parents=True)
    (folder / "tile/0/000.p/.5.draft").write_bytes(b"half")
    publisher(ledger, folder).publish()
    assert read_by_another_program(folder, ledger) == 5


CHILD = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from artistguard.ledger.publishing import Publisher
from tests.suites.registry_makers import opened
ledger = opened(Path(sys.argv[2]), origin="registry.example/log")
publishing = Publisher(ledger.storage, ledger.key, Path(sys.argv[2]) / "log")
end = time.monotonic() + float(sys.argv[3])
while time.monotonic() < end:
    publishing.publish()
ledger.close()
"""


def test_several_processes_publish_one_log(tmp_path: Path, ledger: Ledger, folder: Path) -> None:
    """While three publish and one writes, every checkpoint that anybody can read is complete, and none goes back."""
    publisher(ledger, folder).publish()
    command = [sys.executable, "-c", CHILD, str(ROOT), str(tmp_path), "3"]
    children = [subprocess.Popen(command) for _ in range(3)]
    size = written = 0
    while any(child.poll() is None for child in children):
        filled(ledger, written, written + 20)
        written += 20
        reader = TilesReader(LocalBackend(folder))
        checkpoint = reader.get_checkpoint()
        assert checkpoint.size >= size
        size = checkpoint.size
        if size % 256 == 0 or size // 256 == written // 256:  # else the partial tile may just have been replaced
            assert reader.calculate_root_hash() == checkpoint.root_hash
    assert [child.returncode for child in children] == [0, 0, 0]
    publisher(ledger, folder).publish()
    assert read_by_another_program(folder, ledger) == written


def test_rounds_publish_while_others_write(ledger: Ledger, folder: Path) -> None:
    publishing = publisher(ledger, folder)
    with rounds(publishing.publish, pause=0.01):
        filled(ledger, 0, 30)
        for _ in range(500):
            if (folder / "checkpoint").exists() and open_checkpoint(
                (folder / "checkpoint").read_text("utf-8"), ledger.key
            ).size == 30:
                break
            time.sleep(0.01)
        else:
            pytest.fail("never published")
        filled(ledger, 30, 40)
    assert read_by_another_program(folder, ledger) == 40  # the last round comes after the end


def test_what_fails_in_a_round_is_told_once_and_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    tries: list[int] = []
    enough = threading.Event()

    def errand() -> None:
        tries.append(1)
        if len(tries) == 5:
            enough.set()
        raise StoreProblem("the disk is away")

    with rounds(errand, pause=0.001):
        assert enough.wait(10)
    assert [record.message for record in caplog.records] == ["the disk is away"]
    caplog.clear()


def test_one_more_entry_reads_and_hashes_logarithmically(ledger: Ledger, folder: Path) -> None:
    filled(ledger, 0, 1000)
    publisher(ledger, folder).publish()
    before = files(folder)
    Sender(ledger, Clock(), key("another")).send(declared("one more"))
    publisher(ledger, folder).publish()
    changed = {path for path, content in files(folder).items() if before.get(path) != content}
    assert changed == {"checkpoint", "tile/0/003.p/233", "tile/entries/003.p/233"}
    assert entry(declared("one more")) in (folder / "tile/entries/003.p/233").read_bytes()
