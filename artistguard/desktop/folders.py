"""Errands of watched folders: choose one, pause it, give it up, watch them all while the window is open. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.desktop.errands import processes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.desktop.errands import Desk
    from artistguard.jobs.happening import Told
    from artistguard.jobs.outcome import Outcome
    from artistguard.jobs.planning import Request
    from artistguard.jobs.studio import Studio


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that the window watches.

    Attributes:
        path: Where it is.
        there: Whether it is there now.
        paused: Whether watching pauses.
    """

    path: str
    there: bool = True
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """How many works are in a folder already."""

    path: str
    works: int


@dataclass(frozen=True, slots=True)
class Watched:
    """The folders that are watched now."""

    folders: tuple[Folder, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """Find out how many works are in a folder already; nothing is opened.

    Attributes:
        path: The folder.
    """

    path: str

    def work(self, desk: Desk) -> Iterator[Counted]:
        """Yields one Counted."""
        from artistguard.jobs.watch import works_in

        with desk.studio() as studio:
            yield Counted(self.path, sum(1 for _ in works_in(studio, Path(self.path))))


@dataclass(frozen=True, slots=True)
class Begin:
    """Watch a folder from now on.

    Attributes:
        path: The folder.
        existing: Whether works that are in it already are protected, too.
    """

    path: str
    existing: bool

    def work(self, desk: Desk) -> Iterator[Watched]:
        """Yields how things stand then."""
        from artistguard.jobs.watch import begin
        from artistguard.store.files import real_path

        with desk.studio() as studio:
            folder = real_path(Path(self.path))
            begin(studio, folder, existing=self.existing)
            studio.store.watched.show(folder)
            yield watched(studio)


@dataclass(frozen=True, slots=True)
class Pause:
    """Pause a folder, or go on with it; what came meanwhile counts as new.

    Attributes:
        path: The folder.
        paused: Which of the two.
    """

    path: str
    paused: bool

    def work(self, desk: Desk) -> Iterator[Watched]:
        """Yields how things stand then."""
        with desk.studio() as studio:
            studio.store.watched.show(Path(self.path), paused=self.paused)
            yield watched(studio)


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Watch a folder no more; its files stay as they are.

    Attributes:
        path: The folder.
    """

    path: str

    def work(self, desk: Desk) -> Iterator[Watched]:
        """Yields how things stand then."""
        with desk.studio() as studio:
            studio.store.watched.give_up(Path(self.path))
            yield watched(studio)


@dataclass(frozen=True, slots=True)
class Watch:
    """Watch every folder that does not pause, until the errand is stopped."""

    def work(self, desk: Desk) -> Iterator[Outcome | Told]:
        """Yields outcomes, and what else happens."""
        from artistguard.jobs.watch import Order, watch

        with desk.studio() as studio:
            folders = tuple(Path(each.path) for each in watched(studio).folders if not each.paused)
            if folders:
                yield from watch(studio, Order(folders, lambda paths: _request(studio, paths)), desk.listen)


def watched(studio: Studio) -> Watched:
    """The folders of the window."""
    known = studio.store.watched.all()
    return Watched(
        tuple(Folder(str(path), path.is_dir(), each.paused) for path, each in sorted(known.items()) if each.window)
    )


def _request(studio: Studio, paths: tuple[str, ...]) -> Request:
    """With the settings of the moment, so that another choice holds for the next file."""
    from artistguard.jobs.declaring import registries, standing
    from artistguard.jobs.planning import Request

    settings = studio.store.settings
    return Request(
        paths,
        standing(studio),
        registries=registries(settings) if settings.switch("register") else (),
        jobs=processes(settings),
    )
