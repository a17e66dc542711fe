"""Checking a proof file offline: signatures, places in the log, and whether given files are the ones it speaks of."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.claims.bundle import Proven, check_proven, check_whole, parse_bundle, speaks_of, stamped_bytes
from artistguard.claims.statement import Statement
from artistguard.errors import ArtistGuardError, ProofProblem
from artistguard.jobs.outcome import Trouble
from artistguard.jobs.paper import proof_of
from artistguard.jobs.trust import worth
from artistguard.jobs.verdict import Checked, FileChecked, StampChecked, Verdict
from artistguard.store import files
from artistguard.transparency import timestamp
from artistguard.transparency.checkpoint import NoteKey, decode64

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.claims.bundle import Bundle, Stamp
    from artistguard.store.receipts import Pin

MOST_OF_A_PROOF = 256 << 20
"""Bytes of a proof file that are read at most."""

MOST_OF_A_PAGE = 256 << 20
MOST_OF_A_ROOT = 1 << 20


@dataclass(frozen=True, slots=True)
class Known:
    """What the one who checks knows from elsewhere.

    Attributes:
        keys: Public keys of registries; for any other the key in the proof is taken, and that is told.
        pins: Registries met earlier; the witnesses on their cards are those that count.
        roots: Files with root certificates of time-stamping authorities, PEM.
    """

    keys: tuple[str, ...] = ()
    pins: tuple[Pin, ...] = ()
    roots: tuple[str, ...] = ()


def verify(proof: str, paths: Sequence[str], known: Known) -> Verdict:
    """Check a proof file.

    Args:
        proof: Path of the file.
        paths: Files that it is said to speak of, or certificates that belong to it.
        known: What is trusted.

    Raises:
        ProofProblem: It is no proof file.
        FileProblem: It cannot be read.
    """
    content = _read(proof, MOST_OF_A_PROOF)
    bundle = parse_bundle(content)
    pinned = {key.name: key for key in map(NoteKey.parse, known.keys)}
    met = {pin.origin: pin for pin in known.pins}
    checked = tuple(_check(each, pinned, _told(bundle), met) for each in bundle.proven)
    sound = [each for each, result in zip(bundle.proven, checked, strict=True) if result.error is None]
    digest = hashlib.sha256(content).hexdigest()
    files_checked = tuple(_file(path, sound, digest) for path in paths)
    return Verdict(checked, files_checked, _stamps(bundle, known.roots), _whole(bundle))


def _read(path: str, most: int) -> bytes:
    with files.reading(files.inspect(Path(path))) as handle:
        return handle.read(most)


def _whole(bundle: Bundle) -> Trouble | None:
    try:
        check_whole(bundle)
    except ProofProblem as problem:
        return Trouble.of(problem)
    return None


def _stamps(bundle: Bundle, roots: Sequence[str]) -> tuple[StampChecked, ...]:
    trusted = [_read(path, MOST_OF_A_ROOT) for path in roots]
    digest = hashlib.sha256(stamped_bytes(bundle)).digest()
    return tuple(_stamp(each, digest, trusted) for each in bundle.stamps)


def _stamp(stamp: Stamp, digest: bytes, roots: Sequence[bytes]) -> StampChecked:
    try:
        moment = timestamp.check(decode64(stamp.response, "time stamp"), digest, roots)
    except ProofProblem as problem:
        return StampChecked(error=Trouble.of(problem))
    return StampChecked(moment.authority, f"{moment.at:%Y-%m-%dT%H:%M:%SZ}", moment.checked)


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


def _file(path: str, sound: Sequence[Proven], proof: str) -> FileChecked:
    try:
        digest = files.digest_of(files.inspect(Path(path)).real)
        statements = [each.signed.statement for each in sound if speaks_of(each.signed, digest.hex)]
        belongs_to = "" if statements or not path.lower().endswith(".pdf") else proof_of(_read(path, MOST_OF_A_PAGE))
    except ArtistGuardError as problem:
        return FileChecked(path, error=Trouble.of(problem))
    if records := tuple(each.record for each in statements if isinstance(each, Statement)):
        return FileChecked(path, records)
    if belongs_to == proof:
        return FileChecked(path, certificate=True)
    words = (
        f"{path}: this certificate was made with another proof file, or one of the two was changed."
        if belongs_to
        else f"{path}: no statement that holds in this proof speaks of exactly this file."
    )
    return FileChecked(path, error=Trouble.of(ProofProblem(words, remedy="Compare it with the registered file.")))
