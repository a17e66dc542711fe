"""Programs that are not ours, asked what a picture says."""

from __future__ import annotations

import io
import json
import os
import subprocess
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

SEARCH_ONLY_URI = "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING"
OPT_OUT = 0x9287
SEARCH_ONLY_PAIRS = (5, 0, 2, 1, 0, 2, 0, 3, 0, 4, 0)
"""What 0x9287 holds for the choice "search-only": the number of pairs, then usage and intention of each."""


def said(file: Path, *tags: str) -> str:
    """The values of tags as Debian's exiftool reads them, one a line, without their names."""
    asked = [f"-{tag}" for tag in tags]
    return _run("exiftool", "-n", "-s3", *asked, str(file))


def table(file: Path, *tags: str) -> dict[str, object]:
    """Tags as Debian's exiftool reads them, ``Group:Name`` to value; those that are missing are left out."""
    asked = [f"-{tag}" for tag in tags]
    found: dict[str, object] = json.loads(_run("exiftool", "-n", "-j", "-G1", *asked, str(file)))[0]
    del found["SourceFile"]
    return found


def content_of(file: Path, tag: str) -> bytes:
    """The raw bytes of a tag, such as an embedded thumbnail."""
    return subprocess.run(["exiftool", "-b", f"-{tag}", str(file)], check=True, capture_output=True).stdout


def picture_of(file: Path) -> bytes:
    """The first picture as ImageMagick decodes it, eight bits a channel."""
    command = ["convert", f"{file}[0]", "-depth", "8", "rgba:-"]
    return subprocess.run(command, check=True, capture_output=True).stdout


def complaints(file: Path) -> str:
    """Exiftool's warnings and errors about a file, empty when it finds none."""
    return _run("exiftool", "-s3", "-Warning", "-Error", "-a", str(file))


def exiv2(file: Path, *options: str) -> str:
    """What exiv2 prints."""
    done = subprocess.run(["exiv2", *options, str(file)], check=False, capture_output=True, text=True)
    # exiv2 ends with 1 where a file has no such tag; what it prints is what counts.
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


def opt_out_words(content: bytes) -> tuple[int, ...]:
    """The numbers in 0x9287 of the Exif directory, as Pillow finds the tag."""
    with Image.open(io.BytesIO(content)) as picture:
        exif = picture.getexif()
        raw = exif.get_ifd(0x8769)[OPT_OUT]
        order = "little" if exif.endian == "<" else "big"
    return tuple(int.from_bytes(raw[at : at + 2], order) for at in range(0, len(raw), 2))


def newer_exiftool() -> str:
    """A program that knows LearningOptOutIn (ExifTool 13.56 or later), or empty where none was named."""
    return os.environ.get("ARTISTGUARD_EXIFTOOL", "")


def learning_opt_out(file: Path) -> str:
    """LearningOptOutIn in the words of the newer exiftool."""
    return _run(newer_exiftool(), "-s3", "-LearningOptOutIn", str(file))


def _run(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()
