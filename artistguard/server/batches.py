"""Batches: up to 10,000 statements as lines, taken in as they come, resumed where they broke off, answered as lines.

Nobody without a key fills the memory: the first line is the cover that the sender signed for this registry, and only so
much is read as the statements that it announces may need.

Source: docs/protocol.md, "Batches".
"""

from __future__ import annotations

from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from artistguard.claims.envelope import Seal, Submission, check_cover
from artistguard.claims.statement import SignedStatement
from artistguard.errors import ProofProblem
from artistguard.ledger.admission import check_cover_here
from artistguard.ledger.storage.uploads import Upload
from artistguard.messages import Problem, Reason, Refusal
from artistguard.server import intake
from artistguard.server.problems import Told, refused, tell

if TYPE_CHECKING:
    from litestar import Request

    from artistguard.server.desk import Desk


@dataclass(slots=True)
class _Coming:
    """A batch that is on its way.

    Attributes:
        desk: Of the server.
        body: What came of this request.
        start: How many of its statements came with earlier requests, as the sender says.
        seal: Its first line, as soon as it is whole.
        before: What is kept of earlier requests.
        ended: Whether the body is whole, and so its last line.
    """

    desk: Desk
    body: bytearray
    start: int
    seal: Seal | None = None
    before: Upload | None = None
    ended: bool = False

    def allow(self, body: bytearray) -> int:
        """How many bytes may come, now that there are more than a cover needs.

        Raises:
            Told: There is no signed cover at the beginning, or it is not for this registry.
        """
        if self.seal is None:
            self._open(body)
        assert self.seal is not None
        limits = self.desk.ledger.describe().limits
        return intake.HEAD_BYTES + self.seal.cover.count * intake.single_bytes(limits)

    def whole(self) -> tuple[Submission, str]:
        """The batch, and when its first part came; in a thread of its own.

        Raises:
            Told: It is not whole, or not one.
        """
        self.ended = True
        upload = self.partly()
        assert self.seal is not None
        if upload.received < self.seal.cover.count:
            raise _Missing(upload, self.seal.cover.count)
        return Submission(self.seal.cover, self.seal.signature, _statements(upload.content)), upload.begun

    def partly(self) -> Upload:
        """Everything that came whole, with what came before; in a thread of its own."""
        if self.seal is None:
            self._open(self.body)
        assert self.seal is not None
        assert self.before is not None
        lines = bytes(self.body[self.body.find(b"\n") + 1 :]) if b"\n" in self.body else b""
        if self.ended and lines and not lines.endswith(b"\n"):
            lines += b"\n"
        content = _first(self.before.content, self.start) + lines[: lines.rfind(b"\n") + 1]
        most = self.desk.configuration.bodies.batch
        if len(content) > most:
            raise intake.too_large(most)
        return Upload(self.before.id, self.before.begun, content.count(b"\n"), content)

    def keep(self) -> None:
        """Keep what came before it broke off, where that is enough to know whose it is; in a thread of its own."""
        if self.seal is not None or b"\n" in self.body:
            with suppress(Told):
                self.desk.ledger.uploads.keep(self.partly())

    def _open(self, body: bytearray) -> None:
        """Read and check the first line."""
        end = body.find(b"\n")
        first = bytes(body[: end if end >= 0 else None])
        if not first or len(first) > intake.HEAD_BYTES:
            raise _no_cover()
        seal = intake.decode(first, Seal)
        try:
            check_cover(seal)
        except ProofProblem as problem:
            raise refused(Refusal(Reason.SIGNATURE, problem.message)) from problem
        ledger = self.desk.ledger
        self.before = ledger.uploads.find(seal.id)
        refusal = check_cover_here(seal.cover, ledger.key.name, self.before.begun, ledger.describe().limits)
        if refusal is not None:
            raise refused(refusal)
        if self.start > self.before.received:
            raise tell(409, "gap", f"{self.before.received} statements came before.", "Go on from there.")
        self.seal = seal


class _Missing(Told):
    """The body is whole, the batch is not: its sender goes on another time.

    Args:
        upload: What came.
        count: How many statements the batch has.
    """

    def __init__(self, upload: Upload, count: int) -> None:
        remedy = f"Go on with the rest: see /v1/batches/{upload.id}."
        super().__init__(Problem(400, "unfinished", f"{upload.received} of {count} statements came.", remedy))
        self.upload = upload


async def take(request: Request[Any, Any, Any], desk: Desk, start: int) -> tuple[Submission, str, str]:
    """Take in a batch, or the rest of one.

    Args:
        request: As it arrives.
        desk: Holds the places for large bodies.
        start: How many statements came with earlier requests.

    Returns:
        The batch, its number, and when its first part came.

    Raises:
        Told: It is not one, or not whole; what came of it is kept.
    """
    coming = _Coming(desk, bytearray(), start)
    async with AsyncExitStack() as held:
        try:
            await intake.read(request, desk, coming.body, desk.configuration.bodies.batch, held, coming.allow)
            submission, begun = await desk.ask(coming.whole)
        except _Missing as missing:
            await desk.ask(desk.ledger.uploads.keep, missing.upload)
            raise
        except Told as told:
            if told.problem.status in {400, 408} and not coming.ended:
                await desk.ask(coming.keep)
            raise
    assert coming.seal is not None
    return submission, coming.seal.id, begun


def _statements(content: bytes) -> tuple[SignedStatement, ...]:
    try:
        return tuple(msgspec.json.Decoder(SignedStatement).decode_lines(content))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise tell(400, Reason.MALFORMED, f"Not understood: {problem}"[:500], "See /openapi.json.") from problem


def _first(content: bytes, count: int) -> bytes:
    """The first lines."""
    end = 0
    for _ in range(count):
        end = content.find(b"\n", end) + 1
    return content[:end]


def _no_cover() -> Told:
    return tell(
        400,
        Reason.MALFORMED,
        "A batch begins with a line that holds its signed cover.",
        "See docs/protocol.md, Batches.",
    )
