"""One sitting at the Protect screen: files come, are looked at, protected, put back. Knows no widget.

What it shows stands in `sitting`; `listing` brings works onto the list, `writing` protects them, `returning` puts back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from artistguard.desktop import words
from artistguard.desktop.errands import Greet, Welcome
from artistguard.desktop.listing import Listing
from artistguard.desktop.phases import BUSY, Phase
from artistguard.desktop.returning import Returning
from artistguard.desktop.sitting import Sitting
from artistguard.desktop.waiting import Waiting
from artistguard.desktop.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QObject

    from artistguard.desktop.backstage import End
    from artistguard.desktop.rows import Version, Work
    from artistguard.desktop.tasks import Backstage
    from artistguard.terms import Choice


class Session(Sitting):
    """What a person can do at the Protect screen."""

    def __init__(self, backstage: Backstage, parent: QObject | None = None) -> None:
        super().__init__(backstage, parent)
        self._listing = Listing(self)
        self._writing = Writing(self, self._listing)
        self._returning = Returning(self)
        self.model.ticked.connect(self.queued)

    def greet(self) -> None:
        """Learn what is set, what a crash had left, and what was not finished."""
        call = self.backstage.ask(Greet())
        call.values.connect(self._welcome)
        call.ended.connect(self._greeted)
        self._writing.look_for_unfinished()

    # -- the list -------------------------------------------------------------------------------------------------

    def add(self, paths: Sequence[str]) -> None:
        """Put files, and what is in folders, on the list."""
        if self.phase in {Phase.PROTECTING, Phase.RETURNING} or not paths:
            return
        if self.phase is Phase.DONE:
            self.clear()
        self._listing.gather(paths)

    def try_samples(self, source: Path, target: Path) -> None:
        """Put the demo works on the list, as copies that may be changed."""
        self._listing.samples(source, target)

    def retry(self, codes: Iterable[str]) -> None:
        """Look again at the files with these troubles."""
        if self.phase not in {Phase.PROTECTING, Phase.RETURNING}:
            self._listing.retry(codes)

    def skip(self, codes: Iterable[str]) -> None:
        """Take the files with these troubles off the list, and forget troubles that belong to no file."""
        self._listing.skip(codes)
        self.forget_troubles()

    def remove(self, works: Iterable[Work]) -> None:
        """Take works off the list; their files stay as they are."""
        self._listing.remove(works)

    def clear(self) -> None:
        """An empty list again."""
        self._listing.clear()

    def join(self, works: Sequence[Work]) -> None:
        """Make works one, and say so where that cannot be."""
        if not self._listing.join(works) and self.phase is Phase.READY and len(works) > 1:
            self.said.emit(words.translate(words.NOT_ONE_WORK))

    def part(self, versions: Sequence[Version]) -> None:
        """Make each of these versions a work of its own."""
        self._listing.part(versions)

    # -- the terms ------------------------------------------------------------------------------------------------

    def declare(self, *, choice: Choice | None = None, name: str | None = None, contact: str | None = None) -> None:
        """Another choice, name or contact."""
        declaration = replace(
            self.declaration,
            choice=self.declaration.choice if choice is None else choice,
            name=self.declaration.name if name is None else name,
            contact=self.declaration.contact if contact is None else contact,
        )
        if declaration == self.declaration:
            return
        self.declaration = declaration
        self.model.choose(declaration.choice)
        self._listing.later()

    def copy_to(self, folder: str) -> None:
        """Leave the files alone and state copies of them in a folder; an empty name for the files themselves."""
        if folder != self.out:
            self.out = folder
            self.greeted.emit()
            # What stood in the way in one folder does not in another.
            self._listing.retry({"output-exists", "unreadable", "disk-full"})

    # -- the work -------------------------------------------------------------------------------------------------

    def protect(self) -> None:
        """Protect the works that are ticked."""
        self._writing.protect()

    def stop(self) -> None:
        """Cancel: a file that is being written is finished, finished ones are kept; looking just ends."""
        if self.phase in {Phase.LISTING, Phase.LOOKING}:
            self._listing.stop()
        else:
            self.running.stop()

    def put_back(self, versions: Sequence[Version]) -> None:
        """Put files back."""
        self._returning.some(versions)

    def put_run_back(self) -> None:
        """Put back all that the last run changed."""
        self._returning.last()

    def put_back_everything(self) -> None:
        """Put back all that was ever changed, also by earlier runs."""
        self._returning.everything()

    def answer(self, passphrase: str) -> None:
        """What was typed when a passphrase was wanted."""
        self.backstage.answer(passphrase)

    # -- after an interruption ------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Do the rest of the run that ended before all was done."""
        self._writing.go_on()

    def take_it_back(self) -> None:
        """Put back what that run had done."""
        if self.interrupted and self.phase not in BUSY:
            run = self.interrupted[0].run
            self._returning.run(run, lambda: self._writing.let_be(run))

    def let_it_be(self) -> None:
        """Ask no more about that run."""
        if self.interrupted:
            self._writing.let_be(self.interrupted[0].run)

    # -- from start to start --------------------------------------------------------------------------------------

    @property
    def waiting(self) -> Waiting | None:
        """What waits on the list, to be there again at the next start; None where nothing does."""
        if self.phase not in {Phase.LISTING, Phase.LOOKING, Phase.READY} or not self.roots:
            return None
        only = [each.real for each in self.model.versions()] if self.phase is not Phase.LISTING else None
        decided = {each.real: work.ticked for work in self.model.works if work.decided for each in work.versions}
        return Waiting(tuple(self.roots), only, decided, tuple(self.families), self.declaration, self.out)

    def wait_again(self, waiting: Waiting) -> None:
        """Put on the list what waited when the window was closed or went down."""
        self.declaration, self.out, self.families = waiting.declaration, waiting.out, list(waiting.families)
        self.model.choose(self.declaration.choice)
        self.greeted.emit()
        only = None if waiting.only is None else frozenset(waiting.only)
        self._listing.gather(waiting.roots, only, dict(waiting.decided))

    # -- what comes back ------------------------------------------------------------------------------------------

    def _welcome(self, values: tuple[object, ...]) -> None:
        for value in values:
            if isinstance(value, Welcome):
                self.declaration, self.register = value.declaration, bool(value.settings["register"])
                self.way_back = self.way_back_set = bool(value.settings["wayback"])
                self.model.choose(self.declaration.choice)
                if value.mended:
                    self.said.emit(f"{words.translate(words.MENDED)} {', '.join(value.mended)}.")
                for name, trouble in value.unmended:
                    self.trouble(name, trouble)
                self.greeted.emit()

    def _greeted(self, end: End) -> None:
        self.trouble("", end.trouble)
