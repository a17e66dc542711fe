"""Looking at a file found anywhere: what is stated in it, what of ours is left, which registered work it is.

Writes nothing. The registry is asked with fingerprints only; what it answers is believed only where the receipt of the
matching statement holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from artistguard.claims import statement
from artistguard.errors import ArtistGuardError, Distrusted, ProofProblem
from artistguard.fingerprints.values import PAYLOAD, SHA256
from artistguard.formats import sidecar
from artistguard.jobs.crew import Crew
from artistguard.jobs.deliver import follow, key_of, meet
from artistguard.jobs.listing import listing
from artistguard.jobs.outcome import Trouble
from artistguard.jobs.survey import Survey, SurveyOrder, survey
from artistguard.messages import CHECKS, Found, How, Item, Match, Question
from artistguard.store import files
from artistguard.transparency.checkpoint import open_checkpoint
from artistguard.transparency.receipt import check as check_receipt
from artistguard.vocabularies import table as vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artistguard.jobs.listing import Task
    from artistguard.jobs.planning import Listener
    from artistguard.jobs.studio import Studio
    from artistguard.messages import Registry
    from artistguard.store.receipts import Pin
    from artistguard.terms import Choice, Stated
    from artistguard.works import Medium

_UNCHECKED = (
    Trouble(
        "credentials-unchecked",
        "Content credentials (C2PA) are attached, which this version cannot check.",
        "Look at them with a program that can, such as contentcredentials.org/verify.",
    ),
)

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
        credentials: Whether the file carries a C2PA manifest; this version does not check it.
        distinctive: Whether it can be recognised by likeness.
        matches: Evidence, best first.
        similar: Weaker hits.
        error: Why the file could not be looked at.
        registry_error: Why the registry could not be asked.
    """

    path: str
    medium: Medium | None = None
    kind: str = ""
    statements: tuple[Stated, ...] = ()
    choice: Choice | None = None
    contradictions: tuple[str, ...] = ()
    record: str = ""
    work: str = ""
    credentials: bool = False
    distinctive: bool = False
    matches: tuple[Match, ...] = ()
    similar: tuple[Match, ...] = ()
    error: Trouble | None = None
    registry_error: Trouble | None = None
    warnings: tuple[Trouble, ...] = field(default=())

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
            # Valid or invalid is for a version that can check them; until then a warning says that some are there.
            "credentials": "absent",
            "mark": None,
            "distinctive": self.distinctive,
            "matches": [_match(one) for one in self.matches],
            "similar": [_match(one) for one in self.similar],
            "error": self.error.as_json() if self.error else None,
            "registry_error": self.registry_error.as_json() if self.registry_error else None,
            "warnings": [one.as_json() for one in self.warnings],
        }


def check(studio: Studio, paths: Sequence[str], address: str, jobs: int, listen: Listener) -> Iterator[Finding]:
    """Look at files.

    Args:
        studio: For the pins of registries; nothing else in it is used, and no key is made.
        paths: Files and folders.
        address: The registry to ask.
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
                yield from _asked(studio, address, ready)
                ready = []
    yield from _asked(studio, address, ready)


def _asked(studio: Studio, address: str, ready: Sequence[tuple[Task, Survey]]) -> Iterator[Finding]:
    if not ready:
        return
    answers: Sequence[Found] = [Found()] * len(ready)
    trouble = None
    try:
        answers = _ask(studio, address, [found for _, found in ready])
    except ArtistGuardError as problem:
        trouble = Trouble.of(problem)
    for (task, found), answer in zip(ready, answers, strict=True):
        yield _finding(task, found, answer, trouble)


def _ask(studio: Studio, address: str, surveys: Sequence[Survey]) -> Sequence[Found]:
    """The registry's answers, each match with a receipt that holds.

    Raises:
        RegistryProblem: It is not reached, or not believed.
    """
    registry = studio.connect(address)
    pin = meet(studio, registry.describe(), address)
    answers = registry.check(Question(tuple(item(found) for found in surveys), receipts=True))
    if len(answers.items) != len(surveys):
        raise Distrusted(f"{pin.origin} answered {len(answers.items)} questions out of {len(surveys)}.")
    seen = follow(registry, pin, answers.checkpoint) if answers.checkpoint else None
    for found, answer in zip(surveys, answers.items, strict=True):
        for match in (*answer.matches, *answer.similar):
            _must_fit(pin, match, _proven(registry, pin, match, answers.checkpoint), found)
    if seen is not None:
        studio.store.pins.see(seen)
    return answers.items


def item(found: Survey) -> Item:
    """What a registry is asked about a file: fingerprints, never the file."""
    return Item(dict(found.fingerprints.values) | dict(found.codes), found.fingerprints.distinctive, found.medium)


def _proven(registry: Registry, pin: Pin, match: Match, note: str) -> statement.Statement:
    """The statement behind a match, which is signed, says that work, and stands in the log that the answer is about.

    Raises:
        Distrusted: It does not.
    """
    claims = [claim for claim in registry.record(match.record).claims if claim.index == match.index]
    if not claims or match.receipt is None:
        raise Distrusted(f"{pin.origin} gives no proof for the match with {match.work}.")
    signed = claims[0].signed
    said = signed.statement
    if not isinstance(said, statement.Statement) or (said.work, said.record) != (match.work, match.record):
        raise Distrusted(f"{pin.origin} shows a statement about another work for {match.work}.")
    try:
        statement.verify(signed)
        covering = check_receipt(match.receipt, statement.entry(signed), key_of(pin))
        told = open_checkpoint(note, key_of(pin))
    except ProofProblem as problem:
        raise Distrusted(f"{pin.origin}: {problem.message}") from problem
    if (covering.size, covering.root) != (told.size, told.root):
        raise Distrusted(f"{pin.origin} proves the match with {match.work} out of another history than it shows.")
    return said


def _must_fit(pin: Pin, match: Match, said: statement.Statement, found: Survey) -> None:
    """What can be seen from here of why it matches is so; likeness never counts for a work with too little in it.

    Raises:
        Distrusted: It is not.
    """
    ours = dict(found.fingerprints.values) | dict(found.codes)
    name = _SAME.get(match.how)
    likely = found.fingerprints.distinctive and said.distinctive
    if (name and said.values.get(name) != ours.get(name)) or (match.how is not How.EXACT and not likely):
        raise Distrusted(f"{pin.origin} shows {match.work} as a match, and its statement does not fit this file.")


_SAME = {How.EXACT: SHA256, How.PAYLOAD: PAYLOAD}
"""Kind of match to the code that must be the very same."""


def _finding(task: Task, found: Survey, answer: Found, trouble: Trouble | None) -> Finding:
    beside, warnings = _sidecar(task)
    statements = (*found.reading.statements, *beside)
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
        credentials=found.reading.credentials,
        distinctive=found.fingerprints.distinctive,
        matches=answer.matches,
        similar=answer.similar,
        registry_error=trouble,
        warnings=(*found.warnings, *warnings, *(_UNCHECKED if found.reading.credentials else ())),
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


def _match(one: Match) -> dict[str, Any]:
    return {
        "work": one.work,
        "choice": one.choice.value if one.choice else None,
        "similarity": round(one.similarity, 4),
        "how": one.how.value,
        "codes": one.codes,
        "state": one.state.value,
        "answer": one.answer.value,
        "record": one.record,
        "receipt": msgspec.to_builtins(one.receipt) if one.receipt else None,
    }
