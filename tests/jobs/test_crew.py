from __future__ import annotations

import multiprocessing
import os
import sys
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import Damaged
from artistguard.jobs.crew import Crew
from tests.suites.crew_tasks import crash_on_seven, double, note, place, refuse_odd

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_item_comes_back_once(jobs: int) -> None:
    assert sorted(Crew(jobs).each(double, range(9))) == [(number, 2 * number) for number in range(9)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_errors_come_back_with_message_and_remedy(jobs: int) -> None:
    results = dict(Crew(jobs).each(refuse_odd, range(8)))
    assert results[4] == 4
    problem = results[5]
    assert isinstance(problem, Damaged)
    assert (problem.message, problem.remedy) == ("5 is odd", "Take an even one.")


def test_a_crash_costs_one_item_and_the_crew_goes_on() -> None:
    with Crew(2) as crew:
        results = dict(crew.each(crash_on_seven, range(12)))
        assert isinstance(results.pop(7), Damaged)
        assert results == {number: number for number in range(12) if number != 7}
        assert dict(crew.each(double, range(6))) == {number: 2 * number for number in range(6)}


def test_nothing_to_do() -> None:
    assert list(Crew(2).each(double, [])) == []


def test_leaving_early_does_not_wait_for_the_rest() -> None:
    results = Crew(2).each(double, range(1000))
    assert next(results)[1] % 2 == 0
    results.close()


def test_what_has_begun_is_finished_when_the_crew_goes_and_no_process_stays(tmp_path: Path) -> None:
    """Else files would still be written after the store was closed, or processes wait for work for ever."""
    with Crew(2) as crew:
        results = crew.each(note, [str(tmp_path / str(number)) for number in range(40)])
        next(results)
        with pytest.raises(KeyboardInterrupt):
            results.throw(KeyboardInterrupt())  # type: ignore[attr-defined]
    done = sorted(tmp_path.iterdir())
    assert 1 <= len(done) < 40
    assert not [child for child in multiprocessing.active_children() if child.is_alive()]
    assert sorted(tmp_path.iterdir()) == done


def test_what_is_done_apart_is_never_done_here() -> None:
    with Crew(1, apart=True) as crew:
        results = dict(crew.each(crash_on_seven, [7, 8]))
        assert isinstance(results[7], Damaged)
        assert results[8] == 8


@pytest.mark.skipif(sys.platform == "win32", reason="that system has another word for it")
@pytest.mark.parametrize(("polite", "steps"), [(False, 0), (True, 5)])
def test_who_is_polite_steps_back(polite: bool, steps: int) -> None:
    here = os.getpriority(os.PRIO_PROCESS, 0)
    with Crew(1, apart=True, polite=polite) as crew:
        assert dict(crew.each(place, [1])) == {1: min(19, here + steps)}
    assert os.getpriority(os.PRIO_PROCESS, 0) == here
