"""Small pictures that writing and painting programs put into their own files: covers, thumbnails, merged pictures.

Source: EPUB 3.3, section 5.7.1 (cover-image); OpenDocument 1.3 part 2, section 3.8 (Thumbnails/thumbnail.png);
ECMA-376-2:2021, section 11.3 (thumbnail parts); OpenRaster 0.0.6, section "File layout"; Adobe Photoshop File Formats
Specification (November 2019), section "Thumbnail resource format".
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, BinaryIO, Final
from urllib.parse import unquote

from artistguard.containers import photoshop, psd
from artistguard.containers.archive import Archive
from artistguard.errors import Damaged
from artistguard.packets.elements import Document
from artistguard.packets.opf import Package, member_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LARGEST: Final = 64 * 1024 * 1024
"""Most bytes of a picture inside another file."""
_PAGES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
_NUMBERS = re.compile(r"([0-9]{1,18})")
_CONTAINER = "META-INF/container.xml"
_THUMBNAILS = (0x040C, 0x0409)
_THUMBNAIL_HEADER = 28
_JPEG_FORMAT = 1


def member(source: BinaryIO, *names: str) -> bytes:
    """The first of several members that an archive has.

    Args:
        source: The archive.
        names: In order of rank.

    Returns:
        Its content, empty where there is none of them.

    Raises:
        Damaged: It is no sound archive.
        Locked: The member is encrypted.
        TooLarge: It would unpack to more than any picture.
    """
    archive = Archive(source)
    name = next((name for name in names if name in archive), "")
    return archive.content(name, LARGEST) if name else b""


def of_book(source: BinaryIO) -> bytes:
    """The cover picture of an EPUB.

    Args:
        source: The book.

    Returns:
        The picture's own file, empty where the book names none that it holds.

    Raises:
        Damaged: No sound EPUB.
        Locked: The cover is encrypted.
        TooLarge: A part is larger than any sound one.
    """
    archive = Archive(source)
    path = _package_path(archive)
    for href in _cover_addresses(Package(archive.content(path))):
        name = member_name(posixpath.dirname(path), href)
        if name in archive:
            return archive.content(name, LARGEST)
    return b""


def of_comic(source: BinaryIO) -> bytes:
    """The first page of a comic in an archive.

    Args:
        source: The comic.

    Returns:
        The page's own file, empty where there is none.

    Raises:
        Damaged: No sound archive.
        Locked: The page is encrypted.
        TooLarge: It is larger than any sound one.
    """
    return page_of_comic(Archive(source))


def pages_of_comic(archive: Archive) -> list[str]:
    """The names of a comic's pages as they are read: numbers by their value, capitals like small letters."""
    pages = [name for name in archive.names if name.lower().endswith(_PAGES) and not name.startswith("__MACOSX/")]
    return sorted(pages, key=lambda name: [_rank(part) for part in _NUMBERS.split(name.lower())])


def page_of_comic(archive: Archive) -> bytes:
    """The first page of an archive that is open, empty where there is none.

    Raises:
        Damaged: It is not where the archive says.
        Locked: It is encrypted.
        TooLarge: It is larger than any sound one.
    """
    pages = pages_of_comic(archive)
    return archive.content(pages[0], LARGEST) if pages else b""


def _rank(part: str) -> tuple[int, str]:
    return (int(part), "") if part.isdecimal() else (-1, part)


def _package_path(archive: Archive) -> str:
    root = Document(archive.content(_CONTAINER)).root
    files = (file for folder in root.all("rootfiles") for file in folder.all("rootfile"))
    paths = (file.attributes.get("full-path", "") for file in files)
    for path in paths:
        if path in archive or unquote(path) in archive:
            return path if path in archive else unquote(path)
    raise Damaged("The EPUB names no package document.")


def _cover_addresses(package: Package) -> Iterator[str]:
    """Where the cover may be: as EPUB 3 says it, as EPUB 2 books say it, and by a name that says it all."""
    manifest = package.root.child("manifest")
    items = [item.attributes for item in manifest.all("item")] if manifest else []
    pictures = [item for item in items if _is_picture(item)]
    metas = (meta.attributes for meta in package.metadata.all("meta"))
    named = {meta.get("content", "") for meta in metas if meta.get("name") == "cover"}
    yield from (item["href"] for item in pictures if "cover-image" in item.get("properties", "").split())
    yield from (item["href"] for item in pictures if item.get("id") in named)
    yield from (item["href"] for item in pictures if "cover" in item["href"].rpartition("/")[2].lower())


def _is_picture(item: Mapping[str, str]) -> bool:
    kind = item.get("media-type", "")
    return bool(item.get("href")) and kind.startswith("image/") and kind != "image/svg+xml"


def of_photoshop(source: BinaryIO) -> bytes:
    """The thumbnail that Photoshop keeps beside the picture.

    Args:
        source: The document.

    Returns:
        A JPEG file, empty where there is none.

    Raises:
        Damaged: It is cut short.
        TooLarge: Its resources are longer than any sound ones.
    """
    found = photoshop.parse(psd.resources(source, psd.outline(source)))
    for number in _THUMBNAILS:
        data = photoshop.data_of(found, number) or b""
        if len(data) > _THUMBNAIL_HEADER and int.from_bytes(data[:4], "big") == _JPEG_FORMAT:
            return data[_THUMBNAIL_HEADER:]
    return b""
