"""Who signs content credentials: a profile, under a certificate made at its first use, or one that was bought."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from artistguard import __version__
from artistguard.credentials import bringing, certificates, trying
from artistguard.credentials.values import Place, Saying
from artistguard.formats import table as formats
from artistguard.jobs import declaring
from artistguard.jobs.attesting import Commission
from artistguard.store import files

if TYPE_CHECKING:
    from artistguard.credentials.values import Certificate, Signatory
    from artistguard.jobs.studio import Studio
    from artistguard.jobs.survey import Survey
    from artistguard.store.identity import Profile
    from artistguard.terms import Inscription

_KEY, _LOCK = b"artistguard-credentials-key-v1", b"artistguard-certificate-lock-v1"
"""What the secrets are for that come from a profile's key."""
_MOST_BYTES = 1 << 20


def wanted(studio: Studio, asked: bool | None) -> bool:  # noqa: FBT001 - a word of the user's, or none
    """Whether content credentials are signed: as asked, else as it is set."""
    return studio.store.settings.switch("credentials") if asked is None else asked


def commission(studio: Studio, found: Survey, inscription: Inscription) -> Commission:
    """The credentials that a file is to get; who signs them is named when it comes to that."""
    saying = Saying(
        title=found.reading.facts.title or PurePath(found.path).name,
        declaration=inscription.declaration,
        iscc=inscription.fingerprints.get("iscc", ""),
        record=inscription.record,
        program=f"ArtistGuard/{__version__}",
    )
    mime = formats.by_name(found.kind).types[0].mime
    return Commission(saying, mime, Place(studio.store.settings.text("credentials.flac")))


def signatory(studio: Studio, name: str = "") -> Signatory:
    """Who signs for the profile: under the certificate that was brought in for it, else under its own.

    One of its own is made, and told, where there is none of that name yet.

    Args:
        studio: The creator at work.
        name: As the statements name her; empty for the name that is set, else the profile's.

    Raises:
        IdentityProblem: The profile's key cannot be opened.
    """
    profile = studio.introduce_yourself()
    key = studio.key_of(profile)
    stamping = studio.store.settings.text("tsa")
    bought = studio.store.certificates.bought(profile.did, key.derived(_LOCK))
    if bought is not None and not _is_over(studio, bought.chain):
        return _timely(studio, replace(bought, stamping=stamping))
    if bought is not None:
        studio.tell("Your certificate for content credentials has run out. Until you renew it, your own one signs.")
    name = _name(studio, profile, name)
    chain = studio.store.certificates.own(profile.did, name) or _made(studio, profile, name)
    return _timely(studio, replace(certificates.again(chain, key.derived(_KEY)), stamping=stamping))


def _timely(studio: Studio, who: Signatory) -> Signatory:
    """Without time stamps, and a word about it, where the authority does not answer."""
    found = trying.in_time(who)
    if found is not who:
        studio.tell("The time-stamping authority does not answer; content credentials get no time stamp this time.")
    return found


def certificate(studio: Studio) -> Certificate | None:
    """The certificate that signs for the profile; None where none was made or brought in yet. No key is opened."""
    profile = next((each for each in studio.store.identities.profiles() if _is_meant(studio, each)), None)
    if profile is None:
        return None
    kept = studio.store.certificates
    chain = kept.bought_chain(profile.did) or kept.own(profile.did, _name(studio, profile))
    return certificates.describe(chain) if chain is not None else None


def make(studio: Studio) -> Certificate:
    """A certificate of the profile's own, with the name that is set, in place of the one before.

    Raises:
        IdentityProblem: The profile's key cannot be opened.
    """
    profile = studio.introduce_yourself()
    return certificates.describe(_made(studio, profile, _name(studio, profile)))


def bring_in(studio: Studio, path: str, key_path: str = "", passphrase: str = "") -> Certificate:
    """Take in a certificate that was bought; it signs for the profile from now on.

    Args:
        studio: The creator at work, with the profile that is meant.
        path: PEM, or PKCS #12 (.p12, .pfx).
        key_path: File of its private key, where that is another one.
        passphrase: Of the file that holds the key; empty where it needs none.

    Raises:
        WrongPassphrase: It does not open.
        IdentityProblem: It is no certificate that can sign content credentials, with the reason.
        FileProblem: A file cannot be read.
    """
    key = _content(key_path) if key_path else None
    who = bringing.bring_in(_content(path), key, passphrase, studio.clock())
    profile = studio.introduce_yourself()
    studio.store.certificates.keep_bought(profile.did, studio.key_of(profile).derived(_LOCK), who)
    return certificates.describe(who.chain)


def forget(studio: Studio) -> bool:
    """Remove the certificate that was brought in for the profile, with its key; its own one signs again.

    Returns:
        Whether there was one.
    """
    return studio.store.certificates.forget_bought(studio.introduce_yourself().did)


def _made(studio: Studio, profile: Profile, name: str) -> bytes:
    made = certificates.make(name, studio.key_of(profile).derived(_KEY), studio.clock())
    studio.store.certificates.keep_own(profile.did, name, made.chain)
    studio.tell(
        f"A certificate was made for you, to sign content credentials with. It says “{name}”, which is what you call "
        "yourself; nobody vouches for it."
    )
    return made.chain


def _name(studio: Studio, profile: Profile, stated: str = "") -> str:
    """What stands in the certificate: the name in the statement, so that a pen name gives nobody away."""
    return stated or str(declaring.settings(studio)["name"]) or profile.name


def _is_over(studio: Studio, chain: bytes) -> bool:
    return certificates.describe(chain).ends <= studio.clock()


def _is_meant(studio: Studio, profile: Profile) -> bool:
    return studio.profile in {profile.name, profile.did} or (not studio.profile and profile.chosen)


def _content(path: str) -> bytes:
    with files.reading(files.inspect(Path(path))) as handle:
        return handle.read(_MOST_BYTES + 1)
