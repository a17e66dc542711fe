"""Rates, operators and what is told about requests, at a running server."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from artistguard.registry.client import Client
from artistguard.server.pacing import kind_of
from artistguard.terms import Choice
from tests.suites.registry_makers import declared, key, work
from tests.suites.registry_suite import Counter
from tests.suites.served import Said, Served, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.network

TOKEN = "a token of 256 bits, for tests only"
ADMINISTRATOR = "sha256:" + hashlib.sha256(TOKEN.encode()).hexdigest()
RUN = f"""
proxies = ["127.0.0.1"]
administrators = ["{ADMINISTRATOR}"]
[rates]
check = 3
read = 5
content = 0
[log]
form = "json"
requests = true
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("run"), configuration=RUN) as running:
        yield running


def stranger(server: Served, address: str, method: str, path: str) -> Said:
    return server.ask(method, path, b"{}" if method == "POST" else None, {"X-Forwarded-For": address})


def test_who_asks_too_often_is_told_when_to_come_back(server: Served) -> None:
    answers = [stranger(server, "203.0.113.1", "POST", "/v1/check") for _ in range(5)]
    assert [each.status for each in answers] == [400, 400, 400, 429, 429]
    assert [each.headers["ratelimit"].partition(";t=")[0] for each in answers[:3]] == [
        f'"check";r={left}' for left in (2, 1, 0)
    ]
    held = answers[3]
    assert held.headers["ratelimit-policy"] == '"check";q=3;w=60'
    assert 1 <= int(held.headers["retry-after"]) <= 60
    assert (held.json["code"], held.json["status"]) == ("too-often", 429)
    assert held.headers["x-content-type-options"] == "nosniff"


def test_one_asker_does_not_use_up_what_others_have(server: Served) -> None:
    for _ in range(7):
        last = stranger(server, "203.0.113.2", "GET", "/v1/registry")
    assert last.status == 429
    assert stranger(server, "203.0.113.3", "GET", "/v1/registry").status == 200
    assert stranger(server, "203.0.113.2", "POST", "/v1/check").status == 400  # another rate


def test_this_computer_and_its_health_are_never_held_up(server: Served) -> None:
    assert {server.get("/v1/registry").status for _ in range(20)} == {200}
    assert "ratelimit" not in server.get("/v1/registry").headers
    assert {stranger(server, "203.0.113.4", "GET", "/healthz").status for _ in range(20)} == {200}


def test_held_up_requests_are_counted_and_shown_to_nobody_else(server: Served) -> None:
    for _ in range(4):
        stranger(server, "203.0.113.5", "POST", "/v1/check")
    figures = server.get("/metrics").body.decode()
    found = re.search(r'artistguard_requests_held_up_total\{kind="check"\} (\d+)', figures)
    assert found
    assert int(found[1]) >= 1
    assert stranger(server, "203.0.113.6", "GET", "/metrics").status == 403


@pytest.mark.parametrize(
    ("method", "path", "kind"),
    [
        ("POST", "/v1/claims", "submit"),
        ("POST", "/v1/batches", "submit"),
        ("PUT", "/v1/batches/7", "submit"),
        ("POST", "/witness/add-checkpoint", "submit"),
        ("POST", "/v1/check", "check"),
        ("POST", "/v1/check-jobs", "check"),
        ("POST", "/v1/matches/byBinding", "check"),
        ("POST", "/v1/matches/byContent", "content"),
        ("GET", "/v1/works/x", "read"),
        ("HEAD", "/log/checkpoint", "read"),
        ("POST", "/anything", "read"),
        ("GET", "/v1/admin/state", "admin"),
        ("POST", "/v1/admin/forget", "admin"),
        ("GET", "/readyz", ""),
    ],
)
def test_every_request_has_its_rate(method: str, path: str, kind: str) -> None:
    assert kind_of(method, path) == kind


def act(server: Served, path: str, body: Any, token: str = TOKEN) -> Said:
    return server.ask("POST", path, json.dumps(body).encode(), {"Authorization": f"Bearer {token}"})


def test_an_operator_vouches_and_permission_follows(server: Served) -> None:
    counter = Counter(Client(server.address), server.clock)
    counter.receipts(declared("free", by=key("zoe"), choice=Choice.ALLOW))
    party = key("zoe").did
    assert server.get(f"/v1/works/{work('free')}").json["answer"] == "unverified"
    said = act(server, "/v1/admin/evidence", {"party": party, "evidence": "verified"})
    assert (said.status, said.json) == (200, {"party": party, "evidence": "verified"})
    assert server.get(f"/v1/works/{work('free')}").json["answer"] == "permitted"


@pytest.mark.parametrize("token", ["", "wrong", ADMINISTRATOR, TOKEN + "x"])
def test_without_the_token_nothing_is_done(server: Served, token: str) -> None:
    said = act(server, "/v1/admin/evidence", {"party": key().did, "evidence": "verified"}, token)
    assert (said.status, said.headers["www-authenticate"]) == (401, "Bearer")


@pytest.mark.parametrize("body", [{}, {"party": "x", "evidence": "verified"}, {"party": "did:key:z6", "evidence": "x"}])
def test_an_act_that_makes_no_sense_is_refused(server: Served, body: dict[str, str]) -> None:
    assert act(server, "/v1/admin/evidence", body).status == 400


def test_without_operators_there_is_nothing(tmp_path: Path) -> None:
    with served(tmp_path) as plain:
        assert act(plain, "/v1/admin/forget", {"record": work("a")}).status == 404


def test_every_request_is_one_line_and_names_nobody(tmp_path: Path) -> None:
    with served(tmp_path, configuration='[log]\nrequests = true\nform = "json"') as running:
        running.get("/v1/registry")
        running.get("/nothing%0Ahere")
        told = [json.loads(line) for line in running.stop().splitlines() if line.startswith("{")]
    requests = [(each["method"], each["path"], each["status"]) for each in told if each["event"] == "request"]
    assert ("GET", "/v1/registry", 200) in requests
    assert ("GET", "/nothing\nhere", 404) in requests
    assert all("asker" not in each and each["milliseconds"] >= 0 and each["bytes"] > 0 for each in told)


def test_askers_are_named_only_where_that_is_set(tmp_path: Path) -> None:
    with served(tmp_path, configuration="[log]\nrequests = true\naddresses = true") as running:
        running.get("/nothing%0Ahere")
        lines = [line for line in running.stop().splitlines() if "nothing" in line]
    (line,) = lines
    assert re.fullmatch(
        r'\S+Z info: request method=GET path="/nothing\\nhere" status=404 bytes=\d+ '
        r"milliseconds=[\d.]+ asker=127\.0\.0\.1",
        line,
    ), line
