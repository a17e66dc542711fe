"""What is signed, delivered, logged and proved, byte for byte: another program must come to the same."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from artistguard.claims.canonical import canonical, digest
from artistguard.claims.drafting import Draft, draft, draft_withdrawal, record_urn, work_urn
from artistguard.claims.enclosure import Enclosure
from artistguard.claims.envelope import seal
from artistguard.claims.identifiers import Identifier
from artistguard.claims.keys import PrivateKey, on_paper
from artistguard.claims.rotation import rotation
from artistguard.claims.signing import sign, sign_batch, signed_bytes
from artistguard.claims.statement import SignedStatement, entry
from artistguard.messages import Card, Growth
from artistguard.terms import Choice, Declaration, Origin
from artistguard.transparency.checkpoint import Checkpoint, Note, NoteKey, encode64
from artistguard.transparency.checkpoint import sign as sign_note
from artistguard.transparency.cosignature import WitnessKey, cosign
from artistguard.transparency.merkle import Leaves, Proofs, leaf_hash
from artistguard.transparency.proof import Proof
from artistguard.transparency.receipt import Receipt
from artistguard.transparency.request import CosignRequest
from artistguard.transparency.signature import SeedSigner
from artistguard.transparency.tiles import bundle
from artistguard.works import Medium

CREATOR, NEXT = PrivateKey(bytes(range(32))), PrivateKey(bytes(range(32, 64)))
LOG = SeedSigner(bytes(range(64, 96)))
ORIGIN = "registry.example/log"
MADE = "2026-11-22T12:00:00Z"
MOMENT = 1_795_348_800
"""The same in seconds since 1970."""
EARLIER = 2
"""Size of the log at an earlier visit."""
WITNESSES = {
    "alice.example/witness": SeedSigner(bytes(range(128, 160))),
    "bob.example/witness": SeedSigner(bytes(range(160, 192))),
}

_TOO_LATE = '{"signature":"' + "A" * 86 + '==","statement":{"about":"a record","type":"artistguard-dispute-v1"}}'
"""A type of a later version: refused, since its rules are not known."""


def build() -> dict[str, Any]:
    """Keys, statements, a delivery, and a log of them with every proof."""
    statements = _statements()
    log = _log([entry(signed) for signed in statements.values()])
    return {
        "keys": {"seed": bytes(range(32)).hex(), "did": CREATOR.did, "paper": on_paper(bytes(range(32)))},
        "log key": str(NoteKey(ORIGIN, LOG.public)),
        "record": record_urn(b"\x01" * 32),
        "work": work_urn(b"\x02" * 32),
        "statements": {name: _shown(signed) for name, signed in statements.items()},
        "later": {name: _shown(signed) for name, signed in _later().items()},
        "too late": '{"signature":"'
        + "A" * 86
        + '==","statement":{"type":"artistguard-dispute-v1","about":"a record"}}',
        "delivery": _text(seal(list(statements.values()), CREATOR, origin=ORIGIN, time=MADE, nonce=bytes(16))),
        "log": log,
        "witnessed": _witnessed(log),
    }


def _statements() -> dict[str, SignedStatement]:
    first = _draft(1, Choice.SEARCH_ONLY)
    change = _draft(2, Choice.ASK, supersedes=record_urn(b"\x01" * 32))
    withdrawal = draft_withdrawal(
        seed=b"\x04" * 32,
        creator=CREATOR.did,
        work=work_urn(b"\x02" * 32),
        supersedes=record_urn(b"\x02" * 32),
        made=MADE,
    )
    handed = rotation(seed=b"\x05" * 32, key=CREATOR.did, by=CREATOR, successor=NEXT, made=MADE)
    batch = sign_batch([_draft(6, Choice.NOTHING), _draft(7, Choice.NOTHING), _draft(8, Choice.NOTHING)], CREATOR)
    return {
        "declaration": sign(first, CREATOR),
        "change": sign(change, CREATOR),
        "withdrawal": sign(withdrawal, CREATOR),
        "second of a batch of three": batch[1],
        "third of a batch of three": batch[2],
        "rotation": sign(Draft(handed), CREATOR),
    }


def _later() -> dict[str, SignedStatement]:
    """What later versions may say in the places that there are for it; readers of this version keep it."""
    extended = msgspec.structs.replace(
        _draft(9, Choice.NOTHING).statement,
        extensions={"contributors": "sha256:" + "c" * 64, "countersigned": "did:key:z6Mk"},
        right="choreography",
        identifiers=(Identifier("eidr", "10.5240/7791-8534"), Identifier("isrc", "DEA452600001")),
        mandate="urn:uuid:00000000-0000-4000-8000-000000000001",
        on_behalf_of=NEXT.did,
    )
    sealed = Enclosure("sealed", "0" * 32, {"terms": "opened later"})
    hidden = msgspec.structs.replace(_draft(10, Choice.ASK).statement, enclosures={"sealed": digest(sealed)})
    return {
        "contributors, countersignature, mandate, other right and number": sign(Draft(extended), CREATOR),
        "sealed claim, opened": sign(Draft(hidden, (sealed,)), CREATOR),
        "sealed claim, still closed": sign(Draft(hidden), CREATOR),
    }


def _draft(number: int, choice: Choice, supersedes: str = "") -> Draft:
    return draft(
        seed=bytes([number]) * 32,
        creator=CREATOR.did,
        work=work_urn(b"\x02" * 32),
        made=MADE,
        declaration=Declaration(choice, "Zoë Ünal", "mailto:zoe@artist.example", origin=Origin.HUMAN_MADE),
        fingerprints={"sha256": f"{number:064x}", "iscc": "ISCC:EAAZKKSVFJKSWVR7", "chromaprint_v1": "A" * 600},
        distinctive=True,
        medium=Medium.AUDIO,
        supersedes=supersedes,
    )


def _shown(signed: SignedStatement) -> dict[str, str]:
    return {
        "travels": _text(signed),
        "entry": entry(signed).decode(),
        "signed bytes": signed_bytes(signed).hex(),
        "leaf": leaf_hash(entry(signed)).hex(),
    }


def _log(entries: list[bytes]) -> dict[str, Any]:
    leaves = Leaves([leaf_hash(content) for content in entries])
    sizes = range(len(entries) + 1)
    notes = {size: sign_note(Checkpoint(ORIGIN, size, Proofs(leaves, size).root()), LOG) for size in sizes}
    last = Proofs(leaves, len(entries))
    return {
        "checkpoints": notes,
        "growth": {size: [step.hex() for step in last.consistency(size)] for size in sizes},
        "proofs": [str(Proof(at, last.inclusion(at), notes[len(entries)])) for at in range(len(entries))],
        "receipt": _text(
            Receipt(ORIGIN, 0, leaves.node(0, 0).hex(), str(Proof(0, last.inclusion(0), notes[len(entries)])), MADE)
        ),
        "entry bundle": bundle(entries).hex(),
    }


def _witnessed(log: dict[str, Any]) -> dict[str, Any]:
    """The newest state with the words of two witnesses, what a witness is asked, and the card that names them."""
    size = max(log["checkpoints"])
    note, keys = log["checkpoints"][size], [WitnessKey(name, signer.public) for name, signer in WITNESSES.items()]
    path = tuple(bytes.fromhex(step) for step in log["growth"][EARLIER])
    said = [str(cosign(Note.parse(note).text, key, WITNESSES[key.name], MOMENT)) for key in keys]
    of_before = cosign(Note.parse(log["checkpoints"][EARLIER]).text, keys[0], WITNESSES[keys[0].name], MOMENT)
    log_key = str(NoteKey(ORIGIN, LOG.public))
    return {
        "witness keys": list(map(str, keys)),
        "time": MOMENT,
        "checkpoint": note + "".join(said),
        "by one": note + said[1],
        "taken from another state": note + str(of_before),
        "request": str(CosignRequest(EARLIER, path, note)),
        "growth": _text(Growth(EARLIER, size, tuple(map(encode64, path)))),
        "card": _text(Card("https://registry.example", ORIGIN, log_key, tuple(map(str, keys)), len(keys))),
        "refused cards": {
            "more voices than witnesses": _text(Card("-", ORIGIN, log_key, (str(keys[0]),), 2)),
            "one witness twice": _text(Card("-", ORIGIN, log_key, (str(keys[0]), str(keys[0])), 1)),
            "the log as its own witness": _text(Card("-", ORIGIN, log_key, (str(WitnessKey(ORIGIN, LOG.public)),), 1)),
            "a key of another log": _text(Card("-", "other.example/log", log_key)),
            "the key of a log as a witness": _text(Card("-", ORIGIN, log_key, (log_key,), 1)),
        },
    }


def _text(value: object) -> str:
    text = canonical(value).decode()
    assert json.loads(text)
    return text
