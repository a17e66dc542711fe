"""The creator's signature under what was made of one file, and the change that the store is asked to carry out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from artistguard.claims import statement
from artistguard.claims.identifiers import known
from artistguard.jobs.memory import details
from artistguard.store.changing import Change, NewStatement, NewVersion, NewWork

if TYPE_CHECKING:
    from artistguard.claims.statement import SignedStatement
    from artistguard.jobs.drafting import Product
    from artistguard.jobs.planning import Step
    from artistguard.jobs.studio import Studio


def change(studio: Studio, run: str, step: Step, product: Product, address: str | None) -> Change:
    """Everything that must happen together for one file.

    Args:
        studio: The creator at work.
        run: Id of the run.
        step: What was planned.
        product: What was made.
        address: The registry it waits for, or None.
    """
    signed = sign(studio, step, product)
    found, task = step.looked.survey, step.looked.task
    work, record = step.order.inscription.work, step.order.inscription.record
    version = NewVersion(
        work=work,
        path=Path(task.target),
        source=Path(task.source),
        sidecar=Path(product.sidecar) if product.sidecar else None,
        inscription=step.order.inscription,
        medium=found.medium,
        format=found.kind,
        before=found.digest,
        after=product.after,
        distinctive=found.fingerprints.distinctive,
        details=details(found, step.order.guard),
    )
    waiting = (address,) if address is not None else ()
    return Change(
        run=run,
        replacements=product.replacements,
        works=(NewWork(work, step.place.title, found.medium),),
        versions=(version,),
        statements=(NewStatement(record, work, signed.statement.act, msgspec.json.encode(signed), waiting),),
    )


def sign(studio: Studio, step: Step, product: Product) -> SignedStatement:
    """The signed statement about one finished file; it names no registry."""
    found, inscription = step.looked.survey, step.order.inscription
    key = studio.key()
    earlier = step.looked.earlier
    draft = statement.draft(
        seed=step.seed,
        creator=key.did,
        work=inscription.work,
        made=studio.moment(),
        declaration=inscription.declaration,
        fingerprints=dict(found.fingerprints.values) | dict(product.written.codes or found.codes),
        distinctive=found.fingerprints.distinctive,
        medium=found.medium,
        supersedes=earlier.record if earlier is not None else "",
        on_behalf_of=studio.on_behalf_of(),
        identifiers=known(found.reading.facts.identifiers),
    )
    return statement.sign(draft, key)
