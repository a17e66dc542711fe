"""Check a consent registry's whole log without ArtistGuard.

Usage: python verify_log.py KEY LOG [--witness KEY ...] [--quorum N] [--before CHECKPOINT]

KEY is the public key of the log (name+identifier+key), got earlier and not from the log itself; LOG is the published
folder or its address (https://registry.example/log). It checks the checkpoint's signature, every entry and its
creator's signature, every published hash, that all of it leads to the signed root, how many of the witnesses stand up
for it, and that it begins with an earlier checkpoint. Exit status: 0 all of it holds, 1 something does not, 2 it cannot
be read. Needs Python 3.9 and the package cryptography, for Ed25519.

Source: RFC 6962 (2.1), RFC 8785, did:key, and of C2SP: signed-note, tlog-checkpoint, tlog-tiles, tlog-cosignature.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

if TYPE_CHECKING:
    from collections.abc import Iterator

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
WIDTH = 256
LONGEST = WIDTH * 65537


def require(holds: object, reason: str) -> None:
    """Go no further unless something holds."""
    if not holds:
        raise ValueError(reason)


def sha(*parts: bytes) -> bytes:
    """SHA-256 over some bytes, one after another."""
    return hashlib.sha256(b"".join(parts)).digest()


def root(hashes: list[bytes]) -> bytes:
    """The root of a tree, by its definition."""
    if not hashes:
        return sha()
    while len(hashes) > 1:
        pairs = [sha(b"\1", hashes[i], hashes[i + 1]) for i in range(0, len(hashes) - 1, 2)]
        hashes = pairs + hashes[len(pairs) * 2 :]
    return hashes[0]


def fetch(log: str, path: str) -> bytes:
    """A file of the log; a full tile stands for a partial one that is gone."""
    try:
        if log.startswith(("https://", "http://")):
            with urllib.request.urlopen(f"{log.rstrip('/')}/{path}", timeout=60) as answer:  # noqa: S310 - checked above
                content = answer.read(LONGEST + 1)
        else:
            content = (Path(log) / path).read_bytes()
    except (FileNotFoundError, urllib.error.HTTPError):
        if ".p/" not in path:
            raise
        return fetch(log, path.partition(".p/")[0])
    require(len(content) <= LONGEST, f"{path} is too long")
    return content


def place(kind: str, number: int, width: int) -> str:
    """Where a tile or bundle is published."""
    digits = f"{number:03d}"
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    parts = [digits[i : i + 3] for i in range(0, len(digits), 3)]
    path = "/".join([f"x{part}" for part in parts[:-1]] + parts[-1:])
    return f"tile/{kind}/{path}" + ("" if width == WIDTH else f".p/{width}")


def tiles(size: int) -> Iterator[tuple[int, int]]:
    """Number and width of every tile of a level with so many hashes."""
    for number in range(-(-size // WIDTH)):
        yield number, min(WIDTH, size - number * WIDTH)


def unbundle(content: bytes, width: int) -> list[bytes]:
    """The first entries of a bundle."""
    found, at = [], 0
    while len(found) < width:
        require(at + 2 <= len(content), "a bundle of entries breaks off")
        end = at + 2 + int.from_bytes(content[at : at + 2], "big")
        require(end <= len(content), "a bundle of entries breaks off")
        found.append(content[at + 2 : end])
        at = end
    return found


def public_key(text: str, kind: int) -> tuple[str, bytes, bytes]:
    """Name, identifier and key out of name+identifier+key."""
    name, identifier, encoded = text.strip().split("+", 2)
    raw = base64.b64decode(encoded, validate=True)
    require(raw[:1] == bytes([kind]) and len(raw) == 33, f"{name}: this is not a key of the right kind")
    hint = sha(name.encode(), b"\n", raw)[:4]
    require(hint.hex() == identifier, f"{name}: the key was mistyped")
    return name, hint, raw[1:]


def signatures(note: str, name: str, hint: bytes) -> Iterator[bytes]:
    """What claims to be signed by one key."""
    for row in note.rpartition("\n\n")[2].splitlines():
        dash, signer, encoded = row.split(" ")
        raw = base64.b64decode(encoded, validate=True)
        if (dash, signer, raw[:4]) == ("\u2014", name, hint):
            yield raw[4:]


def open_checkpoint(note: str, key: str) -> tuple[int, bytes]:
    """Size and root that a log signed."""
    name, hint, public = public_key(key, 1)
    text = note.rpartition("\n\n")[0] + "\n"
    mine = list(signatures(note, name, hint))
    require(mine and text.split("\n")[0] == name, f"the checkpoint is not signed by {name}")
    for signature in mine:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, text.encode())
    return int(text.split("\n")[1]), base64.b64decode(text.split("\n")[2], validate=True)


def cosigned(note: str, witness: str) -> bool:
    """Whether a witness stands up for a checkpoint."""
    name, hint, public = public_key(witness, 4)
    text = note.rpartition("\n\n")[0] + "\n"
    mine = list(signatures(note, name, hint))
    for signature in mine:
        message = f"cosignature/v1\ntime {int.from_bytes(signature[:8], 'big')}\n{text}"
        Ed25519PublicKey.from_public_bytes(public).verify(signature[8:], message.encode())
    return bool(mine)


def check_entry(content: bytes) -> None:
    """Whether an entry is in its one spelling and signed by its creator."""
    found = json.loads(content)
    require(canonical(found) == content, "it is spelled in another way than it was signed")
    statement, batch = found["statement"], found.get("batch")
    message = statement["type"].encode() + b"\0" + canonical(statement)
    if batch:
        require(0 <= batch["index"] < batch["size"], "there is no such place in the batch")
        node = climb(sha(b"\0", canonical(statement)), batch["index"], batch["size"], batch["path"])
        message = b"artistguard-batch-v1\0" + batch["size"].to_bytes(8, "big") + node
    did = statement["by"] if statement["type"] == "artistguard-key-v1" else statement["creator"]
    require(did.startswith("did:key:z"), "its creator has no did:key")
    number = sum(BASE58.index(letter) * 58**at for at, letter in enumerate(reversed(did[9:])))
    raw = number.to_bytes(34, "big")
    require(raw[:2] == b"\xed\x01", "its creator has no Ed25519 key")
    Ed25519PublicKey.from_public_bytes(raw[2:]).verify(base64.b64decode(found["signature"]), message)


def climb(node: bytes, index: int, size: int, path: list[str]) -> bytes:
    """The root that an inclusion proof leads to (RFC 9162, 2.1.3.2)."""
    last = size - 1
    for text in path:
        step = base64.b64decode(text, validate=True)
        require(last and len(step) == 32, "its path is too long")
        if index & 1 or index == last:
            node = sha(b"\1", step, node)
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            node = sha(b"\1", node, step)
        index, last = index >> 1, last >> 1
    require(last == 0, "its path is too short")
    return node


def canonical(value: object) -> bytes:
    """The bytes that are signed."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def read_leaves(log: str, size: int) -> list[bytes]:
    """The hash of every entry, each entry checked."""
    leaves: list[bytes] = []
    for number, width in tiles(size):
        for content in unbundle(fetch(log, place("entries", number, width)), width):
            try:
                check_entry(content)
            except (ValueError, KeyError, TypeError, OverflowError, RecursionError, InvalidSignature) as problem:
                raise ValueError(f"entry {len(leaves)}: {str(problem) or 'its signature does not fit'}") from problem
            leaves.append(sha(b"\0", content))
    return leaves


