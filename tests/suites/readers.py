"""Programs that are not ours, asked what a file says."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


EPUBCHECK = ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", "/usr/share/java/epubcheck.jar")
"""Twice as quick as with a compiler that is meant for programs that run for hours."""


def exiftool_program() -> str:
    """The exiftool to ask: ARTISTGUARD_EXIFTOOL names one newer than the system's."""
    return os.environ.get("ARTISTGUARD_EXIFTOOL", "exiftool")


def exiftool(path: Path, *options: str) -> dict[str, Any]:
    """Group-qualified tags of a file; fails on any warning or error."""
    command = [exiftool_program(), "-j", "-G1", "-struct", "-n", "-Error", "-Warning", "-all", *options, str(path)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    (found,) = json.loads(done.stdout)
    loud = {key: value for key, value in found.items() if key.endswith((":Warning", ":Error"))}
    # It says so of every qualifier while it lists structures; others' files have them.
    loud = {key: value for key, value in loud.items() if not str(value).endswith("is not a structure!")}
    assert not loud, loud
    return dict(found)


def exiv2(path: Path) -> dict[str, str]:
    """XMP properties as the Adobe XMP Toolkit in exiv2 understands them; fails where it complains."""
    done = subprocess.run(["exiv2", "-PXkt", str(path)], capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    assert not done.stderr, done.stderr
    pairs = (line.split(maxsplit=1) for line in done.stdout.splitlines() if line.startswith("Xmp."))
    return {pair[0]: pair[1].strip() if len(pair) > 1 else "" for pair in pairs}
