"""Programs that are not ours, asked what a recording says and how it sounds."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

from tests.suites.format_suite import SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

AUDIO = SAMPLES / "audio"


def sound_samples(*folders: str) -> list[Path]:
    """Every sample below the folders (all of them when none is named) that can be written to."""
    wanted = folders or tuple(sorted(folder.name for folder in AUDIO.iterdir() if folder.is_dir()))
    files = [file for folder in wanted for file in sorted((AUDIO / folder).iterdir())]
    return [file for file in files if not file.name.startswith(("odd-", "broken-")) and file.suffix != ".md"]


def tags(file: Path) -> dict[str, str]:
    """What ffprobe reads, keys in upper case; of the container and of the first stream."""
    words = [
        "ffprobe",
        "-v",
        "error",
        "-of",
        "json",
        "-show_entries",
        "format_tags:stream_tags",
        "-select_streams",
        "a:0",
    ]
    told = json.loads(run(*words, str(file)))
    found = {**(told.get("streams") or [{}])[0].get("tags", {}), **told["format"].get("tags", {})}
    return {key.upper(): value for key, value in found.items()}


def sound_and_packets(file: Path) -> list[str]:
    """MD5 over all samples as Debian's ffmpeg decodes them, and over all packets undecoded; from one start of it."""
    decoded = ("-map", "0:a:0", "-f", "md5", "-")
    copied = ("-map", "0:a:0", "-c", "copy", "-f", "streamhash", "-")
    told = sorted(run("ffmpeg", "-v", "error", "-i", str(file), *decoded, *copied).splitlines())
    assert len(told) == 2, told
    return told


def packets(file: Path) -> str:
    """MD5 over all packets of sound as they stand in the file, undecoded."""
    return run("ffmpeg", "-v", "error", "-i", str(file), "-map", "0:a:0", "-c", "copy", "-f", "streamhash", "-")


def exiftool(file: Path, *tags: str) -> list[str]:
    """The values of tags, one each."""
    return run("exiftool", "-n", "-s3", *(f"-{tag}" for tag in tags), str(file)).splitlines()


def run(*words: str) -> str:
    """What a program prints; it must end well."""
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()


def complaints(*words: str) -> str:
    """Everything that a program prints, however it ends."""
    done = subprocess.run(words, check=False, capture_output=True, text=True)
    return done.stdout + done.stderr
