"""A snapshot in use: look-ups without any network, with the answers that the registry itself gives.

Everything is used where it lies in the file; opening one takes as long as reading it once to compare digests.
"""

from __future__ import annotations

import hashlib
import io
import mmap
import zipfile
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from artistguard.claims.canonical import canonical, decode
from artistguard.errors import ProofProblem, Refused
from artistguard.fingerprints.values import Fingerprints
from artistguard.ledger.bulk.building import KNOWN, LINES, MANIFEST
from artistguard.ledger.bulk.lines import claim_of
from artistguard.ledger.bulk.tables import CODE_BYTES, places_of
from artistguard.ledger.finding import Finder
from artistguard.ledger.index.shelf import Indexes
from artistguard.ledger.storage.protocol import PartyRow
from artistguard.messages import CHECKS, Answers
from artistguard.messages.bulk import SNAPSHOT_DOMAIN, Known, Line, SignedManifest
from artistguard.transparency.checkpoint import decode64, open_checkpoint
from artistguard.transparency.signature import holds
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from artistguard.ledger.storage.protocol import ClaimRow
    from artistguard.messages import Question
    from artistguard.messages.bulk import Manifest
    from artistguard.transparency.checkpoint import NoteKey

_MANIFEST_BYTES = 1 << 20
_HEADER_BYTES = 30
"""Of a member of an archive, before its name (APPNOTE 4.3.7)."""

_MEMBERS = 257
_KEPT = 4096


class Snapshot:
    """A registry as it was at one size of its log.

    Args:
        path: Of the file.
        key: The log's public key, obtained elsewhere.
        own: Whether one that somebody brought up to date herself will do: then only its checkpoint is signed, and she
            vouches for the rest.

    Raises:
        ProofProblem: It is no snapshot, is damaged, or is not signed with that key.
        OSError: It cannot be read.
    """

    def __init__(self, path: Path, key: NoteKey, *, own: bool = False) -> None:
        members = _Members(path)
        self.signed = decode(members.first(MANIFEST), SignedManifest, "manifest of a snapshot")
        self.manifest: Manifest = self.signed.manifest
        _check(self.signed, key, own=own)
        self._rows = _Rows(members.checked(self.manifest), self.manifest)
        self._finder = Finder(self._rows, Indexes(), self._rows.stored, self.manifest.similar_results)

    def check(self, question: Question) -> Answers:
        """Look items up as the registry did at this size; only receipts are the registry's alone to give.

        Raises:
            Refused: Receipts are asked for, or too many items.
        """
        if question.receipts or not 1 <= len(question.items) <= CHECKS:
            raise Refused(f"a snapshot answers 1 to {CHECKS} items, without receipts")
        return Answers(self._finder.find(question.items), self.manifest.checkpoint)

    def lines(self) -> Iterator[Line]:
        """Every entry, in order."""
        return (self._rows.line(place) for place in range(self.manifest.size))

    def known(self) -> tuple[Known, ...]:
        """Everybody about whom the registry had evidence."""
        return self._rows.known


def _check(signed: SignedManifest, key: NoteKey, *, own: bool) -> None:
    manifest = signed.manifest
    checkpoint = open_checkpoint(manifest.checkpoint, key)
    if (checkpoint.origin, checkpoint.size) != (manifest.origin, manifest.size):
        raise ProofProblem("the snapshot is not of the state that its checkpoint names")
    if not signed.signature and own:
        return
    signature = decode64(signed.signature, "signature of the snapshot")
    if not holds(key.public, signature, SNAPSHOT_DOMAIN + canonical(manifest)):
        raise ProofProblem(f"the snapshot was not signed by {key.name}, or was changed since")


