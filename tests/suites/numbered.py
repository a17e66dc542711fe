"""The whole program with every call that changes the disk numbered: killed, or failed, at any one of them.

`Program` starts one process with the shim of tests/faults/numbered.c in it, loads ArtistGuard there once, and then
answers each order with a fork that runs the command line from its beginning; what takes long is only loaded once.
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "tests" / "faults" / "numbered.c"


@contextmanager
def built() -> Iterator[Path]:
    """The shim, compiled; its path has no blanks, which LD_PRELOAD would take for the end of it."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        made = Path(folder) / "numbered.so"
        subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", str(made), str(SOURCE), "-ldl"], check=True)
        yield made


def environment(shim: Path, home: Path) -> dict[str, str]:
    """Of a process with the shim in it and a home of its own."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("ARTISTGUARD_", "NUMBERED_"))}
    return kept | {
        "LD_PRELOAD": str(shim),
        "ARTISTGUARD_HOME": str(home),
        "ARTISTGUARD_KEYRING": "off",
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(ROOT),
    }


@dataclass(frozen=True)
class Ending:
    """How one command ended.

    Attributes:
        status: Exit status, negative where a signal ended it.
        calls: How many calls were counted; -1 where it was killed.
        output: JSON Lines.
        words: What it told people.
    """

    status: int
    calls: int
    output: str
    words: str


class Program:
    """ArtistGuard, loaded once, each command in a process of its own."""

    def __init__(self, shim: Path, folder: Path, home: Path) -> None:
        self._folder = folder
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__)), str(shim), str(folder)],
            env=environment(shim, home),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def run(self, *words: str, how: str = "", at: int = -1, code: int = 0) -> Ending:
        """Run one command.

        Args:
            words: As on the command line.
            how: ``kill``, ``once``, ``full``, or nothing.
            at: The moment, or the number of the call.
            code: The errno with which calls fail.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([words, how, at, code]) + "\n")
        self._process.stdin.flush()
        status, calls = json.loads(self._process.stdout.readline())
        return Ending(status, calls, *((self._folder / name).read_text() for name in ("output", "words")))


def serve(shim: str, folder: str) -> None:
    """The other side: one order a line."""
    library = ctypes.CDLL(shim)
    library.numbered_count.restype = ctypes.c_long
    from artistguard.cli import main, table
    from artistguard.credentials import library as credentials

    for name in ("protect", "undo"):
        table.command(name)
    credentials.load()
    for line in sys.stdin:
        words, how, at, code = json.loads(line)
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            for name, number in (("output", 1), ("words", 2)):
                os.dup2(os.open(f"{folder}/{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
            library.numbered_arm(how.encode(), ctypes.c_long(at), code)
            status = _status(main.main, words)
            sys.stdout.flush()
            sys.stderr.flush()
            os.write(writing, str(library.numbered_count()).encode())
            os._exit(status)
        os.close(writing)
        _, ended = os.waitpid(child, 0)
        calls = os.read(reading, 100)
        os.close(reading)
        sys.stdout.write(json.dumps([os.waitstatus_to_exitcode(ended), int(calls or b"-1")]) + "\n")
        sys.stdout.flush()


def _status(command: object, words: list[str]) -> int:
    import traceback

    try:
        return int(command(words))  # type: ignore[operator]
    except SystemExit as end:
        return int(str(end.code))
    except BaseException:  # noqa: BLE001 - a traceback is what the test looks for
        traceback.print_exc()
        return 99


if __name__ == "__main__":
    serve(*sys.argv[1:])
