"""What a registry answers about found files is believed only as far as its proofs reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from artistguard.jobs.check import check
from artistguard.registry.client import Client
from tests.suites.lying import Liar, Reply, lying
from tests.suites.registry_makers import Sender, declared, key, opened, sha, work
from tests.suites.workshop import FOX, Workshop, ignore, workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from artistguard.jobs.check import Finding

pytestmark = pytest.mark.network


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workshop]:
    with workshop(tmp_path) as at_work:
        yield at_work


@pytest.fixture
def liar(shop: Workshop, tmp_path: Path) -> Iterator[Liar]:
    ledger = opened(tmp_path / "far", shop.clock, origin="liar.example/log")
    with lying(ledger) as server:
        shop.addresses[server.address] = Client(server.address)
        yield server
    ledger.close()


@pytest.fixture
def picture(shop: Workshop, liar: Liar) -> Path:
    """Protected, and registered with the liar while it was honest."""
    outcome = shop.one(shop.put(FOX), address=liar.address)
    assert outcome.error is None
    return shop.folder / FOX.name


def look(shop: Workshop, liar: Liar, path: Path) -> Finding:
    (finding,) = check(shop.studio, [str(path)], [liar.address], 1, ignore)
    return finding


def about_match(**change: object) -> Callable[[Reply], Reply]:
    def lie(reply: Reply) -> Reply:
        answers: dict[str, Any] = msgspec.json.decode(reply.body)
        for found in answers["items"]:
            for match in (*found["matches"], *found["similar"]):
                match.update(change)
        return Reply(msgspec.json.encode(answers))

    return lie


def test_honest_to_begin_with(shop: Workshop, liar: Liar, picture: Path) -> None:
    finding = look(shop, liar, picture)
    assert finding.registry_error is None
    assert finding.matches[0].how == "exact"


LIES = {
    "no receipt": ("/v1/check", about_match(receipt=None)),
    "another entry": ("/v1/check", about_match(index=5)),
    "another work": ("/v1/check", about_match(work=work("somebody else's"))),
    "another record": ("/v1/check", about_match(record=work("nothing"))),
    "no statement": ("/v1/works/", lambda reply: reply.edited(history=[])),
    "two answers": ("/v1/check", lambda r: r.edited(items=msgspec.json.decode(r.body)["items"] * 2)),
    "no answer": ("/v1/check", lambda r: r.edited(items=[])),
    "no state": ("/v1/check", lambda r: r.edited(checkpoint="nothing\n")),
    "half": ("/v1/works/", lambda reply: Reply(reply.body[: len(reply.body) // 2])),
}


@pytest.mark.parametrize(("path", "lie"), LIES.values(), ids=LIES.keys())
def test_a_match_without_proof_is_none(
    shop: Workshop, liar: Liar, picture: Path, path: str, lie: Callable[[Reply], Reply]
) -> None:
    liar.lie = lambda asked, reply: lie(reply) if asked.startswith(path) else reply
    finding = look(shop, liar, picture)
    assert finding.registry_error is not None
    assert finding.registry_error.code == "registry-distrusted"
    assert finding.matches == ()
    assert finding.choice is not None  # what stands in the file itself is told all the same


def test_a_changed_statement_is_no_match(shop: Workshop, liar: Liar, picture: Path) -> None:
    def lie(asked: str, reply: Reply) -> Reply:
        if not asked.startswith("/v1/works/"):
            return reply
        return Reply(reply.body.replace(b'"choice":"search-only"', b'"choice":"allow"'))

    liar.lie = lie
    finding = look(shop, liar, picture)
    assert finding.registry_error is not None
    assert finding.registry_error.code == "registry-distrusted"


def test_somebody_else_s_statement_shown_for_a_match(shop: Workshop, liar: Liar, picture: Path) -> None:
    bob = key("bob")
    other = declared("other", by=bob)
    Sender(liar.ledger, shop.clock, bob).send(other)
    shown = liar.reply(f"/v1/records/{other.statement.record}", b"")  # type: ignore[union-attr]
    liar.lie = lambda asked, reply: shown if asked.startswith("/v1/works/") else reply
    finding = look(shop, liar, picture)
    assert finding.registry_error is not None
    assert finding.matches == ()
    assert sha("other") not in str(finding.as_json())
