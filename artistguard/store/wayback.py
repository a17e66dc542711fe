"""The way back: what it takes to make the earlier bytes of a file again, kept before the file is touched, proven exact.

A way back is one string of bytes, named by its own SHA-256::

    "AGWB" 01 kind before(32) size(8) after(32) gzip(steps)

    kind    46 "F": every byte is kept, nothing else is needed; `after` is zeros
            44 "D": only what the later file, whose digest is `after`, does not hold is kept
    before  SHA-256 of the earlier file, of `size` bytes
    steps   43 "C" offset(8) length(8)    copy from the later file
            4B "K" length(4) bytes        kept bytes
            45 "E"                        end

Numbers are big-endian. A small one lies in the database, a large one in the folder ``wayback`` of the home.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from artistguard.errors import Busy, StoreDamaged
from artistguard.store.difference import Content, Copy, Keep, Step, steps
from artistguard.works import Digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_HEADER = struct.Struct(">4sBc32sQ32s")
_MAGIC, _VERSION = b"AGWB", 1
_WHOLE, _PARTS = b"F", b"D"
_COPY, _KEEP, _END = b"C", b"K", b"E"
_PLACE = struct.Struct(">QQ")
_LENGTH = struct.Struct(">I")
_PIECE = 1 << 18
SLACK = 4096  # a whole copy may be this much larger than the parts: it works without the later file
_TRY_WHOLE = 1 << 16
_BROKEN = (gzip.BadGzipFile, EOFError, zlib.error, struct.error)


@dataclass(frozen=True, slots=True)
class Way:
    """What a way back says of itself.

    Attributes:
        before: Digest of the file it makes.
        size: Of that file, in bytes.
        after: Digest of the file it needs; None where it needs none.
    """

    before: Digest
    size: int
    after: Digest | None


def write(before: BinaryIO, after: BinaryIO, sink: BinaryIO, known: tuple[Digest, Digest] | None = None) -> Way:
    """Work out the way back from one file to another, the shorter of whole and parts, and prove it.

    Args:
        before: The earlier file.
        after: The later file.
        sink: Empty; read, written and sought.
        known: Digests of both, where they are known, which saves reading them twice. The earlier one is proven all the
            same.

    Raises:
        Busy: A file changed while it was read.
    """
    digests = known if known is not None else (_digest(before), _digest(after))
    earlier, later = Content(before), Content(after)
    way = Way(digests[0], earlier.size, digests[1])
    way = _fill(sink, way, steps(earlier, later), earlier)
    if earlier.size <= max(_TRY_WHOLE, sink.tell()):
        way = _prefer_whole(way, earlier, sink)
    prove(sink, after, way)
    return way


def _prefer_whole(way: Way, earlier: Content, sink: BinaryIO) -> Way:
    """Write it whole where that is not much longer."""
    parts = sink.tell()
    other = Way(way.before, way.size, None)
    whole = io.BytesIO() if earlier.size <= _TRY_WHOLE else sink
    other = _fill(whole, other, _all_of(earlier), earlier)
    if whole is not sink:
        if whole.tell() > parts + SLACK:
            return way
        _begin(sink)
        sink.write(whole.getvalue() if isinstance(whole, io.BytesIO) else b"")
    return other


def prove(sink: BinaryIO, after: BinaryIO, way: Way) -> None:
    """Make the earlier file again, without keeping it, and compare.

    Raises:
        Busy: It is not the same: a file changed while it was read.
    """
    sink.seek(0)
    try:
        made = rebuild(sink, after, lambda _: None)
    except StoreDamaged as error:
        raise Busy("the file changed while its way back was made") from error
    if made != way:
        raise Busy("the file changed while its way back was made")


def _digest(handle: BinaryIO) -> Digest:
    handle.seek(0)
    total = hashlib.sha256()
    while piece := handle.read(_PIECE):
        total.update(piece)
    return Digest(total.hexdigest())


def _all_of(content: Content) -> Iterable[Step]:
    return (Keep(0, content.size),) if content.size else ()


def _begin(sink: BinaryIO) -> None:
    sink.seek(0)
    sink.truncate()


def _fill(sink: BinaryIO, way: Way, plan: Iterable[Step], earlier: Content) -> Way:
    _begin(sink)
    sink.write(_header(way))
    needs_after = False
    with gzip.GzipFile("", "wb", 6, sink, mtime=0) as packed:
        for step in plan:
            if isinstance(step, Copy):
                needs_after = True
                packed.write(_COPY + _PLACE.pack(step.offset, step.length))
            else:
                _keep(packed, earlier, step)
        packed.write(_END)
    if not needs_after:
        way = Way(way.before, way.size, None)
        end = sink.tell()
        sink.seek(0)
        sink.write(_header(way))
        sink.seek(end)
    return way


def _header(way: Way) -> bytes:
    kind = _PARTS if way.after is not None else _WHOLE
    after = bytes.fromhex(way.after.hex) if way.after is not None else bytes(32)
    return _HEADER.pack(_MAGIC, _VERSION, kind, bytes.fromhex(way.before.hex), way.size, after)


def _keep(packed: gzip.GzipFile, earlier: Content, step: Keep) -> None:
    for start in range(step.offset, step.offset + step.length, _PIECE):
        piece = earlier.at(start, min(_PIECE, step.offset + step.length - start))
        packed.write(_KEEP + _LENGTH.pack(len(piece)) + piece)


def read_header(source: BinaryIO) -> Way:
    """What a way back says of itself; the stream then stands at the steps.

    Raises:
        StoreDamaged: It is not a way back.
    """
    head = source.read(_HEADER.size)
    if len(head) != _HEADER.size:
        raise StoreDamaged("a way back is cut short")
    magic, version, kind, before, size, after = _HEADER.unpack(head)
    if magic != _MAGIC or version != _VERSION or kind not in {_WHOLE, _PARTS}:
        raise StoreDamaged("a way back does not begin as one")
    return Way(Digest(before.hex()), size, Digest(after.hex()) if kind == _PARTS else None)


def rebuild(source: BinaryIO, after: BinaryIO | None, give: Callable[[bytes], object]) -> Way:
    """Make the earlier file.

    Args:
        source: The way back, at its beginning.
        after: The later file; may be None where the way back needs none.
        give: Takes the earlier file's bytes, piece by piece. They count only when this function returns.

    Returns:
        What was made, its digest proven.

    Raises:
        StoreDamaged: The way back, or the later file, is not as it was.
    """
    way = read_header(source)
    made = hashlib.sha256()
    size = 0
    try:
        with gzip.GzipFile("", "rb", fileobj=source) as packed:
            while (kind := packed.read(1)) != _END:
                for piece in _pieces(kind, packed, after):
                    size += len(piece)
                    if size > way.size:
                        raise StoreDamaged("a way back makes more than it says")
                    made.update(piece)
                    give(piece)
            if packed.read(1):
                raise StoreDamaged("a way back goes on after its end")
    except _BROKEN as error:
        raise StoreDamaged("a way back does not read back as it was written") from error
    if made.hexdigest() != way.before.hex or size != way.size:
        raise StoreDamaged("a way back does not make the earlier file")
    return way


def _pieces(kind: bytes, packed: gzip.GzipFile, after: BinaryIO | None) -> Iterable[bytes]:
    if kind == _KEEP:
        (length,) = _LENGTH.unpack(packed.read(_LENGTH.size))
        if length > _PIECE:
            raise StoreDamaged("a way back does not read back as it was written")
        yield packed.read(length)
    elif kind == _COPY and after is not None:
        offset, length = _PLACE.unpack(packed.read(_PLACE.size))
        after.seek(offset)
        while length > 0:
            piece = after.read(min(_PIECE, length))
            if not piece:
                raise StoreDamaged("the later file is shorter than its way back needs")
            length -= len(piece)
            yield piece
    else:
        raise StoreDamaged("a way back does not read back as it was written")
