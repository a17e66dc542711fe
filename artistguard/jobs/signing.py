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
    from collections.abc import Sequence

    from artistguard.claims.statement import Draft, SignedStatement
    from artistguard.jobs.drafting import Product
    from artistguard.jobs.planning import Step
    from artistguard.jobs.studio import Studio


def changes(
    studio: Studio, run: str, ready: Sequence[tuple[Step, Product]], registries: tuple[str, ...]
) -> list[Change]:
    """What must happen together, for each of some files; all of them are signed at once.

    Args:
        studio: The creator at work.
        run: Id of the run.
        ready: What was planned, and what was made.
        registries: Those they wait for.
    """
    key = studio.key()
    drafts = [_draft(studio, step, product) for step, product in ready]
    signed = statement.sign_batch(drafts, key) if len(drafts) > 1 else [statement.sign(each, key) for each in drafts]
    return [_change(run, step, product, one, registries) for (step, product), one in zip(ready, signed, strict=True)]


def _change(run: str, step: Step, product: Product, signed: SignedStatement, registries: tuple[str, ...]) -> Change:
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
        details=details(found, step.order.guard, product.attested, step.order.commission),
    )
    act = "change" if step.looked.earlier is not None else "declare"
    return Change(
        run=run,
        replacements=product.replacements,
        works=(NewWork(work, step.place.title, found.medium),),
        versions=(version,),
        statements=(NewStatement(record, work, act, msgspec.json.encode(signed), registries),),
    )


def _draft(studio: Studio, step: Step, product: Product) -> Draft:
    """The statement about one finished file; it names no registry."""
    found, inscription = step.looked.survey, step.order.inscription
    earlier = step.looked.earlier
    return statement.draft(
        seed=step.seed,
        creator=studio.key().did,
        work=inscription.work,
        made=studio.moment(),
        declaration=inscription.declaration,
        fingerprints=dict(found.fingerprints.values) | dict(product.written.codes or found.codes),
        distinctive=found.fingerprints.distinctive,
        medium=found.medium,
        supersedes=earlier.record if earlier is not None else "",
        on_behalf_of=studio.on_behalf_of(),
        identifiers=known((*inscription.declaration.numbers, *found.reading.facts.identifiers)),
        country=studio.store.settings.text("country"),
    )
