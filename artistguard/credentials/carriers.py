"""Putting a manifest into a file ourselves, where the reference implementation would change more than that.

It writes PDF and TIFF anew (and loses pages of the latter), brings ID3 tags to another version, and holds recordings in
memory. Here a manifest is put in as everything else is, all other bytes stay as they are, and the library only signs.

Source: C2PA Technical Specification 2.2, sections "Data hash" (exclusions) and A.3 (embedding into assets).
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, BinaryIO

from artistguard.containers import id3, id3_frames, riff, tiff, tiff_edit
from artistguard.containers.pdf import PdfFile
from artistguard.decoding.text import read_bounded
from artistguard.errors import CannotEmbed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LARGEST = 512 << 20
"""Bytes of a file that is read whole."""

_PIECE = 1 << 20
_GUESS = 16 << 10
_MOST_TRIES = 6
_GEOB = b"\0application/c2pa\0c2pa\0c2pa manifest store\0"
"""Latin-1, media type, file name and description, as the reference implementation writes them."""
_TIFF_TAG = 0xCD41


def carry(source: BinaryIO, target: BinaryIO, mime: str, sign: Callable[[dict[str, Any]], bytes]) -> None:
    """Copy a file with a manifest in it that vouches for all the other bytes.

    Args:
        source: The file.
        target: Empty; open for reading too.
        mime: One of CARRIERS.
        sign: Makes the manifest, given the data of its assertion about those bytes.

    Raises:
        CannotEmbed: The file has no place for it, or it never gets to be as long as it was the time before.
        Damaged: The file is not sound.
    """
    end, head = source.seek(0, io.SEEK_END), _HEADS.get(mime, 0)
    length = len(sign(_data_hash(end, _GUESS, hashlib.sha256(b"").digest())))
    for _ in range(_MOST_TRIES):
        target.seek(0)
        target.truncate()
        start = CARRIERS[mime](source, target, bytes(length))
        digest = _digest(target, start - head, start + length)
        manifest = sign(_data_hash(start - head, head + length, digest))
        if len(manifest) == length:
            target.seek(start)
            target.write(manifest)
            return
        length = len(manifest)
    raise CannotEmbed("The credentials do not come to rest at one length.")


def whole(source: BinaryIO) -> dict[str, Any]:
    """The data of a manifest's assertion about all bytes of a file that it lies beside.

    Raises:
        CannotEmbed: It has none, and nothing can be said about them.
    """
    if not source.seek(0, io.SEEK_END):
        raise CannotEmbed("The file is empty.")
    return _data_hash(0, 0, _digest(source, 0, 0))


def _data_hash(start: int, length: int, digest: bytes) -> dict[str, Any]:
    excluded = [{"start": start, "length": length}] if length else []
    return {"exclusions": excluded, "name": "jumbf manifest", "alg": "sha256", "hash": list(digest), "pad": []}


def _digest(target: BinaryIO, start: int, end: int) -> bytes:
    """SHA-256 over all but the bytes from start up to end."""
    digest = hashlib.sha256()
    target.seek(0)
    left = start
    while piece := target.read(min(left, _PIECE)):
        digest.update(piece)
        left -= len(piece)
    target.seek(end)
    while piece := target.read(_PIECE):
        digest.update(piece)
    return digest.digest()


def _into_pdf(source: BinaryIO, target: BinaryIO, manifest: bytes) -> int:
    with PdfFile(read_bounded(source, LARGEST), mend=False) as opened:
        opened.refuse_oddities()
        content, start = opened.with_manifest(manifest)
    target.write(content)
    return start


def _into_tiff(source: BinaryIO, target: BinaryIO, manifest: bytes) -> int:
    found = tiff.parse(read_bounded(source, LARGEST))
    tiff.directories(found)
    block = tiff_edit.rewrite(found, {_TIFF_TAG: tiff.Field(tiff.UNDEFINED, len(manifest), manifest)}, {})
    entry = tiff.parse(block).top.entry(_TIFF_TAG)
    assert entry is not None  # just written
    target.write(block)
    return entry.start


def _into_id3(source: BinaryIO, target: BinaryIO, manifest: bytes) -> int:
    """Into the tag in front; a file without one gets one of version 2.3, which every player knows."""
    tag = id3.read(source) or id3.Tag()
    if tag.unsynchronised:
        if tag.version == 4:
            raise CannotEmbed("The ID3 tag is written in a way that does not let credentials be found in it.")
        tag = replace(tag, unsynchronised=False)
    kept = [frame for frame in tag.frames if not id3_frames.credentials(id3.with_frames(tag, [frame]))]
    frame = id3.Frame(id3_frames.name("GEOB", tag.version), _GEOB + manifest)
    rendered = id3.render(id3.with_frames(tag, [frame, *kept]))
    target.write(rendered)
    riff.copy(source, target, tag.room, source.seek(0, io.SEEK_END))
    return rendered.index(_GEOB) + len(_GEOB)


def _into_wav(source: BinaryIO, target: BinaryIO, manifest: bytes) -> int:
    outline = riff.parse(source)
    if outline.end != outline.size:
        raise CannotEmbed("Bytes stand behind the end of the recording.")
    kept = [chunk for chunk in outline.chunks if chunk.kind != b"C2PA"]
    riff.assemble(source, target, outline, [*kept, riff.Fresh(b"C2PA", manifest)])
    return target.tell() - len(manifest) - len(manifest) % 2


CARRIERS: Mapping[str, Callable[[BinaryIO, BinaryIO, bytes], int]] = MappingProxyType(
    {
        "application/pdf": _into_pdf,
        "image/tiff": _into_tiff,
        "audio/mpeg": _into_id3,
        "audio/flac": _into_id3,
        "audio/wav": _into_wav,
    }
)
"""Copies a file with a manifest of the given length in it, and says where that begins."""

_HEADS: Mapping[str, int] = MappingProxyType({"audio/wav": riff.CHUNK_HEADER_BYTES})
"""Bytes before a manifest that the reference implementation leaves out together with it, and expects to be left out."""