class _Members:
    """The files in an archive in which nothing is packed."""

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file, zipfile.ZipFile(file) as archive:
                listed = archive.infolist()
                self._all = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as problem:
            raise ProofProblem("this is not a snapshot of a registry") from problem
        if len(listed) > _MEMBERS or any(each.compress_type != zipfile.ZIP_STORED for each in listed):
            raise ProofProblem("this is not a snapshot of a registry: too many files in it, or packed ones")
        self._listed = {each.filename: each for each in listed}

    def first(self, name: str) -> bytes:
        """The manifest, not yet believed."""
        content = self._content(name)
        if len(content) > _MANIFEST_BYTES:
            raise ProofProblem("the manifest of the snapshot is too long")
        return bytes(content)

    def checked(self, manifest: Manifest) -> dict[str, memoryview]:
        """Every file of which the manifest speaks, as it says."""
        found = {part.name: self._content(part.name) for part in manifest.files}
        for part in manifest.files:
            if len(found[part.name]) != part.bytes or hashlib.sha256(found[part.name]).hexdigest() != part.sha256:
                raise ProofProblem(f"the snapshot is damaged: {part.name} is not what its manifest says")
        return found

    def _content(self, name: str) -> memoryview:
        info = self._listed.get(name)
        head = self._all[info.header_offset :][:_HEADER_BYTES] if info else b""
        if info is None or len(head) < _HEADER_BYTES:
            raise ProofProblem(f"the snapshot lacks its file {name[:80]}")
        lengths = np.frombuffer(head, "<u2", 2, _HEADER_BYTES - 4)
        begin = info.header_offset + _HEADER_BYTES + int(lengths.sum(dtype=np.int64))
        return self._all[begin : begin + info.file_size]


class _Rows:
    """See Findable.

    Args:
        parts: Files of the snapshot.
        manifest: Its own.
    """

    def __init__(self, parts: Mapping[str, memoryview], manifest: Manifest) -> None:
        self._manifest = manifest
        self._tables = {name: _table(part) for name, part in parts.items() if name.endswith(".npy")}
        self._lines = parts[LINES]
        self.known = tuple(decode(row, Known, "person") for row in bytes(parts[KNOWN]).splitlines())
        self._persons = {each.party: PartyRow(each.party, "", each.evidence) for each in self.known}
        self.line = lru_cache(_KEPT)(self._line)
        if len(self._tables["offsets.npy"]) != manifest.size + 1:
            raise ProofProblem("the snapshot does not hold as many entries as its checkpoint says")

    def size(self) -> int:
        """See Findable."""
        return self._manifest.size

    def checkpoint(self) -> str:
        """See Findable."""
        return self._manifest.checkpoint

    def claims(self, indexes: Iterable[int]) -> Sequence[ClaimRow]:
        """See Findable."""
        return [claim for place in sorted(set(indexes)) if (claim := claim_of(self.line(place)))]

    def claims_about(self, column: str, values: Iterable[str]) -> Sequence[ClaimRow]:
        """See Findable."""
        wanted = {value for value in values if value}
        return [claim for claim in self.claims(self._places(column, wanted)) if getattr(claim, column) in wanted]

    def by_digest(self, name: str, values: Iterable[str]) -> Sequence[tuple[str, int]]:
        """See Findable."""
        wanted = set(values)
        said = ((self.line(place).values.get(name, ""), place) for place in self._places(name, wanted))
        return [(value, place) for value, place in said if value in wanted]

    def codes(self, space: str, start: int, most: int) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
        """See Findable."""
        places: NDArray[np.int64] = self._tables.get(f"{space}.at.npy", np.empty(0, np.int64))
        codes: NDArray[np.uint8] = self._tables.get(f"{space}.codes.npy", np.empty((0, CODE_BYTES), np.uint8))
        first = int(np.searchsorted(places, start))
        return places[first : first + most], codes[first : first + most]

    def party(self, party: str) -> PartyRow | None:
        """See Findable."""
        return self._persons.get(party)

    def stored(self, places: Iterable[int]) -> Mapping[int, Fingerprints]:
        """All codes of some statements."""
        return {
            place: Fingerprints(line.values, distinctive=line.distinctive, medium=_medium(line))
            for place in places
            for line in (self.line(place),)
        }

    def _places(self, name: str, values: Iterable[str]) -> list[int]:
        return places_of(self._tables[f"{name}.keys.npy"], self._tables[f"{name}.places.npy"], values)

    def _line(self, place: int) -> Line:
        begin, end = self._tables["offsets.npy"][place : place + 2].tolist()
        return decode(bytes(self._lines[begin:end]), Line, "line of a snapshot")


def _table(part: memoryview) -> NDArray[Any]:
    """A table where it lies."""
    # The header of version 1.0: six bytes, two of the version, two of its length, and a dictionary as Python writes it.
    length = int.from_bytes(part[8:10], "little")
    try:
        shape, _, dtype = np.lib.format.read_array_header_1_0(io.BytesIO(part[8 : 10 + length]))
        return np.frombuffer(part[10 + length :], dtype).reshape(shape)
    except ValueError as problem:
        raise ProofProblem("a table of the snapshot does not read back") from problem


def _medium(line: Line) -> Medium | None:
    return Medium(line.medium) if line.medium else None
