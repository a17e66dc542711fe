"""Looking at one file, once: what it is, what it says, and its fingerprints. Writes nothing; runs in any process."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from artistguard.decoding.values import Opaque
from artistguard.errors import CannotEmbed, Damaged, Locked
from artistguard.fingerprints import table as fingerprints
from artistguard.formats import packages
from artistguard.formats import table as formats
from artistguard.formats.protocol import GLIMPSE_BYTES, Embeds, Format, Glimpse, Reading
from artistguard.jobs.outcome import Trouble
from artistguard.store import files
from artistguard.works import Digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.fingerprints.table import Fingerprints
    from artistguard.works import Medium

IN_MEMORY = 64 * 2**20
"""Files up to this many bytes are read once and kept; longer ones are streamed again from the disk's cache."""


@dataclass(frozen=True, slots=True)
class Survey:
    """All that looking at one file tells.

    Attributes:
        path: Of the file or document package.
        digest: SHA-256 of the file, or of the package's tree.
        size: Bytes.
        kind: The format's name.
        medium: None when nothing is known of the format.
        embeds: Whether the statement can go inside.
        reading: What the file says now.
        codes: Of the whole file: SHA-256 and the ISCC units over its bytes.
        fingerprints: Codes of the work itself, and whether likeness may be built on them.
        guard: What writing must not change.
        warnings: A wrong extension, or why the statement cannot go inside.
    """

    path: str
    digest: Digest
    size: int
    kind: str
    medium: Medium | None
    embeds: bool
    reading: Reading
    codes: Mapping[str, str]
    fingerprints: Fingerprints
    guard: Digest
    warnings: tuple[Trouble, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier look found, so that a file that did not change since need not be decoded again.

    Attributes:
        digest: SHA-256 of the whole file then.
        fingerprints: Of the work in it.
        guard: What must not change.
    """

    digest: Digest
    fingerprints: Fingerprints
    guard: Digest


@dataclass(frozen=True, slots=True)
class SurveyOrder:
    """A file to look at.

    Attributes:
        path: The real path.
        package: A folder that is one document.
        known: What is remembered of it.
    """

    path: str
    package: bool = False
    known: Known | None = None


def survey(order: SurveyOrder) -> Survey:
    """Look at one file.

    Args:
        order: Which, and what is remembered of it.

    Returns:
        Everything the later steps need.

    Raises:
        FileProblem: It cannot be worked on; the message says why.
    """
    if order.package:
        return _package(order.path)
    seen = files.inspect(Path(order.path))
    with files.reading(seen) as source:
        return look(order.path, _kept(source, seen.size), order.known)


def look(path: str, source: BinaryIO, known: Known | None = None) -> Survey:
    """The same for a stream that is already open, from its beginning to its end."""
    codes = fingerprints.of_file(_rewound(source))
    digest = Digest(codes["sha256"])
    glimpse = _glimpse(path, source)
    format_ = formats.recognise(glimpse)
    _claims_nothing_false(format_, glimpse)
    reading, unread = _read(format_, source)
    found, guard, unopened = _fingerprints(format_, source, digest, known)
    return Survey(
        path=path,
        digest=digest,
        size=glimpse.size,
        kind=format_.name,
        medium=format_.medium,
        embeds=isinstance(format_, Embeds) and not unread and not unopened,
        reading=reading,
        codes=codes,
        fingerprints=found,
        guard=guard,
        warnings=(*_misnamed(format_, glimpse), *(unread or unopened)),
    )


def _read(format_: Format, source: BinaryIO) -> tuple[Reading, tuple[Trouble, ...]]:
    """What is stated; metadata too broken to be merged with is a reason for a sidecar, not for giving the work up."""
    try:
        return format_.read(_rewound(source)), ()
    except (Damaged, Locked) as problem:
        return Reading(), (Trouble.of(CannotEmbed(problem.message)),)


def _fingerprints(
    format_: Format, source: BinaryIO, digest: Digest, known: Known | None
) -> tuple[Fingerprints, Digest, tuple[Trouble, ...]]:
    """The work's codes and its guard; of a locked file only its bytes count."""
    if known is not None and known.digest == digest:
        return known.fingerprints, known.guard, ()
    try:
        decoded = format_.decode(_rewound(source))
    except Locked as problem:
        opaque = Opaque(payload=digest, guard=digest)
        return fingerprints.compute(opaque), digest, (Trouble.of(problem),)
    return fingerprints.compute(decoded), decoded.guard, ()


def _package(path: str) -> Survey:
    """A folder that is one document: known by the digest of its tree, never written into."""
    digest = packages.tree_digest(files.tree(Path(path)))
    kind = packages.of(PurePath(path).name)
    return Survey(
        path=path,
        digest=digest,
        size=0,
        kind=kind.name,
        medium=kind.medium,
        embeds=False,
        reading=Reading(),
        codes={"sha256": digest.hex},
        fingerprints=fingerprints.compute(Opaque(payload=digest, guard=digest)),
        guard=digest,
    )


def _claims_nothing_false(format_: Format, glimpse: Glimpse) -> None:
    """A name that promises a known format over bytes that are none at all is damage, not an unknown format."""
    promised = formats.by_extension(glimpse.extension)
    if format_ is formats.UNKNOWN and isinstance(promised, Embeds):
        raise Damaged(f"This file is named like a {promised.name} file but does not hold one.")


def _misnamed(format_: Format, glimpse: Glimpse) -> tuple[Trouble, ...]:
    """A wrong extension is worth a word; the content decides."""
    if format_ is formats.UNKNOWN or glimpse.extension in {kind.extension for kind in format_.types}:
        return ()
    message = f"The name ends in .{glimpse.extension} but the file is {format_.name}; it was treated as {format_.name}."
    return (Trouble("wrong-extension", message, f"Rename it to end in .{format_.types[0].extension} if you like."),)


def _glimpse(path: str, source: BinaryIO) -> Glimpse:
    size = source.seek(0, io.SEEK_END)
    head = _rewound(source).read(GLIMPSE_BYTES)
    source.seek(max(0, size - GLIMPSE_BYTES))
    return Glimpse(head, source.read(GLIMPSE_BYTES), size, PurePath(path).suffix[1:].lower())


def _kept(source: BinaryIO, size: int) -> BinaryIO:
    return io.BytesIO(source.read()) if size <= IN_MEMORY else source


def _rewound(source: BinaryIO) -> BinaryIO:
    source.seek(0)
    return source
