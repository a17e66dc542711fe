"""The proof that a creator can hand to anybody: signed statements with their receipts, and a page to read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from artistguard.claims.bundle import Bundle, Proven
from artistguard.claims.statement import parse
from artistguard.errors import ProofProblem, StoreDamaged, UnknownWork
from artistguard.jobs.studio import EMBEDDED
from artistguard.jobs.trust import worth
from artistguard.jobs.withdraw import find
from artistguard.messages import Card
from artistguard.store.catalogue import State
from artistguard.transparency.receipt import Receipt

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from artistguard.jobs.studio import Studio
    from artistguard.store.catalogue import Version
    from artistguard.store.receipts import Pin


@dataclass(frozen=True, slots=True)
class Certified:
    """One version with its proof.

    Attributes:
        title: Of its work.
        version: As the catalogue has it.
        proven: Statement and receipts.
        witnessed: Who besides each registry stands up for it, in plain words, by the registry's name.
        address: Where everybody can look it up; empty for a registry on this computer.
    """

    title: str
    version: Version
    proven: Proven
    witnessed: Mapping[str, str]
    address: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """Proofs of one run, or of some works.

    Attributes:
        entries: By folder and name, as people count: track 2 before track 10.
        missing: Versions whose statement has no receipt yet.
        bundle: For `proof.json`.
    """

    entries: tuple[Certified, ...]
    missing: tuple[Version, ...]
    bundle: Bundle


def certify(studio: Studio, what: Sequence[str]) -> Certificate:
    """Gather the proofs.

    Args:
        studio: The creator at work.
        what: Ids of runs, numbers, titles or files of works; none for everything that stands.

    Raises:
        UnknownWork: One of them is not known, or nothing of it has a receipt.
    """
    versions = _versions(studio, what)
    titles = {work.id: work.title for work in studio.store.catalogue.works()}
    entries: list[Certified] = []
    missing: list[Version] = []
    for version in sorted(versions, key=_as_people_count):
        proven = _proven(studio, version)
        if proven is None:
            missing.append(version)
        else:
            entries.append(
                Certified(
                    titles.get(version.work, ""), version, proven, _witnessed(studio, proven), _address(studio, version)
                )
            )
    if not entries:
        raise UnknownWork("No receipt is kept for any of this.", remedy="Register it first: artistguard deliver")
    pins = _pins(studio, entries)
    voices = dict.fromkeys(voice for pin in pins for voice in _witnesses(pin))
    bundle = Bundle(tuple(each.proven for each in entries), tuple(pin.key for pin in pins), tuple(voices))
    return Certificate(tuple(entries), tuple(missing), bundle)


def _versions(studio: Studio, what: Sequence[str]) -> Iterable[Version]:
    catalogue = studio.store.catalogue
    if not what:
        return [each for each in catalogue.versions() if each.state is State.PROTECTED]
    chosen: dict[int, Version] = {}
    for name in what:
        known = studio.store.runs.knows(name)
        found = catalogue.versions(run=name) if known else catalogue.versions(find(studio, name).id)
        chosen |= {version.number: version for version in found}
    return [chosen[number] for number in sorted(chosen)]


def _as_people_count(version: Version) -> tuple[tuple[int, int | str], ...]:
    parts = re.split(r"([0-9]+)", str(version.path).casefold())
    return tuple((0, int(part)) if part.isascii() and part.isdigit() else (1, part) for part in parts)


def _proven(studio: Studio, version: Version) -> Proven | None:
    kept = studio.store.catalogue.statement(version.record)
    receipts = studio.store.receipts.of(version.record)
    if kept is None or not receipts:
        return None
    try:
        return Proven(parse(kept.signed), tuple(msgspec.json.decode(each.content, type=Receipt) for each in receipts))
    except (ProofProblem, msgspec.MsgspecError) as problem:
        raise StoreDamaged(f"{version.path}: the kept receipt cannot be read: {problem}") from problem


def _witnessed(studio: Studio, proven: Proven) -> Mapping[str, str]:
    pins = studio.store.pins
    return {receipt.origin: worth(receipt, pins.of(receipt.origin)) for receipt in proven.receipts}


def _pins(studio: Studio, entries: Iterable[Certified]) -> tuple[Pin, ...]:
    origins = {receipt.origin for entry in entries for receipt in entry.proven.receipts}
    return tuple(pin for pin in studio.store.pins.all() if pin.origin in origins)


def _witnesses(pin: Pin) -> tuple[str, ...]:
    return msgspec.json.decode(pin.card, type=Card).witnesses if pin.card else ()


def _address(studio: Studio, version: Version) -> str:
    """The page of the work at the first registry that others can ask."""
    addresses = (kept.address for kept in studio.store.receipts.of(version.record))
    return next((f"{each.rstrip('/')}/works/{version.work}" for each in addresses if each != EMBEDDED), "")
