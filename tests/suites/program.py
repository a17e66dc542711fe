"""The program as its users start it: a process of its own, a home of its own, no terminal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources" / "samples"
PATIENCE = 180
"""Seconds after which a run counts as one that waits for somebody to answer."""


def _as_from_a_terminal() -> None:
    """A build server may start everything with Ctrl-C ignored, and who is started inherits that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@dataclass(frozen=True)
class Ran:
    """One run that has ended."""

    status: int
    out: str
    err: str

    @property
    def entries(self) -> list[dict[str, Any]]:
        """Every line of stdout as the JSON object that it must be."""
        lines = [json.loads(line) for line in self.out.splitlines()]
        assert all(isinstance(each, dict) for each in lines), self.out
        return lines

    def by_name(self) -> dict[str, dict[str, Any]]:
        """JSON objects by the name of their file."""
        return {Path(each["path"]).name: each for each in self.entries}


@dataclass
class Program:
    """The program with one home, started in one folder."""

    home: Path
    folder: Path
    more: dict[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ}
        return {
            **kept,
            "HOME": str(self.folder),
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "error",
            "ARTISTGUARD_HOME": str(self.home),
            "ARTISTGUARD_KEYRING": "off",
            **self.more,
        }

    def start(self, *words: str | Path, **more: Any) -> subprocess.Popen[str]:
        """Begin a run; nobody is there to answer."""
        return subprocess.Popen(
            [sys.executable, "-m", "artistguard", *map(str, words)],
            cwd=self.folder,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            **{"preexec_fn": _as_from_a_terminal} | more,
        )

    def __call__(self, *words: str | Path, status: int | None = 0, **more: Any) -> Ran:
        """A whole run; `status` None takes any."""
        process = self.start(*words, **more)
        out, err = process.communicate(timeout=PATIENCE)
        assert "Traceback" not in err, err
        assert status is None or process.returncode == status, (process.returncode, out, err)
        return Ran(process.returncode, out, err)


def looks(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Inode, time of last change and size of everything in a folder."""
    return {
        str(path.relative_to(folder)): (path.lstat().st_ino, path.lstat().st_mtime_ns, path.lstat().st_size)
        for path in sorted(folder.rglob("*"))
    }


def contents(folder: Path) -> dict[str, bytes]:
    """Every file's bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
