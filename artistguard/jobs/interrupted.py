"""Runs that a crash, a power cut or Cancel ended before all was done: told, gone on with, or let be."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from artistguard.jobs.planning import Request
from artistguard.store.owners import is_alive

if TYPE_CHECKING:
    from artistguard.jobs.studio import Studio
    from artistguard.store.runs import Intent


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A run that did not come to its end.

    Attributes:
        run: Its id; all that it did can be put back under it.
        total: How many files it was to change.
        request: What does the rest of it.
    """

    run: str
    total: int
    request: Request

    @property
    def missing(self) -> int:
        """How many files are left."""
        return len(self.request.only or ())


def asked(request: Request) -> bytes:
    """A request as it is remembered with its run; a path that is no text survives it."""
    return json.dumps(msgspec.to_builtins(request)).encode()


def interrupted(studio: Studio) -> tuple[Interrupted, ...]:
    """Every run that ended before all was done, the latest first; those that are at work now are not among them."""
    running = studio.store.home.running
    return tuple(
        _told(intent)
        for intent in studio.store.runs.unfinished()
        if intent.asked and not is_alive(running, intent.owner)
    )


def let_be(studio: Studio, run: str) -> None:
    """Ask no more about a run; what it did stays, and can be put back."""
    studio.store.runs.finish(run)


def _told(intent: Intent) -> Interrupted:
    held = json.loads(intent.asked)
    if "address" in held:  # as the first edition kept it
        held["registries"] = [held["address"]] if held["address"] is not None else []
    request = msgspec.convert(held, Request)
    return Interrupted(intent.run, intent.total, replace(request, only=frozenset(map(str, intent.missing))))
