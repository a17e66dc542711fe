"""Doing together what many threads ask for at once: the first that comes does it for all who wait.

Whoever comes meanwhile waits and is served with all others that wait then (group commit), and one of those leads. The
others sleep until they are served, so nobody stands in line for a lock only to hear that all is done.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from artistguard.errors import ArtistGuardError, StoreProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_A = TypeVar("_A")
_R = TypeVar("_R")


@dataclass(slots=True, eq=False)
class _Ticket(Generic[_A, _R]):
    """One who waits."""

    asked: _A
    answer: list[_R] = field(default_factory=list)
    problem: ArtistGuardError | None = None
    woken: threading.Event = field(default_factory=threading.Event)

    @property
    def settled(self) -> bool:
        """Whether there is an answer, of whatever kind."""
        return bool(self.answer) or self.problem is not None


class Together(Generic[_A, _R]):
    """Serves threads in groups.

    Args:
        work: Answers some at once, one for each, in order.
        weigh: How much one of them is.
        most: How much is served at once; a single heavier one is served alone.
    """

    def __init__(self, work: Callable[[Sequence[_A]], Sequence[_R]], weigh: Callable[[_A], int], most: int) -> None:
        self._work = work
        self._weigh = weigh
        self._most = most
        self._guard = threading.Lock()
        self._waiting: list[_Ticket[_A, _R]] = []
        self._led = False

    def ask(self, asked: _A) -> _R:
        """Be served.

        Raises:
            ArtistGuardError: As `work` raised it for the whole group.
        """
        ticket: _Ticket[_A, _R] = _Ticket(asked)
        with self._guard:
            self._waiting.append(ticket)
            leads, self._led = not self._led, True
        if not leads:
            ticket.woken.wait()
        if not ticket.settled:
            self._lead()
        if ticket.problem is not None:
            raise ticket.problem
        return ticket.answer[0]

    def _lead(self) -> None:
        """Serve all who wait, wake them, and let the first of those who came meanwhile lead next."""
        tickets = self._gather()
        try:
            for ticket, answer in zip(tickets, self._work([each.asked for each in tickets]), strict=True):
                ticket.answer.append(answer)
        except ArtistGuardError as problem:
            for ticket in tickets:
                ticket.problem = problem
        finally:
            self._hand_over(tickets)

    def _gather(self) -> list[_Ticket[_A, _R]]:
        with self._guard:
            count = weight = 0
            for ticket in self._waiting:
                weight += self._weigh(ticket.asked)
                if count and weight > self._most:
                    break
                count += 1
            tickets, self._waiting = self._waiting[:count], self._waiting[count:]
            return tickets

    def _hand_over(self, served: Sequence[_Ticket[_A, _R]]) -> None:
        with self._guard:
            self._led = bool(self._waiting)
            following = self._waiting[:1]
        for ticket in served:
            if not ticket.settled:
                ticket.problem = StoreProblem("the registry failed in the middle of its work")
        for ticket in (*served, *following):
            ticket.woken.set()
