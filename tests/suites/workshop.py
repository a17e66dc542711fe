"""A creator at work for tests: a home of her own, a standing clock, counted dice, and the real registry beside her."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from artistguard.jobs.placing import Grouping
from artistguard.jobs.planning import Request
from artistguard.jobs.protect import protect
from artistguard.jobs.studio import EMBEDDED, Studio
from artistguard.store import open_store
from artistguard.store.home import Home
from artistguard.terms import Choice, Declaration
from tests.conftest import ROOT
from tests.suites.registry_makers import Clock, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from artistguard.jobs.outcome import Outcome
    from artistguard.ledger.ledger import Ledger
    from artistguard.messages import Limits, Registry

SAMPLES = ROOT / "tests" / "samples"
PICTURE = SAMPLES / "image" / "png" / "pillow-author-text.png"
PHOTO = SAMPLES / "image" / "jpeg" / "pillow-plain.jpg"
OTHER_PHOTO = SAMPLES / "image" / "jpeg" / "exiv2-iptc-latin1.jpg"
SONG = SAMPLES / "audio" / "wav" / "sox-plain.wav"
BOOK = SAMPLES / "text" / "hugo.md"
LAYERS = SAMPLES / "sidecar" / "by-hand.clip"
"""A format that never carries a statement inside."""
LIGHTHOUSE = ROOT / "resources" / "samples" / "pictures" / "Lighthouse.jpg"
LIGHTHOUSE_SMALL = ROOT / "resources" / "samples" / "pictures" / "Lighthouse-web.webp"
FOX = ROOT / "resources" / "samples" / "pictures" / "Fox in Snow.png"
TIDE = ROOT / "resources" / "samples" / "music" / "01 Tide.mp3"


def ignore(_stage: str, _done: int, _all: int) -> None:
    """A listener that is not interested."""


class Dice:
    """Random bytes that are the same in every run."""

    def __init__(self, name: str = "dice") -> None:
        self._name = name
        self._thrown = 0

    def __call__(self, count: int) -> bytes:
        self._thrown += 1
        return hashlib.shake_256(f"{self._name} {self._thrown}".encode()).digest(count)


@dataclass
class Workshop:
    """One studio, what it was told, and its registry.

    Attributes:
        studio: At work.
        folder: For the creator's files.
        ledger: The registry on this computer.
        clock: Of both.
        told: Sentences for the person.
        addresses: Which registry answers where; add to it for one elsewhere.
    """

    studio: Studio
    folder: Path
    ledger: Ledger
    clock: Clock
    told: list[str]
    addresses: dict[str, Registry] = field(default_factory=dict)

    def put(self, sample: Path, name: str = "") -> Path:
        """A copy of a sample among the creator's files."""
        target = self.folder / (name or sample.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(sample, target)
        return target

    def protect(
        self,
        *paths: Path,
        choice: Choice = Choice.SEARCH_ONLY,
        grouping: Grouping = Grouping.BY_LIKENESS,
        address: str | Sequence[str] | None = EMBEDDED,
        out: Path | None = None,
        name: str = "",
        dry_run: bool = False,
    ) -> list[Outcome]:
        """What becomes of each path, in the order of their names."""
        request = Request(
            tuple(map(str, paths)),
            Declaration(choice, name=name),
            out=str(out) if out else None,
            registries=(address,) if isinstance(address, str) else tuple(address or ()),
            grouping=grouping,
            dry_run=dry_run,
        )
        return sorted(protect(self.studio, request, ignore), key=lambda outcome: outcome.path)

    def one(self, path: Path, choice: Choice = Choice.SEARCH_ONLY, **how: object) -> Outcome:
        """What becomes of one path."""
        (outcome,) = self.protect(path, choice=choice, **how)  # type: ignore[arg-type]
        return outcome

    def hidden(self) -> list[str]:
        """Names of what a program should not leave lying about, drafts first of all."""
        return sorted(path.name for path in self.folder.rglob(".*"))


@contextmanager
def workshop(
    folder: Path, limits: Limits | None = None, connect: Callable[[str], Registry] | None = None
) -> Iterator[Workshop]:
    """Open one under an empty folder; opened again it goes on where it was.

    Args:
        folder: For home, registry and works.
        limits: Of the registry.
        connect: Another way to registries.
    """
    clock, told = Clock(), []
    (folder / "works").mkdir(exist_ok=True)
    (folder / "registry").mkdir(exist_ok=True)
    ledger = opened(folder / "registry", clock, limits=limits)
    addresses: dict[str, Registry] = {EMBEDDED: ledger}
    with open_store(Home(folder / "home")) as store:
        studio = Studio(
            store,
            connect or addresses.__getitem__,
            clock=clock,
            dice=Dice(f"{folder.name} {len(store.runs.all())}"),
            tell=told.append,
        )
        try:
            yield Workshop(studio, folder / "works", ledger, clock, told, addresses)
        finally:
            ledger.close()
