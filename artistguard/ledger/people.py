"""What a ledger tells about somebody who signs: her keys, from when to when each held, and how well she is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.claims.rotation import KeyStatement
from artistguard.claims.statement import parse
from artistguard.errors import ProofProblem
from artistguard.ledger.receipts import Prover
from artistguard.messages import Evidence, KeyEntry, PartyAnswer, PartyKey
from artistguard.transparency.merkle import leaf_hash
from artistguard.transparency.tiles import TileNodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artistguard.ledger.storage.protocol import Reading, Writing

_LISTED = "about keys listed"
"""Setting of a ledger in which every statement about keys is listed; those of the first edition had no list."""


def person(rows: Reading, origin: str, did: str) -> PartyAnswer:
    """All that is known about whoever holds a key.

    Args:
        rows: One state of the ledger.
        origin: Name of the log.
        did: Any of her keys.
    """
    known = rows.key(did)
    party = known.party if known else did
    row = rows.party(party)
    note = rows.checkpoint() or ""
    history = tuple(_history(rows, Prover(TileNodes(rows), origin, note), party))
    return PartyAnswer(
        party=party,
        evidence=Evidence(row.evidence) if row else Evidence.UNVERIFIED,
        recovery=row.recovery if row else "",
        keys=_keys(party, rows.keys_of(party), history),
        history=history,
        checkpoint=note,
    )


def list_about_keys(rows: Writing) -> None:
    """List what a ledger of the first edition holds about keys; once for each ledger."""
    if rows.setting(_LISTED) is not None:
        return
    found: list[tuple[str, int]] = []
    for place, content in rows.without_claim():
        statement = parse(content).statement
        if isinstance(statement, KeyStatement):
            known = rows.key(statement.key)
            found.append((known.party if known else statement.key, place))
    rows.put_about_keys(found)
    rows.put_setting(_LISTED, "yes")


def unlisted(rows: Reading) -> Iterator[str]:
    """Persons whose list of statements about keys is not what the entries say; none where no list was made yet."""
    if rows.setting(_LISTED) is None:
        return
    said: dict[str, list[int]] = {}
    for place, content in rows.without_claim():
        try:
            statement = parse(content).statement
        except ProofProblem:
            continue
        if isinstance(statement, KeyStatement):
            known = rows.key(statement.key)
            said.setdefault(known.party if known else statement.key, []).append(place)
    for party, places in said.items():
        if [place for place, _ in rows.about_keys(party)] != places:
            yield party


def _history(rows: Reading, prover: Prover, party: str) -> Iterator[KeyEntry]:
    listed = rows.about_keys(party)
    contents = rows.contents(place for place, _ in listed)
    for place, received in listed:
        content = contents[place]
        yield KeyEntry(parse(content), place, received, prover.receipt(place, leaf_hash(content), received))


def _keys(party: str, known: Sequence[tuple[str, bool]], history: Sequence[KeyEntry]) -> tuple[PartyKey, ...]:
    since: dict[str, str] = {party: ""}
    until: dict[str, str] = {}
    for each in history:
        about = each.signed.statement
        assert isinstance(about, KeyStatement)
        if about.act == "recover":
            until = dict.fromkeys(since, each.received) | until
        if about.act != "introduce":
            until.setdefault(about.key, each.received)
        if about.successor:
            since[about.successor] = each.received
    ended = {did for did, over in known if over}
    return tuple(PartyKey(did, when, until.get(did, "") if did in ended else "") for did, when in since.items())
