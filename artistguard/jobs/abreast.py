"""Delivering while the person can still stop the run: a registry that does not answer holds up nobody who cancels.

What was on its way then is left to itself. Its statements wait in the outbox and are sent once more; registries know a
statement that they have, and give the same receipt again.
"""

from __future__ import annotations

from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING

from artistguard.errors import Stopped, Unreachable
from artistguard.jobs.deliver import Delivery, deliver
from artistguard.jobs.studio import EMBEDDED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from artistguard.jobs.studio import Studio

LOOK_SECONDS = 0.1


def deliver_abreast(
    studio: Studio, addresses: Sequence[str], watch: Callable[[], None], *, hurry: bool = False
) -> tuple[list[Delivery], Stopped | None]:
    """Send what waits for some registries.

    Args:
        studio: The creator at work.
        addresses: The registries, as the outbox names them.
        watch: Called again and again meanwhile; it raises Stopped when the person cancels.
        hurry: As `deliver` has it.

    Returns:
        What became of each, and what `watch` raised: from then on only the registry on this computer was asked.
    """
    deliveries: list[Delivery] = []
    stopped: Stopped | None = None
    for address in addresses:
        if address == EMBEDDED:
            deliveries.append(deliver(studio, address, hurry=hurry))
            continue
        if stopped is None:
            try:
                deliveries.append(_beside(studio, address, watch, hurry=hurry))
                continue
            except Stopped as asked:
                stopped = asked
        deliveries.append(Delivery(address, waiting=Unreachable("It was stopped before the registry had answered.")))
    return deliveries, stopped


def _beside(studio: Studio, address: str, watch: Callable[[], None], *, hurry: bool) -> Delivery:
    """Deliver in a thread of its own; what it tells is told here at its end."""
    told: list[str] = []
    ended: list[Delivery | BaseException] = []
    aside = replace(studio, tell=told.append)

    def send() -> None:
        try:
            ended.append(deliver(aside, address, hurry=hurry))
        except BaseException as problem:  # noqa: BLE001 - raised again by whoever waits for it
            ended.append(problem)

    thread = Thread(target=send, name="artistguard-delivery", daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(LOOK_SECONDS)
        watch()
    for sentence in told:
        studio.tell(sentence)
    (result,) = ended
    if isinstance(result, BaseException):
        raise result
    return result
