"""What would be done to each file, decided before anything is: the same plan is shown by --dry-run and carried out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.claims import statement
from artistguard.errors import ArtistGuardError, OutputExists
from artistguard.fingerprints import table as fingerprints
from artistguard.jobs import grouping
from artistguard.jobs.drafting import Order
from artistguard.jobs.listing import failed
from artistguard.jobs.memory import known, says_the_same
from artistguard.jobs.studio import EMBEDDED
from artistguard.jobs.survey import SurveyOrder, survey
from artistguard.store import files
from artistguard.terms import Declaration, Inscription

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from artistguard.jobs.crew import Crew
    from artistguard.jobs.listing import Task
    from artistguard.jobs.outcome import Outcome
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


@dataclass(frozen=True, slots=True)
class Step:
    """One file to write.

    Attributes:
        looked: The file.
        place: Its work.
        order: For the drafting.
        seed: From which the record's URN was drawn and the statement will be.
    """

    looked: Looked
    place: Place
    order: Order
    seed: bytes


@dataclass(slots=True)
class Plan:
    """Everything that will be done.

    Attributes:
        settled: Outcomes that are final already: what could not be looked at.
        unchanged: Files that already say exactly this.
        steps: Files to write.
    """

    settled: list[Outcome] = field(default_factory=list)
    unchanged: list[tuple[Looked, Version]] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asks for.

    Attributes:
        paths: Files and folders.
        declaration: Choice and terms.
        out: Folder for copies, or None to change files in place.
        address: The registry to register with as the outbox names it, or None to register nowhere.
        grouping: How files become works.
        jobs: Processes.
        dry_run: Only say what would be done.
    """

    paths: tuple[str, ...]
    declaration: Declaration = field(default_factory=Declaration)
    out: str | None = None
    address: str | None = EMBEDDED
    grouping: Grouping = Grouping.BY_LIKENESS
    jobs: int = 1
    dry_run: bool = False


Listener = Callable[[str, int, int], None]
"""Told a stage, how many files have passed it, and how many there are."""


def plan(studio: Studio, request: Request, tasks: Sequence[Task], crew: Crew, listen: Listener) -> Plan:
    """Look at every file and decide.

    Args:
        studio: The creator at work; nothing in it is changed.
        request: What the user asks for.
        tasks: The files.
        crew: Does the looking.
        listen: Told the stage, how many files passed it, and how many there are.
    """
    result = Plan()
    looked = _look(studio, tasks, crew, result, listen)
    works = _works(studio, request.grouping, looked)
    for each in looked:
        if each.current is not None and each.current.inscription.declaration == request.declaration:
            result.unchanged.append((each, each.current))
        else:
            result.steps.append(_step(studio, request, each, works[each.task.source]))
    return result


def _look(studio: Studio, tasks: Sequence[Task], crew: Crew, result: Plan, listen: Listener) -> list[Looked]:
    by_source = {task.source: (task, studio.store.catalogue.version_at(Path(task.target))) for task in tasks}
    looked: list[Looked] = []
    orders = [SurveyOrder(task.source, task.package, known(earlier)) for task, earlier in by_source.values()]
    for done, (order, found) in enumerate(crew.each(survey, orders), start=1):
        listen("Looking", done, len(tasks))
        task, earlier = by_source[order.path]
        try:
            if isinstance(found, ArtistGuardError):
                raise found
            looked.append(_remember(task, found, earlier))
        except ArtistGuardError as problem:
            result.settled.append(failed(task.path, problem))
    return sorted(looked, key=lambda each: each.task.path)


def _remember(task: Task, found: Survey, earlier: Version | None) -> Looked:
    """Join what was seen with what we stated there before.

    Raises:
        OutputExists: A file that is not ours, or no longer, stands where the copy should go.
    """
    standing = found.digest if task.in_place else files.standing(Path(task.target))
    ours = earlier is not None and earlier.after == standing
    if not task.in_place and standing is not None and not ours:
        raise OutputExists(
            f"{task.target}: a file stands there that ArtistGuard did not write, or that was edited since."
        )
    same_source = earlier is not None and (task.in_place or earlier.before == found.digest)
    current = earlier if earlier is not None and ours and same_source and says_the_same(earlier) else None
    return Looked(task, found, earlier, current)


def _works(studio: Studio, how: Grouping, looked: Sequence[Looked]) -> dict[str, Place]:
    """For every source its place among the works."""
    titles = {work.id: work.title for work in studio.store.catalogue.works()}
    by_source = {each.task.source: each for each in looked}
    before = {each.task.source: _work_before(studio, each, titles) for each in looked}
    assigned: dict[str, Place] = {}
    for paths, reason in _groups(how, looked, before):
        known_works = sorted({before[path] for path in paths} - {""})
        work = known_works[0] if known_works else statement.work_urn(studio.dice(statement.SEED_BYTES))
        title = titles.get(work) or _title([by_source[path] for path in paths])
        assigned |= dict.fromkeys(paths, Place(work, title, reason if len(paths) > 1 else ""))
    return assigned


def _groups(
    how: Grouping, looked: Sequence[Looked], before: Mapping[str, str]
) -> Iterable[tuple[tuple[str, ...], str]]:
    if how is Grouping.EACH_ITS_OWN:
        return [((each.task.source,), "") for each in looked]
    if how is Grouping.ALL_ONE:
        return [(tuple(each.task.source for each in looked), "you said so")] if looked else []
    candidates = [_candidate(each, before[each.task.source]) for each in looked]
    return [(group.paths, group.reason) for group in grouping.group(candidates)]


def _candidate(each: Looked, work: str) -> grouping.Candidate:
    found = each.survey
    return grouping.Candidate(
        path=each.task.source,
        medium=found.medium,
        facts=found.reading.facts,
        values=found.fingerprints.values,
        distinctive=found.fingerprints.distinctive,
        digest=found.digest,
        work=work,
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


def _step(studio: Studio, request: Request, each: Looked, place: Place) -> Step:
    seed = studio.dice(statement.SEED_BYTES)
    record = statement.record_urn(seed)
    found = each.survey
    settings = studio.store.settings
    order = Order(
        source=each.task.source,
        target=each.task.target,
        sidecar=each.task.sidecar,
        home=studio.store.home,
        owner=studio.store.owner,
        kind=found.kind,
        embeds=found.embeds,
        package=each.task.package,
        digest=found.digest,
        guard=found.guard,
        inscription=Inscription(
            declaration=request.declaration,
            record=record,
            work=place.work,
            address=_record_address(request.address, record),
            fingerprints=dict(fingerprints.inscribed(found.fingerprints)),
        ),
        way_back=bool(settings.get("wayback")),
        keep_mtime=bool(settings.get("keep-mtime")),
    )
    return Step(each, place, order, seed)


def _record_address(registry: str | None, record: str) -> str:
    """Where the record can be looked up; nothing for a registry that only this computer can ask."""
    if registry is None or registry == EMBEDDED:
        return ""
    return f"{registry.rstrip('/')}/v1/records/{record}"
