"""What would be made of one file, found out in memory: nothing of the user's is touched, and nothing is signed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, BinaryIO, cast

from artistguard.credentials.values import Place
from artistguard.errors import CannotEmbed, WouldHarm
from artistguard.jobs import attesting
from artistguard.jobs.drafting import found_at, sidecar_at
from artistguard.jobs.inscribe import beside, inside
from artistguard.jobs.outcome import Trouble
from artistguard.jobs.survey import IN_MEMORY
from artistguard.store import files

if TYPE_CHECKING:
    from artistguard.jobs.drafting import Order
    from artistguard.jobs.inscribe import Written
    from artistguard.terms import Stated


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What would be stated in a file.

    Attributes:
        statements: Every statement that would be there, those of the credentials too.
        refusal: Why it would be in a sidecar, or None where it would be inside.
        credentials: Where credentials would be, or None.
    """

    statements: tuple[Stated, ...]
    refusal: Trouble | None
    credentials: Place | None


def rehearse(order: Order) -> Rehearsed:
    """What would be stated in a file, and where its credentials would be."""
    refusal = None
    if order.embeds:
        try:
            return _rehearsed_inside(order)
        except (CannotEmbed, WouldHarm) as problem:
            refusal = Trouble.of(problem)
    existing = sidecar_at(files.real_path(Path(order.sidecar)))
    written = beside(existing[1] if existing else None, order.inscription)
    return _with_credentials(order, written, refusal, Place.BESIDE if order.may_lie_beside else None)


def _rehearsed_inside(order: Order) -> Rehearsed:
    seen, found = files.inspect(Path(order.source)), found_at(order)
    with files.reading(seen) as source, SpooledTemporaryFile(IN_MEMORY) as draft:
        stream = cast("BinaryIO", draft)
        written = inside(order.kind, source, stream, order.inscription, order.guard)
        place = None
        if order.commission is not None:
            place = attesting.place_for(order.commission, stream, inside=found.inside, lying=found.lying)
        attesting.must_be_free(order.commission, inside=found.inside, lying=found.lying, place=place or Place.INSIDE)
    return _with_credentials(order, written, None, place)


def _with_credentials(order: Order, written: Written, refusal: Trouble | None, place: Place | None) -> Rehearsed:
    said = attesting.would_say(order.inscription.declaration) if place is not None else ()
    return Rehearsed((*written.statements, *said), refusal, place)
