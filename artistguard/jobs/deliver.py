"""What waits in the outbox goes to its registry; what comes back is believed only as far as its proofs reach.

The registry's key is pinned at the first meeting. Every later answer must be signed by that key and must follow from
the history seen before: a registry that was rolled back, forked or re-keyed is refused, and nothing it said is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from artistguard.claims import envelope, statement
from artistguard.claims.rotation import KeyStatement
from artistguard.errors import ArtistGuardError, Distrusted, ProofProblem, Unreachable
from artistguard.jobs.studio import EMBEDDED
from artistguard.jobs.trust import must_be_witnessed, on_record, renew
from artistguard.messages import Conflict, Refusal
from artistguard.store.receipts import NewReceipt, Pin
from artistguard.transparency.checkpoint import NoteKey, check_growth, decode64, open_checkpoint
from artistguard.transparency.receipt import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.claims.statement import SignedStatement
    from artistguard.jobs.studio import Studio
    from artistguard.messages import Descriptor, Registry, SubmissionAnswer
    from artistguard.store.outbox import Waiting
    from artistguard.transparency.checkpoint import Checkpoint
    from artistguard.transparency.receipt import Receipt

AT_ONCE = envelope.STATEMENTS
"""Statements in one delivery; a long one goes as a batch, which goes on where it broke off."""


@dataclass(slots=True)
class Delivery:
    """What became of what waited.

    Attributes:
        address: Of the registry, as the outbox names it.
        origin: Of the registry, empty where it was not reached.
        confirmed: URNs of the records with a checked receipt.
        refused: URN to reason, for good.
        waiting: Why the rest goes on waiting, or None where nothing does.
        conflicts: URN to what somebody else said earlier about the same content.
    """

    address: str
    origin: str = ""
    confirmed: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    waiting: ArtistGuardError | None = None
    conflicts: dict[str, Conflict] = field(default_factory=dict)


def deliver(studio: Studio, address: str, *, hurry: bool = True) -> Delivery:
    """Send what waits for one registry.

    Args:
        studio: The creator at work.
        address: The registry, as the outbox names it.
        hurry: A person asks for it now; else a registry that failed, or asked for it, is left alone for a while.

    Returns:
        What was confirmed, what was refused, and why anything still waits.
    """
    delivery = Delivery(address)
    outbox = studio.store.outbox
    held = None if hurry else outbox.held(address)
    if held is not None:
        delivery.waiting = Unreachable(held.reason, remedy="It is tried again later; at once with: artistguard deliver")
    while delivery.waiting is None and (waiting := outbox.claim(address, AT_ONCE, hurry=hurry)):
        try:
            registry = studio.connect(address)
            pin = meet(studio, registry.describe(), address)
            delivery.origin = pin.origin
            _send(studio, registry, pin, waiting, delivery)
        except ArtistGuardError as problem:
            after = problem.after if isinstance(problem, Unreachable) else 0.0
            outbox.failed([each.number for each in waiting], problem.message, after)
            delivery.waiting = problem
    if delivery.confirmed:
        outbox.prune()
    _strengthen(studio, address)
    return delivery


def _strengthen(studio: Studio, address: str) -> None:
    """Look whether witnesses stand up by now for what was delivered; not today is no trouble, a lie is told."""
    pin = studio.store.pins.at(address)
    if pin is None or not pin.card or not pin.checkpoint:
        return
    try:
        with on_record(studio, pin) as shown:
            renew(studio, studio.connect(address), pin, shown)
    except Unreachable:
        return
    except ArtistGuardError as problem:
        studio.tell(f"{problem.message} {problem.remedy}")


def meet(studio: Studio, descriptor: Descriptor, address: str) -> Pin:
    """The pin of a registry: made, and told, at the first meeting; held against it ever after.

    Raises:
        Distrusted: The registry at this address shows another name or key than the first time.
    """
    pins = studio.store.pins
    known = pins.at(address) or pins.of(descriptor.origin)
    if known is None:
        pin = Pin(descriptor.origin, address, descriptor.key)
        key_of(pin)
        pins.see(pin)
        if address != EMBEDDED:
            studio.tell(
                f"Registry {descriptor.origin} was seen for the first time; its key is now pinned: {descriptor.key}"
            )
        return pin
    if (known.origin, known.key) != (descriptor.origin, descriptor.key):
        raise Distrusted(
            f"The registry at {address} shows another key or name than the one pinned on {known.first_seen}."
        )
    return known


def follow(registry: Registry, pin: Pin, note: str, shown: list[object] | None = None) -> Pin:
    """The pin moved on to a newer checkpoint, once the log is proven to have only grown.

    Args:
        registry: Asked for the consistency proof.
        pin: What was seen before.
        note: A signed checkpoint that the registry just gave.
        shown: Takes the proof that it gives.

    Raises:
        Distrusted: It is not signed by the pinned key, or does not follow from what was seen before.
    """
    try:
        key = key_of(pin)
        newer = open_checkpoint(note, key)
        if not pin.checkpoint:
            return _moved(pin, note, newer)
        older = open_checkpoint(pin.checkpoint, key)
        if newer.size < older.size:
            raise Distrusted(f"{pin.origin} went back from {older.size} entries to {newer.size}.")
        growth = registry.growth(older.size, newer.size) if 0 < older.size < newer.size else None
        if shown is not None:
            shown.append(growth)
        path = [decode64(each, "hash of the consistency proof") for each in growth.path] if growth else []
        check_growth(older, newer, path)
    except ProofProblem as problem:
        raise Distrusted(f"{pin.origin}: {problem.message}") from problem
    return _moved(pin, note, newer)


def _send(studio: Studio, registry: Registry, pin: Pin, waiting: Sequence[Waiting], delivery: Delivery) -> None:
    parsed = [(each, statement.parse(each.signed)) for each in waiting]
    holders = {_holder(one) for _, one in parsed}
    sender_of = {holder: _sender(studio, holder) for holder in holders}
    for sender, group in groupby(parsed, key=lambda pair: sender_of[_holder(pair[1])]):
        _send_as(studio, sender, registry, pin, list(group), delivery)
    _introduce(studio, pin.address, {one.statement.signer for _, one in parsed})


def _holder(signed: SignedStatement) -> str:
    """did:key of whoever holds the statement's key, or its successor."""
    about = signed.statement
    return (about.successor or about.key) if isinstance(about, KeyStatement) else about.creator


