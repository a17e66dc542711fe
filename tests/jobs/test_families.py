"""What the creator says about which files are one work holds, in this run and in later ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.jobs.families import said
from artistguard.jobs.outcome import Status
from artistguard.jobs.planning import Request
from artistguard.jobs.protect import protect
from artistguard.terms import Declaration
from tests.suites import foreign
from tests.suites.workshop import FOX, LAYERS, LIGHTHOUSE, LIGHTHOUSE_SMALL, PHOTO, ignore

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.jobs.outcome import Outcome
    from tests.suites.workshop import Workshop


def protected(
    shop: Workshop, *paths: Path, families: tuple[tuple[Path, ...], ...] = (), dry_run: bool = False
) -> list[Outcome]:
    told = tuple(tuple(map(str, family)) for family in families)
    request = Request(tuple(map(str, paths)), Declaration(), families=told, dry_run=dry_run)
    return sorted(protect(shop.studio, request, ignore), key=lambda each: each.path)


def works(outcomes: list[Outcome]) -> int:
    return len({each.work for each in outcomes})


def test_files_that_nothing_ties_are_one_work_because_she_says_so(shop: Workshop) -> None:
    fox, photo = shop.put(FOX), shop.put(PHOTO)
    assert works(protected(shop, fox, photo, dry_run=True)) == 2
    found = protected(shop, fox, photo, families=((fox, photo),))
    assert works(found) == 1
    assert {each.grouped for each in found} == {"you said so"}
    assert {foreign.table(each, "XMP-ag:Work")["XMP-ag:Work"] for each in (fox, photo)} == {found[0].work}
    again = protected(shop, fox, photo)
    assert works(again) == 1
    assert {each.status for each in again} == {Status.UNCHANGED}


def test_a_format_that_nobody_can_look_into_may_join_a_picture(shop: Workshop) -> None:
    master, copy = shop.put(LAYERS), shop.put(FOX)
    assert works(protected(shop, master, copy, families=((master, copy),))) == 1
    assert works(protected(shop, master, copy)) == 1


def test_a_version_taken_out_is_a_work_of_its_own_from_then_on(shop: Workshop) -> None:
    large, small = shop.put(LIGHTHOUSE), shop.put(LIGHTHOUSE_SMALL)
    assert works(protected(shop, large, small)) == 1
    found = protected(shop, large, small, families=((large,), (small,)))
    assert works(found) == 2
    assert [each.status for each in found].count(Status.PROTECTED) >= 1
    assert works(protected(shop, large, small)) == 2


def test_the_larger_part_keeps_the_work(shop: Workshop) -> None:
    large, small, fox = shop.put(LIGHTHOUSE), shop.put(LIGHTHOUSE_SMALL), shop.put(FOX)
    first = protected(shop, large, small, fox, families=((large, small, fox),))
    found = protected(shop, large, small, fox, families=((fox,), (large, small)))
    after = {each.path: each.work for each in found}
    assert after[str(large)] == after[str(small)] == first[0].work
    assert after[str(fox)] != first[0].work


def test_a_third_version_joins_the_two_that_were_put_together(shop: Workshop) -> None:
    fox, large, small = shop.put(FOX), shop.put(LIGHTHOUSE), shop.put(LIGHTHOUSE_SMALL)
    assert works(protected(shop, fox, large, small, families=((fox, large),))) == 1


def test_a_work_that_is_alone_already_keeps_its_number(shop: Workshop) -> None:
    fox = shop.put(FOX)
    first = shop.one(fox)
    assert said(shop.studio, ((str(fox),),), {str(fox): first.work}) == {str(fox): first.work}
    assert said(shop.studio, (("/elsewhere",),), {str(fox): first.work}) == {}


def test_only_the_files_meant_are_worked_on(shop: Workshop) -> None:
    fox, photo = shop.put(FOX), shop.put(PHOTO)
    request = Request((str(shop.folder),), Declaration(), only=frozenset({str(fox)}))
    assert [each.path for each in protect(shop.studio, request, ignore)] == [str(fox)]
    assert photo.read_bytes() == PHOTO.read_bytes()
