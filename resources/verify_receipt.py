"""Check a proof file of ArtistGuard without ArtistGuard.

Usage: python verify_receipt.py KEY PROOF.json [FILE ...]

KEY is the registry's public key (name+identifier+key), or a file that holds it, got earlier and not from the proof.
For each statement it says whether its creator signed it and whether it stands in that registry's log; for each FILE,
whether a statement that holds is about it. Exit status: 0 all of it holds, 1 something does not, 2 it cannot be read.
Needs Python 3.9 and the package cryptography, for Ed25519.

Source: RFC 8785, RFC 9162 (2.1.3.2), did:key, and of C2SP: signed-note, tlog-checkpoint, tlog-proof.
"""

from __future__ import annotations

import base64
import hashlib
import json
import sys
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def require(holds: object, reason: str) -> None:
    """Go no further unless something holds."""
    if not holds:
        raise ValueError(reason)


def canonical(value: object) -> bytes:
    """The bytes that are signed."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def leaf(entry: bytes) -> bytes:
    """The hash of an entry."""
    return hashlib.sha256(b"\0" + entry).digest()


def climb(node: bytes, index: int, size: int, path: list[str]) -> bytes:
    """The root that an inclusion proof leads to."""
    require(0 <= index < size, "there is no such place")
    last = size - 1
    for text in path:
        step = base64.b64decode(text, validate=True)
        require(last and len(step) == 32, "the path is too long")
        if index & 1 or index == last:
            node = hashlib.sha256(b"\1" + step + node).digest()
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            node = hashlib.sha256(b"\1" + node + step).digest()
        index, last = index >> 1, last >> 1
    require(last == 0, "the path is too short")
    return node


def check_statement(found: dict) -> None:
    """Whether the creator signed it, alone or in a batch."""
    statement, batch = found["statement"], found.get("batch")
    did = statement["by"] if statement["type"] == "artistguard-key-v1" else statement["creator"]
    require(did.startswith("did:key:z"), "the creator has no did:key")
    number = sum(BASE58.index(letter) * 58**place for place, letter in enumerate(reversed(did[9:])))
    raw = number.to_bytes(34, "big")
    require(raw[:2] == b"\xed\x01", "the creator has no Ed25519 key")
    message = statement["type"].encode() + b"\0" + canonical(statement)
    if batch:
        root = climb(leaf(canonical(statement)), batch["index"], batch["size"], batch["path"])
        message = b"artistguard-batch-v1\0" + batch["size"].to_bytes(8, "big") + root
    Ed25519PublicKey.from_public_bytes(raw[2:]).verify(base64.b64decode(found["signature"]), message)


def check_receipt(proof: str, entry: bytes, name: str, public: bytes) -> str:
    """Whether the entry stands in the log of that key."""
    above, _, note = proof.partition("\n\n")
    header, index, *path = above.split("\n")
    require(header == "c2sp.org/tlog-proof@v1" and index.startswith("index "), "this is no proof")
    text, _, lines = note.rpartition("\n\n")
    origin, size, root = text.split("\n")[:3]
    hint = hashlib.sha256(name.encode() + b"\n\x01" + public).digest()[:4]
    rows = [row.split(" ") for row in lines.splitlines()]
    ours = [base64.b64decode(row[2]) for row in rows if row[:2] == ["\u2014", name]]
    ours = [raw[4:] for raw in ours if raw[:4] == hint]
    require(origin == name and ours, f"the log is not signed with the key of {name}")
    for signature in ours:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, text.encode() + b"\n")
    reached = climb(leaf(entry), int(index[6:]), int(size), path)
    require(reached == base64.b64decode(root), "the entry is not in this log")
    return f"entry {index[6:]} of {origin}, which had {size} entries"


def check_proven(each: dict, name: str, public: bytes) -> str:
    """Statement and receipt together."""
    found = {part: value for part, value in each["signed"].items() if part != "enclosures"}
    check_statement(found)
    receipts = [receipt["proof"] for receipt in each["receipts"] if receipt["origin"] == name]
    require(receipts, f"there is no receipt of {name}")
    return check_receipt(receipts[0], canonical(found), name, public)


def main(key: str, proof: str, *files: str) -> int:
    """Check everything and say so."""
    text = key if "+" in key else Path(key).read_text(encoding="utf-8")
    name, _, encoded = text.strip().split("+", 2)
    public, digests, bad = base64.b64decode(encoded)[1:], set(), 0
    for each in json.loads(Path(proof).read_bytes())["proven"]:
        try:
            print("holds:", each["signed"]["statement"].get("record", "key"), check_proven(each, name, public))
            digests |= {
                f["value"] for f in each["signed"]["statement"].get("fingerprints", []) if f["name"] == "sha256"
            }
        except (ValueError, KeyError, TypeError, IndexError, OverflowError, InvalidSignature) as problem:
            print("DOES NOT HOLD:", str(problem) or "a signature does not fit")
            bad += 1
    for file in files:
        proven = hashlib.sha256(Path(file).read_bytes()).hexdigest() in digests
        print("proven:" if proven else "NOT PROVEN:", file)
        bad += not proven
    return 1 if bad else 0


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except (OSError, ValueError, KeyError, TypeError) as problem:
        print("cannot be read:", problem, file=sys.stderr)
        sys.exit(2)
