"""What a registry concludes is worked out anew from what it shows; whoever concludes something else is convicted."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from artistguard.claims.drafting import Draft
from artistguard.claims.rotation import introduction, rotation
from artistguard.claims.signing import sign
from artistguard.claims.statement import parse
from artistguard.jobs.check import check
from artistguard.jobs.deliver import deliver, follow, meet
from artistguard.jobs.judging import Judge, Word
from artistguard.jobs.studio import EMBEDDED
from artistguard.jobs.trust import trust
from artistguard.ledger.cosigning import Asked, Cosigning
from artistguard.ledger.witness import Witness
from artistguard.messages import Card, Evidence
from artistguard.network.door import Door
from artistguard.registry.client import Client
from artistguard.terms import Choice
from artistguard.transparency.checkpoint import Line, Note
from artistguard.transparency.cosignature import WitnessKey, cosign
from artistguard.transparency.proof import Proof
from tests.registry.test_witnessed import ALICE, BOB, Voice
from tests.suites.lying import Liar, Reply, lying
from tests.suites.random_registry import fill
from tests.suites.registry_makers import MADE, Sender, declared, key, opened, seed, sha, withdrawn, work
from tests.suites.workshop import FOX, LIGHTHOUSE, Workshop, ignore, workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from artistguard.jobs.check import Finding
    from artistguard.jobs.judging import Judged
    from artistguard.ledger.ledger import Ledger

pytestmark = pytest.mark.network
ORIGIN = "liar.example/log"
WITNESS = WitnessKey("alice.example/witness", ALICE.public)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workshop]:
    with workshop(tmp_path) as at_work:
        yield at_work


@pytest.fixture
def ledger(shop: Workshop, tmp_path: Path) -> Iterator[Ledger]:
    made = opened(tmp_path / "far", shop.clock, origin=ORIGIN)
    yield made
    made.close()


@pytest.fixture
def liar(shop: Workshop, ledger: Ledger) -> Iterator[Liar]:
    with lying(ledger) as server:
        shop.addresses[server.address] = Client(server.address)
        yield server


@pytest.fixture
def picture(shop: Workshop, liar: Liar) -> Path:
    """Protected, and registered with the liar while it was honest."""
    outcome = shop.one(shop.put(FOX), address=liar.address)
    assert outcome.error is None
    return shop.folder / FOX.name


def look(shop: Workshop, *addresses: str) -> Finding:
    (finding,) = check(shop.studio, [str(shop.folder / FOX.name)], addresses, 1, ignore)
    return finding


def exhibits(shop: Workshop) -> list[dict[str, Any]]:
    folder = shop.studio.store.home.evidence
    return [msgspec.json.decode(path.read_bytes()) for path in sorted(folder.glob("*.json"))]


def caught(shop: Workshop, liar: Liar, words: str) -> dict[str, Any]:
    """Nothing is believed, what the file says stands, and the evidence is kept."""
    finding = look(shop, liar.address)
    (source,) = finding.sources
    assert source.error is not None
    assert source.error.code == "registry-distrusted"
    assert words in source.error.message
    assert "kept in" in source.error.remedy
    assert (finding.matches, finding.similar) == ((), ())
    assert finding.choice is Choice.SEARCH_ONLY
    (said,) = exhibits(shop)
    assert (said["origin"], said["key"]) == (ORIGIN, str(liar.ledger.key))
    assert words in said["problem"]
    return said


def on(path: str, change: Callable[[dict[str, Any]], object]) -> Callable[[str, Reply], Reply]:
    """A lie that changes the JSON at some addresses."""

    def lie(asked: str, reply: Reply) -> Reply:
        if not asked.startswith(path):
            return reply
        told = msgspec.json.decode(reply.body)
        change(told)
        return Reply(msgspec.json.encode(told), reply.status)

    return lie


def in_matches(**change: object) -> Callable[[str, Reply], Reply]:
    return on("/v1/check", lambda told: [match.update(change) for found in told["items"] for match in found["matches"]])


def in_items(**change: object) -> Callable[[str, Reply], Reply]:
    return on("/v1/check", lambda told: [found.update(change) for found in told["items"]])


def in_work(**change: object) -> Callable[[str, Reply], Reply]:
    return on("/v1/works/", lambda told: told.update(change))


def in_history(**change: object) -> Callable[[str, Reply], Reply]:
    return on("/v1/works/", lambda told: [claim.update(change) for claim in told["history"]])


LIES = {
    "another choice": in_matches(choice="allow"),
    "no choice": in_matches(choice=None),
    "another state": in_matches(state="contested"),
    "withdrawn": in_matches(choice=None, state="withdrawn", answer="unknown"),
    "another answer": in_matches(answer="permitted"),
    "another choice of all": in_items(choice="nothing"),
    "another state of all": in_items(state="withdrawn"),
    "another answer of all": in_items(answer="unverified"),
    "another choice of the work": in_work(choice="allow"),
    "another state of the work": in_work(state="contested"),
    "another answer of the work": in_work(answer="permitted"),
    "a statement called withdrawn": in_history(state="withdrawn"),
    "nothing of it": in_work(history=[]),
    "somebody else's": in_history(party=key("eve").did),
    "without receipts": in_history(receipt=None),
    "at another place": in_history(index=3),
}


@pytest.mark.parametrize("lie", LIES)
def test_what_does_not_follow_is_caught(shop: Workshop, liar: Liar, picture: Path, lie: str) -> None:
    assert look(shop, liar.address).registry_error is None
    liar.lie = LIES[lie]
    said = caught(shop, liar, ORIGIN)
    assert said["shown"][0]["checkpoint"].startswith(ORIGIN)  # signed with its key: nobody else can have said it


def test_what_stays_a_word_is_named(shop: Workshop, liar: Liar, picture: Path) -> None:
    finding = look(shop, liar.address)
    (match,) = finding.matches
    assert finding.basis[match.work].words == (Word.COMPLETENESS,)
    (shown,) = finding.as_json()["matches"]
    assert (shown["registries"], shown["registry_says"]) == ([ORIGIN], ["completeness"])


def test_a_yes_rests_on_how_well_somebody_is_known(shop: Workshop, liar: Liar) -> None:
    shop.one(shop.put(FOX), Choice.ALLOW, address=liar.address)
    assert [match.answer for match in look(shop, liar.address).matches] == ["unverified"]
    liar.ledger.vouch(shop.studio.introduce_yourself().did, Evidence.VERIFIED)
    finding = look(shop, liar.address)
    (match,) = finding.matches
    assert match.answer == "permitted"
    assert finding.basis[match.work].words == (Word.COMPLETENESS, Word.EVIDENCE)


def test_whoever_is_known_better_meanwhile_makes_no_liar(shop: Workshop, liar: Liar) -> None:
    """The operator finds evidence between two answers: it is asked once more."""
    shop.one(shop.put(FOX), Choice.ALLOW, address=liar.address)
    did = shop.studio.introduce_yourself().did

    def between(asked: str, reply: Reply) -> Reply:
        if asked == "/v1/check":
            liar.ledger.vouch(did, Evidence.VERIFIED)
        return reply

    liar.lie = between
    finding = look(shop, liar.address)
    assert (finding.registry_error, [match.answer for match in finding.matches]) == (None, ["permitted"])
    assert exhibits(shop) == []


def test_a_tampered_enclosure_is_caught(shop: Workshop, liar: Liar, picture: Path) -> None:
    signed = declared("x", of="x", by=key("eve"), contact="mailto:eve@example.org", sha256=sha(""))
    Sender(liar.ledger, shop.clock, key("eve")).send(signed)

    def other_contact(told: dict[str, Any]) -> None:
        for claim in told["history"]:
            claim["signed"]["enclosures"] = [
                {"kind": "particulars", "salt": "0" * 32, "content": {"contact": "mailto:thief@example.org"}}
            ]

    liar.lie = on("/v1/works/", other_contact)
    said = caught(shop, liar, "particulars")
    assert "thief@example.org" in str(said["shown"])


def test_a_stale_state_is_caught(shop: Workshop, liar: Liar, picture: Path) -> None:
    stale = liar.reply("/v1/check", _question(shop))
    Sender(liar.ledger, shop.clock, key("eve")).send(declared("more", by=key("eve")))
    assert look(shop, liar.address).registry_error is None
    liar.lie = lambda asked, reply: stale if asked == "/v1/check" else reply
    said = caught(shop, liar, "went back from 2 entries to 1")
    assert said["kept"].split("\n")[1] == "2"
    assert said["shown"][0]["checkpoint"].split("\n")[1] == "1"


def _question(shop: Workshop) -> bytes:
    """What is asked about the picture, as it goes over the wire."""
    asked: list[bytes] = []

    class Ear(Liar):
        def reply(self, path: str, body: bytes) -> Reply:
            if path == "/v1/check":
                asked.append(body)
            return super().reply(path, body)

    with lying(shop.ledger, Ear) as ear:
        shop.addresses[ear.address] = Client(ear.address)
        look(shop, ear.address)
    return asked[0]


def test_a_likeness_that_is_none_is_caught(shop: Workshop, liar: Liar, picture: Path) -> None:
    shop.one(shop.put(LIGHTHOUSE), address=liar.address)
    found = next(iter(check(shop.studio, [str(shop.folder / LIGHTHOUSE.name)], [liar.address], 1, ignore)))
    lighthouse = msgspec.to_builtins(found.matches[0]) | {"how": "same-work", "similarity": 0.99}
    liar.lie = in_items(matches=[lighthouse])
    caught(shop, liar, "does not fit this file")


def test_the_likeness_is_seen_here(shop: Workshop, liar: Liar) -> None:
    shop.one(shop.put(LIGHTHOUSE), address=liar.address)
    small = shop.put(LIGHTHOUSE.with_name("Lighthouse-web.webp"))
    liar.lie = in_matches(similarity=0.123)
    (finding,) = check(shop.studio, [str(small)], [liar.address], 1, ignore)
    (match,) = finding.matches
    assert match.how == "same-work"
    assert match.similarity > 0.5


# -- persons and their keys -----------------------------------------------------------------------------------------


def judged(shop: Workshop, ledger: Ledger, about: str) -> Judged:
    pin = meet(shop.studio, ledger.describe(), "far")
    return Judge(ledger, follow(ledger, pin, ledger.checkpoint()), []).judge(about)


def test_a_thief_who_is_called_the_owner_is_caught(shop: Workshop, liar: Liar, picture: Path) -> None:
    """The registry counts somebody else's word as the creator's own, so that the later one holds."""
    mine = next(iter(look(shop, liar.address).matches))
    eve = key("eve")
    told = declared("fox", by=eve, choice=Choice.ALLOW, sha256=sha("fox"))
    moved = msgspec.structs.replace(told.statement, work=mine.work)
    Sender(liar.ledger, shop.clock, eve).send(sign(Draft(moved, told.enclosures), eve))
    assert look(shop, liar.address).matches[0].state == "contested"
    did = shop.studio.introduce_yourself().did
    liar.lie = in_history(party=did)
    caught(shop, liar, "for somebody else")


def test_keys_that_were_handed_over_are_one_person(shop: Workshop, ledger: Ledger) -> None:
    old, new = key("ada"), key("next")
    sender = Sender(ledger, shop.clock)
    sender.send(declared("a", by=old))
    named = introduction(seed=seed("i"), key=old.did, recovery=key("paper").did, made=MADE)
    moved = rotation(seed=seed("r"), key=old.did, by=key("paper"), successor=new, made=MADE)
    sender.send(sign(Draft(named), old), sign(Draft(moved), key("paper")))
    sender.send(declared("b", of="a", by=new, choice=Choice.NOTHING))
    found = judged(shop, ledger, work("a"))
    assert [(each.party, each.choice) for each in found.standings] == [(old.did, Choice.NOTHING)]
    assert found.holds.state == "stated"


def test_a_statement_that_was_regrouped_twice(shop: Workshop, ledger: Ledger) -> None:
    """What ended it is known under yet another work, and is found there."""
    sender = Sender(ledger, shop.clock)
    first = declared("a", of="one")
    second = declared("a", of="two", supersedes=first.statement.record)  # type: ignore[union-attr]
    third = declared("a", of="three", supersedes=second.statement.record)  # type: ignore[union-attr]
    sender.send(first, second, third, withdrawn(declared("b")))
    for name, state in (("one", "withdrawn"), ("two", "stated"), ("three", "stated")):
        assert judged(shop, ledger, work(name)).holds.state == state


@pytest.mark.parametrize("number", range(6))
def test_whatever_an_honest_registry_says_follows(shop: Workshop, ledger: Ledger, number: int) -> None:
    """Registries in which everything happens that can; each answer is worked out anew, and is the same."""
    fill(ledger, Sender(ledger, shop.clock), number, 60)
    pin = meet(shop.studio, ledger.describe(), "far")
    court = Judge(ledger, follow(ledger, pin, ledger.checkpoint()), [])
    states = set()
    for nth in range(12):
        answer = ledger.work(work(f"work {nth}"))
        holds = court.judge(answer.work).holds
        assert (holds.choice, holds.answer) == (answer.choice, answer.answer)
        states.add(answer.state)
    assert states - {None}


# -- cosignatures ---------------------------------------------------------------------------------------------------


def forged(note: str) -> Line:
    """In the name of a witness, by somebody who has not her key."""
    return cosign(Note.parse(note).text, WITNESS, BOB, 1)


def foreign(note: str) -> Line:
    """Truly hers, for another state."""
    rows = Note.parse(note).text.split("\n")
    rows[1] = str(int(rows[1]) + 1)
    return cosign("\n".join(rows), WITNESS, ALICE, 1)


def below(receipt: dict[str, Any], make: Callable[[str], Line]) -> None:
    proof = Proof.parse(receipt["proof"])
    receipt["proof"] += str(make(proof.checkpoint))


@pytest.fixture
def carded(shop: Workshop, liar: Liar) -> Liar:
    """The liar, known by a card that names a witness."""
    card = Card(liar.address, ORIGIN, str(liar.ledger.key), (str(WITNESS),), 1)
    trust(shop.studio, card)
    return liar


@pytest.mark.parametrize("make", [forged, foreign])
def test_a_cosignature_that_does_not_hold_in_a_delivery(
    shop: Workshop, carded: Liar, make: Callable[[str], Line]
) -> None:
    carded.lie = on("/v1/claims", lambda told: [below(item, make) for item in told["items"]])
    shop.one(shop.put(FOX), address=carded.address)
    delivery = deliver(shop.studio, carded.address)
    assert delivery.waiting is not None
    assert "a cosignature that does not hold" in delivery.waiting.message
    assert delivery.confirmed == []
    assert all("did not sign this state" in said["problem"] for said in exhibits(shop))
    assert exhibits(shop)
    carded.lie = lambda _, reply: reply
    assert deliver(shop.studio, carded.address).waiting is None


@pytest.mark.parametrize("make", [forged, foreign])
@pytest.mark.parametrize("path", ["/v1/works/", "/v1/check"])
def test_a_cosignature_that_does_not_hold_in_an_answer(
    shop: Workshop, carded: Liar, picture: Path, path: str, make: Callable[[str], Line]
) -> None:
    assert look(shop, carded.address).registry_error is None

    def lie(told: dict[str, Any]) -> None:
        shown = [match for found in told.get("items", ()) for match in found["matches"]] + told.get("history", [])
        for each in shown:
            below(each["receipt"], make)

    carded.lie = on(path, lie)
    said = caught(shop, carded, "a cosignature that does not hold")
    assert "alice.example/witness" in str(said["shown"])


def test_a_cosignature_that_does_not_hold_when_receipts_are_renewed(
    shop: Workshop, carded: Liar, picture: Path
) -> None:
    carded.lie = on("/v1/records/", lambda told: [below(claim["receipt"], forged) for claim in told["claims"]])
    deliver(shop.studio, carded.address)
    assert len(exhibits(shop)) == 1
    assert any("a cosignature that does not hold" in words for words in shop.told)


def test_one_that_holds_is_welcome(shop: Workshop, carded: Liar, picture: Path, tmp_path: Path) -> None:
    """Receipts under an older, cosigned state are proven to be of the same history."""
    home = opened(tmp_path / "alice", shop.clock, origin="alice.example")
    witness = Witness(home.storage, "alice.example/witness", ALICE, [carded.ledger.key], shop.clock)
    with lying(home, lambda asked: Voice(asked, witness)) as voice:
        assert Cosigning(carded.ledger.storage, [Asked(witness.key, Door(voice.address))]).gather() == {}
    Sender(carded.ledger, shop.clock, key("eve")).send(declared("more", by=key("eve")))
    finding = look(shop, carded.address)
    assert (finding.registry_error, len(finding.matches)) == (None, 1)
    assert any(asked.startswith("GET /log/growth/1/2") for asked in carded.asked)
    home.close()


# -- several registries ---------------------------------------------------------------------------------------------


def test_several_are_asked_and_each_work_is_told_once(
    shop: Workshop, liar: Liar, picture: Path, tmp_path: Path
) -> None:
    near = shop.ledger
    mine = shop.studio.store.catalogue.versions()[0]
    kept = shop.studio.store.catalogue.statement(mine.record)
    assert kept is not None
    Sender(near, shop.clock).send(parse(kept.signed))
    finding = look(shop, liar.address, EMBEDDED, liar.address)
    assert [source.address for source in finding.sources] == [liar.address, EMBEDDED]
    (match,) = finding.matches
    assert finding.basis[match.work].origins == (ORIGIN, near.key.name)
    eve = key("eve")
    Sender(near, shop.clock, eve).send(declared("fox", by=eve, choice=Choice.NOTHING, **_codes(shop)))
    finding = look(shop, EMBEDDED, liar.address)
    assert [len(finding.basis[match.work].origins) for match in finding.matches] == [2, 1]


def _codes(shop: Workshop) -> dict[str, str]:
    return {"sha256": hashlib.sha256((shop.folder / FOX.name).read_bytes()).hexdigest()}


@pytest.mark.parametrize("broken", ["away", "lying", "nobody"])
def test_one_that_is_down_or_lies_hides_nothing(shop: Workshop, liar: Liar, picture: Path, broken: str) -> None:
    other = opened(shop.folder.parent, shop.clock, origin="other.example/log")
    with lying(other) as server:
        shop.addresses[server.address] = Client(server.address)
        bad = "http://127.0.0.1:9" if broken == "nobody" else server.address
        shop.addresses[bad] = Client(bad)
        if broken == "lying":
            server.lie = lambda asked, reply: reply.edited(checkpoint="trust me") if asked == "/v1/check" else reply
        elif broken == "away":
            server.lie = lambda _, reply: Reply(b"{}", 503)
        for addresses in ((bad, liar.address), (liar.address, bad)):
            finding = look(shop, *addresses)
            assert len(finding.matches) == 1
            assert [source.address for source in finding.sources if source.error] == [bad]
            assert finding.registry_error is not None
    other.close()


def test_a_work_withdrawn_in_one_stays_reserved_by_the_other(shop: Workshop, liar: Liar, picture: Path) -> None:
    """The most protective of the choices is told, whatever the order."""
    mine = shop.studio.store.catalogue.versions()[0]
    kept = shop.studio.store.catalogue.statement(mine.record)
    assert kept is not None
    signed = parse(kept.signed)
    shop.one(shop.folder / FOX.name, Choice.SEARCH_ONLY)
    mine_too = shop.studio.key_of(shop.studio.introduce_yourself())
    Sender(shop.ledger, shop.clock).send(signed, withdrawn(signed, by=mine_too))
    assert look(shop, EMBEDDED).matches[0].state == "withdrawn"
    for addresses in ((EMBEDDED, liar.address), (liar.address, EMBEDDED)):
        (match,) = look(shop, *addresses).matches
        assert (match.choice, match.answer) == (Choice.SEARCH_ONLY, "reserved")
