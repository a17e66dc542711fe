"""What the catalogue remembers of a version, and whether it still stands as we left it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from artistguard.errors import ArtistGuardError
from artistguard.fingerprints.table import Fingerprints
from artistguard.formats import sidecar
from artistguard.formats import table as formats
from artistguard.jobs.survey import Known
from artistguard.store import files
from artistguard.works import Digest

if TYPE_CHECKING:
    from artistguard.jobs.survey import Survey
    from artistguard.store.catalogue import Version
    from artistguard.terms import Stated


def details(found: Survey, guard: Digest) -> dict[str, Any]:
    """What is worth remembering of a file: for the next look at it, and for showing it."""
    return {
        "fingerprints": dict(found.fingerprints.values),
        "reason": found.fingerprints.reason,
        "guard": guard.hex,
        "creator": found.reading.facts.creator,
    }


def known(version: Version | None) -> Known | None:
    """What an earlier look found at a path, or None."""
    if version is None or "guard" not in version.details:
        return None
    return Known(version.after, remembered(version), Digest(version.details["guard"]))


def remembered(version: Version) -> Fingerprints:
    """The fingerprints that were computed when the version was stated."""
    values = dict(version.details.get("fingerprints", {}))
    return Fingerprints(
        values, distinctive=version.distinctive, reason=str(version.details.get("reason", "")), medium=version.medium
    )


def says_the_same(version: Version) -> bool:
    """Whether the sidecar that states a version still does; a statement inside stands with the file's digest."""
    if version.sidecar is None:
        return True
    try:
        with files.reading(files.inspect(version.sidecar)) as handle:
            return sidecar.read(handle.read()).record == version.record
    except ArtistGuardError:
        return False


def statements_of(version: Version) -> tuple[Stated, ...]:
    """Everything that a version states now, inside or in its sidecar."""
    place = version.sidecar or version.path
    with files.reading(files.inspect(place)) as handle:
        if version.sidecar is not None:
            return sidecar.read(handle.read()).statements
        return formats.by_name(version.format).read(handle).statements
