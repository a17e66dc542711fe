"""Registries in which everything happens that can: made by chance, the same for the same number."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import msgspec

from artistguard.claims.drafting import Draft
from artistguard.claims.locations import LOCATION, digest_of
from artistguard.claims.rotation import introduction, rotation
from artistguard.claims.signing import sign
from artistguard.messages import Evidence, Item
from artistguard.terms import Choice
from artistguard.works import Medium
from tests.suites.registry_makers import MADE, declared, drafted, key, seed, sha, withdrawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.claims.statement import SignedStatement
    from artistguard.ledger.ledger import Ledger
    from tests.suites.registry_makers import Sender

PEOPLE = ("ada", "bob", "eve", "kim")
PAGES = ("https://ada.example/prints", "https://ada.example", "http://bob.example/a/b")


def code(chance: random.Random, near: int = 0) -> str:
    """A code of 256 bits not far from one of a few, so that many are alike."""
    number = int.from_bytes(bytes.fromhex(sha(f"code {chance.randrange(6)}")), "big")
    for _ in range(chance.randrange(near + 1)):
        number ^= 1 << chance.randrange(256)
    return number.to_bytes(32, "big").hex()


def values(chance: random.Random, near: int) -> dict[str, str]:
    """Fingerprints of a picture that others may share."""
    found = {
        "pdq_v1": code(chance, near),
        "phash256_v1": code(chance, near),
        "payload_sha256": sha(f"p{chance.randrange(8)}"),
    }
    if chance.random() < 0.2:
        found["iscc-instance"] = f"ISCC:{chance.randrange(5)}"
    return {name: value for name, value in found.items() if chance.random() < 0.7}


def statements(number: int, count: int) -> Iterator[SignedStatement]:
    """Statements of several people about few works: declared, changed, withdrawn, contested, silent, with addresses."""
    chance = random.Random(number)
    said: list[tuple[str, SignedStatement]] = []
    for nth in range(count):
        who = chance.choice(PEOPLE)
        mine = [signed for by, signed in said if by == who]
        if mine and chance.random() < 0.2:
            yield withdrawn(chance.choice(mine), by=key(who))
            continue
        about = f"work {chance.randrange(12)}"
        draft = drafted(
            f"{number} file {chance.randrange(20)}",
            by=key(who),
            of=about,
            choice=chance.choice(list(Choice)),
            supersedes=chance.choice(mine).statement.record if mine and chance.random() < 0.3 else "",  # type: ignore[union-attr]
            distinctive=chance.random() < 0.7,
            medium=chance.choice([Medium.IMAGE, Medium.IMAGE, Medium.TEXT, None]),
            contact="mailto:ada@example.org",
            licence=f"https://{who}.example/licence" if nth % 3 else "",
            nth=nth,
            **values(chance, 60),
        )
        said.append((who, sign(_somewhere(draft, chance), key(who))))
        yield said[-1][1]


def fill(ledger: Ledger, sender: Sender, number: int, count: int) -> None:
    """Enter them, with keys handed over and evidence found in between."""
    chance = random.Random(number)
    for nth, signed in enumerate(statements(number, count)):
        sender.send(signed)
        if nth == count // 2:
            _hand_over(sender, number)
        if chance.random() < 0.1:
            ledger.vouch(key(chance.choice(PEOPLE)).did, chance.choice(list(Evidence)))


def items(number: int, count: int, *of: int) -> tuple[Item, ...]:
    """Questions of which many meet something.

    Args:
        number: For the chance.
        count: How many.
        of: Numbers of the registries that are asked.
    """
    chance = random.Random(number)
    return tuple(_item(chance, of) for _ in range(count))


def _item(chance: random.Random, of: tuple[int, ...]) -> Item:
    asked = values(chance, 60)
    if chance.random() < 0.6:
        asked["sha256"] = sha(f"{chance.choice(of)} file {chance.randrange(24)}")
    return Item(
        asked,
        distinctive=chance.random() < 0.8,
        medium=chance.choice([Medium.IMAGE, Medium.IMAGE, Medium.TEXT, None]),
        url=chance.choice(["", "", f"{chance.choice(PAGES)}/{chance.randrange(3)}", "nonsense"]),
    )


def _somewhere(draft: Draft, chance: random.Random) -> Draft:
    """The same, sometimes with an address."""
    if chance.random() < 0.6:
        return draft
    digest = digest_of(chance.choice(PAGES))
    return Draft(msgspec.structs.replace(draft.statement, extensions={LOCATION: digest}), draft.enclosures)  # type: ignore[type-var]


def _hand_over(sender: Sender, number: int) -> None:
    old, new = key(f"first {number}"), key(f"second {number}")
    sender.send(declared(f"{number} file 21", by=old))
    named = introduction(seed=seed("i", number), key=old.did, recovery=key("paper").did, made=MADE)
    moved = rotation(seed=seed("r", number), key=old.did, by=old, successor=new, made=MADE)
    sender.send(sign(Draft(named), old), sign(Draft(moved), old))
    sender.send(declared(f"{number} file 22", by=new))
