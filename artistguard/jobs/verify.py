"""Checking a proof file offline: signatures, places in the log, and whether given files are the ones it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from artistguard.claims.bundle import Proven, check_proven, parse_bundle, speaks_of
from artistguard.claims.statement import Statement
from artistguard.errors import ArtistGuardError, ProofProblem
from artistguard.jobs.outcome import Trouble
from artistguard.jobs.trust import worth
from artistguard.store import files
from artistguard.transparency.checkpoint import NoteKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artistguard.claims.bundle import Bundle
    from artistguard.store.receipts import Pin
    from artistguard.terms import Choice

MOST_OF_A_PROOF = 256 << 20
"""Bytes of a proof file that are read at most."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One statement of a proof file.

    Attributes:
        record: Its URN, or empty for a statement about keys.
        work: URN of the work.
        act: What it does: declare, change, withdraw.
        choice: What it says.
        creator: did:key of whoever signed.
        registry: Name of the log that holds it.
        index: Place in that log.
        size: Of the log at the checkpoint.
        local: The log is one kept on somebody's own computer, which proves no date.
        pinned: The registry's key was known here before; else it came with the proof itself.
        witnessed: Who besides the registry stands up for it, in plain words.
        error: Why it does not hold.
    """

    record: str
    work: str = ""
    act: str = ""
    choice: Choice | None = None
    creator: str = ""
    registry: str = ""
    index: int = -1
    size: int = 0
    local: bool = False
    pinned: bool = False
    witnessed: str = ""
    error: Trouble | None = None


@dataclass(frozen=True, slots=True)
class FileChecked:
    """One file held against the proof.

    Attributes:
        path: The file.
        records: URNs of statements that hold and speak of exactly this file.
        error: Why there is none.
    """

    path: str
    records: tuple[str, ...] = ()
    error: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """All of it.

    Attributes:
        statements: In the order of the proof.
        files: In the order given.
    """

    statements: tuple[Checked, ...]
    files: tuple[FileChecked, ...]

    @property
    def holds(self) -> bool:
        """Whether everything does."""
        return all(one.error is None for one in self.statements) and all(one.error is None for one in self.files)

    def as_json(self) -> dict[str, Any]:
        """As `verify --json` prints it."""
        return {
            "holds": self.holds,
            "statements": [_statement(each) for each in self.statements],
            "files": [
                {
                    "path": each.path,
                    "records": list(each.records),
                    "error": each.error.as_json() if each.error else None,
                }
                for each in self.files
            ],
        }


def verify(proof: str, paths: Sequence[str], known: Iterable[str], pins: Iterable[Pin] = ()) -> Verdict:
    """Check a proof file.

    Args:
        proof: Path of the file.
        paths: Files that it is said to speak of.
        known: Public keys of registries pinned earlier; for any other the key in the proof is taken, and that is told.
        pins: Registries met earlier; the witnesses on their cards are those that count.

    Raises:
        ProofProblem: It is no proof file.
        FileProblem: It cannot be read.
    """
    with files.reading(files.inspect(Path(proof))) as handle:
        bundle = parse_bundle(handle.read(MOST_OF_A_PROOF))
    pinned = {key.name: key for key in map(NoteKey.parse, known)}
    met = {pin.origin: pin for pin in pins}
    checked = tuple(_check(each, pinned, _told(bundle), met) for each in bundle.proven)
    sound = [each for each, result in zip(bundle.proven, checked, strict=True) if result.error is None]
    return Verdict(checked, tuple(_file(path, sound) for path in paths))


def _told(bundle: Bundle) -> dict[str, NoteKey]:
    return {key.name: key for key in map(NoteKey.parse, bundle.keys)}


def _check(each: Proven, pinned: dict[str, NoteKey], told: dict[str, NoteKey], met: dict[str, Pin]) -> Checked:
    statement = each.signed.statement
    record = statement.record if isinstance(statement, Statement) else ""
    try:
        key = _key(each, pinned, told)
        receipt, checkpoint = check_proven(each, key)
    except ProofProblem as problem:
        return Checked(record, error=Trouble.of(problem))
    return Checked(
        record=record,
        work=statement.work if isinstance(statement, Statement) else "",
        act=statement.act,
        choice=statement.choice if isinstance(statement, Statement) else None,
        creator=statement.signer,
        registry=receipt.origin,
        index=receipt.index,
        size=checkpoint.size,
        local=receipt.kind == "kept on this computer",
        pinned=key.name in pinned,
        witnessed=worth(receipt, met.get(receipt.origin)),
    )


def _key(each: Proven, pinned: dict[str, NoteKey], told: dict[str, NoteKey]) -> NoteKey:
    """The key of the best registry that gave a receipt: one known before, one that is not its own witness."""
    origins = sorted((receipt.origin for receipt in each.receipts), key=lambda o: (o not in pinned, o))
    for origin in origins:
        if key := pinned.get(origin) or told.get(origin):
            return key
    raise ProofProblem(f"no public key is known for {' or '.join(origins)}")


def _file(path: str, sound: Sequence[Proven]) -> FileChecked:
    try:
        digest = files.digest_of(files.inspect(Path(path)).real)
    except ArtistGuardError as problem:
        return FileChecked(path, error=Trouble.of(problem))
    statements = [each.signed.statement for each in sound if speaks_of(each.signed, digest.hex)]
    records = tuple(each.record for each in statements if isinstance(each, Statement))
    if not records:
        words = f"{path}: no statement that holds in this proof speaks of exactly this file."
        return FileChecked(path, error=Trouble.of(ProofProblem(words, remedy="Compare it with the registered file.")))
    return FileChecked(path, records)


def _statement(each: Checked) -> dict[str, Any]:
    return {
        "record": each.record or None,
        "work": each.work or None,
        "act": each.act or None,
        "choice": each.choice.value if each.choice else None,
        "creator": each.creator or None,
        "registry": each.registry or None,
        "index": each.index if each.index >= 0 else None,
        "size": each.size or None,
        "proves_date": bool(each.registry) and not each.local,
        "key_pinned": each.pinned,
        "witnessed": each.witnessed or None,
        "error": each.error.as_json() if each.error else None,
    }
