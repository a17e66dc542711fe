"""The statement of a creator about one version of a work, version 1: its grammar and rules.

A statement names no registry and no time of delivery, so that it can wait offline, be delivered to several registries
and be carried from one to another. It holds nothing personal: what a creator publishes about herself goes into an
enclosure, of which the statement only holds a salted digest, so that a registry can forget it later.

Grammar and later versions: an unknown field is refused, because a reader that dropped it could not check the signature;
what later versions add has a place already (`mark`, `mandate`, new words in `right`, new kinds in `identifiers`), goes
into an enclosure of a new kind, or into `extensions`, whose keys a reader keeps and otherwise passes over. All else is
a new `type`.

Source: docs/protocol.md, "Statement".
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from artistguard.claims.canonical import canonical, decode
from artistguard.claims.enclosure import CODES, Enclosure
from artistguard.claims.grammar import (
    INLINE_CHARACTERS,
    Did,
    Hash64,
    Hex256,
    Moment,
    Name,
    Nonce,
    Short,
    Signature64,
    Urn,
)
from artistguard.claims.identifiers import Identifier, sound
from artistguard.claims.keys import public_of
from artistguard.claims.rotation import KeyStatement
from artistguard.errors import ProofProblem
from artistguard.terms import Choice, Origin
from artistguard.works import Medium

_WEB = re.compile(r"https?://[^\s<>\"\x00-\x1f]+")


class Fingerprint(msgspec.Struct, frozen=True, forbid_unknown_fields=True, order=True):
    """One code of the work or its file.

    Attributes:
        name: Such as ``sha256``, ``iscc``, ``phash64_v1``.
        value: In the form that belongs to the name.
    """

    name: Name
    value: Annotated[str, Meta(min_length=1, max_length=INLINE_CHARACTERS)]


class Statement(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    kw_only=True,
    tag_field="type",
    tag="artistguard-statement-v1",
):
    """What a creator says about one version of a work.

    Attributes:
        act: ``declare``; ``change`` replaces the statement `supersedes`; ``withdraw`` takes it back.
        record: URN of this statement, drawn from a seed before anything is written; names no registry and no digest.
        work: URN of the work, shared by all its versions.
        creator: did:key that signs.
        nonce: 128 bits that make two equal statements different.
        made: The creator's own clock, RFC 3339 in UTC; claimed, never proved.
        medium: Image, audio or text; absent for a file nobody can look into.
        choice: What is said; absent when withdrawing.
        origin: Human-made or AI-assisted, as the creator says.
        fingerprints: Sorted by name, each name once; ``sha256`` is of the final file.
        distinctive: False where likeness must never count: too little content.
        supersedes: URN of an earlier record of the same creator.
        on_behalf_of: DID for whom the creator's key acts.
        enclosures: Kind of enclosure to its digest.
        mark: Identifier of an invisible mark; reserved.
        offer: Web address at which a licence is offered; only with the choice ``ask``.
        mandate: URN of the mandate under which a collective acts; reserved.
        right: Which right in the work is claimed: one of `terms.Right`, or a word of a later version.
        identifiers: Standard numbers of the work and its makers, sorted.
        extensions: What later versions add; kept and otherwise passed over.
    """

    act: Literal["declare", "change", "withdraw"]
    record: Urn
    work: Urn
    creator: Did
    nonce: Nonce
    made: Moment
    medium: Medium | None = None
    choice: Choice | None = None
    origin: Origin | None = None
    fingerprints: Annotated[tuple[Fingerprint, ...], Meta(max_length=64)] = ()
    distinctive: bool = False
    supersedes: str = ""
    on_behalf_of: str = ""
    enclosures: Annotated[dict[Name, Hex256], Meta(max_length=16)] = {}
    mark: Short = ""
    offer: Short = ""
    mandate: Short = ""
    right: Short = ""
    identifiers: Annotated[tuple[Identifier, ...], Meta(max_length=64)] = ()
    extensions: Annotated[dict[Name, Short], Meta(max_length=32)] = {}

    @property
    def signer(self) -> str:
        """The did:key whose signature counts."""
        return self.creator

    @property
    def values(self) -> dict[str, str]:
        """Fingerprints by name."""
        return {each.name: each.value for each in self.fingerprints}


class BatchPath(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a statement stands in a batch that was signed once.

    Attributes:
        index: From 0.
        size: Of the batch.
        path: Inclusion proof from the statement to the root that is signed; base64, the sibling first.
    """

    index: Annotated[int, Meta(ge=0, le=2**32)]
    size: Annotated[int, Meta(gt=0, le=2**32)]
    path: Annotated[tuple[Hash64, ...], Meta(max_length=32)]


