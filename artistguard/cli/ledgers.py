"""Finding and opening the ledger that a registry command means."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.errors import StoreDamaged, UsageProblem
from artistguard.jobs.registries import log_seed
from artistguard.ledger.ledger import Ledger, local_origin
from artistguard.ledger.storage.sqlite import SqliteStorage
from artistguard.store.disk import Disk
from artistguard.store.opening import open_store
from artistguard.store.troubles import telling
from artistguard.transparency.checkpoint import NoteKey
from artistguard.transparency.receipt import LOCAL
from artistguard.transparency.signature import SeedSigner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.messages import Limits

_SQLITE = "sqlite:///"
_NAMED_AFTER_KEY = "artistguard.registry/"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a registry is kept.

    Attributes:
        database: Its ledger.
        key: The log's secret key.
        lock: Folder in which processes wait for one another.
        own: Whether it is the user's own, in her home.
    """

    database: Path
    key: Path
    lock: Path
    own: bool


@contextmanager
def place(url: str | None) -> Iterator[Place]:
    """The place that a store URL names; the registry of the home where there is none.

    Raises:
        UsageProblem: The URL is not of a kind that this version knows.
    """
    if url is None:
        with open_store() as store:
            yield Place(store.home.ledger, store.home.registry_key, store.home.running, own=True)
        return
    if url.startswith(("postgresql:", "postgres:")):
        raise UsageProblem(
            "Registries in PostgreSQL come with a later version.", remedy="Use --store sqlite:///PATH until then."
        )
    if not url.startswith(_SQLITE) or len(url) == len(_SQLITE):
        raise UsageProblem(
            f"Not a store: {url}", remedy="Write --store sqlite:///PATH; an absolute path has four slashes."
        )
    database = Path(url.removeprefix(_SQLITE)).absolute()
    yield Place(database, database.with_name(f"{database.name}.key"), database.parent, own=False)


@contextmanager
def ledger(where: Place, origin: str = "", limits: Limits | None = None) -> Iterator[Ledger]:
    """The ledger in a place, made at its first use.

    Args:
        where: The place.
        origin: Name for a new log; one that has a name keeps it.
        limits: What it takes.

    Raises:
        UsageProblem: It has another name.
        StoreProblem: It cannot be opened, or its key is missing.
    """
    with telling(where.database):
        where.database.parent.mkdir(parents=True, exist_ok=True)
    known = recorded(where) if where.database.exists() else None
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
    storage = SqliteStorage(where.database)
    with closing(Ledger.open(storage, signer, clock=lambda: datetime.now(UTC), origin=name, limits=limits)) as opened:
        yield opened


def recorded(where: Place) -> NoteKey | None:
    """Name and public key that a ledger itself says it has; None for a new one.

    Raises:
        UsageProblem: There is no ledger.
    """
    if not where.database.exists():
        raise UsageProblem(f"There is no registry at {where.database}.", remedy="Check the path in --store.")
    with closing(SqliteStorage(where.database)) as storage, storage.reading() as rows:
        key = rows.setting("key")
    return NoteKey.parse(key) if key else None


def _default(public: bytes, *, own: bool) -> str:
    """Named after its key; the user's own so that its receipts never pass for somebody else's word."""
    local = local_origin(public)
    return local if own else _NAMED_AFTER_KEY + local.removeprefix(LOCAL)
