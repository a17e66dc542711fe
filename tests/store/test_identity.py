"""Profiles and keys: made at first use, kept where that can be done, carried elsewhere, replaced."""

from __future__ import annotations

import base64
import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

from artistguard.claims.keys import PrivateKey
from artistguard.errors import IdentityProblem, KeyringRefused, NoIdentity, UsageProblem, WrongPassphrase
from artistguard.store import sealing
from artistguard.store.identity import FILE, KEYRING, SEALED_FILE, Identities
from artistguard.store.sealing import Card
from artistguard.store.vault import SystemVault, find_vault
from artistguard.transparency.signature import holds

if TYPE_CHECKING:
    from artistguard.store import Store


class Drawer:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.held: dict[str, str] = {}
        self.locked = False

    def get(self, name: str) -> str | None:
        if self.locked:
            raise KeyringRefused("locked")
        return self.held.get(name)

    def put(self, name: str, secret: str) -> None:
        self.held[name] = secret


def identities(store: Store, drawer: Drawer | None = None) -> Identities:
    """As after a restart: no key is open."""
    return Identities(store.home, store.database, store.disk, lambda: drawer)


def signs(key: PrivateKey, did: str) -> bool:
    return key.did == did and holds(key.public, key.sign(b"words"), b"words")


def test_made_at_first_use_and_told_once(store: Store) -> None:
    with pytest.raises(NoIdentity):
        store.identities.profile()
    profile, words = store.identities.ensure()
    assert "not locked with a passphrase" in words
    assert (profile.place, profile.chosen) == (FILE, True)
    assert store.identities.ensure() == (profile, "")
    assert signs(store.identities.key(), profile.did)
    assert signs(identities(store).key(profile), profile.did)
    (path,) = store.home.keys.iterdir()
    assert path.stat().st_mode & 0o777 == 0o600
    assert store.home.keys.stat().st_mode & 0o777 == 0o700


def test_in_the_keyring_and_nowhere_else(store: Store) -> None:
    drawer = Drawer()
    profile, words = identities(store, drawer).ensure()
    assert profile.place == KEYRING
    assert "keyring" in words
    assert list(store.home.keys.iterdir()) == []
    assert signs(identities(store, drawer).key(), profile.did)
    with pytest.raises(KeyringRefused):
        identities(store, None).key()
    drawer.locked = True
    with pytest.raises(KeyringRefused):
        identities(store, drawer).key()
    drawer.locked = False
    drawer.held[profile.did] = "00" * 32
    with pytest.raises(IdentityProblem):
        identities(store, drawer).key()
    drawer.held[profile.did] = "no key"
    with pytest.raises(IdentityProblem):
        identities(store, drawer).key()
    drawer.held.clear()
    with pytest.raises(NoIdentity, match="not where it was kept"):
        identities(store, drawer).key()


def test_a_file_where_that_is_wished(store: Store) -> None:
    drawer = Drawer()
    profile, _ = identities(store, drawer).ensure(store="file")
    assert profile.place == FILE
    assert drawer.held == {}


def test_locked_with_a_passphrase(store: Store) -> None:
    profile, _ = store.identities.create("pen", passphrase="correct horse")
    assert profile.place == SEALED_FILE
    assert store.identities.needs_passphrase(profile)
    (path,) = store.home.keys.iterdir()
    assert "seed" not in json.loads(path.read_bytes())
    for wrong in ("", "battery staple"):
        with pytest.raises(WrongPassphrase):
            identities(store).key(profile, wrong)
    again = identities(store)
    assert signs(again.key(profile, "correct horse"), profile.did)
    assert signs(again.key(), profile.did)  # once open it stays open


def test_several_profiles(store: Store) -> None:
    me, _ = store.identities.ensure()
    pen, _ = store.identities.create("Currer Bell", acts_for="Charlotte")
    assert [each.name for each in store.identities.profiles()] == [me.name, "Currer Bell"]
    assert me.did != pen.did
    assert store.identities.profile() == me
    assert store.identities.profile("Currer Bell").acts_for == "Charlotte"
    assert store.identities.profile(pen.did) == pen
    store.identities.choose("Currer Bell")
    assert store.identities.profile().name == "Currer Bell"
    assert signs(store.identities.key(), pen.did)
    for name in ("Currer Bell", "", "  ", "a\nb"):
        with pytest.raises(UsageProblem):
            store.identities.create(name)
    with pytest.raises(NoIdentity):
        store.identities.profile("Acton Bell")
    with pytest.raises(NoIdentity):
        store.identities.ensure("Acton Bell")


def test_carried_to_another_home(store: Store, tmp_path: object) -> None:
    from artistguard.store import open_store
    from artistguard.store.home import Home

    profile, _ = store.identities.create("pen", acts_for="Ada")
    with pytest.raises(UsageProblem):
        store.identities.export(profile, "")
    content = store.identities.export(profile, "carry me")
    assert b'"seed"' not in content
    with open_store(Home(store.home.folder.parent / "elsewhere")) as other:
        with pytest.raises(WrongPassphrase):
            other.identities.bring_in(content, "drop me")
        brought, _ = other.identities.bring_in(content, "carry me")
        assert (brought.name, brought.acts_for, brought.did) == ("pen", "Ada", profile.did)
        assert signs(other.identities.key(), profile.did)
        assert other.identities.bring_in(content, "carry me")[0].did == profile.did
        assert len(other.identities.profiles()) == 1
        other.identities.create("other")
        second, _ = store.identities.create("other")
        foreign = store.identities.export(second, "x")
        with pytest.raises(UsageProblem):
            other.identities.bring_in(foreign, "x")
        assert other.identities.bring_in(foreign, "x", name="other two")[0].name == "other two"


