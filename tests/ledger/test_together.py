"""Many threads served at once: everybody gets his own answer, once, whatever goes wrong with others."""

from __future__ import annotations

import threading
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import ArtistGuardError, DiskFull
from artistguard.ledger.together import Together

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def one(_: int) -> int:
    return 1


def asked_by_many(together: Together[int, str], count: int) -> dict[int, str | ArtistGuardError]:
    got: dict[int, str | ArtistGuardError] = {}

    def ask(number: int) -> None:
        try:
            got[number] = together.ask(number)
        except ArtistGuardError as problem:
            got[number] = problem

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
        assert not thread.is_alive()
    return got


class Desk:
    """Works slowly enough that others come meanwhile: it goes on when so many wait."""

    def __init__(self) -> None:
        self.groups: list[list[int]] = []
        self.busy = 0
        self.most_busy = 0
        self.first = threading.Event()
        self.go = threading.Event()

    def work(self, asked: Sequence[int]) -> Sequence[str]:
        self.busy += 1
        self.most_busy = max(self.most_busy, self.busy)
        self.groups.append(list(asked))
        self.first.set()
        assert self.go.wait(30)
        self.busy -= 1
        return [str(each) for each in asked]


def served(desk: Desk, together: Together[int, str], count: int) -> dict[int, str | ArtistGuardError]:
    """The first is under way when all others come."""
    got: dict[int, str | ArtistGuardError] = {}
    lead = threading.Thread(target=lambda: got.update({count: together.ask(count)}))
    lead.start()
    assert desk.first.wait(30)
    opener = threading.Timer(0.3, desk.go.set)
    opener.start()
    got |= asked_by_many(together, count)
    lead.join(30)
    opener.join()
    return got


def test_all_who_wait_are_served_at_once() -> None:
    desk = Desk()
    got = served(desk, Together(desk.work, one, 100), 20)
    assert got == {number: str(number) for number in range(21)}
    assert desk.groups[0] == [20]
    assert sorted(each for group in desk.groups[1:] for each in group) == list(range(20))
    assert len(desk.groups) < 21
    assert desk.most_busy == 1


@pytest.mark.parametrize(("weigh", "most"), [(one, 3), (lambda number: number, 8), (lambda _: 50, 8)])
def test_no_group_is_too_heavy(weigh: Callable[[int], int], most: int) -> None:
    desk = Desk()
    got = served(desk, Together(desk.work, weigh, most), 12)
    assert len(got) == 13
    assert all(len(group) == 1 or sum(map(weigh, group)) <= most for group in desk.groups)


def test_a_failure_is_told_to_the_group_and_the_next_goes_on() -> None:
    turns = Counter[str]()

    def work(asked: Sequence[int]) -> Sequence[str]:
        turns["all"] += 1
        if turns["all"] % 2:
            raise DiskFull("no room")
        return [str(each) for each in asked]

    together = Together(work, one, 2)
    got = [asked_by_many(together, 9) for _ in range(3)]
    assert all(len(each) == 9 for each in got)
    assert any(isinstance(answer, DiskFull) for each in got for answer in each.values())
    assert any(answer == str(number) for each in got for number, answer in each.items())


def test_a_mistake_in_the_program_leaves_nobody_waiting() -> None:
    desk = Desk()

    def broken(asked: Sequence[int]) -> Sequence[str]:
        if 5 in asked:
            raise KeyError("a mistake")
        return desk.work(asked)

    together = Together(broken, one, 1)
    desk.go.set()
    problems: list[BaseException] = []

    def ask() -> None:
        try:
            together.ask(5)
        except BaseException as problem:  # noqa: BLE001 - looked at below
            problems.append(problem)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join(30)
    assert [type(problem) for problem in problems] == [KeyError]
    assert together.ask(6) == "6"
