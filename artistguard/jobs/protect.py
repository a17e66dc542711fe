"""The main job: files in, statements and fingerprints in them, receipts back, and a way to put everything back.

The recipe::

    walk ─► survey each ─► group into works ─► draft each, credentials last ─► sign ─► put in place ─► deliver ─► tell

Surveying and drafting run in several processes and change nothing; signing, putting in place and delivering happen
here, a batch at a time, so that an interrupted run has finished batches and the same command goes on with the rest.
"""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.errors import ArtistGuardError, Busy, CannotEmbed, Stopped
from artistguard.jobs import attesting, crediting, drafting, planning, rehearsing, signing, telling
from artistguard.jobs.abreast import deliver_abreast
from artistguard.jobs.attesting import SIDECAR
from artistguard.jobs.crew import CRASHED, Crew
from artistguard.jobs.doubts import Creator, claimed, doubts
from artistguard.jobs.interrupted import asked
from artistguard.jobs.listing import failed, listing
from artistguard.store.drafts import make_folders

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from artistguard.jobs.drafting import Order, Product
    from artistguard.jobs.listing import Task
    from artistguard.jobs.outcome import Outcome
    from artistguard.jobs.planning import Listener, Plan, Request, Step
    from artistguard.jobs.studio import Studio

BATCH = 64
"""Files put in place and delivered together: one commit, one delivery, and little to do again after an interruption."""
PACE_SECONDS = 0.25
"""A finished draft waits no longer than about so long for others, so that a person sees each file come to its end."""


def protect(studio: Studio, request: Request, listen: Listener) -> Iterator[Outcome]:
    """Protect files.

    Args:
        studio: The creator at work.
        request: What to do.
        listen: For a progress bar; it ends the run by raising Stopped.

    Yields:
        One outcome a file, as soon as it is final.

    Raises:
        Stopped: By the listener; files that were made ready before are put in place and told first.
    """
    tasks, settled = listing(request.paths, request.out, studio.store.home, request.only)
    yield from settled
    with ExitStack() as at_the_end:
        crew = at_the_end.enter_context(Crew(request.jobs, polite=studio.polite))
        if request.dry_run:
            yield from _rehearse(studio, request, planning.plan(studio, request, tasks, crew, listen), crew, listen)
            return
        try:
            at_the_end.enter_context(studio.store.holding(_places(tasks)))
        except Busy as problem:
            yield from (failed(task.path, problem) for task in tasks)
            return
        plan = planning.plan(studio, request, tasks, crew, listen)
        yield from plan.settled
        yield from _deliver_unchanged(studio, request, plan, listen)
        yield from _carry_out(studio, request, plan.steps, crew, listen)


def _rehearse(studio: Studio, request: Request, plan: Plan, crew: Crew, listen: Listener) -> Iterator[Outcome]:
    yield from plan.settled
    yield from (telling.unchanged(studio, looked, version, None) for looked, version in plan.unchanged)
    by_source = {step.order.source: step for step in plan.steps}
    creator = Creator.of(studio, request.declaration.name)
    taken = claimed(studio, request.registries, plan.steps)
    for done, (order, found) in enumerate(crew.each(rehearsing.rehearse, [s.order for s in plan.steps]), start=1):
        step = by_source[order.source]
        if isinstance(found, ArtistGuardError):
            yield telling.failed(step, found)
        else:
            told = () if step.looked.earlier is not None else doubts(creator, step.looked.survey)
            yield telling.would(step, found, (*told, *([taken[order.source]] if order.source in taken else [])))
        listen("Planning", done, len(plan.steps))


