"""The properties of a MuseScore score: what they say, and our statements merged into them without disturbing the rest.

MuseScore keeps properties of any name. What stands in ``copyright`` it prints at the foot of the first page, so that
one is read and never written; our line about rights has a name of its own.

Source: MuseScore 3 and 4 handbooks, "Score properties" (properties of one's own; ``$C`` in the footer); files as the
program writes them: ``museScore/Score/metaTag``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.errors import Damaged
from artistguard.packets.beginning import Beginning
from artistguard.packets.elements import Edit, attribute, content
from artistguard.packets.keys import change, is_known, notice
from artistguard.vocabularies.properties import Tag
from artistguard.vocabularies.rights import replaceable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.packets.scan import Element
    from artistguard.terms import Inscription

_PRINTED, _RIGHTS = "copyright", "rights"


class Properties:
    """The properties of one score."""

    def __init__(self, original: bytes) -> None:
        """Take what stands before the parts apart.

        Args:
            original: The whole ``.mscx``.

        Raises:
            Damaged: Not well-formed, or no score.
            TooLarge: What stands before the parts is larger than ever.
        """
        self._beginning = Beginning(original, "<Part", {"<museScore": "</Score></museScore>"})
        score = self._beginning.document.root.child("Score")
        if score is None:
            raise Damaged("The file holds no score of MuseScore.")
        self._score = score
        self._entries = [(one, _tag(one)) for one in score.all("metaTag")]

    def tags(self) -> tuple[Tag, ...]:
        """Every property that states a choice or binds to a record."""
        return tuple(tag for _, tag in self._entries if is_known(tag.key))

    def rights(self) -> tuple[Tag, ...]:
        """The properties about rights that are not empty."""
        return tuple(tag for _, tag in self._entries if tag.key in {_PRINTED, _RIGHTS} and tag.value)

    def merged(self, inscription: Inscription) -> bytes:
        """The score with the inscription in it.

        Args:
            inscription: What to write.

        Returns:
            The bytes; merging the same again gives the same ones.

        Raises:
            CannotEmbed: It declares entities, which could hide what stands where.
        """
        plan = change([tag for _, tag in self._entries], inscription, sentences=False)
        gone = [self._entries[place][0] for place in plan.drop] + list(self._free())
        theirs = any(not replaceable(tag.value) for tag in self.rights())
        added = [*plan.add, *([] if theirs else [Tag(_RIGHTS, notice(inscription))])]
        fresh = "".join(_written(tag, self._indent()) for tag in added if tag.value).encode("utf-8")
        spot = self._entries[-1][0].end if self._entries else self._score.inside
        edits = [self._beginning.document.without(one) for one in gone]
        return self._beginning.edited([*edits, Edit(spot, spot, fresh)])

    def bare(self) -> bytes:
        """The score without our properties."""
        gone = [one for one, tag in self._entries if is_known(tag.key)] + list(self._free())
        return self._beginning.edited(map(self._beginning.document.without, gone), entities=True)

    def _free(self) -> Iterator[Element]:
        """Our own line about rights."""
        return (one for one, tag in self._entries if tag.key == _RIGHTS and replaceable(tag.value))

    def _indent(self) -> str:
        return self._beginning.document.indent(self._score).decode()


def _tag(one: Element) -> Tag:
    return Tag(one.attributes.get("name", "").strip(), " ".join(one.text.split()))


def _written(tag: Tag, indent: str) -> str:
    return f'{indent}<metaTag name="{attribute(tag.key.lower())}">{content(tag.value)}</metaTag>'
