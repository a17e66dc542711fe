"""The registry on this computer: one key, whoever comes first, and never another one over it."""

from __future__ import annotations

import multiprocessing
import stat
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import RegistryProblem, StoreDamaged
from artistguard.jobs.registries import Registries, embedded, log_seed
from artistguard.jobs.studio import EMBEDDED
from artistguard.store.disk import Disk
from artistguard.store.home import Home
from artistguard.transparency.receipt import LOCAL

if TYPE_CHECKING:
    from pathlib import Path

SPAWN = multiprocessing.get_context("spawn")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "home")
    made.make(Disk())
    return made


def seed_into(home: Home, answer: Path) -> None:
    """What a second ArtistGuard does at its first use."""
    answer.write_bytes(log_seed(home.registry_key, home.running, Disk()))


def test_two_processes_make_one_key(tmp_path: Path, home: Home) -> None:
    answers = [tmp_path / str(count) for count in range(3)]
    children = [SPAWN.Process(target=seed_into, args=(home, answer)) for answer in answers]
    for child in children:
        child.start()
    for child in children:
        child.join()
        assert child.exitcode == 0
    seeds = {answer.read_bytes() for answer in answers}
    assert len(seeds) == 1
    assert len(seeds.pop()) == 32


def test_the_key_is_kept_and_private(home: Home) -> None:
    first = log_seed(home.registry_key, home.running, Disk())
    assert log_seed(home.registry_key, home.running, Disk()) == first
    assert stat.S_IMODE(home.registry_key.stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"no key", b"00" * 31, b"00" * 33])
def test_a_broken_key_is_not_replaced(home: Home, content: bytes) -> None:
    home.registry_key.parent.mkdir(parents=True, exist_ok=True)
    home.registry_key.write_bytes(content)
    with pytest.raises(StoreDamaged):
        log_seed(home.registry_key, home.running, Disk())
    assert home.registry_key.read_bytes() == content


def test_the_embedded_registry_is_local_and_stays_the_same(home: Home) -> None:
    ledger = embedded(home, Disk())
    name = ledger.key.name
    ledger.close()
    assert name.startswith(LOCAL)
    again = embedded(home, Disk())
    assert (again.key.name, again.describe().kind) == (name, "embedded")
    again.close()


def test_a_registry_of_another_key_is_not_opened(home: Home) -> None:
    embedded(home, Disk()).close()
    home.registry_key.unlink()
    with pytest.raises(StoreDamaged):
        embedded(home, Disk())


def test_each_registry_is_opened_once(home: Home) -> None:
    registries = Registries(home, Disk())
    first = registries.connect(EMBEDDED)
    assert registries.connect(EMBEDDED) is first
    first.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("address", ["", "no address", "ftp://registry.example", "http://", "file:///etc/passwd"])
def test_what_is_no_address_is_refused(home: Home, address: str) -> None:
    from artistguard.errors import ArtistGuardError, UsageProblem

    with pytest.raises(ArtistGuardError) as problem:
        Registries(home, Disk()).connect(address).describe()
    assert isinstance(problem.value, RegistryProblem | UsageProblem)
