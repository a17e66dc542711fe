"""Whether the credentials of a file go inside it or beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from artistguard.credentials.values import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_FLAC = "audio/flac"


def place(source: BinaryIO, mime: str, *, flac: Place = Place.BESIDE) -> Place:
    """Where the credentials of a file go.

    Args:
        source: The file.
        mime: Its media type.
        flac: Where those of FLAC files go: inside they stand before the music's own mark, and some players stumble.
    """
    if mime == _FLAC:
        return flac
    suited = _SUITED.get(mime)
    return Place.INSIDE if suited is not None and suited(source) else Place.BESIDE


def _always(_: BinaryIO) -> bool:
    return True


_SUITED: Mapping[str, Callable[[BinaryIO], bool]] = {
    "image/jpeg": _always,
    "image/png": _always,
    "image/webp": _always,
    "image/gif": _always,
    "image/avif": _always,
    "image/heic": _always,
    "audio/mpeg": _always,
    "audio/mp4": _always,
    "audio/wav": _always,
    "application/pdf": _always,
    "image/tiff": _always,
    "image/svg+xml": _always,
    "application/epub+zip": _always,
}
