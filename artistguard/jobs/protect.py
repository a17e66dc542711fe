"""The main job: files in, statements and fingerprints in them, receipts back, and a way to put everything back.

The recipe::

    walk ─► survey each ─► group into works ─► draft each ─► sign ─► put in place ─► deliver ─► tell

Surveying and drafting run in several processes and change nothing; signing, putting in place and delivering happen
here, a batch at a time, so that an interrupted run has finished batches and the same command goes on with the rest.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.errors import ArtistGuardError, Busy
from artistguard.jobs import crew, drafting, planning, signing, telling
from artistguard.jobs.deliver import Delivery, deliver
from artistguard.store.drafts import make_folders

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artistguard.jobs.drafting import Product
    from artistguard.jobs.outcome import Outcome
    from artistguard.jobs.planning import Listener, Plan, Request, Step
    from artistguard.jobs.studio import Studio

BATCH = 64
"""Files put in place and delivered together: one commit, one delivery, and little to do again after an interruption."""


def protect(studio: Studio, request: Request, listen: Listener) -> Iterator[Outcome]:
    """Protect files.

    Args:
        studio: The creator at work.
        request: What to do.
        listen: For a progress bar.

    Yields:
        One outcome a file, as soon as it is final.
    """
    plan = planning.plan(studio, request, listen)
    yield from plan.settled
    if request.dry_run:
        yield from (telling.unchanged(studio, looked, version, None) for looked, version in plan.unchanged)
        yield from (telling.would(step) for step in plan.steps)
        return
    yield from _deliver_unchanged(studio, request, plan)
    if plan.steps:
        yield from _carry_out(studio, request, plan.steps, listen)


def _carry_out(studio: Studio, request: Request, steps: Sequence[Step], listen: Listener) -> Iterator[Outcome]:
    """Draft in parallel; put in place and deliver in batches."""
    run = studio.store.runs.begin("protect")
    by_source = {step.order.source: step for step in steps}
    places = {Path(place) for step in steps for place in (step.order.target, step.order.sidecar)}
    ready: list[tuple[Step, Product]] = []
    try:
        with studio.store.holding(places):
            folders = sorted({place.parent for place in places})
            make_folders(folders, studio.store.disk)
            studio.store.journal.draft_in(folders)
            for done, (order, made) in enumerate(crew.each(drafting.make, [s.order for s in steps], request.jobs), 1):
                listen("Writing", done, len(steps))
                if isinstance(made, ArtistGuardError):
                    yield telling.failed(by_source[order.source], made)
                    continue
                ready.append((by_source[order.source], made))
                if len(ready) >= BATCH:
                    yield from _finish(studio, request, run, ready)
                    ready = []
            yield from _finish(studio, request, run, ready)
    except Busy as problem:
        yield from (telling.failed(step, problem) for step in steps)
    studio.store.runs.finish(run)


def _finish(studio: Studio, request: Request, run: str, ready: Sequence[tuple[Step, Product]]) -> Iterator[Outcome]:
    """Sign, put in place, deliver, tell."""
    if not ready:
        return
    changes = [signing.change(studio, run, step, product, request.address) for step, product in ready]
    problems = studio.store.journal.apply(changes)
    delivered = deliver(studio, request.address) if request.address is not None else Delivery()
    for (step, product), problem in zip(ready, problems, strict=True):
        yield (
            telling.failed(step, problem)
            if problem is not None
            else telling.protected(studio, step, product, delivered)
        )


def _deliver_unchanged(studio: Studio, request: Request, plan: Plan) -> Iterator[Outcome]:
    """Files that already say this need no writing, but perhaps a registration they did not have yet."""
    delivered = Delivery()
    if request.address is not None and plan.unchanged:
        studio.store.outbox.put([version.record for _, version in plan.unchanged], request.address)
        delivered = deliver(studio, request.address)
    for looked, version in plan.unchanged:
        yield telling.unchanged(studio, looked, version, delivered)
