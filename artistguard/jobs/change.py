"""Choosing differently, later: every version of a work is stated anew; the earlier statements stay in the log."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from artistguard.errors import UnknownWork
from artistguard.jobs.placing import Grouping
from artistguard.jobs.planning import Request
from artistguard.jobs.protect import protect
from artistguard.jobs.withdraw import find
from artistguard.store.catalogue import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artistguard.jobs.outcome import Outcome
    from artistguard.jobs.planning import Listener
    from artistguard.jobs.studio import Studio
    from artistguard.store.catalogue import Version
    from artistguard.terms import Choice, Declaration


def change(
    studio: Studio, names: Sequence[str], choice: Choice, registries: tuple[str, ...], listen: Listener
) -> Iterator[Outcome]:
    """Make another choice for works.

    Args:
        studio: The creator at work.
        names: URNs, unambiguous beginnings of them, titles, or files.
        choice: The new one; name, contact, licence and origin stay.
        registries: Those to tell.
        listen: For a progress bar.

    Yields:
        One outcome a file.

    Raises:
        UnknownWork: One of them means no work, or no file of it is protected; then nothing is changed.
    """
    versions = [version for name in names for version in _files(studio, name)]

    def terms(version: Version) -> Declaration:
        return replace(version.inscription.declaration, choice=choice)

    ordered = sorted(versions, key=lambda version: (repr(terms(version)), str(version.path)))
    for declaration, alike in groupby(ordered, key=terms):
        paths = tuple(dict.fromkeys(str(version.path) for version in alike))
        # Each file knows its work by its place in the catalogue, so nothing is grouped anew.
        request = Request(paths, declaration, registries=registries, grouping=Grouping.EACH_ITS_OWN)
        yield from protect(studio, request, listen)


def _files(studio: Studio, name: str) -> list[Version]:
    work = find(studio, name)
    versions = [each for each in studio.store.catalogue.versions(work.id) if each.state is State.PROTECTED]
    if not versions:
        raise UnknownWork(f"{work.title}: no file of this work is protected now")
    return versions
