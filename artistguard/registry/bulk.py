"""What a registry elsewhere gives out in bulk: snapshots, what changed since one, and ranges that keep a secret.

Whether checkpoints and signatures hold is for the caller to check, who has the pinned key; `ledger.bulk.snapshot` does
so for a snapshot.

Source: docs/protocol.md, "In bulk, and offline".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, TypeVar
from urllib.parse import quote

import msgspec

from artistguard.errors import Distrusted, UsageProblem
from artistguard.messages import Answer
from artistguard.messages.bulk import Changes, SignedManifest
from artistguard.network.door import Door
from artistguard.terms import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.messages.bulk import Manifest
    from artistguard.network.door import Policy

_T = TypeVar("_T")

_MANIFEST_BYTES = 1 << 20
_CHANGES_BYTES = 256 << 20
_RANGE_BYTES = 64 << 20
_AROUND_BYTES = 1 << 10
"""What an archive has around each of its files."""

_DIGITS = 5
_DIGEST = re.compile(r"[0-9a-f]{64}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Ranged:
    """What a range says about one digest.

    Attributes:
        answer: What follows; unknown where it is not in the range.
        choice: What holds, where something does.
    """

    answer: Answer
    choice: Choice | None


class BulkClient:
    """Takes along what a registry gives out.

    Args:
        address: ``https://registry.example``; plain ``http://`` only on this computer.
        policy: What the network door allows.

    Raises:
        UsageProblem: It is no address, or its connection would not be encrypted.
    """

    def __init__(self, address: str, policy: Policy | None = None) -> None:
        self._door = Door(address, policy)

    def close(self) -> None:
        """Let go of the connections."""
        self._door.close()

    def manifest(self) -> SignedManifest:
        """What the newest snapshot is.

        Raises:
            Unreachable: Not now; also where the first one is still being made.
            Refused: This registry gives out none.
            Distrusted: This is no manifest.
        """
        return self._get("/v1/snapshot", SignedManifest, _MANIFEST_BYTES)

    def snapshot(self, manifest: Manifest, target: IO[bytes]) -> None:
        """Take a snapshot; it is not yet believed.

        Args:
            manifest: Of it.
            target: Takes it.
        """
        most = sum(part.bytes + _AROUND_BYTES for part in manifest.files) + _MANIFEST_BYTES
        self._door.save(f"/v1/snapshot/{manifest.size}.zip", target, most)

    def changes(self, after: int) -> Iterator[Changes]:
        """What was entered after a size, in as many parts as it takes.

        Raises:
            Refused: That is too long ago, so a snapshot has to be taken; or the log never had that size.
            Distrusted: The answer is not one, or does not get on.
        """
        while True:
            told = self._get(f"/v1/changes?after={after:d}", Changes, _CHANGES_BYTES)
            if told.after != after or told.size != after + len(told.lines) or (told.known is None and not told.lines):
                raise Distrusted(f"{self._name} tells other changes than it was asked for.")
            yield told
            if told.known is not None:
                return
            after = told.size

    def ranged(self, name: str, digest: str) -> Ranged:
        """Look a digest up without telling which one: the registry learns its first five digits.

        Args:
            name: ``sha256`` or ``payload_sha256``.
            digest: 64 hexadecimal digits.
        """
        if not _DIGEST.match(digest):
            raise UsageProblem(f"Not a digest of 64 hexadecimal digits: {digest[:80]}")
        content = self._door.get(f"/v1/range/{quote(name)}/{digest[:_DIGITS]}", _RANGE_BYTES)
        try:
            rows = [row.split() for row in content.decode("ascii").splitlines()]
            (found,) = [row for row in rows if row[0] == digest[_DIGITS:]] or [["", Answer.UNKNOWN]]
            return Ranged(Answer(found[1]), Choice(found[2]) if len(found) > 2 else None)
        except (ValueError, IndexError) as problem:
            raise Distrusted(f"{self._name} gives a range that is not one.") from problem

    @property
    def _name(self) -> str:
        return f"The registry at {self._door.address.host}"

    def _get(self, path: str, kind: type[_T], most: int) -> _T:
        try:
            return msgspec.json.decode(self._door.get(path, most), type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
            raise Distrusted(f"{self._name} gives an answer that is not one: {problem}"[:500]) from problem
