"""Looking at files: what may be worked on, and the reason where not."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import (
    Busy,
    CannotEmbed,
    EmptyFile,
    FileProblem,
    LinkLoop,
    NotDownloaded,
    OutputExists,
    Unreadable,
    Vanished,
)
from artistguard.store import files
from artistguard.works import Digest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "Fox in snow.JPG"
    path.write_bytes(b"\xff\xd8" + bytes(100_000) + b"\xff\xd9")
    return path


def test_a_plain_file(picture: Path) -> None:
    seen = files.inspect(picture)
    files.must_be_replaceable(seen)
    assert (seen.real, seen.size, seen.links) == (picture, 100_004, 1)
    glimpse = files.glimpse(seen)
    assert (glimpse.head[:2], glimpse.tail[-2:], glimpse.size, glimpse.extension) == (
        b"\xff\xd8", b"\xff\xd9", 100_004, "jpg")  # fmt: skip
    assert len(glimpse.head) == len(glimpse.tail) == 65536
    with files.reading(seen) as handle:
        assert Digest.of(handle.read()) == files.digest_of(picture) == files.standing(picture)
    assert files.look_at(picture) == seen.look


def test_a_tiny_file_has_a_whole_glimpse(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"words")
    glimpse = files.glimpse(files.inspect(tmp_path / "a"))
    assert (glimpse.head, glimpse.tail, glimpse.extension) == (b"words", b"words", "")


def test_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Vanished) as caught:
        files.inspect(tmp_path / "no.jpg")
    assert "no.jpg" in caught.value.message
    assert files.standing(tmp_path / "no.jpg") is None
    assert files.look_at(tmp_path / "no.jpg") is None
    with pytest.raises(Vanished):
        files.inspect(tmp_path / "no" / "no.jpg")


def test_a_file_in_the_place_of_a_folder(picture: Path) -> None:
    with pytest.raises(Vanished):
        files.inspect(picture / "below")


def test_nothing_in_it(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    with pytest.raises(EmptyFile):
        files.inspect(tmp_path / "empty")


def test_folders_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", type(tmp_path)("/dev/zero")):
        with pytest.raises(Unreadable):
            files.inspect(path)


def test_links(picture: Path) -> None:
    link = picture.with_name("link.jpg")
    link.symlink_to(picture.name)
    assert files.inspect(link).real == picture
    assert files.inspect(link).path == link
    loop = picture.with_name("loop.jpg")
    loop.symlink_to("loop.jpg")
    with pytest.raises(LinkLoop):
        files.inspect(loop)
    dangling = picture.with_name("dangling.jpg")
    dangling.symlink_to("gone.jpg")
    with pytest.raises(Vanished):
        files.inspect(dangling)


def test_hard_links_would_be_split(picture: Path) -> None:
    os.link(picture, picture.with_name("other.jpg"))
    seen = files.inspect(picture)
    assert seen.links == 2
    with pytest.raises(CannotEmbed, match="2 names"):
        files.must_be_replaceable(seen)


def test_write_protected(picture: Path) -> None:
    picture.chmod(0o444)
    with pytest.raises(Unreadable, match="write protected") as caught:
        files.must_be_replaceable(files.inspect(picture))
    assert "--out" in caught.value.remedy


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("Roman.docx", "~$Roman.docx"),
        ("Seven77.docx", "~$even77.docx"),
        ("The Salt Road.docx", "~$e Salt Road.docx"),
        ("Songs.odt", ".~lock.Songs.odt#"),
        ("notes.md", ".#notes.md"),
        ("notes.md", ".notes.md.swp"),
    ],
)
def test_open_in_another_program(name: str, lock: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("words")
    files.inspect(tmp_path / name)
    (tmp_path / lock).write_text("Ada")
    with pytest.raises(Busy) as caught:
        files.inspect(tmp_path / name)
    assert lock in caught.value.remedy


def test_open_where_the_link_leads(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "Songs.odt").write_text("words")
    (tmp_path / "Songs.odt").symlink_to("real/Songs.odt")
    (tmp_path / "real" / ".~lock.Songs.odt#").touch()
    with pytest.raises(Busy):
        files.inspect(tmp_path / "Songs.odt")


def test_a_growing_file(tmp_path: Path) -> None:
    path = tmp_path / "render.wav"
    path.write_bytes(b"RIFF")
    stop = threading.Event()

    def grow() -> None:
        with path.open("ab", 0) as handle:
            while not stop.is_set():
                handle.write(b"more")
                time.sleep(0.001)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        with pytest.raises(Busy, match="growing"):
            files.inspect(path, patience=0.2)
    finally:
        stop.set()
        writer.join()
    files.inspect(path, patience=0.01)


def test_cloud_placeholders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".song.wav.icloud").write_bytes(b"bplist00")
    with pytest.raises(NotDownloaded):
        files.inspect(tmp_path / "song.wav")

    class Elsewhere:
        """What macOS and Windows say of a file whose bytes are not there."""

        st_mode, st_size, st_mtime = 0o100644, 9, 0.0

    for name, value in (("st_flags", 0x40000000), ("st_file_attributes", 0x400000), ("st_file_attributes", 0x1000)):
        found = Elsewhere()
        setattr(found, name, value)
        with pytest.raises(NotDownloaded):
            files._refuse_odd(tmp_path / "a.wav", found)  # type: ignore[arg-type]
    files._refuse_odd(tmp_path / "a.wav", Elsewhere())  # type: ignore[arg-type]


def test_names_that_are_not_text(tmp_path: Path) -> None:
    path = type(tmp_path)(os.fsdecode(os.fsencode(tmp_path) + b"/f\xff\xfex.jpg"))
    path.write_bytes(b"picture")
    assert files.inspect(path).size == 7


def test_names_that_are_too_long(tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        files.inspect(tmp_path / ("x" * 300))


def test_errors_of_the_system_are_told() -> None:
    from artistguard.store.troubles import told

    assert isinstance(told(FileExistsError(17, "File exists"), "a"), OutputExists)
    sharing = OSError(13, "Permission denied")
    sharing.winerror = 32  # type: ignore[attr-defined]
    assert isinstance(told(sharing, "a"), Busy)
    assert told(OSError(9999, "odd"), "a").code == "store-problem"
    assert told(OSError("without a number"), "a").remedy


def test_a_package_is_all_its_files(tmp_path: Path) -> None:
    package = tmp_path / "Novel.scriv"
    (package / "Files" / "Data").mkdir(parents=True)
    (package / "Files" / "Data" / "one.rtf").write_bytes(b"one")
    (package / "Novel.scrivx").write_bytes(b"<x/>")
    (package / ".DS_Store").write_bytes(b"finder")
    (package / "up").symlink_to("..")
    (package / "empty").mkdir()
    assert [(path.as_posix(), digest) for path, digest in files.tree(package)] == [
        ("Files/Data/one.rtf", Digest.of(b"one")),
        ("Novel.scrivx", Digest.of(b"<x/>")),
    ]
    with pytest.raises(Vanished):
        list(files.tree(tmp_path / "gone.scriv"))
