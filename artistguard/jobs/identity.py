"""The names under which a creator signs: made, chosen, carried elsewhere, handed over to a new key, secured on paper.

What the registries must know of it (a new key took over; which key is the recovery key) is signed here and waits in the
outbox like any other statement, for every registry that has heard of the key.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from artistguard.claims import rotation, statement
from artistguard.errors import UsageProblem
from artistguard.jobs.deliver import Delivery, deliver
from artistguard.store import files
from artistguard.store.changing import Change, NewStatement
from artistguard.store.drafts import put
from artistguard.store.identity import FILE, KEYRING, SEALED_FILE

if TYPE_CHECKING:
    from collections.abc import Callable

    from artistguard.claims.keys import SigningKey
    from artistguard.claims.rotation import KeyStatement
    from artistguard.jobs.studio import Studio
    from artistguard.store.identity import Profile

MOST_OF_A_KEY_FILE = 1 << 16
"""Bytes of an exported key that are read at most."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """A profile with a new key, or with a recovery key.

    Attributes:
        profile: As it is now.
        words: Where the new key lies, or the recovery line.
        deliveries: What became of telling the registries.
    """

    profile: Profile
    words: str
    deliveries: tuple[Delivery, ...]


def profiles(studio: Studio) -> tuple[Profile, ...]:
    """Every profile in use; the first is made, and told, where there is none yet."""
    studio.introduce_yourself()
    return studio.store.identities.profiles()


def create(studio: Studio, name: str, *, acts_for: str = "", passphrase: str = "") -> Profile:
    """A new name with a key of its own.

    Args:
        studio: The creator at work.
        name: As she calls it: her own, or a pen name.
        acts_for: The person on whose behalf it signs: a name, or a did:key.
        passphrase: Locks the key file; empty for the keyring, or a file that only its user may read.

    Raises:
        UsageProblem: The name is empty or in use.
    """
    profile, words = studio.store.identities.create(
        name, acts_for=acts_for.strip(), store=_place(studio), passphrase=passphrase
    )
    studio.tell(words)
    return profile


def choose(studio: Studio, name: str) -> Profile:
    """Let a profile sign from now on when nothing else is said.

    Raises:
        NoIdentity: There is none of that name.
    """
    profile = studio.store.identities.choose(name)
    studio.store.settings.unset("profile")
    return profile


def export(studio: Studio, file: str, new_passphrase: Callable[[], str]) -> tuple[Profile, Path]:
    """Write a locked copy of a key, to keep or to carry elsewhere.

    Args:
        studio: The creator at work, with the profile that is meant.
        file: Where to; nothing may stand there.
        new_passphrase: Asks for the passphrase that locks the copy.

    Raises:
        OutputExists: A file stands there.
        UsageProblem: No passphrase was given.
    """
    path = files.real_path(Path(file))
    files.must_be_free(path)
    profile = studio.introduce_yourself()
    opened = studio.passphrase() if studio.store.identities.needs_passphrase(profile) else ""
    put(path, studio.store.identities.export(profile, new_passphrase(), opened), studio.store.disk)
    return profile, path


def bring_in(studio: Studio, file: str, passphrase: str, name: str = "") -> Profile:
    """Take in a key that `export` wrote; it is locked here with the same passphrase where no keyring answers.

    Raises:
        WrongPassphrase: It does not open.
        IdentityProblem: It is no key file.
        UsageProblem: The name is in use for another key.
    """
    with files.reading(files.inspect(Path(file))) as handle:
        content = handle.read(MOST_OF_A_KEY_FILE)
    place = _place(studio)
    identities = studio.store.identities
    sealed = "" if place == KEYRING and identities.has_keyring() else passphrase
    profile, words = identities.bring_in(content, passphrase, name=name, store=place, keep_sealed=sealed)
    studio.tell(words.replace("was made for you", "was brought in"))
    return profile


def rotate(studio: Studio, line: str = "") -> Renewed:
    """A new key takes over from the old one; what the old one signed stays valid.

    Args:
        studio: The creator at work, with the profile that is meant.
        line: The recovery line from paper, where the old key is lost or stolen.

    Raises:
        IdentityProblem: The old key, or the recovery key, cannot be opened.
    """
    identities = studio.store.identities
    old = studio.introduce_yourself()
    by = identities.recovery_key(old, line) if line else studio.key_of(old)
    passphrase = studio.passphrase() if identities.needs_passphrase(old) else ""
    addresses = registries_that_know(studio, old)
    profile, words = identities.rotate(old, store=_place(studio), passphrase=passphrase)
    successor = identities.key(profile, passphrase)
    handing_over = rotation.rotation(
        seed=studio.dice(statement.SEED_BYTES),
        key=old.did,
        by=by,
        successor=successor,
        made=studio.moment(),
        recovery=old.recovery,
    )
    return Renewed(profile, words, _publish(studio, handing_over, by, addresses))


def revoke(studio: Studio) -> Renewed:
    """End a key for good, with none in its place; what it signed before stays valid, and nobody can change it any more.

    Args:
        studio: The creator at work, with the profile that is meant.

    Raises:
        IdentityProblem: There is none yet, or its key cannot be opened: only the key itself can end itself.
    """
    identities = studio.store.identities
    ended = identities.profile(studio.profile)
    key = studio.key_of(ended)
    told = rotation.revocation(
        seed=studio.dice(statement.SEED_BYTES), key=ended.did, by=ended.did, made=studio.moment()
    )
    addresses = registries_that_know(studio, ended)
    identities.revoke(ended)
    if studio.store.settings.get("profile") in {ended.name, ended.did}:
        studio.store.settings.unset("profile")
    words = f"The key of {ended.name} signs no more. What it signed stays valid."
    return Renewed(ended, words, _publish(studio, told, key, addresses))


def make_recovery(studio: Studio) -> Renewed:
    """A recovery key, shown once as a line to print; the registries learn its public half.

    Raises:
        UsageProblem: One was made before: only that one can name another.
    """
    profile = studio.introduce_yourself()
    if profile.recovery:
        raise UsageProblem(
            f"{profile.name} has a recovery key already; its line was shown when it was made.",
            remedy="Use that line; if it is lost, a new profile is the only way: artistguard identity create NAME",
        )
    key = studio.key_of(profile)
    line, recovery = studio.store.identities.make_recovery(profile)
    naming = rotation.introduction(
        seed=studio.dice(statement.SEED_BYTES), key=profile.did, recovery=recovery.did, made=studio.moment()
    )
    return Renewed(profile, line, _publish(studio, naming, key, registries_that_know(studio, profile)))


def registries_that_know(studio: Studio, profile: Profile) -> tuple[str, ...]:
    """Addresses that have confirmed, or are to get, a statement signed with a profile's key."""
    known: set[str] = set()
    for kept in studio.store.catalogue.all_statements():
        if statement.parse(kept.signed).statement.signer == profile.did:
            known |= set(studio.store.outbox.addresses_of(kept.record))
    return tuple(sorted(known))


def _publish(
    studio: Studio, about_keys: KeyStatement, key: SigningKey, addresses: tuple[str, ...]
) -> tuple[Delivery, ...]:
    """Sign a statement about keys, keep it, and send it to those who must know."""
    signed = statement.sign(statement.Draft(about_keys), key)
    run = studio.store.runs.begin("identity")
    kept = NewStatement(
        f"key:{about_keys.nonce}", about_keys.key, about_keys.act, msgspec.json.encode(signed), addresses
    )
    (problem,) = studio.store.journal.apply([Change(run, statements=(kept,))])
    studio.store.runs.finish(run)
    if problem is not None:
        raise problem
    return tuple(deliver(studio, address) for address in addresses)


def _place(studio: Studio) -> str:
    return str(studio.store.settings.get("identity.store"))


PLACES = {KEYRING: "in the system keyring", FILE: "in a file", SEALED_FILE: "in a file locked with a passphrase"}
"""Where a key lies, in words."""
