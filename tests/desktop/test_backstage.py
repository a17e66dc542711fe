"""The helper process, without a process: the far end of its pipe is held by the test."""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING

import pytest

from artistguard.desktop.backstage import Answer, Asked, Bench, End, Order, Stop, Values, serve
from artistguard.desktop.errands import Progress
from tests.suites.desk import Count, Endless, Failing, Secretive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection


@pytest.fixture
def ends() -> Iterator[tuple[Connection, Connection]]:
    ours, theirs = multiprocessing.Pipe()
    yield ours, theirs
    ours.close()
    theirs.close()


def said(pipe: Connection) -> tuple[list[object], End]:
    """Everything that came of one errand."""
    found: list[object] = []
    while True:
        message = pipe.recv()
        if isinstance(message, End):
            return found, message
        assert isinstance(message, Values)
        found += message.values


def work(ends: tuple[Connection, Connection], *messages: object) -> tuple[list[object], End]:
    ours, theirs = ends
    for message in messages:
        ours.send(message)
    bench = Bench(theirs)
    bench.carry_out(bench.next())
    return said(ours)


def test_all_values_arrive_in_their_order_and_the_last_progress(ends: tuple[Connection, Connection]) -> None:
    found, end = work(ends, Order(7, Count(120)))
    assert [each for each in found if isinstance(each, int)] == list(range(120))
    assert [each for each in found if isinstance(each, Progress)][-1] == Progress("Counting", 120, 120)
    assert end == End(7)


def test_an_error_ends_the_errand_with_its_words(ends: tuple[Connection, Connection]) -> None:
    found, end = work(ends, Order(1, Failing()))
    assert found == [1]
    assert end.trouble is not None
    assert (end.trouble.code, end.trouble.message) == ("damaged", "It is torn.")


def test_stopped_in_the_middle_it_still_tells_what_is_kept(ends: tuple[Connection, Connection]) -> None:
    found, end = work(ends, Order(4, Endless()), Stop(4))
    # The stop was there before the first file: nothing was begun.
    assert end == End(4, stopped=True)
    assert found == []
    ours, theirs = ends
    bench = Bench(theirs)
    ours.send(Order(5, Endless()))
    order = bench.next()
    ours.send(Order(6, Count(1)))
    ours.send(Stop(6))

    class Once:
        """Asks for the stop after the errand has begun."""

        def work(self, desk: Bench) -> Iterator[object]:
            inner = order.errand.work(desk)
            yield next(inner)
            ours.send(Stop(5))
            yield from inner

    bench.carry_out(Order(5, Once()))  # type: ignore[arg-type]
    found, end = said(ours)
    words = [each for each in found if isinstance(each, str)]
    assert words == ["file 1", "kept 0", "kept 1", "kept 2"]
    assert end == End(5, stopped=True)
    bench.carry_out(bench.next())
    assert said(ours) == ([], End(6, stopped=True))


def test_a_passphrase_is_asked_for_and_taken(ends: tuple[Connection, Connection]) -> None:
    ours, theirs = ends
    bench = Bench(theirs)
    ours.send(Order(2, Secretive()))
    ours.send(Answer("open sesame"))
    bench.carry_out(bench.next())
    assert ours.recv() == Asked(2)
    assert said(ours) == (["open sesame"], End(2))


def test_when_the_window_is_gone_it_ends(ends: tuple[Connection, Connection]) -> None:
    ours, theirs = ends
    ours.send(Order(3, Endless()))
    ours.close()
    before = multiprocessing.active_children()
    serve(theirs)
    assert multiprocessing.active_children() == before
