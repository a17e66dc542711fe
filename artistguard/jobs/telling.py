"""The outcome of each file of a protect run, put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.jobs.listing import failed as cannot
from artistguard.jobs.memory import credited_statements, place_of_credentials, statements_of
from artistguard.jobs.outcome import Outcome, Status, Trouble
from artistguard.messages import How
from artistguard.store.catalogue import Registered
from artistguard.terms import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.errors import ArtistGuardError
    from artistguard.jobs.deliver import Delivery
    from artistguard.jobs.drafting import Product
    from artistguard.jobs.placing import Looked
    from artistguard.jobs.planning import Step
    from artistguard.jobs.rehearsing import Rehearsed
    from artistguard.jobs.studio import Studio
    from artistguard.store.catalogue import Version
    from artistguard.terms import Declaration


_LIKENESS = {
    How.EXACT: "this very file",
    How.PAYLOAD: "a file with the same content",
    How.SAME_WORK: "what seems to be the same work",
    How.SIMILAR: "something similar",
}


def protected(studio: Studio, step: Step, product: Product, delivered: Sequence[Delivery]) -> Outcome:
    """A file that was written, or stated by a sidecar."""
    found, task, order = step.looked.survey, step.looked.task, step.order
    registered, registry = _registered(studio, order.inscription.record, delivered)
    return Outcome(
        path=task.path,
        status=Status.PROTECTED,
        output=task.path if task.in_place else task.target,
        medium=found.medium,
        choice=order.inscription.declaration.choice,
        work=order.inscription.work,
        title=step.place.title,
        kind=found.kind,
        layers=(*product.written.statements, *product.attested.statements),
        credentials=product.attested.place,
        fingerprints=dict(found.fingerprints.values) | dict(product.written.codes or found.codes),
        registered=registered,
        registry=registry,
        grouped=step.place.grouped,
        sidecar=product.sidecar,
        warnings=(
            *found.warnings,
            *product.warnings,
            *_faint(found.fingerprints.distinctive, found.fingerprints.reason),
            *_no_way_to_ask(order.inscription.declaration),
            *_afterwards(delivered, order.inscription.record),
        ),
    )


def unchanged(studio: Studio, looked: Looked, version: Version, delivered: Sequence[Delivery] | None) -> Outcome:
    """A file that says exactly this already; in a dry run nothing is delivered."""
    found, task = looked.survey, looked.task
    registered, registry = _registered(studio, version.record, delivered or ())
    work = studio.store.catalogue.find(version.work)
    return Outcome(
        path=task.path,
        status=Status.UNCHANGED if delivered is not None else Status.SKIPPED,
        output=task.path if task.in_place else task.target,
        medium=found.medium,
        choice=version.choice,
        work=version.work,
        title=work.title,
        kind=found.kind,
        # What the look at the file read need not be read again; a sidecar or a copy is another file.
        layers=(*found.reading.statements, *credited_statements(version))
        if task.in_place and version.sidecar is None
        else statements_of(version),
        credentials=place_of_credentials(version),
        fingerprints=dict(found.fingerprints.values) | {"sha256": version.after.hex},
        registered=registered,
        registry=registry,
        sidecar=str(version.sidecar) if version.sidecar else "",
        planned=Status.UNCHANGED if delivered is None else None,
        warnings=_afterwards(delivered or (), version.record),
    )


def would(step: Step, rehearsed: Rehearsed, doubts: tuple[Trouble, ...]) -> Outcome:
    """What a dry run says of a file that would be written.

    Args:
        step: What was planned.
        rehearsed: What `rehearsing.rehearse` found out.
        doubts: What speaks for its being somebody else's work.
    """
    found, task = step.looked.survey, step.looked.task
    refusal = rehearsed.refusal
    beside = not found.embeds or refusal is not None
    return Outcome(
        path=task.path,
        status=Status.SKIPPED,
        output=task.path if task.in_place else task.target,
        medium=found.medium,
        choice=step.order.inscription.declaration.choice,
        work=step.order.inscription.work,
        title=step.place.title,
        kind=found.kind,
        before=found.reading.statements,
        layers=rehearsed.statements,
        credentials=rehearsed.credentials,
        fingerprints=dict(found.fingerprints.values),
        grouped=step.place.grouped,
        sidecar=task.sidecar if beside else "",
        planned=Status.PROTECTED,
        warnings=(
            *found.warnings,
            *([refusal] if refusal else []),
            *_no_way_to_ask(step.order.inscription.declaration),
        ),
        doubts=doubts,
    )


def failed(step: Step, problem: ArtistGuardError) -> Outcome:
    """A file that was planned and could not be written."""
    return cannot(step.looked.task.path, problem)


def _registered(studio: Studio, record: str, delivered: Sequence[Delivery]) -> tuple[Registered, str]:
    """Receipt, queued or no, at the registries of this run; and the registry of the latest receipt."""
    receipts = studio.store.receipts.of(record)
    versions = studio.store.catalogue.by_record(record)
    state = versions[-1].registered if versions else Registered.NO
    if state is Registered.QUEUED and receipts and delivered:
        # What still waits for registries of earlier runs is told by `status`; here only those named count.
        open_at = {each.address for each in studio.store.outbox.of(record)}
        state = state if open_at.intersection(each.address for each in delivered) else Registered.RECEIPT
    return state, receipts[-1].origin if receipts else ""


def _afterwards(delivered: Sequence[Delivery], record: str) -> tuple[Trouble, ...]:
    """What its registries made of it, each trouble told once."""
    told = [one for each in delivered for one in (*_undelivered(each, record), *_contested(each, record))]
    return tuple(dict.fromkeys(told))


def _no_way_to_ask(declaration: Declaration) -> tuple[Trouble, ...]:
    """Who is to be asked for a licence says where."""
    if declaration.choice is not Choice.ASK or declaration.licence:
        return ()
    return (
        Trouble(
            "ask-without-page",
            "It says to ask you for a licence, and names no page where.",
            "Name one with --licence, or for all your works: artistguard config set licence https://…",
        ),
    )


def _contested(delivered: Delivery, record: str) -> tuple[Trouble, ...]:
    """Somebody else was earlier: that stops nothing, and she should know it."""
    conflict = delivered.conflicts.get(record)
    if conflict is None:
        return ()
    return (
        Trouble(
            "registered-before",
            f"Somebody else registered {_LIKENESS[conflict.how]} on {conflict.received[:10]}.",
            "Yours is registered, too. If the other is not you under another name, keep what shows that you made it.",
        ),
    )


def _faint(distinctive: bool, reason: str) -> tuple[Trouble, ...]:  # noqa: FBT001 - the fingerprint's own word
    if distinctive:
        return ()
    remedy = "Nothing to do: the statement and the digest of the file prove it all the same."
    return (Trouble("not-distinctive", f"{reason[:1].upper()}{reason[1:]}.", remedy),)


def _undelivered(delivered: Delivery, record: str) -> tuple[Trouble, ...]:
    if record in delivered.refused:
        message = f"The registry refused it: {delivered.refused[record]}"
        return (Trouble("registry-refused", message, "Ask the people who run the registry."),)
    return (Trouble.of(delivered.waiting),) if delivered.waiting is not None else ()
