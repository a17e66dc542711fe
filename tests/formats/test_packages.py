from __future__ import annotations

import hashlib
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artistguard.formats import packages
from artistguard.works import Digest, Medium

digests = st.binary(max_size=8).map(Digest.of)
trees = st.dictionaries(st.text(min_size=1, max_size=12), digests, max_size=8)


@given(trees, st.randoms(use_true_random=False))
def test_the_order_of_listing_means_nothing(tree: dict[str, Digest], order: object) -> None:
    entries = list(tree.items())
    shuffled = list(entries)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert packages.tree_digest(entries) == packages.tree_digest(shuffled)


@given(trees, trees)
def test_different_trees_have_different_digests(one: dict[str, Digest], other: dict[str, Digest]) -> None:
    assert (packages.tree_digest(one.items()) == packages.tree_digest(other.items())) == (one == other)


def test_the_digest_is_the_one_that_is_documented() -> None:
    content = Digest.of(b"words")
    path = "é.tx"
    row = len(path.encode()).to_bytes(8, "big") + path.encode() + hashlib.sha256(b"words").digest()
    assert packages.tree_digest([(path, content)]).hex == hashlib.sha256(row).hexdigest()
    assert packages.tree_digest([]).hex == hashlib.sha256(b"").hexdigest()


def test_paths_of_every_system_give_the_same_digest() -> None:
    content = Digest.of(b"words")
    expected = packages.tree_digest([("Files/1.rtf", content)])
    for path in (PurePosixPath("Files/1.rtf"), PureWindowsPath(r"Files\1.rtf")):
        assert packages.tree_digest([(path, content)]) == expected


def test_borders_between_path_and_content_cannot_be_moved() -> None:
    one, other = Digest.of(b"1"), Digest.of(b"2")
    assert packages.tree_digest([("a", one), ("b", other)]) != packages.tree_digest([("a", other), ("b", one)])
    assert packages.tree_digest([("ab", one)]) != packages.tree_digest([("a/b", one)])


def test_names_that_are_no_unicode_keep_their_bytes() -> None:
    assert packages.tree_digest([("caf\udce9", Digest.of(b""))]) != packages.tree_digest([("café", Digest.of(b""))])


def test_a_path_listed_twice_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="twice"):
        packages.tree_digest([("a", Digest.of(b"1")), ("a", Digest.of(b"2"))])


@pytest.mark.parametrize(
    ("name", "medium"),
    [
        ("My novel.scriv", Medium.TEXT),
        ("Song.LOGICX", Medium.AUDIO),
        ("All.photoslibrary", Medium.IMAGE),
        ("a.b.key", None),
    ],
)
def test_folders_that_are_documents_are_known(name: str, medium: Medium | None) -> None:
    assert packages.is_package(name)
    assert packages.of(name).medium is medium
    assert packages.of(name).name


@pytest.mark.parametrize("name", ["Pictures", "scriv", ".scriv", "novel.scriv.backup", "", "a.", "2024.05"])
def test_other_folders_are_only_folders(name: str) -> None:
    assert not packages.is_package(name)
    assert packages.of(name) is packages.FOLDER


def test_no_extension_is_listed_twice_or_written_oddly() -> None:
    known = [package.extension for package in packages.PACKAGES]
    assert len(set(known)) == len(known)
    assert all(extension == extension.lower().strip(".") and extension for extension in known)