def test_a_lost_key_file_comes_back(store: Store) -> None:
    profile, _ = store.identities.ensure()
    content = store.identities.export(profile, "p")
    (path,) = store.home.keys.iterdir()
    path.unlink()
    with pytest.raises(NoIdentity):
        identities(store).key()
    store.identities.bring_in(content, "p")
    assert signs(identities(store).key(), profile.did)


def test_rotated(store: Store) -> None:
    old, _ = store.identities.ensure()
    new, _ = store.identities.rotate(old)
    assert (new.name, new.chosen) == (old.name, True)
    assert new.did != old.did
    assert store.identities.profiles() == (new,)
    kept = {each.did: each for each in store.identities.profiles(replaced=True)}
    assert kept[old.did].replaced_by == new.did
    assert signs(identities(store).key(kept[old.did]), old.did)
    assert signs(identities(store).key(), new.did)


def test_a_recovery_key_is_shown_once_and_not_kept(store: Store) -> None:
    profile, _ = store.identities.ensure()
    line, key = store.identities.make_recovery(profile)
    profile = store.identities.profile()
    assert profile.recovery == key.did
    everything = b"".join(path.read_bytes() for path in store.home.folder.rglob("*") if path.is_file())
    assert line.encode() not in everything
    assert signs(store.identities.recovery_key(profile, line.lower().replace("-", " ")), profile.recovery)
    with pytest.raises(WrongPassphrase):
        store.identities.recovery_key(profile, line[:-1] + ("0" if line[-1] != "0" else "1"))
    other, _ = store.identities.make_recovery(store.identities.create("pen")[0])
    with pytest.raises(IdentityProblem):
        store.identities.recovery_key(profile, other)


CARD = Card("pen", "Ada", PrivateKey(bytes(32)).did, "2026-01-31T00:00:00Z", "")


def test_a_key_file_that_was_changed_is_refused() -> None:
    sealed = json.loads(sealing.pack(CARD, bytes(32), "p"))
    assert sealing.unpack(json.dumps(sealed).encode(), "p") == (CARD, bytes(32))
    for name, value, kind in (
        ("name", "another", WrongPassphrase),
        ("did", PrivateKey(bytes([1] * 32)).did, WrongPassphrase),
        ("salt", base64.b64encode(bytes(16)).decode(), WrongPassphrase),
        ("n", 1 << 40, IdentityProblem),
        ("n", "many", IdentityProblem),
        ("r", 0, IdentityProblem),
        ("kdf", "rot13", IdentityProblem),
        ("nonce", "???", IdentityProblem),
        ("salt", None, IdentityProblem),
        ("type", "other", IdentityProblem),
    ):
        with pytest.raises(kind):
            sealing.unpack(json.dumps({**sealed, name: value}).encode(), "p")
    del sealed["nonce"]
    with pytest.raises(IdentityProblem):
        sealing.unpack(json.dumps(sealed).encode(), "p")


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff\xfe", b"-----BEGIN PRIVATE KEY-----", b'{"type": 1}'])
def test_what_is_not_a_key_file(content: bytes) -> None:
    with pytest.raises(IdentityProblem):
        sealing.unpack(content, "p")
    with pytest.raises(IdentityProblem):
        sealing.is_sealed(content)


def test_a_plain_key_file_must_fit_its_name() -> None:
    plain = json.loads(sealing.pack(CARD, bytes(32), ""))
    assert not sealing.is_sealed(json.dumps(plain).encode())
    for seed in ("", "AAAA", base64.b64encode(bytes([1] * 32)).decode(), 7):
        with pytest.raises(IdentityProblem):
            sealing.unpack(json.dumps({**plain, "seed": seed}).encode(), "")


def test_the_keyring_is_not_asked_where_nobody_could_answer() -> None:
    assert (
        find_vault({"ARTISTGUARD_KEYRING": "off", "DISPLAY": ":0", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"}) is None
    )
    if sys.platform == "linux":
        assert find_vault({}) is None
        assert find_vault({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}) is None
        assert find_vault({"DISPLAY": ":0", "XDG_RUNTIME_DIR": "/nowhere"}) is None


class Backend:
    """A keyring of the system that answers, forgets or breaks."""

    def __init__(self, *, forgets: bool = False, breaks: bool = False) -> None:
        self._held: dict[str, str] = {}
        self._forgets = forgets
        self._breaks = breaks

    def get_password(self, service: str, username: str) -> str | None:
        if self._breaks:
            raise RuntimeError("the bus went away")
        return self._held.get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        if not self._forgets:
            self._held[f"{service} {username}"] = password


def test_what_the_keyring_does_is_looked_at() -> None:
    good = SystemVault(Backend())
    good.put("did", "secret")
    assert (good.get("did"), good.get("other")) == ("secret", None)
    with pytest.raises(KeyringRefused):
        SystemVault(Backend(forgets=True)).put("did", "secret")
    with pytest.raises(KeyringRefused, match="the bus went away"):
        SystemVault(Backend(breaks=True)).get("did")


def test_a_keyring_that_never_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    from artistguard.store import vault

    stop = threading.Event()
    backend = Backend()
    monkeypatch.setattr(backend, "get_password", lambda *_: stop.wait())
    monkeypatch.setattr(vault, "_PATIENCE_SECONDS", 0.05)
    with pytest.raises(KeyringRefused, match="does not answer"):
        SystemVault(backend).get("did")
    stop.set()


def test_home_is_private(store: Store) -> None:
    assert store.home.folder == type(store.home.folder)(os.environ["ARTISTGUARD_HOME"])
    for folder in (store.home.wayback, store.home.keys, store.home.running, store.home.registry):
        assert folder.stat().st_mode & 0o777 == 0o700
