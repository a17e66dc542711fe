"""Files that we cannot look into: only their bytes can be recognised again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, BinaryIO

from artistguard.decoding.values import Opaque
from artistguard.errors import EmptyFile
from artistguard.works import Digest

if TYPE_CHECKING:
    from collections.abc import Iterator

_STRIDE = 1 << 20


def opaque(source: BinaryIO) -> Opaque:
    """The digest of a whole file, read a stride at a time.

    Args:
        source: Seekable stream.

    Raises:
        EmptyFile: It holds nothing.
    """
    digest = hashlib.sha256()
    length = 0
    for piece in _pieces(source):
        digest.update(piece)
        length += len(piece)
    if not length:
        raise EmptyFile("The file is empty.")
    whole = Digest(digest.hexdigest())
    return Opaque(whole, whole)


def _pieces(source: BinaryIO) -> Iterator[bytes]:
    source.seek(0)
    while piece := source.read(_STRIDE):
        yield piece
