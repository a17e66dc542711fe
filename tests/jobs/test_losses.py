"""What a copy no longer says, though the work that it is says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from artistguard.jobs.check import check
from artistguard.jobs.losses import Comparison, compare
from artistguard.jobs.studio import EMBEDDED
from tests.suites.workshop import FOX, LIGHTHOUSE, ignore

if TYPE_CHECKING:
    from pathlib import Path

    from tests.suites.workshop import Workshop


def compared(shop: Workshop, path: Path) -> tuple[Comparison, ...]:
    (finding,) = check(shop.studio, (str(path),), (EMBEDDED,), 1, ignore)
    return compare(shop.studio, finding)


def stripped(work: Path, target: Path) -> Path:
    with Image.open(work) as picture:
        picture.convert("RGB").save(target, quality=90)
    return target


def test_the_very_file_lost_nothing(shop: Workshop) -> None:
    work = shop.put(LIGHTHOUSE)
    shop.one(work)
    (comparison,) = compared(shop, work)
    assert comparison.complete
    assert (comparison.title, comparison.lost) == ("Lighthouse", ())
    assert "plus" in comparison.left


def test_a_saved_copy_lost_all_layers(shop: Workshop, tmp_path: Path) -> None:
    work = shop.put(LIGHTHOUSE)
    shop.one(work)
    (comparison,) = compared(shop, stripped(work, tmp_path / "copy.jpg"))
    assert comparison.silent
    assert not comparison.complete
    assert {one.layer for one in comparison.lost} >= {"plus", "tdmrep", "artistguard"}
    assert comparison.left == ()


def test_where_our_own_file_is_gone_the_silence_is_still_told(shop: Workshop, tmp_path: Path) -> None:
    work = shop.put(LIGHTHOUSE)
    shop.one(work)
    copy = stripped(work, tmp_path / "copy.jpg")
    work.unlink()
    (comparison,) = compared(shop, copy)
    assert (comparison.silent, comparison.lost) == (True, ())


def test_a_strange_file_is_compared_with_nothing(shop: Workshop) -> None:
    shop.one(shop.put(LIGHTHOUSE))
    assert compared(shop, shop.put(FOX)) == ()
