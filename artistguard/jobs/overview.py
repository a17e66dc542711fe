"""Everything that is known here, as values: for `status`, `export` and the library of the window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from artistguard.claims.statement import Statement, parse
from artistguard.errors import ProofProblem, UnknownWork
from artistguard.jobs.standing import is_edited
from artistguard.jobs.whereabouts import whereabouts
from artistguard.store import files

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from artistguard.jobs.studio import Studio
    from artistguard.jobs.whereabouts import Whereabouts
    from artistguard.store.catalogue import KnownWork, Version
    from artistguard.store.receipts import Pin


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of one work.

    Attributes:
        work: The work.
        version: The version.
        edited: Whether its file is not as we left it, or not there.
        whereabouts: How far its statement has come, at each registry it was meant for.
        right: Which right in the work it claims, or empty.
        numbers: Standard numbers of the work and its makers, kind and value.
        offer: Web address at which it offers a licence, or empty.
    """

    work: KnownWork
    version: Version
    edited: bool
    whereabouts: tuple[Whereabouts, ...]
    right: str = ""
    numbers: tuple[tuple[str, str], ...] = ()
    offer: str = ""

    @property
    def registries(self) -> tuple[str, ...]:
        """Names of the logs of registries that confirmed its statement."""
        return tuple(sorted(each.origin for each in self.whereabouts if each.origin))

    def as_json(self) -> dict[str, Any]:
        """One object of `status --json` and `export --json`."""
        version = self.version
        declaration = version.inscription.declaration
        return {
            "path": str(version.path),
            "source": str(version.source),
            "sidecar": str(version.sidecar) if version.sidecar else None,
            "work": self.work.id,
            "title": self.work.title,
            "medium": version.medium.value if version.medium else None,
            "format": version.format,
            "choice": version.choice.value,
            "name": declaration.name or None,
            "record": version.record,
            "run": version.run,
            "at": version.at,
            "state": version.state.value,
            "edited": self.edited,
            "registered": version.registered.value,
            "registries": list(self.registries),
            "deliveries": [each.as_json() for each in self.whereabouts],
            "right": self.right or None,
            "identifiers": [{"kind": kind, "value": value} for kind, value in self.numbers],
            "licence": declaration.licence or None,
            "offer": self.offer or None,
            "sha256": version.after.hex,
            "fingerprints": dict(version.details.get("fingerprints", {})),
        }


def overview(studio: Studio, paths: Sequence[str] = ()) -> list[Entry]:
    """Versions that count, oldest work first.

    Args:
        studio: The creator at work.
        paths: Only these files and what is in these folders; all when empty.

    Raises:
        UnknownWork: Nothing is known of one of the paths.
    """
    works = {work.id: work for work in studio.store.catalogue.works()}
    versions = [version for version in studio.store.catalogue.versions() if version.work in works]
    if paths:
        wanted = {version.number for path in paths for version in _below(versions, Path(path))}
        versions = [version for version in versions if version.number in wanted]
    order = {urn: place for place, urn in enumerate(works)}
    entries = _entries(studio, works, versions)
    return sorted(entries, key=lambda each: (order[each.work.id], str(each.version.path)))


def of_work(studio: Studio, urn: str) -> list[Entry]:
    """The versions of one work that count.

    Raises:
        UnknownWork: Nothing is known of it.
    """
    work = studio.store.catalogue.find(urn)
    return _entries(studio, {work.id: work}, studio.store.catalogue.versions(work.id))


def _below(versions: Sequence[Version], path: Path) -> list[Version]:
    real = files.real_path(path)
    found = [each for each in versions if each.path.is_relative_to(real) or each.source.is_relative_to(real)]
    if not found:
        raise UnknownWork(f"{path}: nothing is known of it", remedy="It was not protected here, or was put back.")
    return found


def _entries(studio: Studio, works: Mapping[str, KnownWork], versions: Sequence[Version]) -> list[Entry]:
    pins = {pin.origin: pin for pin in studio.store.pins.all()}
    return [_entry(studio, works[version.work], version, pins) for version in versions]


def _entry(studio: Studio, work: KnownWork, version: Version, pins: Mapping[str, Pin]) -> Entry:
    entry = Entry(work, version, is_edited(version), whereabouts(studio, version.record, pins))
    said = _said(studio, version)
    if said is None:
        return entry
    numbers = tuple((each.kind, each.value) for each in said.identifiers)
    return replace(entry, right=said.right, numbers=numbers, offer=said.offer)


def _said(studio: Studio, version: Version) -> Statement | None:
    """What was signed about a version; one that cannot be read any more must not hide all others."""
    kept = studio.store.catalogue.statement(version.record)
    try:
        said = parse(kept.signed).statement if kept is not None else None
    except ProofProblem:
        return None
    return said if isinstance(said, Statement) else None
