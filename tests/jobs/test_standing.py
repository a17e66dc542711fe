"""Which files were edited since: a look is enough where the file was read before, and never lies for what was not."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from artistguard.jobs.standing import look, read
from artistguard.store import files
from tests.suites.workshop import BOOK, FOX, LAYERS, PICTURE, SONG, workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artistguard.jobs.standing import Looked
    from tests.suites.workshop import Workshop

LONG_AGO_NS = 10**18


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workshop]:
    with workshop(tmp_path) as made:
        yield made


def age(path: Path, ns: int = LONG_AGO_NS) -> None:
    """Last changed in 2001, so that no coarse clock of a disk leaves a doubt."""
    os.utime(path, ns=(ns, ns))


def whole(shop: Workshop) -> Looked:
    """All that can be known now."""
    found = look(shop.studio)
    edited = set(found.edited)
    while found.unread:
        found = read(shop.studio, found.unread, 0.05)
        edited |= set(found.edited)
    return found._replace(edited=tuple(edited))


def names(shop: Workshop, found: Looked) -> set[str]:
    numbered = {version.number: version.path.name for version in shop.studio.store.catalogue.versions()}
    return {numbered[number] for number in found.edited}


def test_read_once_they_are_known_by_a_look(shop: Workshop) -> None:
    made = [shop.put(FOX), shop.put(SONG), shop.put(BOOK)]
    shop.protect(*made)
    for path in made:
        age(path)
    first = look(shop.studio)
    assert (first.edited, {each.path for each in first.unread}) == ((), set(map(str, made)))
    assert whole(shop).edited == ()
    assert look(shop.studio) == ((), ())


def test_an_edit_that_keeps_size_and_date_is_seen(shop: Workshop) -> None:
    fox = shop.put(FOX)
    shop.protect(fox)
    age(fox)
    whole(shop)
    content = bytearray(fox.read_bytes())
    content[-1] ^= 1
    other = fox.with_name("other")
    other.write_bytes(content)
    age(other)
    # As programs save: a new file in the place of the old one.
    other.replace(fox)
    assert look(shop.studio).unread
    assert names(shop, whole(shop)) == {fox.name}
    # What is not as we left it is read again each time: it may have been put right.
    assert look(shop.studio).unread


def test_gone_changed_and_odd_files_hide_no_other(shop: Workshop) -> None:
    made = [shop.put(each) for each in (FOX, SONG, BOOK, PICTURE)]
    shop.protect(*made)
    fox, song, book, _ = made
    fox.unlink()
    song.unlink()
    song.symlink_to(song.name)
    book.write_bytes(book.read_bytes() + b"more")
    assert names(shop, look(shop.studio)) == {fox.name}
    assert names(shop, whole(shop)) == {fox.name, song.name, book.name}


def test_what_changed_a_moment_ago_is_not_believed_by_its_look(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    fox = shop.put(FOX)
    shop.protect(fox)
    age(fox, time.time_ns())
    whole(shop)
    assert look(shop.studio).unread


def test_a_few_at_a_time(shop: Workshop) -> None:
    made = [shop.put(each) for each in (FOX, SONG, BOOK)]
    shop.protect(*made)
    found = look(shop.studio)
    for left in (2, 1, 0):
        found = read(shop.studio, found.unread, 0.0)
        assert len(found.unread) == left


def test_a_link_is_read_each_time(shop: Workshop, tmp_path: Path) -> None:
    fox = shop.put(FOX)
    shop.protect(fox)
    real = tmp_path / "elsewhere.png"
    fox.rename(real)
    age(real)
    fox.symlink_to(real)
    assert whole(shop).edited == ()
    real.write_bytes(real.read_bytes() + b"more")
    age(real)
    assert names(shop, whole(shop)) == {fox.name}


def test_the_memory_of_files_that_do_not_count_any_more_goes(shop: Workshop) -> None:
    from artistguard.jobs.put_back import put_back

    made = [shop.put(FOX), shop.put(SONG)]
    shop.protect(*made)
    for path in made:
        age(path)
    whole(shop)
    glances = shop.studio.store.catalogue.glances
    assert set(glances.looks()) == set(map(str, made))
    assert all(put.error is None for put in put_back(shop.studio, [str(made[0])]))
    glances.keep([])
    assert set(glances.looks()) == {str(made[1])}


def test_glances_say_what_the_catalogue_says(shop: Workshop, tmp_path: Path) -> None:
    shop.protect(shop.put(FOX), name="Ada")
    shop.protect(shop.put(LAYERS), out=tmp_path / "out", address=None)
    catalogue = shop.studio.store.catalogue
    for glance, version in zip(catalogue.glances.all(), catalogue.versions(), strict=True):
        assert (glance.number, glance.work, glance.path) == (version.number, version.work, str(version.path))
        assert glance.sidecar == (str(version.sidecar) if version.sidecar else "")
        assert (glance.choice, glance.name) == (version.choice, version.inscription.declaration.name)
        assert (glance.state, glance.after, glance.at) == (version.state, version.after.hex, version.at)
        assert glance.after == files.digest_of(version.path).hex
    confirmed, alone = catalogue.glances.all()
    assert (confirmed.origins, alone.origins) == ((shop.ledger.key.name,), ())
