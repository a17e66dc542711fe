"""The proof that a creator hands to others: statements with receipts, checkable offline with a key obtained earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from msgspec import Meta

from artistguard.claims.canonical import canonical, decode, digest
from artistguard.claims.forms import SignedStatement, Statement, entry
from artistguard.claims.grammar import Hex256
from artistguard.claims.signing import verify
from artistguard.errors import ProofProblem
from artistguard.transparency.receipt import Receipt, check

if TYPE_CHECKING:
    from artistguard.transparency.checkpoint import Checkpoint, NoteKey


class Proven(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One statement and the receipts that registries gave for it.

    Attributes:
        signed: The statement.
        receipts: One for each registry.
    """

    signed: SignedStatement
    receipts: Annotated[tuple[Receipt, ...], Meta(min_length=1, max_length=16)]


class Stamp(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A time stamp over a proof file.

    Attributes:
        authority: Web address that gave it.
        response: Its answer (RFC 3161, DER), base64.
    """

    authority: Annotated[str, Meta(max_length=2048)]
    response: Annotated[str, Meta(max_length=131_072)]


class Bundle(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag_field="type",
    tag="artistguard-proof-v1",
):
    """A proof file.

    Attributes:
        proven: Statements in any order.
        keys: Public keys of the registries in text form, as the maker of the file knows them: a hint, never trusted.
        witnesses: Public keys of witnesses likewise.
        stamps: Time stamps over all but themselves and the digest.
        digest: SHA-256 over all but itself; it finds accidents and careless edits, the signatures find the rest.
    """

    proven: Annotated[tuple[Proven, ...], Meta(min_length=1, max_length=10_000)]
    keys: Annotated[tuple[Annotated[str, Meta(max_length=2048)], ...], Meta(max_length=16)] = ()
    witnesses: Annotated[tuple[Annotated[str, Meta(max_length=2048)], ...], Meta(max_length=64)] = ()
    stamps: Annotated[tuple[Stamp, ...], Meta(max_length=8)] = ()
    digest: Hex256 | Literal[""] = ""


class _Typed(msgspec.Struct, frozen=True):
    """What says of itself what it is; the decoder takes a tag that is missing for the right one."""

    type: str


def stamped_bytes(bundle: Bundle) -> bytes:
    """What a time stamp is over."""
    return canonical(msgspec.structs.replace(bundle, stamps=(), digest=""))


def closed(bundle: Bundle) -> Bundle:
    """The same with its digest, ready to be handed out."""
    return msgspec.structs.replace(bundle, digest=digest(msgspec.structs.replace(bundle, digest="")))


def check_whole(bundle: Bundle) -> None:
    """Check that a proof file is as it was made.

    Raises:
        ProofProblem: Something in it was changed, or its digest is missing.
    """
    if bundle != closed(bundle):
        raise ProofProblem("the proof file was changed after it was made: its digest does not fit")


def parse_bundle(content: bytes) -> Bundle:
    """Read a proof file; nothing in it is believed yet.

    Raises:
        ProofProblem: It is not one.
    """
    decode(content, _Typed, "proof file")
    return decode(content, Bundle, "proof file")


def check_proven(proven: Proven, key: NoteKey) -> tuple[Receipt, Checkpoint]:
    """Check one statement and its receipt from the registry of a key.

    Args:
        proven: Out of a bundle.
        key: Obtained earlier, not from the bundle.

    Returns:
        The receipt that holds, and the checkpoint that covers it.

    Raises:
        ProofProblem: The statement or the receipt does not hold, or no receipt is from that registry.
    """
    verify(proven.signed)
    mine = [receipt for receipt in proven.receipts if receipt.origin == key.name]
    if not mine:
        raise ProofProblem(f"there is no receipt of {key.name}, only of {', '.join(r.origin for r in proven.receipts)}")
    return mine[0], check(mine[0], entry(proven.signed), key)


def speaks_of(signed: SignedStatement, sha256: str) -> bool:
    """Whether a statement is about the file with this SHA-256."""
    statement = signed.statement
    return isinstance(statement, Statement) and statement.values.get("sha256") == sha256
