"""Which files are versions of one work: by what stands inside them, by their codes, their tags and their names.

Everything is found through indexes, so the time grows with the number of files and not with its square. Bonds are tied
from the surest to the weakest, and a weaker one never ties what a surer one keeps apart. The outcome does not depend on
the order of the files.

Works of different media are never one, unless their creator says so. A work with too little content to be recognised
is never bound to another by its codes: a thousand silent tracks are a thousand works, unless their names or tags say
otherwise.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from artistguard.fingerprints import match
from artistguard.fingerprints.values import ISCC, PAYLOAD, PDQ, PHASH256
from artistguard.jobs import nearness
from artistguard.jobs.bonds import Bond, Bundles, Tie
from artistguard.jobs.naming import Name, name_of
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from artistguard.works import Digest, Facts


@dataclass(frozen=True, slots=True)
class Candidate:
    """One file, as far as grouping has to know it.

    Attributes:
        path: Unique among the candidates.
        medium: None for a file we cannot look into.
        facts: What it says of itself.
        values: Codes by name.
        distinctive: Whether its codes may count.
        digest: Of the whole file.
        work: URN of the work that it is already known to belong to, or empty.
        said: Whether its creator said to which work it belongs; all that she put into one bear the same `work`.
    """

    path: str
    medium: Medium | None
    facts: Facts
    values: Mapping[str, str]
    distinctive: bool
    digest: Digest
    work: str = ""
    said: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The versions of one work.

    Attributes:
        paths: In alphabetical order.
        reason: Why they are one work, in plain words; empty for a single file.
    """

    paths: tuple[str, ...]
    reason: str


def group(candidates: Iterable[Candidate]) -> tuple[Group, ...]:
    """Group files into works.

    Args:
        candidates: In any order.

    Returns:
        Groups ordered by their first path; every candidate is in exactly one.
    """
    files = sorted(candidates, key=lambda each: each.path)
    names = [name_of(each.path) for each in files]
    ties = {
        *_as_said(files),
        *_by_key(files, _work_keys(files), Bond.WORK),
        *_by_key(files, _number_keys(files), Bond.NUMBER),
        *_by_payload(files, names),
        *_by_codes(files, names),
        *_by_tags(files, names),
        *_by_name(files, names),
    }
    bundles = Bundles([each.work for each in files], names)
    for tie in sorted(ties):
        bundles.tie(tie)
    return tuple(Group(tuple(files[each].path for each in places), why) for places, why in bundles.bundles())


def _by_key(files: Sequence[Candidate], keys: Iterable[tuple[int, tuple[str, ...], str]], bond: Bond) -> Iterator[Tie]:
    """Ties between all files of one medium that share a key."""
    last: dict[tuple[Medium | None, tuple[str, ...]], int] = {}
    for place, key, words in keys:
        whole = (files[place].medium, key)
        if whole in last:
            yield Tie(bond, last[whole], place, words)
        last[whole] = place


def _as_said(files: Sequence[Candidate]) -> Iterator[Tie]:
    """What the creator put together, whatever it is."""
    last: dict[str, int] = {}
    for place, each in enumerate(files):
        if each.said:
            if each.work in last:
                yield Tie(Bond.SAID, last[each.work], place, "you said so")
            last[each.work] = place


def _work_keys(files: Sequence[Candidate]) -> Iterator[tuple[int, tuple[str, ...], str]]:
    for place, each in enumerate(files):
        if each.work:
            yield place, (each.work,), "already known as one work"


_NUMBERS = {
    "ISRC": (Medium.AUDIO, re.compile(r"(?!.*0{12})[A-Z]{2}[A-Z0-9]{3}\d{7}"), "same recording number (ISRC)"),
    "ISBN": (Medium.TEXT, re.compile(r"97[89]\d{10}|\d{9}[\dX]"), "same book number (ISBN)"),
}
"""Standard numbers that name one work: their medium, form, and words.

Source: ISO 3901 for ISRC; ISO 2108 for ISBN.
"""


