"""Answers in bulk over real HTTP: snapshots, changes, ranges, large questions, answers as lines."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import time
from typing import TYPE_CHECKING

import msgspec
import pytest

from artistguard.claims.canonical import canonical
from artistguard.ledger.bulk.ranges import PADDING, rows_for
from artistguard.ledger.bulk.snapshot import Snapshot
from artistguard.messages import Answer, Found, Item, Problem, Question
from artistguard.messages.bulk import SUMMARY_DOMAIN, Changes, Job, JobState, SignedManifest
from artistguard.registry.client import Client
from artistguard.transparency.checkpoint import Checkpoint, Note, decode64, open_checkpoint
from artistguard.transparency.signature import holds
from tests.suites.registry_makers import declared, sha, withdrawn
from tests.suites.registry_suite import Counter
from tests.suites.served import Served, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.suites.served import Said

pytestmark = pytest.mark.network


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("bulk"), configuration=CONFIGURATION) as running:
        counter = Counter(Client(running.address), running.clock)
        counter.receipts(*(declared(str(number)) for number in range(40)), withdrawn(declared("7")))
        yield running


CONFIGURATION = """
[bulk]
snapshot_minutes = 0
changes = 30
job_items = 2000
job_bytes = 400000
jobs = 3
"""


def problem(said: Said, status: int, code: str) -> None:
    assert said.status == status, said
    assert msgspec.json.decode(said.body, type=Problem).code == code


def lines_of(items: list[Item]) -> bytes:
    return msgspec.json.Encoder().encode_lines(items)


def asked(count: int) -> list[Item]:
    return [Item({"sha256": sha(str(number))}) for number in range(count)]


def test_answers_as_lines_are_the_same(server: Served) -> None:
    body = msgspec.json.encode(Question(tuple(asked(450))))
    whole = server.ask("POST", "/v1/check", body).json
    said = server.ask("POST", "/v1/check", body, {"Accept": "application/x-ndjson"})
    assert said.headers["content-type"].startswith("application/x-ndjson")
    *rows, end = map(json.loads, said.body.splitlines())
    assert rows == whole["items"]
    assert end == {"checkpoint": whole["checkpoint"]}


def snapshot_of(server: Served) -> SignedManifest:
    deadline = time.monotonic() + 120
    while (said := server.get("/v1/snapshot")).status == 503 and time.monotonic() < deadline:
        assert said.headers["retry-after"]
        time.sleep(0.05)
    assert said.status == 200
    return msgspec.json.decode(said.body, type=SignedManifest)


def test_a_snapshot_is_taken_and_asked(server: Served, tmp_path: Path) -> None:
    told = snapshot_of(server)
    said = server.get(f"/v1/snapshot/{told.manifest.size}.zip")
    assert said.headers["cache-control"] == "public, max-age=31536000, immutable"
    (tmp_path / "snapshot").write_bytes(said.body)
    key = Counter(Client(server.address), server.clock).key
    snapshot = Snapshot(tmp_path / "snapshot", key)
    assert snapshot.signed == told
    question = Question(tuple(asked(60)))
    assert snapshot.check(question).items == Client(server.address).check(question).items
    rest = server.ask("GET", f"/v1/snapshot/{told.manifest.size}.zip", headers={"Range": "bytes=1000-"})
    assert (rest.status, rest.body) == (206, said.body[1000:])
    assert rest.headers["content-range"] == f"bytes 1000-{len(said.body) - 1}/{len(said.body)}"
    beyond = server.ask("GET", f"/v1/snapshot/{told.manifest.size}.zip", headers={"Range": f"bytes={10**12}-"})
    assert beyond.status == 416


@pytest.mark.parametrize("name", ["0.zip", "x.zip", "1", "..%2fledger.db", "01.zip", "9" * 30 + ".zip"])
def test_snapshots_that_are_not_kept(server: Served, name: str) -> None:
    problem(server.get(f"/v1/snapshot/{name}"), 404, "not-found")


def test_a_newer_snapshot_follows_when_the_log_has_grown(tmp_path: Path) -> None:
    with served(tmp_path, configuration=CONFIGURATION) as running:
        assert snapshot_of(running).manifest.size == 0
        Counter(Client(running.address), running.clock).receipts(declared("a"))
        deadline = time.monotonic() + 120
        while snapshot_of(running).manifest.size == 0 and time.monotonic() < deadline:
            time.sleep(0.05)
        assert snapshot_of(running).manifest.size == 1


def test_changes(server: Served) -> None:
    size = Checkpoint.parse(Note.parse(Client(server.address).checkpoint()).text).size
    told = msgspec.json.decode(server.get(f"/v1/changes?after={size - 2}").body, type=Changes)
    assert [line.act for line in told.lines] == ["declare", "withdraw"]
    assert told.known == ()
    problem(server.get(f"/v1/changes?after={size - 31}"), 410, "too-long-ago")
    for never in (size + 1, -1, "x", "", "1.5", "9" * 40):
        problem(server.get(f"/v1/changes?after={never}"), 404, "no-such-size")
    problem(server.get("/v1/changes"), 404, "no-such-size")


@pytest.mark.parametrize("digits", [4, 5])
def test_a_range_tells_what_a_question_tells_and_no_more(server: Served, digits: int) -> None:
    ranges = {number: server.get(f"/v1/range/sha256/{sha(str(number))[:digits]}") for number in range(45)}
    answers = Client(server.address).check(Question(tuple(asked(45)))).items
    for number, said in ranges.items():
        rows = [row.split(maxsplit=1) for row in said.body.decode().splitlines()]
        found = dict(rows).get(sha(str(number))[digits:], "").split()
        expected = answers[number]
        assert found == ([] if not expected.matches else [str(expected.answer), *filter(None, [expected.choice])])
        assert sorted(rows) == rows
    assert len({len(said.body) for said in ranges.values()}) == 1
    lengths = {len(row) for said in ranges.values() for row in said.body.splitlines()}
    assert len(lengths) == 1
    assert {len(said.body.splitlines()) for said in ranges.values()} == {rows_for(41, digits)}
    empty = server.get(f"/v1/range/sha256/{'0' * digits}").body.decode().splitlines()
    assert {row.split()[1] for row in empty} == {PADDING}


def test_a_range_is_kept_until_the_log_grows(server: Served) -> None:
    first = server.get("/v1/range/payload_sha256/abcd")
    assert first.status == 200
    assert first.headers["cache-control"] == "public, max-age=300"
    again = server.ask("GET", "/v1/range/payload_sha256/abcd", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    "path", ["sha256/abc", "sha256/abcdef", "sha256/ABCD", "sha256/%20bcd", "iscc/abcd", "md5/abcd"]
)
def test_ranges_that_are_none(server: Served, path: str) -> None:
    problem(server.get(f"/v1/range/{path}"), 404, "no-such-range")


def test_rows_of_large_logs_are_few_and_seldom_exceeded() -> None:
    assert rows_for(0, 5) == 64
    assert rows_for(10_000_000, 5) == 64
    assert rows_for(100_000_000, 5) == 192
    chance = random.Random(1)
    counts = [0] * 16**4
    for _ in range(300_000):
        counts[chance.randrange(16**4)] += 1
    assert max(counts) <= rows_for(300_000, 4)


def begun(server: Served) -> Job:
    said = server.ask("POST", "/v1/check-jobs")
    assert said.status == 201
    job = msgspec.json.decode(said.body, type=Job)
    assert said.headers["location"] == f"/v1/check-jobs/{job.id}"
    return job


def ended(server: Served, job: Job) -> Job:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        now = msgspec.json.decode(server.get(f"/v1/check-jobs/{job.id}").body, type=Job)
        if now.state in {JobState.DONE, JobState.FAILED}:
            return now
        time.sleep(0.05)
    raise AssertionError(now)


def forget(server: Served, job: Job) -> None:
    assert server.ask("DELETE", f"/v1/check-jobs/{job.id}").status == 204
    problem(server.get(f"/v1/check-jobs/{job.id}"), 404, "not-found")


@pytest.mark.parametrize("packed", [False, True])
def test_a_large_question_in_parts(server: Served, packed: bool) -> None:
    items = asked(1500)
    plain = lines_of(items)
    body = gzip.compress(plain) if packed else plain
    job, half = begun(server), len(body) // 2
    path = f"/v1/check-jobs/{job.id}"
    assert server.ask("PUT", path, body[:half]).status == 200
    problem(server.ask("PUT", path, body[half:]), 409, "refused")
    problem(server.ask("PUT", f"{path}?from={half + 1}", body[half:]), 409, "refused")
    problem(server.ask("PUT", f"{path}?from=x", body[half:]), 400, "malformed")
    assert server.get(path).json["received"] == half
    problem(server.get(f"{path}/result"), 404, "not-ready")
    assert server.ask("PUT", f"{path}?from={half}", body[half:]).status == 200
    assert server.ask("POST", f"{path}/start").status == 200
    problem(server.ask("POST", f"{path}/start"), 409, "refused")
    problem(server.ask("PUT", f"{path}?from={len(body)}", b"x"), 409, "refused")
    done = ended(server, job)
    assert (done.state, done.items, done.problem) == (JobState.DONE, 1500, "")
    result = gzip.decompress(server.get(f"{path}/result").body)
    found = msgspec.json.Decoder(Found).decode_lines(result)
    assert tuple(found) == Client(server.address).check(Question(tuple(items))).items
    summary, key = done.summary, Counter(Client(server.address), server.clock).key
    assert summary is not None
    assert holds(key.public, decode64(done.signature, "signature"), SUMMARY_DOMAIN + canonical(summary))
    assert open_checkpoint(summary.checkpoint, key).size == 41
    assert summary.answers == {Answer.RESERVED: 39, Answer.UNKNOWN: 1461}
    assert (summary.asked_sha256, summary.result_sha256) == (
        hashlib.sha256(plain).hexdigest(),
        hashlib.sha256(result).hexdigest(),
    )
    forget(server, job)


BROKEN = {
    "no item": b'{"sha256": 5}\n',
    "no json": b"\xff\xfe\n",
    "another field": b'{"fingerprints": {}, "more": 1}\n',
    "a broken gzip": gzip.compress(b"{}\n" * 100)[:-12],
    "a spoiled gzip": gzip.compress(bytes(range(256)) * 9)[:20] + b"spoiled",
    "too many": b"{}\n" * 2001,
    "a bomb": gzip.compress(b"a" * 30_000_000),
}


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN.keys())
def test_large_questions_that_are_none(server: Served, body: bytes) -> None:
    job = begun(server)
    assert server.ask("PUT", f"/v1/check-jobs/{job.id}", body).status == 200
    server.ask("POST", f"/v1/check-jobs/{job.id}/start")
    failed = ended(server, job)
    assert failed.state is JobState.FAILED
    assert failed.problem
    assert failed.summary is None
    forget(server, job)


def test_limits_of_large_questions(server: Served) -> None:
    job = begun(server)
    problem(server.ask("PUT", f"/v1/check-jobs/{job.id}", b"x" * 400_001), 409, "refused")
    others = [begun(server), begun(server)]
    problem(server.ask("POST", "/v1/check-jobs"), 429, "quota")
    for each in (job, *others):
        forget(server, each)
    for number in ("x", "0" * 32, "..%2f..", "A" * 32):
        problem(server.get(f"/v1/check-jobs/{number}"), 404, "not-found")


def test_an_old_question_is_forgotten(server: Served) -> None:
    job = begun(server)
    server.clock.forward(hours=49)
    problem(server.get(f"/v1/check-jobs/{job.id}"), 404, "not-found")
    begun(server)
    assert not (server.folder / "bulk" / "questions" / job.id).exists()


def test_a_large_question_outlives_its_server(tmp_path: Path) -> None:
    with served(tmp_path) as first:
        Counter(Client(first.address), first.clock).receipts(*(declared(str(number)) for number in range(20)))
        job = begun(first)
        body = gzip.compress(lines_of(asked(60_000)))
        assert first.ask("PUT", f"/v1/check-jobs/{job.id}", body).status == 200
        assert first.ask("POST", f"/v1/check-jobs/{job.id}/start").status == 200
        first.kill()
    assert job_on_disk(tmp_path, job).state in {JobState.WAITING, JobState.RUNNING}
    with served(tmp_path) as second:
        done = ended(second, job)
        assert done.summary is not None
        assert done.summary.answers == {Answer.RESERVED: 20, Answer.UNKNOWN: 59_980}


def job_on_disk(folder: Path, job: Job) -> Job:
    return msgspec.json.decode((folder / "bulk" / "questions" / job.id / "job.json").read_bytes(), type=Job)


def test_a_server_ends_in_order_while_a_large_question_waits(tmp_path: Path) -> None:
    with served(tmp_path) as first:
        job = begun(first)
        first.ask("PUT", f"/v1/check-jobs/{job.id}", gzip.compress(lines_of(asked(20_000))))
        first.ask("POST", f"/v1/check-jobs/{job.id}/start")
        assert "closed" in first.stop()
    with served(tmp_path) as second:
        assert ended(second, job).state is JobState.DONE
