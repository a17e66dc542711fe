"""Asking registries about files: with fingerprints only, and of each answer no more is believed than is proven.

Several registries are asked one after the other, and what they say is laid together: evidence first, each work once.
One that cannot be asked, or lies, hides nothing of what the others say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from artistguard.claims.statement import Statement, everything
from artistguard.errors import ArtistGuardError, Contradicted, Distrusted
from artistguard.fingerprints.match import compare
from artistguard.fingerprints.values import ISCC_INSTANCE, PAYLOAD, SHA256, Fingerprints
from artistguard.jobs.deliver import follow, meet
from artistguard.jobs.judging import Judge
from artistguard.jobs.outcome import Trouble
from artistguard.jobs.trust import on_record
from artistguard.ledger.state import judge
from artistguard.messages import Answer, Found, How, Item, Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from artistguard.jobs.judging import Judged, Word
    from artistguard.jobs.studio import Studio
    from artistguard.jobs.survey import Survey
    from artistguard.messages import Match, Registry
    from artistguard.store.receipts import Pin

_ORDER = {how: rank for rank, how in enumerate(How)}


@dataclass(frozen=True, slots=True)
class Source:
    """A registry that was asked.

    Attributes:
        address: As the user gave it.
        origin: Name of its log; empty where it was not reached.
        error: Why it could not be asked, or is not believed.
    """

    address: str
    origin: str = ""
    error: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """On what it rests what is told of a work.

    Attributes:
        origins: Names of the logs that show it.
        words: What stays these registries' own word.
    """

    origins: tuple[str, ...]
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What is believed about one file.

    Attributes:
        matches: Evidence, best first.
        similar: Weaker hits.
        basis: Work to what it rests on.
    """

    matches: tuple[Match, ...]
    similar: tuple[Match, ...]
    basis: Mapping[str, Basis]


NOTHING = Heard((), (), {})


def item(found: Survey) -> Item:
    """What a registry is asked about a file: fingerprints, never the file."""
    return Item(_codes(found), found.fingerprints.distinctive, found.medium)


def ask(
    studio: Studio, addresses: Iterable[str], surveys: Sequence[Survey]
) -> tuple[tuple[Source, ...], tuple[Heard, ...]]:
    """Ask every registry about some files.

    Args:
        studio: For the pins of registries, and the evidence against those that lie.
        addresses: Of the registries.
        surveys: What is known of the files.

    Returns:
        What became of asking each registry, and what all of them together say of each file.
    """
    sources: list[Source] = []
    heard: list[list[Heard]] = [[] for _ in surveys]
    for address in dict.fromkeys(addresses):
        try:
            origin, told = _ask_one(studio, address, surveys)
        except ArtistGuardError as problem:
            pin = studio.store.pins.at(address)
            sources.append(Source(address, pin.origin if pin else "", Trouble.of(problem)))
            continue
        sources.append(Source(address, origin))
        for one, more in zip(heard, told, strict=True):
            one.append(more)
    return tuple(sources), tuple(map(_together, heard))


def _ask_one(studio: Studio, address: str, surveys: Sequence[Survey]) -> tuple[str, list[Heard]]:
    """Name of the log of one registry, and what it says as far as that is proven.

    Raises:
        RegistryProblem: It is not reached, or not believed.
    """
    registry = studio.connect(address)
    pin = meet(studio, registry.describe(), address)
    with on_record(studio, pin) as shown:
        try:
            return pin.origin, _believed(studio, registry, pin, surveys, shown)
        except Contradicted:
            # Its operator may have learned who somebody is between two answers; that is no lie when it is asked again.
            shown.clear()
            return pin.origin, _believed(studio, registry, pin, surveys, shown)


def _believed(
    studio: Studio, registry: Registry, pin: Pin, surveys: Sequence[Survey], shown: list[object]
) -> list[Heard]:
    answers = registry.check(Question(tuple(map(item, surveys)), receipts=True))
    shown.append(msgspec.structs.replace(answers, items=()))
    if len(answers.items) != len(surveys):
        raise Distrusted(f"{pin.origin} answered {len(answers.items)} questions out of {len(surveys)}.")
    if not answers.checkpoint and not any(found.matches or found.similar for found in answers.items):
        return [NOTHING] * len(surveys)  # of a log without entries
    court = Judge(registry, follow(registry, pin, answers.checkpoint, shown), shown)
    heard: list[Heard] = []
    for survey, found in zip(surveys, answers.items, strict=True):
        try:
            heard.append(_judged(court, survey, found))
        except Distrusted:
            shown.append(found)
            raise
    studio.store.pins.see(court.pin)
    return heard


