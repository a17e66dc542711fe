"""Looking at a file found anywhere: what is stated in it, what of ours is left, which registered work it is.

Writes nothing. Registries are asked with fingerprints only, and of what they answer no more is believed than is proven.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from artistguard.credentials.values import Credentials, Standing
from artistguard.errors import ArtistGuardError
from artistguard.formats import sidecar
from artistguard.jobs.asking import ask
from artistguard.jobs.crew import Crew
from artistguard.jobs.listing import listing
from artistguard.jobs.outcome import Trouble
from artistguard.jobs.survey import Survey, SurveyOrder, survey
from artistguard.jobs.vouching import vouched
from artistguard.messages import CHECKS, Match
from artistguard.store import files
from artistguard.vocabularies import table as vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from artistguard.jobs.asking import Basis, Heard, Source
    from artistguard.jobs.listing import Task
    from artistguard.jobs.planning import Listener
    from artistguard.jobs.studio import Studio
    from artistguard.terms import Choice, Stated
    from artistguard.works import Medium

AT_ONCE = 200
"""Files asked about in one question; at most messages.CHECKS."""
assert AT_ONCE <= CHECKS


@dataclass(frozen=True, slots=True)
class Finding:
    """What is known about one file.

    Attributes:
        path: As the user gave or the walk found it.
        medium: None for a file we know nothing about.
        kind: Name of the format.
        statements: In the file and in its sidecar.
        choice: The strictest that holds, or None.
        contradictions: Where the statements disagree, in plain words.
        record: URN of our record found inside, or empty.
        work: URN of our work found inside, or empty.
        credentials: Content credentials inside it or beside it, and whether they hold.
        distinctive: Whether it can be recognised by likeness.
        matches: Evidence, best first.
        similar: Weaker hits.
        error: Why the file could not be looked at.
        basis: URN of each work in matches and similar to what it rests on.
        sources: The registries that were asked, and which of them could not be.
        warnings: What else is to be told.
    """

    path: str
    medium: Medium | None = None
    kind: str = ""
    statements: tuple[Stated, ...] = ()
    choice: Choice | None = None
    contradictions: tuple[str, ...] = ()
    record: str = ""
    work: str = ""
    credentials: Credentials = field(default_factory=Credentials)
    distinctive: bool = False
    matches: tuple[Match, ...] = ()
    similar: tuple[Match, ...] = ()
    error: Trouble | None = None
    basis: Mapping[str, Basis] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    warnings: tuple[Trouble, ...] = field(default=())

    @property
    def registry_error(self) -> Trouble | None:
        """Why a registry could not be asked, the first where there are several."""
        return next((each.error for each in self.sources if each.error is not None), None)

    @property
    def protected(self) -> bool:
        """Whether anything is stated in it, or a registered work is recognised in it."""
        return self.choice is not None or bool(self.matches)

    def as_json(self) -> dict[str, Any]:
        """One object of `check --json`."""
        return {
            "path": self.path,
            "medium": self.medium.value if self.medium else None,
            "format": self.kind or None,
            "statements": [_stated(one) for one in self.statements],
            "choice": self.choice.value if self.choice else None,
            "contradictions": list(self.contradictions),
            "record": self.record or None,
            "work": self.work or None,
            "credentials": self.credentials.standing.value,
            "credentials_by": _signature(self.credentials),
            "mark": None,
            "distinctive": self.distinctive,
            "matches": [_match(one, self.basis[one.work]) for one in self.matches],
            "similar": [_match(one, self.basis[one.work]) for one in self.similar],
            "error": self.error.as_json() if self.error else None,
            "registries": [_source(one) for one in self.sources],
            "registry_error": self.registry_error.as_json() if self.registry_error else None,
            "warnings": [one.as_json() for one in self.warnings],
        }


def check(
    studio: Studio, paths: Sequence[str], addresses: Sequence[str], jobs: int, listen: Listener
) -> Iterator[Finding]:
    """Look at files.

    Args:
        studio: For the pins of registries and its own certificates; nothing else is used, and no key is made.
        paths: Files and folders.
        addresses: The registries to ask, each of them about every file.
        jobs: Processes.
        listen: For a progress bar.

    Yields:
        One finding a file.
    """
    tasks, settled = listing(paths, None, studio.store.home)
    yield from (Finding(each.path, error=each.error) for each in settled)
    by_source = {task.source: task for task in tasks}
    ready: list[tuple[Task, Survey]] = []
    orders = [SurveyOrder(task.source, task.package) for task in tasks]
    with Crew(jobs) as crew:
        for done, (order, found) in enumerate(crew.each(survey, orders), start=1):
            listen("Looking", done, len(tasks))
            if isinstance(found, ArtistGuardError):
                yield Finding(by_source[order.path].path, error=Trouble.of(found))
                continue
            ready.append((by_source[order.path], found))
            if len(ready) >= AT_ONCE:
                yield from _asked(studio, addresses, ready, jobs)
                ready = []
    yield from _asked(studio, addresses, ready, jobs)


def _asked(
    studio: Studio, addresses: Sequence[str], ready: Sequence[tuple[Task, Survey]], jobs: int
) -> Iterator[Finding]:
    if not ready:
        return
    sources, heard = ask(studio, addresses, [found for _, found in ready])
    credentials = vouched(ready, jobs, studio.store.certificates.chains())
    for (task, found), each in zip(ready, heard, strict=True):
        yield _finding(task, found, each, sources, credentials.get(task.source, Credentials()))


def _finding(task: Task, found: Survey, heard: Heard, sources: tuple[Source, ...], credentials: Credentials) -> Finding:
    beside, warnings = _sidecar(task)
    statements = (*found.reading.statements, *beside, *credentials.statements)
    verdict = vocabularies.verdict(statements)
    return Finding(
        path=task.path,
        medium=found.medium,
        kind=found.kind,
        statements=statements,
        choice=verdict.choice,
        contradictions=verdict.contradictions,
        record=found.reading.record,
        work=found.reading.work,
        credentials=credentials,
        distinctive=found.fingerprints.distinctive,
        matches=heard.matches,
        similar=heard.similar,
        basis=heard.basis,
        sources=sources,
        warnings=(*found.warnings, *warnings),
    )


def _sidecar(task: Task) -> tuple[tuple[Stated, ...], tuple[Trouble, ...]]:
    """What a sidecar beside the file states; a broken one is told and hides nothing that the file itself says."""
    path = Path(task.sidecar)
    if files.look_at(path) is None:
        return (), ()
    try:
        with files.reading(files.inspect(path)) as handle:
            reading = sidecar.read(handle.read())
    except ArtistGuardError as problem:
        return (), (Trouble.of(problem),)
    return reading.statements, ()


def _stated(one: Stated) -> dict[str, str | None]:
    choice = one.choice.value if one.choice else None
    return {"layer": one.layer, "place": one.place, "value": one.value, "choice": choice}


def _signature(found: Credentials) -> dict[str, Any] | None:
    if found.standing is Standing.ABSENT:
        return None
    return {
        "signer": found.signer or None,
        "issuer": found.issuer or None,
        "known": found.known,
        "signed": found.signed or None,
        "program": found.program or None,
        "reasons": list(found.reasons),
        "beside": found.beside,
    }


def _source(one: Source) -> dict[str, Any]:
    error = one.error.as_json() if one.error else None
    return {"address": one.address, "origin": one.origin or None, "error": error}


def _match(one: Match, basis: Basis) -> dict[str, Any]:
    return {
        "work": one.work,
        "choice": one.choice.value if one.choice else None,
        "similarity": round(one.similarity, 4),
        "how": one.how.value,
        "codes": one.codes,
        "state": one.state.value,
        "answer": one.answer.value,
        "offer": one.offer or None,
        "record": one.record,
        "registries": list(basis.origins),
        "registry_says": [word.value for word in basis.words],
        "receipt": msgspec.to_builtins(one.receipt) if one.receipt else None,
    }
