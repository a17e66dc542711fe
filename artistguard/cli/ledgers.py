"""Finding and opening the ledger that a registry command means."""

from __future__ import annotations

import re
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from artistguard.errors import StoreDamaged, UsageProblem
from artistguard.jobs.registries import log_seed
from artistguard.ledger.ledger import Ledger, local_origin
from artistguard.ledger.mirror import mirrored
from artistguard.ledger.opening import SQLITE, file_of, is_server, open_storage, server_name
from artistguard.store.disk import Disk
from artistguard.store.home import find_home
from artistguard.store.opening import open_store
from artistguard.store.troubles import telling
from artistguard.transparency.checkpoint import NoteKey
from artistguard.transparency.receipt import LOCAL
from artistguard.transparency.signature import SeedSigner

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from artistguard.messages import Limits
    from artistguard.transparency.cosignature import WitnessKey

_NAMED_AFTER_KEY = "artistguard.registry/"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a registry is kept.

    Attributes:
        address: Of its ledger, ``sqlite:///PATH`` or ``postgresql://…``.
        key: The log's secret key.
        lock: Folder in which processes wait for one another.
        own: Whether it is the user's own, in her home.
    """

    address: str
    key: Path
    lock: Path
    own: bool

    @property
    def file(self) -> Path | None:
        """The ledger's file; None where a server has it."""
        return None if is_server(self.address) else file_of(self.address)

    @property
    def published(self) -> Path:
        """Folder in which its log is published as files; derived, and made again when it is missing."""
        return (self.file or self.key).with_suffix(".published")


@contextmanager
def place(url: str | None) -> Iterator[Place]:
    """The place that a store URL names; the registry of the home where there is none.

    Raises:
        UsageProblem: The URL is not of a kind that this version knows.
    """
    if url is None:
        with open_store() as store:
            yield Place(f"{SQLITE}{store.home.ledger}", store.home.registry_key, store.home.running, own=True)
    elif is_server(url):
        home = find_home()
        home.make(Disk())
        yield Place(url, home.registry / f"{_plain(server_name(url))}.key", home.running, own=False)
    else:
        database = file_of(url)
        key = database.with_name(f"{database.name}.key")
        yield Place(f"{SQLITE}{database}", key, database.parent, own=False)


@contextmanager
def ledger(
    where: Place, origin: str = "", limits: Limits | None = None, witnesses: Sequence[WitnessKey] = ()
) -> Iterator[Ledger]:
    """The ledger in a place, made at its first use.

    Args:
        where: The place.
        origin: Name for a new log; one that has a name keeps it.
        limits: What it takes.
        witnesses: Who cosigns its checkpoints.

    Raises:
        UsageProblem: It has another name.
        StoreProblem: It cannot be opened, or its key is missing.
    """
    if where.file:
        with telling(where.file):
            where.file.parent.mkdir(parents=True, exist_ok=True)
    known = None if where.file and not where.file.exists() else recorded(where)
    if known and copied(where):
        with closing(
            Ledger.copied(open_storage(where.address), clock=lambda: datetime.now(UTC), limits=limits)
        ) as copy:
            yield copy
        return
    if known and origin and known.name != origin:
        raise UsageProblem(
            f"The registry is named {known.name} and cannot be renamed.",
            remedy="Leave --origin out, or name a new --store.",
        )
    if known and not where.key.exists():
        raise StoreDamaged(
            f"{where.key}: the registry's own key is missing",
            remedy="Bring the file back from a backup; without it nothing can be added to this log.",
        )
    signer = SeedSigner(log_seed(where.key, where.lock, Disk()))
    name = known.name if known else origin or _default(signer.public, own=where.own)
    storage = open_storage(where.address)
    opened = Ledger.open(
        storage, signer, clock=lambda: datetime.now(UTC), origin=name, limits=limits, witnesses=witnesses
    )
    with closing(opened):
        yield opened


def recorded(where: Place) -> NoteKey | None:
    """Name and public key that a ledger itself says it has; None for a new one.

    Raises:
        UsageProblem: There is no ledger.
    """
    if where.file and not where.file.exists():
        raise UsageProblem(f"There is no registry at {where.file}.", remedy="Check the path in --store.")
    with closing(open_storage(where.address)) as storage, storage.reading() as rows:
        key = rows.setting("key")
    return NoteKey.parse(key) if key else None


def copied(where: Place) -> bool:
    """Whether what is kept in a place is the copy of another registry's log."""
    if where.file and not where.file.exists():
        return False
    with closing(open_storage(where.address)) as storage, storage.reading() as rows:
        return mirrored(rows) is not None


def _default(public: bytes, *, own: bool) -> str:
    """Named after its key; the user's own so that its receipts never pass for somebody else's word."""
    local = local_origin(public)
    return local if own else _NAMED_AFTER_KEY + local.removeprefix(LOCAL)


def _plain(name: str) -> str:
    """A name as every file system takes it."""
    return re.sub(r"[^A-Za-z0-9._]+", "-", name)
