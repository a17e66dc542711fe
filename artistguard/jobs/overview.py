"""Everything that is known here, as values: for `status`, `export` and the library of the window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from artistguard.errors import ArtistGuardError, UnknownWork
from artistguard.store import files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.jobs.studio import Studio
    from artistguard.store.catalogue import KnownWork, Version


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of one work.

    Attributes:
        work: The work.
        version: The version.
        edited: Whether its file is not as we left it, or not there.
        registries: Origins of the registries that confirmed its statement.
    """

    work: KnownWork
    version: Version
    edited: bool
    registries: tuple[str, ...]

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
    entries = [_entry(studio, works[version.work], version) for version in versions]
    return sorted(entries, key=lambda each: (order[each.work.id], str(each.version.path)))


def _below(versions: Sequence[Version], path: Path) -> list[Version]:
    real = files.real_path(path)
    found = [each for each in versions if each.path.is_relative_to(real) or each.source.is_relative_to(real)]
    if not found:
        raise UnknownWork(f"{path}: nothing is known of it", remedy="It was not protected here, or was put back.")
    return found


def _entry(studio: Studio, work: KnownWork, version: Version) -> Entry:
    origins = tuple(sorted({receipt.origin for receipt in studio.store.receipts.of(version.record)}))
    return Entry(work, version, _edited(version), origins)


def _edited(version: Version) -> bool:
    try:
        return not version.path.is_dir() and files.standing(version.path) != version.after
    except ArtistGuardError:
        # What can no longer be read is not as we left it, and must not hide all others.
        return True
