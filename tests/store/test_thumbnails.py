"""A cache of previews: what comes back is what was kept, and nothing it does can disturb anybody."""

from __future__ import annotations

import errno
import io
import multiprocessing
import os
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from artistguard.store import files, thumbnails
from artistguard.store.disk import Disk
from artistguard.store.home import Home
from artistguard.store.thumbnails import LARGEST_ENTRY, Thumbnails, entry_name
from artistguard.works import Digest

if TYPE_CHECKING:
    from pathlib import Path

quiet = settings(
    derandomize=True, max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
SPAWN = multiprocessing.get_context("spawn")


def name(number: int) -> str:
    """A name that does not happen to set off a trim."""
    return "01" + Digest.of(b"%d" % number).hex[2:]


def cache(folder: Path, **options: int) -> Thumbnails:
    return Thumbnails(folder / "thumbnails", Disk(), **options)


def kept(folder: Path) -> set[str]:
    return {path.name for path in (folder / "thumbnails").iterdir()}


def aged(folder: Path, number: int, seconds: float) -> None:
    moment = time.time() - seconds
    os.utime(folder / "thumbnails" / name(number), (moment, moment))


@given(some.binary(max_size=5000), some.integers(0, 9))
@quiet
def test_what_comes_back_is_what_was_kept(tmp_path: Path, content: bytes, number: int) -> None:
    cache(tmp_path).put(name(number), content)
    assert cache(tmp_path).get(name(number)) == content


def test_nothing_is_kept_of_what_was_never_put(tmp_path: Path) -> None:
    assert cache(tmp_path).get(name(1)) is None
    assert not (tmp_path / "thumbnails").exists()
    assert cache(tmp_path).trim() == 0


def test_the_folder_is_its_users_own(tmp_path: Path) -> None:
    cache(tmp_path).put(name(1), b"picture")
    assert (tmp_path / "thumbnails").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "thumbnails" / name(1)).stat().st_mode & 0o777 == 0o600


@given(some.integers(0, 120), some.integers(0, 7))
@quiet
def test_a_damaged_entry_is_none_and_is_thrown_away(tmp_path: Path, place: int, bit: int) -> None:
    cache(tmp_path).put(name(1), b"picture" * 20)
    path = tmp_path / "thumbnails" / name(1)
    damaged = bytearray(path.read_bytes())
    damaged[place] ^= 1 << bit
    path.write_bytes(damaged)
    assert cache(tmp_path).get(name(1)) is None
    assert not path.exists()


@pytest.mark.parametrize("length", [0, 3, 8, 50])
def test_an_entry_that_a_power_cut_left_short(tmp_path: Path, length: int) -> None:
    cache(tmp_path).put(name(1), b"picture" * 20)
    path = tmp_path / "thumbnails" / name(1)
    path.write_bytes(path.read_bytes()[:length])
    assert cache(tmp_path).get(name(1)) is None


def test_the_longest_unused_go_first(tmp_path: Path) -> None:
    one = cache(tmp_path, most_bytes=10_000)
    for number in range(20):
        one.put(name(number), bytes(992))  # 1000 with its head
        aged(tmp_path, number, 1000 - number)
    assert one.trim() == 11
    assert kept(tmp_path) == {name(number) for number in range(11, 20)}
    assert one.trim() == 0


def test_looking_at_an_entry_keeps_it_young(tmp_path: Path) -> None:
    one = cache(tmp_path, most_bytes=3500)
    for number in range(4):
        one.put(name(number), bytes(992))
        aged(tmp_path, number, 10 * 86_400 - number)
    assert one.get(name(0)) == bytes(992)
    one.trim()
    assert kept(tmp_path) == {name(0), name(2), name(3)}


def test_the_bound_holds_while_writing(tmp_path: Path) -> None:
    one = cache(tmp_path, most_bytes=100_000)
    for number in range(1500):
        one.put(Digest.of(b"%d" % number).hex, bytes(992))
    total = sum(path.stat().st_size for path in (tmp_path / "thumbnails").iterdir())
    assert total < 100_000 + 400_000  # sixty-four entries between two looks on average


def test_too_large_an_entry_is_not_kept(tmp_path: Path) -> None:
    cache(tmp_path).put(name(1), bytes(LARGEST_ENTRY + 1))
    assert cache(tmp_path).get(name(1)) is None
    cache(tmp_path).put(name(2), bytes(LARGEST_ENTRY))
    assert cache(tmp_path).get(name(2)) == bytes(LARGEST_ENTRY)


def test_the_last_room_on_a_disk_is_left_for_works(tmp_path: Path) -> None:
    cache(tmp_path, room=1 << 62).put(name(1), b"picture")
    assert kept(tmp_path) == set()


class Refusing(Disk):
    """Every call of one name fails."""

    def __init__(self, call: str, code: int) -> None:
        self.call, self.code = call, code

    def _ask(self, call: str) -> None:
        if call == self.call:
            raise OSError(self.code, os.strerror(self.code))

    def create(self, path: Path) -> io.FileIO:
        self._ask("create")
        return _Full(path, "x+") if self.call == "write" else super().create(path)

    def rename(self, source: Path, target: Path) -> None:
        self._ask("rename")
        super().rename(source, target)

    def remove(self, path: Path) -> None:
        self._ask("remove")
        super().remove(path)

    def make_folder(self, path: Path, mode: int = 0o777) -> None:
        self._ask("make_folder")
        super().make_folder(path, mode)

    def set_times(self, path: Path, accessed_ns: int, modified_ns: int) -> None:
        self._ask("set_times")
        super().set_times(path, accessed_ns, modified_ns)


