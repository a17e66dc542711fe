"""Answers in bulk over HTTP: snapshots, what changed since one, ranges, and large questions.

Source: docs/protocol.md, "In bulk, and offline"; RFC 9110, sections 13.1.2 (If-None-Match) and 14.2 (Range).
"""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Request, Response, delete, get, post, put
from litestar.response import Stream

from artistguard.errors import ProofProblem, Refused
from artistguard.ledger.bulk import ranges
from artistguard.ledger.bulk.archive import Archive
from artistguard.ledger.bulk.jobs import JobLimits, Jobs
from artistguard.ledger.bulk.wholesale import Wholesale
from artistguard.server import intake
from artistguard.server.problems import Told, tell
from artistguard.transparency.checkpoint import Checkpoint, Note, decimal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from litestar.handlers import HTTPRouteHandler

    from artistguard.messages.bulk import Job, SignedManifest
    from artistguard.server.desk import Desk

_NOW = {"Cache-Control": "no-cache"}
_PRIVATE = {"Cache-Control": "no-store"}
_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_RANGE_SECONDS = 300
_RANGES_KEPT = 4096
_RANGE_KEPT_SECONDS = 5.0
_PIECE = 1 << 20
_FILE = re.compile(r"(0|[1-9][0-9]{0,18})\.zip\Z", re.ASCII)
_FROM = re.compile(r"bytes=([0-9]{1,18})-\Z", re.ASCII)


class Store:
    """Where a server keeps what it gives out in bulk.

    Args:
        desk: Of the server, whose configuration names a folder.

    Attributes:
        archive: Its snapshots.
        jobs: The large questions that it took on.
    """

    def __init__(self, desk: Desk) -> None:
        told = desk.configuration.bulk
        folder = Path(told.folder)
        counter = Wholesale(desk.ledger)
        self.archive = Archive(folder / "snapshots", counter, 60 * told.snapshot_minutes)
        limits = JobLimits(told.job_bytes, told.job_items, told.job_hours, told.jobs)
        self.jobs = Jobs(folder / "questions", desk.ledger, limits)


def routes(desk: Desk, store: Store | None) -> list[HTTPRouteHandler]:
    """The handlers of one server; see `api.routes`.

    Args:
        desk: Where the ledger is asked.
        store: Where what is given out in bulk is kept; None where the server has no folder for it.
    """
    kept = [*_snapshots(desk, store.archive), *_asking(desk, store.jobs), *_answered(desk, store.jobs)] if store else []
    return [*kept, *_told(desk)]


def _told(desk: Desk) -> list[HTTPRouteHandler]:
    """What needs no folder."""
    ledger = desk.ledger
    counter = Wholesale(ledger, changes_kept=desk.configuration.bulk.changes)

    @get("/v1/changes")
    async def changes(request: Request[Any, Any, Any]) -> Response[bytes]:
        try:
            told = await desk.ask(counter.changes, decimal(request.query_params.get("after", ""), "size"))
        except (Refused, ProofProblem) as problem:
            raise tell(404, "no-such-size", problem.message, "Ask with the size of an earlier checkpoint.") from problem
        if told is None:
            raise tell(410, "too-long-ago", "What changed since then is not told any more.", "Take /v1/snapshot.")
        return _json(await desk.ask(msgspec.json.encode, told), _NOW)

    kept = _Ranges(desk)

    @get("/v1/range/{name:str}/{prefix:str}")
    async def stretch(request: Request[Any, Any, Any]) -> Response[bytes]:
        try:
            size, text = await kept.find(request.path_params["name"], request.path_params["prefix"])
        except Refused as problem:
            raise tell(404, "no-such-range", problem.message, "See docs/protocol.md, Ranges.") from problem
        headers = {"Cache-Control": f"public, max-age={_RANGE_SECONDS}", "ETag": f'"{size}"'}
        if request.headers.get("if-none-match") == headers["ETag"]:
            return Response(b"", status_code=304, headers=headers)
        return Response(text, media_type="text/plain", headers=headers)

    return [changes, stretch]


