"""What the creator put together or took apart with her own hands: files that are one work because she says so.

The choice is kept like any other: each file is stated as a version of its work, so that a later run groups the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.claims import statement
from artistguard.store import files

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from artistguard.jobs.studio import Studio


def said(studio: Studio, families: Sequence[Sequence[str]], before: Mapping[str, str]) -> dict[str, str]:
    """The work of every file in a family.

    Args:
        studio: Where earlier works are known.
        families: Files that belong together, as the user names them.
        before: For each file at hand the work that it is known to be a version of, or an empty text.

    Returns:
        File to URN. The largest family keeps the work that its files were of; of one that was taken apart the others
        become works of their own.
    """
    found: dict[str, str] = {}
    real = [[path for path in map(_real, family) if path in before] for family in families]
    for family in sorted(filter(None, real), key=lambda each: (-len(each), each)):
        known = sorted({before[path] for path in family} - {"", *found.values()})
        kept = next((work for work in known if len(family) > 1 or _alone(studio, work, family[0])), "")
        found |= dict.fromkeys(family, kept or statement.work_urn(studio.dice(statement.SEED_BYTES)))
    return found


def _alone(studio: Studio, work: str, path: str) -> bool:
    """Whether a file is the only one that is known of its work."""
    return all(str(each.source) == path for each in studio.store.catalogue.versions(work))


def _real(path: str) -> str:
    return str(files.real_path(Path(path)))
