"""What the catalogue remembers of a version, and whether it still stands as we left it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from artistguard.credentials.values import Place
from artistguard.errors import ArtistGuardError
from artistguard.fingerprints.table import Fingerprints
from artistguard.formats import sidecar
from artistguard.formats import table as formats
from artistguard.jobs.attesting import SIDECAR, would_say
from artistguard.jobs.survey import Known
from artistguard.store import files
from artistguard.works import Digest

if TYPE_CHECKING:
    from artistguard.jobs.attesting import Attested, Commission
    from artistguard.jobs.survey import Survey
    from artistguard.store.catalogue import Version
    from artistguard.terms import Stated


_NOWHERE = "nowhere"
"""Stands for the place of credentials that were wanted and could not be made: nobody tries again by himself."""


def details(found: Survey, guard: Digest, attested: Attested, commission: Commission | None) -> dict[str, Any]:
    """What is worth remembering of a file: for the next look at it, and for showing it."""
    credentials = {"credentials": str(attested.place or _NOWHERE)} if commission is not None else {}
    beside = {"beside": Digest.of(attested.store).hex} if attested.store is not None else {}
    return {
        **credentials,
        **beside,
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


def place_of_credentials(version: Version) -> Place | None:
    """Where the credentials of a version were put; None where it has none of ours."""
    told = version.details.get("credentials")
    return Place(told) if told in set(Place) else None


def is_credited(version: Version) -> bool:
    """Whether a version has the credentials that it can have; those beside it stand as we left them."""
    if "credentials" not in version.details:
        return False
    if place_of_credentials(version) is not Place.BESIDE:
        return True
    try:
        standing = files.standing(Path(f"{version.path}{SIDECAR}"))
    except ArtistGuardError:
        return False
    return standing is not None and standing.hex == version.details.get("beside")


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
    """Everything that a version states now, inside or in its sidecar, and in its credentials."""
    place = version.sidecar or version.path
    with files.reading(files.inspect(place)) as handle:
        if version.sidecar is not None:
            found = sidecar.read(handle.read()).statements
        else:
            found = formats.by_name(version.format).read(handle).statements
    return (*found, *credited_statements(version))


def credited_statements(version: Version) -> tuple[Stated, ...]:
    """What its credentials say: as long as the file is as we left it, so are they."""
    return would_say(version.inscription.declaration) if place_of_credentials(version) is not None else ()
