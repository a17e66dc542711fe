"""What would be done to each file, decided before anything is: the same plan is shown by --dry-run and carried out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.claims import statement
from artistguard.errors import ArtistGuardError, OutputExists, UsageProblem
from artistguard.fingerprints import table as fingerprints
from artistguard.jobs import crediting
from artistguard.jobs.drafting import Order
from artistguard.jobs.listing import failed
from artistguard.jobs.memory import is_credited, known, says_the_same
from artistguard.jobs.placing import Grouping, Looked, places
from artistguard.jobs.sightings import look_at
from artistguard.jobs.studio import EMBEDDED
from artistguard.jobs.survey import SurveyOrder, survey
from artistguard.store import files
from artistguard.terms import Declaration, Inscription

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from artistguard.credentials.values import Signatory
    from artistguard.jobs.crew import Crew
    from artistguard.jobs.listing import Task
    from artistguard.jobs.outcome import Outcome
    from artistguard.jobs.placing import Place
    from artistguard.jobs.studio import Studio
    from artistguard.jobs.survey import Survey
    from artistguard.store.catalogue import Version
    from artistguard.store.files import Look


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
        registries: Those to register with, as the outbox names them; none to register nowhere.
        grouping: How files become works.
        families: Files that are one work because their creator says so, each family by itself; a family of one is a
            work of its own. Files in none of them are grouped as `grouping` has it.
        only: Of the files found, those to work on; all where it is None.
        way_back: Whether a way back is kept; as it is set where it is None.
        jobs: Processes.
        dry_run: Only say what would be done.
        credentials: Whether content credentials are signed; as it is set where it is None.
        one_work: The declaration names numbers of a single work; more of them at once are refused.
    """

    paths: tuple[str, ...]
    declaration: Declaration = field(default_factory=Declaration)
    out: str | None = None
    registries: tuple[str, ...] = (EMBEDDED,)
    grouping: Grouping = Grouping.BY_LIKENESS
    families: tuple[tuple[str, ...], ...] = ()
    only: frozenset[str] | None = None
    way_back: bool | None = None
    jobs: int = 1
    dry_run: bool = False
    credentials: bool | None = None
    one_work: bool = False


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

    Raises:
        UsageProblem: Numbers of one work were named for several.
    """
    result = Plan()
    looked = _look(studio, tasks, crew, result, listen)
    works = places(studio, request.grouping, request.families, looked)
    count = len({place.work for place in works.values()})
    if request.one_work and count > 1:
        raise UsageProblem(
            f"These files are {count} works, and a standard number belongs to one.",
            remedy="Name the files of one work, or say that they are one: --works one",
        )
    wanted = crediting.wanted(studio, request.credentials)
    for each in looked:
        place = works[each.task.source]
        signs = wanted and not each.task.package
        if each.current is not None and _says_it(each.current, request.declaration, place, credentials=signs):
            result.unchanged.append((each, each.current))
        else:
            result.steps.append(_step(studio, request, each, place, credentials=signs))
    return result


def commissioned(steps: Sequence[Step], who: Signatory) -> list[Step]:
    """Name who signs the credentials, in every step that wants some."""

    def named(step: Step) -> Step:
        if step.order.commission is None:
            return step
        return replace(step, order=replace(step.order, commission=replace(step.order.commission, signatory=who)))

    return [named(step) for step in steps]


def _says_it(version: Version, declaration: Declaration, place: Place, *, credentials: bool) -> bool:
    same = version.inscription.declaration == declaration and version.work == place.work
    return same and (not credentials or is_credited(version))


def _look(studio: Studio, tasks: Sequence[Task], crew: Crew, result: Plan, listen: Listener) -> list[Looked]:
    by_source = {task.source: (task, studio.store.catalogue.version_at(Path(task.target))) for task in tasks}
    looked: list[Looked] = []
    for done, (source, found) in enumerate(_surveys(studio, by_source, crew), start=1):
        listen("Looking", done, len(tasks))
        task, earlier = by_source[source]
        try:
            if isinstance(found, ArtistGuardError):
                raise found
            looked.append(_remember(task, found, earlier))
        except ArtistGuardError as problem:
            result.settled.append(failed(task.path, problem))
    return sorted(looked, key=lambda each: each.task.path)


def _surveys(
    studio: Studio, tasks: Mapping[str, tuple[Task, Version | None]], crew: Crew
) -> Iterator[tuple[str, Survey | ArtistGuardError]]:
    """Each file by its path, as remembered or as seen now."""
    orders: list[SurveyOrder] = []
    looks: dict[str, Look | None] = {}
    for source, (task, earlier) in tasks.items():
        seen = studio.sightings.recall(source)
        if seen is not None:
            yield source, seen
        else:
            looks[source] = None if task.package else look_at(source)
            orders.append(SurveyOrder(source, task.package, known(earlier)))
    for order, found in crew.each(survey, orders):
        if not isinstance(found, ArtistGuardError):
            studio.sightings.keep(looks[order.path], found)
        yield order.path, found


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


def _step(studio: Studio, request: Request, each: Looked, place: Place, *, credentials: bool) -> Step:
    seed = studio.dice(statement.SEED_BYTES)
    record = statement.record_urn(seed)
    found = each.survey
    settings = studio.store.settings
    inscription = Inscription(
        declaration=request.declaration,
        record=record,
        work=place.work,
        address=_record_address(request.registries, record),
        fingerprints=dict(fingerprints.inscribed(found.fingerprints)),
    )
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
        inscription=inscription,
        commission=crediting.commission(studio, found, inscription) if credentials else None,
        credited=found.reading.credentials,
        way_back=settings.way_back if request.way_back is None else request.way_back,
        keep_mtime=bool(settings.get("keep-mtime")),
    )
    return Step(each, place, order, seed)


def _record_address(registries: Sequence[str], record: str) -> str:
    """Where the record can be looked up; nothing where only this computer can ask."""
    found = next((each for each in registries if each != EMBEDDED), "")
    return f"{found.rstrip('/')}/v1/records/{record}" if found else ""
