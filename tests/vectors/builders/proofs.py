"""Whole proof files, some of which hold, and what stands in files: for readers in other languages."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from artistguard.claims.bundle import Bundle, Proven, closed, stamped_bytes
from artistguard.claims.canonical import canonical
from artistguard.claims.enclosure import Enclosure
from artistguard.claims.statement import SignedStatement, Statement, entry
from artistguard.packets import xmp
from artistguard.terms import Choice, Declaration, Inscription, Origin
from artistguard.transparency.checkpoint import Checkpoint, NoteKey, sign
from artistguard.transparency.merkle import Leaves, Proofs, leaf_hash
from artistguard.transparency.proof import Proof
from artistguard.transparency.receipt import Receipt
from artistguard.transparency.signature import SeedSigner
from artistguard.vocabularies import own

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType


def build() -> dict[str, Any]:
    """Proofs with the verdict that every reader must come to, and statements in files."""
    registry = _beside("registry")
    whole = _bundle(registry)
    return {
        "key": str(NoteKey(registry.ORIGIN, registry.LOG.public)),
        "other key": str(NoteKey(registry.ORIGIN, SeedSigner(bytes(range(96, 128))).public)),
        "holds": {
            "proof": canonical(closed(whole)).decode(),
            "stamped": hashlib.sha256(stamped_bytes(whole)).hexdigest(),
            "records": [getattr(each.signed.statement, "record", "") for each in whole.proven],
        },
        "refused": {name: canonical(change(whole)).decode() for name, change in _CHANGES.items()},
        "files": {choice.value: _inside(choice) for choice in Choice},
    }


def _beside(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"builders_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _bundle(registry: ModuleType) -> Bundle:
    statements: list[SignedStatement] = list(registry._statements().values())
    leaves = Leaves([leaf_hash(entry(each)) for each in statements])
    proofs = Proofs(leaves, len(statements))
    note = sign(Checkpoint(registry.ORIGIN, len(statements), proofs.root()), registry.LOG)
    proven = tuple(
        Proven(
            each,
            (
                Receipt(
                    registry.ORIGIN,
                    at,
                    leaves.node(0, at).hex(),
                    str(Proof(at, proofs.inclusion(at), note)),
                    registry.MADE,
                ),
            ),
        )
        for at, each in enumerate(statements)
    )
    return Bundle(proven, (str(NoteKey(registry.ORIGIN, registry.LOG.public)),))


def _first(change: Callable[[Proven], Proven]) -> Callable[[Bundle], Bundle]:
    """A forgery of the first statement under a fresh digest."""
    return lambda whole: closed(msgspec.structs.replace(whole, proven=(change(whole.proven[0]), *whole.proven[1:])))


def _statement(**values: Any) -> Callable[[Proven], Proven]:
    def change(each: Proven) -> Proven:
        assert isinstance(each.signed.statement, Statement)
        statement = msgspec.structs.replace(each.signed.statement, **values)
        return msgspec.structs.replace(each, signed=msgspec.structs.replace(each.signed, statement=statement))

    return change


def _receipt(**values: Any) -> Callable[[Proven], Proven]:
    return lambda each: msgspec.structs.replace(each, receipts=(msgspec.structs.replace(each.receipts[0], **values),))


def _enclosed(each: Proven) -> Proven:
    forged = tuple(Enclosure(one.kind, "0" * 32, one.content) for one in each.signed.enclosures)
    assert forged
    return msgspec.structs.replace(each, signed=msgspec.structs.replace(each.signed, enclosures=forged))


def _reproved(old: str, new: str) -> Callable[[Proven], Proven]:
    return lambda each: _receipt(proof=each.receipts[0].proof.replace(old, new))(each)


_CHANGES: dict[str, Callable[[Bundle], Bundle]] = {
    "another choice": _first(_statement(choice=Choice.ALLOW)),
    "another date": _first(_statement(made="2020-01-01T00:00:00Z")),
    "other enclosures": _first(_enclosed),
    "another place in the receipt": _first(_receipt(index=3)),
    "another place in the proof": _first(_reproved("index 0", "index 1")),
    "another size of the log": _first(_reproved("\n6\n", "\n7\n")),
    "another leaf": _first(_receipt(leaf="0" * 64)),
    "a date of receipt, edited carelessly": lambda whole: msgspec.structs.replace(
        _first(_receipt(received="2019-01-01T00:00:00Z"))(whole), digest=closed(whole).digest
    ),
}


def _inside(choice: Choice) -> dict[str, Any]:
    """What our own words in a file look like, and what a reader finds."""
    inscription = Inscription(
        Declaration(choice, origin=Origin.HUMAN_MADE),
        "urn:uuid:6f1f9f9e-4c8e-4d53-9a2b-0f5c8a7d1e01",
        "urn:uuid:0b7d3c62-1f52-4f0e-8a57-6f6f2f0f9b02",
        "https://registry.example/works/a?b=1&c=<2>",
        {"iscc": "ISCC:EAAZKKSVFJKSWVR7", "phash64_v1": "d0c1b2a3948576e7"},
    )
    return {
        "xmp": xmp.merge(None, own.properties(inscription)).decode(),
        "tags": [[tag.key, tag.value] for tag in own.tags(inscription)],
        "says": {
            "choice": choice.value,
            "origin": "human-made",
            "record": inscription.record,
            "work": inscription.work,
            "address": inscription.address,
            "fingerprints": dict(inscription.fingerprints),
        },
    }
