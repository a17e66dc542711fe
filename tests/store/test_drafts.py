"""Drafts: whole or gone, and dressed as the file whose place they take."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import Unreadable, Vanished
from artistguard.store import drafts, files
from artistguard.store.disk import Disk
from artistguard.works import Digest
from tests.suites.stating import drafts_in, names_in, state

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.store import Store

OWNER = "0123abcd"


def test_a_draft_is_hidden_private_and_beside_its_target(tmp_path: Path) -> None:
    with drafts.begin(tmp_path / "a.jpg", OWNER) as draft:
        draft.stream.write(b"RIFF....WAVE")
        draft.stream.seek(4)
        draft.stream.write(b"size")
        draft.stream.seek(0)
        assert draft.stream.read() == b"RIFFsizeWAVE"
        assert drafts.is_draft(draft.path)
        assert drafts.draft_owner(draft.path) == OWNER
        assert draft.path.parent == tmp_path
        assert draft.path.name.startswith(".")
        assert stat.S_IMODE(draft.path.stat().st_mode) == 0o600
        assert draft.seal() == Digest.of(b"RIFFsizeWAVE")
    assert draft.path.read_bytes() == b"RIFFsizeWAVE"


def test_a_draft_that_is_not_sealed_goes(tmp_path: Path) -> None:
    def half() -> None:
        with drafts.begin(tmp_path / "a.jpg", OWNER) as draft:
            draft.stream.write(b"half")
            raise Unreadable("the format found damage")

    with pytest.raises(Unreadable):
        half()
    assert drafts_in(tmp_path) == []


def test_no_folder_no_draft(tmp_path: Path) -> None:
    with pytest.raises(Vanished):
        drafts.begin(tmp_path / "no" / "a.jpg", OWNER)


def test_only_the_drafts_of_one_owner_are_swept(tmp_path: Path) -> None:
    for owner in (OWNER, "89abcdef"):
        drafts.begin(tmp_path / "a.jpg", owner).seal()
    (tmp_path / ".artistguard-notes.part").write_bytes(b"not ours")
    assert drafts.sweep(tmp_path, OWNER, Disk()) == 1
    assert len(drafts_in(tmp_path)) == 2
    assert drafts.sweep(tmp_path / "gone", OWNER, Disk()) == 0


def test_rights_times_and_attributes_are_kept(tmp_path: Path, store: Store) -> None:
    picture = tmp_path / "a.jpg"
    picture.write_bytes(b"picture")
    os.setxattr(picture, "user.xdg.tags", b"fox,snow")
    os.setxattr(picture, "user.empty", b"")
    picture.chmod(0o2751)
    os.utime(picture, ns=(10**18 + 1, 10**18 + 3))
    assert state(store, picture, b"picture, stated") is None
    found = picture.stat()
    assert picture.read_bytes() == b"picture, stated"
    assert stat.S_IMODE(found.st_mode) == 0o2751
    assert found.st_mtime_ns == 10**18 + 3
    assert os.getxattr(picture, "user.xdg.tags") == b"fox,snow"
    assert os.getxattr(picture, "user.empty") == b""
    picture.chmod(0o600)
    os.setxattr(picture, "user.xdg.tags", b"fox")
    assert store.way_back.file(picture).error is None
    found = picture.stat()
    assert (stat.S_IMODE(found.st_mode), found.st_mtime_ns) == (0o2751, 10**18 + 3)
    assert os.getxattr(picture, "user.xdg.tags") == b"fox"  # what was tagged later stays


def test_the_owner_is_kept_where_that_is_permitted(tmp_path: Path, store: Store) -> None:
    if os.geteuid() != 0:
        assert drafts.attributes(tmp_path) == ()
        return
    picture = tmp_path / "a.jpg"
    picture.write_bytes(b"picture")
    os.chown(picture, 12345, 54321)
    assert state(store, picture, b"picture, stated") is None
    assert (picture.stat().st_uid, picture.stat().st_gid) == (12345, 54321)


def test_access_lists_are_kept(tmp_path: Path, store: Store) -> None:
    picture = tmp_path / "a.jpg"
    picture.write_bytes(b"picture")
    subprocess.run(["setfacl", "-m", "u:12345:rw,g:54321:r", picture], check=True)
    before = subprocess.run(["getfacl", "-cn", picture], check=True, capture_output=True).stdout
    assert b"user:12345:rw-" in before
    assert state(store, picture, b"picture, stated") is None
    assert subprocess.run(["getfacl", "-cn", picture], check=True, capture_output=True).stdout == before


def test_the_time_may_be_new(tmp_path: Path) -> None:
    picture = tmp_path / "a.jpg"
    picture.write_bytes(b"picture")
    os.utime(picture, ns=(10**18, 10**18))
    draft = drafts.begin(picture, OWNER)
    draft.seal()
    drafts.dress(draft.path, files.inspect(picture), keep_mtime=False)
    assert draft.path.stat().st_mtime_ns > 10**18


def test_a_copy_of_a_write_protected_file_can_be_written(tmp_path: Path) -> None:
    picture = tmp_path / "a.jpg"
    picture.write_bytes(b"picture")
    picture.chmod(0o444)
    draft = drafts.begin(picture, OWNER)
    draft.seal()
    drafts.dress(draft.path, files.inspect(picture), copy=True)
    assert stat.S_IMODE(draft.path.stat().st_mode) == 0o644


def test_a_link_stays_a_link(tmp_path: Path, store: Store) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.jpg").write_bytes(b"picture")
    (tmp_path / "a.jpg").symlink_to("real/a.jpg")
    assert state(store, tmp_path / "a.jpg", b"picture, stated") is None
    assert (tmp_path / "a.jpg").is_symlink()
    assert (tmp_path / "real" / "a.jpg").read_bytes() == b"picture, stated"
    assert store.way_back.file(tmp_path / "a.jpg").error is None
    assert (tmp_path / "real" / "a.jpg").read_bytes() == b"picture"


def test_a_small_file_of_ours_is_written_whole(tmp_path: Path) -> None:
    for content in (b"one", b"another"):
        drafts.put(tmp_path / "settings", content, Disk())
        assert (tmp_path / "settings").read_bytes() == content
    assert stat.S_IMODE((tmp_path / "settings").stat().st_mode) == 0o600
    assert names_in(tmp_path) == ["settings"]


def test_folders_for_copies(tmp_path: Path) -> None:
    drafts.make_folders([tmp_path / "a" / "b", tmp_path / "a"], Disk())
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").touch()
    with pytest.raises(Vanished):
        drafts.make_folders([tmp_path / "file" / "c"], Disk())


def test_what_a_killed_process_left_of_a_small_file_is_swept_and_a_living_one_is_not(tmp_path: Path) -> None:
    left = tmp_path / ".artistguard-00000000-0123456789ab.part"
    left.write_bytes(b"half a secret")
    other = tmp_path / ".artistguard-12345678-0123456789ab.part"
    other.write_bytes(b"a draft of somebody at work")
    with subprocess.Popen(
        [sys.executable, "-c", _AT_WORK, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        living = tmp_path / child.stdout.readline().decode().strip()
        drafts.sweep_unlocked(tmp_path, Disk())
        assert living.exists()
        assert not left.exists()
        assert other.exists()
        child.stdin.close()
    drafts.sweep_unlocked(tmp_path, Disk())
    assert sorted(path.name for path in tmp_path.iterdir()) == [other.name, "small"]
    assert (tmp_path / "small").read_bytes() == b"whole"


_AT_WORK = """
import sys
from pathlib import Path
from artistguard.store import drafts
from artistguard.store.disk import Disk
class Waiting(Disk):
    def rename(self, source, target):
        print(source.name, flush=True)
        sys.stdin.read()
        super().rename(source, target)
drafts.put(Path(sys.argv[1]) / "small", b"whole", Waiting())
"""
