"""A registry that does not answer holds up nobody who cancels; what it did not confirm waits and is sent again."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from artistguard.errors import Stopped, Unreachable
from artistguard.jobs.deliver import deliver
from artistguard.jobs.planning import Request
from artistguard.jobs.protect import protect
from artistguard.jobs.studio import EMBEDDED
from artistguard.store.outbox import Posting
from artistguard.terms import Choice, Declaration
from tests.suites.registry_makers import Clock, opened
from tests.suites.workshop import FOX, PHOTO, PICTURE, workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artistguard.jobs.outcome import Outcome
    from artistguard.messages import Registry
    from tests.suites.workshop import Workshop

ELSEWHERE = "https://elsewhere.example"


class Mute:
    """A registry that is asked and says nothing until it is let go."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.answers = threading.Event()

    def describe(self) -> Any:
        self.asked.set()
        assert self.answers.wait(600)
        raise Unreachable("It fell silent.")


@pytest.fixture
def mute() -> Iterator[Mute]:
    made = Mute()
    yield made
    made.answers.set()


@pytest.fixture
def shop(tmp_path: Path, mute: Mute) -> Iterator[Workshop]:
    with workshop(tmp_path) as made:
        made.addresses[ELSEWHERE] = mute  # type: ignore[assignment]
        yield made


def run(shop: Workshop, mute: Mute, *paths: Path) -> tuple[list[Outcome], bool]:
    """Protect, and cancel once the registry is being waited for: what was told, and whether the run ended by that."""
    found: list[Outcome] = []
    request = Request(tuple(map(str, paths)), Declaration(Choice.SEARCH_ONLY), registries=(EMBEDDED, ELSEWHERE), jobs=1)
    stopped = False

    def listen(*_: object) -> None:
        nonlocal stopped
        # As the window does: it says so once.
        if mute.asked.is_set() and not stopped:
            stopped = True
            raise Stopped("It was stopped.")

    try:
        found.extend(protect(shop.studio, request, listen))
    except Stopped:
        return found, True
    return found, False


def test_who_cancels_does_not_wait_for_a_registry(shop: Workshop, mute: Mute, tmp_path: Path) -> None:
    fox = shop.put(FOX)
    before = fox.read_bytes()
    told, stopped = run(shop, mute, fox)
    assert stopped
    assert not mute.answers.is_set()
    assert [each.status for each in told] == ["protected"]
    assert fox.read_bytes() != before
    # Every file was done: there is nothing to go on with, only to send.
    assert shop.studio.store.runs.unfinished() == ()
    (version,) = shop.studio.store.catalogue.versions()
    assert [each.origin for each in shop.studio.store.receipts.of(version.record)] == [shop.ledger.key.name]
    assert [each.state for each in shop.studio.store.outbox.of(version.record)] == [Posting.WAITING]
    (tmp_path / "there").mkdir()
    there: Registry = opened(tmp_path / "there", Clock(), origin="elsewhere.example/log")
    shop.studio.connect = {EMBEDDED: shop.ledger, ELSEWHERE: there}.__getitem__
    assert deliver(shop.studio, ELSEWHERE).confirmed == [version.record]


def test_what_is_ready_is_still_put_in_its_place(shop: Workshop, mute: Mute) -> None:
    paths = [shop.put(each) for each in (FOX, PHOTO, PICTURE)]
    told, stopped = run(shop, mute, *paths)
    assert stopped
    assert {each.status for each in told} == {"protected"}
    changed = {str(version.path) for version in shop.studio.store.catalogue.versions()}
    assert {each.path for each in told} == changed
    assert shop.hidden() == []


def test_also_where_nothing_has_to_be_written(shop: Workshop, mute: Mute) -> None:
    fox = shop.put(FOX)
    shop.one(fox)
    told, stopped = run(shop, mute, fox)
    assert stopped
    assert [each.status for each in told] == ["unchanged"]
    assert shop.studio.store.outbox.count(Posting.WAITING) == 1