def _sender(studio: Studio, holder: str) -> str:
    """did:key that delivers a statement: the signer's own, so that no delivery ties two pen names to one person."""
    profiles = {profile.did: profile for profile in studio.store.identities.profiles(replaced=True)}
    while holder in profiles and profiles[holder].replaced_by in profiles:
        holder = profiles[holder].replaced_by
    return holder if holder in profiles else studio.introduce_yourself().did


def _introduce(studio: Studio, address: str, signers: set[str]) -> None:
    """A registry that hears of a key also hears which recovery key belongs to it, once."""
    for signer in sorted(signers):
        naming = [each.record for each in studio.store.catalogue.statements(signer) if each.kind == "introduce"]
        studio.store.outbox.put(naming, address, again=False)


def _send_as(  # noqa: PLR0913, PLR0917 - one delivery: who, where, what, and what became of it
    studio: Studio,
    sender: str,
    registry: Registry,
    pin: Pin,
    pairs: Sequence[tuple[Waiting, SignedStatement]],
    delivery: Delivery,
) -> None:
    waiting, signed = [each for each, _ in pairs], [one for _, one in pairs]
    (profile,) = (each for each in studio.store.identities.profiles(replaced=True) if each.did == sender)
    key = studio.key_of(profile)
    submission = envelope.seal(signed, key, origin=pin.origin, time=studio.moment(), nonce=studio.dice(16))
    with on_record(studio, pin) as shown:
        answer = registry.submit(submission)
        shown.append(answer)
        pin = follow(registry, pin, answer.checkpoint, shown)
        receipts, numbers, refusals = _sort(waiting, signed, answer, pin)
    studio.store.receipts.keep(receipts, numbers, pin)
    delivery.confirmed += [receipt.record for receipt in receipts]
    for conflict in answer.conflicts:
        if 0 <= conflict.item < len(waiting):
            delivery.conflicts.setdefault(waiting[conflict.item].record, conflict)
    for each, refusal in refusals:
        if refusal.retry:
            studio.store.outbox.failed([each.number], refusal.message)
            delivery.waiting = Unreachable(refusal.message)
        else:
            studio.store.outbox.refused(each.number, refusal.message)
            delivery.refused[each.record] = refusal.message


def _sort(
    waiting: Sequence[Waiting], signed: Sequence[SignedStatement], answer: SubmissionAnswer, pin: Pin
) -> tuple[list[NewReceipt], list[int], list[tuple[Waiting, Refusal]]]:
    """Receipts that hold, and refusals; one receipt that does not hold and nothing is believed."""
    if len(answer.items) != len(waiting):
        raise Distrusted(f"{pin.origin} answered {len(answer.items)} statements out of {len(waiting)}.")
    receipts: list[NewReceipt] = []
    numbers: list[int] = []
    refusals: list[tuple[Waiting, Refusal]] = []
    for each, one, item in zip(waiting, signed, answer.items, strict=True):
        if isinstance(item, Refusal):
            refusals.append((each, item))
            continue
        _believe(item, one, answer, pin)
        receipts.append(NewReceipt(each.record, pin.origin, each.address, msgspec.json.encode(item)))
        numbers.append(each.number)
    return receipts, numbers, refusals


def _believe(receipt: Receipt, signed: SignedStatement, answer: SubmissionAnswer, pin: Pin) -> None:
    """A receipt holds, and it speaks of the same state of the log as the whole answer.

    Raises:
        Distrusted: It does not.
    """
    try:
        key = key_of(pin)
        covering = check(receipt, statement.entry(signed), key)
        told = open_checkpoint(answer.checkpoint, key)
    except ProofProblem as problem:
        raise Distrusted(f"{pin.origin} gave a receipt that does not hold: {problem.message}") from problem
    if (covering.size, covering.root) != (told.size, told.root):
        raise Distrusted(f"{pin.origin} gave a receipt out of another history than the one it shows.")
    must_be_witnessed(receipt, pin)


def key_of(pin: Pin) -> NoteKey:
    """The pinned public key of a registry.

    Raises:
        Distrusted: What it showed is no key.
    """
    try:
        key = NoteKey.parse(pin.key)
    except ProofProblem as problem:
        raise Distrusted(f"{pin.origin} shows no usable key: {problem.message}") from problem
    if key.name != pin.origin:
        raise Distrusted(f"{pin.origin} shows a key that belongs to {key.name}.")
    return key


def _moved(pin: Pin, note: str, checkpoint: Checkpoint) -> Pin:
    return replace(pin, checkpoint=note, size=checkpoint.size, root=checkpoint.root)
