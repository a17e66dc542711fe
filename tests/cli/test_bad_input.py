"""Bad input is one clear line with a remedy; the file stays as it is, and the others go on."""

from __future__ import annotations

import io
import os
import resource
import struct
import subprocess
import zlib
from typing import TYPE_CHECKING

import pytest

from tests.suites.artworks import picture
from tests.suites.program import ROOT, Program, contents

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = ROOT / "tests" / "samples" / "text"


def bomb() -> bytes:
    """A PNG of 60,000 by 60,000 points in a few hundred bytes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    data = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + data + chunk(b"IEND", b"")


def png(seed: int = 1) -> bytes:
    made = io.BytesIO()
    picture(seed, (160, 120)).save(made, "PNG")
    return made.getvalue()


BROKEN = {
    "empty.jpg": (b"", "empty"),
    "empty.txt": (b"", "empty"),
    "cut.png": (png()[:2000], "damaged"),
    "no picture.jpg": (b"this is no picture at all", "damaged"),
    "cut.epub": ((TEXTS / "broken-cut.epub").read_bytes(), "damaged"),
    "bomb.png": (bomb(), "too-large"),
}


def test_each_is_told_and_left_alone_and_the_others_go_on(program: Program, works: Path) -> None:
    for name, (content, _) in BROKEN.items():
        (works / name).write_bytes(content)
    (works / "locked.pdf").write_bytes((TEXTS / "broken-locked.pdf").read_bytes())
    (works / "good.png").write_bytes(png())
    (works / "leads nowhere.png").symlink_to("gone.png")
    (works / "round.png").symlink_to("round.png")
    (works / "back").symlink_to(".")
    before = contents(works)
    ran = program("protect", "works", "works/not there.png", "--json", status=1)
    entries = ran.by_name()
    told = {name: each["error"]["code"] for name, each in entries.items() if each["error"]}
    assert told == {name: code for name, (_, code) in BROKEN.items()} | {
        "leads nowhere.png": "vanished",
        "round.png": "link-loop",
        "back": "link-loop",
        "not there.png": "vanished",
    }
    assert all(each["status"] == "failed" for each in entries.values() if each["error"])
    assert all(each["error"]["remedy"].endswith(".") for each in entries.values() if each["error"])
    assert entries["good.png"]["status"] == "protected"
    # What is locked cannot be written, and is stated beside.
    assert (entries["locked.pdf"]["status"], bool(entries["locked.pdf"]["sidecar"])) == ("protected", True)
    after = contents(works)
    written = {name for name in after if after[name] != before.get(name)}
    assert written == {"good.png", "locked.pdf.xmp", "locked.pdf.c2pa"}

    words = program("protect", "works", status=1)
    for name in BROKEN:
        (line,) = [line for line in words.err.splitlines() if line.startswith(f"works/{name}: ")]
        assert line.endswith(".")
    assert words.err.count("\n") == len(told) - 1 + words.err.count("locked.pdf")

    checked = program("check", "works", "--json", status=1).by_name()
    assert {name for name, each in checked.items() if each["error"]} == set(told) - {"not there.png"}
    assert contents(works) == after


def test_a_folder_that_cannot_be_read_is_told(program: Program, works: Path) -> None:
    (works / "good.png").write_bytes(png())
    long = "x" * 300  # longer than any file system takes: refused for everybody, the superuser too
    ran = program("protect", f"works/{long}.png", "works", "--json", status=1)
    assert [(each["status"], bool(each["error"])) for each in ran.entries] == [("failed", True), ("protected", False)]
    assert ran.entries[0]["error"]["code"] == "unreadable"


def test_a_disk_without_room_changes_nothing_and_the_same_command_goes_on(program: Program, works: Path) -> None:
    (works / "small.png").write_bytes(png())
    with (works / "large.wav").open("wb") as large:
        subprocess.run(
            ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=440:d=40", "-f", "wav", "-"], stdout=large, check=True
        )
    assert (works / "large.wav").stat().st_size > 3_000_000
    before = contents(works)

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))

    ran = program("protect", "works", "--json", status=1, preexec_fn=no_room)
    entries = ran.by_name()
    assert entries["large.wav"]["error"]["code"] == "disk-full"
    assert "room" in entries["large.wav"]["error"]["message"] or "disk" in entries["large.wav"]["error"]["message"]
    assert contents(works)["large.wav"] == before["large.wav"]
    assert sorted(each.name for each in works.iterdir()) == ["large.wav", "small.png"]
    assert entries["small.png"]["status"] == "protected"

    again = program("protect", "works", "--json").by_name()
    assert (again["small.png"]["status"], again["large.wav"]["status"]) == ("unchanged", "protected")


def test_a_disk_of_that_size_that_is_full(program: Program, tmp_path: Path) -> None:
    """A real full disk where this machine lets us mount one; else the home is out of room instead of the works."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(disk)]
    if os.geteuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        program.home.write_text("a file stands where the home should be")
        (disk / "a.png").write_bytes(png())
        before = contents(disk)
        ran = program("protect", disk, status=1)
        assert ran.err.startswith("artistguard: ")
        assert contents(disk) == before
        return
    try:
        (disk / "a.png").write_bytes(png())
        (disk / "ballast").write_bytes(b"")
        with pytest.raises(OSError, match="No space"):
            (disk / "ballast").write_bytes(bytes(128 * 1024))
        before = contents(disk)
        (entry,) = program("protect", disk / "a.png", "--json", status=1).entries
        assert (entry["status"], entry["error"]["code"]) == ("failed", "disk-full")
        assert contents(disk) == before
        (disk / "ballast").unlink()
        (entry,) = program("protect", disk / "a.png", "--json").entries
        assert entry["status"] == "protected"
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_file_open_elsewhere_waits_and_is_not_a_failure(program: Program, works: Path) -> None:
    (works / "book.docx").write_bytes((TEXTS / "pandoc.docx").read_bytes())
    (works / "~$book.docx").write_bytes(b"owner")
    before = contents(works)
    (entry,) = program("protect", "works", "--json", status=1).entries
    assert (entry["status"], entry["error"]["code"]) == ("skipped", "busy")
    assert contents(works) == before
    (works / "~$book.docx").unlink()
    (entry,) = program("protect", "works", "--json").entries
    assert entry["status"] == "protected"


def test_a_cloud_placeholder_is_told_and_not_downloaded(program: Program, works: Path) -> None:
    (works / ".fox.png.icloud").write_bytes(b"stub")
    (entry,) = program("protect", "works", "--json", status=1).entries
    assert (entry["status"], entry["error"]["code"]) == ("skipped", "not-downloaded")
    assert entry["path"].endswith("fox.png")


def test_a_broken_home_is_one_line(program: Program, works: Path) -> None:
    (works / "a.png").write_bytes(png())
    program("protect", "works", "-q")
    (program.home / "artistguard.sqlite3").write_bytes(b"no database at all" * 100)
    before = contents(works)
    ran = program("protect", "works", "--choice", "nothing", status=1)
    assert ran.err.count("\n") == 1
    assert contents(works) == before
