"""The protocol that both kinds of registry answer.

Source: docs/protocol.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from artistguard.claims.envelope import Submission
    from artistguard.messages.asking import Answers, Question, RecordAnswer, WorkAnswer
    from artistguard.messages.delivering import SubmissionAnswer
    from artistguard.messages.describing import Descriptor, Growth
    from artistguard.messages.people import PartyAnswer


class Registry(Protocol):
    """A consent registry, here or elsewhere.

    Every method may raise errors below RegistryProblem: Unreachable (later), Refused (for good) or Distrusted. The
    embedded one may raise errors below StoreProblem instead of Unreachable.
    """

    def describe(self) -> Descriptor:
        """What the registry says it is."""
        ...

    def submit(self, submission: Submission) -> SubmissionAnswer:
        """Deliver statements; whatever has a receipt in the answer is on disk.

        Raises:
            Refused: The envelope as a whole was not taken; the message says why.
        """
        ...

    def check(self, question: Question) -> Answers:
        """Look items up, by digest and by likeness."""
        ...

    def work(self, urn: str) -> WorkAnswer:
        """History and state of a work."""
        ...

    def record(self, urn: str) -> RecordAnswer:
        """The statement with a given record URN."""
        ...

    def party(self, did: str) -> PartyAnswer:
        """Keys and evidence of whoever holds a key."""
        ...

    def checkpoint(self) -> str:
        """The newest signed checkpoint; a log without entries has one too."""
        ...

    def growth(self, old: int, new: int) -> Growth:
        """The consistency proof from one size of the log to a later one.

        Raises:
            Refused: The log never had one of these sizes, or they stand the wrong way round.
        """
        ...

    def entries(self, start: int, end: int) -> tuple[bytes, ...]:
        """Entries of the log, as many as there are from `start` up to but without `end`, at most 256."""
        ...
