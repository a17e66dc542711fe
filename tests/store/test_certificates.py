"""Certificates for content credentials in the home: public ones as they are, a bought key locked with the profile's."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from artistguard.credentials.values import Signatory
from artistguard.errors import IdentityProblem
from artistguard.store.certificates import Certificates
from artistguard.store.disk import Disk
from artistguard.store.home import Home

if TYPE_CHECKING:
    from pathlib import Path

DID, OTHER = "did:key:z6MkOne", "did:key:z6MkTwo"
LOCK = bytes(range(32))
WHO = Signatory(b"-----BEGIN CERTIFICATE-----", b"-----BEGIN PRIVATE KEY-----", "ps256", bought=True)


@pytest.fixture
def kept(tmp_path: Path) -> Certificates:
    return Certificates(Home(tmp_path / "home"), Disk())


def test_there_is_none_at_first(kept: Certificates) -> None:
    assert kept.own(DID, "Zoë") is None
    assert kept.bought(DID, LOCK) is None
    assert kept.bought_chain(DID) is None
    assert kept.chains() == ()
    assert not kept.forget_bought(DID)


def test_the_latest_counts_for_each_profile_and_name_and_all_stay(kept: Certificates) -> None:
    for did, name, chain in ((DID, "Zoë", b"1"), (DID, "Pen", b"2"), (OTHER, "Zoë", b"3"), (DID, "Zoë", b"4")):
        kept.keep_own(did, name, chain)
    assert [kept.own(*who) for who in ((DID, "Zoë"), (DID, "Pen"), (OTHER, "Zoë"))] == [b"4", b"2", b"3"]
    assert set(kept.chains()) == {b"1", b"2", b"3", b"4"}


def test_a_bought_one_comes_back_with_its_key_which_lies_nowhere_open(kept: Certificates, tmp_path: Path) -> None:
    kept.keep_bought(DID, LOCK, WHO)
    assert kept.bought(DID, LOCK) == WHO
    assert kept.bought_chain(DID) == WHO.chain
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(b"PRIVATE" in path.read_bytes() for path in written)
    assert {stat.S_IMODE(path.stat().st_mode) for path in written} == {0o600}
    assert kept.own(DID, "Zoë") is None


def test_one_that_is_removed_is_known_still_and_signs_no_more(kept: Certificates) -> None:
    kept.keep_bought(DID, LOCK, WHO)
    assert kept.forget_bought(DID)
    assert kept.bought(DID, LOCK) is None
    assert kept.chains() == (WHO.chain,)


def test_another_key_does_not_open_it(kept: Certificates) -> None:
    kept.keep_bought(DID, LOCK, WHO)
    with pytest.raises(IdentityProblem, match="changed"):
        kept.bought(DID, bytes(32))


def test_it_counts_for_no_other_profile(kept: Certificates, tmp_path: Path) -> None:
    kept.keep_bought(DID, LOCK, WHO)
    folder = tmp_path / "home" / "certificates"
    (folder / "z6MkOne.json").rename(folder / "z6MkTwo.json")
    with pytest.raises(IdentityProblem):
        kept.bought(OTHER, LOCK)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b'{"type": "other"}', b"\xff\xfe"], ids=["empty", "bare", "other", "odd"]
)
def test_a_file_that_was_changed_is_told(kept: Certificates, tmp_path: Path, content: bytes) -> None:
    kept.keep_bought(DID, LOCK, WHO)
    (tmp_path / "home" / "certificates" / "z6MkOne.json").write_bytes(content)
    for ask in (lambda: kept.bought(DID, LOCK), lambda: kept.bought_chain(DID)):
        with pytest.raises(IdentityProblem) as told:
            ask()
        assert "--import" in told.value.remedy


def test_every_byte_of_it_is_bound(kept: Certificates, tmp_path: Path) -> None:
    kept.keep_bought(DID, LOCK, WHO)
    file = tmp_path / "home" / "certificates" / "z6MkOne.json"
    content = file.read_bytes()
    for place in range(0, len(content), 7):
        file.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        try:
            assert kept.bought(DID, LOCK) == WHO  # a blank between words may be any blank
        except IdentityProblem:
            continue
