"""Send what waits in the outbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli.opening import registry_addresses, studio
from artistguard.cli.output import say, show, show_json
from artistguard.cli.parser import add_json, add_registries
from artistguard.cli.status import Status
from artistguard.jobs.deliver import deliver

if TYPE_CHECKING:
    import argparse

NAME = "deliver"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    add_registries(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    well = True
    with studio() as at_work:
        waiting = dict(at_work.store.outbox.addresses())
        wanted = registry_addresses(arguments.registry, at_work) if arguments.registry else tuple(sorted(waiting))
        if not any(waiting.get(address) for address in wanted):
            say("Nothing waits to be sent.")
        for address in wanted:
            delivery = deliver(at_work, address)
            well = well and delivery.waiting is None and not delivery.refused
            if arguments.json:
                show_json(
                    {
                        "registry": address,
                        "origin": delivery.origin or None,
                        "confirmed": delivery.confirmed,
                        "refused": delivery.refused,
                        "error": delivery.waiting.message if delivery.waiting else None,
                    }
                )
            elif waiting.get(address):
                show(f"{address}: {len(delivery.confirmed)} confirmed, {len(delivery.refused)} refused.")
            if delivery.waiting is not None:
                say(f"{address}: {delivery.waiting.message} {delivery.waiting.remedy}")
    return Status.DONE if well else Status.SOME_FAILED