class _Full(io.FileIO):
    """The disk takes three bytes and no more."""

    def write(self, content: object) -> int:
        assert isinstance(content, bytes)
        return super().write(content[:3])


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
@pytest.mark.parametrize("call", ["create", "write", "rename", "make_folder"])
def test_a_disk_that_refuses_costs_an_entry_and_leaves_no_draft(tmp_path: Path, call: str, code: int) -> None:
    Thumbnails(tmp_path / "thumbnails", Refusing(call, code)).put(name(1), b"picture")
    assert cache(tmp_path).get(name(1)) is None
    assert not (tmp_path / "thumbnails").exists() or kept(tmp_path) == set()


@pytest.mark.parametrize("call", ["remove", "set_times"])
def test_a_disk_that_refuses_does_not_hide_what_is_kept(tmp_path: Path, call: str) -> None:
    one = Thumbnails(tmp_path / "thumbnails", Refusing(call, errno.EACCES), most_bytes=10)
    one.put(name(1), b"picture")
    aged(tmp_path, 1, 10 * 86_400)
    assert one.get(name(1)) == b"picture"
    one.trim()


def test_the_folder_may_be_anything(tmp_path: Path) -> None:
    (tmp_path / "thumbnails").write_bytes(b"a file stands here")
    cache(tmp_path).put(name(1), b"picture")
    assert cache(tmp_path).get(name(1)) is None
    assert cache(tmp_path).trim() == 0
    assert (tmp_path / "thumbnails").read_bytes() == b"a file stands here"


def test_a_folder_among_the_entries(tmp_path: Path) -> None:
    (tmp_path / "thumbnails" / name(1)).mkdir(parents=True)
    one = cache(tmp_path, most_bytes=1)
    assert one.get(name(1)) is None
    one.put(name(1), b"picture")
    one.trim()
    assert (tmp_path / "thumbnails" / name(1)).is_dir()


def test_drafts_of_the_dead_go_when_they_are_an_hour_old(tmp_path: Path) -> None:
    cache(tmp_path).put(name(1), b"picture")
    old, fresh = (tmp_path / "thumbnails" / f".{each}-0000.part" for each in ("old", "fresh"))
    old.write_bytes(b"half")
    fresh.write_bytes(b"half")
    moment = time.time() - 7200
    os.utime(old, (moment, moment))
    cache(tmp_path).trim()
    assert kept(tmp_path) == {fresh.name, name(1)}


def test_names_know_the_file_and_the_wish(tmp_path: Path) -> None:
    path, other = tmp_path / "fox.jpg", tmp_path / "hare.jpg"
    path.write_bytes(b"picture")
    other.write_bytes(b"picture")
    os.utime(other, ns=(0, path.stat().st_mtime_ns))
    first = entry_name(files.inspect(path), "256")
    assert entry_name(files.inspect(path), "256") == first
    found = {first, entry_name(files.inspect(path), "128"), entry_name(files.inspect(other), "256")}
    os.utime(path, ns=(0, 1))
    found.add(entry_name(files.inspect(path), "256"))
    path.write_bytes(b"picture, stated")
    os.utime(path, ns=(0, 1))
    found.add(entry_name(files.inspect(path), "256"))
    assert len(found) == 5
    assert all(len(each) == 64 and "fox" not in each for each in found)


def test_an_entry_is_found_whichever_way_the_file_is_named(tmp_path: Path) -> None:
    path, link = tmp_path / "fox.jpg", tmp_path / "link.jpg"
    path.write_bytes(b"picture")
    link.symlink_to(path)
    assert entry_name(files.inspect(link), "") == entry_name(files.inspect(path), "")


def crowd(folder: Path, mark: int) -> None:
    one = cache(folder, most_bytes=20_000)
    for number in range(150):
        content = bytes([number % 7]) * 500
        one.put(Digest.of(b"%d" % (number % 60)).hex, content)
        found = one.get(Digest.of(b"%d" % ((number + mark) % 60)).hex)
        assert found is None or (len(found) == 500 and len(set(found)) == 1)
        if number % 20 == 0:
            one.trim()


def test_several_processes_at_once(tmp_path: Path) -> None:
    children = [SPAWN.Process(target=crowd, args=(tmp_path, mark)) for mark in range(3)]
    for child in children:
        child.start()
    for child in children:
        child.join(60)
        assert child.exitcode == 0
    cache(tmp_path, most_bytes=20_000).trim()
    assert sum(path.stat().st_size for path in (tmp_path / "thumbnails").iterdir()) <= 20_000
    assert not [path for path in kept(tmp_path) if path.endswith(thumbnails._DRAFT)]


def test_it_lies_in_the_users_home(tmp_path: Path) -> None:
    assert Home(tmp_path).thumbnails == tmp_path / "thumbnails"
