"""From a declaration and fingerprints to a statement that waits for its signature."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from artistguard.claims import locations
from artistguard.claims.canonical import canonical, digest
from artistguard.claims.countries import COUNTRY
from artistguard.claims.enclosure import CODES, PARTICULARS, Enclosure, particulars
from artistguard.claims.forms import Fingerprint, Statement, check_rules, is_offer
from artistguard.claims.grammar import INLINE_CHARACTERS, SEED_BYTES
from artistguard.errors import ProofProblem, UsageProblem
from artistguard.terms import Choice, Right
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from artistguard.claims.identifiers import Identifier
    from artistguard.claims.rotation import KeyStatement
    from artistguard.terms import Declaration


_USUAL_RIGHT = {Medium.IMAGE: Right.ARTWORK, Medium.AUDIO: Right.RECORDING, Medium.TEXT: Right.TEXT}
"""What a file of a medium is in any case, where its creator says nothing more exact."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement that waits for its signature.

    Attributes:
        statement: What will be signed.
        enclosures: What will be delivered with it.
    """

    statement: Statement | KeyStatement
    enclosures: tuple[Enclosure, ...] = ()


def record_urn(seed: bytes) -> str:
    """The URN of the statement that will be drafted from a seed, known before anything is written.

    Args:
        seed: 32 random bytes, kept secret until the statement is signed and used for one statement only.
    """
    return _urn(seed, b"record")


def work_urn(seed: bytes) -> str:
    """A URN for a new work, from 32 random bytes of its own."""
    return _urn(seed, b"work")


def draft(  # noqa: PLR0913 - a statement has this many parts, and each is named by the caller
    *,
    seed: bytes,
    creator: str,
    work: str,
    made: str,
    declaration: Declaration,
    fingerprints: Mapping[str, str],
    distinctive: bool,
    medium: Medium | None = None,
    supersedes: str = "",
    on_behalf_of: str = "",
    identifiers: Iterable[Identifier] = (),
    country: str = "",
) -> Draft:
    """Draft a declaration, or a change where it supersedes an earlier record.

    Args:
        seed: 32 random bytes; the record's URN, the nonce and the salts come from it.
        creator: did:key of the key that will sign.
        work: URN of the work.
        made: Now by the creator's clock, ``2026-11-22T01:02:03Z``.
        declaration: The terms; her name is left out, her addresses go into an enclosure.
        fingerprints: Name to value; must hold ``sha256`` of the final file. Long ones go into an enclosure.
        distinctive: Whether likeness may ever count.
        medium: Of the work.
        supersedes: URN of the record that this one replaces.
        on_behalf_of: DID of the person for whom the key acts.
        identifiers: Standard numbers of the work.
        country: Where its creator says she is, ISO 3166-1 alpha-2; empty where she says nothing.

    Raises:
        UsageProblem: A part is not of the statement's grammar.
    """
    _check_seed(seed)
    enclosures = _enclose(seed, declaration, fingerprints)
    statement = Statement(
        act="change" if supersedes else "declare",
        record=record_urn(seed),
        work=work,
        creator=creator,
        nonce=_derive(seed, b"nonce")[:16].hex(),
        made=made,
        medium=medium,
        choice=declaration.choice,
        origin=declaration.origin,
        fingerprints=_inline(fingerprints),
        distinctive=distinctive,
        supersedes=supersedes,
        on_behalf_of=on_behalf_of,
        enclosures={each.kind: digest(each) for each in enclosures},
        offer=_offer(declaration),
        right=_right(declaration, medium),
        identifiers=tuple(sorted(set(identifiers))),
        extensions=_extensions(declaration, country),
    )
    return _valid(Draft(statement, enclosures))


def draft_withdrawal(*, seed: bytes, creator: str, work: str, supersedes: str, made: str) -> Draft:
    """Draft the withdrawal of one record; the log keeps both.

    Args:
        seed: 32 random bytes.
        creator: did:key of the key that will sign, that of the record or its successor.
        work: URN of the work.
        supersedes: URN of the record that is taken back.
        made: Now by the creator's clock.

    Raises:
        UsageProblem: A part is not of the statement's grammar.
    """
    _check_seed(seed)
    statement = Statement(
        act="withdraw",
        record=record_urn(seed),
        work=work,
        creator=creator,
        nonce=_derive(seed, b"nonce")[:16].hex(),
        made=made,
        supersedes=supersedes,
    )
    return _valid(Draft(statement))


def _offer(declaration: Declaration) -> str:
    """The licence page of somebody who wants to be asked."""
    return declaration.licence if declaration.choice is Choice.ASK and is_offer(declaration.licence) else ""


def _right(declaration: Declaration, medium: Medium | None) -> str:
    return str(declaration.right or (_USUAL_RIGHT[medium] if medium else ""))


def _extensions(declaration: Declaration, country: str) -> dict[str, str]:
    """Where the work is shown, as far as that is a web address, and the country that its creator names."""
    said = {locations.LOCATION: locations.digest_of(declaration.location), COUNTRY: country}
    return {name: value for name, value in said.items() if value}


def _check_seed(seed: bytes) -> None:
    if len(seed) != SEED_BYTES:
        raise UsageProblem(f"a statement is drawn from {SEED_BYTES} random bytes, not {len(seed)}")


def _valid(draft: Draft) -> Draft:
    """Drafted values must pass the grammar that every reader applies."""
    try:
        check_rules(msgspec.json.decode(canonical(draft.statement), type=Statement))
        for each in draft.enclosures:
            msgspec.json.decode(canonical(each), type=Enclosure)
    except (msgspec.DecodeError, ProofProblem) as problem:
        raise UsageProblem(f"this cannot be stated: {problem}") from problem
    return draft


def _inline(fingerprints: Mapping[str, str]) -> tuple[Fingerprint, ...]:
    return tuple(
        Fingerprint(name, value) for name, value in sorted(fingerprints.items()) if len(value) <= INLINE_CHARACTERS
    )


def _enclose(seed: bytes, declaration: Declaration, fingerprints: Mapping[str, str]) -> tuple[Enclosure, ...]:
    long = {name: value for name, value in fingerprints.items() if len(value) > INLINE_CHARACTERS}
    contents = {CODES: long, PARTICULARS: dict(particulars(declaration))}
    return tuple(
        Enclosure(kind, _derive(seed, b"salt " + kind.encode())[:16].hex(), content)
        for kind, content in contents.items()
        if content
    )


def _urn(seed: bytes, kind: bytes) -> str:
    return uuid.UUID(bytes=_derive(seed, kind)[:16], version=4).urn


def _derive(seed: bytes, purpose: bytes) -> bytes:
    """Independent values from one seed: whoever sees one of them learns nothing about the others."""
    return hashlib.sha256(b"artistguard-seed-v1\0" + purpose + b"\0" + seed).digest()
