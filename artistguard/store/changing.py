"""What a change is: files that take new bytes together, and what is written down about it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from artistguard.terms import Choice, Declaration, Inscription, Origin, Right

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from artistguard.store.files import Look, Seen
    from artistguard.store.keeping import Kept
    from artistguard.works import Digest, Medium

Row = tuple[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Replacement:
    """One file of a change.

    Attributes:
        path: The real path (`files.real_path`).
        draft: What takes its place, sealed and dressed; None where the file is to go.
        before: Digest of what stands there; None where nothing does.
        after: Digest of the draft; None where the file is to go.
        look: The file as it was when it was read; None where nothing stood.
        kept: The way back; None where there is none to keep, or none is wanted.
        mode: Permission bits of what stands there.
        mtime_ns: Its time of last change.
    """

    path: Path
    draft: Path | None
    before: Digest | None
    after: Digest | None
    look: Look | None = None
    kept: Kept | None = None
    mode: int = 0
    mtime_ns: int = 0


def replaced(seen: Seen, draft: Path, before: Digest, after: Digest, kept: Kept | None) -> Replacement:
    """A file that is there takes the draft's bytes.

    Args:
        seen: The file as `files.inspect` saw it before it was read.
        draft: Sealed and dressed.
        before: Digest of the file's bytes as they were read.
        after: What `Draft.seal` returned.
        kept: What `keeping.keep` returned, or None without a way back.
    """
    return Replacement(seen.real, draft, before, after, seen.look, kept, seen.mode, seen.mtime_ns)


def made(path: Path, draft: Path, after: Digest) -> Replacement:
    """A file is made where nothing stands.

    Args:
        path: The real path.
        draft: Sealed and dressed.
        after: What `Draft.seal` returned.
    """
    return Replacement(path, draft, None, after)


@dataclass(frozen=True, slots=True)
class NewWork:
    """A work, as the catalogue gets it; one that is known keeps its title unless that was empty.

    Attributes:
        id: URN.
        title: As shown.
        medium: Image, audio or text; None for a file nobody can look into.
    """

    id: str
    title: str
    medium: Medium | None


@dataclass(frozen=True, slots=True)
class NewVersion:
    """One file of a work, stated.

    Attributes:
        work: URN of the work.
        path: The stated file: the file itself, or its copy.
        source: The user's original; the same as `path` unless a copy was made.
        sidecar: The sidecar that states it, or None where the statement is inside.
        inscription: What was written.
        medium: Image, audio or text.
        format: Name of the format.
        before: Digest of the original's bytes, None where it was not kept.
        after: Digest of the file at `path` when all is done.
        distinctive: Whether likeness may recognise it.
        details: Anything else worth showing again, JSON-like.
    """

    work: str
    path: Path
    source: Path
    sidecar: Path | None
    inscription: Inscription
    medium: Medium | None
    format: str
    before: Digest | None
    after: Digest
    distinctive: bool = True
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewStatement:
    """A signed statement and where it is to go.

    Attributes:
        record: Its URN.
        work: URN of the work it speaks of.
        kind: What it says: ``protect``, ``change``, ``withdraw`` …
        signed: The signed bytes.
        addresses: Registries it waits for, as `outbox` names them.
    """

    record: str
    work: str
    kind: str
    signed: bytes
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """All that must happen together or not at all.

    Attributes:
        run: Id of the run it belongs to.
        replacements: The files; none where only something is written down.
        works: Works it names for the first time.
        versions: Files it states.
        statements: Statements it sends.
        withdrawn: Works that are withdrawn by it.
    """

    run: str
    replacements: tuple[Replacement, ...] = ()
    works: tuple[NewWork, ...] = ()
    versions: tuple[NewVersion, ...] = ()
    statements: tuple[NewStatement, ...] = ()
    withdrawn: tuple[str, ...] = ()

    def rows(self, at: str) -> list[Row]:
        """What the catalogue and the outbox get when all files are in place."""
        return [
            *(
                ("works", {"id": work.id, "title": _text(work.title), "medium": work.medium or "", "at": at})
                for work in self.works
            ),
            *(("versions", _version_row(version, self.run, at)) for version in self.versions),
            *(row for statement in self.statements for row in _statement_rows(statement, at)),
            *(("withdrawn", {"work": work}) for work in self.withdrawn),
        ]


def _text(words: str) -> str:
    """Words that may stem from a file name, which need not be text."""
    return words.encode("utf-8", "replace").decode()


def _version_row(version: NewVersion, run: str, at: str) -> dict[str, Any]:
    return {
        "run": run,
        "work": version.work,
        "path": os.fsencode(version.path),
        "source": os.fsencode(version.source),
        "sidecar": os.fsencode(version.sidecar) if version.sidecar is not None else None,
        "record": version.inscription.record,
        "choice": str(version.inscription.declaration.choice),
        "inscription": pack_inscription(version.inscription),
        "medium": version.medium or "",
        "format": version.format,
        "before": version.before.hex if version.before is not None else None,
        "after": version.after.hex,
        "distinctive": int(version.distinctive),
        "details": msgspec.json.encode(version.details),
        "at": at,
        "state": "protected",
    }


def _statement_rows(statement: NewStatement, at: str) -> list[Row]:
    kept = {
        "record": statement.record,
        "work": statement.work,
        "kind": statement.kind,
        "signed": statement.signed,
        "at": at,
    }
    sent = [
        ("outbox", {"record": statement.record, "address": address, "state": "waiting", "next_try": at})
        for address in dict.fromkeys(statement.addresses)
    ]
    return [("statements", kept), *sent]


def pack_inscription(inscription: Inscription) -> bytes:
    """An inscription as the database holds it: JSON."""
    declaration = inscription.declaration
    return msgspec.json.encode(
        {
            "choice": str(declaration.choice),
            "name": declaration.name,
            "contact": declaration.contact,
            "licence": declaration.licence,
            "policy": declaration.policy,
            "origin": str(declaration.origin) if declaration.origin is not None else None,
            "right": str(declaration.right) if declaration.right is not None else None,
            "numbers": declaration.numbers,
            "location": declaration.location,
            "record": inscription.record,
            "work": inscription.work,
            "address": inscription.address,
            "fingerprints": dict(inscription.fingerprints),
        }
    )


def unpack_inscription(packed: bytes) -> Inscription:
    """The reverse of `pack_inscription`."""
    held: dict[str, Any] = msgspec.json.decode(packed)
    origin = held["origin"]
    right = held.get("right")  # homes of the first edition have none
    return Inscription(
        Declaration(
            Choice(held["choice"]),
            held["name"],
            held["contact"],
            held["licence"],
            held["policy"],
            Origin(origin) if origin is not None else None,
            Right(right) if right is not None else None,
            tuple((kind, value) for kind, value in held.get("numbers", ())),
            held.get("location", ""),
        ),
        held["record"],
        held["work"],
        held["address"],
        held["fingerprints"],
    )
