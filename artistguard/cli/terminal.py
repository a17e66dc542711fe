"""Tables and progress bars. Apart from plain output, since what draws them takes a while to load."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from artistguard.cli.output import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import TracebackType


def show_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A short table, as wide as the terminal; on a pipe as wide as its words."""
    console = Console(soft_wrap=False, width=None if sys.stdout.isatty() else 240, highlight=False)
    grid = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for column in columns:
        grid.add_column(column, overflow="fold")
    for row in rows:
        grid.add_row(*(Text(plain(cell)) for cell in row))
    console.print(grid)


class Meter:
    """A progress bar with the time left, on a terminal only.

    Args:
        quiet: Show nothing, as on a pipe.
    """

    def __init__(self, *, quiet: bool) -> None:
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.completed} of {task.total}"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            disable=quiet or not sys.stderr.isatty(),
            transient=True,
        )
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> Meter:  # noqa: PYI034 - Self would say less
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def advance(self, stage: str, done: int, total: int) -> None:
        """So many of so many files have passed a stage."""
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(stage, total=total)
        self._progress.update(self._tasks[stage], completed=done, total=total)
