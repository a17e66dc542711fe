"""From folders to files: each once, in order, with every trouble told and nothing of ours taken for a work."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from artistguard.errors import LinkLoop, NotDownloaded, Vanished
from artistguard.store.walking import Found, walk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "works"
    for name in ("b.jpg", "a.jpg", "album/02.flac", "album/01.flac", "book/salt.epub"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"work")
    return root


def names(found: list[Found]) -> list[str]:
    return [str(each.relative) for each in found]


def test_everything_in_order(folder: Path) -> None:
    found = list(walk([folder]))
    assert names(found) == ["a.jpg", "album/01.flac", "album/02.flac", "b.jpg", "book/salt.epub"]
    assert all(each.trouble is None and not each.package for each in found)
    assert found[1].path == folder / "album" / "01.flac"


def test_what_is_named_is_taken(folder: Path) -> None:
    (folder / ".hidden.jpg").write_bytes(b"work")
    (folder / "a.jpg.xmp").write_bytes(b"<x/>")
    found = list(walk([folder / ".hidden.jpg", folder / "a.jpg.xmp"]))
    assert names(found) == [".hidden.jpg", "a.jpg.xmp"]


def test_what_is_not_a_work_is_passed_over(folder: Path) -> None:
    before = names(list(walk([folder])))
    for name in (
        ".hidden.jpg", ".git/config", "a.jpg.xmp", "A.XMP", "Thumbs.db", "desktop.ini", "~$salt.docx",
        ".~lock.salt.odt#", ".artistguard-0123abcd-0123456789ab.part", ".DS_Store",
    ):  # fmt: skip
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"not a work")
    os.mkfifo(folder / "pipe")
    assert names(list(walk([folder]))) == before


def test_each_file_once(folder: Path) -> None:
    (folder / "z.jpg").symlink_to("a.jpg")
    (folder / "zz").symlink_to("album")
    assert names(list(walk([folder / "b.jpg", folder, folder / "album", folder]))) == [
        "b.jpg", "a.jpg", "album/01.flac", "album/02.flac", "book/salt.epub",
    ]  # fmt: skip


def test_loops_are_told_once_and_end(folder: Path) -> None:
    (folder / "album" / "up").symlink_to("..")
    (folder / "self.jpg").symlink_to("self.jpg")
    (folder / "gone.jpg").symlink_to("nowhere.jpg")
    found = {str(each.relative): each.trouble for each in walk([folder])}
    assert isinstance(found["album/up"], LinkLoop)
    assert isinstance(found["self.jpg"], LinkLoop)
    assert isinstance(found["gone.jpg"], Vanished)
    assert [name for name, trouble in found.items() if trouble is None] == [
        "a.jpg", "album/01.flac", "album/02.flac", "b.jpg", "book/salt.epub",
    ]  # fmt: skip


def test_packages_are_one(folder: Path) -> None:
    inside = folder / "Novel.scriv" / "Files"
    inside.mkdir(parents=True)
    (inside / "one.rtf").write_bytes(b"work")
    found = list(walk([folder], is_package=lambda path: path.suffix == ".scriv"))
    assert [str(each.relative) for each in found if each.package] == ["Novel.scriv"]
    assert "Novel.scriv/Files/one.rtf" not in names(found)
    (named,) = walk([folder / "Novel.scriv"], is_package=lambda path: path.suffix == ".scriv")
    assert named.package
    assert named.relative == Path("Novel.scriv")


def test_the_output_folder_is_not_entered(folder: Path) -> None:
    before = names(list(walk([folder])))
    (folder / "protected").mkdir()
    (folder / "protected" / "a.jpg").write_bytes(b"ours")
    assert names(list(walk([folder], skip=[folder / "protected", folder / "not-made-yet"]))) == before


def test_cloud_placeholders_are_told(folder: Path) -> None:
    (folder / "album" / ".03.flac.icloud").write_bytes(b"bplist00")
    (found,) = (each for each in walk([folder]) if each.trouble is not None)
    assert isinstance(found.trouble, NotDownloaded)
    assert found.relative == Path("album/03.flac")


def test_what_is_missing_is_told_and_the_rest_goes_on(folder: Path) -> None:
    found = list(walk([folder / "no.jpg", folder / "a.jpg"]))
    assert isinstance(found[0].trouble, Vanished)
    assert found[1].trouble is None


def test_a_name_without_a_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert names(list(walk([Path("a.jpg")]))) == ["a.jpg"]
    assert names(list(walk([Path()])))[0] == "a.jpg"


def test_names_that_are_not_text(folder: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(folder) + b"/f\xff.jpg"))
    odd.write_bytes(b"work")
    assert odd in [each.path for each in walk([folder])]