def _judged(court: Judge, survey: Survey, found: Found) -> Heard:
    """What one registry found for one file, each match proven, and what follows from them all.

    Raises:
        Distrusted: A proof does not hold, or something else follows.
    """
    works = {match.work: court.judge(match.work) for match in (*found.matches, *found.similar)}
    matches = tuple(_proven(court, match, survey, works[match.work]) for match in found.matches)
    similar = tuple(_proven(court, match, survey, works[match.work]) for match in found.similar)
    whole = judge(each for work in {match.work for match in matches} for each in works[work].standings)
    follows = (whole.choice, whole.state, whole.answer) if matches else (None, None, Answer.UNKNOWN)
    court.must_follow("a file", (found.choice, found.state, found.answer), follows)
    basis = {work: Basis((court.pin.origin,), judged.words) for work, judged in works.items()}
    return Heard(matches, similar, basis)


def _proven(court: Judge, match: Match, survey: Survey, judged: Judged) -> Match:
    """A match whose statement is signed, in the log, and fits the file; with likeness and offer as they are seen here.

    Raises:
        Distrusted: It is not.
    """
    claim = court.statement(match.work, match.index)
    said = claim.signed.statement
    assert isinstance(said, Statement)
    if said.record != match.record:
        raise Distrusted(f"{court.pin.origin} shows a statement about another work for {match.work}.")
    court.receipt(match.receipt, claim.signed, match.index)
    holds = judged.holds
    court.must_follow(match.work, (match.choice, match.state, match.answer), (holds.choice, holds.state, holds.answer))
    theirs = Fingerprints(everything(claim.signed), distinctive=said.distinctive, medium=said.medium)
    if not _fits(match, survey, theirs):
        raise Distrusted(f"{court.pin.origin} shows {match.work} as a match, and its statement does not fit this file.")
    match = msgspec.structs.replace(match, offer=holds.offer)
    if match.how in _SAME:
        return match
    ours = Fingerprints(_codes(survey), distinctive=survey.fingerprints.distinctive, medium=survey.medium)
    return msgspec.structs.replace(match, similarity=compare(ours, theirs).similarity)


def _fits(match: Match, survey: Survey, theirs: Fingerprints) -> bool:
    """Whether the codes say what the match says; likeness never counts for a work with too little in it."""
    values = _codes(survey)
    if match.how in _SAME and not any(_equal(values, theirs.values, name) for name in _SAME[match.how]):
        return False
    if match.how is How.EXACT:
        return True
    ours = Fingerprints(values, distinctive=survey.fingerprints.distinctive, medium=survey.medium)
    return (
        ours.distinctive and theirs.distinctive and (match.how is not How.SAME_WORK or compare(ours, theirs).evidence)
    )


_SAME = {How.EXACT: (SHA256, ISCC_INSTANCE), How.PAYLOAD: (PAYLOAD,)}
"""Kind of match to the codes of which one must be the very same."""


def _equal(one: Mapping[str, str], other: Mapping[str, str], name: str) -> bool:
    return name in one and one[name] == other.get(name)


def _codes(found: Survey) -> dict[str, str]:
    return dict(found.fingerprints.values) | dict(found.codes)


def _together(heard: Sequence[Heard]) -> Heard:
    """What several registries say of one file: each work once, with the most protective of its choices."""
    matches = _each_once(match for each in heard for match in each.matches)
    similar = _each_once(match for each in heard for match in each.similar if match.work not in matches)
    basis: dict[str, Basis] = {}
    for each in heard:
        for work, more in each.basis.items():
            known = basis.get(work, Basis((), ()))
            words = tuple(dict.fromkeys((*known.words, *more.words)))
            basis[work] = Basis((*known.origins, *more.origins), words)
    return Heard(tuple(matches.values()), tuple(similar.values()), basis)


def _each_once(matches: Iterable[Match]) -> dict[str, Match]:
    """Works to their best matches, best first."""
    best: dict[str, Match] = {}
    for match in sorted(matches, key=lambda each: (_ORDER[each.how], -each.similarity)):
        known = best.setdefault(match.work, match)
        if _strictness(match) > _strictness(known):
            best[match.work] = msgspec.structs.replace(
                known, choice=match.choice, state=match.state, answer=match.answer, offer=match.offer
            )
    return best


def _strictness(match: Match) -> int:
    return -1 if match.choice is None else match.choice.strictness