class _Ranges:
    """Ranges that were asked for lately; an answer may be kept by others for much longer than here.

    Args:
        desk: Where the ledger is asked.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: OrderedDict[tuple[str, str], tuple[float, int, bytes]] = OrderedDict()

    async def find(self, name: str, prefix: str) -> tuple[int, bytes]:
        """Size of the log, and the range.

        Raises:
            Refused: There is none of that kind, or not so.
        """
        now = asyncio.get_running_loop().time()
        made, size, text = self._kept.get((name, prefix), (now - _RANGE_KEPT_SECONDS, 0, b""))
        if now - made >= _RANGE_KEPT_SECONDS:
            size, text = await self._desk.ask(self._made, name, prefix)
            self._kept[name, prefix] = (now, size, text)
            self._kept.move_to_end((name, prefix))
            while len(self._kept) > _RANGES_KEPT:
                self._kept.popitem(last=False)
        return size, text

    def _made(self, name: str, prefix: str) -> tuple[int, bytes]:
        with self._desk.ledger.state() as lookup:
            return lookup.rows.size(), ranges.text(name, prefix, lookup)


def _snapshots(desk: Desk, archive: Archive) -> list[HTTPRouteHandler]:
    making: set[asyncio.Task[None]] = set()

    def newest() -> tuple[SignedManifest | None, bool]:
        size = Checkpoint.parse(Note.parse(desk.ledger.checkpoint()).text).size
        return archive.newest(), archive.due(size)

    @get("/v1/snapshot")
    async def manifest() -> Response[bytes]:
        found, due = await desk.ask(newest)
        if due and not making:
            task = asyncio.ensure_future(desk.ask(archive.make))
            making.add(task)
            task.add_done_callback(making.discard)
        if found is None:
            raise tell(503, "not-ready", "The first snapshot is being made.", "Ask again in a while.")
        return _json(msgspec.json.encode(found), _NOW)

    @get("/v1/snapshot/{name:str}")
    async def file(request: Request[Any, Any, Any]) -> Stream | Response[bytes]:
        match = _FILE.match(request.path_params["name"])
        path = await desk.ask(archive.find, int(match.group(1))) if match else None
        if path is None:
            raise tell(404, "not-found", "This snapshot is not kept.", "See /v1/snapshot for the one that is.")
        return await _sent(request, desk, path, "application/zip", _FOR_EVER)

    return [manifest, file]


def _asking(desk: Desk, jobs: Jobs) -> list[HTTPRouteHandler]:
    @post("/v1/check-jobs", status_code=201)
    async def begin() -> Response[bytes]:
        try:
            job = await desk.ask(jobs.begin)
        except Refused as problem:
            raise tell(429, "quota", problem.message, problem.remedy) from problem
        headers = _PRIVATE | {"Location": f"/v1/check-jobs/{job.id}"}
        return Response(msgspec.json.encode(job), status_code=201, media_type="application/json", headers=headers)

    @put("/v1/check-jobs/{number:str}")
    async def add(request: Request[Any, Any, Any]) -> Response[bytes]:
        job, start, body = await _found(request, desk, jobs), _start(request), bytearray()
        try:
            async with AsyncExitStack() as held:
                await intake.read(request, desk, body, desk.configuration.bodies.question, held)
        except Told as told:
            if told.problem.status in {400, 408} and body:
                await _done(desk, jobs.add, job, start, bytes(body))
            raise
        return await _done(desk, jobs.add, job, start, bytes(body))

    @post("/v1/check-jobs/{number:str}/start", status_code=200)
    async def run(request: Request[Any, Any, Any]) -> Response[bytes]:
        return await _done(desk, jobs.start, await _found(request, desk, jobs))

    return [begin, add, run]


def _answered(desk: Desk, jobs: Jobs) -> list[HTTPRouteHandler]:
    @get("/v1/check-jobs/{number:str}")
    async def state(request: Request[Any, Any, Any]) -> Response[bytes]:
        return _json(msgspec.json.encode(await _found(request, desk, jobs)), _PRIVATE)

    @get("/v1/check-jobs/{number:str}/result")
    async def result(request: Request[Any, Any, Any]) -> Stream | Response[bytes]:
        path = jobs.result(await _found(request, desk, jobs))
        if path is None:
            raise tell(404, "not-ready", "The answers are not all there.", "Ask again in a while.")
        return await _sent(request, desk, path, "application/gzip", _PRIVATE)

    @delete("/v1/check-jobs/{number:str}")
    async def forget(request: Request[Any, Any, Any]) -> None:
        await desk.ask(jobs.delete, await _found(request, desk, jobs))

    return [state, result, forget]


async def _found(request: Request[Any, Any, Any], desk: Desk, jobs: Jobs) -> Job:
    job = await desk.ask(jobs.find, request.path_params["number"])
    if job is None:
        raise tell(404, "not-found", "There is no such question, or it was deleted.", "Ask it anew.")
    return job


def _start(request: Request[Any, Any, Any]) -> int:
    try:
        return decimal(request.query_params.get("from", "0"), "place")
    except ProofProblem as problem:
        raise tell(400, "malformed", "?from= is the number of bytes that came before.") from problem


async def _done(desk: Desk, call: Any, *arguments: object) -> Response[bytes]:  # noqa: ANN401 - a method of Jobs
    try:
        return _json(msgspec.json.encode(await desk.ask(call, *arguments)), _PRIVATE)
    except Refused as problem:
        raise tell(409, "refused", problem.message, problem.remedy) from problem


async def _sent(
    request: Request[Any, Any, Any], desk: Desk, path: Path, media: str, headers: dict[str, str]
) -> Stream | Response[bytes]:
    """A file, from where the client has it already."""
    size = (await desk.ask(path.stat)).st_size
    match = _FROM.match(request.headers.get("range", ""))
    start = int(match.group(1)) if match else 0
    if start >= size:
        return Response(b"", status_code=416, headers={"Content-Range": f"bytes */{size}"})
    told = headers | {"Accept-Ranges": "bytes", "Content-Length": str(size - start)}
    if match:
        told["Content-Range"] = f"bytes {start}-{size - 1}/{size}"
    return Stream(_pieces(desk, path, start), status_code=206 if match else 200, media_type=media, headers=told)


async def _pieces(desk: Desk, path: Path, start: int) -> AsyncIterator[bytes]:
    with await desk.ask(path.open, "rb") as source:
        await desk.ask(source.seek, start)
        while piece := await desk.ask(source.read, _PIECE):
            yield piece


def _json(content: bytes, headers: dict[str, str]) -> Response[bytes]:
    return Response(content, media_type="application/json", headers=headers)
