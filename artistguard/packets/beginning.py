"""The beginning of a long XML file, taken apart without the rest: the length of the music does not matter.

Source: Extensible Markup Language 1.0 (fifth edition), appendix F (encodings).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.errors import Damaged
from artistguard.packets.elements import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from artistguard.packets.elements import Edit

_CODECS = ("ascii", "utf-16-le", "utf-16-be")


class Beginning:
    """All that stands before a certain element.

    Attributes:
        document: What stands there, closed as if the file ended.
    """

    def __init__(self, original: bytes, mark: str, closings: Mapping[str, str]) -> None:
        """Part the file.

        Args:
            original: The whole file, in whatever encoding.
            mark: How the element that follows begins, such as ``<part-list``.
            closings: How the outermost element begins, to what closes all that is open before the mark.

        Raises:
            Damaged: Not well-formed.
            TooLarge: The beginning is larger than any.
        """
        head, self._closing, self._rest = _parted(original, mark, closings)
        try:
            self.document = Document(head + self._closing)
        except Damaged:
            # The mark may stand inside a comment; then all of the file is looked at.
            self._closing = self._rest = b""
            self.document = Document(original)

    def edited(self, edits: Iterable[Edit], *, entities: bool = False) -> bytes:
        """The whole file with edits applied to its beginning.

        Args:
            edits: As `Document.edited` takes them.
            entities: Whether it may declare entities.

        Raises:
            CannotEmbed: It declares entities, or its encoding cannot write what is to be written.
        """
        header = self.document.edited(edits, entities=entities)
        return header[: len(header) - len(self._closing)] + self._rest


def _parted(original: bytes, mark: str, closings: Mapping[str, str]) -> tuple[bytes, bytes, bytes]:
    """The beginning, what closes it, and the rest; all in the beginning where the mark is missing."""
    for codec in _CODECS:
        place = original.find(mark.encode(codec))
        head = original[: max(place, 0)]
        closing = next((end for begin, end in closings.items() if begin.encode(codec) in head), "")
        if closing:
            return head, closing.encode(codec), original[place:]
    return original, b"", b""
