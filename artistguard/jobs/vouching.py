"""The content credentials of files found anywhere: a native library validates them, in processes of their own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from artistguard.credentials.reading import LARGEST, READABLE, examine
from artistguard.credentials.values import Credentials, Standing
from artistguard.errors import ArtistGuardError
from artistguard.formats import table as formats
from artistguard.jobs.attesting import SIDECAR
from artistguard.jobs.crew import Crew
from artistguard.store import files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.jobs.listing import Task
    from artistguard.jobs.survey import Survey

_UNREADABLE = Credentials(Standing.INVALID, reasons=("What is attached cannot be read as credentials.",))


@dataclass(frozen=True, slots=True)
class VouchOrder:
    """A file whose credentials are validated.

    Attributes:
        path: The real path.
        mime: Its media type.
        beside: Path of the credentials beside it, or empty for those inside.
        seen: Its format saw that something is attached.
        ours: Certificates under which this computer's own user signs.
    """

    path: str
    mime: str
    beside: str = ""
    seen: bool = False
    ours: tuple[bytes, ...] = ()


def vouched(ready: Sequence[tuple[Task, Survey]], jobs: int, ours: tuple[bytes, ...] = ()) -> dict[str, Credentials]:
    """The credentials of those files that have any.

    Args:
        ready: Files that were looked at.
        jobs: Processes; there is always at least one beside this one.
        ours: Certificates under which this computer's own user signs.

    Returns:
        By the real path; files without credentials are left out, and most runs start no process at all.
    """
    orders = [order for task, found in ready if (order := _order(task, found, ours)) is not None]
    with Crew(jobs, apart=True) as crew:
        told = {order.path: found for order, found in crew.each(_examined, orders)}
    return {path: _failed(found) if isinstance(found, ArtistGuardError) else found for path, found in told.items()}


def _failed(problem: ArtistGuardError) -> Credentials:
    """What cannot be validated is not valid; the reason is told."""
    return Credentials(Standing.INVALID, reasons=(problem.message,))


def _order(task: Task, found: Survey, ours: tuple[bytes, ...]) -> VouchOrder | None:
    if task.package:
        return None
    ending = PurePath(task.source).suffix[1:].lower()
    known = formats.by_name(found.kind)
    mime = ending if known is formats.UNKNOWN and ending in READABLE else known.types[0].mime
    if found.reading.credentials or (known is formats.UNKNOWN and ending in READABLE):
        return VouchOrder(task.source, mime, seen=found.reading.credentials, ours=ours)
    beside = Path(task.source + SIDECAR)
    return VouchOrder(task.source, mime, str(beside), ours=ours) if files.look_at(beside) is not None else None


def _examined(order: VouchOrder) -> Credentials:
    """In a process of its own.

    Raises:
        FileProblem: One of the two files cannot be read.
    """
    beside = None
    if order.beside:
        with files.reading(files.inspect(Path(order.beside))) as handle:
            beside = handle.read(LARGEST + 1)
    with files.reading(files.inspect(Path(order.path))) as source:
        found = examine(source, order.mime, beside, order.ours)
    return _UNREADABLE if order.seen and found.standing is Standing.ABSENT else found
