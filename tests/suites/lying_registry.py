"""A registry that stands before a real one and changes what it says, as a bad or broken one might."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from artistguard.claims.envelope import Submission
    from artistguard.messages import (
        Answers,
        Descriptor,
        Growth,
        PartyAnswer,
        Question,
        RecordAnswer,
        Registry,
        SubmissionAnswer,
        WorkAnswer,
    )


def honest(value: Any) -> Any:
    return value


@dataclass
class LyingRegistry:
    """Answers as the real one does, each answer changed by a function.

    Attributes:
        real: The honest one.
        describing: Changes what it says it is.
        submitting: Changes the answer to a delivery.
        checking: Changes answers to questions.
        recording: Changes what it says of a record.
        working: Changes what it says of a work.
        growing: Changes consistency proofs.
        before: Called before every delivery; may raise.
        received: All deliveries.
    """

    real: Registry
    describing: Callable[[Descriptor], Descriptor] = honest
    submitting: Callable[[SubmissionAnswer], SubmissionAnswer] = honest
    checking: Callable[[Answers], Answers] = honest
    recording: Callable[[RecordAnswer], RecordAnswer] = honest
    working: Callable[[WorkAnswer], WorkAnswer] = honest
    growing: Callable[[Growth], Growth] = honest
    before: Callable[[], None] = lambda: None
    received: list[Submission] = field(default_factory=list)

    def describe(self) -> Descriptor:
        return self.describing(self.real.describe())

    def submit(self, submission: Submission) -> SubmissionAnswer:
        self.before()
        self.received.append(submission)
        return self.submitting(self.real.submit(submission))

    def check(self, question: Question) -> Answers:
        return self.checking(self.real.check(question))

    def work(self, urn: str) -> WorkAnswer:
        return self.working(self.real.work(urn))

    def record(self, urn: str) -> RecordAnswer:
        return self.recording(self.real.record(urn))

    def party(self, did: str) -> PartyAnswer:
        return self.real.party(did)

    def checkpoint(self) -> str:
        return self.real.checkpoint()

    def growth(self, old: int, new: int) -> Growth:
        return self.growing(self.real.growth(old, new))

    def entries(self, start: int, end: int) -> tuple[bytes, ...]:
        return self.real.entries(start, end)
