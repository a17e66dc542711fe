"""artistguard watch: a process that protects what comes, and ends when it is told to."""

from __future__ import annotations

import json
import signal
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from artistguard.cli.main import main
from tests.suites.artworks import picture
from tests.suites.program import PATIENCE, Program

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path


def small(path: Path, seed: int = 1) -> None:
    picture(seed, (160, 120)).save(path)


class Guard:
    """A running watch, with every line it has said so far."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.out: list[str] = []
        self.err: list[str] = []
        self._readers = [
            threading.Thread(target=self._read, args=each)
            for each in ((process.stdout, self.out), (process.stderr, self.err))
        ]
        for each in self._readers:
            each.start()

    def _read(self, stream: object, lines: list[str]) -> None:
        lines.extend(iter(stream.readline, ""))  # type: ignore[attr-defined]

    def until(self, words: str, *, where: str = "err") -> None:
        end = time.monotonic() + PATIENCE
        while not any(words in line for line in getattr(self, where)):
            assert time.monotonic() < end, (self.out, self.err)
            assert self.process.poll() is None, (self.out, self.err)
            time.sleep(0.05)

    def end(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        status = self.process.wait(PATIENCE)
        self.hear_out()
        assert "Traceback" not in "".join(self.err), self.err
        return status

    def hear_out(self) -> None:
        for each in self._readers:
            each.join(PATIENCE)
        self.process.stdout.close()
        self.process.stderr.close()


@contextmanager
def watching(program: Program, *words: str) -> Iterator[Guard]:
    """The program, watching ``works``; ended in any case."""
    guard = Guard(program.start("watch", "works", *words))
    try:
        yield guard
    finally:
        if guard.process.poll() is None:
            guard.process.kill()
        guard.process.wait(PATIENCE)
        guard.hear_out()


@pytest.mark.skipif(sys.platform == "win32", reason="there these signals end a process at once")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_what_comes_is_told_as_json_and_it_ends_cleanly(program: Program, works: Path, how: signal.Signals) -> None:
    small(works / "old.png")
    old = (works / "old.png").read_bytes()
    with watching(program, "--json", "--choice", "nothing", "--name", "Zoe Unal") as guard:
        guard.until("Watching")
        guard.until("1 works that are there already are left alone")
        small(works / "new.png", 7)
        guard.until("new.png", where="out")
        assert guard.end(how) == 130
        (entry,) = map(json.loads, guard.out)
    assert (entry["status"], entry["choice"], entry["registered"]) == ("protected", "nothing", "receipt")
    assert (works / "old.png").read_bytes() == old
    assert "What was finished is kept" in guard.err[-1]
    assert program("check", "works/new.png", "--json").entries[0]["choice"] == "nothing"
    # Begun again, it neither asks nor forgets: what came meanwhile is new, what was there is not.
    small(works / "meanwhile.png", 9)
    with watching(program) as guard:
        guard.until("meanwhile.png", where="out")
        assert guard.end(how) == 130
    assert len(guard.out) == 1
    assert "left alone" not in "".join(guard.err)
    assert (works / "old.png").read_bytes() == old


def test_existing_works_are_protected_when_that_is_said(program: Program, works: Path) -> None:
    small(works / "old.png")
    with watching(program, "--existing", "--no-register", "-q") as guard:
        end = time.monotonic() + PATIENCE
        while not (program.home / "artistguard.sqlite3").exists() or program("check", "works", status=None).status:
            assert time.monotonic() < end
            time.sleep(0.5)
        assert guard.end(signal.SIGINT) == 130
    assert guard.out == []


@pytest.mark.parametrize("answer", ["y\n", "\n"])
def test_at_a_terminal_it_asks_once(
    program: Program, works: Path, answer: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import io

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    small(works / "old.png")
    for name, value in program.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    # Ended at its first tick by somebody else's polite request.
    def end_at_once(*_: object) -> Iterator[object]:
        signal.raise_signal(signal.SIGTERM)
        yield from ()

    monkeypatch.setattr("artistguard.cli.commands.watch.watch", end_at_once)
    main(["watch", str(works)])
    told = capsys.readouterr().err
    assert "1 works are in this folder already. Protect them, too? [y/N]" in told
    assert ("left alone" in told) is (answer == "\n")
    main(["watch", str(works)])
    assert "[y/N]" not in capsys.readouterr().err