def _number_keys(files: Sequence[Candidate]) -> Iterator[tuple[int, tuple[str, ...], str]]:
    for place, each in enumerate(files):
        for kind, value in each.facts.identifiers:
            medium, form, words = _NUMBERS.get(kind.upper(), (None, None, ""))
            plain = re.sub(r"[^0-9A-Z]", "", value.upper().removeprefix("URN:").removeprefix(kind.upper()))
            if form is not None and medium is each.medium and form.fullmatch(plain):
                # The nine digits in the middle are the same in the old and the new form of one ISBN.
                yield place, (kind.upper(), plain[-10:-1] if kind.upper() == "ISBN" else plain), words


_SAME = {Medium.IMAGE: "same picture", Medium.AUDIO: "same recording", Medium.TEXT: "same words"}


def _countable(files: Sequence[Candidate]) -> Iterator[tuple[int, Candidate, Medium]]:
    for place, each in enumerate(files):
        if each.distinctive and each.medium is not None:
            yield place, each, each.medium


def _by_payload(files: Sequence[Candidate], names: Sequence[Name]) -> Iterator[Tie]:
    """The very same pixels, samples or words."""
    holders: dict[tuple[Medium, str], list[int]] = defaultdict(list)
    for place, each, medium in _countable(files):
        if PAYLOAD in each.values:
            holders[medium, each.values[PAYLOAD]].append(place)
    for (medium, _), places in holders.items():
        for one, other in nearness.star(places):
            if not _numbered_apart(names[one], names[other]):
                yield Tie(Bond.PAYLOAD, one, other, _SAME[medium])


_LEAST_ALIKE = {Medium.IMAGE: 0.75, Medium.AUDIO: 0.8, Medium.TEXT: 0.7}
"""Stricter than for evidence: a remix or a new colour is alike, yet may well be another work of the same creator."""
_CODES = {Medium.IMAGE: (PHASH256, PDQ), Medium.AUDIO: (ISCC,), Medium.TEXT: (ISCC,)}


def _by_codes(files: Sequence[Candidate], names: Sequence[Name]) -> Iterator[Tie]:
    """The same work in another size, format or quality."""
    codes: dict[tuple[Medium, str], dict[int, bytes]] = defaultdict(dict)
    for place, each, medium in _countable(files):
        for name in _CODES[medium]:
            body = nearness.body(each.values.get(name, ""))
            if body:
                codes[medium, name][place] = body
    for (medium, _), bodies in codes.items():
        for one, other in nearness.pairs(bodies):
            if _may_be_copies(names[one], names[other]) and _alike(files[one], files[other], medium):
                yield Tie(Bond.CODES, one, other, _SAME[medium])


def _alike(one: Candidate, other: Candidate, medium: Medium) -> bool:
    if one.values.get(PAYLOAD) == other.values.get(PAYLOAD):
        return False  # told already
    found = match.compare(one, other)
    return found.evidence and found.similarity >= _LEAST_ALIKE[medium]


def _numbered_apart(one: Name, other: Name) -> bool:
    return one.folder == other.folder and one.in_series_with(other)


def _may_be_copies(one: Name, other: Name) -> bool:
    """Frames, bursts and colours of one design look alike; they lie side by side in one type, or are numbered."""
    same_row = one.folder == other.folder and one.extension == other.extension
    return not same_row and not one.in_series_with(other)


_GENERIC = {
    "",
    "untitled",
    "unknown",
    "document",
    "title",
    "image",
    "photo",
    "picture",
    "olympus digital camera",
    "scan",
}


