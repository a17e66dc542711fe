"""Free-form keys and values, however a container writes them: ours are set, what nobody else writes is renewed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from artistguard.vocabularies.own import TAG_PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from artistguard.vocabularies.properties import Tag

Item = TypeVar("Item")
_OTHER_SPELLINGS = {"DATAMINING": "DATA-MINING", "PLUS-DATAMINING": "DATA-MINING"}


def standing(key: str) -> str:
    """A key as we write it: upper case, hyphens, the spellings of others brought to one."""
    plain = key.upper().replace("_", "-").replace(":", "-")
    return _OTHER_SPELLINGS.get(plain, plain)


def laid(
    items: Iterable[Item],
    key_of: Callable[[Item], str | None],
    tags: Iterable[Tag],
    make: Callable[[Tag], Item],
) -> list[Item]:
    """The items of a container with our tags set.

    Args:
        items: As found, of any kind.
        key_of: The free-form key of an item, or None for items that are of another kind.
        tags: Ours; each takes the place of the first item with its key, further ones with that key are left out.
        make: An item for a tag.

    Returns:
        All other items in their order; keys that only this program writes and that are not among the tags are gone.
    """
    wanted = {tag.key: tag for tag in tags}
    waiting = dict(wanted)
    found = []
    for item in items:
        raw = key_of(item)
        key = standing(raw) if raw is not None else None
        if key is None or (key not in wanted and not key.startswith(TAG_PREFIX)):
            found.append(item)
        elif key in waiting:
            found.append(make(waiting.pop(key)))
    return [*found, *(make(tag) for tag in waiting.values())]
