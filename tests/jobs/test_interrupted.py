"""A run that ended before all was done is known again, with what is left of it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import Stopped
from artistguard.jobs.interrupted import asked, interrupted, let_be
from artistguard.jobs.planning import Request
from artistguard.jobs.protect import protect
from artistguard.jobs.put_back import put_back
from artistguard.terms import Choice, Declaration
from tests.suites.artworks import picture
from tests.suites.workshop import Workshop, ignore, workshop

if TYPE_CHECKING:
    from pathlib import Path


def painted(shop: Workshop, count: int) -> list[Path]:
    paths = [shop.folder / f"Study {number}.png" for number in range(count)]
    for number, path in enumerate(paths):
        picture(number, (160, 120)).save(path)
    return paths


def stopped_after(shop: Workshop, files: int, request: Request) -> None:
    def listen(stage: str, done: int, _: int) -> None:
        if stage == "Writing" and done >= files:
            raise Stopped("It was stopped.")

    with pytest.raises(Stopped):
        list(protect(shop.studio, request, listen))


def test_what_is_left_is_known_and_gone_on_with(tmp_path: Path) -> None:
    with workshop(tmp_path) as shop:
        paths = painted(shop, 5)
        asked = Request(
            (str(shop.folder),), Declaration(Choice.NOTHING, "Zoe"), registries=(), families=((str(paths[0]),),)
        )
        stopped_after(shop, 2, asked)
        assert interrupted(shop.studio) == ()  # this process is still alive
    with workshop(tmp_path) as shop:
        (left,) = interrupted(shop.studio)
        assert (left.total, left.missing) == (5, 3)
        assert replace(left.request, only=None) == asked
        done = [each.path for each in protect(shop.studio, left.request, ignore)]
        assert sorted(done) == sorted(left.request.only or ())
        assert interrupted(shop.studio) == ()
        assert {each.choice for each in shop.studio.store.catalogue.versions()} == {Choice.NOTHING}


def test_another_run_may_have_done_it(tmp_path: Path) -> None:
    with workshop(tmp_path) as shop:
        painted(shop, 4)
        stopped_after(shop, 1, Request((str(shop.folder),)))
    with workshop(tmp_path) as shop:
        shop.protect(shop.folder)
        assert interrupted(shop.studio) == ()


def test_it_is_let_be_or_put_back(tmp_path: Path) -> None:
    with workshop(tmp_path) as shop:
        paths = painted(shop, 4)
        before = [path.read_bytes() for path in paths]
        stopped_after(shop, 2, Request((str(shop.folder),)))
    with workshop(tmp_path) as shop:
        (left,) = interrupted(shop.studio)
        assert [path.read_bytes() for path in paths] != before
        assert all(each.error is None for each in put_back(shop.studio, [left.run]))
        assert [path.read_bytes() for path in paths] == before
        let_be(shop.studio, left.run)
        assert interrupted(shop.studio) == ()


def test_a_run_to_its_end_leaves_nothing(shop: Workshop) -> None:
    painted(shop, 3)
    shop.protect(shop.folder)
    assert shop.studio.store.runs.unfinished() == ()
    assert shop.studio.store.database.read("SELECT * FROM wanted") == []


@pytest.mark.parametrize(("kept", "meant"), [("https://registry.example", ("https://registry.example",)), (None, ())])
def test_a_run_of_the_first_edition_named_one_registry(
    tmp_path: Path, kept: str | None, meant: tuple[str, ...]
) -> None:
    with workshop(tmp_path) as shop:
        (path,) = painted(shop, 1)
        held = json.loads(asked(Request((str(path),))))
        held["address"] = kept
        del held["registries"]
        runs = shop.studio.store.runs
        runs.begin("protect", owner="gone", asked=json.dumps(held).encode(), wanted=[path])
        (left,) = interrupted(shop.studio)
        assert left.request.registries == meant