def _by_tags(files: Sequence[Candidate], names: Sequence[Name]) -> Iterator[Tie]:
    """The same title and creator, in one collection and place, of one length."""
    rows: dict[tuple[Medium, str, str], list[int]] = defaultdict(list)
    for place, each in enumerate(files):
        title, creator = (" ".join(text.casefold().split()) for text in (each.facts.title, each.facts.creator))
        if each.medium is not None and creator and title not in _GENERIC:
            rows[each.medium, title, creator].append(place)
    for places in rows.values():
        # A title that many files of one kind in one folder bear names a series, not a work.
        if len({(names[each].folder, names[each].extension, names[each].bare) for each in places}) > len(
            {(names[each].folder, names[each].extension) for each in places}
        ):
            continue
        for one, other in nearness.neighbours(places):
            if _agree(files[one].facts, files[other].facts) and not _contradict(files[one], files[other]):
                yield Tie(Bond.TAGS, one, other, "same title and creator")


def _agree(one: Facts, other: Facts) -> bool:
    """Whether nothing that both say differs: collection, number, length within two seconds or two per cent."""
    said = ((one.collection, other.collection), (_bare(one.number), _bare(other.number)))
    if any(first and second and first.casefold() != second.casefold() for first, second in said):
        return False
    longest = max(one.seconds, other.seconds)
    return not (one.seconds and other.seconds) or abs(one.seconds - other.seconds) <= max(2.0, 0.02 * longest)


def _bare(number: str) -> str:
    """A track number without leading zeros and without how many tracks there are: 1 for 01/12."""
    return number.partition("/")[0].strip().lstrip("0")


def _contradict(one: Candidate, other: Candidate) -> bool:
    """Whether the codes say plainly that these are different works."""
    if (
        not (one.distinctive and other.distinctive)
        or one.medium is None
        or one.values.get(PAYLOAD) == other.values.get(PAYLOAD)
    ):
        return False
    distances = [
        nearness.distance(one.values[name], other.values[name])
        for name in _CODES[one.medium]
        if name in one.values and name in other.values
    ]
    return bool(distances) and min(distances) > nearness.UNRELATED


def _by_name(files: Sequence[Candidate], names: Sequence[Name]) -> Iterator[Tie]:
    """The same bare name in one folder, or the same name in another format in a folder beside, above or below."""
    here: dict[tuple[Medium, str, str], list[int]] = defaultdict(list)
    near: dict[tuple[Medium, str, str], set[int]] = defaultdict(set)
    for place, each in enumerate(files):
        if each.medium is not None:
            name = names[place]
            here[each.medium, name.folder, name.bare].append(place)
            for holder in () if name.counter else (name.folder, name.above):
                near[each.medium, holder, name.bare].add(place)
    for places in here.values():
        for row in _rows(files, names, places):
            for one, other in pairwise(row):
                yield Tie(Bond.NAME, one, other, "same name")
    for around in near.values():
        yield from _across_folders(files, names, sorted(around))


_MOST_COPIES = 2


def _rows(files: Sequence[Candidate], names: Sequence[Name], places: Sequence[int]) -> list[list[int]]:
    """Rows of files that the bare name alone makes one work each.

    ``photo (1)`` counts as a copy of ``photo`` where that is there too and the copies are few; else the numbers in
    brackets are those of a series.
    """
    plain = [each for each in places if not names[each].counter]
    counters: dict[str, list[int]] = defaultdict(list)
    for each in places:
        if names[each].counter:
            counters[names[each].counter].append(each)
    if not plain or len(counters) > _MOST_COPIES:
        return [plain, *counters.values()]
    alike = [row for row in counters.values() if not any(_contradict(files[each], files[plain[0]]) for each in row)]
    return [sorted(sum(alike, plain)), *(row for row in counters.values() if row not in alike)]


def _across_folders(files: Sequence[Candidate], names: Sequence[Name], places: Sequence[int]) -> Iterator[Tie]:
    if len({names[each].folder for each in places}) == 1:
        return
    kinds = [(names[each].extension, names[each].folder) for each in places]
    # The same type in two folders: two albums or two books side by side, whose names prove nothing.
    if len({extension for extension, _ in kinds}) < len(set(kinds)):
        return
    for one, other in nearness.star(places):
        if names[one].folder != names[other].folder and not _contradict(files[one], files[other]):
            yield Tie(Bond.NAME, one, other, "same name")
