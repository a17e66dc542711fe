"""The place of every file among the works: found by likeness, known from earlier, or said by the creator."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.claims import statement
from artistguard.jobs import grouping
from artistguard.jobs.families import said as said_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from artistguard.jobs.listing import Task
    from artistguard.jobs.studio import Studio
    from artistguard.jobs.survey import Survey
    from artistguard.store.catalogue import Version


class Grouping(StrEnum):
    """How files become works."""

    BY_LIKENESS = "auto"  # by tags, names and content codes
    EACH_ITS_OWN = "separate"
    ALL_ONE = "one"


@dataclass(frozen=True, slots=True)
class Looked:
    """One file that was looked at.

    Attributes:
        task: From where to where.
        survey: What it is.
        earlier: What we last stated at the target, if it still counts.
        current: The same, if both the file and the statement stand as we left them.
    """

    task: Task
    survey: Survey
    earlier: Version | None
    current: Version | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file belongs among the works.

    Attributes:
        work: URN of its work.
        title: Of the work.
        grouped: Why it belongs there, in plain words; empty for a work of one version.
    """

    work: str
    title: str
    grouped: str


def places(
    studio: Studio, how: Grouping, families: Sequence[Sequence[str]], looked: Sequence[Looked]
) -> dict[str, Place]:
    """For every source its place among the works.

    Args:
        studio: Where earlier works are known.
        how: How files become works.
        families: Files that are one work because their creator says so.
        looked: The files.
    """
    titles = {work.id: work.title for work in studio.store.catalogue.works()}
    by_source = {each.task.source: each for each in looked}
    before = {each.task.source: _work_before(studio, each, titles) for each in looked}
    said = said_of(studio, families, before)
    before |= said
    assigned: dict[str, Place] = {}
    for paths, reason in _groups(how, looked, before, said):
        known_works = sorted({before[path] for path in paths} - {""})
        work = known_works[0] if known_works else statement.work_urn(studio.dice(statement.SEED_BYTES))
        title = titles.get(work) or _title([by_source[path] for path in paths])
        assigned |= dict.fromkeys(paths, Place(work, title, reason if len(paths) > 1 else ""))
    return assigned


def _groups(
    how: Grouping, looked: Sequence[Looked], before: Mapping[str, str], said: Collection[str]
) -> Iterable[tuple[tuple[str, ...], str]]:
    if how is Grouping.EACH_ITS_OWN:
        return [((each.task.source,), "") for each in looked]
    if how is Grouping.ALL_ONE:
        return [(tuple(each.task.source for each in looked), "you said so")] if looked else []
    candidates = [_candidate(each, before[each.task.source], said=each.task.source in said) for each in looked]
    return [(group.paths, group.reason) for group in grouping.group(candidates)]


def _candidate(each: Looked, work: str, *, said: bool) -> grouping.Candidate:
    found = each.survey
    return grouping.Candidate(
        path=each.task.source,
        medium=found.medium,
        facts=found.reading.facts,
        values=found.fingerprints.values,
        distinctive=found.fingerprints.distinctive,
        digest=found.digest,
        work=work,
        said=said,
    )


def _work_before(studio: Studio, each: Looked, known_works: Mapping[str, str]) -> str:
    """The work that this file is known to be a version of: by its place, its originals, its content, its words."""
    if each.earlier is not None:
        return each.earlier.work
    catalogue = studio.store.catalogue
    versions = catalogue.copies_of(Path(each.task.source)) or catalogue.by_content(each.survey.digest)
    if versions and each.survey.fingerprints.distinctive:
        return versions[0].work
    inside = each.survey.reading.work
    return inside if inside in known_works else ""


def _title(members: Sequence[Looked]) -> str:
    titles = sorted({each.survey.reading.facts.title for each in members if each.survey.reading.facts.title})
    return (
        titles[0]
        if titles
        else min((Path(each.task.source).stem for each in members), key=lambda stem: (len(stem), stem))
    )
