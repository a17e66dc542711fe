"""The registry a job speaks to: the one on this computer, used directly, or one elsewhere, over the network."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from artistguard.errors import StoreDamaged
from artistguard.jobs.studio import EMBEDDED
from artistguard.ledger.ledger import Ledger
from artistguard.ledger.storage.sqlite import SqliteStorage
from artistguard.store import drafts
from artistguard.store.owners import alone
from artistguard.store.troubles import telling
from artistguard.transparency.signature import KEY_BYTES, SeedSigner

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.messages import Registry
    from artistguard.store.disk import Disk
    from artistguard.store.home import Home


class Registries:
    """Opens registries, each once.

    Args:
        home: Where the embedded one is kept.
        disk: The disk.
    """

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home = home
        self._disk = disk
        self._open: dict[str, Registry] = {}

    def connect(self, address: str) -> Registry:
        """The registry at an address; `EMBEDDED` is the one on this computer, made at its first use.

        Raises:
            RegistryProblem: The address is none, or nobody answers there.
            StoreProblem: The embedded one cannot be opened.
        """
        if address not in self._open:
            self._open[address] = embedded(self._home, self._disk) if address == EMBEDDED else _elsewhere(address)
        return self._open[address]


def _elsewhere(address: str) -> Registry:
    # Most runs need no network, and what speaks to it takes a while to load.
    from artistguard.registry.client import Client  # noqa: PLC0415

    return Client(address)


def embedded(home: Home, disk: Disk) -> Ledger:
    """The registry on this computer, whose receipts are kept for its user and prove no date to anybody else."""
    signer = SeedSigner(log_seed(home.registry_key, home.running, disk))
    return Ledger.open(SqliteStorage(home.ledger), signer, clock=lambda: datetime.now(UTC))


def log_seed(path: Path, running: Path, disk: Disk) -> bytes:
    """The 32 secret bytes of a log's own key, drawn at the first use; readable by their owner only.

    Raises:
        StoreDamaged: The file holds something else.
    """
    with alone(running, "registry-key"), telling(path):
        if not path.exists():
            drafts.put(path, secrets.token_bytes(KEY_BYTES).hex().encode() + b"\n", disk)
        try:
            seed = bytes.fromhex(path.read_text("ascii"))
        except ValueError:
            seed = b""
    if len(seed) != KEY_BYTES:
        raise StoreDamaged(f"{path}: this is not the key of a registry")
    return seed
