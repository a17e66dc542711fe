"""Keys, statements and ledgers made by code, the same in every run."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from artistguard.claims.drafting import draft, draft_withdrawal, work_urn
from artistguard.claims.envelope import Seal, seal
from artistguard.claims.keys import PrivateKey
from artistguard.claims.signing import sign
from artistguard.ledger.ledger import Ledger
from artistguard.ledger.storage.sqlite import SqliteStorage
from artistguard.terms import Choice, Declaration
from artistguard.transparency.signature import SeedSigner
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from artistguard.claims.envelope import Submission
    from artistguard.claims.statement import Draft, SignedStatement
    from artistguard.messages import Limits, SubmissionAnswer

NOON = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)
MADE = "2026-11-22T11:00:00Z"
LOG = SeedSigner(b"the key of a registry for tests.")


def seed(*parts: object) -> bytes:
    """32 bytes that differ for every argument."""
    return hashlib.sha256(repr(parts).encode()).digest()


def key(name: str = "ada") -> PrivateKey:
    return PrivateKey(seed("key", name))


def work(name: str) -> str:
    return work_urn(seed("work", name))


def sha(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **time: float) -> None:
        self.now += timedelta(**time)

    def text(self) -> str:
        return self.now.strftime("%Y-%m-%dT%H:%M:%SZ")


def drafted(
    name: str,
    *,
    by: PrivateKey | None = None,
    of: str = "",
    choice: Choice = Choice.SEARCH_ONLY,
    supersedes: str = "",
    distinctive: bool = True,
    contact: str = "",
    licence: str = "",
    medium: Medium | None = Medium.IMAGE,
    nth: int = 0,
    **fingerprints: str,
) -> Draft:
    """A statement about the file `name`, a version of the work `of` (else of a work of the same name)."""
    return draft(
        seed=seed("statement", name, (by or key()).did, of, choice, supersedes, nth),
        creator=(by or key()).did,
        work=work(of or name),
        made=MADE,
        declaration=Declaration(choice, contact=contact, licence=licence),
        fingerprints={"sha256": sha(name), **fingerprints},
        distinctive=distinctive,
        medium=medium,
        supersedes=supersedes,
    )


def declared(name: str, *, by: PrivateKey | None = None, **how: object) -> SignedStatement:
    return sign(drafted(name, by=by, **how), by or key())  # type: ignore[arg-type]


def withdrawn(of: SignedStatement, *, by: PrivateKey | None = None) -> SignedStatement:
    signer = by or key()
    statement = draft_withdrawal(
        seed=seed("withdraw", of.statement.nonce, signer.did),
        creator=signer.did,
        work=of.statement.work,  # type: ignore[union-attr]
        supersedes=of.statement.record,  # type: ignore[union-attr]
        made=MADE,
    )
    return sign(statement, signer)


def opened(
    folder: Path, clock: Clock | None = None, *, limits: Limits | None = None, origin: str = "", **how: object
) -> Ledger:
    storage = SqliteStorage(folder / "ledger.db")
    return Ledger.open(storage, LOG, clock=clock or Clock(), limits=limits, origin=origin, **how)  # type: ignore[arg-type]


class Sender:
    """Delivers statements in fresh envelopes."""

    def __init__(self, ledger: Ledger, clock: Clock, by: PrivateKey | None = None) -> None:
        self.ledger = ledger
        self.clock = clock
        self.by = by or key()
        self.sent = 0

    def sealed(self, statements: Sequence[SignedStatement]) -> Submission:
        self.sent += 1
        nonce = seed("nonce", self.by.did, self.sent)[:16]
        return seal(statements, self.by, origin=self.ledger.key.name, time=self.clock.text(), nonce=nonce)

    def send(self, *statements: SignedStatement) -> SubmissionAnswer:
        return self.ledger.submit(self.sealed(statements))


def as_lines(submission: Submission) -> bytes:
    """A delivery as a batch has it: the signed cover, then a statement a line."""
    seal_line = Seal(submission.cover, submission.signature)
    return msgspec.json.Encoder().encode_lines([seal_line, *submission.statements])
