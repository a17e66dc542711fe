"""Errands of the screen My works: what was protected, and what can be done with it later. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.jobs.outcome import Status, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.desktop.errands import Desk
    from artistguard.jobs.studio import Studio
    from artistguard.jobs.withdraw import Withdrawal
    from artistguard.terms import Choice
    from artistguard.works import Medium


class Standing(StrEnum):
    """How far a statement has come, as people see it."""

    KEPT = "kept"
    REGISTERED = "registered"
    WAITS = "waits"
    WITHDRAWN = "withdrawn"
    UNREGISTERED = "unregistered"


@dataclass(frozen=True, slots=True)
class Holding:
    """One version of one work, as the catalogue has it.

    Attributes:
        work: URN of the work.
        title: Of the work.
        medium: Of the version.
        kind: Name of its format.
        path: The stated file.
        carrier: What carries the statement and can be put back: the file, or its sidecar.
        choice: Stated.
        name: Under which it is stated.
        since: When the work was first stated, RFC 3339 in UTC.
        at: When this version was stated.
        standing: How far its statement has come.
        hosts: Registries that confirmed it, those on other computers first.
        edited: Whether the file is not as we left it, or not there.
        number: Of the version in the catalogue.
    """

    work: str
    title: str
    medium: Medium | None
    kind: str
    path: str
    carrier: str
    choice: Choice
    name: str
    since: str
    at: str
    standing: Standing
    hosts: tuple[str, ...] = ()
    edited: bool = False
    number: int = 0

    def __reduce__(self) -> tuple[type[Holding], tuple[object, ...]]:
        # Tens of thousands go through a pipe, and by Python's own way each takes several times as long.
        return Holding, tuple(getattr(self, each) for each in self.__slots__)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one thing that was asked for.

    Attributes:
        name: Of the work or file.
        trouble: Why it was not done, or not all of it.
        done: Whether it was done here; what waits for the internet counts.
    """

    name: str
    trouble: Trouble | None = None
    done: bool = True


@dataclass(frozen=True, slots=True)
class Saved:
    """Files that were written for other people.

    Attributes:
        paths: Where they are.
        missing: Names of works that are not in them, because nothing has confirmed them yet.
        trouble: Why a certificate has no time stamp of an authority, where one is set.
    """

    paths: tuple[str, ...]
    missing: tuple[str, ...] = ()
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class ChangeChoice:
    """Choose differently for works; each is stated anew.

    Attributes:
        works: URNs.
        choice: The new one.
    """

    works: tuple[str, ...]
    choice: Choice

    def work(self, desk: Desk) -> Iterator[Done]:
        """Yields one Done a file."""
        from artistguard.jobs.change import change
        from artistguard.jobs.declaring import registries

        with desk.studio() as studio:
            settings = studio.store.settings
            told = registries(settings) if settings.switch("register") else ()
            for outcome in change(studio, self.works, self.choice, told, desk.listen):
                well = outcome.status in {Status.PROTECTED, Status.UNCHANGED}
                yield Done(Path(outcome.path).name, outcome.error, well)


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take statements back, wherever they were registered; the files keep what is in them.

    Attributes:
        works: URNs.
    """

    works: tuple[str, ...]

    def work(self, desk: Desk) -> Iterator[Done]:
        """Yields one Done a work."""
        from artistguard.jobs.withdraw import withdraw

        with desk.studio() as studio:
            for result in withdraw(studio, self.works):
                yield withdrawn(result)


@dataclass(frozen=True, slots=True)
class Return:
    """Put files back as they were.

    Attributes:
        carriers: Files or sidecars.
        works: URNs of the works whose statements are withdrawn too; none to let them stand.
    """

    carriers: tuple[str, ...]
    works: tuple[str, ...] = ()

    def work(self, desk: Desk) -> Iterator[Done]:
        """Yields one Done for files that belong together, then one a withdrawn work."""
        from artistguard.jobs.put_back import put_back
        from artistguard.jobs.withdraw import withdraw

        with desk.studio() as studio:
            refused = set()
            for done, each in enumerate(put_back(studio, self.carriers), start=1):
                name = ", ".join(path.name for path in each.paths)
                if each.error is not None:
                    refused |= {str(path) for path in each.paths}
                yield Done(name, Trouble.of(each.error) if each.error else None, each.error is None)
                desk.listen("Putting back", min(done, len(self.carriers)), len(self.carriers))
            # A work whose file could not be put back goes on saying what it says.
            works = tuple(work for work in self.works if not _still_stated(studio, work, refused))
            for result in withdraw(studio, works) if works else ():
                yield withdrawn(result)


@dataclass(frozen=True, slots=True)
class SaveCertificate:
    """Write a page to read and the proof beside it.

    Attributes:
        works: URNs; none for everything that stands.
        target: A name that ends in ``.pdf``.
    """

    works: tuple[str, ...]
    target: str

    def work(self, desk: Desk) -> Iterator[Saved]:
        """Yields one Saved."""
        from artistguard.jobs.handing import save_certificate

        with desk.studio() as studio:
            handed = save_certificate(studio, self.works, Path(self.target))
            missing = tuple(path.name for path in handed.missing)
            trouble = Trouble.of(handed.trouble) if handed.trouble is not None else None
            yield Saved((str(handed.page), str(handed.proof)), missing, trouble)


@dataclass(frozen=True, slots=True)
class SaveKit:
    """Write the kit for a website, with a page for each work that is known.

    Attributes:
        folder: Where a new folder is made for it.
    """

    folder: str

    def work(self, desk: Desk) -> Iterator[Saved]:
        """Yields one Saved."""
        from artistguard.jobs.declaring import standing
        from artistguard.jobs.publish_kit import chosen, publish_kit

        with desk.studio() as studio:
            target = Path(self.folder) / f"artistguard-kit {studio.moment()[:10]}"
            entries = chosen(studio, (), everything=True)
            yield Saved((str(publish_kit(studio, target, standing(studio), "", entries)),))


@dataclass(frozen=True, slots=True)
class Export:
    """Write everything that is known here as a table.

    Attributes:
        target: A name that ends in ``.csv`` or ``.json``.
    """

    target: str

    def work(self, desk: Desk) -> Iterator[Saved]:
        """Yields one Saved."""
        from artistguard.jobs.handing import save_table

        with desk.studio() as studio:
            yield Saved((str(save_table(studio, Path(self.target))),))


def withdrawn(result: Withdrawal) -> Done:
    """What became of a work; what waits for the internet is told, and is withdrawn here all the same."""
    problem = next((each.waiting for each in result.deliveries if each.waiting is not None), None)
    return Done(result.work.title, Trouble.of(problem) if problem is not None else None)


def _still_stated(studio: Studio, work: str, refused: set[str]) -> bool:
    versions = studio.store.catalogue.versions(work)
    return any(str(each.path) in refused or str(each.sidecar) in refused for each in versions)
