"""Trusting a registry as far as somebody independent stands up for it, and keeping what convicts one that lies.

A card says where a registry is, how to know it again, and whose voices count for its log: it comes by file or QR code,
another way than the registry itself, and is what is pinned.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from artistguard.claims import statement
from artistguard.errors import Distrusted, ProofProblem, UsageProblem
from artistguard.messages import Card
from artistguard.store import drafts
from artistguard.store.receipts import NewReceipt, Pin
from artistguard.store.troubles import telling
from artistguard.transparency.checkpoint import NoteKey, check_growth, decode64, open_checkpoint
from artistguard.transparency.cosignature import WitnessKey, witnesses
from artistguard.transparency.proof import Proof
from artistguard.transparency.receipt import Receipt, check

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artistguard.jobs.studio import Studio
    from artistguard.messages import Registry
    from artistguard.transparency.checkpoint import Checkpoint

CARD_BYTES = 64 << 10
RENEWED = 200
"""Receipts that are looked at anew in one visit."""

EXHIBITS = 64
"""Pieces of evidence that are kept; a registry that lies on and on fills no disk."""


def read_card(path: Path) -> Card:
    """Read the card of a registry, as a file or as the text of a QR code in a file.

    Raises:
        UsageProblem: It is none, or contradicts itself.
    """
    with telling(path), path.open("rb") as handle:
        content = handle.read(CARD_BYTES)
    try:
        card = msgspec.json.decode(content, type=Card)
        check_card(card)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ProofProblem) as problem:
        raise UsageProblem(
            f"{path} is not the card of a registry: {problem}", remedy="Ask the registry for its card again."
        ) from problem
    return card


def check_card(card: Card) -> None:
    """Make sure that a card does not contradict itself.

    Raises:
        ProofProblem: It does.
    """
    key = NoteKey.parse(card.key)
    voices = [WitnessKey.parse(each) for each in card.witnesses]
    if key.name != card.origin:
        raise ProofProblem(f"the key belongs to {key.name}, not to {card.origin}")
    if len({each.public for each in voices} | {key.public}) != len(voices) + 1:
        raise ProofProblem("its witnesses are not independent: two keys are the same")
    if card.quorum > len(voices):
        raise ProofProblem(f"it asks for {card.quorum} of {len(voices)} witnesses")


def trust(studio: Studio, card: Card) -> Pin:
    """Pin what a card says.

    Raises:
        Distrusted: The registry was pinned with another key before.
    """
    known = studio.store.pins.of(card.origin)
    if known is not None and known.key != card.key:
        raise Distrusted(f"{card.origin} was known by another key since {known.first_seen} than its card shows.")
    pin = Pin(card.origin, card.address, card.key, card=msgspec.json.encode(card).decode())
    studio.store.pins.see(pin)
    return pin


def voices(receipt: Receipt, pin: Pin | None) -> tuple[str, ...]:
    """Names of the independent witnesses that stand up for a receipt.

    Args:
        receipt: It was checked.
        pin: Of its registry; without a card in it nobody counts.

    Raises:
        ProofProblem: A line under it claims to be of such a witness and does not hold.
    """
    keys = [WitnessKey.parse(each) for each in _card(pin).witnesses]
    return tuple(witnesses(Proof.parse(receipt.proof).checkpoint, keys))


def must_be_witnessed(receipt: Receipt, pin: Pin) -> None:
    """No witness is named under a receipt who did not stand up for it.

    Raises:
        Distrusted: One is: the line was forged, or taken from elsewhere.
    """
    try:
        voices(receipt, pin)
    except ProofProblem as problem:
        raise Distrusted(f"{pin.origin} shows a cosignature that does not hold: {problem.message}") from problem


def worth(receipt: Receipt, pin: Pin | None) -> str:
    """In plain words, who besides the registry stands up for a receipt."""
    try:
        names = voices(receipt, pin)
    except ProofProblem:
        return "unwitnessed: a cosignature under it was forged"
    if not names:
        return "unwitnessed"
    wanted = _card(pin).quorum
    short = f", {wanted} are wanted" if len(names) < wanted else ""
    return f"witnessed by {len(names)}{short}"


def _card(pin: Pin | None) -> Card:
    """The card of a registry; one that was never handed over names no witnesses."""
    if pin is None or not pin.card:
        return Card("-", "-", "")
    return msgspec.json.decode(pin.card, type=Card)


def renew(studio: Studio, registry: Registry, pin: Pin, shown: list[object]) -> int:
    """Fetch receipts anew for which more witnesses stand up by now than when they came.

    Args:
        studio: Its receipts.
        registry: That gave them.
        pin: Of that registry, as far as it was followed.
        shown: Takes what the registry shows.

    Returns:
        How many are better now.

    Raises:
        Distrusted: The registry shows another history than before.
    """
    card, key, better = _card(pin), NoteKey.parse(pin.key), 0
    for kept in studio.store.receipts.from_registry(pin.origin, RENEWED) if card.witnesses else ():
        old = _standing(msgspec.json.decode(kept.content, type=Receipt), pin)
        if old == len(card.witnesses):
            continue
        mine = studio.store.catalogue.statement(kept.record)
        if mine is None:
            continue
        content = statement.entry(statement.parse(mine.signed))
        for claim in registry.record(kept.record).claims:
            if claim.receipt is None:
                continue
            shown.append(claim.receipt)
            must_be_witnessed(claim.receipt, pin)
            if _standing(claim.receipt, pin) > old:
                try:
                    must_follow(registry, pin, check(claim.receipt, content, key), key)
                except ProofProblem as problem:
                    raise Distrusted(f"{pin.origin}: {problem.message}") from problem
                studio.store.receipts.renew(
                    NewReceipt(kept.record, kept.origin, kept.address, msgspec.json.encode(claim.receipt))
                )
                better += 1
                break
    return better


def _standing(receipt: Receipt, pin: Pin) -> int:
    """How many witnesses stand up for a kept receipt; none where one of their lines does not hold."""
    try:
        return len(voices(receipt, pin))
    except ProofProblem:
        return 0


def must_follow(registry: Registry, pin: Pin, seen: Checkpoint, key: NoteKey) -> None:
    """A state of the log that was shown belongs to the history that was followed here.

    Raises:
        ProofProblem: It does not.
    """
    ours = open_checkpoint(pin.checkpoint, key)
    first, last = sorted((ours, seen), key=lambda state: state.size)
    growth = registry.growth(first.size, last.size) if first.size < last.size else None
    check_growth(
        first, last, [decode64(each, "hash of the consistency proof") for each in growth.path] if growth else []
    )


@contextmanager
def on_record(studio: Studio, pin: Pin) -> Iterator[list[object]]:
    """Keep what a registry shows while it is checked, if it turns out to lie.

    Yields:
        A list to put everything in that the registry shows.

    Raises:
        Distrusted: As it was raised inside, with the place of the evidence.
    """
    shown: list[object] = []
    try:
        yield shown
    except Distrusted as problem:
        path = _keep(studio, pin, problem.message, shown)
        raise Distrusted(
            problem.message, remedy=f"{problem.remedy} What it showed is kept in {path}, to be shown to others."
        ) from problem


def _keep(studio: Studio, pin: Pin, problem: str, shown: list[object]) -> Path:
    folder = studio.store.home.evidence
    content = msgspec.json.format(
        msgspec.json.encode(
            {
                "type": "artistguard-evidence-v1",
                "origin": pin.origin,
                "address": pin.address,
                "key": pin.key,
                "problem": problem,
                "at": studio.moment(),
                "kept": pin.checkpoint,
                "shown": shown,
            }
        )
    )
    path = folder / f"{hashlib.sha256(content).hexdigest()[:16]}.json"
    with telling(folder):
        studio.store.disk.make_folder(folder, 0o700)
        if len(list(folder.glob("*.json"))) < EXHIBITS:
            drafts.put(path, content, studio.store.disk)
    return path