def check_tiles(log: str, leaves: list[bytes]) -> int:
    """Every published hash is the one that follows from the entries; how many tiles there are."""
    level, hashes, count = 0, leaves, 0
    while hashes:
        for number, width in tiles(len(hashes)):
            expected = hashes[number * WIDTH : number * WIDTH + width]
            path = place(str(level), number, width)
            require(fetch(log, path)[: width * 32] == b"".join(expected), f"{path} does not follow from the entries")
            count += 1
        hashes = [root(hashes[at : at + WIDTH]) for at in range(0, len(hashes) - WIDTH + 1, WIDTH)]
        level += 1
    return count


def main(asked: argparse.Namespace) -> None:
    """Check everything and say so."""
    note = fetch(asked.log, "checkpoint").decode()
    size, signed = open_checkpoint(note, asked.key)
    leaves = read_leaves(asked.log, size)
    require(root(leaves) == signed, "the entries are not those that were signed")
    count = check_tiles(asked.log, leaves)
    if asked.before:
        earlier, before = open_checkpoint(Path(asked.before).read_text(encoding="utf-8"), asked.key)
        require(earlier <= size and root(leaves[:earlier]) == before, f"it does not begin with the {earlier} of before")
    voices = sum(cosigned(note, witness) for witness in asked.witness)
    require(voices >= asked.quorum, f"{voices} of {asked.quorum} witnesses stand up for it")
    print(f"holds: {size} entries, {count} tiles; witnessed by {voices}" if voices else
          f"holds: {size} entries, {count} tiles; unwitnessed")  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("key")
    parser.add_argument("log")
    parser.add_argument("--witness", action="append", default=[], metavar="KEY")
    parser.add_argument("--quorum", type=int, default=0, metavar="N")
    parser.add_argument("--before", metavar="CHECKPOINT")
    try:
        main(parser.parse_args())
    except (ValueError, KeyError, IndexError, OverflowError, InvalidSignature) as trouble:
        print("DOES NOT HOLD:", str(trouble) or "a signature does not fit")
        sys.exit(1)
    except OSError as trouble:
        print("cannot be read:", trouble, file=sys.stderr)
        sys.exit(2)
