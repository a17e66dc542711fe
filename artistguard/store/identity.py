"""Profiles: the names under which a creator signs, each with a key of its own.

The private key lies in the system's keyring; where there is none, in a file that only its user may read, sealed with a
passphrase or, told plainly, not. A key that was replaced stays, since what it signed stays.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from artistguard.claims.keys import PrivateKey, from_paper, on_paper
from artistguard.errors import IdentityProblem, KeyringRefused, NoIdentity, UsageProblem, Vanished
from artistguard.store import drafts
from artistguard.store.database import now
from artistguard.store.sealing import Card, is_sealed, pack, unpack
from artistguard.store.troubles import telling
from artistguard.store.vault import find_vault

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from artistguard.store.database import Database
    from artistguard.store.disk import Disk
    from artistguard.store.home import Home
    from artistguard.store.vault import Vault

KEYRING, FILE, SEALED_FILE = "keyring", "file", "sealed-file"
FIRST_NAME = "me"
REVOKED = "revoked"
"""Stands for a successor where a key ended without one."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One name with its key.

    Attributes:
        name: As its user calls it; unique among those in use.
        acts_for: On whose behalf it signs, or empty.
        did: did:key of the public half.
        place: Where the private half lies: ``keyring``, ``file`` or ``sealed-file``.
        recovery: did:key of the recovery key, or empty.
        made: When, UTC.
        replaced_by: did:key of the key that took over, `REVOKED` where none did, or empty.
        chosen: Whether it signs when nothing else is said.
    """

    name: str
    acts_for: str
    did: str
    place: str
    recovery: str
    made: str
    replaced_by: str = ""
    chosen: bool = False


class Identities:
    """All profiles of a home."""

    def __init__(
        self, home: Home, database: Database, disk: Disk, vault: Callable[[], Vault | None] = find_vault
    ) -> None:
        self._home = home
        self._database = database
        self._disk = disk
        self._vault = vault
        self._opened: dict[str, PrivateKey] = {}

    def profiles(self, *, replaced: bool = False) -> tuple[Profile, ...]:
        """Those in use, oldest first.

        Args:
            replaced: Also those whose key was replaced or revoked.
        """
        found = self._database.read("SELECT * FROM profiles WHERE replaced_by = '' OR ? ORDER BY id", (replaced,))
        return tuple(_profile(row) for row in found)

    def profile(self, name: str = "") -> Profile:
        """One of them.

        Args:
            name: Its name or did:key; empty for the one that signs by itself.

        Raises:
            NoIdentity: There is none, or none of that name.
        """
        for each in self.profiles():
            if name in {each.name, each.did} or (not name and each.chosen):
                return each
        if name:
            raise NoIdentity(f"{name}: there is no such profile")
        raise NoIdentity("there is no identity yet", remedy="Protect a file, or `artistguard identity show` makes one.")

    def ensure(self, name: str = "", *, store: str = KEYRING) -> tuple[Profile, str]:
        """The profile that signs, made at its first use.

        Args:
            name: Empty for the one that signs by itself; a name must exist.
            store: Where a new key goes.

        Returns:
            The profile, and one sentence to tell when it was made just now, else an empty text.
        """
        if name or self.profiles():
            return self.profile(name), ""
        try:
            return self.create(FIRST_NAME, store=store)
        except UsageProblem:
            return self.profile(), ""  # another process was faster

    def create(
        self, name: str, *, acts_for: str = "", store: str = KEYRING, passphrase: str = ""
    ) -> tuple[Profile, str]:
        """A new profile with a new key.

        Args:
            name: Not in use yet.
            acts_for: On whose behalf it signs.
            store: ``keyring`` or ``file``; without a keyring it is a file.
            passphrase: Seals the file; empty leaves it readable by its user.

        Returns:
            The profile, and one sentence about where the key lies.

        Raises:
            UsageProblem: The name is in use or empty.
            KeyringRefused: The keyring is there and refuses.
        """
        if not name.strip() or not name.isprintable():
            raise UsageProblem("a profile needs a name")
        card = Card(name.strip(), acts_for, "", now(), "")
        return self._add(card, secrets.token_bytes(32), store, passphrase)

    def key(self, profile: Profile | None = None, passphrase: str = "") -> PrivateKey:
        """The private key; once opened it stays open for this process.

        Args:
            profile: By itself the one that signs when nothing else is said.
            passphrase: Opens a sealed file.

        Raises:
            WrongPassphrase: It is sealed, and this does not open it.
            KeyringRefused: The keyring does not answer.
            NoIdentity: The key is gone.
        """
        profile = profile if profile is not None else self.profile()
        if profile.did not in self._opened:
            self._opened[profile.did] = PrivateKey(self._seed(profile, passphrase))
        return self._opened[profile.did]

    def needs_passphrase(self, profile: Profile) -> bool:
        """Whether `key` wants a passphrase."""
        return profile.place == SEALED_FILE

    def has_keyring(self) -> bool:
        """Whether a keyring of the system answers."""
        return self._vault() is not None

    def choose(self, name: str) -> Profile:
        """Let another profile sign by itself."""
        profile = self.profile(name)
        with self._database.writing() as inside:
            inside.execute("UPDATE profiles SET chosen = (did = ?)", (profile.did,))
        return replace(profile, chosen=True)

    def export(self, profile: Profile, new_passphrase: str, passphrase: str = "") -> bytes:
        """A copy of a profile and its key, sealed, to carry elsewhere or to keep.

        Raises:
            UsageProblem: No passphrase to seal it with.
        """
        if not new_passphrase:
            raise UsageProblem("an exported key is sealed with a passphrase", remedy="Give a passphrase.")
        return pack(_card(profile), self._seed(profile, passphrase), new_passphrase)

    def bring_in(
        self, content: bytes, passphrase: str, *, name: str = "", store: str = KEYRING, keep_sealed: str = ""
    ) -> tuple[Profile, str]:
        """Take in what `export` made.

        Args:
            content: The exported bytes.
            passphrase: That opens them.
            name: Another name for it here.
            store: Where its key goes.
            keep_sealed: Seals the key file here.

        Raises:
            WrongPassphrase: It does not open.
            UsageProblem: The name is in use for another key.
        """
        card, seed = unpack(content, passphrase)
        for each in self.profiles(replaced=True):
            if each.did == card.did:
                self._store(replace(card, name=each.name), seed, store, keep_sealed)
                return each, f"The key of {each.name} is here already."
        return self._add(replace(card, name=name or card.name), seed, store, keep_sealed)

    def rotate(self, profile: Profile, *, store: str = KEYRING, passphrase: str = "") -> tuple[Profile, str]:
        """A new key for a profile; the old one stays to sign the handing over, and for what it signed.

        The recovery key stays the same: a person has one, whichever key signs.

        Returns:
            The profile with its new key, and one sentence about where that lies.
        """
        return self._add(
            Card(profile.name, profile.acts_for, "", now(), profile.recovery),
            secrets.token_bytes(32),
            store,
            passphrase,
            profile,
        )

    def revoke(self, profile: Profile) -> None:
        """Let a key sign no more, with none in its place; it stays, to tell the registries so.

        Where it signed by itself, the oldest of the others does from now on.
        """
        with self._database.writing() as inside:
            inside.execute("UPDATE profiles SET replaced_by = ?, chosen = 0 WHERE did = ?", (REVOKED, profile.did))
            inside.execute(
                """UPDATE profiles SET chosen = 1 WHERE id = (SELECT min(id) FROM profiles WHERE replaced_by = '')
                AND NOT EXISTS (SELECT 1 FROM profiles WHERE chosen = 1)"""
            )

    def make_recovery(self, profile: Profile) -> tuple[str, PrivateKey]:
        """A recovery key, of which only the public half is kept here.

        Returns:
            The line to print and put away, shown this once, and the key, to sign that it is the recovery key.
        """
        seed = secrets.token_bytes(32)
        key = PrivateKey(seed)
        with self._database.writing() as inside:
            inside.execute("UPDATE profiles SET recovery = ? WHERE did = ?", (key.did, profile.did))
        return on_paper(seed), key

    def recovery_key(self, profile: Profile, line: str) -> PrivateKey:
        """The recovery key, from the printed line.

        Raises:
            WrongPassphrase: It was mistyped.
            IdentityProblem: It is the recovery key of another profile.
        """
        key = PrivateKey(from_paper(line))
        if key.did != profile.recovery:
            raise IdentityProblem(
                f"this is not the recovery key of {profile.name}", remedy="Look for the line printed for this profile."
            )
        return key

    def _add(
        self, card: Card, seed: bytes, store: str, passphrase: str, old: Profile | None = None
    ) -> tuple[Profile, str]:
        card = replace(card, did=PrivateKey(seed).did)
        place, words = self._store(card, seed, store, passphrase)
        with self._database.writing() as inside:
            if old is not None:
                inside.execute("UPDATE profiles SET replaced_by = ?, chosen = 0 WHERE did = ?", (card.did, old.did))
            taken = inside.execute(
                "SELECT 1 FROM profiles WHERE name = ? AND replaced_by = ''", (card.name,)
            ).fetchone()
            if taken is not None:
                raise UsageProblem(f"{card.name}: there is a profile of this name", remedy="Choose another name.")
            chosen = not inside.execute("SELECT 1 FROM profiles WHERE chosen = 1").fetchone()
            inside.execute(
                """INSERT INTO profiles (name, acts_for, did, place, recovery, made, chosen)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                (card.name, card.acts_for, card.did, place, card.recovery, card.made, chosen),
            )
        return self.profile(card.did), words

    def _store(self, card: Card, seed: bytes, store: str, passphrase: str) -> tuple[str, str]:
        vault = self._vault() if store == KEYRING and not passphrase else None
        if vault is not None:
            vault.put(card.did, seed.hex())
            return KEYRING, "A key was made for you; it lies in the keyring of this computer."
        path = self._file(card.did)
        drafts.put(path, pack(card, seed, passphrase), self._disk)
        if passphrase:
            return SEALED_FILE, f"A key was made for you; it lies in {path}, locked with your passphrase."
        return FILE, (
            f"A key was made for you; it lies in {path}, readable by you only and not locked with a passphrase. "
            "Keep a copy of it in another place."
        )

    def _seed(self, profile: Profile, passphrase: str) -> bytes:
        if profile.place == KEYRING:
            return self._from_vault(profile)
        path = self._file(profile.did)
        try:
            with telling(path):
                content = path.read_bytes()
        except Vanished:
            raise _gone(profile) from None
        card, seed = unpack(content, passphrase if is_sealed(content) else "")
        if card.did != profile.did:
            raise IdentityProblem(f"{path}: it holds the key of another profile")
        return seed

    def _from_vault(self, profile: Profile) -> bytes:
        vault = self._vault()
        if vault is None:
            raise KeyringRefused(f"the key of {profile.name} lies in the system keyring, which does not answer")
        held = vault.get(profile.did)
        if held is None:
            raise _gone(profile)
        try:
            seed = bytes.fromhex(held)
            fits = PrivateKey(seed).did == profile.did
        except ValueError:
            fits = False
        if not fits:
            raise IdentityProblem(f"what the keyring holds is not the key of {profile.name}")
        return seed

    def _file(self, did: str) -> Path:
        return self._home.keys / f"{did.rpartition(':')[2]}.json"


def _gone(profile: Profile) -> NoIdentity:
    return NoIdentity(
        f"the key of {profile.name} is not where it was kept",
        remedy="Bring it back with `artistguard identity import`, or replace it with the recovery key.",
    )


def _card(profile: Profile) -> Card:
    return Card(profile.name, profile.acts_for, profile.did, profile.made, profile.recovery)


def _profile(row: sqlite3.Row) -> Profile:
    return Profile(
        row["name"],
        row["acts_for"],
        row["did"],
        row["place"],
        row["recovery"],
        row["made"],
        row["replaced_by"],
        bool(row["chosen"]),
    )
