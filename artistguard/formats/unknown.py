"""Any file at all: it is stated by a sidecar, registered by its bytes, and never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from artistguard.decoding.opaque import opaque
from artistguard.formats.protocol import Certainty, FileType, Reading

if TYPE_CHECKING:
    from artistguard.decoding.values import Opaque
    from artistguard.formats.protocol import Glimpse
    from artistguard.works import Medium


class Unknown:
    """A file of which we know nothing but its bytes."""

    name = "unknown file"
    medium: Medium | None = None
    types: tuple[FileType, ...] = (FileType("", "application/octet-stream"),)

    def recognise(self, glimpse: Glimpse) -> Certainty:  # noqa: ARG002 - whatever it is, another format knows it better
        """Never: it is what remains when no format recognises a file."""
        return Certainty.NO

    def read(self, source: BinaryIO) -> Reading:  # noqa: ARG002 - there is nowhere to look
        """Nothing."""
        return Reading()

    def decode(self, source: BinaryIO) -> Opaque:
        """A digest over the whole file.

        Raises:
            EmptyFile: It holds nothing.
        """
        return opaque(source)
