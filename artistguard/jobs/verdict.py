"""What came out of checking a proof file, for every face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from artistguard.jobs.outcome import Trouble
    from artistguard.terms import Choice


@dataclass(frozen=True, slots=True)
class Checked:
    """One statement of a proof file.

    Attributes:
        record: Its URN, or empty for a statement about keys.
        work: URN of the work.
        act: What it does: declare, change, withdraw.
        choice: What it says.
        creator: did:key of whoever signed.
        registry: Name of the log that holds it.
        index: Place in that log.
        size: Of the log at the checkpoint.
        local: The log is one kept on somebody's own computer, which proves no date.
        pinned: The registry's key was known here before; else it came with the proof itself.
        witnessed: Who besides the registry stands up for it, in plain words.
        error: Why it does not hold.
    """

    record: str
    work: str = ""
    act: str = ""
    choice: Choice | None = None
    creator: str = ""
    registry: str = ""
    index: int = -1
    size: int = 0
    local: bool = False
    pinned: bool = False
    witnessed: str = ""
    error: Trouble | None = None


@dataclass(frozen=True, slots=True)
class FileChecked:
    """One file held against the proof.

    Attributes:
        path: The file.
        records: URNs of statements that hold and speak of exactly this file.
        certificate: It is the page that was made with this very proof file.
        error: Why it is neither.
    """

    path: str
    records: tuple[str, ...] = ()
    certificate: bool = False
    error: Trouble | None = None


@dataclass(frozen=True, slots=True)
class StampChecked:
    """One time stamp over the proof file.

    Attributes:
        authority: Its name, as its certificate has it.
        at: When it saw the proof, RFC 3339 in UTC.
        checked: Its signature leads to a root that was named; otherwise anybody may have made it.
        error: Why it does not hold.
    """

    authority: str = ""
    at: str = ""
    checked: bool = False
    error: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """All of it.

    Attributes:
        statements: In the order of the proof.
        files: In the order given.
        stamps: In the order of the proof.
        error: The proof file as a whole was changed after it was made, wherever that was.
    """

    statements: tuple[Checked, ...]
    files: tuple[FileChecked, ...]
    stamps: tuple[StampChecked, ...] = ()
    error: Trouble | None = None

    @property
    def holds(self) -> bool:
        """Whether everything does."""
        errors = [each.error for each in self.statements]
        errors += [each.error for each in self.files]
        errors += [each.error for each in self.stamps]
        return not any([*errors, self.error])

    def as_json(self) -> dict[str, Any]:
        """As `verify --json` prints it."""
        return {
            "holds": self.holds,
            "error": self.error.as_json() if self.error else None,
            "statements": [_statement(each) for each in self.statements],
            "files": [
                {
                    "path": each.path,
                    "records": list(each.records),
                    "certificate": each.certificate,
                    "error": each.error.as_json() if each.error else None,
                }
                for each in self.files
            ],
            "stamps": [
                {
                    "authority": each.authority or None,
                    "at": each.at or None,
                    "checked": each.checked,
                    "error": each.error.as_json() if each.error else None,
                }
                for each in self.stamps
            ],
        }


def _statement(each: Checked) -> dict[str, Any]:
    return {
        "record": each.record or None,
        "work": each.work or None,
        "act": each.act or None,
        "choice": each.choice.value if each.choice else None,
        "creator": each.creator or None,
        "registry": each.registry or None,
        "index": each.index if each.index >= 0 else None,
        "size": each.size or None,
        "proves_date": bool(each.registry) and not each.local,
        "key_pinned": each.pinned,
        "witnessed": each.witnessed or None,
        "error": each.error.as_json() if each.error else None,
    }
