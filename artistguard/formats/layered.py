"""Pictures of painting programs with layouts of their own: Clip Studio, Procreate. They are read, never written.

Their makers change the layouts at will and document none of them; statements stand in a sidecar.

Source: the files as the programs write them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers.archive import Archive
from artistguard.decoding.opaque import opaque
from artistguard.formats.protocol import Certainty, FileType, Reading
from artistguard.works import Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Opaque
    from artistguard.formats.protocol import Glimpse


class ClipStudio:
    """Clip Studio Paint documents, whose layout nobody documents."""

    name = "Clip Studio document"
    medium = Medium.IMAGE
    types = (FileType("clip", "application/x-clip-studio"),)

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the signature stands at the beginning."""
        return Certainty.SURE if glimpse.head.startswith(b"CSFCHUNK") else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:  # noqa: ARG002 - nobody knows where to look
        """Nothing that we know of stands inside."""
        return Reading()

    def decode(self, source: BinaryIO) -> Opaque:
        """A digest over the whole file.

        Raises:
            EmptyFile: There is nothing.
        """
        return opaque(source)


class Procreate:
    """Procreate documents: archives of layers in a layout of their own."""

    name = "Procreate document"
    medium = Medium.IMAGE
    types = (FileType("procreate", "application/x-procreate"),)

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Likely where an archive lists the document that Procreate keeps."""
        fits = glimpse.head.startswith(b"PK\3\4") and b"Document.archive" in glimpse.tail
        return Certainty.SURE if fits and glimpse.extension == "procreate" else Certainty(2 * fits)

    def read(self, source: BinaryIO) -> Reading:
        """Nothing that we know of stands inside.

        Raises:
            Damaged: It is no sound archive.
        """
        Archive(source)
        return Reading()

    def decode(self, source: BinaryIO) -> Opaque:
        """A digest over the whole file.

        Raises:
            Damaged: It is no sound archive.
            EmptyFile: There is nothing.
        """
        whole = opaque(source)
        Archive(source)
        return whole