class SignedStatement(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A statement with its signature, and what is enclosed with it.

    Attributes:
        statement: About a work, or about keys.
        signature: Base64 Ed25519 by the statement's signer, over the statement or over the root of its batch.
        batch: Place in the batch, where the signature is over its root.
        enclosures: Whatever is delivered with it and not entered in the log.
    """

    statement: Statement | KeyStatement
    signature: Signature64
    batch: BatchPath | None = None
    enclosures: Annotated[tuple[Enclosure, ...], Meta(max_length=16)] = ()


def entry(signed: SignedStatement) -> bytes:
    """The bytes that stand in a registry's log: the statement and its signature, without the enclosures."""
    return canonical(msgspec.structs.replace(signed, enclosures=()))


def parse(content: bytes | str) -> SignedStatement:
    """Read a signed statement; `signing.verify` it before believing it.

    Raises:
        ProofProblem: It is not one.
    """
    return decode(content, SignedStatement, "signed statement")


def everything(signed: SignedStatement) -> dict[str, str]:
    """All fingerprints by name, the long ones of the enclosure too."""
    if isinstance(signed.statement, KeyStatement):
        return {}
    enclosed = {name: value for each in signed.enclosures if each.kind == CODES for name, value in each.content.items()}
    return enclosed | signed.statement.values


def check_rules(statement: Statement) -> None:
    """Check what the grammar of single fields cannot say.

    Raises:
        ProofProblem: The statement contradicts itself, and where.
    """
    public_of(statement.creator)
    _check_order(statement)
    if (statement.act == "declare") == bool(statement.supersedes):
        raise ProofProblem("a change or withdrawal names the record it is about, a first declaration names none")
    if statement.supersedes == statement.record:
        raise ProofProblem("the statement supersedes itself")
    if statement.supersedes:
        decode(msgspec.json.encode(statement.supersedes), Urn, "record to supersede")
    if statement.on_behalf_of:
        decode(msgspec.json.encode(statement.on_behalf_of), Did, "person to act for")
    _check_claim(statement)
    if statement.act == "withdraw":
        if statement.choice is not None or statement.fingerprints:
            raise ProofProblem("a withdrawal states no choice and no fingerprints")
    elif statement.choice is None or "sha256" not in statement.values:
        raise ProofProblem("the statement lacks a choice or the SHA-256 of the file")


def is_offer(address: str) -> bool:
    """Whether something can stand as the address of a licence offer; a mail address is personal and cannot."""
    return len(address) <= INLINE_CHARACTERS and _WEB.fullmatch(address) is not None


def _check_claim(statement: Statement) -> None:
    if statement.right:
        decode(msgspec.json.encode(statement.right), Name, "right")
    if statement.offer and (statement.choice is not Choice.ASK or not is_offer(statement.offer)):
        raise ProofProblem("a licence is offered at a web address, and with the choice to be asked")
    for each in statement.identifiers:
        if not sound(each):
            raise ProofProblem(f"{each.value} is no {each.kind.upper()}: a digit or letter is wrong")


def _check_order(statement: Statement) -> None:
    names = [each.name for each in statement.fingerprints]
    if names != sorted(set(names)):
        raise ProofProblem("the fingerprints are not sorted by name, or one stands twice")
    if list(statement.identifiers) != sorted(set(statement.identifiers)):
        raise ProofProblem("the identifiers are not sorted, or one stands twice")
