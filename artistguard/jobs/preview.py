"""One file to one small picture of it, made once and kept. Writes nothing beside the files; runs in any process."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.errors import Damaged, EmptyFile, FileProblem, Locked, TooLarge
from artistguard.formats import previews, table
from artistguard.formats.previews import Wish
from artistguard.store import files
from artistguard.store.disk import Disk
from artistguard.store.home import Home, find_home
from artistguard.store.thumbnails import Thumbnails, entry_name

if TYPE_CHECKING:
    from artistguard.store.files import Seen

RECIPE = 1
"""Counts up when previews come to look different, so that those kept from before are made anew."""
_LASTING = (Damaged, EmptyFile, Locked, TooLarge)
"""Troubles that stay until the file changes; of the others each attempt may end better."""


@dataclass(frozen=True, slots=True)
class PreviewOrder:
    """A file to be shown.

    Attributes:
        path: The file's.
        wish: Size and colours.
        home: Where previews are kept; the environment's by itself.
    """

    path: str
    wish: Wish = field(default_factory=Wish)
    home: Home | None = None


def preview(order: PreviewOrder) -> bytes | None:
    """A small picture of a file, from the cache or fresh.

    Args:
        order: Which file, and how the picture should be.

    Returns:
        A JPEG or PNG file; None where works of its kind have nothing to be shown by, or an earlier attempt at this
        very file failed.

    Raises:
        FileProblem: The file cannot be read or decoded.
    """
    seen = files.inspect(Path(order.path))
    cache, name = _cache(order), _name(seen, order)
    kept = cache.get(name)
    if kept is not None:
        return kept or None
    try:
        made = _made(seen, order.wish)
    except _LASTING:
        cache.put(name, b"")
        raise
    cache.put(name, made or b"")
    return made


def remembered(order: PreviewOrder) -> bytes | None:
    """What is kept of a file, at the cost of one look at the disk and no decoding.

    Returns:
        The preview, empty where there is none to be had; None where nothing is kept and it is worth asking for.

    Raises:
        FileProblem: The file cannot be read.
    """
    return _cache(order).get(_name(files.inspect(Path(order.path)), order))


def give_up(order: PreviewOrder) -> None:
    """Remember that a file has no preview until it changes, after its decoder crashed or took too long.

    Raises:
        FileProblem: The file cannot be read.
    """
    _cache(order).put(_name(files.inspect(Path(order.path)), order), b"")


def _made(seen: Seen, wish: Wish) -> bytes | None:
    kind = table.recognise(files.glimpse(seen))
    with files.reading(seen) as source:
        try:
            return previews.preview(kind, source, wish)
        except OSError as trouble:
            raise FileProblem(f"{seen.path}: reading it failed half-way: {trouble.strerror}") from trouble


def _cache(order: PreviewOrder) -> Thumbnails:
    home = order.home if order.home is not None else find_home()
    return Thumbnails(home.thumbnails, Disk())


def _name(seen: Seen, order: PreviewOrder) -> str:
    return entry_name(seen, f"{RECIPE} {order.wish!r}")