def _carry_out(
    studio: Studio, request: Request, steps: Sequence[Step], crew: Crew, listen: Listener
) -> Iterator[Outcome]:
    """Draft in parallel; put in place and deliver in batches."""
    if not steps:
        return
    if any(step.order.commission for step in steps):
        steps = planning.commissioned(steps, crediting.signatory(studio, request.declaration.name))
    wanted = [Path(step.looked.task.source) for step in steps]
    run = studio.store.runs.begin("protect", owner=studio.store.owner, asked=asked(request), wanted=wanted)
    folders = sorted({place.parent for place in _places([step.looked.task for step in steps])})
    make_folders(folders, studio.store.disk)
    studio.store.journal.draft_in(folders)
    by_source = {step.order.source: step for step in steps}
    ready: list[tuple[Step, Product]] = []
    placed, done = time.monotonic(), 0

    def watch() -> None:
        listen("Writing", done, len(steps))

    try:
        for order, made in _drafts(crew, [step.order for step in steps]):
            done += 1
            if isinstance(made, ArtistGuardError):
                yield telling.failed(by_source[order.source], made)
            else:
                ready.append((by_source[order.source], made))
            if len(ready) >= BATCH or time.monotonic() - placed > PACE_SECONDS:
                batch, ready, placed = ready, [], time.monotonic()
                _go_on((yield from _finish(studio, request, run, batch, watch)))
            watch()
    except Stopped as stopped:
        yield from _finish(studio, request, run, ready, partial(_go_on, stopped))
        raise
    stopped_at_last = yield from _finish(studio, request, run, ready, watch)
    studio.store.runs.finish(run)
    # What a killed run kept and never named would stay for good: large, and nobody's.
    studio.store.sweep_way_backs()
    _go_on(stopped_at_last)


def _drafts(crew: Crew, orders: Sequence[Order]) -> Iterator[tuple[Order, Product | ArtistGuardError]]:
    """Every draft; where a process died over one that was to be signed, it is made once more, without credentials."""
    crashed: list[Order] = []
    for order, made in crew.each(drafting.make, orders):
        died = isinstance(made, ArtistGuardError) and made.message == CRASHED
        if died and order.commission is not None:
            crashed.append(replace(order, commission=None))
        else:
            yield order, made
    with Crew(1, apart=True) as careful:
        for order, made in careful.each(drafting.make, crashed):
            yield order, made if isinstance(made, ArtistGuardError) else _unsigned(made)


def _unsigned(product: Product) -> Product:
    reason = attesting.without(CannotEmbed("The library that signs broke down over this file."))
    return replace(product, warnings=(*product.warnings, reason))


def _go_on(stopped: Stopped | None) -> None:
    """Unless the person stopped the run."""
    if stopped is not None:
        raise stopped


def _places(tasks: Sequence[Task]) -> set[Path]:
    """Every file that may be written; no other ArtistGuard may touch them meanwhile."""
    return {Path(place) for task in tasks for place in (task.target, task.sidecar, task.target + SIDECAR)}


def _finish(
    studio: Studio, request: Request, run: str, ready: Sequence[tuple[Step, Product]], watch: Callable[[], None]
) -> Generator[Outcome, None, Stopped | None]:
    """Sign, put in place, deliver, tell; returns what `watch` raised while a registry was waited for."""
    if not ready:
        return None
    changes = signing.changes(studio, run, ready, request.registries)
    problems = studio.store.journal.apply(changes)
    delivered, stopped = deliver_abreast(studio, request.registries, watch)
    for (step, product), problem in zip(ready, problems, strict=True):
        yield (
            telling.failed(step, problem)
            if problem is not None
            else telling.protected(studio, step, product, delivered)
        )
    return stopped


def _deliver_unchanged(studio: Studio, request: Request, plan: Plan, listen: Listener) -> Iterator[Outcome]:
    """Files that already say this need no writing, but perhaps a registration they did not have yet."""
    for each in request.registries:
        studio.store.outbox.put([version.record for _, version in plan.unchanged], each)
    count = len(plan.unchanged)
    asked_for = request.registries if plan.unchanged else ()
    delivered, stopped = deliver_abreast(studio, asked_for, lambda: listen("Looking", count, count), hurry=True)
    for looked, version in plan.unchanged:
        yield telling.unchanged(studio, looked, version, delivered)
    _go_on(stopped)
