"""Whether a work is the creator's own: what in a file, or in a registry, speaks for somebody else.

A doubt stops nothing by itself. The window leaves such a work out until its creator says that it is hers.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.claims import statement
from artistguard.errors import ArtistGuardError
from artistguard.jobs.asking import item
from artistguard.jobs.check import AT_ONCE
from artistguard.jobs.outcome import Trouble
from artistguard.jobs.studio import EMBEDDED
from artistguard.messages import Question, State
from artistguard.store.identity import FIRST_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from artistguard.jobs.planning import Step
    from artistguard.jobs.studio import Studio
    from artistguard.jobs.survey import Survey
    from artistguard.messages import Registry

MADE_BY_AI = frozenset(("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "compositeSynthetic"))
"""Digital source types of works that an AI made, or had a part in.

Source: IPTC NewsCodes, scheme "digitalsourcetype".
"""
REMEDY = "Tick it if it is your work."


@dataclass(frozen=True, slots=True)
class Creator:
    """By what a creator knows her own works.

    Attributes:
        names: All names she uses here.
        records: Whether a record was made on this computer.
    """

    names: tuple[str, ...]
    studio: Studio

    @classmethod
    def of(cls, studio: Studio, name: str) -> Creator:
        """The creator at work, who now signs with a name."""
        profiles = studio.store.identities.profiles(replaced=True)
        said = [
            name,
            str(studio.store.settings.get("name")),
            *(each.name for each in profiles if each.name != FIRST_NAME),
        ]
        said += [each.acts_for for each in profiles if not each.acts_for.startswith("did:")]
        return cls(tuple(dict.fromkeys(each for each in said if each.strip())), studio)

    def made(self, record: str) -> bool:
        """Whether a record was made here."""
        return self.studio.store.catalogue.statement(record) is not None


def doubts(own: Creator, found: Survey) -> tuple[Trouble, ...]:
    """What a file itself says against its being the creator's own.

    Args:
        own: By what she knows her works.
        found: The file.
    """
    told = []
    facts, record = found.reading.facts, found.reading.record
    if facts.source_type in MADE_BY_AI:
        told.append(Trouble("made-by-ai", "The file says that an AI made it, or a part of it.", REMEDY))
    if facts.creator and own.names and not any(same_name(facts.creator, each) for each in own.names):
        told.append(Trouble("names-another", f"The file names {facts.creator}.", REMEDY))
    if record and not own.made(record):
        told.append(Trouble("stated-by-another", "The file carries a statement that was not made here.", REMEDY))
    return tuple(told)


def claimed(studio: Studio, registries: Sequence[str], steps: Sequence[Step]) -> Mapping[str, Trouble]:
    """For each source whose work somebody else has registered, that doubt.

    A registry that is not reached raises no doubt: this is a question of courtesy, not of proof.

    Args:
        studio: The creator at work.
        registries: Those that she registers with; none where she does not, and then nothing leaves her computer.
        steps: Files that are to be written.
    """
    fresh = [step for step in steps if step.looked.earlier is None]
    told = Trouble("claimed-by-another", "Somebody else has registered this work.", REMEDY)
    taken = {source for each in registries if each != EMBEDDED and fresh for source in _taken(studio, each, fresh)}
    return dict.fromkeys(taken, told)


def _taken(studio: Studio, address: str, steps: Sequence[Step]) -> Iterator[str]:
    """Sources of works that one registry knows as somebody else's."""
    own = {profile.did for profile in studio.store.identities.profiles(replaced=True)}
    try:
        registry = studio.connect(address)
        works = _claimed(registry, [step.looked.survey for step in steps])
        others = {work for work in {each for found in works for each in found} if _others(registry, work, own)}
    except ArtistGuardError:
        return
    yield from (step.looked.task.source for step, found in zip(steps, works, strict=True) if others & found)


def _claimed(registry: Registry, surveys: Sequence[Survey]) -> list[set[str]]:
    """For each file the registered works that it is."""
    found: list[set[str]] = []
    for first in range(0, len(surveys), AT_ONCE):
        question = Question(tuple(item(each) for each in surveys[first : first + AT_ONCE]))
        answers = registry.check(question).items
        found += [{match.work for match in each.matches if match.state is not State.WITHDRAWN} for each in answers]
    return found


def _others(registry: Registry, work: str, own: Iterable[str]) -> bool:
    """Whether every standing statement about a work was made by somebody else."""
    makers = {
        claim.party
        for claim in registry.work(work).history
        if claim.state is State.STATED and isinstance(claim.signed.statement, statement.Statement)
    }
    return bool(makers) and not makers & set(own)


def same_name(one: str, other: str) -> bool:
    """Whether two names may well be one person's: the shorter one says nothing that the longer one does not."""
    few, many = sorted((_tokens(one), _tokens(other)), key=len)
    return bool(few) and all(any(_same_token(each, every) for every in many) for each in few)


def _same_token(one: str, other: str) -> bool:
    """A single letter stands for a name that begins with it."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _tokens(name: str) -> list[str]:
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(letter)
    )
    return "".join(letter if letter.isalnum() else " " for letter in plain).split()
