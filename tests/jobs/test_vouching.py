"""Content credentials of files found anywhere, validated apart."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import c2pa

from artistguard.credentials import library
from artistguard.credentials.values import Standing
from artistguard.jobs import vouching
from artistguard.jobs.crew import Crew
from artistguard.jobs.listing import Task
from artistguard.jobs.survey import SurveyOrder, survey
from artistguard.jobs.vouching import VouchOrder, vouched
from tests.suites import credentialed
from tests.suites.crew_tasks import library_for
from tests.suites.workshop import FOX, SAMPLES

if TYPE_CHECKING:
    import pytest

    from artistguard.credentials.values import Credentials
    from tests.suites.workshop import Workshop

LIBRARIES = Path(c2pa.__file__).parent / "libs"


def told(*paths: Path) -> dict[str, Credentials]:
    ready = [(Task(str(path), str(path), str(path), f"{path}.xmp"), survey(SurveyOrder(str(path)))) for path in paths]
    return vouched(ready, 1)


def test_files_without_credentials_start_no_process(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("artistguard.jobs.crew._pool", lambda _: 1 / 0)
    assert told(shop.put(FOX)) == {}


def test_inside_beside_and_broken(shop: Workshop) -> None:
    inside, beside = shop.put(FOX, "a.png"), shop.put(FOX, "b.png")
    inside.write_bytes(credentialed.embedded(inside.read_bytes(), "image/png"))
    Path(f"{beside}.c2pa").write_bytes(credentialed.beside(beside.read_bytes()))
    odd = shop.put(SAMPLES / "image" / "jpeg" / "hand-credentials.jpg")
    found = told(inside, beside, odd)
    assert [found[str(path)].standing for path in (inside, beside, odd)] == [
        Standing.VALID,
        Standing.VALID,
        Standing.INVALID,
    ]
    assert found[str(beside)].beside


def test_types_that_no_format_of_ours_recognises(shop: Workshop) -> None:
    film = shop.folder / "film.mov"
    film.write_bytes(b"no film at all, but long enough to be looked at")
    assert told(film)[str(film)].standing in {Standing.ABSENT, Standing.INVALID}


def test_a_library_in_the_current_folder_is_not_loaded(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = shop.put(FOX)
    picture.write_bytes(credentialed.embedded(picture.read_bytes(), "image/png"))
    for installed in LIBRARIES.iterdir():
        (shop.folder / installed.name).symlink_to(installed)
    monkeypatch.chdir(shop.folder)
    with Crew(1, apart=True) as crew:
        ((_, loaded),) = crew.each(library_for, [VouchOrder(str(picture), "image/png")])
    assert isinstance(loaded, str)
    assert Path(loaded).parent == LIBRARIES


def test_a_missing_library_is_told_as_the_reason(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = shop.put(FOX)
    picture.write_bytes(credentialed.embedded(picture.read_bytes(), "image/png"))
    monkeypatch.delitem(sys.modules, "c2pa")
    monkeypatch.setattr(library, "find_spec", lambda _: None)
    monkeypatch.setattr(Crew, "each", lambda _, function, items: [(item, refused(function, item)) for item in items])
    assert told(picture)[str(picture)].reasons == ("The library for content credentials is missing.",)


def refused(function: object, item: VouchOrder) -> object:
    try:
        return function(item)  # type: ignore[operator]
    except vouching.ArtistGuardError as problem:
        return problem
