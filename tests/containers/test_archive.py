from __future__ import annotations

import io
import struct
import subprocess
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some

from artistguard.containers.archive import Archive
from artistguard.containers.directory import name_of
from artistguard.errors import CannotEmbed, Damaged, FileProblem, Locked, TooLarge

if TYPE_CHECKING:
    from pathlib import Path

STAMP = (2026, 1, 2, 3, 4, 6)


class Pipe(io.RawIOBase):
    def __init__(self) -> None:
        self.content = io.BytesIO()

    def writable(self) -> bool:
        return True

    def write(self, content: bytes) -> int:  # type: ignore[override]
        return self.content.write(content)


def packed(members: dict[str, bytes], *, comment: bytes = b"", wide: bool = False, piped: bool = False) -> bytes:
    pipe = Pipe()
    with zipfile.ZipFile(pipe if piped else pipe.content, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        archive.comment = comment
        for name, content in members.items():
            member = zipfile.ZipInfo(name, STAMP)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.extra = struct.pack("<2H4s", 0xCAFE, 4, b"kept")
            with archive.open(member, "w", force_zip64=wide) as stream:
                stream.write(content)
    return pipe.content.getvalue()


def changed(content: bytes, changes: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    Archive(io.BytesIO(content)).rewrite(target, changes)
    return target.getvalue()


MEMBERS = {"one": b"first " * 50, "two/ö.txt": b"second " * 50, "three": b""}
KINDS = {
    "plain": packed(MEMBERS),
    "comment": packed(MEMBERS, comment=b"a comment"),
    "zip64": packed(MEMBERS, wide=True),
    "piped": packed(MEMBERS, piped=True),
    "piped zip64": packed(MEMBERS, piped=True, wide=True),
}


@pytest.mark.parametrize("kind", KINDS)
def test_members_are_read_as_they_were_packed(kind: str) -> None:
    archive = Archive(io.BytesIO(KINDS[kind]))
    assert {name: archive.content(name) for name in archive.names} == MEMBERS


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "changes", [{"one": b"new"}, {"two/ö.txt": b"n" * 9999}, {"four": b"4"}, {"three": b"3", "ü": b"u"}]
)
def test_only_what_is_named_changes(kind: str, changes: dict[str, bytes], tmp_path: Path) -> None:
    content = KINDS[kind]
    target = changed(content, changes)
    with zipfile.ZipFile(io.BytesIO(target)) as after, zipfile.ZipFile(io.BytesIO(content)) as before:
        assert after.testzip() is None
        assert {name: after.read(name) for name in after.namelist()} == {**MEMBERS, **changes}
        assert after.comment == before.comment
        assert after.namelist()[:3] == before.namelist()
        for old, new in zip(before.infolist(), after.infolist(), strict=False):
            assert (new.date_time, new.external_attr, new.extra[-8:]) == (STAMP, old.external_attr, old.extra[-8:])
    file = tmp_path / "a.zip"
    file.write_bytes(target)
    subprocess.run(["unzip", "-tqq", file], check=True)
    assert changed(target, changes) == target
    kept = {*changes}
    assert Archive(io.BytesIO(target)).untouched(kept) == Archive(io.BytesIO(content)).untouched(kept)


@pytest.mark.parametrize("kind", KINDS)
def test_no_change_gives_the_same_bytes(kind: str) -> None:
    assert changed(KINDS[kind], {}) == KINDS[kind]
    assert changed(KINDS[kind], {"one": MEMBERS["one"]}) == KINDS[kind]


def test_a_change_and_back_gives_the_same_contents() -> None:
    there = changed(KINDS["plain"], {"one": b"new"})
    assert Archive(io.BytesIO(changed(there, {"one": MEMBERS["one"]}))).content("one") == MEMBERS["one"]


def test_a_comment_that_looks_like_an_end_is_a_comment() -> None:
    content = packed(MEMBERS, comment=b"PK\x05\x06 looks like an end")
    assert Archive(io.BytesIO(content)).content("one") == MEMBERS["one"]
    assert Archive(io.BytesIO(changed(content, {"one": b"new"}))).content("one") == b"new"


def test_bytes_behind_the_end_are_kept() -> None:
    content = KINDS["plain"] + b"\0\0\0"
    assert changed(content, {"one": b"new"}).endswith(b"\0\0\0")


def test_bytes_before_the_beginning_are_refused() -> None:
    whole = io.BytesIO(b"#!/bin/sh\n")
    with zipfile.ZipFile(whole, "a") as archive:
        archive.writestr("one", b"1")
    with pytest.raises(CannotEmbed):
        changed(whole.getvalue(), {"one": b"2"})


def test_a_name_that_stands_twice_is_refused() -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("one", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("one", b"2")
    with pytest.raises(CannotEmbed):
        changed(whole.getvalue(), {"one": b"3"})


def test_an_encrypted_member_is_locked() -> None:
    content = bytearray(KINDS["plain"])
    place = content.index(b"PK\x01\x02")
    content[place + 8] |= 1
    with pytest.raises(Locked):
        Archive(io.BytesIO(bytes(content))).content("one")
    with pytest.raises(CannotEmbed):
        changed(bytes(content), {"one": b"3"})


def test_a_bomb_is_not_unpacked() -> None:
    content = packed({"bomb": bytes(40 * 1024 * 1024)})
    with pytest.raises(TooLarge):
        Archive(io.BytesIO(content)).content("bomb")


def test_a_bomb_that_lies_about_its_size_is_damaged() -> None:
    content = bytearray(packed({"bomb": bytes(4 * 1024 * 1024)}))
    place = content.index(b"PK\x01\x02")
    content[place + 24 : place + 28] = (100).to_bytes(4, "little")
    with pytest.raises(Damaged):
        Archive(io.BytesIO(bytes(content))).content("bomb")


def test_members_that_overlap_are_damaged() -> None:
    content = bytearray(KINDS["plain"])
    second = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 4)
    content[second + 42 : second + 46] = (0).to_bytes(4, "little")
    with pytest.raises(Damaged, match="overlap"):
        Archive(io.BytesIO(bytes(content)))


def test_too_many_members_are_refused() -> None:
    content = bytearray(KINDS["zip64"])
    end = content.rindex(b"PK\x05\x06")
    content[end + 8 : end + 12] = b"\xfe\xff\xfe\xff"
    with pytest.raises(TooLarge):
        Archive(io.BytesIO(bytes(content)))


def test_a_wrong_checksum_is_damaged() -> None:
    content = bytearray(KINDS["plain"])
    place = content.index(b"PK\x01\x02")
    content[place + 16] ^= 1
    with pytest.raises(Damaged):
        Archive(io.BytesIO(bytes(content))).content("one")


def test_what_is_missing_is_damaged() -> None:
    with pytest.raises(Damaged):
        Archive(io.BytesIO(KINDS["plain"])).content("nix")


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x05\x06", zlib.compress(b"x" * 100), b"PK\x05\x06" + bytes(17)])
def test_what_is_no_archive_is_damaged(content: bytes) -> None:
    with pytest.raises(Damaged):
        Archive(io.BytesIO(content))


def test_an_empty_archive_takes_a_first_member() -> None:
    content = b"PK\x05\x06" + bytes(18)
    assert Archive(io.BytesIO(changed(content, {"one": b"1"}))).content("one") == b"1"


def test_names_in_old_code_pages() -> None:
    assert name_of("ö".encode()) == "ö"
    assert name_of(b"\x94") == "ö"


@pytest.mark.parametrize("kind", KINDS)
def test_every_truncation_is_told(kind: str) -> None:
    content = KINDS[kind]
    for cut in range(0, len(content) - 30, 7):
        with pytest.raises(FileProblem):
            Archive(io.BytesIO(content[:cut]))


@given(
    some.sampled_from(sorted(KINDS)),
    some.lists(some.tuples(some.integers(0, 2000), some.integers(0, 255)), min_size=1, max_size=4),
)
def test_flipped_bytes_end_in_a_clear_error_or_a_sound_copy(kind: str, flips: list[tuple[int, int]]) -> None:
    content = bytearray(KINDS[kind])
    for place, value in flips:
        content[place % len(content)] = value
    try:
        archive = Archive(io.BytesIO(bytes(content)))
        before = archive.untouched({"one"})
        after = changed(bytes(content), {"one": b"new"})
    except FileProblem:
        return
    assert Archive(io.BytesIO(after)).untouched({"one"}) == before
    assert changed(after, {"one": b"new"}) == after
