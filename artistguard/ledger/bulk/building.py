"""Making a snapshot: its lines, its tables and its manifest, in one file.

The file is a ZIP archive in which nothing is packed, so that every table can be used where it lies. Its bytes follow
from the lines, the persons and the checkpoint alone, but for the time in the manifest.

Source: PKWARE APPNOTE 6.3.10 (ZIP); docs/protocol.md, "Snapshot".
"""

from __future__ import annotations

import hashlib
import zipfile
from typing import IO, TYPE_CHECKING

import msgspec

from artistguard.claims.canonical import canonical
from artistguard.ledger.bulk.tables import Tables, save
from artistguard.messages.bulk import SNAPSHOT_DOMAIN, Manifest, Part, SignedManifest
from artistguard.transparency.checkpoint import Checkpoint, Note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from artistguard.messages.bulk import Known, Line

MANIFEST = "manifest.json"
LINES = "entries.ndjson"
KNOWN = "known.ndjson"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can name: the files have none."""


def build(  # noqa: PLR0913 - the parts of a snapshot, each named by the caller
    target: IO[bytes],
    *,
    lines: Iterable[Line],
    known: Iterable[Known],
    checkpoint: str,
    made: str,
    enclosed: bool,
    similar_results: int,
    sign: Callable[[bytes], str] | None = None,
) -> SignedManifest:
    """Write a snapshot.

    Args:
        target: Takes the archive.
        lines: One for each entry of the log, from the first.
        known: Everybody about whom there is evidence.
        checkpoint: The log's signed state of exactly these entries.
        made: Now, RFC 3339.
        enclosed: Whether the lines have the long fingerprints.
        similar_results: Most weaker hits in an answer.
        sign: Signs with the log's key; None where somebody else makes it.
    """
    opened = Checkpoint.parse(Note.parse(checkpoint).text)
    tables = Tables()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        parts = [_write(archive, LINES, lambda out: _lines(out, lines, tables))]
        parts.append(_write(archive, KNOWN, lambda out: out.writelines(msgspec.json.encode(k) + b"\n" for k in known)))
        for name, table in tables.write():
            parts.append(_write(archive, name, lambda out, table=table: save(out, table)))  # type: ignore[misc]
        manifest = Manifest(
            opened.origin, opened.size, checkpoint, made, enclosed, similar_results, tuple(sorted(parts, key=_name))
        )
        signed = SignedManifest(manifest, sign(SNAPSHOT_DOMAIN + canonical(manifest)) if sign else "")
        archive.writestr(zipfile.ZipInfo(MANIFEST, _EPOCH), msgspec.json.encode(signed))
    return signed


def _lines(out: IO[bytes], lines: Iterable[Line], tables: Tables) -> None:
    for line in lines:
        row = msgspec.json.encode(line) + b"\n"
        tables.add(line, len(row))
        out.write(row)


def _write(archive: zipfile.ZipFile, name: str, fill: Callable[[IO[bytes]], object]) -> Part:
    with archive.open(zipfile.ZipInfo(name, _EPOCH), "w", force_zip64=True) as out:
        counting = _Counting(out)
        fill(counting)  # type: ignore[arg-type]  # as much of a file as is needed here
    return Part(name, counting.length, counting.digest.hexdigest())


def _name(part: Part) -> str:
    return part.name


class _Counting:
    """Passes bytes on, and keeps their number and digest."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self.length = 0
        self.digest = hashlib.sha256()

    def write(self, content: bytes) -> int:
        self.length += len(content)
        self.digest.update(content)
        return self._out.write(content)

    def writelines(self, rows: Iterable[bytes]) -> None:
        for row in rows:
            self.write(row)
