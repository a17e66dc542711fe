from __future__ import annotations

import pytest

from artistguard.errors import Damaged
from artistguard.jobs.crew import Crew
from tests.suites.crew_tasks import crash_on_seven, double, refuse_odd


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
